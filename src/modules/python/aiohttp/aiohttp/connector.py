"""How many connections there are at once, and which may be used again."""
import asyncio as _asyncio
import warnings as _warnings
from collections import deque as _deque
import _network
from _frames import shown_by_name as _shown_by_name
from aiohttp.client_exceptions import ClientConnectorDNSError
from yarl import URL as _URL

_unset = object()


class ResponseHandler:
    """A connection that waits to be used again; one with a server of the program itself has a link with it."""
    __module__ = 'aiohttp.client_proto'
    _link, is_new = None, True

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
            await self._resolve(key, tell)
            return ResponseHandler()
        except BaseException:
            for semaphore in taken:
                semaphore.release()
            raise

    async def _resolve(self, key, tell):
        """Finds the address of a host, and tells how."""

    _is_local, _resolver = False, None

    async def _open(self, url):
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

    def close(self):
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

    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0,
                 ssl_context=None, ssl=True, local_addr=None, resolver=None, happy_eyeballs_delay=0.25,
                 interleave=None, keepalive_timeout=_unset, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5, dns_cache_max_size=1000, socket_factory=None,
                 ssl_shutdown_timeout=None):
        kept = {} if keepalive_timeout is _unset else {'keepalive_timeout': keepalive_timeout}
        super().__init__(force_close=force_close, limit=limit, limit_per_host=limit_per_host, loop=loop, **kept)
        self._ssl, self._family, self._use_dns_cache = _ssl(ssl, verify_ssl, ssl_context, fingerprint), family, use_dns_cache
        self._ttl, self._found, self._resolver, self._addresses = ttl_dns_cache, {}, resolver, {}

    family = property(lambda self: self._family)
    use_dns_cache = property(lambda self: self._use_dns_cache)

    def clear_dns_cache(self, host=None, port=None):
        if host is not None and port is not None:
            self._found.pop((host, port), None)
        else:
            self._found.clear()

    def _leads_here(self, key):
        """Whether the program's own resolver says that a host is this machine."""
        return _network.is_here(self._addresses.get((key.host, key.port), ('',))[0])

    async def _open(self, url):
        import _loopback
        parts = _URL(url)
        where = self._addresses.get((parts.host, parts.port))
        if where is None:
            return await super()._open(url)
        _loopback.place(url)
        return (await self._loop.create_connection(_loopback.Connection, *where))[1]

    async def _resolve(self, key, tell):
        host, place = key.host, (key.host, key.port)
        if ':' in host or host.replace('.', '').isdigit():
            return
        if self._use_dns_cache:
            since = self._found.get(place)
            if since is not None and (self._ttl is None or self._loop.time() - since < self._ttl):
                await tell('dns_cache_hit', host=host)
                return
            await tell('dns_cache_miss', host=host)
            self._found[place] = self._loop.time()
        await tell('dns_resolvehost_start', host=host)
        if self._resolver is not None:
            try:
                found = await self._resolver.resolve(host, key.port, family=self._family)
            except OSError as e:
                self._found.pop(place, None)
                raise ClientConnectorDNSError(key, e) from e
            self._addresses[place] = found[0]['host'], found[0]['port']
        await tell('dns_resolvehost_end', host=host)


class UnixConnector(BaseConnector):
    """Connections with a server at a path."""
    _is_local = True

    def __init__(self, path, force_close=False, keepalive_timeout=_unset, limit=100, limit_per_host=0, loop=None):
        super().__init__(force_close=force_close, keepalive_timeout=keepalive_timeout, limit=limit, limit_per_host=limit_per_host,
                         loop=loop)
        self._path = path

    path = property(lambda self: self._path)

    async def _open(self, url):
        import _loopback
        return (await self._loop.create_unix_connection(_loopback.Connection, self._path))[1]

    def _failed(self, kind, key, error):
        from aiohttp.client_exceptions import UnixClientConnectorError
        return UnixClientConnectorError(self._path, key, error)
