"""Processes with an interface like threading's, on the simulated machine."""
import sys
from _thread import _Followed
from multiprocessing import _process, _queues, _sync
from multiprocessing._process import (AuthenticationError, BufferTooShort, Process, ProcessError, TimeoutError,
                                      active_children, current_process, parent_process)
from multiprocessing._queues import Connection

__all__ = ['Array', 'AuthenticationError', 'Barrier', 'BoundedSemaphore', 'BufferTooShort', 'Condition', 'Event',
           'JoinableQueue', 'Lock', 'Manager', 'Pipe', 'Pool', 'Process', 'ProcessError', 'Queue', 'RLock', 'RawArray',
           'RawValue', 'Semaphore', 'SimpleQueue', 'TimeoutError', 'Value', 'active_children', 'allow_connection_pickling',
           'cpu_count', 'current_process', 'freeze_support', 'get_all_start_methods', 'get_context', 'get_logger',
           'get_start_method', 'log_to_stderr', 'parent_process', 'reducer', 'set_executable',
           'set_forkserver_preload', 'set_start_method']
SUBDEBUG, SUBWARNING = 5, 25
# What the program has asked to be made.
_made = set()


class BaseContext:
    """What multiprocessing has, by one way of starting processes."""
    ProcessError, BufferTooShort, TimeoutError, AuthenticationError = (
        ProcessError, BufferTooShort, TimeoutError, AuthenticationError)
    current_process, parent_process, active_children = map(staticmethod, (current_process, parent_process,
                                                                          active_children))
    _name = None

    def _make(self, make, *args, **kwargs):  #: -
        """What has locks in it is for processes of this kind."""
        _made.add(make)
        former, _process.making = _process.making, self._name
        try:
            made = make(*args, **kwargs)
        finally:
            _process.making = former
        if isinstance(made, _Followed):
            made._appears()
        return made

    def Lock(self):  #: in multiprocessing/context.py
        return self._make(_sync.Lock, ctx=self)  #: 68 return «Lock(ctx=self.get_context())»

    def RLock(self):
        return self._make(_sync.RLock, ctx=self)  #: 73 return «RLock(ctx=self.get_context())»

    def Condition(self, lock=None):
        return self._make(_sync.Condition, lock, ctx=self)  #: 78 return «Condition(lock, ctx=self.get_context())»

    def Semaphore(self, value=1):
        return self._make(_sync.Semaphore, value, ctx=self)  #: 83 return «Semaphore(value, ctx=self.get_context())»

    def BoundedSemaphore(self, value=1):
        return self._make(_sync.BoundedSemaphore, value, ctx=self)  #: 88 return «BoundedSemaphore(value, ctx=self.get_context())»

    def Event(self):
        return self._make(_sync.Event, ctx=self)  #: 93 return «Event(ctx=self.get_context())»

    def Barrier(self, parties, action=None, timeout=None):
        return self._make(_sync.Barrier, parties, action, timeout, ctx=self)  #: 98 return «Barrier(parties, action, timeout, ctx=self.get_context())»

    def Queue(self, maxsize=0):
        return self._make(_queues.Queue, maxsize, ctx=self)  #: 103 return «Queue(maxsize, ctx=self.get_context())»

    def JoinableQueue(self, maxsize=0):
        return self._make(_queues.JoinableQueue, maxsize, ctx=self)  #: 108 return «JoinableQueue(maxsize, ctx=self.get_context())»

    def SimpleQueue(self):
        return self._make(_queues.SimpleQueue, ctx=self)  #: 113 return «SimpleQueue(ctx=self.get_context())»

    def Value(self, typecode_or_type, *args, lock=True):
        return self._make(_sync.Value, typecode_or_type, *args, lock=lock)  #: 135 return «Value(typecode_or_type, *args, lock=lock,⏎             ctx=self.get_context())»

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        return self._make(_sync.Array, typecode_or_type, size_or_initializer, lock=lock)  #: 141 return «Array(typecode_or_type, size_or_initializer, lock=lock,⏎             ctx=self.get_context())»

    def Pipe(self, duplex=True):
        return self._make(_queues.Pipe, duplex)  #: 63 return «Pipe(duplex)»

    def RawValue(self, typecode_or_type, *args):
        return self._make(_sync.RawValue, typecode_or_type, *args)  #: 125 return «RawValue(typecode_or_type, *args)»

    def RawArray(self, typecode_or_type, size_or_initializer):
        return self._make(_sync.RawArray, typecode_or_type, size_or_initializer)  #: 130 return «RawArray(typecode_or_type, size_or_initializer)»

    def cpu_count(self):
        return 8

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):  #: in multiprocessing/context.py
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())  #: 119 return «Pool(processes, initializer, initargs, maxtasksperchild,⏎            context=self.get_context())»

    def Manager(self):
        from multiprocessing.managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def freeze_support(self):
        pass

    def get_logger(self):
        """The package's logger."""
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Have the package's logger write to stderr."""
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        _process.connection_needed = True

    def set_executable(self, executable):
        pass

    def set_forkserver_preload(self, module_names):
        if not all(type(name) is str for name in module_names):
            raise TypeError('module_names must be a list of strings')
        _process.connection_needed = True

    def get_context(self, method=None):
        if method is None:
            return self
        try:
            return _contexts[method]
        except KeyError:
            raise ValueError(f'cannot find context for {method!r}') from None  #: 193 raise ValueError('cannot find context for %r' % method) from None

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError('cannot set start method of concrete context')  #: 201

    def get_all_start_methods(self):
        return ['fork', 'spawn', 'forkserver']

    @property
    def reducer(self):
        import multiprocessing.reduction
        return multiprocessing.reduction


class ForkContext(BaseContext):
    _name = 'fork'
    Process = _process.ForkProcess


class SpawnContext(BaseContext):
    _name = 'spawn'
    Process = _process.SpawnProcess


class ForkServerContext(BaseContext):
    _name = 'forkserver'
    Process = _process.ForkServerProcess


_contexts = {'fork': ForkContext(), 'spawn': SpawnContext(), 'forkserver': ForkServerContext()}


class DefaultContext(BaseContext):
    Process = Process

    def get_context(self, method=None):
        if method is None:
            if _process.method is None:
                _process.method = 'fork'
            return _contexts[_process.method]
        return super().get_context(method)  #: 243

    def set_start_method(self, method, force=False):
        if _process.method is not None and not force:
            raise RuntimeError('context has already been set')  #: 247
        if method is None and force:
            _process.method = None
            return
        self.get_context(method)  #: 251 self._actual_context = «self.get_context(method)»
        _process.method = method

    def get_start_method(self, allow_none=False):
        if _process.method is None:
            if allow_none:
                return None
            _process.method = 'fork'
        return _process.method


for _class in BaseContext, ForkContext, SpawnContext, ForkServerContext, DefaultContext:
    for _own in (_class, *vars(_class).values()):
        if hasattr(_own, '__code__') or _own is _class:
            _own.__module__ = 'multiprocessing.context'
_default_context = DefaultContext()
for _name in ('cpu_count', 'Pool', 'Manager', 'freeze_support', 'get_logger', 'log_to_stderr', 'set_executable',
              'allow_connection_pickling', 'set_forkserver_preload', 'get_context', 'get_start_method',
              'set_start_method', 'get_all_start_methods', 'Array', 'Barrier', 'BoundedSemaphore', 'Condition', 'Event',
              'JoinableQueue', 'Lock', 'Pipe', 'Queue', 'RLock', 'RawArray', 'RawValue', 'Semaphore', 'SimpleQueue', 'Value'):
    globals()[_name] = getattr(_default_context, _name)


def _needs_connection():
    """Whether the program has asked for anything for which CPython imports `connection`."""
    makers = _queues.Pipe, _queues.Queue, _queues.JoinableQueue, _queues.SimpleQueue
    importers = ('multiprocessing.pool', 'multiprocessing.managers', 'multiprocessing.queues', 'multiprocessing.forkserver',
                 'concurrent.futures.process')
    return (_process.connection_needed or not _made.isdisjoint(makers) or any(name in sys.modules for name in importers)
            or parent_process() is not None)


def __getattr__(name):  #: -
    """Those of the package's modules that are there without being imported: imported when they are asked for."""
    if name in ('context', 'process', 'reduction', 'util') or name == 'connection' and _needs_connection():
        from importlib import import_module
        return import_module('multiprocessing.' + name)
    if name == 'reducer':
        import multiprocessing.reduction
        return multiprocessing.reduction
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
