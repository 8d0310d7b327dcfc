"""What a console hands to what it shows, and what stands around it."""
from abc import ABC
from collections import namedtuple
from rich.highlighter import NullHighlighter
from rich.measure import Measurement, measure_renderables
from rich.segment import Segment

__name__ = 'rich.console'  # where what is here is said to be  #: in rich/console.py

ConsoleDimensions = namedtuple('ConsoleDimensions', 'width height')
_no_highlighter = NullHighlighter()


class NoChange:
    """Stands for what is left as it is."""


NO_CHANGE = NoChange()


class ConsoleOptions:
    """What something that is shown has to keep to: the room there is, how text is set."""

    def __init__(self, size, legacy_windows, min_width, max_width, is_terminal, encoding, max_height, justify=None,
                 overflow=None, no_wrap=False, highlight=None, markup=None, height=None):
        self.size, self.legacy_windows, self.min_width, self.max_width = size, legacy_windows, min_width, max_width
        self.is_terminal, self.encoding, self.max_height, self.justify = is_terminal, encoding, max_height, justify
        self.overflow, self.no_wrap, self.highlight, self.markup, self.height = overflow, no_wrap, highlight, markup, height

    def __repr__(self):
        return f'ConsoleOptions({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'

    @property
    def ascii_only(self):
        return not self.encoding.startswith('utf')

    def copy(self):
        made = ConsoleOptions.__new__(ConsoleOptions)
        made.__dict__.update(self.__dict__)
        return made

    def update(self, *, width=NO_CHANGE, min_width=NO_CHANGE, max_width=NO_CHANGE, justify=NO_CHANGE, overflow=NO_CHANGE,
               no_wrap=NO_CHANGE, highlight=NO_CHANGE, markup=NO_CHANGE, height=NO_CHANGE):
        made = self.copy()
        if width is not NO_CHANGE:
            made.min_width = made.max_width = max(0, width)
        given = {'min_width': min_width, 'max_width': max_width, 'justify': justify, 'overflow': overflow, 'no_wrap': no_wrap,
                 'highlight': highlight, 'markup': markup}
        made.__dict__.update([(name, value) for name, value in given.items() if value is not NO_CHANGE])
        if height is not NO_CHANGE:
            made.height = height if height is None else max(0, height)
            if height is not None:
                made.max_height = height
        return made

    def update_width(self, width):
        return self.update(width=width)

    def update_height(self, height):
        made = self.copy()
        made.max_height = made.height = height
        return made

    def reset_height(self):
        made = self.copy()
        made.height = None
        return made

    def update_dimensions(self, width, height):
        made = self.update(width=width)
        made.max_height = made.height = height
        return made


class NewLine:
    """Empty lines."""

    def __init__(self, count=1):
        self.count = count

    def __rich_console__(self, console, options):
        yield Segment('\n' * self.count)


class CaptureError(Exception):
    """What was captured is asked for too early."""


class Capture:
    """What a console prints within a block, as a string."""

    def __init__(self, console):
        self._console, self._result = console, None

    def __enter__(self):
        self._console.begin_capture()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self._result = self._console.end_capture()

    def get(self):
        if self._result is None:
            raise CaptureError('Capture result is not available until context manager exits.')
        return self._result


class ThemeContext:
    """A theme for a block."""

    def __init__(self, console, theme, inherit=True):
        self.console, self.theme, self.inherit = console, theme, inherit

    def __enter__(self):
        self.console.push_theme(self.theme)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.console.pop_theme()


class RenderHook:
    """Changes what is about to be printed."""

    def process_renderables(self, renderables):
        raise NotImplementedError


class Group:
    """Things one below the other."""

    def __init__(self, *renderables, fit=True):
        self._renderables, self.fit, self._listed = renderables, fit, None

    @property
    def renderables(self):
        if self._listed is None:
            self._listed = list(self._renderables)
        return self._listed

    def __rich_measure__(self, console, options):
        if self.fit:
            return measure_renderables(console, options, self.renderables)
        return Measurement(options.max_width, options.max_width)

    def __rich_console__(self, console, options):
        yield from self.renderables


def group(fit=True):
    """Makes a group of what a function yields."""
    def decorator(method):
        from functools import wraps

        @wraps(method)
        def grouped(*args, **kwargs):
            return Group(*method(*args, **kwargs), fit=fit)
        return grouped
    return decorator


class ConsoleRenderable(ABC):
    """Whatever has `__rich_console__`."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__rich_console__')


class RichCast(ABC):
    """Whatever has `__rich__`."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__rich__')


def _is_on(given, otherwise):
    return bool(given or given is None and otherwise)
