"""Something with space around it."""
from rich.measure import Measurement
from rich.segment import Segment


class Padding:
    """Shows something with space around it: 1, 2 or 4 numbers, clockwise from the top."""

    def __init__(self, renderable, pad=(0, 0, 0, 0), *, style='none', expand=True):
        self.renderable, self.style, self.expand = renderable, style, expand
        self.top, self.right, self.bottom, self.left = self.unpack(pad)

    @classmethod
    def indent(cls, renderable, level):
        return Padding(renderable, (0, 0, 0, level), expand=False)

    @staticmethod
    def unpack(pad):
        given = (pad,) if isinstance(pad, int) else tuple(pad)
        if len(given) not in (1, 2, 4):
            raise ValueError(f'1, 2 or 4 integers required for padding; {len(given)} given')
        return given * (4 // len(given))

    def __repr__(self):
        return f'Padding({self.renderable!r}, ({self.top},{self.right},{self.bottom},{self.left}))'

    def __rich_console__(self, console, options):
        style, sides, width = console.get_style(self.style), self.left + self.right, options.max_width
        if not self.expand:
            width = min(Measurement.get(console, options, self.renderable).maximum + sides, width)
        inner = options.update_width(width - sides)
        if inner.height is not None:
            inner = inner.update_height(inner.height - self.top - self.bottom)
        lines = console.render_lines(self.renderable, inner, style=style, pad=True)
        blank = Segment(' ' * width + '\n', style)
        yield from [blank] * self.top
        for line in lines:
            if self.left:
                yield Segment(' ' * self.left, style)
            yield from line
            if self.right:
                yield Segment(' ' * self.right, style)
            yield Segment.line()
        yield from [blank] * self.bottom

    def __rich_measure__(self, console, options):
        room, sides = options.max_width, self.left + self.right
        if room - sides < 1:
            return Measurement(room, room)
        minimum, maximum = Measurement.get(console, options, self.renderable)
        return Measurement(minimum + sides, maximum + sides).with_maximum(room)
