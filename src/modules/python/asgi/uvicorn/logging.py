"""How the server's lines look."""
import logging as _logging
import sys as _sys
from copy import copy as _copy
from _http_statuses import PHRASES as _PHRASES

TRACE_LOG_LEVEL = 5
_CODES = {'red': 31, 'green': 32, 'yellow': 33, 'blue': 34, 'cyan': 36, 'bright_red': 91, 'bright_white': 97}


def style(text, fg=None, bold=False):
    return f'{f"\x1b[{_CODES[fg]}m" if fg else ""}{"\x1b[1m" if bold else ""}{text}\x1b[0m'


class ColourizedFormatter(_logging.Formatter):
    level_name_colors = {TRACE_LOG_LEVEL: 'blue', 10: 'cyan', 20: 'green', 30: 'yellow', 40: 'red', 50: 'bright_red'}

    def __init__(self, fmt=None, datefmt=None, style='%', use_colors=None):
        self.use_colors = use_colors if use_colors in (True, False) else _sys.stdout.isatty()
        super().__init__(fmt=fmt, datefmt=datefmt, style=style)

    def color_level_name(self, level_name, level_no):
        color = self.level_name_colors.get(level_no)
        return style(level_name, fg=color) if color else level_name

    def should_use_colors(self):
        return True

    def formatMessage(self, record):
        record = _copy(record)
        name = record.levelname
        if self.use_colors:
            name = self.color_level_name(name, record.levelno)
            if 'color_message' in record.__dict__:
                record.msg = record.color_message
                record.message = record.getMessage()
        record.levelprefix = f'{name}:{" " * (8 - len(record.levelname))}'
        return super().formatMessage(record)


class DefaultFormatter(ColourizedFormatter):
    def should_use_colors(self):
        return _sys.stderr.isatty()


class AccessFormatter(ColourizedFormatter):
    status_code_colours = {1: 'bright_white', 2: 'green', 3: 'yellow', 4: 'red', 5: 'bright_red'}

    def get_status_code(self, status_code):
        text = f"{status_code} {_PHRASES.get(status_code, '')}"
        color = self.status_code_colours.get(status_code // 100)
        return style(text, fg=color) if self.use_colors and color else text

    def formatMessage(self, record):
        record = _copy(record)
        record.client_addr, method, path, version, status = record.args
        record.request_line = f'{method} {path} HTTP/{version}'
        if self.use_colors:
            record.request_line = style(record.request_line, bold=True)
        record.status_code = self.get_status_code(int(status))
        return super().formatMessage(record)
