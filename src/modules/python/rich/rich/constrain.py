"""Something that is shown no wider than it may be."""
from rich.measure import Measurement


class Constrain:
    """Shows something within a width; None: within what there is."""

    def __init__(self, renderable, width=80):
        self.renderable, self.width = renderable, width

    def __rich_console__(self, console, options):
        if self.width is None:
            yield self.renderable
        else:
            yield from console.render(self.renderable, options.update_width(min(self.width, options.max_width)))

    def __rich_measure__(self, console, options):
        if self.width is not None:
            options = options.update_width(self.width)
        return Measurement.get(console, options, self.renderable)
