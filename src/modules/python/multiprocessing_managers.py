"""Managers: objects that processes share through proxies."""
import pickle
import _processes
from multiprocessing import _process, _sync, get_context
from multiprocessing._queues import JoinableQueue, Queue

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


def _copied(value):
    """The value as it arrives on the other side."""
    if isinstance(value, (int, float, str, bytes, type(None))):
        return value
    return pickle.loads(pickle.dumps(value))


class BaseProxy:
    """Stands for an object of a manager. Arguments and results are copied, as on their way to the manager's process."""
    _exposed_ = ()

    def __init__(self, shared, typeid, exposed=None):
        self._shared, self._typeid = shared, typeid
        if exposed is not None:
            self._exposed = exposed

    def __reduce__(self):
        return _rebuilt, (type(self), _processes.keep(self._shared), self._typeid, self.__dict__.get('_exposed'))

    def _callmethod(self, methodname, args=(), kwds={}):
        method = getattr(self._shared.get(), methodname)
        return _copied(method(*map(_copied, args), **{name: _copied(value) for name, value in kwds.items()}))

    def _getvalue(self):
        return _copied(self._shared.get())

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __str__(self):
        return repr(self._shared.get())

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>'


def _rebuilt(cls, number, typeid, exposed):
    return cls(_processes.kept(number), typeid, exposed)


def _method(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""
    namespace = {method: _method(method) for method in exposed}
    namespace['_exposed_'] = tuple(exposed)
    return type(name, (BaseProxy,), namespace)


class AutoProxy(BaseProxy):
    def __getattr__(self, name):
        if name.startswith('_') or name not in self.__dict__.get('_exposed', ()):
            raise AttributeError(f"'AutoProxy[{self.__dict__.get('_typeid')}]' object has no attribute {name!r}")
        return lambda *args, **kwds: self._callmethod(name, args, kwds)

    def __repr__(self):
        return f'<AutoProxy[{self._typeid}] object, typeid {self._typeid!r} at {id(self):#x}>'


_BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'))


class ListProxy(_BaseListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._shared.get().__imul__(value)
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
        return _copied(getattr(self._shared.get(), name))

    def __setattr__(self, name, value):
        if name.startswith('_'):
            object.__setattr__(self, name, value)
        else:
            setattr(self._shared.get(), name, _copied(value))

    def __delattr__(self, name):
        delattr(self._shared.get(), name)


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
        return self._callmethod('get')

    def set(self, value):
        self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(lambda cls, item: cls)


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
        return f'<AutoProxy[{self._typeid}] object, typeid {self._typeid!r} at {id(self):#x}>'


def _passed(data, typeid):
    return _Passing(pickle.loads(data), typeid)


class BaseManager:
    """Makes shared objects."""
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._ctx = ctx or get_context()
        self._state = 'INITIAL'
        self.address = address

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
            return _Passing(function(*args, **kwds), typeid)
        made = function(*map(_copied, args), **{name: _copied(value) for name, value in kwds.items()})
        if proxytype is None:
            if exposed is None:
                exposed = [name for name in dir(made) if not name.startswith('_') and callable(getattr(made, name))]
            return AutoProxy(_processes.Shared(made), typeid, tuple(exposed))
        return proxytype(_processes.Shared(made), typeid)

    def start(self, initializer=None, initargs=()):
        if self._state != 'INITIAL':
            raise ProcessError(f'Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        next(_process._counter)
        if initializer is not None:
            initializer(*initargs)
        self._state = 'STARTED'

    def connect(self):
        import _frames
        _frames.not_supported('BaseManager.connect', 'a manager of this program')

    get_server = connect

    def shutdown(self):
        self._state = 'SHUTDOWN'

    def join(self, timeout=None):
        pass

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        assert self._state == 'STARTED'
        return self

    def __exit__(self, *exc):
        self.shutdown()


ProcessError = _process.ProcessError


class SyncManager(BaseManager):
    """Makes what programs mostly share."""

    def Pool(self, *args, **kwds):
        from multiprocessing.pool import Pool
        return Pool(*args, **kwds)


class Token:
    pass


for _name, _function in (('Queue', Queue), ('JoinableQueue', JoinableQueue), ('Event', _sync.Event),
                         ('Lock', _sync.Lock), ('RLock', _sync.RLock), ('Semaphore', _sync.Semaphore),
                         ('BoundedSemaphore', _sync.BoundedSemaphore), ('Condition', _sync.Condition),
                         ('Barrier', _sync.Barrier)):
    SyncManager.register(_name, _function, _Passing)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', lambda typecode, sequence: list(sequence), ArrayProxy)
