"""Sessions: a request is awaited."""
import asyncio as _asyncio
import json as _json
import warnings as _warnings
from functools import partial as _partial
import _network
from aiohttp.client_exceptions import *
from aiohttp.client_reqrep import ClientRequest, ClientResponse, ConnectionKey, RequestInfo, _SOFTWARE
from aiohttp.connector import BaseConnector, TCPConnector, _ssl, _unset
from aiohttp.cookiejar import CookieJar
from aiohttp.http import HttpVersion11 as _HttpVersion11
from aiohttp.streams import StreamReader as _StreamReader
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy, istr as _istr
from yarl import URL as _URL

from aiohttp._client_contexts import (ClientTimeout, ClientWSTimeout, _BaseRequestContextManager,
                                      _RequestContextManager, _SessionRequestContextManager)

_DEFAULT = ClientTimeout(total=300, sock_connect=30)
_OLDER = {'total': 'read', 'connect': 'conn'}
_HARMLESS = 'GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'


def _are_text(headers):
    return all(isinstance(part, str) for header in headers for part in header)


def _refuse_others(headers):
    """Once there is a connection, headers are looked at."""
    for part in (part for header in headers for part in header if not isinstance(part, str)):
        raise TypeError(f'Cannot serialize non-str key {part!r}')


class _Teller:
    """Tells callbacks of what happens to a request."""

    def __init__(self, session, pairs):
        self._session, self.pairs = session, pairs

    async def __call__(self, what, **values):
        for trace, context in self.pairs:
            from aiohttp.tracing import params
            for callback in getattr(trace, 'on_' + what):
                await callback(self._session, context, params(what, values))


class ClientSession:
    """Requests that share connections, headers and a time-out."""
    _connector = None

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, proxy=None,
                 proxy_auth=None, skip_auto_headers=None, auth=None, json_serialize=_json.dumps,
                 json_serialize_bytes=None, request_class=None,
                 response_class=None, ws_response_class=None, version=_HttpVersion11, cookie_jar=None,
                 connector_owner=True, raise_for_status=False, read_timeout=_unset, conn_timeout=None,
                 timeout=_unset, auto_decompress=True, trust_env=False, requote_redirect_url=True,
                 trace_configs=None, read_bufsize=262144, max_line_size=8190, max_field_size=8190, max_headers=128,
                 fallback_charset_resolver=None, middlewares=(), ssl_shutdown_timeout=None):
        self._connector = None
        self._base_url = None if base_url is None else _URL(base_url)
        if self._base_url is not None and not self._base_url.absolute:
            raise ValueError('URL should be absolute')
        if self._base_url is not None and not self._base_url.path.endswith('/'):
            raise ValueError("base_url must have a trailing '/'")
        if loop is None and connector is not None:
            loop = connector._loop
        self._loop = loop or _asyncio.get_running_loop()
        older = {name: given for name, given in (('total', read_timeout), ('connect', conn_timeout)) if given not in (_unset, None)}
        if timeout is _unset or timeout is None:
            timeout = _DEFAULT._replace(**older)
            for name in older:
                _warnings.warn(f'{_OLDER[name]}_timeout is deprecated, use timeout argument instead', DeprecationWarning, 2)
        elif not isinstance(timeout, ClientTimeout):
            raise ValueError(f"timeout parameter cannot be of {type(timeout)} type, please use "
                             "'timeout=ClientTimeout(...)'")
        elif older:
            name = next(iter(older))
            raise ValueError(f'{_OLDER[name]}_timeout and timeout parameters conflict, please setup '
                             f'timeout.{"read" if name == "total" else name}')
        self._timeout, self._owner, self._version = timeout, connector_owner, version
        self._trust_env, self._requote_redirect_url = trust_env, requote_redirect_url
        self._skip_auto_headers = frozenset(map(_istr, skip_auto_headers or ()))
        self._connector = TCPConnector(loop=self._loop) if connector is None else connector
        self._headers, self._auth, self._raise = _CIMultiDict(headers), auth, raise_for_status
        self._jar = CookieJar(loop=self._loop) if cookie_jar is None else cookie_jar
        self._jar.update_cookies(cookies or {})
        self._serialize, self._traces, self._auto_decompress = json_serialize, trace_configs or [], auto_decompress
        self._serialize_bytes = json_serialize_bytes
        self._middlewares = middlewares
        for trace in self._traces:
            trace.freeze()

    def __init_subclass__(cls):
        _warnings.warn(f'Inheritance class {cls.__name__} from ClientSession is discouraged', DeprecationWarning, 2)

    closed = property(lambda self: self._connector is None or self._connector.closed)
    connector = property(lambda self: self._connector)
    connector_owner = property(lambda self: self._owner)
    cookie_jar = property(lambda self: self._jar)
    headers = property(lambda self: self._headers)
    auth = property(lambda self: self._auth)
    timeout = property(lambda self: self._timeout)
    json_serialize = property(lambda self: self._serialize)
    raise_for_status = property(lambda self: self._raise)
    auto_decompress = property(lambda self: self._auto_decompress)
    trace_configs = property(lambda self: self._traces)
    trust_env = property(lambda self: self._trust_env)
    skip_auto_headers = property(lambda self: self._skip_auto_headers)
    version = property(lambda self: self._version)

    @property
    def requote_redirect_url(self):
        return self._requote_redirect_url

    @requote_redirect_url.setter
    def requote_redirect_url(self, val):
        _warnings.warn('session.requote_redirect_url modification is deprecated #2778', DeprecationWarning, stacklevel=2)
        self._requote_redirect_url = val

    @property
    def loop(self):
        _warnings.warn('client.loop property is deprecated', DeprecationWarning, 2)
        return self._loop

    def __del__(self):
        if not self.closed:
            _warnings.warn(f'Unclosed client session {self!r}', ResourceWarning, source=self)
            self._loop.call_exception_handler({'client_session': self, 'message': 'Unclosed client session'})

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, cookies=None, headers=None,
                       skip_auto_headers=None, auth=None, allow_redirects=True, max_redirects=10, compress=None,
                       chunked=None, expect100=False, raise_for_status=None, read_until_eof=True, proxy=None,
                       proxy_auth=None, timeout=_unset, verify_ssl=None, fingerprint=None, ssl_context=None, ssl=True,
                       server_hostname=None, proxy_headers=None, trace_request_ctx=None, read_bufsize=None,
                       auto_decompress=None, max_line_size=None, max_field_size=None, middlewares=None):
        if self.closed:
            raise RuntimeError('Session is closed')
        ssl = _ssl(ssl, verify_ssl, ssl_context, fingerprint, False)
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        if hasattr(data, 'read'):
            from aiohttp.payload import get_payload
            data = get_payload(data)
        sent = self._headers.copy()
        sent.update(headers)
        tell = _Teller(self, [(trace, trace.trace_config_ctx(trace_request_ctx)) for trace in self._traces])
        try:
            url = self._url(str_or_url, params)
        except InvalidURL as e:
            if e.__cause__ is not None:
                raise
            told = {'method': method, 'url': _URL(str_or_url), 'headers': sent}
            await tell('request_start', **told)
            await tell('request_exception', **told, exception=e)
            raise
        if url.user is not None:
            if auth is not None:
                raise ValueError('Cannot combine AUTH argument with credentials encoded in URL')
            from aiohttp.helpers import BasicAuth
            auth, url = BasicAuth(url.user, url.password or ''), url.with_user(None)
        if auth is not None and 'Authorization' in sent:
            raise ValueError('Cannot combine AUTHORIZATION header with AUTH argument or credentials encoded in URL')
        auth = self._auth if auth is None else auth
        if auth is not None and 'Authorization' not in sent:
            sent['Authorization'] = auth.encode()
        given_cookies, had_cookies = cookies or {}, sent.get('Cookie')
        self._add_cookies(sent, url, given_cookies, had_cookies)
        if timeout is _unset or timeout is None:
            timeout = self._timeout
        elif not isinstance(timeout, ClientTimeout):
            timeout = ClientTimeout(total=timeout)
        if json is not None:
            json = _json.loads((self._serialize_bytes or self._serialize)(json))
        skipped = {name.lower() for name in (*self._skip_auto_headers, *(skip_auto_headers or ()))}
        await tell('request_start', method=method, url=url, headers=sent)
        try:
            history = []
            while True:
                between = self._middlewares if middlewares is None else middlewares
                handle = _partial(self._handle, bool(between), timeout, ssl, tell)
                for middleware in reversed(between):
                    handle = _partial(middleware, handler=handle)
                data, shown = await self._complete(method, url, data, json, sent, skipped) if between else (data, sent)
                response = await handle(ClientRequest(method, url, shown, data, json, self, skipped))
                coding = response.headers.get('Content-Encoding', '').lower()
                if coding in ('gzip', 'deflate') and (self._auto_decompress if auto_decompress is None else auto_decompress):
                    response.content.decompress(coding)
                if response.cookies:
                    self._jar.update_cookies(response.cookies, response.url)
                where = response.headers.get('Location', response.headers.get('URI'))
                if not allow_redirects or response.status not in (301, 302, 303, 307, 308):
                    break
                await tell('request_redirect', method=method, url=url, headers=sent, response=response)
                history.append(response)
                if max_redirects and len(history) >= max_redirects:
                    raise TooManyRedirects(history[0].request_info, tuple(history))
                if where is None:
                    # It leads nowhere: that is the answer, and stands behind itself.
                    break
                if response.status == 303 and method != 'HEAD' or response.status in (301, 302) and method == 'POST':
                    method, data, json = 'GET', None, None
                    sent.pop('Content-Length', None)
                old, url = url, self._onward(url, where)
                if old.origin() != url.origin() and (old.host, old.port, old.scheme, url.port) != (url.host, 80, 'http', 443):
                    # Another host is not told who asks.
                    sent.pop('Authorization', None)
                self._add_cookies(sent, url, given_cookies, had_cookies)
                response.release()
            response._history = tuple(history)
            check = self._raise if raise_for_status is None else raise_for_status
            if callable(check):
                await check(response)
            elif check:
                response.raise_for_status()
        except BaseException as e:
            await tell('request_exception', method=method, url=url, headers=sent, exception=e)
            raise
        await tell('request_end', method=method, url=url, headers=sent, response=response)
        return response

    def _add_cookies(self, headers, url, given, before):
        found = self._jar.filter_cookies(url)
        for name, value in given.items() if hasattr(given, 'items') else given:
            found[name] = value
        text = found.output(header='', sep=';').strip()
        headers.pop('Cookie', None)
        if text or before:
            headers['Cookie'] = '; '.join(part for part in (before, text) if part)

    @staticmethod
    def _onward(url, where):
        """Where an answer leads to."""
        try:
            new = _URL(where)
            new.host, new.port
        except ValueError as e:
            raise InvalidUrlRedirectClientError(where, 'Server attempted redirecting to a location that does not look like a URL') from e
        if new.scheme not in ('http', 'https', ''):
            raise NonHttpUrlRedirectClientError(where)
        new = new if new.scheme else url.join(new)
        if not new.host:
            raise InvalidUrlRedirectClientError(new, 'Invalid redirect URL origin')
        return new

    def _url(self, given, params):
        try:
            url = _URL(given)
            url.host, url.port
        except ValueError as e:
            raise InvalidUrlClientError(given) from e
        if self._base_url is not None and not url.absolute:
            url = self._base_url.join(url)
        if url.scheme not in ('http', 'https', 'ws', 'wss', ''):
            raise NonHttpUrlClientError(url)
        if not url.host:
            raise InvalidUrlClientError(url)
        return url.extend_query(params) if params else url

    async def _handle(self, complete, timeout, ssl, tell, request):
        return await self._answered(request.method, request.url, request.body, request.json, request.headers, complete, timeout,
                                    ssl, tell, request.skip_auto_headers)

    async def _complete(self, method, url, data, json, headers, skipped):
        """A body and all headers, as middlewares see them."""
        if _network.is_own(str(url)) and isinstance(data, (dict, list, tuple)):
            from aiohttp.formdata import FormData
            data = FormData(data)
        # It has its boundary from now on.
        data = data() if _network.is_own(str(url)) and hasattr(data, '_is_multipart') else data
        simple = json is not None or hasattr(data, 'as_bytes') or isinstance(data, (str, bytes, bytearray, type(None)))
        sent = _CIMultiDict({'Host': url.host_port_subcomponent})
        sent.update((await self._body(data if simple else None, json, headers, skipped=skipped))[1])
        if data is None and json is None and method not in ('GET', 'HEAD', 'OPTIONS', 'TRACE'):
            sent['Content-Length'] = '0'
        return data, sent

    async def _answered(self, method, url, data, json, headers, complete, timeout, ssl, tell, skipped):
        key = ConnectionKey(url.host, url.port, url.scheme in ('https', 'wss'), ssl, None, None, None)
        connector, connection, body, sent, answer = self._connector, None, b'', headers, None
        start, own = self._loop.time(), connector._is_local or _network.is_own(str(url))
        if own or tell.pairs or connector._resolver is not None:
            body, sent = await self._body(data, json, headers, complete, skipped)
            if 'content-type' not in skipped and method in ('PATCH', 'POST', 'PUT'):
                sent.setdefault('Content-Type', 'application/octet-stream')
        async with _asyncio.timeout(timeout.total):
            try:
                async with _asyncio.timeout(timeout.connect):
                    taken = await connector._acquire(key, tell)
            except TimeoutError as e:
                if timeout.connect is None:
                    raise
                raise ConnectionTimeoutError(f'Connection timeout to host {url}') from e

            own = own or taken._leads_here()
            if not own and hasattr(data, '__aiter__'):
                data = b''.join([piece async for piece in data])

            async def sending():
                await tell('request_headers_sent', method=method, url=url, headers=sent)
                if body:
                    await tell('request_chunk_sent', method=method, url=url, chunk=body)
            try:
                if own:
                    answer = await self._own(timeout.sock_read, taken, key, data, method, str(url), sent.items(), body, tell, sending)
                else:
                    if not _network.is_unknown(str(url)):
                        if taken.is_new:
                            await tell('connection_create_end')
                        await sending()
                    if hasattr(data, 'as_bytes'):
                        data = await data.as_bytes()
                    answer = await _network.fetch_async(method, str(url), timeout.sock_read, data=getattr(data, '_fields', data),
                                                        json=json, given=headers.items(), own=None,
                                                        headers=[('User-Agent', _SOFTWARE)] * ('user-agent' not in skipped))
                connection, taken.is_new = taken, False
            except _network.Late:
                raise SocketTimeoutError('Timeout on reading data from socket') from None
            except ConnectionRefusedError as e:
                raise connector._failed(ClientConnectorError, key, e) from e
            except ConnectionError as e:
                raise ServerDisconnectedError() from e
            except OSError as e:
                kind = ClientConnectorDNSError if type(e).__name__ == 'gaierror' else ClientConnectorError
                raise connector._failed(kind, key, e) from e
            finally:
                if isinstance(getattr(answer, 'body', None), _StreamReader):
                    # It is free once the whole body has arrived.
                    answer.body._pause = timeout.sock_read
                    answer.body._deadline = timeout.total and start + timeout.total
                    answer.body.on_eof(lambda: connector._release(key, taken if taken._link.may_go_on else None))
                else:
                    connector._release(key, connection)
        _refuse_others(headers.items())
        return ClientResponse(method, _URL(answer.url, encoded=True), answer, sent if complete else headers, tell)

    async def _own(self, pause, *asked):
        try:
            async with _asyncio.timeout(pause):
                return await self._exchange(*asked)
        except TimeoutError:
            raise _network.Late from None

    async def _exchange(self, holder, key, data, method, url, headers, body, tell, sending):
        """Asks a server of the program itself over the connection that the holder has, or over a new one."""
        import _loopback
        from http.client import BadStatusLine
        if self._connector.force_close:
            headers = [*headers, ('Connection', 'close')]
        if method == 'DELETE' and not body:
            headers = [*headers, ('Content-Length', '0')]
        request = _are_text(headers) and _loopback.request_of(method, url, headers, body)
        while True:
            old, holder._link = holder._link, None
            link = old or await self._connector._open(url, holder._addresses)
            try:
                _refuse_others(headers)
                if old is None and holder.is_new:
                    await tell('connection_create_end')
                await sending()
                head = link.ask(method, url, request, lambda connection: _StreamReader(None, connection))
                if hasattr(data, '__aiter__'):
                    link.upload = self._loop.create_task(self._upload(link, key, data))
                answer = await head
            except (ConnectionError, BadStatusLine) as e:
                link.close()
                if not isinstance(e, ConnectionError):
                    what = _URL(url), method, _CIMultiDictProxy(_CIMultiDict(headers)), _URL(url)
                    raise ClientResponseError(
                        RequestInfo(*what), (), status=400,
                        message=f'Bad status line:\n  Expected HTTP/, RTSP/ or ICE/:\n\n    {e.line!r}') from e
                # A server may hang up while its client asks again; what does no harm twice is asked once more.
                if old is None or method not in _HARMLESS:
                    raise
            except BaseException:
                link.close()
                raise
            else:
                holder._link = link
                return answer

    async def _upload(self, link, key, data):
        """Sends a body piece by piece, as a program's asynchronous generator makes it."""
        try:
            async for piece in data:
                if piece:
                    link.transport.write(b'%x\r\n%b\r\n' % (len(piece), piece))
        except Exception as e:
            error = ClientConnectionError(f'Failed to send bytes into the underlying connection Connection<{key}>: {e!r}')
            error.__cause__ = e
            if not link.head.done():
                link.head.set_exception(error)
            link.close()
        else:
            link.transport.write(b'0\r\n\r\n')

    async def _body(self, data, json, headers, complete=False, skipped=frozenset()):
        """What a server of the program itself is sent: a body and all headers. complete: those that stand by themselves are there;
        skipped: which of them are not to be."""
        import _loopback
        streams = hasattr(data, '__aiter__')
        if isinstance(data, (dict, list, tuple)):
            from aiohttp.formdata import FormData
            data = FormData(data)
        data, told = data() if hasattr(data, '_is_multipart') else data, {}
        if hasattr(data, 'as_bytes'):
            body, kind, told = await data.as_bytes(), data.content_type, data.headers
        else:
            body, kind = (b'', 'application/octet-stream') if streams else _loopback.body_of(data, json)
        sent, late = _CIMultiDict(headers), {}
        if not complete:
            for name in 'Cookie', 'Authorization':
                if name in sent:
                    late[name] = sent.pop(name)
            for name, value in ('Accept', '*/*'), ('Accept-Encoding', 'gzip, deflate'), ('User-Agent', _SOFTWARE):
                if name.lower() not in skipped:
                    sent.setdefault(name, value)
            sent.update(late)
        if body:
            sent['Content-Length'] = str(len(body))
        if kind and 'content-type' not in skipped:
            sent.setdefault('Content-Type', kind)
        for name, value in ((name, value) for name, value in told.items() if name.lower() not in skipped):
            sent.setdefault(name, value)
        if streams:
            sent['Transfer-Encoding'] = 'chunked'
        return body, sent

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method.upper(), url, **kwargs), kwargs)

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('GET', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('OPTIONS', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return _RequestContextManager(self._request('HEAD', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def post(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('POST', url, data=data, **kwargs), kwargs)

    def put(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PUT', url, data=data, **kwargs), kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PATCH', url, data=data, **kwargs), kwargs)

    def delete(self, url, **kwargs):
        return _RequestContextManager(self._request('DELETE', url, **kwargs), kwargs)

    def ws_connect(self, url, *, method='GET', protocols=(), timeout=_unset, receive_timeout=None, autoclose=True,
                   autoping=True, heartbeat=None, auth=None, origin=None, params=None, headers=None, proxy=None,
                   proxy_auth=None, ssl=True, verify_ssl=None, fingerprint=None, ssl_context=None, server_hostname=None,
                   proxy_headers=None, compress=0, max_msg_size=4 * 1024 * 1024, decode_text=True):
        from aiohttp import _websockets
        return _websockets.ConnectContext(_websockets.connect(
            self, url, method=method, protocols=protocols, timeout=None if timeout is _unset else timeout,
            receive_timeout=receive_timeout, autoclose=autoclose, autoping=autoping, heartbeat=heartbeat, auth=auth,
            origin=origin, params=params, headers=headers, ssl=ssl, compress=compress, max_msg_size=max_msg_size))

    async def close(self):
        if not self.closed:
            if self._owner:
                await self._connector.close()
            self._connector = None

    def detach(self):
        self._connector = None

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


def request(method, url, *, version=_HttpVersion11, connector=None, loop=None, **kwargs):
    """One request in a session of its own."""
    session = ClientSession(connector=connector or TCPConnector(force_close=True), connector_owner=connector is None)
    return _SessionRequestContextManager(session._request(method, url, **kwargs), session)
