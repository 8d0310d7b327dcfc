"""Something that stands left, right or in the middle."""
from rich.constrain import Constrain
from rich.measure import Measurement
from rich.segment import Segment


class Align:
    """Shows something left, right or in the middle of the room there is."""

    def __init__(self, renderable, align='left', style=None, *, vertical=None, pad=True, width=None, height=None):
        if align not in ('left', 'center', 'right'):
            raise ValueError(f'invalid value for align, expected "left", "center", or "right" (not {align!r})')
        if vertical not in (None, 'top', 'middle', 'bottom'):
            raise ValueError(f'invalid value for vertical, expected "top", "middle", or "bottom" (not {vertical!r})')
        self.renderable, self.align, self.style, self.vertical = renderable, align, style, vertical
        self.pad, self.width, self.height = pad, width, height

    def __repr__(self):
        return f'Align({self.renderable!r}, {self.align!r})'

    @classmethod
    def left(cls, renderable, style=None, *, vertical=None, pad=True, width=None, height=None):
        return cls(renderable, 'left', style, vertical=vertical, pad=pad, width=width, height=height)

    @classmethod
    def center(cls, renderable, style=None, *, vertical=None, pad=True, width=None, height=None):
        return cls(renderable, 'center', style, vertical=vertical, pad=pad, width=width, height=height)

    @classmethod
    def right(cls, renderable, style=None, *, vertical=None, pad=True, width=None, height=None):
        return cls(renderable, 'right', style, vertical=vertical, pad=pad, width=width, height=height)

    def __rich_console__(self, console, options):
        width = console.measure(self.renderable, options=options).maximum
        inner = Constrain(self.renderable, width if self.width is None else min(width, self.width))
        lines = list(Segment.split_lines(console.render(inner, options.update(height=None))))
        width, height = Segment.get_shape(lines)
        lines = Segment.set_shape(lines, width, height)
        style = None if self.style is None else console.get_style(self.style)
        room = max(0, options.max_width - width)
        left = {'left': 0, 'center': room // 2}.get(self.align, room)
        right = room - left if self.pad else 0
        shown = self._framed(lines, left, right, style, self._above(options, height))
        yield from Segment.apply_style(shown, style) if self.style else shown

    def _above(self, options, height):
        """How many blank lines stand above and below, and how wide they are."""
        room = self.height or options.height
        missing = max(0, room - height) if self.vertical and room is not None else 0
        above = {'middle': missing // 2, 'bottom': missing}.get(self.vertical, 0)
        return above, missing - above if self.vertical != 'bottom' else 0, self.width or options.max_width

    def _framed(self, lines, left, right, style, blanks):
        above, below, width = blanks
        blank = Segment(' ' * width + '\n', style) if self.pad else Segment('\n')
        yield from [blank] * above
        for line in lines:
            if left:
                yield Segment(' ' * left, style)
            yield from line
            if right:
                yield Segment(' ' * right, style)
            yield Segment.line()
        yield from [blank] * below

    def __rich_measure__(self, console, options):
        return Measurement.get(console, options, self.renderable)


class VerticalCenter:
    """Shows something in the middle between top and bottom."""

    def __init__(self, renderable, style=None):
        self.renderable, self.style = renderable, style

    def __repr__(self):
        return f'VerticalCenter({self.renderable!r})'

    def __rich_console__(self, console, options):
        style = None if self.style is None else console.get_style(self.style)
        lines = console.render_lines(self.renderable, options.update(height=None), pad=False)
        width, _ = Segment.get_shape(lines)
        height = options.height or options.size.height
        above = (height - len(lines)) // 2
        blank = [Segment(' ' * width, style)]
        for line in [blank] * above + lines + [blank] * (height - above - len(lines)):
            yield from line
            yield Segment.line()

    def __rich_measure__(self, console, options):
        return Measurement.get(console, options, self.renderable)
