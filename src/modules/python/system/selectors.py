"""Files and what is to be done when they are ready."""
import _descriptors
import select as _select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])
SelectorKey.__module__ = 'selectors'


class _SelectorMapping(Mapping):
    """The keys by their files."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, fileobj, default=None):
        return self._selector._keys.get(self._selector._number(fileobj), default)

    def __getitem__(self, fileobj):
        found = self.get(fileobj)
        if found is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return found

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """What all of them can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError  #: 120

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError  #: 139

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)  #: 155
        return self.register(fileobj, events, data)  #: 156

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError  #: 175

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()  #: 190
        if mapping is None:
            raise RuntimeError('Selector is closed')  #: 192
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None  #: 196 raise KeyError("{!r} is not registered".format(fileobj)) from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError  #: 201

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()  #: 207


def _fileobj_to_fd(fileobj):
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None  #: 39 raise ValueError("Invalid file object: "⏎                 "{!r}".format(fileobj)) from None
    if number < 0:
        raise ValueError(f'Invalid file descriptor: {number}')  #: 42 raise ValueError("Invalid file descriptor: {}".format(fd))
    return number


class _BaseSelectorImpl(BaseSelector):
    """The files that are registered."""

    def __init__(self):
        self._keys, self._map = {}, _SelectorMapping(self)

    def _number(self, fileobj):  #: in selectors.py _fileobj_lookup
        try:
            return _fileobj_to_fd(fileobj)  #: 229
        except ValueError:
            # A file that has been closed is found by itself.
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):  #: in selectors.py
        if not events or events & ~3:
            raise ValueError(f'Invalid events: {events!r}')  #: 240 raise ValueError("Invalid events: {!r}".format(events))
        key = SelectorKey(fileobj, self._number(fileobj), events, data)  #: 242 key = SelectorKey(fileobj, «self._fileobj_lookup(fileobj)», events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')  #: 245 raise KeyError("{!r} (FD {}) is already registered"⏎               .format(fileobj, key.fd))
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._keys.pop(self._number(fileobj))  #: 253 key = self._fd_to_key.pop(«self._fileobj_lookup(fileobj)»)
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None  #: 255 raise KeyError("{!r} is not registered".format(fileobj)) from None


class _Selector(_BaseSelectorImpl):
    """Over a poll object, or `select`."""
    _kind = None

    def __init__(self):
        super().__init__()
        self._poll = self._kind and self._kind()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)  #: 341
        if self._poll is not None:
            try:
                self._poll.register(key.fd, self._mask(events))  #: 345 self._selector.register(key.fd, poller_events)
            except BaseException:
                del self._keys[key.fd]
                raise
        return key

    @staticmethod
    def _mask(events):
        return (events & 1) | (events & 2) * 2

    def unregister(self, fileobj):
        key = super().unregister(fileobj)  #: 352
        if self._poll is not None:
            try:
                self._poll.unregister(key.fd)
            except OSError:
                pass
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._number(fileobj)]  #: 363 key = self._fd_to_key[«self._fileobj_lookup(fileobj)»]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None  #: 365 raise KeyError(f"{fileobj!r} is not registered") from None
        if (events, data) != (key.events, key.data):
            key = self._keys[key.fd] = key._replace(events=events, data=data)
            if self._poll is not None:
                self._poll.modify(key.fd, self._mask(events))  #: 372 self._selector.modify(key.fd, selector_events)
        return key

    def select(self, timeout=None):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else timeout  #: 438 elif «timeout <= 0»:
        if self._poll is None:
            keys = self._keys.values()
            readers, writers = ([key.fd for key in keys if key.events & wanted] for wanted in (1, 2))
            found = _select.select(readers, writers, [], timeout)  #: 314 r, w, _ = «self._select(self._readers, self._writers, [], timeout)»
            ready = [(fd, (fd in found[0]) | (fd in found[1]) * 2) for fd in dict.fromkeys(found[0] + found[1])]
        else:
            if self._kind is _select.poll:
                found = self._poll.poll(timeout and timeout * 1000)  #: 398 fd_event_list = «self._selector.poll(timeout)»
            else:
                # As wide as CPython's line, which asyncio's own places tell as it is.
                found = self._poll.poll(timeout)  #: 452                 fd_event_list = «self._selector.poll(timeout, max_ev)»
            ready = [(fd, bool(events & ~4) | bool(events & ~1) * 2) for fd, events in found]
        return [(self._keys[fd], events & self._keys[fd].events) for fd, events in ready if fd in self._keys]

    def close(self):
        self._keys.clear()
        self._map = None
        if hasattr(self._poll, 'close'):
            self._poll.close()

    def get_map(self):
        return self._map


class SelectSelector(_Selector):
    """By `select.select`."""


class PollSelector(_Selector):
    """By `select.poll`."""
    _kind = _select.poll


class EpollSelector(_Selector):
    """By `select.epoll`."""
    _kind = _select.epoll

    def fileno(self):
        return self._poll.fileno()


DefaultSelector = EpollSelector
