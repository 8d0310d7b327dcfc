"""Something that is shown again and again in the same place."""
from rich.control import Control
from rich.segment import ControlType, Segment
from rich.text import Text

_CLEAR_LINE = ControlType.ERASE_IN_LINE, 2
_CLEAR_ABOVE = (ControlType.CURSOR_UP, 1), _CLEAR_LINE


class LiveRender:
    """Shows something and knows how to go back to where it began."""

    def __init__(self, renderable, style='', vertical_overflow='ellipsis'):
        self.renderable, self.style, self.vertical_overflow, self._shape = renderable, style, vertical_overflow, None

    @property
    def last_render_height(self):
        return 0 if self._shape is None else self._shape[1]

    def set_renderable(self, renderable):
        self.renderable = renderable

    def position_cursor(self):
        if self._shape is None:
            return Control()
        return Control(ControlType.CARRIAGE_RETURN, _CLEAR_LINE, *_CLEAR_ABOVE * (self._shape[1] - 1))

    def restore_cursor(self):
        if self._shape is None:
            return Control()
        return Control(ControlType.CARRIAGE_RETURN, *_CLEAR_ABOVE * self._shape[1])

    def __rich_console__(self, console, options):
        lines = console.render_lines(self.renderable, options, style=console.get_style(self.style), pad=False)
        room = options.size.height
        if len(lines) > room and self.vertical_overflow != 'visible':
            dots = self.vertical_overflow == 'ellipsis'
            lines = lines[:room - dots]
            if dots:
                text = Text('...', overflow='crop', justify='center', end='', style='live.ellipsis')
                lines.append(list(console.render(text)))
        self._shape = Segment.get_shape(lines)
        for at, line in enumerate(lines):
            if at:
                yield Segment.line()
            yield from line
