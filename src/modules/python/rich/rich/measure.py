"""How wide something needs to be, and how wide it would like to be."""
from collections import namedtuple

from rich import errors
from rich.protocol import is_renderable, rich_cast


class Measurement(namedtuple('Measurement', 'minimum maximum')):
    """The least and the most of a width."""
    __slots__ = ()

    @property
    def span(self):
        return self.maximum - self.minimum

    def normalize(self):
        minimum, maximum = self
        minimum = min(max(0, minimum), maximum)
        return Measurement(max(0, minimum), max(0, minimum, maximum))

    def with_maximum(self, width):
        return Measurement(min(self.minimum, width), min(self.maximum, width))

    def with_minimum(self, width):
        return Measurement(max(self.minimum, width, 0), max(self.maximum, width, 0))

    def clamp(self, min_width=None, max_width=None):
        measured = self if min_width is None else self.with_minimum(min_width)
        return measured if max_width is None else measured.with_maximum(max_width)

    @classmethod
    def get(cls, console, options, renderable):
        """The widths of anything that can be shown."""
        room = options.max_width
        if room < 1:
            return Measurement(0, 0)
        if isinstance(renderable, str):
            renderable = console.render_str(renderable, markup=options.markup, highlight=False)
        renderable = rich_cast(renderable)
        if not is_renderable(renderable):
            raise errors.NotRenderableError(f'Unable to get render width for {renderable!r}; '
                                            'a str, Segment, or object with __rich_console__ method is required')
        measure = getattr(renderable, '__rich_measure__', None)
        if measure is None:
            return Measurement(0, room)
        measured = measure(console, options).normalize().with_maximum(room)
        return measured.normalize() if measured.maximum >= 1 else Measurement(0, 0)


def measure_renderables(console, options, renderables):
    """The widths of several things that stand one below the other."""
    if not renderables:
        return Measurement(0, 0)
    measured = [Measurement.get(console, options, renderable) for renderable in renderables]
    return Measurement(max(one.minimum for one in measured), max(one.maximum for one in measured))
