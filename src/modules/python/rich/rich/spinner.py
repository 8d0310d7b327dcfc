"""Something that turns, with a text beside it."""
from rich._spinners import SPINNERS, UNKNOWN
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text


def _marked(text):
    return Text.from_markup(text) if isinstance(text, str) else text


class Spinner:
    """Shows a frame that depends on the time, with a text beside it."""

    def __init__(self, name, text='', *, style=None, speed=1.0):
        if name in UNKNOWN:
            from _frames import not_supported
            not_supported(f'the spinner {name!r} of rich', "'dots'")
        if name not in SPINNERS:
            raise KeyError(f'no spinner called {name!r}')
        self.name, self.text, self.style, self.speed = name, _marked(text), style, speed
        self.frames, self.interval = SPINNERS[name]['frames'][:], SPINNERS[name]['interval']
        self.start_time, self.frame_no_offset, self._update_speed = None, 0.0, 0.0

    def __rich_console__(self, console, options):
        yield self.render(console.get_time())

    def __rich_measure__(self, console, options):
        return Measurement.get(console, options, self.render(0))

    def render(self, time):
        """What is shown at a time."""
        if self.start_time is None:
            self.start_time = time
        turned = (time - self.start_time) * self.speed / (self.interval / 1000.0) + self.frame_no_offset
        frame = Text(self.frames[int(turned) % len(self.frames)], style=self.style or '')
        if self._update_speed:
            self.frame_no_offset, self.start_time = turned, time
            self.speed, self._update_speed = self._update_speed, 0.0
        if not self.text:
            return frame
        if isinstance(self.text, (str, Text)):
            return Text.assemble(frame, ' ', self.text)
        table = Table.grid(padding=1)
        table.add_row(frame, self.text)
        return table

    def update(self, *, text='', style=None, speed=None):
        if text:
            self.text = _marked(text)
        if style:
            self.style = style
        if speed:
            self._update_speed = speed
