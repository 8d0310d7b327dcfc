"""The logger: what it does with a message, and the handlers and levels it shares with those made from it."""
import builtins
import functools
import sys
import threading
import warnings
from _thread import allocate_lock
from collections import namedtuple
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import isclass, iscoroutinefunction, isgeneratorfunction
from os import PathLike, getpid
from os.path import basename, dirname, splitext

from loguru import _colors, _defaults, _filters
from loguru._handler import Errors, Handler
from loguru._records import RecordException, RecordFile, RecordLevel, RecordProcess, RecordThread, aware_now

Level = namedtuple('Level', ['name', 'no', 'color', 'icon'])
_start = aware_now()
_context = ContextVar('loguru_context', default={})
_CAUGHT = ("An error has been caught in function '{record[function]}', process '{record[process].name}' ({record[process].id}), "
           "thread '{record[thread].name}' ({record[thread].id}):")


def _type(value):
    return type(value).__name__


class Core:
    """What all loggers share."""

    def __init__(self):
        names = 'TRACE', 'DEBUG', 'INFO', 'SUCCESS', 'WARNING', 'ERROR', 'CRITICAL'
        parts = {name: [getattr(_defaults, f'LOGURU_{name}_{part}') for part in ('NO', 'COLOR', 'ICON')] for name in names}
        self.levels = {name: Level(name, *parts[name]) for name in names}
        self.level_codes = {name: _colors.ansify(level.color) for name, level in self.levels.items()} | {None: ''}
        self.handlers_count, self.handlers, self.min_level = 0, {}, float('inf')
        self.extra, self.patcher = {}, None
        self.enabled, self.activation, self.activation_none = {}, [], True
        self.local, self.lock = threading.local(), allocate_lock()

    def __getstate__(self):
        return {**self.__dict__, 'local': None, 'lock': None}

    def __setstate__(self, state):
        self.__dict__.update(state, local=threading.local(), lock=allocate_lock())


class Logger:
    """Hands messages to handlers. One is there from the start: `from loguru import logger`."""

    def __init__(self, core, exception, depth, record, lazy, colors, raw, capture, patchers, extra):
        self._core = core
        self._options = exception, depth, record, lazy, colors, raw, capture, patchers, extra

    def __repr__(self):
        return f'<loguru.logger handlers={list(self._core.handlers.values())!r}>'

    def add(self, sink, *, level=_defaults.LOGURU_LEVEL, format=_defaults.LOGURU_FORMAT, filter=_defaults.LOGURU_FILTER,
            colorize=_defaults.LOGURU_COLORIZE, serialize=_defaults.LOGURU_SERIALIZE, backtrace=_defaults.LOGURU_BACKTRACE,
            diagnose=_defaults.LOGURU_DIAGNOSE, enqueue=_defaults.LOGURU_ENQUEUE, context=_defaults.LOGURU_CONTEXT,
            catch=_defaults.LOGURU_CATCH, **kwargs):
        """Adds a handler that hands messages to a file, a stream, a function; gives the number to remove it by."""
        core = self._core
        with core.lock:
            handler_id = core.handlers_count
            core.handlers_count += 1
        errors = Errors(catch, handler_id)
        if serialize and colorize is None:
            colorize = False
        sink, name, encoding, end, colorize, kwargs = self._sink(sink, colorize, enqueue, errors, kwargs)
        if kwargs:
            raise TypeError(f"add() got an unexpected keyword argument '{next(iter(kwargs))}'")
        filter_ = self._filter(filter)
        levelno = self.level(level).no if isinstance(level, str) else level
        if not isinstance(levelno, int):
            raise TypeError(f"Invalid level, it should be an integer or a string, not: '{_type(level)}'")
        if levelno < 0:
            raise ValueError(f'Invalid level value, it should be a positive integer, not: {levelno}')
        if isinstance(format, str):
            try:
                layout = _colors.Format(format + end + '{exception}')
            except ValueError as error:
                raise ValueError('Invalid format, color markups could not be parsed correctly') from error
        elif not callable(format):
            raise TypeError(f"Invalid format, it should be a string or a function, not: '{_type(format)}'")
        else:
            _no_builtin(format, 'format')
            layout = format
        if isinstance(context, str):
            from multiprocessing import get_context
            context = get_context(context)
        elif context is not None:
            from multiprocessing.context import BaseContext
            if not isinstance(context, BaseContext):
                raise TypeError(f"Invalid context, it should be a string or a multiprocessing context, not: '{_type(context)}'")
        encoding = encoding if isinstance(encoding, str) else 'ascii'
        with core.lock:
            exceptions = (colorize, backtrace, diagnose, encoding, dirname(self.add.__code__.co_filename), '' if end else '\n')
            handler = Handler(sink=sink, name=name, levelno=levelno, layout=layout, filter_=filter_, colorize=colorize,
                              serialize=serialize, enqueue=enqueue, context=context, errors=errors, exceptions=exceptions,
                              id_=handler_id, level_codes=core.level_codes)
            core.min_level = min(core.min_level, levelno)
            core.handlers = core.handlers | {handler_id: handler}
        return handler_id

    def _sink(self, sink, colorize, enqueue, errors, kwargs):
        """A sink, its name and encoding, what ends its lines, whether it shows colours, and arguments that nobody took."""
        if isinstance(sink, (str, PathLike)):
            from loguru._files import FileSink
            file = FileSink(sink, **kwargs)
            return file, f"'{sink}'", file.encoding, '\n', bool(colorize), {}
        from loguru import _sinks
        if callable(getattr(sink, 'write', None)):
            colorize = _colors.wanted_by(sink) if colorize is None else colorize
            name = getattr(sink, 'name', None) or repr(sink)
            return _sinks.StreamSink(sink), name, getattr(sink, 'encoding', None), '\n', colorize, kwargs
        logging = sys.modules.get('logging')
        if logging is not None and isinstance(sink, logging.Handler):
            return _sinks.StandardSink(sink), repr(sink), getattr(sink, 'encoding', None), '', bool(colorize), kwargs
        if not callable(sink):
            raise TypeError(f"Cannot log to objects of type '{_type(sink)}'")
        name = getattr(sink, '__name__', None) or repr(sink)
        called = sink if iscoroutinefunction(sink) else sink.__call__
        if not iscoroutinefunction(called):
            return _sinks.CallableSink(sink), name, 'utf8', '\n', bool(colorize), kwargs
        loop = kwargs.pop('loop', None)
        if enqueue and loop is None:
            import asyncio
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError as error:
                raise ValueError('An event loop is required to add a coroutine sink with `enqueue=True`, but none has been '
                                 'passed as argument and none is currently running.') from error
        return _sinks.AsyncSink(called, loop, errors), name, 'utf8', '\n', bool(colorize), kwargs

    def _filter(self, wanted):
        if wanted is None:
            return None
        if isinstance(wanted, str):
            return functools.partial(_filters.filter_by_name, parent=wanted + '.') if wanted else _filters.filter_none
        if isinstance(wanted, dict):
            levels = {module: self._filter_level(module, level) for module, level in wanted.items()}
            return functools.partial(_filters.filter_by_level, level_per_module=levels)
        if not callable(wanted):
            raise TypeError(f"Invalid filter, it should be a function, a string or a dict, not: '{_type(wanted)}'")
        _no_builtin(wanted, 'filter')
        return wanted

    def _filter_level(self, module, level):
        if module is not None and not isinstance(module, str):
            raise TypeError(f"The filter dict contains an invalid module, it should be a string (or None), not: '{_type(module)}'")
        said = f"The filter dict contains a module '{module}' associated to"
        if isinstance(level, bool):
            return 0 if level else False
        if isinstance(level, str):
            try:
                return self.level(level).no
            except ValueError:
                raise ValueError(f"{said} a level name which does not exist: '{level}'") from None
        if not isinstance(level, int):
            raise TypeError(f"{said} an invalid level, it should be an integer, a string or a boolean, not: '{_type(level)}'")
        if level < 0:
            raise ValueError(f"{said} an invalid level, it should be a positive integer, not: '{level}'")
        return level

    def remove(self, handler_id=None):
        """Removes a handler, or all of them."""
        core = self._core
        if handler_id is not None and not isinstance(handler_id, int):
            raise TypeError('Invalid handler id, it should be an integer as returned by the '
                            f"'add()' method (or None), not: '{_type(handler_id)}'")
        with core.lock:
            if handler_id is not None and handler_id not in core.handlers:
                raise ValueError('There is no existing handler with id %d' % handler_id)
            for one in list(core.handlers) if handler_id is None else [handler_id]:
                handlers = core.handlers.copy()
                handler = handlers.pop(one)
                core.min_level = min((other.levelno for other in handlers.values()), default=float('inf'))
                core.handlers = handlers
                handler.stop()

    def complete(self):
        """Waits for what is queued; what it gives can be awaited, for what coroutine sinks still do."""
        tasks = []
        with self._core.lock:
            for handler in self._core.handlers.values():
                handler.complete_queue()
                tasks += handler.tasks_to_complete()

        class AwaitableCompleter:
            def __await__(self):
                for task in tasks:
                    yield from task.__await__()

        return AwaitableCompleter()

    def catch(self, exception=Exception, *, level='ERROR', reraise=False, onerror=None, exclude=None, default=None,
              message=_CAUGHT):
        """Logs what a block or a decorated function raises, and goes on."""
        if callable(exception) and not (isclass(exception) and issubclass(exception, BaseException)):
            return self.catch()(exception)
        logger = self

        class Catcher:
            def __init__(self, from_decorator):
                self._from_decorator = from_decorator

            def __enter__(self):
                return None

            def __exit__(self, type_, value, traceback_):
                if type_ is None:
                    return None
                local = logger._core.local
                if getattr(local, 'logging', False) or not issubclass(type_, exception):
                    return False
                if exclude is not None and issubclass(type_, exclude):
                    return False
                _, depth, _, *rest = logger._options
                options = [(type_, value, traceback_), depth + self._from_decorator, True, *rest]
                local.logging = True
                try:
                    logger._log(level, self._from_decorator, options, message, (), {})
                finally:
                    local.logging = False
                if onerror is not None:
                    onerror(value)
                return not reraise

            def __call__(self, function):
                if isclass(function):
                    raise TypeError("Invalid object decorated with 'catch()', it must be a function, not a class "
                                    f"(tried to wrap '{function.__name__}')")
                catcher = Catcher(True)
                if iscoroutinefunction(function):
                    async def catch_wrapper(*args, **kwargs):
                        with catcher:
                            return await function(*args, **kwargs)
                        return default
                elif isgeneratorfunction(function):
                    def catch_wrapper(*args, **kwargs):
                        with catcher:
                            return (yield from function(*args, **kwargs))
                        return default
                else:
                    def catch_wrapper(*args, **kwargs):
                        with catcher:
                            return function(*args, **kwargs)
                        return default
                return functools.update_wrapper(catch_wrapper, function)

        return Catcher(False)

    def opt(self, *, exception=None, record=False, lazy=False, colors=False, raw=False, capture=True, depth=0, ansi=False):
        """A logger that does the next message in another way."""
        if ansi:
            colors = True
            warnings.warn("The 'ansi' parameter is deprecated, please use 'colors' instead", DeprecationWarning, stacklevel=2)
        return Logger(self._core, exception, depth, record, lazy, colors, raw, capture, *self._options[-2:])

    def bind(__self, **kwargs):
        """A logger whose records carry these values in `extra`."""
        *options, extra = __self._options
        return Logger(__self._core, *options, extra | kwargs)

    @contextmanager
    def contextualize(__self, **kwargs):
        """As `bind`, of all loggers, in a block and what runs in its context."""
        token = _context.set(_context.get() | kwargs)
        try:
            yield
        finally:
            _context.reset(token)

    def patch(self, patcher):
        """A logger whose records are changed by a function."""
        *options, patchers, extra = self._options
        return Logger(self._core, *options, [*patchers, patcher], extra)

    def level(self, name, no=None, color=None, icon=None):
        """A level; with more than its name it is added or changed."""
        core = self._core
        if not isinstance(name, str):
            raise TypeError(f"Invalid level name, it should be a string, not: '{_type(name)}'")
        old = core.levels.get(name)
        if no is color is icon is None:
            if old is None:
                raise ValueError(f"Level '{name}' does not exist")
            return old
        if old is None and no is None:
            raise ValueError(f"Level '{name}' does not exist, you have to create it by specifying a level no")
        if old is not None and no is not None:
            raise ValueError(f"Level '{name}' already exists, you can't update its severity no")
        old = old or Level(name, no, '', ' ')
        level = Level(name, old.no, old.color if color is None else color, old.icon if icon is None else icon)
        if not isinstance(level.no, int):
            raise TypeError(f"Invalid level no, it should be an integer, not: '{_type(no)}'")
        if level.no < 0:
            raise ValueError(f'Invalid level no, it should be a positive integer, not: {no}')
        code = _colors.ansify(level.color)
        with core.lock:
            core.levels[name], core.level_codes[name] = level, code
        return level

    def disable(self, name):
        """Nothing is logged from a module and those below it."""
        self._activate(name, False)

    def enable(self, name):
        self._activate(name, True)

    def configure(self, *, handlers=None, levels=None, extra=None, patcher=None, activation=None):
        """Does all that at once; gives the handlers' numbers."""
        core = self._core
        if handlers is not None:
            self.remove()
        for level in levels or ():
            self.level(**level)
        if patcher is not None:
            core.patcher = patcher
        if extra is not None:
            core.extra.clear()
            core.extra.update(extra)
        for name, state in activation or ():
            self._activate(name, bool(state))
        return [self.add(**params) for params in handlers or ()]

    def _activate(self, name, status):
        core = self._core
        if name is not None and not isinstance(name, str):
            raise TypeError(f"Invalid name, it should be a string (or None), not: '{_type(name)}'")
        with core.lock:
            # Whether a module is enabled is found out anew.
            core.enabled = {}
            if name is None:
                core.activation_none = status
                return
            name = name and name + '.'
            others = [(other, state) for other, state in core.activation if not other.startswith(name)]
            around = next((state for other, state in others if name.startswith(other)), None)
            if around != status and not (name == '' and status):
                others.append((name, status))
                others.sort(key=lambda one: one[0].count('.'), reverse=True)
            core.activation = others

    def _is_enabled(self, name):
        if name is None:
            return self._core.activation_none
        return next((state for other, state in self._core.activation if (name + '.').startswith(other)), True)

    @staticmethod
    def parse(file, pattern, *, cast={}, chunk=2 ** 16):
        """The groups of what a pattern matches in a file, one after the other."""
        from loguru import _parse
        return _parse.parse(file, pattern, cast, chunk)

    def _level(self, level):
        """Its key, name, number and icon."""
        if isinstance(level, str):
            found = self._core.levels.get(level)
            if found is None:
                raise ValueError(f"Level '{level}' does not exist")
            return level, level, found.no, found.icon
        if not isinstance(level, int):
            raise TypeError(f"Invalid level, it should be an integer or a string, not: '{_type(level)}'")
        if level < 0:
            raise ValueError(f'Invalid level value, it should be a positive integer, not: {level}')
        return None, f'Level {level}', level, ' '

    def _log(self, level, from_decorator, options, message, args, kwargs):
        core = self._core
        if not core.handlers:
            return
        level_id, level_name, level_no, level_icon = self._level(level)
        if level_no < core.min_level:
            return
        exception, depth, record, lazy, colors, raw, capture, patchers, extra = options
        try:
            frame = sys._getframe(depth + 2)
        except ValueError:
            name, line, function, file = None, 0, '<unknown>', '<unknown>'
        else:
            name, line = frame.f_globals.get('__name__'), frame.f_lineno
            function, file = frame.f_code.co_name, frame.f_code.co_filename
        enabled = core.enabled.get(name)
        if enabled is None:
            enabled = core.enabled[name] = self._is_enabled(name)
        if not enabled:
            return
        now, file_name, thread = aware_now(), basename(file), threading.current_thread()
        log_record = {
            'elapsed': now - _start, 'exception': _raised(exception), 'extra': {**core.extra, **_context.get(), **extra},
            'file': RecordFile(file_name, file), 'function': function, 'level': RecordLevel(level_name, level_no, level_icon),
            'line': line, 'message': str(message), 'module': splitext(file_name)[0], 'name': name, 'process': _process(),
            'thread': RecordThread(thread.ident, thread.name), 'time': now}
        if lazy:
            args = [arg() for arg in args]
            kwargs = {key: value() for key, value in kwargs.items()}
        if capture and kwargs:
            log_record['extra'].update(kwargs)
        if record:
            if 'record' in kwargs:
                raise TypeError("The message can't be formatted: 'record' shall not be used as a keyword argument while logger "
                                "has been configured with '.opt(record=True)'")
            kwargs.update(record=log_record)
        tokens = None
        if colors:
            formatted = args or kwargs
            tokens = _colors.formatted_tokens(message, args, kwargs) if formatted else _colors.message_tokens(str(message))
            log_record['message'] = _colors.strip(tokens)
        elif args or kwargs:
            log_record['message'] = message.format(*args, **kwargs)
        if core.patcher:
            core.patcher(log_record)
        for patcher in patchers:
            patcher(log_record)
        for handler in core.handlers.values():
            handler.emit(log_record, level_id, from_decorator, raw, tokens)

    def exception(__self, __message, *args, **kwargs):
        """Logs an error together with the exception that is being handled."""
        __self._log('ERROR', False, (True,) + __self._options[1:], __message, args, kwargs)

    def log(__self, __level, __message, *args, **kwargs):
        """Logs a message of a level, told by its name or number."""
        __self._log(__level, False, __self._options, __message, args, kwargs)

    def start(self, *args, **kwargs):
        warnings.warn("The 'start()' method is deprecated, please use 'add()' instead", DeprecationWarning, stacklevel=2)
        return self.add(*args, **kwargs)

    def stop(self, *args, **kwargs):
        warnings.warn("The 'stop()' method is deprecated, please use 'remove()' instead", DeprecationWarning, stacklevel=2)
        return self.remove(*args, **kwargs)


def _logs(level):
    # The names that parameters with two underscores have within the class.
    def log(_Logger__self, _Logger__message, *args, **kwargs):
        _Logger__self._log(level, False, _Logger__self._options, _Logger__message, args, kwargs)

    log.__name__, log.__doc__ = level.lower(), f'Logs a message of level {level}.'
    log.__qualname__ = f'Logger.{log.__name__}'
    return log


for _name in 'TRACE', 'DEBUG', 'INFO', 'SUCCESS', 'WARNING', 'ERROR', 'CRITICAL':
    setattr(Logger, _name.lower(), _logs(_name))


def _raised(exception):
    """What `exception` stands for: an exception, what sys.exc_info() gives, or whatever is being handled."""
    if not exception:
        return None
    if isinstance(exception, BaseException):
        exception = type(exception), exception, exception.__traceback__
    elif not isinstance(exception, tuple):
        exception = sys.exc_info()
    return RecordException(*exception)


def _process():
    module = sys.modules.get('multiprocessing')
    if module is None:
        return RecordProcess(getpid(), 'MainProcess')
    process = module.current_process()
    return RecordProcess(process.ident, process.name)


def _no_builtin(function, name):
    if function is getattr(builtins, name):
        raise ValueError(f"The built-in '{name}()' function cannot be used as a '{name}' parameter, this is most likely a mistake "
                         "(please double-check the arguments passed to 'logger.add()').")
