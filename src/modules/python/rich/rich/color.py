"""Colours: by name, number and parts, and what terminals with few of them show instead."""
import re
from collections import namedtuple
from enum import IntEnum
from functools import lru_cache

from rich.color_triplet import ColorTriplet
from rich.repr import rich_repr

_FIRST = 'black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'
_WRITTEN = re.compile(r'#([0-9a-f]{6})$|color\(([0-9]{1,3})\)$|rgb\(([\d\s,]+)\)$')
# What a gray below this much colour is.
_GRAY = 0.15


class ColorSystem(IntEnum):
    """How many colours a terminal has."""
    STANDARD = 1
    EIGHT_BIT = 2
    TRUECOLOR = 3
    WINDOWS = 4

    def __repr__(self):
        return f'ColorSystem.{self.name}'

    __str__ = __repr__


class ColorType(IntEnum):
    """How a colour is given."""
    DEFAULT = 0
    STANDARD = 1
    EIGHT_BIT = 2
    TRUECOLOR = 3
    WINDOWS = 4

    def __repr__(self):
        return f'ColorType.{self.name}'


class ColorParseError(Exception):
    """A colour that cannot be read."""


def _number_of(name):
    """The number of a colour that has a name; None: no colour has it."""
    table = _names
    if len(table) == 16 and name not in table:
        from rich._color_names import NAMES
        number = 0
        for word in NAMES.split():
            if word.isdecimal():
                number = int(word)
            else:
                table[word] = number
                if 'grey' in word:
                    table[word.replace('grey', 'gray')] = number
    return table.get(name)


_names = {name: at for at, name in enumerate(_FIRST)} | {f'bright_{name}': at + 8 for at, name in enumerate(_FIRST)}
# Terminals differ in their sixteen; these are xterm's and those of a PC's text mode.
_XTERM = [tuple(128 * (at >> bit & 1) for bit in range(3)) for at in range(7)] + [(192, 192, 192), (128, 128, 128)] + [
    tuple(255 * (at >> bit & 1) for bit in range(3)) for at in range(1, 8)]
_PC = [tuple(170 * (at >> bit & 1) for bit in range(3)) for at in range(8)] + [
    tuple(85 + 170 * (at >> bit & 1) for bit in range(3)) for at in range(8)]
_PC[3] = 170, 85, 0
_STEPS = 0, 95, 135, 175, 215, 255


def _eight_bit(number):
    """Three numbers for one of 256."""
    if number < 16:
        return ColorTriplet(*_XTERM[number])
    if number >= 232:
        return ColorTriplet(*[8 + 10 * (number - 232)] * 3)
    rest = number - 16
    return ColorTriplet(_STEPS[rest // 36], _STEPS[rest // 6 % 6], _STEPS[rest % 6])


@lru_cache(1024)
def _nearest(triplet):
    """Which of the sixteen looks most like a colour, as eyes weigh its parts."""
    red, green, blue = triplet

    def distance(number):
        r, g, b = _PC[number]
        mean = (red + r) // 2
        return (((512 + mean) * (red - r) ** 2 >> 8) + 4 * (green - g) ** 2 + ((767 - mean) * (blue - b) ** 2 >> 8)) ** 0.5

    return min(range(16), key=distance)


def _step(part):
    return round(part / 95 if part < 95 else 1 + (part - 95) / 40)


def _numbered(name, number):
    return Color(name, ColorType.STANDARD if number < 16 else ColorType.EIGHT_BIT, number)


@rich_repr
class Color(namedtuple('Color', 'name type number triplet', defaults=(None, None))):
    """A colour, as it was named."""
    __slots__ = ()

    def __rich_repr__(self):
        yield self.name
        yield self.type
        yield 'number', self.number, None
        yield 'triplet', self.triplet, None

    def __rich__(self):
        from rich.style import Style
        from rich.text import Text
        return Text.assemble(f'<color {self.name!r} ({self.type.name.lower()})', ('⬤', Style(color=self)), ' >')

    @property
    def system(self):
        return ColorSystem(int(self.type) or 1)

    @property
    def is_system_defined(self):
        return self.system not in (ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR)

    @property
    def is_default(self):
        return self.type == ColorType.DEFAULT

    def get_truecolor(self, theme=None, foreground=True):
        """Its three numbers."""
        if self.triplet is not None:
            return self.triplet
        if self.number is not None:
            return _eight_bit(self.number)
        return ColorTriplet(0, 0, 0) if foreground else ColorTriplet(255, 255, 255)

    @classmethod
    def from_ansi(cls, number):
        return _numbered(f'color({number})', number)

    @classmethod
    def from_triplet(cls, triplet):
        return cls(triplet.hex, ColorType.TRUECOLOR, None, triplet)

    @classmethod
    def from_rgb(cls, red, green, blue):
        return cls.from_triplet(ColorTriplet(int(red), int(green), int(blue)))

    @classmethod
    def default(cls):
        return cls('default', ColorType.DEFAULT)

    @classmethod
    @lru_cache(1024)
    def parse(cls, color):
        """A colour by its name, `color(9)`, `#ff00aa` or `rgb(1,2,3)`."""
        name = color.lower().strip()
        if name == 'default':
            return cls.default()
        number = _number_of(name)
        if number is not None:
            return _numbered(name, number)
        found = _WRITTEN.match(name)
        if found is None:
            raise ColorParseError(f'{color!r} is not a valid color')
        digits, number, parts = found.groups()
        if number:
            if int(number) > 255:
                raise ColorParseError(f'color number must be <= 255 in {name!r}')
            return _numbered(name, int(number))
        if digits:
            parts = [int(digits[at:at + 2], 16) for at in (0, 2, 4)]
        else:
            parts = parts.split(',')
            if len(parts) != 3:
                raise ColorParseError(f'expected three components in {color!r}')
            parts = [int(part) for part in parts]
            if max(parts) > 255:
                raise ColorParseError(f'color components must be <= 255 in {color!r}')
        return cls(name, ColorType.TRUECOLOR, None, ColorTriplet(*parts))

    def get_ansi_codes(self, foreground=True):
        """What stands in the sequence that switches it on."""
        if self.is_default:
            return ('39' if foreground else '49',)
        extended = '38' if foreground else '48'
        if self.type == ColorType.TRUECOLOR:
            return extended, '2', *map(str, self.triplet)
        if self.type == ColorType.EIGHT_BIT:
            return extended, '5', str(self.number)
        return (str(self.number + (30 if self.number < 8 else 82) + (0 if foreground else 10)),)

    @lru_cache(1024)
    def downgrade(self, system):
        """What a terminal with fewer colours shows."""
        if self.type == system or self.is_default:
            return self
        if system == ColorSystem.EIGHT_BIT and self.type == ColorType.TRUECOLOR:
            from colorsys import rgb_to_hls
            _, light, colourful = rgb_to_hls(*self.triplet.normalized)
            if colourful < _GRAY:
                gray = round(light * 25.0)
                number = {0: 16, 25: 231}.get(gray, 231 + gray)
            else:
                red, green, blue = map(_step, self.triplet)
                number = 16 + 36 * red + 6 * green + blue
            return Color(self.name, ColorType.EIGHT_BIT, number)
        if system == ColorSystem.STANDARD:
            return Color(self.name, ColorType.STANDARD, _nearest(self.triplet or _eight_bit(self.number)))
        return self


def parse_rgb_hex(hex_color):
    """Three numbers of six digits."""
    assert len(hex_color) == 6, 'must be 6 characters'
    return ColorTriplet(*[int(hex_color[at:at + 2], 16) for at in (0, 2, 4)])


def blend_rgb(color1, color2, cross_fade=0.5):
    """A colour between two."""
    return ColorTriplet(*[int(one + (other - one) * cross_fade) for one, other in zip(color1, color2)])
