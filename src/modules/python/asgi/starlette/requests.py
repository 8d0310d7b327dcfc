"""What a client has asked for."""
import json as _json
from collections.abc import Mapping as _Mapping
from http.cookies import _unquote

from starlette._utils import Awaited as _Awaited
from starlette.datastructures import URL, Address, FormData, Headers, QueryParams, State
from starlette.exceptions import HTTPException


class ClientDisconnect(Exception):
    pass


def cookie_parser(cookie_string):
    found = {}
    for part in cookie_string.split(';'):
        name, equals, value = part.partition('=')
        name, value = (name.strip(), value.strip()) if equals else ('', name.strip())
        if name or value:
            found[name] = _unquote(value)
    return found


class HTTPConnection(_Mapping):
    """What requests and WebSockets have in common."""

    def __init__(self, scope, receive=None):
        assert scope['type'] in ('http', 'websocket')
        self.scope = scope

    def __class_getitem__(cls, item):
        return cls

    def __getitem__(self, key):
        return self.scope[key]

    def __iter__(self):
        return iter(self.scope)

    def __len__(self):
        return len(self.scope)

    __eq__, __hash__ = object.__eq__, object.__hash__

    app = property(lambda self: self.scope['app'])
    path_params = property(lambda self: self.scope.get('path_params', {}))

    def _kept(self, name, make):
        """Made when it is first asked for."""
        if name not in self.__dict__:
            self.__dict__[name] = make()
        return self.__dict__[name]

    url = property(lambda self: self._kept('_url', lambda: URL(scope=self.scope)))
    headers = property(lambda self: self._kept('_headers', lambda: Headers(scope=self.scope)))
    query_params = property(lambda self: self._kept('_query_params', lambda: QueryParams(self.scope['query_string'])))
    state = property(lambda self: self._kept('_state', lambda: State(self.scope.setdefault('state', {}))))

    @property
    def base_url(self):
        root = self.scope.get('app_root_path', self.scope.get('root_path', ''))
        return self._kept('_base_url', lambda: URL(scope={
            **self.scope, 'path': root if root.endswith('/') else root + '/', 'query_string': b'', 'root_path': root}))

    @property
    def cookies(self):
        def make():
            found = {}
            for header in self.headers.getlist('cookie'):
                found.update(cookie_parser(header))
            return found
        return self._kept('_cookies', make)

    @property
    def client(self):
        found = self.scope.get('client')
        return None if found is None else Address(*found)

    @property
    def session(self):
        assert 'session' in self.scope, 'SessionMiddleware must be installed to access request.session'
        session = self.scope['session']
        if hasattr(session, 'mark_accessed'):
            session.mark_accessed()
        return session

    @property
    def auth(self):
        assert 'auth' in self.scope, 'AuthenticationMiddleware must be installed to access request.auth'
        return self.scope['auth']

    @property
    def user(self):
        assert 'user' in self.scope, 'AuthenticationMiddleware must be installed to access request.user'
        return self.scope['user']

    def url_for(self, name, /, **path_params):
        routes = self.scope.get('router') or self.scope.get('app')
        if routes is None:
            raise RuntimeError('The `url_for` method can only be used inside a Starlette application or with a router.')
        return routes.url_path_for(name, **path_params).make_absolute_url(base_url=self.base_url)


async def empty_receive():
    raise RuntimeError('Receive channel has not been made available')


async def empty_send(message):
    raise RuntimeError('Send channel has not been made available')


class Request(HTTPConnection):
    def __init__(self, scope, receive=empty_receive, send=empty_send):
        super().__init__(scope)
        assert scope['type'] == 'http'
        self._receive, self._send, self._form = receive, send, None
        self._stream_consumed = self._is_disconnected = False

    method = property(lambda self: self.scope['method'])
    receive = property(lambda self: self._receive)

    async def stream(self):
        if hasattr(self, '_body'):
            yield self._body
            yield b''
            return
        if self._stream_consumed:
            raise RuntimeError('Stream consumed')
        while not self._stream_consumed:
            message = await self._receive()
            if message['type'] == 'http.disconnect':
                self._is_disconnected = True
                raise ClientDisconnect()
            if message['type'] == 'http.request':
                self._stream_consumed = not message.get('more_body', False)
                if body := message.get('body', b''):
                    yield body
        yield b''

    async def body(self):
        if not hasattr(self, '_body'):
            self._body = b''.join([piece async for piece in self.stream()])
        return self._body

    async def json(self):
        if not hasattr(self, '_json'):
            self._json = _json.loads(await self.body())
        return self._json

    async def _get_form(self, max_files, max_fields, max_part_size):
        if self._form is None:
            from starlette.formparsers import MultiPartException, parsed
            try:
                self._form = await parsed(self.headers, self.stream(), max_files, max_fields, max_part_size)
            except MultiPartException as e:
                if 'app' in self.scope:
                    raise HTTPException(status_code=400, detail=e.message)
                raise
        return self._form

    def form(self, *, max_files=1000, max_fields=1000, max_part_size=1024 * 1024):
        return _Awaited(self._get_form(max_files, max_fields, max_part_size))

    async def close(self):
        if self._form is not None:
            await self._form.close()

    async def is_disconnected(self):
        if not self._is_disconnected:
            # What is there at once; nobody waits for it.
            message, coro = {}, self._receive()
            try:
                coro.send(None)
            except StopIteration as e:
                message = e.value
            else:
                coro.close()
            self._is_disconnected = message.get('type') == 'http.disconnect'
        return self._is_disconnected

    async def send_push_promise(self, path):
        if 'http.response.push' in self.scope.get('extensions', {}):
            names = 'accept', 'accept-encoding', 'accept-language', 'cache-control', 'user-agent'
            await self._send({'type': 'http.response.push', 'path': path,
                              'headers': [pair for pair in self.headers.raw if pair[0].decode() in names]})
