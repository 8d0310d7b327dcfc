"""A handler that shows what is logged in columns."""
import logging
import os
from logging import Handler

from rich import get_console
from rich._log_render import LogRender
from rich.highlighter import ReprHighlighter
from rich.text import Text


class RichHandler(Handler):
    """Shows what is logged: its time, level, message and line, in columns."""
    KEYWORDS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']
    HIGHLIGHTER_CLASS = ReprHighlighter

    def __init__(self, level=logging.NOTSET, console=None, *, show_time=True, omit_repeated_times=True, show_level=True,
                 show_path=True, enable_link_path=True, highlighter=None, markup=False, rich_tracebacks=False,
                 tracebacks_width=None, tracebacks_code_width=88, tracebacks_extra_lines=3, tracebacks_theme=None,
                 tracebacks_word_wrap=True, tracebacks_show_locals=False, tracebacks_suppress=(), tracebacks_max_frames=100,
                 locals_max_length=10, locals_max_string=80, log_time_format='[%x %X]', keywords=None):
        super().__init__(level=level)
        self.console, self.highlighter = console or get_console(), highlighter or self.HIGHLIGHTER_CLASS()
        self._log_render = LogRender(show_time=show_time, show_level=show_level, show_path=show_path, level_width=None,
                                     time_format=log_time_format, omit_repeated_times=omit_repeated_times)
        self.enable_link_path, self.markup, self.rich_tracebacks = enable_link_path, markup, rich_tracebacks
        self._traces = {'width': tracebacks_width, 'code_width': tracebacks_code_width, 'extra_lines': tracebacks_extra_lines,
                        'theme': tracebacks_theme, 'word_wrap': tracebacks_word_wrap, 'show_locals': tracebacks_show_locals,
                        'suppress': tracebacks_suppress, 'max_frames': tracebacks_max_frames,
                        'locals_max_length': locals_max_length, 'locals_max_string': locals_max_string}
        self.keywords = keywords

    def get_level_text(self, record):
        return Text.styled(record.levelname.ljust(8), f'logging.level.{record.levelname.lower()}')

    def emit(self, record):
        message, traceback = self.format(record), None
        if self.rich_tracebacks and record.exc_info and record.exc_info != (None, None, None):
            from rich.traceback import Traceback
            traceback = Traceback.from_exception(*record.exc_info, **self._traces)
            message = record.getMessage()
            if self.formatter:
                record.message = record.getMessage()
                if self.formatter.usesTime():
                    record.asctime = self.formatter.formatTime(record, self.formatter.datefmt)
                message = self.formatter.formatMessage(record)
        shown = self.render(record=record, traceback=traceback, message_renderable=self.render_message(record, message))
        try:
            self.console.print(shown)
        except Exception:
            self.handleError(record)

    def render_message(self, record, message):
        text = Text.from_markup(message) if getattr(record, 'markup', self.markup) else Text(message)
        highlighter = getattr(record, 'highlighter', self.highlighter)
        if highlighter:
            text = highlighter(text)
        if self.keywords is None:
            self.keywords = self.KEYWORDS
        if self.keywords:
            text.highlight_words(self.keywords, 'logging.keyword')
        return text

    def render(self, *, record, traceback, message_renderable):
        from datetime import datetime
        return self._log_render(
            self.console, [message_renderable, traceback] if traceback else [message_renderable],
            log_time=datetime.fromtimestamp(record.created), level=self.get_level_text(record),
            time_format=None if self.formatter is None else self.formatter.datefmt, path=os.path.basename(record.pathname),
            line_no=record.lineno, link_path=record.pathname if self.enable_link_path else None)
