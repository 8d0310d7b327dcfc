"""Loggers that write, and what makes them."""
import sys
import threading

_locks = {}


def _lock_of(file):
    return _locks.setdefault(file, threading.Lock())


def _with_levels(cls):
    """All levels are written in the same way."""
    for name in 'log debug info warn warning fatal failure err error critical exception'.split():
        setattr(cls, name, cls.msg)
    return cls


@_with_levels
class PrintLogger:
    """Prints."""

    def __init__(self, file=None):
        self._file = file or sys.stdout
        self._lock = _lock_of(self._file)
        self._given = file

    def __repr__(self):
        return f'<{type(self).__name__}(file={self._file!r})>'

    def msg(self, message):
        with self._lock:
            print(message, file=self._given, flush=True)


@_with_levels
class WriteLogger(PrintLogger):
    """Writes lines."""

    def msg(self, message):
        with self._lock:
            self._file.write(message + '\n')
            self._file.flush()


@_with_levels
class BytesLogger(PrintLogger):
    """Writes lines of bytes."""

    def __init__(self, file=None):
        super().__init__(file or sys.stdout.buffer)

    def msg(self, message):
        with self._lock:
            self._file.write(message + b'\n')
            self._file.flush()


@_with_levels
class ReturnLogger:
    """Gives what it is told."""

    def msg(self, *args, **kw):
        return args[0] if len(args) == 1 and not kw else (args, kw)


class _Factory:
    def __init__(self, file=None):
        self._file = file

    def __call__(self, *args):
        return self.made(self._file)


class PrintLoggerFactory(_Factory):
    """Makes what prints."""
    made = PrintLogger


class WriteLoggerFactory(_Factory):
    """Makes what writes lines."""
    made = WriteLogger


class BytesLoggerFactory(_Factory):
    """Makes what writes lines of bytes."""
    made = BytesLogger


class ReturnLoggerFactory:
    """Gives the same logger again and again."""

    def __init__(self):
        self._logger = ReturnLogger()

    def __call__(self, *args):
        return self._logger
