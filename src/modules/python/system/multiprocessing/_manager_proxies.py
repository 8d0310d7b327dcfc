"""What stands for an object that a manager has."""
import os
import threading
import time as _time
import _processes
from multiprocessing._queues import Pipe

__name__ = 'multiprocessing.managers'  # where what is here is said to be  #: in multiprocessing/managers.py

# The managers of the run that have an address: what is asked of them goes in there, and with which key.
_places = _processes.common('managers', {})
# The methods of the proxies that have been made, by the names of their classes.
_methods = _processes.common('proxies', {})


class _Line:
    """How a thread speaks with a manager's process: what it asks goes into the manager's pipe, answers come by one of
    its own."""
    _answers = {}
    _lock = threading.Lock()

    @classmethod  #: -
    def ask(cls, connection, *request):
        # A process that has been forked off begins anew.
        asking = os.getpid(), threading.get_ident(), id(connection)
        with cls._lock:
            line, first = cls._answers.get(asking), None
            if line is None:
                reader, first = Pipe(duplex=False)
                line = cls._answers[asking] = [reader, f'{asking[0]}-{len(cls._answers)}', connection, False]
            reader, name, _, has_called = line
            try:
                connection.send((name, first, *request))
            except OSError:
                # Nobody reads: the manager has ended.
                return '#ended', has_called
            line[3] = has_called or request[0] != 'create'
            if first is not None:
                first.close()
        return reader.recv()


def _send_to_nobody():  #: in multiprocessing/connection.py send
    _send_bytes_to_nobody()  #: 206 self._send_bytes(_ForkingPickler.dumps(obj))


def _send_bytes_to_nobody():  #: in multiprocessing/connection.py _send_bytes
    _write_to_nobody()  #: 427 self._send(header + buf)


def _write_to_nobody():  #: in multiprocessing/connection.py _send
    raise BrokenPipeError(32, 'Broken pipe')  #: 384 n = «write(self._handle, buf)»


class BaseProxy:  #: in multiprocessing/managers.py
    """Stands for an object of a manager."""
    _exposed_ = ()

    def __init__(self, connection, number, typeid, exposed=None):
        self._connection, self._number, self._typeid, self._exposed = connection, number, typeid, exposed

    def __reduce__(self):
        return type(self), (self._connection, self._number, self._typeid, self._exposed)

    def _connect(self):
        # Where the manager listened nothing is any more.
        from multiprocessing.connection import Client
        Client('/tmp/pymp-ended/listener')  #: 807 conn = «self._Client(self._token.address, authkey=self._authkey)»

    def _callmethod(self, methodname, args=(), kwds={}):
        good, value = _Line.ask(self._connection, methodname, self._number, args, kwds)  #: 823 conn.send((self._id, methodname, args, kwds))
        if good == '#ended':
            if not value:
                try:
                    raise AttributeError("'ForkAwareLocal' object has no attribute 'connection'")  #: 816 conn = «self._tls.connection»
                except AttributeError:
                    self._connect()  #: 820
            _send_to_nobody()  #: 823 conn.send((self._id, methodname, args, kwds))
        if good == '#proxy':
            number, exposed, typeid, proxytype = value
            return proxytype(self._connection, number, typeid, exposed)
        if good:
            return value
        try:
            raise value  #: 840 raise convert_to_error(kind, result)
        finally:
            # Else the exception's traceback would hold the exception.
            del value

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


def AutoProxy(connection, number, typeid, exposed=None):
    """A proxy with all the methods that are exposed."""
    name = f'AutoProxy[{typeid}]'
    _methods[name] = tuple(exposed or ())
    return __getattr__(name)(connection, number, typeid, exposed)


class IteratorProxy(BaseProxy):
    _exposed_ = '__next__', 'send', 'throw', 'close'

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)  #: 1044

    def send(self, *args):
        return self._callmethod('send', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def close(self, *args):
        return self._callmethod('close', args)


class AcquirerProxy(BaseProxy):
    _exposed_ = 'acquire', 'release'

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))  #: 1057 return «self._callmethod('acquire', args)»

    def release(self):
        return self._callmethod('release')  #: 1059

    def __enter__(self):
        return self._callmethod('acquire')  #: 1061

    def __exit__(self, *exc):
        return self._callmethod('release')  #: 1063


class ConditionProxy(AcquirerProxy):
    _exposed_ = 'acquire', 'release', 'wait', 'notify', 'notify_all'

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))  #: 1069

    def notify(self, n=1):
        return self._callmethod('notify', (n,))  #: 1071

    def notify_all(self):
        return self._callmethod('notify_all')  #: 1073

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _time.monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - _time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result


class EventProxy(BaseProxy):
    _exposed_ = 'is_set', 'set', 'clear', 'wait'

    def is_set(self):
        return self._callmethod('is_set')  #: 1096

    def set(self):
        return self._callmethod('set')  #: 1098

    def clear(self):
        return self._callmethod('clear')  #: 1100

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))  #: 1102


class BarrierProxy(BaseProxy):
    _exposed_ = '__getattribute__', 'wait', 'abort', 'reset'

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))  #: 1108

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    def _of(name):
        return property(lambda self: self._callmethod('__getattribute__', (name,)))

    parties, n_waiting, broken = map(_of, ('parties', 'n_waiting', 'broken'))
    del _of


_BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort',
    '__imul__'))


class ListProxy(_BaseListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))  #: 1162
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))  #: 1165
        return self

    __class_getitem__ = classmethod(type(list[int]))


_BaseDictProxy = MakeProxyType('_BaseDictProxy', (
    '__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get', 'items', 'keys',
    'pop', 'popitem', 'setdefault', 'update', 'values'))


class DictProxy(_BaseDictProxy):
    _method_to_typeid_ = {'__iter__': 'Iterator'}

    def keys(self):
        return list(self._getvalue())

    def values(self):
        return list(self._getvalue().values())

    def items(self):
        return list(self._getvalue().items())

    __class_getitem__ = classmethod(type(list[int]))


class Namespace:
    """A bag of attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = [f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_')]
        return f"{type(self).__name__}({', '.join(sorted(items))})"


class NamespaceProxy(BaseProxy):
    _exposed_ = '__getattribute__', '__setattr__', '__delattr__'

    def __getattr__(self, name):
        if name.startswith('_'):
            return object.__getattribute__(self, name)  #: 1128 return «object.__getattribute__(self, key)»
        return self._callmethod('__getattribute__', (name,))  #: 1130 return «callmethod('__getattribute__', (key,))»

    def __setattr__(self, name, value):
        if name.startswith('_'):
            object.__setattr__(self, name, value)
        else:
            self._callmethod('__setattr__', (name, value))

    def __delattr__(self, name):
        if name.startswith('_'):
            return object.__delattr__(self, name)  #: 1138 return «object.__delattr__(self, key)»
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
    _exposed_ = 'get', 'set'

    def get(self):
        return self._callmethod('get')  #: 1146

    def set(self, value):
        self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(type(list[int]))


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
