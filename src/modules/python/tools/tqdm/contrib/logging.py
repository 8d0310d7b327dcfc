"""Logging that leaves bars whole."""
import contextlib
import logging
import sys

from tqdm import tqdm as std_tqdm


class _Handler(logging.StreamHandler):
    def __init__(self, tqdm_class):
        super().__init__()
        self.tqdm_class = tqdm_class

    def emit(self, record):
        self.tqdm_class.write(self.format(record), file=self.stream)
        self.flush()


def _to_console(handler):
    return isinstance(handler, logging.StreamHandler) and handler.stream in (sys.stdout, sys.stderr)


@contextlib.contextmanager
def logging_redirect_tqdm(loggers=None, tqdm_class=std_tqdm):
    loggers = [logging.root] if loggers is None else loggers
    before = [logger.handlers for logger in loggers]
    try:
        for logger in loggers:
            handler = _Handler(tqdm_class)
            old = next(filter(_to_console, logger.handlers), None)
            if old is not None:
                handler.setFormatter(old.formatter)
                handler.stream = old.stream
            logger.handlers = [*(other for other in logger.handlers if not _to_console(other)), handler]
        yield
    finally:
        for logger, handlers in zip(loggers, before):
            logger.handlers = handlers
