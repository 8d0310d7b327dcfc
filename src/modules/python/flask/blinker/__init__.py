"""Signals: who is connected with one is called when it is sent."""
import inspect
import weakref
from collections import defaultdict
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property

__version__ = '1.9.0'
__all__ = ['ANY', 'default_namespace', 'NamedSignal', 'Namespace', 'Signal', 'signal']


class _Any:
    def __repr__(self):
        return 'ANY'


ANY = _Any()
_ANY_ID = 0


def _id(obj):
    if inspect.ismethod(obj):
        return id(obj.__func__), id(obj.__self__)
    return obj if isinstance(obj, (str, int)) else id(obj)


class Signal:
    ANY, set_class = ANY, set

    def __init__(self, doc=None):
        if doc:
            self.__doc__ = doc
        self.receivers, self.is_muted = {}, False
        self._by_receiver, self._by_sender, self._senders = defaultdict(self.set_class), defaultdict(self.set_class), {}

    @cached_property
    def receiver_connected(self):
        return Signal(doc='Emitted after a receiver connects.')

    @cached_property
    def receiver_disconnected(self):
        return Signal(doc='Emitted after a receiver disconnects.')

    def connect(self, receiver, sender=ANY, weak=True):
        receiver_id, sender_id = _id(receiver), _ANY_ID if sender is ANY else _id(sender)
        kept = receiver
        if weak:
            kind = weakref.WeakMethod if inspect.ismethod(receiver) else weakref.ref
            kept = kind(receiver, lambda _: self._disconnect(receiver_id, _ANY_ID))
        self.receivers[receiver_id] = kept
        for known, other in self._both(receiver_id, sender_id):
            known.add(other)
        if sender is not ANY and sender_id not in self._senders:
            with suppress(TypeError):
                self._senders[sender_id] = weakref.ref(sender, lambda _: self._forget(sender_id))
        try:
            return self._tell('receiver_connected', receiver, sender=sender, weak=weak)
        except TypeError:
            self.disconnect(receiver, sender)
            raise

    def _both(self, receiver_id, sender_id):
        """What either side knows, and what it knows of the other."""
        return (self._by_sender[sender_id], receiver_id), (self._by_receiver[receiver_id], sender_id)

    def _tell(self, name, receiver, **more):
        """Sends a signal about this one, where somebody has asked for it."""
        told = self.__dict__.get(name)
        if told is not None and told.receivers:
            told.send(self, receiver=receiver, **more)
        return receiver

    def connect_via(self, sender, weak=False):
        def decorate(function):
            self.connect(function, sender, weak)
            return function
        return decorate

    @contextmanager
    def connected_to(self, receiver, sender=ANY):
        with ExitStack() as afterwards:
            self.connect(receiver, sender=sender, weak=False)
            afterwards.callback(self.disconnect, receiver)
            yield None

    @contextmanager
    def muted(self):
        with ExitStack() as afterwards:
            afterwards.callback(setattr, self, 'is_muted', False)
            self.is_muted = True
            yield None

    def send(self, sender=None, /, *, _async_wrapper=None, **kwargs):
        found = []
        for receiver in () if self.is_muted else self.receivers_for(sender):
            call = receiver
            if inspect.iscoroutinefunction(receiver):
                if _async_wrapper is None:
                    raise RuntimeError('Cannot send to a coroutine function.')
                call = _async_wrapper(receiver)
            found.append((receiver, call(sender, **kwargs)))
        return found

    async def send_async(self, sender=None, /, *, _sync_wrapper=None, **kwargs):
        found = []
        for receiver in () if self.is_muted else self.receivers_for(sender):
            call = receiver
            if not inspect.iscoroutinefunction(receiver):
                if _sync_wrapper is None:
                    raise RuntimeError('Cannot send to a non-coroutine function.')
                call = _sync_wrapper(receiver)
            found.append((receiver, await call(sender, **kwargs)))
        return found

    def has_receivers_for(self, sender):
        if not self.receivers:
            return False
        return bool(self._by_sender[_ANY_ID]) or sender is not ANY and _id(sender) in self._by_sender

    def receivers_for(self, sender):
        if not self.receivers:
            return
        ids = self._by_sender[_ANY_ID] | self._by_sender.get(_id(sender), self.set_class())
        for receiver_id in ids:
            found = self.receivers.get(receiver_id)
            if isinstance(found, weakref.ref):
                found = found()
                if found is None:
                    self._disconnect(receiver_id, _ANY_ID)
            if found is not None:
                yield found

    def disconnect(self, receiver, sender=ANY):
        self._disconnect(_id(receiver), _ANY_ID if sender is ANY else _id(sender))
        self._tell('receiver_disconnected', receiver, sender=sender)

    def _disconnect(self, receiver_id, sender_id):
        if sender_id != _ANY_ID:
            for known, other in self._both(receiver_id, sender_id):
                known.discard(other)
            return
        if self._by_receiver.pop(receiver_id, None) is not None:
            for found in self._by_sender.values():
                found.discard(receiver_id)
        self.receivers.pop(receiver_id, None)

    def _forget(self, sender_id):
        self._senders.pop(sender_id, None)
        for receiver_id in self._by_sender.pop(sender_id, ()):
            self._by_receiver[receiver_id].discard(sender_id)


class NamedSignal(Signal):
    def __init__(self, name, doc=None):
        super().__init__(doc)
        self.name = name

    def __repr__(self):
        return f'{super().__repr__()[:-1]}; {self.name!r}>'


class Namespace(dict):
    def signal(self, name, doc=None):
        if name not in self:
            self[name] = NamedSignal(name, doc)
        return self[name]


default_namespace = Namespace()
signal = default_namespace.signal
for _kind in (Signal, NamedSignal, Namespace):
    _kind.__module__ = 'blinker.base'
