"""How many connections there are at once, and which may be used again."""
import asyncio as _asyncio
import warnings as _warnings
from collections import deque as _deque
from time import monotonic as _monotonic
import _network
from _host_names import check_name as _check_name
from _frames import shown_by_name as _shown_by_name
from aiohttp.client_exceptions import ClientConnectorDNSError
from yarl import URL as _URL

_unset = object()


class ResponseHandler:
    """A connection that waits to be used again; one with a server of the program itself has a link with it."""
    __module__ = 'aiohttp.client_proto'
    _link, _addresses, is_new = None, (), True

    def _leads_here(self):
        """Whether it is one with this machine, because the program's own resolver says so."""
        return self._link is not None or bool(self._addresses) and _network.is_here(self._addresses[0]['host'])

    def is_connected(self):
        return self._link is None or not self._link.transport.is_closing()

    def close(self):
        if self._link is not None:
            self._link.close()


class BaseConnector:
    """How many connections there are at once, and which may be used again."""

    def __init__(self, *, keepalive_timeout=_unset, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        if force_close and keepalive_timeout not in (_unset, None):
            raise ValueError('keepalive_timeout cannot be set if force_close is True')
        self._loop = loop or _asyncio.get_running_loop()
        self._keepalive = 15.0 if keepalive_timeout in (_unset, None) else keepalive_timeout
        self._force_close, self._limit, self._limit_per_host = force_close, limit, limit_per_host
        self._all = _shown_by_name(_asyncio.Semaphore(limit), 'connections') if limit else None
        self._hosts, self._conns, self._closed = {}, {}, False

    closed = property(lambda self: self._closed)
    force_close = property(lambda self: self._force_close)
    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    allowed_protocol_schema_set = frozenset({'', 'http', 'https', 'ws', 'wss'})

    def _semaphores(self, key):
        if self._limit_per_host:
            if key not in self._hosts:
                self._hosts[key] = _shown_by_name(_asyncio.Semaphore(self._limit_per_host), f'connections to {key.host}')
            yield self._hosts[key]
        if self._all is not None:
            yield self._all

    async def _acquire(self, key, tell):
        """A connection: one that is free, or a new one as soon as there may be one more."""
        taken, queued = [], any(semaphore.locked() for semaphore in self._semaphores(key))
        if queued:
            await tell('connection_queued_start')
        try:
            for semaphore in self._semaphores(key):
                await semaphore.acquire()
                taken.append(semaphore)
            if queued:
                await tell('connection_queued_end')
            free = self._conns.get(key)
            while free:
                connection, since = free.popleft()
                if connection.is_connected() and self._loop.time() - since <= self._keepalive:
                    await tell('connection_reuseconn')
                    return connection
                connection.close()
            await tell('connection_create_start')
            assert key.port is not None
            connection = ResponseHandler()
            connection._addresses = await self._resolve(key, tell)
            return connection
        except BaseException:
            for semaphore in taken:
                semaphore.release()
            raise

    async def _resolve(self, key, tell):
        """The addresses of a host if the program's own resolver gives them, and tells how they were found."""
        return ()

    _is_local, _resolver = False, None

    async def _open(self, url, addresses=()):
        import _loopback
        return await _loopback.connection_to(url)

    def _failed(self, kind, key, error):
        return kind(key, error)

    def _release(self, key, connection):
        for semaphore in self._semaphores(key):
            semaphore.release()
        if connection is not None and not self._closed and not self._force_close:
            self._conns.setdefault(key, _deque()).append((connection, self._loop.time()))
        elif connection is not None:
            connection.close()

    def close(self, *, abort_ssl=False):
        self._closed = True
        for free in self._conns.values():
            for connection, _ in free:
                connection.close()
        self._conns.clear()
        return _Done()

    def __del__(self):
        if getattr(self, '_closed', True):
            return
        now = self._loop.time()
        waiting = [_deque(each for each in free if now - each[1] <= self._keepalive) for free in self._conns.values()]
        shown = [repr(free) for free in waiting if free]
        self._closed = True
        if shown:
            _warnings.warn(f'Unclosed connector {self!r}', ResourceWarning, source=self)
            self._loop.call_exception_handler({'connector': self, 'connections': shown,
                                               'message': 'Unclosed connector'})

    def __enter__(self):
        _warnings.warn('"with Connector():" is deprecated, use "async with Connector():" instead', DeprecationWarning)
        return self

    def __exit__(self, *exc):
        self.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class _Done:
    """What may be awaited or not."""

    def __await__(self):
        return
        yield


def _ssl(ssl, verify_ssl, ssl_context, fingerprint, warns=True):
    """What is meant by `ssl` and the older ways to say it."""
    ssl = True if ssl is None else ssl
    for given, name, instead in ((verify_ssl is not None and not verify_ssl, 'verify_ssl', 'ssl=False'),
                                 (ssl_context, 'ssl_context', 'ssl=context'),
                                 (fingerprint, 'fingerprint', 'ssl=Fingerprint(fingerprint)')):
        if given not in (None, False):
            if warns:
                _warnings.warn(f'{name} is deprecated, use {instead} instead', DeprecationWarning, 2)
            if ssl is not True:
                raise ValueError('verify_ssl, ssl_context, fingerprint and ssl parameters are mutually exclusive')
            ssl = False if name == 'verify_ssl' else given
    return ssl


class TCPConnector(BaseConnector):
    """The usual connections."""
    allowed_protocol_schema_set = BaseConnector.allowed_protocol_schema_set | {'tcp'}

    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0,
                 ssl_context=None, ssl=True, local_addr=None, resolver=None, happy_eyeballs_delay=0.25,
                 interleave=None, keepalive_timeout=_unset, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5, dns_cache_max_size=1000, socket_factory=None,
                 ssl_shutdown_timeout=None):
        kept = {} if keepalive_timeout is _unset else {'keepalive_timeout': keepalive_timeout}
        super().__init__(force_close=force_close, limit=limit, limit_per_host=limit_per_host, loop=loop, **kept)
        self._ssl, self._family, self._use_dns_cache = _ssl(ssl, verify_ssl, ssl_context, fingerprint), family, use_dns_cache
        self._resolver, self._found, self._looking, self._tasks = resolver, _Found(ttl_dns_cache, dns_cache_max_size), {}, set()

    @property
    def family(self):
        from socket import AddressFamily
        return AddressFamily(self._family)

    use_dns_cache = property(lambda self: self._use_dns_cache)

    def clear_dns_cache(self, host=None, port=None):
        if (host is None) != (port is None):
            raise ValueError('either both host and port or none of them are allowed')
        self._found.forget(None if host is None else (host, port))

    def close(self, *, abort_ssl=False):
        for waiting in self._looking.values():
            for future in waiting:
                future.cancel()
        for task in self._tasks:
            task.cancel()
        return super().close()

    async def _open(self, url, addresses=()):
        if not addresses:
            return await super()._open(url)
        import _loopback
        import _network
        _loopback.place(url)
        pairs = [(address['host'], address['port']) for address in addresses]
        _, connection = await _network.first_open(
            lambda host, port: self._loop.create_connection(_loopback.Connection, host, port), pairs)
        return connection

    async def _resolve(self, key, tell):
        host, place = key.host, (key.host, key.port)
        if ':' in host or host.replace('.', '').isdigit():
            return ()
        try:
            found = await (self._known(place, tell) if self._use_dns_cache else self._look_up(place, tell))
        except OSError as e:
            raise ClientConnectorDNSError(key, e) from e
        return () if self._resolver is None else found

    async def _known(self, place, tell):
        """What has been found before, what somebody else is about to find, or else what is found now."""
        if place in self._found:
            found = self._found.next(place)
            await tell('dns_cache_hit', host=place[0])
            return found
        waiting = self._looking.get(place)
        if waiting is not None:
            future = self._loop.create_future()
            waiting.append(future)
            await tell('dns_cache_hit', host=place[0])
            await future
            return self._found.next(place)
        self._looking[place] = []
        if self._resolver is None:
            return await self._find(place, tell)
        # A task of its own: others may wait for it when the request that began it is cancelled.
        task = _asyncio.Task(self._find(place, tell), loop=self._loop, eager_start=True)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            return await _asyncio.shield(task)
        except _asyncio.CancelledError:
            task.add_done_callback(lambda task: task.cancelled() or task.exception())
            raise

    async def _find(self, place, tell):
        """Looks a host up for all that wait for it."""
        try:
            await tell('dns_cache_miss', host=place[0])
            self._found.keep(place, await self._look_up(place, tell))
            for future in self._looking[place]:
                if not future.done():
                    future.set_result(None)
        except BaseException as e:
            for future in self._looking[place]:
                if not future.done():
                    future.set_exception(e)
            raise
        finally:
            del self._looking[place]
        return self._found.next(place)

    async def _look_up(self, place, tell):
        """The addresses that the program's own resolver gives; without one, the simulated network knows the host itself."""
        host, port = place
        await tell('dns_resolvehost_start', host=host)
        if self._resolver is None:
            _check_name(host)
            found = [{'host': host, 'port': port}]
        else:
            found = await self._resolver.resolve(host, port, family=self._family)
        await tell('dns_resolvehost_end', host=host)
        return found


class _Found:
    """What has been found of hosts, each for a while; who asks next begins with the next address."""

    def __init__(self, ttl, size):
        self._ttl, self._size, self._kept = ttl, size, {}

    def __contains__(self, place):
        return place in self._kept and (self._ttl is None or self._kept[place][1] + self._ttl >= _monotonic())

    def keep(self, place, addresses):
        self._kept.pop(place, None)
        self._kept[place] = _deque(addresses), _monotonic()
        if len(self._kept) > self._size:
            del self._kept[next(iter(self._kept))]

    def next(self, place):
        addresses = self._kept[place][0]
        found = list(addresses)
        # Without any, the coroutine that asks ends with aiohttp's error: `coroutine raised StopIteration`.
        next(iter(addresses))
        addresses.rotate(-1)
        return found

    def forget(self, place=None):
        if place is None:
            self._kept.clear()
        else:
            self._kept.pop(place, None)


class UnixConnector(BaseConnector):
    """Connections with a server at a path."""
    allowed_protocol_schema_set = BaseConnector.allowed_protocol_schema_set | {'unix'}
    _is_local = True

    def __init__(self, path, force_close=False, keepalive_timeout=_unset, limit=100, limit_per_host=0, loop=None):
        super().__init__(force_close=force_close, keepalive_timeout=keepalive_timeout, limit=limit, limit_per_host=limit_per_host,
                         loop=loop)
        self._path = path

    path = property(lambda self: self._path)

    async def _open(self, url, addresses=()):
        import _loopback
        return (await self._loop.create_unix_connection(_loopback.Connection, self._path))[1]

    def _failed(self, kind, key, error):
        from aiohttp.client_exceptions import UnixClientConnectorError
        return UnixClientConnectorError(self._path, key, error)
