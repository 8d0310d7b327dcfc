"""Something with a style below its own."""
from rich.measure import Measurement
from rich.segment import Segment


class Styled:
    """Shows something with a style below its own."""

    def __init__(self, renderable, style):
        self.renderable, self.style = renderable, style

    def __rich_console__(self, console, options):
        style = console.get_style(self.style)
        return Segment.apply_style(console.render(self.renderable, options), style)

    def __rich_measure__(self, console, options):
        return Measurement.get(console, options, self.renderable)
