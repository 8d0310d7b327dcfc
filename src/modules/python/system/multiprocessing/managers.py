"""Managers: objects that processes share through proxies."""
import os
import queue
import threading
import time as _time
import traceback

import _processes
from multiprocessing import _process, get_context, util
from multiprocessing._queues import Connection, Pipe

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


# The managers of the run that have an address: what is asked of them goes in there, and with which key.
_places = _processes.common('managers', {})
# The methods of the proxies that have been made, by the names of their classes.
_methods = _processes.common('proxies', {})


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


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


def _serve(requests, registry, initializer, initargs, ready=None):
    """What a manager's process does: who asks has a thread of its own there, so that nobody waits for another."""
    _processes.serve()
    if initializer is not None:
        initializer(*initargs)
        ready.close()
    objects, lines = {}, {}
    while True:
        try:
            name, first, what, *rest = requests.recv()
        except EOFError:
            return
        if what == 'shutdown':
            return
        if first is not None:
            lines[name] = queue.SimpleQueue()
            threading.Thread(target=_answer, args=(lines[name], first, registry, objects), daemon=True).start()
        lines[name].put((what, *rest))


def _answer(requests, writer, registry, objects):  #: in multiprocessing/managers.py serve_client
    while True:
        what, *rest = requests.get()
        try:
            writer.send(_handle(what, rest, registry, objects))  #: 311 send(msg)
        except OSError:
            return
        except Exception:
            writer.send((False, RemoteError(f'Unserializable message: {traceback.format_exc()}\n')))


def _handle(what, rest, registry, objects):  #: in multiprocessing/managers.py _handle_request
    if what == 'create':
        typeid, args, kwds = rest
        try:
            return True, _create(registry, objects, typeid, args, kwds)  #: 212 result = «func(c, *args, **kwds)»
        except Exception:
            return False, RemoteError(traceback.format_exc())
    number, args, kwds = rest
    target, typeids, exposed = objects[number]
    if what == '#getvalue':
        return True, target
    if what not in exposed and what not in ('__str__', '__repr__'):
        return False, _refusal(what, target, exposed)
    try:
        value = getattr(target, what)(*args, **kwds)
    except Exception as exc:
        return False, exc
    if what in typeids:
        return _create_proxy(registry, objects, typeids[what], value)
    return True, value


def _refusal(what, target, exposed):  #: in multiprocessing/managers.py serve_client
    try:
        raise AttributeError(f'method {what!r} of {type(target)!r} object is not in exposed={exposed!r}')  #: 268 raise AttributeError(⏎    'method %r of %r object is not in exposed=%r' %⏎    (methodname, type(obj), exposed)⏎    )
    except AttributeError:
        try:
            {}[what]  #: 293 fallback_func = «self.fallback_mapping[methodname]»
        except KeyError:
            return RemoteError(traceback.format_exc())


def _create(registry, objects, typeid, args, kwds):  #: in multiprocessing/managers.py create
    function, exposed, typeids, _ = registry[typeid]
    if function is None:
        if kwds or len(args) != 1:
            raise ValueError('Without callable, must have one non-keyword argument')  #: 386 raise ValueError(⏎"Without callable, must have one non-keyword argument")
        made = args[0]
    else:
        made = function(*args, **kwds)  #: 390 obj = «callable(*args, **kwds)»
    if exposed is None:
        exposed = tuple(n for n in dir(made) if not n.startswith('_') and callable(getattr(made, n)))
    number = len(objects)
    objects[number] = made, typeids or {}, {*exposed, *(typeids or ())}
    return number, tuple(exposed) + tuple(typeids or ())


def _create_proxy(registry, objects, typeid, value):  #: in multiprocessing/managers.py serve_client
    try:
        number, exposed = _create(registry, objects, typeid, (value,), {})  #: 282 rident, rexposed = «self.create(conn, typeid, res)»
    except Exception:
        return False, RemoteError(traceback.format_exc())
    return '#proxy', (number, exposed, typeid, registry[typeid][3])


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


def __getattr__(name):
    # Other processes find the classes of proxies by their names.
    if name not in _methods:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    made = globals().get(name)
    if made is None or made._exposed_ != _methods[name]:
        made = globals()[name] = MakeProxyType(name, _methods[name])
        made.__reduce__ = lambda self: (AutoProxy, BaseProxy.__reduce__(self)[1])
    return made


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
            raise AttributeError(name)
        return self._callmethod('__getattribute__', (name,))  #: 1130 return «callmethod('__getattribute__', (key,))»

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
    _exposed_ = 'get', 'set'

    def get(self):
        return self._callmethod('get')  #: 1146

    def set(self, value):
        self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(type(list[int]))


def _array(typecode, sequence, lock=True):  #: in multiprocessing/managers.py Array
    import array
    return array.array(typecode, sequence)  #: 1033


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))


def _dispatch_refused(error):  #: in multiprocessing/managers.py dispatch
    raise error  #: 94 raise convert_to_error(kind, result)


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
        cls._registry[typeid] = (callable, exposed or getattr(proxytype, '_exposed_', None),
                                 method_to_typeid or getattr(proxytype, '_method_to_typeid_', None),
                                 proxytype or AutoProxy)
        if create_method:
            def make(self, /, *args, **kwds):  #: in multiprocessing/managers.py temp
                number, exposed = self._create(typeid, *args, **kwds)  #: 729 token, exp = «self._create(typeid, *args, **kwds)»
                return self._registry[typeid][3](self._writer, number, typeid, exposed)
            make.__name__ = typeid  #: 737 «temp.__name__» = typeid
            setattr(cls, typeid, make)

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == 'STARTED', 'server not yet started'  #: 608 assert «self._state.value == State.STARTED», 'server not yet started'
        good, made = _Line.ask(self._writer, 'create', typeid, args, kwds)
        if not good:
            _dispatch_refused(made)  #: 611 id, exposed = «dispatch(conn, None, 'create', (typeid,)+args, kwds)»
        return made

    def start(self, initializer=None, initargs=()):
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  #: 552
        if self._state == 'STARTED':
            raise ProcessError('Already started server')  #: 544 raise ProcessError("Already started server")
        reader, registry = self._open()
        begun, ready = (None, None) if initializer is None else Pipe(duplex=False)
        self._process = self._ctx.Process(target=_serve, args=(reader, registry, initializer, initargs, ready))
        self._process.name = f"{type(self).__name__}-{':'.join(map(str, self._process._identity))}"
        self._process.start()  #: 565
        reader.close()
        if begun is not None:
            # It answers once the initializer has returned.
            ready.close()
            try:
                begun.recv()  #: 569 self._address = «reader.recv()»
            except EOFError:
                if self._process.exitcode:
                    raise
        self._state = 'STARTED'
        self._finalizer = util.Finalize(None, self.shutdown, exitpriority=0)

    def _open(self):
        if self._state != 'INITIAL':
            raise ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        reader, self._writer = Pipe(duplex=False)
        if self.address is None:
            self.address = f'/tmp/pymp-{os.getpid()}/listener-{len(_places)}'
        _places[_place(self.address)] = self._writer._writer, self._authkey
        return reader, dict(self._registry)

    def connect(self):
        """Speaks with a manager of another process."""
        end, key = _places.get(_place(self.address), (None, None))
        if end is None or end.closed:
            raise ConnectionRefusedError(111, 'Connection refused')
        if key != self._authkey:
            raise _process.AuthenticationError('digest sent was rejected')
        self._writer, self._state = Connection(None, end.duplicate()), 'STARTED'

    def get_server(self):
        return Server(self)

    def shutdown(self):
        if self._state == 'STARTED' and self._process is not None:
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
        self._asked = manager._open()
        self.address = manager.address

    def serve_forever(self):
        reader, registry = self._asked
        try:
            _serve(reader, registry, None, ())
        except (KeyboardInterrupt, SystemExit):
            pass


ProcessError = _process.ProcessError


def _make_pool(*args, **kwds):  #: in multiprocessing/managers.py create
    from multiprocessing import Pool
    return Pool(*args, **kwds)  #: 390 obj = «callable(*args, **kwds)»


class SyncManager(BaseManager):
    """Makes what programs mostly share."""

    def Pool(self, *args, **kwds):
        try:
            return _make_pool(*args, **kwds)  #: 212 result = «func(c, *args, **kwds)»
        except Exception:
            raise RemoteError(traceback.format_exc()) from None


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


for _name in 'Queue', 'JoinableQueue':
    SyncManager.register(_name, queue.Queue)
for _name, _proxytype in (('Event', EventProxy), ('Lock', AcquirerProxy), ('RLock', AcquirerProxy),
                          ('Semaphore', AcquirerProxy), ('BoundedSemaphore', AcquirerProxy),
                          ('Condition', ConditionProxy), ('Barrier', BarrierProxy)):
    SyncManager.register(_name, getattr(threading, _name), _proxytype)
SyncManager.register('list', list, ListProxy)
SyncManager.register('dict', dict, DictProxy)
SyncManager.register('Namespace', Namespace, NamespaceProxy)
SyncManager.register('Value', Value, ValueProxy)
SyncManager.register('Array', _array, ArrayProxy)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
