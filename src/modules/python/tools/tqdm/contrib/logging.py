"""Logging that leaves bars whole."""
import contextlib
import logging
import sys

from tqdm import tqdm as std_tqdm


class _TqdmLoggingHandler(logging.StreamHandler):
    def __init__(self, tqdm_class=std_tqdm):
        self.tqdm_class = tqdm_class
        super().__init__()

    def emit(self, record):
        try:
            self.tqdm_class.write(self.format(record), file=self.stream)
            self.flush()
        except Exception:
            self.handleError(record)


def _to_console(handler):
    return isinstance(handler, logging.StreamHandler) and handler.stream in (sys.stdout, sys.stderr)


def _get_first_found_console_logging_handler(handlers):
    return next(filter(_to_console, handlers), None)


@contextlib.contextmanager
def logging_redirect_tqdm(loggers=None, tqdm_class=std_tqdm):
    loggers = [logging.root] if loggers is None else loggers
    before = [logger.handlers for logger in loggers]
    try:
        for logger in loggers:
            handler = _TqdmLoggingHandler(tqdm_class)
            old = _get_first_found_console_logging_handler(logger.handlers)
            if old is not None:
                handler.setFormatter(old.formatter)
                handler.stream = old.stream
                handler.filters.extend(old.filters)
            logger.handlers = [*(other for other in logger.handlers if not _to_console(other)), handler]
        yield
    finally:
        for logger, handlers in zip(loggers, before):
            logger.handlers = handlers


@contextlib.contextmanager
def tqdm_logging_redirect(*args, loggers=None, tqdm_class=std_tqdm, **kwargs):
    with tqdm_class(*args, **kwargs) as bar, logging_redirect_tqdm(loggers, tqdm_class):
        yield bar
