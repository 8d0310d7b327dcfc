"""Filters, and handlers, which write records somewhere."""
import _weak
import logging  # where programs set `raiseExceptions` and others
import os
import sys
import traceback
from _thread import _count as _others, _part_rlock

from logging._records import LogRecord, NOTSET, _checkLevel

__name__ = 'logging'  # where what is here is said to be


def _outside(frame):  #: in logging/__init__.py
    """The first frame from here outward that is not of logging."""
    while frame.f_back is not None and frame.f_code.co_filename.startswith('<stdlib>/logging'):
        frame = frame.f_back
    return frame


class Filter:
    """Lets the records of one logger and its children pass."""

    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)  #: 797

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')  #: 808 elif self.name == «record.name»:


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for one in self.filters:
            if hasattr(one, 'filter'):
                result = one.filter(record)  #: 866 result = «f.filter(record)»
            else:
                result = one(record)  #: 868 result = «f(record)» # assume callable - will raise if not
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record


# Handlers by their names, and all of them in the order in which they were made.
_handlers, _handlerList = {}, []


def _forget(ref):
    if ref in _handlerList:
        _handlerList.remove(ref)


class Handler(Filterer):
    """Sends records somewhere."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)  #: 937
        self.formatter = None
        self._closed = False
        _handlerList.append(_weak.ref(self, _forget))
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = _part_rlock(0)

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()  #: 979

    def flush(self):
        pass

    def setLevel(self, level):
        self.level = _checkLevel(level)  #: 985

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        fmt = self.formatter or logging._defaultFormatter
        return fmt.format(record)  #: 998

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')  #: 1007 raise NotImplementedError('emit must be implemented '⏎                          'by Handler subclasses')

    def handle(self, record):
        result = self.filter(record)  #: 1021 rv = «self.filter(record)»
        if isinstance(result, LogRecord):
            record = result
        if result:
            lock = self.lock if _others() else None
            if lock:
                lock.acquire()
            try:
                self.emit(record)  #: 1026
            finally:
                if lock:
                    lock.release()
        return result

    def close(self):
        self._closed = True
        if self._name and _handlers.get(self._name) is self:
            del _handlers[self._name]

    def handleError(self, record):
        if logging.raiseExceptions and sys.stderr:
            exc = sys.exception()
            sys.stderr.write('--- Logging error ---\n')
            traceback.print_exception(exc)  #: 1075 traceback.print_exception(exc, limit=None, file=sys.stderr)
            sys.stderr.write('Call stack:\n')
            traceback.print_stack(_outside(sys._getframe(0)), file=sys.stderr)
            try:
                sys.stderr.write(f'Message: {record.msg!r}\nArguments: {record.args}\n')
            except RecursionError:
                raise
            except Exception:
                sys.stderr.write('Unable to print the message and arguments - possible formatting error.\n'
                                 'Use the traceback above to help find the error.\n')

    def __repr__(self):
        return f'<{self.__class__.__name__} ({logging.getLevelName(self.level)})>'


class StreamHandler(Handler):
    """Writes to a stream: stderr if none is given."""
    __class_getitem__ = classmethod(type(list[int]))
    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            msg = self.format(record)  #: 1150
            stream = self.stream
            stream.write(msg + self.terminator)  #: 1153
            self.flush()  #: 1154
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)  #: 1158

    def setStream(self, stream):
        if stream is self.stream:
            return None
        old, self.stream = self.stream, stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f'<{self.__class__.__name__} {name + " " if name else ""}({logging.getLevelName(self.level)})>'


class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class FileHandler(StreamHandler):
    """Writes to a file."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        self.baseFilename, self.mode = os.path.abspath(os.fspath(filename)), mode  #: 1198 filename = «os.fspath(filename)»
        self.encoding = encoding if 'b' in mode else encoding or 'utf-8'  #: 1204 if «"b" not in mode»:
        self.errors, self.delay = errors, delay
        # At the program's end the name is gone before handlers are.
        self._builtin_open = open
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())  #: 1218 StreamHandler.__init__(self, «self._open()»)

    def close(self):
        stream, self.stream = self.stream, None
        if stream:
            stream.flush()
            if hasattr(stream, 'close'):
                stream.close()
        super().close()

    def _open(self):
        open_file = self._builtin_open
        return open_file(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)  #: 1247 return «open_func(self.baseFilename, self.mode,⏎                 encoding=self.encoding, errors=self.errors)»

    def emit(self, record):
        if self.stream is None and (self.mode != 'w' or not self._closed):
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.baseFilename} ({logging.getLevelName(self.level)})>'
