"""Something that fills the whole screen."""
from rich.segment import Segment


class Screen:
    """Shows things over the whole screen."""

    def __init__(self, *renderables, style=None, application_mode=False):
        from rich.console import Group
        self.renderable, self.style, self.application_mode = Group(*renderables), style, application_mode

    def __rich_console__(self, console, options):
        width, height = options.size
        style = console.get_style(self.style) if self.style else None
        options = options.update(width=width, height=height)
        lines = console.render_lines(self.renderable or '', options, style=style, pad=True)
        lines = Segment.set_shape(lines, width, height, style=style)
        for at, line in enumerate(lines):
            if at:
                yield Segment('\n\r' if self.application_mode else '\n')
            yield from line


class ScreenContext:
    """The other screen of a terminal, for a block."""

    def __init__(self, console, hide_cursor, style=''):
        self.console, self.hide_cursor, self.screen, self._changed = console, hide_cursor, Screen(style=style), False

    def update(self, *renderables, style=None):
        if renderables:
            from rich.console import Group
            self.screen.renderable = Group(*renderables) if len(renderables) > 1 else renderables[0]
        if style is not None:
            self.screen.style = style
        self.console.print(self.screen, end='')

    def __enter__(self):
        self._changed = self.console.set_alt_screen(True)
        if self._changed and self.hide_cursor:
            self.console.show_cursor(False)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        if self._changed:
            self.console.set_alt_screen(False)
            if self.hide_cursor:
                self.console.show_cursor(True)
