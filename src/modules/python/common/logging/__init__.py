"""Logging."""
import _weak
import atexit
import os
import sys
import time
import traceback
from _frames import modules as _modules
from _thread import _count as _others, _part_rlock

__all__ = [
    'BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter',
    'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN',
    'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception',
    'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log', 'makeLogRecord', 'setLoggerClass',
    'shutdown', 'warn', 'warning', 'getLogRecordFactory', 'setLogRecordFactory', 'lastResort', 'raiseExceptions',
    'getLevelNamesMapping', 'getHandlerByName', 'getHandlerNames']
CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
raiseExceptions = logThreads = logProcesses = logMultiprocessing = logAsyncioTasks = True
BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
_levelToName = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_nameToLevel = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10,
                'NOTSET': 0}
_start = time.time_ns()


def _process_name():
    multiprocessing = sys.modules.get('multiprocessing')
    return 'MainProcess' if multiprocessing is None else multiprocessing.current_process().name


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = _levelToName.get(level)
    found = _nameToLevel.get(level) if found is None else found
    return f'Level {level}' if found is None else found


def getLevelNamesMapping():
    return dict(_nameToLevel)


def addLevelName(level, levelName):
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _nameToLevel:
            raise ValueError(f'Unknown level: {level!r}')  #: 210 raise ValueError("Unknown level: %r" % level)
        return _nameToLevel[level]
    raise TypeError(f'Level not an integer or a valid string: {level!r}')  #: 213 raise TypeError("Level not an integer or a valid string: %r"⏎                % (level,))


def _outside(frame):
    """The first frame from here outward that is not of logging."""
    while frame.f_back is not None and frame.f_code.co_filename.startswith('<stdlib>/logging'):
        frame = frame.f_back
    return frame


class LogRecord:
    """One event that was logged."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        try:
            self.filename = pathname.rpartition('/')[2]
            self.module = self.filename.removesuffix('.py')
        except AttributeError:
            self.filename, self.module = pathname, 'Unknown module'
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now / 1e9
        self.msecs = (now % 1000000000) // 1000000 + 0.0
        if self.msecs == 999 and int(self.created) != now // 1000000000:
            # As a float the time has been rounded up to the next second.
            self.msecs = 0.0
        self.relativeCreated = (now - _start) / 1e6
        self.thread, self.threadName = _thread() if logThreads else (None, None)
        self.process = os.getpid() if logProcesses else None
        self.processName = _process_name() if logMultiprocessing else None
        self.taskName = _task_name() if logAsyncioTasks else None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        msg = str(self.msg)  #: 398 msg = «str(self.msg)»
        if self.args:
            msg = msg % self.args  #: 400
        return msg


def _thread():
    threading = _modules().get('threading')
    if threading is not None:
        return threading.get_ident(), threading.current_thread().name
    return 140000000000000, 'MainThread'


def _task_name():
    asyncio = _modules().get('asyncio')
    if asyncio is not None:
        try:
            return asyncio.current_task().get_name()
        except Exception:
            pass
    return None


class PercentStyle:
    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        name, closed, kind = self._fmt.partition('%(')[2].partition(')')
        if name.isidentifier() and kind[:1] in ('s', 'd'):
            return
        import re
        pattern = re.compile(r'%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]', re.I)
        if not pattern.search(self._fmt):  #: 460 if not «self.validation_pattern.search(self._fmt)»:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")  #: 461 raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def format(self, record):
        try:
            return self._format(record)  #: 472
        except KeyError as e:
            raise ValueError(f'Formatting field not found in record: {e}')  #: 474 raise ValueError('Formatting field not found in record: %s' % e)

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)  #: 468 return «self._fmt % values»


class StrFormatStyle(PercentStyle):
    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def validate(self):
        import re
        from string import Formatter as Parser
        fields = set()
        try:
            for _, field, spec, conversion in Parser().parse(self._fmt):  #: 496 for _, fieldname, spec, conversion in «_str_formatter.parse(self._fmt)»:
                if field:
                    if not re.match(r'^(\d+|\w+)(\.\w+|\[[^]]+\])*$', field):
                        raise ValueError(f'invalid field name/expression: {field!r}')  #: 499 raise ValueError('invalid field name/expression: %r' % fieldname)
                    fields.add(field)
                if conversion and conversion not in 'rsa':
                    raise ValueError(f'invalid conversion: {conversion!r}')  #: 502 raise ValueError('invalid conversion: %r' % conversion)
                if spec and not re.match(r'^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$', spec, re.I):
                    raise ValueError(f'bad specifier: {spec!r}')  #: 504 raise ValueError('bad specifier: %r' % spec)
        except ValueError as e:
            raise ValueError(f'invalid format: {e}')  #: 506 raise ValueError('invalid format: %s' % e)
        if not fields:
            raise ValueError('invalid format: no fields')  #: 508

    def _format(self, record):
        return self._fmt.format(**self._values(record))  #: 490 return «self._fmt.format(**values)»


class StringTemplateStyle(PercentStyle):
    default_format = '${message}'
    asctime_format = asctime_search = '${asctime}'

    def usesTime(self):
        return '$asctime' in self._fmt or super().usesTime()

    def validate(self):
        from string import Template
        fields = False
        for piece in Template(self._fmt)._pieces():
            if isinstance(piece, tuple):
                if piece[0] is None:
                    raise ValueError("invalid format: bare '$' not allowed")  #: 534 raise ValueError('invalid format: bare \'$\' not allowed')
                fields = True
        if not fields:
            raise ValueError('invalid format: no fields')  #: 536

    def _format(self, record):
        from string import Template
        return Template(self._fmt).substitute(**self._values(record))  #: 543 return «self._tpl.substitute(**values)»


_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


class Formatter:
    """Makes text of records."""
    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError(f'Style must be one of: {",".join(_STYLES)}')  #: 618 raise ValueError('Style must be one of: %s' % ','.join(⏎                 _STYLES.keys()))
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()  #: 622
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text.removesuffix('\n')

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)  #: 683

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()  #: 711
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)  #: 714 s = «self.formatMessage(record)»
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text.removesuffix('\n') + '\n' + record.exc_text
        if record.stack_info:
            text = text.removesuffix('\n') + '\n' + self.formatStack(record.stack_info)
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes one text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        lines = ''.join(map(self.linefmt.format, records))
        return self.formatHeader(records) + lines + self.formatFooter(records)


class Filter:
    """Lets the records of one logger and its children pass."""

    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)  #: 797

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


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
            self.lock.release()

    def flush(self):
        pass

    def setLevel(self, level):
        self.level = _checkLevel(level)  #: 985

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        fmt = self.formatter or _defaultFormatter
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
        if raiseExceptions and sys.stderr:
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
        return f'<{self.__class__.__name__} ({getLevelName(self.level)})>'


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
        return f'<{self.__class__.__name__} {name + " " if name else ""}({getLevelName(self.level)})>'


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
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)  #: 1519

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)  #: 1531

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)  #: 1548

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)  #: 1566

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)  #: 1572

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError('level must be an integer')  #: 1585 raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)  #: 1589

    def findCaller(self, stack_info=False, stacklevel=1):
        frame = _outside(sys._getframe(1))
        while stacklevel > 1 and frame.f_back is not None:
            frame = _outside(frame.f_back)
            stacklevel -= 1
        shown = None
        if stack_info:
            shown = 'Stack (most recent call last):\n' + ''.join(traceback.format_stack(frame)).removesuffix('\n')
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, shown

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
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
                if record.levelno >= handler.level:
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
        return getLogger(suffix if self is root else '.'.join((self.name, suffix)))

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
    if klass != Logger and not issubclass(klass, Logger):
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


class FileHandler(StreamHandler):
    """Writes to a file."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        self.baseFilename, self.mode = os.path.abspath(os.fspath(filename)), mode  #: 1198 filename = «os.fspath(filename)»
        self.encoding = encoding if 'b' in mode else encoding or 'utf-8'
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
        return f'<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>'


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
    warning(msg, *args, **kwargs)


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


class LoggerAdapter:
    """A logger with values that go into every record."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        if self.merge_extra and 'extra' in kwargs:
            kwargs['extra'] = {**self.extra, **kwargs['extra']}
        else:
            kwargs['extra'] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def __repr__(self):
        logger = self.logger
        return f'<{self.__class__.__name__} {logger.name} ({getLevelName(logger.getEffectiveLevel())})>'

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        return self.logger.name
