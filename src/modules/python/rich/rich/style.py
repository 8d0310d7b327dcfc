"""Styles: colours, and what else is switched on or off."""
import sys
from functools import lru_cache
from operator import add

from rich import errors
from rich.color import Color, ColorParseError, ColorSystem
from rich.repr import rich_repr

# In the order of their bits, with the number that a terminal knows them by.
_FLAGS = {'bold': '1', 'dim': '2', 'italic': '3', 'underline': '4', 'blink': '5', 'blink2': '6', 'reverse': '7', 'conceal': '8',
          'strike': '9', 'underline2': '21', 'frame': '51', 'encircle': '52', 'overline': '53'}
_BITS = {name: 1 << at for at, name in enumerate(_FLAGS)}
_SHORT = {'d': 'dim', 'b': 'bold', 'i': 'italic', 'u': 'underline', 'r': 'reverse', 'c': 'conceal', 's': 'strike',
          'uu': 'underline2', 'o': 'overline'}
_links = None


def _next_link():
    """A name for a link, which terminals keep together what is linked by."""
    global _links
    if _links is None:
        from itertools import count
        from random import getrandbits
        _links = count(getrandbits(24))
    return str(next(_links))


def _flag(name):
    bit = _BITS[name]

    def asked(self):
        return True if self._on & bit else False if self._off & bit else None
    return property(asked)


def _color(given):
    return given if given is None or isinstance(given, Color) else Color.parse(given)


@rich_repr
class Style:
    """How a piece of text looks: what it does not say is left as it is."""
    __slots__ = '_color', '_bgcolor', '_on', '_off', '_link', '_link_id', '_meta', '_ansi'

    STYLE_ATTRIBUTES = {name: name for name in _FLAGS} | _SHORT

    def __init__(self, *, color=None, bgcolor=None, bold=None, dim=None, italic=None, underline=None, blink=None, blink2=None,
                 reverse=None, conceal=None, strike=None, underline2=None, frame=None, encircle=None, overline=None, link=None,
                 meta=None):
        self._color, self._bgcolor = _color(color), _color(bgcolor)
        given = (bold, dim, italic, underline, blink, blink2, reverse, conceal, strike, underline2, frame, encircle, overline)
        self._on = self._off = 0
        for at, wanted in enumerate(given):
            if wanted is not None:
                if wanted:
                    self._on |= 1 << at
                else:
                    self._off |= 1 << at
        self._link, self._meta, self._ansi = link, meta, None
        self._link_id = _next_link() if link or meta else ''

    @classmethod
    def _made(cls, color=None, bgcolor=None, on=0, off=0, link=None, meta=None, link_id=None):
        style = cls.__new__(cls)
        style._color, style._bgcolor, style._on, style._off = color, bgcolor, on, off
        style._link, style._meta, style._ansi = link, meta, None
        style._link_id = (_next_link() if link or meta else '') if link_id is None else link_id
        return style

    @classmethod
    def null(cls):
        return NULL_STYLE

    @classmethod
    def from_color(cls, color=None, bgcolor=None):
        return cls._made(color, bgcolor)

    @classmethod
    def from_meta(cls, meta):
        return cls._made(meta=meta)

    @classmethod
    def on(cls, meta=None, **handlers):
        return cls.from_meta({**(meta or {}), **{f'@{name}': handler for name, handler in handlers.items()}})

    color = property(lambda self: self._color)
    bgcolor = property(lambda self: self._bgcolor)
    link = property(lambda self: self._link)
    link_id = property(lambda self: self._link_id)
    meta = property(lambda self: dict(self._meta or {}))

    @property
    def transparent_background(self):
        return self._bgcolor is None or self._bgcolor.is_default

    @property
    def background_style(self):
        return Style._made(bgcolor=self._bgcolor)

    @property
    def without_color(self):
        return Style._made(None, None, self._on, self._off, self._link) if self else NULL_STYLE

    def __bool__(self):
        return bool(self._on or self._off or self._color or self._bgcolor or self._link or self._meta)

    def __str__(self):
        words = []
        for name, bit in _BITS.items():
            if (self._on | self._off) & bit:
                words.append(name if self._on & bit else f'not {name}')
        if self._color is not None:
            words.append(self._color.name)
        if self._bgcolor is not None:
            words += 'on', self._bgcolor.name
        if self._link:
            words += 'link', self._link
        return ' '.join(words) or 'none'

    def __rich_repr__(self):
        yield 'color', self._color, None
        yield 'bgcolor', self._bgcolor, None
        for name in _FLAGS:
            if name != 'overline':
                yield name, getattr(self, name), None
        yield 'link', self._link, None
        if self._meta:
            yield 'meta', self.meta

    def _parts(self):
        meta = tuple(self._meta.items()) if self._meta else None
        return self._color, self._bgcolor, self._on, self._off, self._link, meta

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Style) else NotImplemented

    def __hash__(self):
        return hash((self._color, self._bgcolor, self._on, self._off, self._link))

    def __add__(self, style):
        if style is None or not style:
            return self.copy() if self._link else self
        if not self:
            return style.copy() if style._link else style
        meta = {**self._meta, **style._meta} if self._meta and style._meta else self._meta or style._meta
        link = style._link or self._link
        return Style._made(style._color or self._color, style._bgcolor or self._bgcolor, self._on & ~style._off | style._on,
                           self._off & ~style._on | style._off, link, meta,
                           None if link else style._link_id or self._link_id)

    def copy(self):
        return Style._made(self._color, self._bgcolor, self._on, self._off, self._link, self._meta) if self else NULL_STYLE

    def update_link(self, link=None):
        return Style._made(self._color, self._bgcolor, self._on, self._off, link, self._meta)

    def clear_meta_and_links(self):
        return Style._made(self._color, self._bgcolor, self._on, self._off) if self else NULL_STYLE

    @classmethod
    @lru_cache(1024)
    def normalize(cls, style):
        """A style's words in the order in which styles are written."""
        try:
            return str(cls.parse(style))
        except errors.StyleSyntaxError:
            return style.strip().lower()

    @classmethod
    def pick_first(cls, *values):
        for value in values:
            if value is not None:
                return value
        raise ValueError('expected at least one non-None style')

    @classmethod
    @lru_cache(4096)
    def parse(cls, style_definition):
        """A style of words: `bold red on white`, `not italic`, `link https://…`."""
        if not style_definition or style_definition.strip() == 'none':
            return NULL_STYLE
        color = bgcolor = link = None
        flags = {}
        words = iter(style_definition.split())
        for given in words:
            word = given.lower()
            if word == 'on':
                bgcolor = next(words, '')
                if not bgcolor:
                    raise errors.StyleSyntaxError("color expected after 'on'")
                _readable(bgcolor, 'background color')
            elif word == 'not':
                word = next(words, '')
                if word not in cls.STYLE_ATTRIBUTES:
                    raise errors.StyleSyntaxError(f"expected style attribute after 'not', found {word!r}")
                flags[cls.STYLE_ATTRIBUTES[word]] = False
            elif word == 'link':
                link = next(words, '')
                if not link:
                    raise errors.StyleSyntaxError("URL expected after 'link'")
            elif word in cls.STYLE_ATTRIBUTES:
                flags[cls.STYLE_ATTRIBUTES[word]] = True
            else:
                _readable(word, 'color')
                color = word
        return Style(color=color, bgcolor=bgcolor, link=link, **flags)

    @classmethod
    def combine(cls, styles):
        """Styles one upon the other."""
        from functools import reduce
        return reduce(add, styles)

    @classmethod
    def chain(cls, *styles):
        return cls.combine(styles)

    def render(self, text='', *, color_system=ColorSystem.TRUECOLOR, legacy_windows=False):
        """A text between the sequences that switch the style on and off."""
        if not text or color_system is None:
            return text
        if self._ansi is None:
            codes = [_FLAGS[name] for name, bit in _BITS.items() if self._on & bit]
            if self._color is not None:
                codes += self._color.downgrade(color_system).get_ansi_codes()
            if self._bgcolor is not None:
                codes += self._bgcolor.downgrade(color_system).get_ansi_codes(foreground=False)
            self._ansi = ';'.join(codes)
        if self._ansi:
            text = f'\x1b[{self._ansi}m{text}\x1b[0m'
        if self._link and not legacy_windows:
            text = f'\x1b]8;id={self._link_id};{self._link}\x1b\\{text}\x1b]8;;\x1b\\'
        return text

    def test(self, text=None):
        sys.stdout.write(f'{self.render(text or str(self))}\n')


for _name in _FLAGS:
    setattr(Style, _name, _flag(_name))
NULL_STYLE = Style()


def _readable(word, what):
    try:
        Color.parse(word)
    except ColorParseError as error:
        raise errors.StyleSyntaxError(f'unable to parse {word!r} as {what}; {error}') from None


class StyleStack:
    """Styles one upon the other, which come and go."""
    __slots__ = ('_stack',)

    def __init__(self, default_style):
        self._stack = [default_style]

    def __repr__(self):
        return f'<stylestack {self._stack!r}>'

    @property
    def current(self):
        return self._stack[-1]

    def push(self, style):
        self._stack.append(self._stack[-1] + style)

    def pop(self):
        self._stack.pop()
        return self._stack[-1]


StyleType = object
