"""Managers: objects that processes share through proxies."""
import os
import queue
import threading
import traceback
import _processes
from multiprocessing import _process, get_context, util
from multiprocessing._queues import Connection, Pipe

from multiprocessing._manager_proxies import (AcquirerProxy, ArrayProxy, AutoProxy, BarrierProxy, BaseProxy,
                                              ConditionProxy, DictProxy, EventProxy, IteratorProxy, ListProxy,
                                              MakeProxyType, Namespace, NamespaceProxy, Value, ValueProxy,
                                              _BaseDictProxy, _BaseListProxy, _Line, _methods, _places)

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


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


def __getattr__(name):
    # Other processes find the classes of proxies by their names.
    if name not in _methods:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    made = globals().get(name)
    if made is None or made._exposed_ != _methods[name]:
        made = globals()[name] = MakeProxyType(name, _methods[name])
        made.__reduce__ = lambda self: (AutoProxy, BaseProxy.__reduce__(self)[1])
    return made


def _array(typecode, sequence, lock=True):  #: in multiprocessing/managers.py Array
    import array
    return array.array(typecode, sequence)  #: 1033


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
