"""Clients: one that blocks its thread, and one that is awaited."""
import asyncio as _asyncio
import time as _time
from contextlib import (aclosing as _aclosing, asynccontextmanager as _asynccontextmanager, closing as _closing,
                        contextmanager as _contextmanager)
from inspect import markcoroutinefunction as _markcoroutinefunction
from sys import modules as _modules
from _frames import shown_by_name as _shown_by_name

from httpx.__version__ import __version__
from httpx._exceptions import InvalidURL, PoolTimeout, RemoteProtocolError, TooManyRedirects, UnsupportedProtocol
from httpx._urls import QueryParams, URL
from httpx._types import AsyncByteStream, SyncByteStream
from httpx._content import ByteStream
from httpx._models import Cookies, Headers, Request
from httpx._config import Limits, Timeout
from httpx._auth import Auth, BasicAuth, FunctionAuth
from httpx._transports.default import AsyncHTTPTransport, HTTPTransport, _AsyncBody, _Transport, _raise_from_core

__name__ = 'httpx'  # where what is here is said to be


def _port_of(url):
    return {'http': 80, 'https': 443}.get(url.scheme) if url.port is None else url.port


class _Default:
    """The client's own setting."""


USE_CLIENT_DEFAULT = _Default()


class _Pattern:
    """URLs that a transport is for: of a scheme, a host, a port, or of any."""

    def __init__(self, pattern):
        scheme, _, rest = pattern.partition('://')
        host, _, port = rest.rpartition(':') if rest[-1:].isdigit() and ':' in rest else (rest, '', '')
        self._scheme, self._host = '' if scheme == 'all' else scheme, '' if host == '*' else host
        self._port = int(port) if port else None
        self.rank = not port, -len(self._host), -len(self._scheme)

    def matches(self, url):
        host, name = url.host, self._host
        if name[:1] == '*':
            fits = host.endswith(name[1:]) or name[:2] != '*.' and host == name[1:]
        else:
            fits = name in ('', host)
        return fits and self._scheme in ('', url.scheme) and self._port in (None, url.port)


class _BaseClient:
    """What both clients have."""

    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, cert=None, http1=True,
                 http2=False, proxy=None, mounts=None, timeout=5.0, follow_redirects=False, limits=None,
                 max_redirects=20, event_hooks=None, base_url='', transport=None, trust_env=True,
                 default_encoding='utf-8', **unknown):
        if unknown:
            raise TypeError(f'{type(self).__name__}.__init__() got an unexpected keyword argument {next(iter(unknown))!r}')
        self._transport, self.max_redirects = transport or self._usual(), max_redirects
        self._mounts = sorted(((_Pattern(where), each) for where, each in (mounts or {}).items()), key=lambda pair: pair[0].rank)
        self.base_url, self.auth, self.params, self.headers = base_url, auth, params, headers
        self._own, self.cookies, self.event_hooks = Headers(headers), cookies, event_hooks
        self._standard = self.headers.copy()
        self.timeout, self.is_closed, self._opened = timeout, False, False
        self.follow_redirects, self._limits, self.trust_env = follow_redirects, limits or Limits(), trust_env
        self._default_encoding = default_encoding

    base_url = property(lambda self: self._base, lambda self, url: setattr(self, '_base', self._with_slash(URL(url))))

    def __setattr__(self, name, value):
        # What is set is of the kind that a client has, whatever it is set to.
        kind = _KINDS.get(name)
        super().__setattr__(name, value if kind is None else kind(value))

    @staticmethod
    def _with_slash(url):
        return url if url.raw_path[-1:] == b'/' else url.copy_with(raw_path=url.raw_path + b'/')

    @staticmethod
    def _as_headers(given):
        headers = Headers({'accept': '*/*', 'accept-encoding': 'gzip, deflate', 'connection': 'keep-alive',
                           'user-agent': f'python-httpx/{__version__}'})
        headers.update(given)
        return headers

    def build_request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, timeout=USE_CLIENT_DEFAULT, extensions=None):
        url = URL(url)
        if url.is_relative_url:
            url = self._base.copy_with(raw_path=self._base.raw_path + url.raw_path.lstrip(b'/'))
        all_headers = self.headers.copy()
        all_headers.update(headers)
        given = {name: value for name, value in self.headers.items() if self._standard.get(name) != value}
        given = [*given.items(), *self._own.items(), *(headers.items() if hasattr(headers, 'items') else headers or ())]
        request = Request(method, url, params=self.params.merge(params) if params or self.params else params,
                          headers=all_headers, content=content, data=data, files=files, json=json)
        request._given = [(name.title(), value) for name, value in dict(
            (name.lower(), value) for name, value in given).items()]
        request._given_cookies = dict(cookies or {})
        if self._with_cookies(request):
            request._given.append(('Cookie', request.headers['Cookie']))
        request._timeout = self.timeout if timeout is USE_CLIENT_DEFAULT else Timeout(timeout)
        return request

    def _with_cookies(self, request):
        """Gives a request the cookies that are for its URL."""
        fit = {cookie.name: cookie.value for cookie in self.cookies.jar.for_url(request.url)}
        cookies = {**fit, **getattr(request, '_given_cookies', {})}
        if cookies:
            request.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())
        return cookies

    def _ask(self, request, auth):
        """What the network is asked."""
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        self._opened = True
        if not hasattr(request, '_timeout'):
            request._timeout = self.timeout
        auth = self._as_auth(self.auth if auth is USE_CLIENT_DEFAULT else auth)
        if auth is None and (request.url.username or request.url.password):
            auth = BasicAuth(request.url.username, request.url.password)
        return auth or Auth()

    @staticmethod
    def _as_auth(auth):
        if auth is None or isinstance(auth, Auth):
            return auth
        if isinstance(auth, tuple):
            return BasicAuth(*auth)
        if callable(auth):
            return FunctionAuth(auth)
        raise TypeError(f'Invalid "auth" argument: {auth!r}')

    def _all(self):
        return [self._transport, *(each for _, each in self._mounts if each is not None)]

    def _way(self, url):
        """What answers a request to there."""
        return next((each or self._transport for pattern, each in self._mounts if pattern.matches(url)), self._transport)

    @staticmethod
    def _told(request):
        """A host that is simulated is told of what an `auth` has added."""
        added = request.headers.get('Authorization')
        given = [pair for pair in getattr(request, '_given', ()) if pair[0] != 'Authorization']
        request._given = given if added is None else [*given, ('Authorization', added)]

    @staticmethod
    def _check(request, way):
        """Whether there is a way to such a URL."""
        scheme = request.url.scheme
        if not isinstance(way, _Transport):
            return
        if not scheme or not request.url.host:
            _raise_from_core(UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request))
        if scheme not in ('http', 'https'):
            _raise_from_core(UnsupportedProtocol(f"Request URL has an unsupported protocol '{scheme}://'.", request=request))

    def _answered(self, request, response, started, history):
        response.default_encoding = self._default_encoding
        response._request, response.history = request, list(history)
        response._started = started
        response.cookies.extract_cookies(response)
        self.cookies.extract_cookies(response)
        logging = _modules.get('logging')
        if logging is not None:
            logging.getLogger('httpx').info('HTTP Request: %s %s "%s %d %s"', request.method, request.url,
                                            response.http_version, response.status_code, response.reason_phrase)
        if response.is_closed:
            response._close()
        if response.has_redirect_location:
            response.next_request = self._next(request, response)
        return response

    def _goes_on(self, response, follow, history):
        """The request that an answer leads to, if it is to be followed."""
        follow = self.follow_redirects if follow is USE_CLIENT_DEFAULT else follow
        request = response.next_request
        if request is None or not follow:
            return None
        history.append(response)
        if len(history) > self.max_redirects:
            raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
        response.next_request = None
        return request

    def _next(self, request, response):
        status, method = response.status_code, request.method
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            method = 'GET'
        try:
            url = URL(response.headers['location'])
        except (InvalidURL, ValueError) as e:
            raise RemoteProtocolError(f'Invalid URL in location header: {e}.', request=request) from None
        url = URL(url, host=request.url.host) if url.scheme and not url.host else request.url.join(url)
        if request.url.fragment and not url.fragment:
            url = URL(url, fragment=request.url.fragment)
        headers, given, old = request.headers.copy(), request._given, request.url
        if (url.scheme, url.host, _port_of(url)) != (old.scheme, old.host, _port_of(old)):
            # What a host is told of who asks, another one is not; but for the same one over https.
            if (url.host, old.scheme, _port_of(old), url.scheme, _port_of(url)) != (old.host, 'http', 80, 'https', 443):
                headers.pop('authorization', None)
                given = [pair for pair in given if pair[0].lower() != 'authorization']
            headers['Host'] = url._netloc()
        new = Request(method, url, headers=headers, stream=ByteStream(b''))
        new._given, new._timeout = given, request._timeout
        new._given_cookies = getattr(request, '_given_cookies', {})
        new.headers.pop('cookie', None)
        self._with_cookies(new)
        if method == request.method:
            new._content, new._data, new._json, new._stream = request._content, request._data, request._json, request._stream
        else:
            new._stream = None
            for name in ('content-length', 'transfer-encoding'):
                new.headers.pop(name, None)
        return new

    def _enter(self):
        if self.is_closed:
            raise RuntimeError('Cannot reopen a client instance, once it has been closed.')
        if getattr(self, '_entered', False):
            raise RuntimeError('Cannot open a client instance more than once.')
        self._entered = True
        return self


_KINDS = {'headers': _BaseClient._as_headers, 'auth': _BaseClient._as_auth, 'cookies': Cookies, 'params': QueryParams,
          'timeout': Timeout, 'event_hooks': lambda given: {'request': [], 'response': []} | (given or {})}


class Client(_BaseClient):
    """Requests that block their thread."""

    @staticmethod
    def _usual():
        return HTTPTransport()

    def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        flow, history = self._ask(request, auth).sync_auth_flow(request), []
        request = next(flow)
        while True:
            response = self._followed(request, follow_redirects, history)
            try:
                try:
                    request = flow.send(response)
                except StopIteration:
                    if not stream:
                        response.read()
                    return response
                response.read()
                history.append(response)
            except BaseException:
                response.close()
                raise

    def _followed(self, request, follow_redirects, history):
        """The answer of a request, or of that to which it leads."""
        while True:
            for hook in self.event_hooks.get('request', ()):
                hook(request)
            if not isinstance(request.stream, SyncByteStream):
                raise RuntimeError('Attempted to send an async request with a sync Client instance.')
            self._check(request, self._way(request.url))
            self._told(request)
            started = _time.monotonic()
            response = self._answered(request, self._way(request.url).handle_request(request), started, history)
            try:
                for hook in self.event_hooks.get('response', ()):
                    hook(response)
                request = self._goes_on(response, follow_redirects, history)
                if request is not None:
                    response.read()
            except BaseException:
                response.close()
                raise
            if request is None:
                return response

    def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                cookies=None, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, timeout=USE_CLIENT_DEFAULT,
                extensions=None):
        request = self.build_request(method, url, content=content, data=data, files=files, json=json, params=params,
                                     headers=headers, cookies=cookies, timeout=timeout)
        return self.send(request, auth=auth, follow_redirects=follow_redirects)

    @_contextmanager
    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        request = self.build_request(method, url, **kwargs)
        with _closing(self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)) as response:
            yield response

    def close(self):
        self.is_closed = True
        for transport in self._all():
            transport.close()

    def __enter__(self):
        self._enter()
        for transport in self._all():
            transport.__enter__()
        return self

    def __exit__(self, *exc):
        self.is_closed = True
        for transport in self._all():
            transport.__exit__(*exc)


class AsyncClient(_BaseClient):
    """Requests that are awaited. At most `max_connections` of its limits run at once, the others wait."""

    _pool = None

    def __init__(self, *, limits=None, **kwargs):
        super().__init__(limits=limits or Limits(max_connections=100), **kwargs)

    @staticmethod
    def _usual():
        return AsyncHTTPTransport()

    async def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        flow, history = self._ask(request, auth).async_auth_flow(request), []
        request = await anext(flow)
        while True:
            response = await self._followed(request, follow_redirects, history)
            try:
                try:
                    request = await flow.asend(response)
                except StopAsyncIteration:
                    if not stream:
                        await response.aread()
                    return response
                await response.aread()
                history.append(response)
            except BaseException:
                await response.aclose()
                raise

    async def _followed(self, request, follow_redirects, history):
        """The answer of a request, or of that to which it leads."""
        while True:
            for hook in self.event_hooks.get('request', ()):
                await hook(request)
            if not isinstance(request.stream, AsyncByteStream):
                raise RuntimeError('Attempted to send an sync request with an AsyncClient instance.')
            self._check(request, self._way(request.url))
            self._told(request)
            started = _time.monotonic()
            response = self._answered(request, await self._sent(request), started, history)
            try:
                for hook in self.event_hooks.get('response', ()):
                    await hook(response)
                request = self._goes_on(response, follow_redirects, history)
                if request is not None:
                    await response.aread()
            except BaseException:
                await response.aclose()
                raise
            if request is None:
                return response

    async def _sent(self, request):
        if self._pool is None:
            self._pool = _shown_by_name(_asyncio.Semaphore(self._limits.max_connections or 1 << 30), 'connections')
        try:
            async with _asyncio.timeout(request._timeout.pool if self._pool.locked() else None):
                await self._pool.acquire()
        except TimeoutError as e:
            raise PoolTimeout('', request=request) from e
        response = None
        try:
            response = await self._way(request.url).handle_async_request(request)
        finally:
            if isinstance(getattr(response, 'stream', None), _AsyncBody):
                # Its place is free once the body has been read.
                response.stream.places.append(self._pool)
            else:
                self._pool.release()
        return response

    async def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT,
                      timeout=USE_CLIENT_DEFAULT, extensions=None):
        request = self.build_request(method, url, content=content, data=data, files=files, json=json, params=params,
                                     headers=headers, cookies=cookies, timeout=timeout)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects)

    @_asynccontextmanager
    async def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        request = self.build_request(method, url, **kwargs)
        sent = self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        async with _aclosing(await sent) as response:
            yield response

    async def aclose(self):
        self.is_closed = True
        for transport in self._all():
            await transport.aclose()

    async def __aenter__(self):
        self._enter()
        for transport in self._all():
            await transport.__aenter__()
        return self

    async def __aexit__(self, *exc):
        self.is_closed = True
        for transport in self._all():
            await transport.__aexit__(*exc)


VERBS = 'get', 'options', 'head', 'post', 'put', 'patch', 'delete'
WITH_BODY = 'post', 'put', 'patch'


def _add(name):
    """The clients' methods `name`. A shape says which words they take."""
    verb = name.upper()
    if name in WITH_BODY:
        def shape(url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, auth=None,
                  follow_redirects=None, timeout=None, extensions=None): pass
    else:
        def shape(url, *, params=None, headers=None, cookies=None, auth=None, follow_redirects=None, timeout=None,
                  extensions=None): pass

    def blocking(self, url, **kwargs):
        shape.__qualname__ = 'Client.' + name
        shape(url, **kwargs)
        return self.request(verb, url, **kwargs)

    # What is wrong with the names shows once the coroutine is made.
    def awaited(self, url, **kwargs):
        shape.__qualname__ = 'AsyncClient.' + name
        shape(url, **kwargs)
        return later(self, url, kwargs)

    async def later(self, url, kwargs):
        return await self.request(verb, url, **kwargs)
    for function, home in (blocking, Client), (awaited, AsyncClient), (later, AsyncClient):
        function.__name__ = name
        function.__qualname__ = f'{home.__name__}.{name}'
    setattr(Client, name, blocking)
    setattr(AsyncClient, name, _markcoroutinefunction(awaited))


for _name in VERBS:
    _add(_name)
