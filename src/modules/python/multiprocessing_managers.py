"""Managers: objects that processes share through proxies."""
import os
import pickle
import threading
from queue import SimpleQueue

import _processes
from multiprocessing import _process, _sync, get_context, util
from multiprocessing._queues import Connection, JoinableQueue, Pipe

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


# The managers of the run that have an address: what is asked of them goes in there, and with which key.
_places = _processes.common('managers', {})


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


class _Line:
    """How a process speaks with a manager's: what it asks goes into the manager's pipe, answers come by one of its
    own."""
    _answers = {}
    _lock = threading.Lock()

    @classmethod
    def ask(cls, connection, *request):
        # A process that has been forked off begins anew.
        pid = os.getpid()
        with cls._lock:
            line = cls._answers.get((pid, id(connection)))
            first = None
            if line is None:
                reader, writer = Pipe(duplex=False)
                line = cls._answers[pid, id(connection)] = reader, f'{pid}-{len(cls._answers)}', connection
                first = writer
            reader, name, _ = line
            connection.send((name, first, *request))
            if first is not None:
                first.close()
            return reader.recv()


def _serve(requests, registry, initializer, initargs):
    """What a manager's process does: who asks has a thread of its own there, so that nobody waits for another."""
    if initializer is not None:
        initializer(*initargs)
    objects, lines = {}, {}
    while True:
        try:
            name, first, what, *rest = requests.recv()
        except EOFError:
            return
        if what == 'shutdown':
            return
        if first is not None:
            lines[name] = SimpleQueue()
            threading.Thread(target=_answer, args=(lines[name], first, registry, objects), daemon=True).start()
        lines[name].put((what, *rest))


def _answer(requests, writer, registry, objects):
    while True:
        what, *rest = requests.get()
        try:
            answer = True, _done(what, rest, registry, objects)
        except Exception as exc:
            answer = False, exc
        try:
            writer.send(answer)
        except Exception as exc:
            writer.send((False, RemoteError(f'{type(exc).__name__}: {exc}\n')))


def _done(what, rest, registry, objects):
    if what == 'create':
        typeid, args, kwds = rest
        function, _, exposed = registry[typeid]
        made = function(*args, **kwds)
        if exposed is None:
            exposed = tuple(n for n in dir(made) if not n.startswith('_') and callable(getattr(made, n)))
        number = len(objects)
        objects[number] = made
        return number, exposed
    number, args, kwds = rest
    target = objects[number]
    if what == '#getvalue':
        return target
    if what == '__getattribute__':
        return getattr(target, *args)
    value = getattr(target, what)(*args, **kwds)
    return None if value is target and what.startswith('__i') else value


class BaseProxy:
    """Stands for an object of a manager."""
    _exposed_ = ()

    def __init__(self, connection, number, typeid, exposed=None):
        self._connection, self._number, self._typeid, self._exposed = connection, number, typeid, exposed

    def __reduce__(self):
        return type(self), (self._connection, self._number, self._typeid, self._exposed)

    def _callmethod(self, methodname, args=(), kwds={}):
        good, value = _Line.ask(self._connection, methodname, self._number, args, kwds)
        if good:
            return value
        raise value  #: 840 raise convert_to_error(kind, result)

    def _getvalue(self):
        return self._callmethod('#getvalue')

    def __deepcopy__(self, memo):
        return self._getvalue()  #: 917

    def __str__(self):
        try:
            return self._callmethod('__repr__')  #: 928
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"  #: 930

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>'


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""
    namespace = {}
    for method in exposed:
        exec(f'def {method}(self, /, *args, **kwds):\n    return self._callmethod({method!r}, args, kwds)', namespace)
    namespace.pop('__builtins__', None)
    namespace['_exposed_'] = tuple(exposed)
    return type(name, (BaseProxy,), namespace)


class _Proxy(BaseProxy):
    """The base of a registered class's proxies."""

    def __getattr__(self, name):
        if name.startswith('_') or name not in (self.__dict__.get('_exposed') or ()):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        return lambda *args, **kwds: self._callmethod(name, args, kwds)

    def __reduce__(self):
        return AutoProxy, super().__reduce__()[1]


def AutoProxy(connection, number, typeid, exposed=None):
    return __getattr__(f'AutoProxy[{typeid}]')(connection, number, typeid, exposed)


def __getattr__(name):
    # Other processes find the classes of proxies by their names.
    if not name.startswith('AutoProxy['):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    made = globals()[name] = globals().get(name) or type(name, (_Proxy,), {})
    return made


_BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'))


class ListProxy(_BaseListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))  #: 1162
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))  #: 1165
        return self

    def __iter__(self):
        return iter(self._getvalue())

    __class_getitem__ = classmethod(lambda cls, item: cls)


_BaseDictProxy = MakeProxyType('_BaseDictProxy', (
    '__contains__', '__delitem__', '__getitem__', '__len__', '__setitem__', 'clear', 'copy', 'get', 'pop', 'popitem',
    'setdefault', 'update'))


class DictProxy(_BaseDictProxy):
    def keys(self):
        return list(self._getvalue())

    def values(self):
        return list(self._getvalue().values())

    def items(self):
        return list(self._getvalue().items())

    def __iter__(self):
        return iter(self.keys())

    def __or__(self, other):
        return self._getvalue() | (other._getvalue() if isinstance(other, DictProxy) else other)

    def __ior__(self, other):
        self.update(other)
        return self

    __class_getitem__ = classmethod(lambda cls, item: cls)


class Namespace:
    """A bag of attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = [f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_')]
        return f"{type(self).__name__}({', '.join(sorted(items))})"


class NamespaceProxy(BaseProxy):
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return self._callmethod('__getattribute__', (name,))

    def __setattr__(self, name, value):
        if name.startswith('_'):
            object.__setattr__(self, name, value)
        else:
            self._callmethod('__setattr__', (name, value))

    def __delattr__(self, name):
        self._callmethod('__delattr__', (name,))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value

    def get(self):
        return self.value

    def set(self, value):
        self.value = value

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self.value!r})'


class ValueProxy(BaseProxy):
    def get(self):
        return self._callmethod('get')  #: 1146

    def set(self, value):
        self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(lambda cls, item: cls)


def _array(typecode, sequence, lock=True):
    from array import array
    return array(typecode, sequence)


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))


class _Passing:
    """A lock, an event, a queue …: multiprocessing's own, which may be sent to others at any time."""

    def __init__(self, inner, typeid):
        self._inner, self._typeid = inner, typeid

    def __reduce__(self):
        before, _process.spawning = _process.spawning, self
        try:
            data = pickle.dumps(self._inner)
        finally:
            _process.spawning = before
        return _passed, (data, self._typeid)

    def __getattr__(self, name):
        if name.startswith('__') or name == '_inner':
            raise AttributeError(name)
        return getattr(self._inner, name)

    def __enter__(self):
        return self._inner.__enter__()

    def __exit__(self, *exc):
        return self._inner.__exit__(*exc)

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>'


# As CPython calls the proxies of these; a process that has been forked off finds its own by their names.
_PASSING = {'Lock': 'AcquirerProxy', 'RLock': 'AcquirerProxy', 'Semaphore': 'AcquirerProxy',
            'BoundedSemaphore': 'AcquirerProxy', 'Event': 'EventProxy', 'Condition': 'ConditionProxy',
            'Barrier': 'BarrierProxy', 'Queue': 'AutoProxy[Queue]', 'JoinableQueue': 'AutoProxy[JoinableQueue]'}
for _name in _PASSING.values():
    globals()[_name] = type(_name, (_Passing,), {'__module__': __name__, '__qualname__': _name})


def _passed(data, typeid):
    return _proxy(pickle.loads(data), typeid)


def _proxy(inner, typeid):
    return globals().get(_PASSING.get(typeid), _Passing)(inner, typeid)


class BaseManager:
    """Makes shared objects."""
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._ctx = ctx or get_context()
        self._state, self._process = 'INITIAL', None
        self.address = address
        self._authkey = bytes(_process.current_process().authkey if authkey is None else authkey)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        cls._registry[typeid] = callable, proxytype, exposed
        if create_method:
            def make(self, /, *args, **kwds):
                assert self._state == 'STARTED', 'server not yet started'
                return self._make(typeid, args, kwds)
            make.__name__ = typeid
            setattr(cls, typeid, make)

    def _make(self, typeid, args, kwds):
        function, proxytype, exposed = self._registry[typeid]
        if proxytype is _Passing:
            return _proxy(function(*args, **kwds), typeid)
        good, made = _Line.ask(self._writer, 'create', typeid, args, kwds)
        if not good:
            raise made
        number, exposed = made
        return (proxytype or AutoProxy)(self._writer, number, typeid, exposed)

    def start(self, initializer=None, initargs=()):
        if self._state != 'INITIAL':
            raise ProcessError(f'Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        reader, registry = self._open()
        self._process = self._ctx.Process(target=_serve, args=(reader, registry, initializer, initargs))
        self._process.name = f"{type(self).__name__}-{':'.join(map(str, self._process._identity))}"
        self._process.start()  #: 565
        reader.close()
        self._state = 'STARTED'
        self._finalizer = util.Finalize(None, self.shutdown, exitpriority=0)

    def _open(self):
        reader, self._writer = Pipe(duplex=False)
        if self.address is not None:
            _places[_place(self.address)] = self._writer._writer, self._authkey
        return reader, {name: entry for name, entry in self._registry.items() if entry[1] is not _Passing}

    def connect(self):
        """Speaks with a manager of another process."""
        end, key = _places.get(_place(self.address), (None, None))
        if end is None or end.closed:
            raise ConnectionRefusedError(111, 'Connection refused')
        if key != self._authkey:
            raise _process.AuthenticationError('digest sent was rejected')
        self._writer, self._state = Connection(None, end.duplicate()), 'STARTED'

    def get_server(self):
        if self._state != 'INITIAL':
            raise ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        return Server(self)

    def shutdown(self):
        if self._state == 'STARTED' and self._process is not None:
            if self.address is not None:
                _places.pop(_place(self.address), None)
            self._state = 'SHUTDOWN'
            self._writer.send((None, None, 'shutdown'))
            self._process.join()
            self._writer.close()
            self._finalizer.cancel()

    def join(self, timeout=None):
        pass

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()  #: 647
        assert self._state == 'STARTED'
        return self

    def __exit__(self, *exc):
        self.shutdown()  #: 659


def _place(address):
    return address[1] if isinstance(address, tuple) else address


class Server:
    """A manager that serves in the process which asks for it."""

    def __init__(self, manager):
        self.address, self._asked = manager.address, manager._open()

    def serve_forever(self):
        reader, registry = self._asked
        try:
            _serve(reader, registry, None, ())
        except (KeyboardInterrupt, SystemExit):
            pass


ProcessError = _process.ProcessError


class SyncManager(BaseManager):
    """Makes what programs mostly share."""

    def Pool(self, *args, **kwds):
        from multiprocessing.pool import Pool
        return Pool(*args, **kwds)


class SharedMemoryManager(BaseManager):
    """Blocks of shared memory that go with it."""

    def start(self, initializer=None, initargs=()):
        super().start(initializer, initargs)
        self._blocks = []

    def SharedMemory(self, size):
        from multiprocessing import shared_memory
        self._blocks.append(shared_memory.SharedMemory(create=True, size=size))
        return self._blocks[-1]

    def ShareableList(self, sequence):
        from multiprocessing import shared_memory
        made = shared_memory.ShareableList(sequence)
        self._blocks.append(made.shm)
        return made

    def shutdown(self):
        super().shutdown()
        while self._blocks:
            try:
                self._blocks.pop().unlink()
            except FileNotFoundError:
                pass


class Token:
    pass


for _name, _function in (('Queue', JoinableQueue), ('JoinableQueue', JoinableQueue), ('Event', _sync.Event),
                         ('Lock', _sync.Lock), ('RLock', _sync.RLock), ('Semaphore', _sync.Semaphore),
                         ('BoundedSemaphore', _sync.BoundedSemaphore), ('Condition', _sync.Condition),
                         ('Barrier', _sync.Barrier)):
    SyncManager.register(_name, _function, _Passing)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', _array, ArrayProxy)
