"""Logging."""
import atexit
import os
import sys
import time
import traceback

from logging._records import (CRITICAL, DEBUG, ERROR, FATAL, INFO, LogRecord, NOTSET, WARN, WARNING, _checkLevel,
                              _levelToName, _nameToLevel, addLevelName, getLevelName, getLevelNamesMapping)
from logging._formats import (BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle, StrFormatStyle,
                              StringTemplateStyle, _STYLES, _defaultFormatter)
from logging._outputs import (FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler, _StderrHandler,
                              _handlerList, _handlers, _outside)

__all__ = [
    'BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter',
    'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN',
    'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception',
    'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log', 'makeLogRecord', 'setLoggerClass',
    'shutdown', 'warn', 'warning', 'getLogRecordFactory', 'setLogRecordFactory', 'lastResort', 'raiseExceptions',
    'getLevelNamesMapping', 'getHandlerByName', 'getHandlerNames']
raiseExceptions = logThreads = logProcesses = logMultiprocessing = logAsyncioTasks = True
lastResort = _StderrHandler(WARNING)


class Manager:
    """The loggers by name."""

    def __init__(self, root):
        self.root = root
        self.disable = 0
        self.loggerDict = {}
        self.loggerClass = None
        self.logRecordFactory = None
        self.emittedNoHandlerWarning = False

    @property
    def disable(self):
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)  #: 1359

    def _clear_cache(self):
        for logger in self.loggerDict.values():
            if isinstance(logger, Logger):
                logger._cache.clear()
        self.root._cache.clear()

    def getLogger(self, name):
        known = self.loggerDict
        before = known.get(name)
        if isinstance(before, Logger):
            return before
        logger = known[name] = (self.loggerClass or _loggerClass)(name)
        logger.manager = self
        parent, _, _ = name.rpartition('.')
        while parent and not isinstance(above := known.get(parent), Logger):
            if above is None:
                known[parent] = PlaceHolder(logger)
            else:
                above.append(logger)
            parent, _, _ = parent.rpartition('.')
        logger.parent = known[parent] if parent else self.root
        # Loggers below that existed before hang on the new one.
        for other in before.loggerMap if before is not None else ():
            if not other.parent.name.startswith(name):
                other.parent = logger
        return logger

    def setLoggerClass(self, klass):
        _refuse_others(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory


class Logger(Filterer):
    """One named channel."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)  #: 1483
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False
        self._cache = {}

    def setLevel(self, level):
        self.level = _checkLevel(level)  #: 1494 self.level = «_checkLevel(level)»
        self.manager._clear_cache()

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)  #: 1507

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):  #: 1518
            self._log(INFO, msg, args, **kwargs)  #: 1519

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)  #: 1531

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)  #: 1536

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):  #: 1547
            self._log(ERROR, msg, args, **kwargs)  #: 1548

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):  #: 1565
            self._log(CRITICAL, msg, args, **kwargs)  #: 1566

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)  #: 1572

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError('level must be an integer')  #: 1585 raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):  #: 1588
            self._log(level, msg, args, **kwargs)  #: 1589

    def findCaller(self, stack_info=False, stacklevel=1):
        frame = _outside(sys._getframe(1))
        while stacklevel > 1 and frame.f_back is not None:  #: 1601 while «stacklevel > 0»:
            frame = _outside(frame.f_back)
            stacklevel -= 1
        shown = None
        if stack_info:
            shown = 'Stack (most recent call last):\n' + ''.join(traceback.format_stack(frame)).removesuffix('\n')
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, shown

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)  #: 1631 rv = «_logRecordFactory(name, level, fn, lno, msg, args, exc_info, func,⏎                     sinfo)»
        if extra is not None:
            for key in extra:  #: 1634
                if key in ('message', 'asctime') or key in record.__dict__:
                    raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')  #: 1636 raise KeyError("Attempt to overwrite %r in LogRecord" % key)
                record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        record = self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo)  #: 1662 record = «self.makeRecord(self.name, level, fn, lno, msg, args,⏎                         exc_info, func, extra, sinfo)»
        self.handle(record)  #: 1664

    def handle(self, record):
        if self.disabled:
            return
        result = self.filter(record)  #: 1675 maybe_record = «self.filter(record)»
        if not result:
            return
        if isinstance(result, LogRecord):
            record = result
        self.callHandlers(record)  #: 1680

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        logger, found = self, 0
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:  #: 1735 if «record.levelno» >= hdlr.level:
                    handler.handle(record)  #: 1736 hdlr.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort and record.levelno >= lastResort.level:
            lastResort.handle(record)  #: 1744
        elif not found and not lastResort and raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
            self.manager.emittedNoHandlerWarning = True

    def __reduce__(self):
        if getLogger(self.name) is not self:
            import pickle
            raise pickle.PicklingError('logger cannot be pickled')
        return getLogger, (self.name,)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        try:
            return self._cache[level]  #: 1772
        except KeyError:
            enabled = self._cache[level] = not self.manager.disable >= level and level >= self.getEffectiveLevel()  #: 1775 if «self.manager.disable >= level»:
            return enabled

    def getChild(self, suffix):
        return getLogger(suffix if self is root else '.'.join((self.name, suffix)))  #: 1799 suffix = «'.'.join((self.name, suffix))»

    def getChildren(self):
        return {logger for logger in self.manager.loggerDict.values()
                if isinstance(logger, Logger) and logger.parent is self and logger._level_of_name() ==
                1 + self._level_of_name()}

    def _level_of_name(self):
        return 0 if self is root else 1 + self.name.count('.')

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


class PlaceHolder:
    """Stands for a name that has loggers below it, and none itself."""

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap.setdefault(alogger)


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__('root', level)


_logRecordFactory = LogRecord
_loggerClass = Logger
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    return _logRecordFactory


def _refuse_others(klass):
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError(f'logger not derived from logging.Logger: {klass.__name__}')


def setLoggerClass(klass):
    if klass != Logger and not issubclass(klass, Logger):  #: 1325 if not «issubclass(klass, Logger)»:
        raise TypeError(f'logger not derived from logging.Logger: {klass.__name__}')  #: 1326 raise TypeError("logger not derived from logging.Logger: "⏎                + klass.__name__)
    global _loggerClass
    _loggerClass = klass


def getLoggerClass():
    return _loggerClass


def getLogger(name=None):
    """The logger of that name; the root without one."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    if not isinstance(name, str):
        def getLogger():  #: in logging/__init__.py
            raise TypeError('A logger name must be a string')  #: 1374
        getLogger()  #: 2136 return «Logger.manager.getLogger(name)»
    return Logger.manager.getLogger(name)


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one."""
    force = kwargs.pop('force', False)
    encoding, errors = kwargs.pop('encoding', None), kwargs.pop('errors', 'backslashreplace')
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = kwargs.pop('handlers', None)
    if handlers is None:
        if 'stream' in kwargs and 'filename' in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")  #: 2085 raise ValueError("'stream' and 'filename' should not be "⏎                 "specified together")
    elif 'stream' in kwargs or 'filename' in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")  #: 2089 raise ValueError("'stream' or 'filename' should not be "⏎                 "specified together with 'handlers'")
    if handlers is None:
        filename, mode = kwargs.pop('filename', None), kwargs.pop('filemode', 'a')
        if filename:
            binary = 'b' in mode
            handlers = [FileHandler(filename, mode, None if binary else encoding, errors=None if binary else errors)]  #: 2099 h = «FileHandler(filename, mode,⏎                encoding=encoding, errors=errors)»
        else:
            handlers = [StreamHandler(kwargs.pop('stream', None))]
    datefmt, style = kwargs.pop('datefmt', None), kwargs.pop('style', '%')
    if style not in _STYLES:
        raise ValueError(f'Style must be one of: {",".join(_STYLES)}')  #: 2108 raise ValueError('Style must be one of: %s' % ','.join(⏎                 _STYLES.keys()))
    formatter = Formatter(kwargs.pop('format', _STYLES[style][1]), datefmt, style)  #: 2111 fmt = «Formatter(fs, dfs, style)»
    for handler in handlers:
        if handler.formatter is None:  #: 2113 if «h.formatter» is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop('level', None)
    if level is not None:
        root.setLevel(level)  #: 2118
    if kwargs:
        raise ValueError(f'Unrecognised argument(s): {", ".join(kwargs)}')  #: 2121 raise ValueError('Unrecognised argument(s): %s' % keys)


def critical(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.critical(msg, *args, **kwargs)  #: 2146


def error(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.error(msg, *args, **kwargs)  #: 2162


def warning(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.warning(msg, *args, **kwargs)  #: 2180


def info(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.info(msg, *args, **kwargs)  #: 2195


def debug(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.debug(msg, *args, **kwargs)  #: 2205


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)  #: 2170


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)  #: 2152


def warn(msg, *args, **kwargs):
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)  #: 2185


def makeLogRecord(dict):
    """A record with these attributes."""
    record = _logRecordFactory(None, None, '', 0, '', (), None, None)
    record.__dict__.update(dict)  #: 433 rv.__dict__.update(dict)
    return record


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)  #: 2215


def disable(level=CRITICAL):
    root.manager.disable = level  #: 2221 «root.manager.disable» = level
    root.manager._clear_cache()


def shutdown(handlerList=_handlerList):
    for ref in reversed(handlerList[:]):
        try:
            handler = ref()
            if handler:
                try:
                    handler.acquire()
                    if getattr(handler, 'flushOnClose', True):
                        handler.flush()  #: 2243 h.flush()
                    handler.close()
                except (OSError, ValueError):
                    pass
                finally:
                    handler.release()
        except Exception:
            if raiseExceptions:
                raise


atexit.register(shutdown)


_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    import warnings
    if file is not None:
        if _warnings_showwarning is not None:
            _warnings_showwarning(message, category, filename, lineno, file, line)
        return
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(warnings.formatwarning(message, category, filename, lineno, line))


def captureWarnings(capture):
    import warnings
    global _warnings_showwarning
    if capture and _warnings_showwarning is None:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning, _warnings_showwarning = _warnings_showwarning, None


def getHandlerNames():
    return frozenset(_handlers)


def getHandlerByName(name):
    return _handlers.get(name)


def _of_asyncio(level, msg, exc, path, lineno, func):  #: -
    """A record that asyncio makes: its place is in the library."""
    logger = getLogger('asyncio')
    # Who has put something in the place of the module's logger has imported the module.
    module = sys.modules.get(f'asyncio.{os.path.basename(path)[:-3]}')
    given = getattr(module, '__dict__', {}).get('logger', logger)
    name = getLevelName(level).lower()
    if given is not logger or name in logger.__dict__ or getattr(type(logger), name) is not getattr(Logger, name):
        # The program has put something in the logger's place, or the method's.
        more = {}
        if level == ERROR:
            failed = msg.startswith('Exception in default exception handler')
            more['exc_info'] = failed or exc is not None and (type(exc), exc, exc.__traceback__)
        getattr(given, name)(msg, **more)
        return
    if logger.isEnabledFor(level):
        exc = exc and (type(exc), exc, exc.__traceback__)
        record = logger.makeRecord('asyncio', level, path, lineno, msg, (), exc, func)

        def error():  #: in logging/__init__.py
            _log()  #: 1548 self._log(ERROR, msg, args, **kwargs)

        def _log():  #: in logging/__init__.py
            logger.handle(record)  #: 1664 self.handle(record)
        error()


def __getattr__(name):
    if name != 'LoggerAdapter':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from logging._adapters import LoggerAdapter
    return globals().setdefault(name, LoggerAdapter)


def __dir__():
    return sorted({*globals(), 'LoggerAdapter'})
