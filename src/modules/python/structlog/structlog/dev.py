"""Events as people like to read them."""
import sys
from io import StringIO

from structlog._frames import exc_info_of, format_exception

__all__ = ['ConsoleRenderer', 'RichTracebackFormatter', 'plain_traceback', 'rich_traceback']
_EVENT_WIDTH = 30
_RESET, _BRIGHT, _DIM = '\x1b[0m', '\x1b[1m', '\x1b[2m'
_RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN, _RED_BACK = '\x1b[31m', '\x1b[32m', '\x1b[33m', '\x1b[34m', '\x1b[35m', '\x1b[36m', '\x1b[41m'
_LEVELS = {'critical': _RED, 'exception': _RED, 'error': _RED, 'warn': _YELLOW, 'warning': _YELLOW, 'info': _GREEN, 'debug': _GREEN,
           'notset': _RED_BACK}
_NOT_THERE = object()


def plain_traceback(sio, exc_info):
    """A traceback as Python shows it."""
    sio.write('\n' + format_exception(exc_info))


class RichTracebackFormatter:
    """A traceback as rich shows it."""

    def __init__(self, color_system='truecolor', show_locals=True, max_frames=100, theme=None, word_wrap=True, extra_lines=3,
                 width=None, code_width=88, indent_guides=True, locals_max_length=10, locals_max_string=80,
                 locals_hide_dunder=True, locals_hide_sunder=False, suppress=()):
        self.color_system, self.width = color_system, width
        self.options = {
            'show_locals': show_locals, 'max_frames': max_frames, 'theme': theme, 'word_wrap': word_wrap, 'extra_lines': extra_lines,
            'width': width, 'code_width': code_width, 'indent_guides': indent_guides, 'locals_max_length': locals_max_length,
            'locals_max_string': locals_max_string, 'locals_hide_dunder': locals_hide_dunder,
            'locals_hide_sunder': locals_hide_sunder, 'suppress': suppress}

    def __call__(self, sio, exc_info):
        from rich.console import Console
        from rich.traceback import Traceback
        sio.write('\n')
        console = Console(file=sio, color_system=self.color_system, width=self.width)
        console.print(Traceback.from_exception(*exc_info, **self.options))


rich_traceback = RichTracebackFormatter()
rich_monochrome_traceback = RichTracebackFormatter(color_system=None)
default_exception_formatter, default_monochrome_exception_formatter = rich_traceback, rich_monochrome_traceback


class Column:
    """A key of events, and how its value is shown."""

    def __init__(self, key, formatter):
        self.key, self.formatter = key, formatter


class KeyValueColumnFormatter:
    """A key and its value."""

    def __init__(self, key_style, value_style, reset_style, value_repr, width=0, prefix='', postfix=''):
        self.key_style, self.value_style, self.reset_style, self.value_repr = key_style, value_style, reset_style, value_repr
        self.width, self.prefix, self.postfix = width, prefix, postfix

    def __call__(self, key, value):
        reset = self.reset_style
        before = self.prefix + reset if self.prefix else ''
        named = '' if self.key_style is None else f'{self.key_style}{key}{reset}='
        behind = self.postfix + reset if self.postfix else ''
        return f'{before}{named}{self.value_style}{self.value_repr(value):<{self.width}}{reset}{behind}'


class LogLevelColumnFormatter:
    """A level in brackets."""

    def __init__(self, level_styles, reset_style, width=None):
        self.level_styles = level_styles
        self.width = max(map(len, level_styles)) if level_styles and width != 0 else 0
        self.reset_style = reset_style if level_styles else ''

    def __call__(self, key, value):
        style = self.level_styles.get(value, '') if self.level_styles else ''
        return f'[{style}{value:<{self.width}}{self.reset_style}]'


class ConsoleRenderer:
    """Time, level and event in columns, the rest behind them, tracebacks below."""

    def __init__(self, pad_event_to=_EVENT_WIDTH, colors=True, force_colors=False, repr_native_str=False, level_styles=None,
                 exception_formatter=default_exception_formatter, sort_keys=True, event_key='event', timestamp_key='timestamp',
                 columns=None, pad_level=True, pad_event=None):
        self.colors, self.sort_keys, self.repr_native_str = colors, sort_keys, repr_native_str
        if exception_formatter is default_exception_formatter and not colors:
            exception_formatter = default_monochrome_exception_formatter
        self.exception_formatter = exception_formatter
        if columns is not None:
            given = [column for column in columns if column.key == '']
            if not given:
                raise ValueError("Must pass a default column formatter (a column with `key=''`).")
            if len(given) > 1:
                raise ValueError('Only one default column formatter allowed.')
            self._other, self._columns = given[0].formatter, [column for column in columns if column.key]
            return
        color = (lambda code: code) if colors else (lambda code: '')
        reset, bright = color(_RESET), color(_BRIGHT)
        levels = self.get_default_level_styles(colors) if level_styles is None else level_styles
        name = KeyValueColumnFormatter(None, bright + color(_BLUE), reset, str, prefix='[', postfix=']')
        self._other = KeyValueColumnFormatter(color(_CYAN), color(_MAGENTA), reset, self._repr)
        self._columns = [
            Column(timestamp_key, KeyValueColumnFormatter(None, color(_DIM), reset, str)),
            Column('level', LogLevelColumnFormatter({level: code + bright for level, code in levels.items()}, reset,
                                                    None if pad_level else 0)),
            Column(event_key, KeyValueColumnFormatter(None, bright, reset, str, width=pad_event_to if pad_event is None else pad_event)),
            Column('logger', name), Column('logger_name', name)]

    @staticmethod
    def get_default_level_styles(colors=True):
        return dict(_LEVELS) if colors else dict.fromkeys(_LEVELS, '')

    def _repr(self, value):
        if isinstance(value, str) and self.repr_native_str is not True and not set(value) & set(' \t=\r\n"\''):
            return value
        return repr(value)

    def __call__(self, logger, name, event_dict):
        stack, exception, exc_info = [event_dict.pop(key, None) for key in ('stack', 'exception', 'exc_info')]
        parts = []
        for column in self._columns:
            value = event_dict.pop(column.key, _NOT_THERE)
            if value is not _NOT_THERE:
                parts.append(column.formatter(column.key, value))
        parts += [self._other(key, event_dict[key]) for key in (sorted(event_dict) if self.sort_keys else event_dict)]
        file = StringIO()
        file.write(' '.join([part for part in parts if part]).rstrip(' '))
        if stack is not None:
            file.write('\n' + stack)
            if exc_info or exception is not None:
                file.write('\n\n' + '=' * 79 + '\n')
        exc_info = exc_info_of(exc_info)
        if exc_info:
            self.exception_formatter(file, exc_info)
        elif exception is not None:
            file.write('\n' + exception)
        return file.getvalue()


def set_exc_info(logger, method_name, event_dict):
    """What is being handled, for `exception`."""
    if method_name == 'exception':
        event_dict.setdefault('exc_info', True)
    return event_dict


def wants_colors():
    """Whether what is printed is seen in colours."""
    import os
    if os.environ.get('NO_COLOR', ''):
        return False
    return os.environ.get('FORCE_COLOR', '') != '' or sys.stdout is not None and hasattr(sys.stdout, 'isatty') and sys.stdout.isatty()
