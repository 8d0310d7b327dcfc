"""aiohttp's server: applications, routes, handlers, on the loopback addresses."""
import asyncio as _asyncio
import json as _json
import sys as _sys
import warnings as _warnings
from types import GenericAlias as _GenericAlias
from urllib.parse import parse_qsl as _parse_qsl, quote as _quote, unquote as _unquote, urlsplit as _urlsplit

import aiohttp as _aiohttp
from _multipart import parameter as _parameter, parts as _parts
from _network import not_supported as _not_supported
from aiohttp.web_exceptions import *
from aiohttp.web_response import ContentCoding, Keyed as _Keyed, Response, StreamResponse, json_bytes_response, json_response
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy
from time import time as _now
from yarl import URL as _URL


# For now nobody is to hear of it who does not ask.
_warnings.filterwarnings('ignore', category=NotAppKeyWarning, append=True)


class GracefulExit(SystemExit):
    code = 1


class RequestPayloadError(Exception):
    """A body did not arrive as it should."""
    __module__ = 'aiohttp.web_protocol'


class PayloadAccessError(Exception):
    """A body may not be read any more."""
    __module__ = 'aiohttp.web_protocol'


class CleanupError(RuntimeError):
    """Several contexts of an application could not be left."""
    __module__ = 'aiohttp.web_app'
    exceptions = property(lambda self: self.args[1])


class AppKey:
    """A name for a value of an application; it is that of its module as well."""
    __module__ = 'aiohttp.helpers'

    def __init__(self, name, t=None):
        frame = _sys._getframe(1)
        while frame.f_code.co_name != '<module>':
            frame = frame.f_back
            if frame is None:
                raise RuntimeError('Failed to get module name.')
        self._name, self._t = f'{frame.f_globals["__name__"]}.{name}', t

    __class_getitem__ = classmethod(_GenericAlias)

    def __lt__(self, other):
        return self._name < other._name if isinstance(other, AppKey) else True

    def __gt__(self, other):
        return self._name > other._name if isinstance(other, AppKey) else False

    def __repr__(self):
        of = self._t
        if of is None and '__orig_class__' in self.__dict__:
            of, = self.__orig_class__.__args__
        if isinstance(of, type):
            shown = of.__qualname__ if of.__module__ == 'builtins' else f'{of.__module__}.{of.__qualname__}'
        else:
            shown = '<<Unknown>>' if of is None else repr(of)
        return f'<{type(self).__name__}({self._name}, type={shown})>'


class RequestKey(AppKey):
    """A name for a value of a request."""
    __module__ = 'aiohttp.helpers'


class ResponseKey(AppKey):
    """A name for a value of an answer."""
    __module__ = 'aiohttp.helpers'


class FileResponse(Response):
    """A file as an answer."""
    __module__ = 'aiohttp.web_fileresponse'

    def __init__(self, path, chunk_size=262144, status=200, reason=None, headers=None):
        super().__init__(status=status, reason=reason, headers=headers)
        self._path, self._whole = path, b''

    async def prepare(self, request):
        import os
        import time
        if not os.path.isfile(self._path):
            self.set_status(404)
            self._headers.setdefault('Content-Type', 'application/octet-stream')
            return await super().prepare(request)
        if 'Content-Type' not in self._headers:
            import mimetypes
            self._headers['Content-Type'] = mimetypes.guess_type(str(self._path))[0] or 'application/octet-stream'
        found = os.stat(self._path)
        self._headers['Etag'] = f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
        self._headers['Last-Modified'] = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(found.st_mtime))
        self._headers['Accept-Ranges'] = 'bytes'
        with open(self._path, 'rb') as file:
            self._whole = file.read()
        if wanted := request.headers.get('Range'):
            self._cut(wanted)
        return await super().prepare(request)

    def _cut(self, wanted):
        """A part of the file, as a client wants it."""
        first, dash, last = wanted.removeprefix('bytes=').partition('-')
        size = len(self._whole)
        if not wanted.startswith('bytes=') or not dash or not (first + last).isdigit():
            return
        start = int(first) if first else max(size - int(last), 0)
        end = min(int(last) + 1 if first and last else size, size)
        if start >= end:
            self._headers['Content-Range'] = f'bytes */{size}'
            self.set_status(416)
            self._whole = b''
        else:
            self._headers['Content-Range'] = f'bytes {start}-{end - 1}/{size}'
            self.set_status(206)
            self._whole = self._whole[start:end]

    def _content(self):
        return self._whole


def _shown_query(text):
    """A query as people read it; what would part it otherwise stays quoted."""
    for code in '%25', '%26', '%2B', '%3B', '%3D':
        text = text.replace(code, '%25' + code[1:]).replace(code.lower(), '%25' + code[1:])
    return _unquote(text.replace('+', ' '))


class _Content(_aiohttp.StreamReader):
    """The body of a request, taken from its connection as it is read."""

    def __init__(self, reader, chunked, size):
        super().__init__(b'')
        self._reader, self._chunked, self._left = reader, chunked, size
        self._eof = not chunked and not size

    async def _wait(self, name):
        try:
            await self._more()
            while not self._eof and b'\r\n' in self._reader._buffer:
                await self._more()
        except (_asyncio.IncompleteReadError, ConnectionError):
            self.set_exception(ConnectionResetError('Connection lost'))

    async def _more(self):
        reader = self._reader
        if self._chunked and not self._left:
            self._left = int((await reader.readuntil(b'\r\n')).partition(b';')[0], 16)
            if not self._left:
                while await reader.readuntil(b'\r\n') != b'\r\n':
                    pass
                self.feed_eof()
                return
        piece = await reader.read(self._left)
        if not piece:
            raise ConnectionResetError
        self._left -= len(piece)
        self.feed_data(piece)
        if not self._left:
            if self._chunked:
                await reader.readuntil(b'\r\n')
                self.end_http_chunk_receiving()
            else:
                self.feed_eof()

    async def finish(self):
        """Reads what nobody has read, for a while; whether all has come."""
        try:
            async with _asyncio.timeout(10):
                while self._exception is None and not self._eof:
                    await self._wait('finish')
        except TimeoutError:
            pass
        return self._eof


class Request(_Keyed):
    """What a client has sent."""
    __module__ = 'aiohttp.web_request'

    def __init__(self, method, path, headers, content, writer, reader=None):
        super().__init__()
        self._reader, self._upgraded, self._began, self._answer = reader, False, _now(), None
        self.method, self.path_qs, self._headers, self.content = method, path, _CIMultiDict(headers), content
        self._body, self.body_exists = None, not content.at_eof()
        self._writer, self._parts, self.match_info, self.app = writer, _urlsplit(path), {}, None
        self._rest = self._parts.path
        self.version, self.scheme, self.secure = _aiohttp.HttpVersion11, 'http', False

    headers = property(lambda self: _CIMultiDictProxy(self._headers))
    host = property(lambda self: self._headers.get('Host', ''))
    path = property(lambda self: _unquote(self._parts.path))
    raw_path = property(lambda self: self.path_qs)
    rel_url = property(lambda self: _URL(self.path_qs))
    url = property(lambda self: _URL(f'http://{self.host}{self.path_qs}'))
    query_string = property(lambda self: _shown_query(self._parts.query))
    transport = property(lambda self: self._writer.transport)
    remote = property(lambda self: (self._writer.get_extra_info('peername') or (None,))[0])
    content_type = property(StreamResponse.content_type.fget)
    content_length = property(_aiohttp.ClientResponse.content_length.fget)
    can_read_body = property(lambda self: not self.content.at_eof())
    config_dict = property(lambda self: self.app)

    @property
    def query(self):
        return _MultiDictProxy(_MultiDict(_parse_qsl(self._parts.query, keep_blank_values=True)))

    @property
    def cookies(self):
        pairs = [part.strip().partition('=') for part in self._headers.get('Cookie', '').split(';')]
        return {name: value for name, _, value in pairs if name}

    _most = 0

    async def read(self):
        if self._body is None:
            found = bytearray()
            while piece := await self.content.readany():
                found += piece
                if self._most and len(found) > self._most:
                    raise HTTPRequestEntityTooLarge(self._most, len(found))
            self._body = bytes(found)
        return self._body

    @property
    def charset(self):
        return self._headers.get('Content-Type', '').partition('charset=')[2].partition(';')[0].strip(' "') or None

    async def text(self):
        return (await self.read()).decode(self.charset or 'utf-8')

    async def json(self, *, loads=_json.loads):
        return loads(await self.text())

    async def post(self):
        if self.content_type != 'application/x-www-form-urlencoded':
            found = _MultiDict()
            if self.content_type == 'multipart/form-data':
                async for part in await self.multipart():
                    found.add(part.name, part._file() if part.filename else await part.text())
            return _MultiDictProxy(found)
        return _MultiDictProxy(_MultiDict(_parse_qsl((await self.text()).rstrip(), keep_blank_values=True)))

    async def multipart(self):
        return _MultipartReader(_parts(await self.read(), self._headers.get('Content-Type', '')))

    def __repr__(self):
        return f'<Request {self.method} {self.path} >'


BaseRequest = Request


class FileField:
    """A file of a form."""
    __module__ = 'aiohttp.web_request'

    def __init__(self, name, filename, file, content_type, headers):
        self.name, self.filename, self.file, self.content_type, self.headers = name, filename, file, content_type, headers

    def __repr__(self):
        return (f'FileField(name={self.name!r}, filename={self.filename!r}, file={self.file!r}, '
                f'content_type={self.content_type!r}, headers={self.headers!r})')


class _BodyPart:
    """A part of a form, read piece by piece or whole."""

    def __init__(self, headers, content):
        self.headers, self._content, self._at = _CIMultiDictProxy(_CIMultiDict(headers)), content, 0
        what = self.headers.get('Content-Disposition', '')
        self.name, self.filename = _parameter(what, 'name'), _parameter(what, 'filename')

    chunk_size = 8192

    async def read(self, *, decode=False):
        return await self.read_chunk(len(self._content))

    async def read_chunk(self, size=chunk_size):
        piece = self._content[self._at:self._at + size]
        self._at += len(piece)
        return piece

    async def text(self, *, encoding=None):
        return (await self.read()).decode(encoding or 'utf-8')

    async def json(self, *, encoding=None):
        return _json.loads(await self.text(encoding=encoding))

    async def release(self):
        self._at = len(self._content)

    def at_eof(self):
        return self._at >= len(self._content)

    def decode(self, data):
        return data

    def _file(self):
        import io
        kind = self.headers.get('Content-Type', 'application/octet-stream')
        return FileField(self.name, self.filename, io.BytesIO(self._content), kind, self.headers)


class _MultipartReader:
    def __init__(self, parts):
        self._parts = parts

    def __aiter__(self):
        return self

    async def __anext__(self):
        if (part := await self.next()) is not None:
            return part
        raise StopAsyncIteration

    async def next(self):
        found = next(self._parts, None)
        return None if found is None else _BodyPart(*found)


class View:
    """A handler with a method for each of HTTP's."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, request):
        self.request = request

    def __await__(self):
        method = getattr(self, self.request.method.lower(), None)
        if method is None:
            raise HTTPMethodNotAllowed(self.request.method, [name.upper() for name in dir(self) if name.upper() in _METHODS])
        return method().__await__()


_METHODS = ('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')


class AbstractRouteDef:
    """What may be added to an application."""
    __module__ = 'aiohttp.web_routedef'


class RouteDef(AbstractRouteDef):
    """A route to be added to an application."""
    __module__ = 'aiohttp.web_routedef'

    def __init__(self, method, path, handler, kwargs):
        self.method, self.path, self.handler, self.kwargs = method, path, handler, kwargs

    def __repr__(self):
        return f'<RouteDef {self.method} {self.path} -> {self.handler.__name__!r}{_more(self.kwargs)}>'

    def register(self, router):
        add = getattr(router, 'add_' + self.method.lower(), None)
        return [router.add_route(self.method, self.path, self.handler, **self.kwargs) if add is None else
                add(self.path, self.handler, **self.kwargs)]


def _more(kwargs):
    return ''.join([f', {name}={value!r}' for name, value in sorted(kwargs.items())])


def route(method, path, handler, **kwargs):
    return RouteDef(method, path, handler, kwargs)


def _shortcut(method):
    def shortcut(path, handler, **kwargs):
        return RouteDef(method, path, handler, kwargs)
    shortcut.__name__ = method.lower()
    return shortcut


head, post, put, patch, delete, options = map(_shortcut, ('HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'))


def get(path, handler, *, name=None, allow_head=True, **kwargs):
    return RouteDef('GET', path, handler, {'name': name, 'allow_head': allow_head, **kwargs})


def view(path, handler, **kwargs):
    return RouteDef('*', path, handler, kwargs)


class StaticDef(AbstractRouteDef):
    """A directory of files to be added to an application."""
    __module__ = 'aiohttp.web_routedef'

    def __init__(self, prefix, path, kwargs):
        self.prefix, self.path, self.kwargs = prefix, path, kwargs

    def __repr__(self):
        return f'<StaticDef {self.prefix} -> {self.path}{_more(self.kwargs)}>'

    def register(self, router):
        return list(router.add_static(self.prefix, self.path, **self.kwargs))


def static(prefix, path, **kwargs):
    return StaticDef(prefix, path, kwargs)


class RouteTableDef(list):
    """Routes that decorators write down."""
    __module__ = 'aiohttp.web_routedef'

    def __repr__(self):
        return f'<RouteTableDef count={len(self)}>'

    def route(self, method, path, **kwargs):
        def decorator(handler):
            self.append(RouteDef(method, path, handler, kwargs))
            return handler
        return decorator

    def view(self, path, **kwargs):
        return self.route('*', path, **kwargs)

    def static(self, prefix, path, **kwargs):
        self.append(static(prefix, path, **kwargs))


def _table_method(method):
    return lambda self, path, **kwargs: self.route(method, path, **kwargs)


for _name in _METHODS:
    setattr(RouteTableDef, _name.lower(), _table_method(_name))


def _pattern(path):
    """A route's path as a regular expression, if it has variable parts."""
    if '{' not in path:
        return None
    import re
    text, at = '', 0
    while (start := path.find('{', at)) >= 0:
        end, depth = start + 1, 1
        while depth:
            depth += {'{': 1, '}': -1}.get(path[end], 0)
            end += 1
        name, colon, inner = path[start + 1:end - 1].partition(':')
        text += re.escape(path[at:start]) + f'(?P<{name}>{inner if colon else "[^{}/]+"})'
        at = end
    return re.compile(text + re.escape(path[at:]))


class ResourceRoute:
    """A handler that a resource has for a method."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, method, handler, resource):
        self.method, self.handler, self.resource = method, handler, resource

    name = property(lambda self: self.resource.name)

    def url_for(self, *args, **parts):
        return self.resource.url_for(*args, **parts)

    def __repr__(self):
        return f'<ResourceRoute [{self.method}] {self.resource} -> {self.handler!r}'


class Resource:
    """A path, its name and its routes."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, name, path, pattern):
        self.name, self._path, self._pattern, self._routes = name, path, pattern, []

    def add_route(self, method, handler, *, expect_handler=None):
        method = method.upper()
        for route in self._routes:
            if route.method in (method, '*'):
                raise RuntimeError('Added route will never be executed, '
                                   f'method {route.method} is already registered')
        self._routes.append(ResourceRoute(method, handler, self))
        return self._routes[-1]

    def __len__(self):
        return len(self._routes)

    def __iter__(self):
        return iter(self._routes)

    def _match(self, path):
        """What the variable parts are in a path that this resource is for, or None."""
        if self._pattern is None:
            return {} if self._path == _unquote(path) else None
        match = self._pattern.fullmatch(path)
        return None if match is None else {name: v and _unquote(v) for name, v in match.groupdict().items()}

    @property
    def canonical(self):
        return ''.join('{' + piece + '}' if n % 2 else piece for n, piece in enumerate(self._pieces()))

    def _pieces(self):
        """What stands between the variable parts, and their names, in turn."""
        import re
        if '{' not in self._path:
            return [self._path]
        return re.split(r'\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}', self._path)

    def url_for(self, **parts):
        return _URL(''.join(_quote(str(parts[piece]), safe='') if n % 2 else piece
                            for n, piece in enumerate(self._pieces())))

    def __repr__(self):
        kind = 'PlainResource' if self._pattern is None else 'DynamicResource'
        return f"<{kind} {f'{self.name!r} ' if self.name is not None else ''} {self.canonical}>"


class UrlMappingMatchInfo(dict):
    """The variable parts of a path, and the route to which it leads."""

    def __init__(self, parts, route):
        super().__init__(parts)
        self.route = route
        self.handler = route.handler


class UrlDispatcher:
    """Which handler a path has."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self):
        self._resources, self._named = [], {}

    def __getitem__(self, name):
        return self._named[name]

    def __contains__(self, name):
        return name in self._named

    def __iter__(self):
        return iter(self._named)

    def __len__(self):
        return len(self._named)

    def named_resources(self):
        return dict(self._named)

    def add_resource(self, path, *, name=None):
        if not path.startswith('/') and path:
            raise ValueError('path should be started with / or be empty')
        last = self._resources[-1] if self._resources else None
        if last is not None and last.name == name and last._path == path:
            return last
        return self._add(Resource(name, path, _pattern(path)))

    def _add(self, resource):
        name = resource.name
        if name is not None:
            if name in self._named:
                raise ValueError(f'Duplicate {name!r}, already handled by {self._named[name]!r}')
            self._named[name] = resource
        self._resources.append(resource)
        return resource

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        return self.add_resource(path, name=name).add_route(method, handler)

    def add_get(self, path, handler, *, name=None, allow_head=True, **kwargs):
        resource = self.add_resource(path, name=name)
        if allow_head:
            resource.add_route('HEAD', handler)
        return resource.add_route('GET', handler)

    def add_routes(self, routes):
        return [route for each in routes for route in each.register(self)]

    def add_static(self, prefix, path, *, name=None, expect_handler=None, chunk_size=262144, show_index=False,
                   follow_symlinks=False, append_version=False):
        import os
        import re
        path, prefix = os.path.abspath(os.path.expanduser(path)), prefix.rstrip('/')
        if not os.path.isdir(path):
            raise ValueError(f"'{path}' does not exist" if not os.path.exists(path) else f"'{path}' is not a directory")
        if show_index:
            _not_supported('aiohttp.web.static with show_index=', 'a handler that lists os.listdir(…)')

        async def serve(request):
            wanted = os.path.normpath(os.path.join(path, request.match_info['filename'] or ''))
            if wanted != path and not wanted.startswith(path + '/'):
                raise HTTPNotFound()
            if os.path.isdir(wanted):
                raise HTTPForbidden()
            return FileResponse(wanted)
        pattern = re.compile(re.escape(prefix) + '(?:/(?P<filename>.*))?')
        resource = self._add(Resource(name, prefix + '/{filename:.*}', pattern))
        resource.url_for = lambda *, filename: _URL(f'{prefix}/{_quote(str(filename).lstrip("/"))}')
        for method in 'GET', 'HEAD':
            resource.add_route(method, serve)
        return resource

    def resources(self):
        return list(self._resources)

    def routes(self):
        return [route for resource in self._resources for route in resource]

    def _resolve(self, request):
        allowed = set()
        for resource in self._resources:
            found = resource._match(request._rest)
            if found is None:
                continue
            for route in resource:
                if route.method in ('*', request.method):
                    return route, found
                allowed.add(route.method)
        if allowed:
            raise HTTPMethodNotAllowed(request.method, allowed)
        raise HTTPNotFound()


def _router_method(method):
    return lambda self, path, handler, **kwargs: self.add_route(method, path, handler, **kwargs)


for _name in _METHODS:
    if _name != 'GET':
        setattr(UrlDispatcher, 'add_' + _name.lower(), _router_method(_name))
UrlDispatcher.add_view = _router_method('*')


class _AsyncGeneratorContext:
    """An asynchronous generator that goes on once an application has ended."""

    def __init__(self, generator):
        self._generator = generator.__aiter__()

    async def __aenter__(self):
        await self._generator.__anext__()

    async def __aexit__(self, *exc):
        try:
            await self._generator.__anext__()
        except StopAsyncIteration:
            return
        raise RuntimeError(f"{self._generator!r} has more than one 'yield'")


class Application(_Keyed):
    """Handlers by path, and what they share."""
    __module__ = 'aiohttp.web_app'

    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=1048576,
                 client_max_fields=1000, loop=None, debug=...):
        super().__init__()
        for given, name in (router is not None, 'router'), (loop is not None, 'loop'), (debug is not ..., 'debug'):
            if given:
                _warnings.warn(f'{name} argument is deprecated', DeprecationWarning, 2)
        self._loop, self._debug, self.logger = loop, debug, logger
        self.router, self.middlewares, self._subapps = UrlDispatcher() if router is None else router, list(middlewares), []
        self.on_startup, self.on_shutdown, self.on_cleanup, self.on_response_prepare = [], [], [], []
        self.cleanup_ctx, self._contexts, self._client_max_size = [], [], client_max_size

    def __init_subclass__(cls):
        _warnings.warn(f'Inheritance class {cls.__name__} from web.Application is discouraged', DeprecationWarning, 2)

    @property
    def loop(self):
        _warnings.warn('loop property is deprecated', DeprecationWarning, 2)
        return self._loop

    @property
    def debug(self):
        _warnings.warn('debug property is deprecated', DeprecationWarning, 2)
        return self._debug

    def __call__(self):
        return self

    _frozen = False
    frozen = property(lambda self: self._frozen)

    def freeze(self):
        self._frozen = True

    def _check_frozen(self):
        if self._frozen:
            _warnings.warn('Changing state of started or joined application is deprecated', DeprecationWarning, stacklevel=2)

    def __setitem__(self, key, value):
        self._check_frozen()
        if not isinstance(key, AppKey):
            _warnings.warn('It is recommended to use web.AppKey instances for keys.\n'
                           'https://docs.aiohttp.org/en/stable/web_advanced.html#application-s-config',
                           NotAppKeyWarning, stacklevel=2)
        self._state[key] = value

    def __delitem__(self, key):
        self._check_frozen()
        del self._state[key]

    def __repr__(self):
        return f'<Application 0x{id(self):x}>'

    def __bool__(self):
        return True

    def add_routes(self, routes):
        self.router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        self._subapps.append((prefix.rstrip('/'), subapp))

    async def startup(self):
        self._loop = _asyncio.get_running_loop()
        for context in self.cleanup_ctx:
            entered = context(self)
            if not hasattr(entered, '__aexit__'):
                entered = _AsyncGeneratorContext(entered)
            await entered.__aenter__()
            self._contexts.append(entered)
        await self._send(self.on_startup)
        self._frozen = True

    async def shutdown(self):
        await self._send(self.on_shutdown)

    async def cleanup(self):
        wrong = []
        for entered in reversed(self._contexts):
            try:
                await entered.__aexit__(None, None, None)
            except (Exception, _asyncio.CancelledError) as e:
                wrong.append(e)
        self._contexts.clear()
        if len(wrong) > 1:
            raise CleanupError('Multiple errors on cleanup stage', wrong)
        if wrong:
            raise wrong[0]
        await self._send(self.on_cleanup)

    async def _send(self, callbacks):
        for callback in callbacks:
            await callback(self)

    def _leads_to_a_route(self, method, path):
        for prefix, subapp in self._subapps:
            if path.startswith(prefix + '/'):
                return subapp._leads_to_a_route(method, path[len(prefix):])
        return any(resource._match(path) is not None and any(route.method in ('*', method) for route in resource)
                   for resource in self.router._resources)

    async def _handle(self, request):
        request.app = self
        for prefix, subapp in self._subapps:
            if request._rest.startswith(prefix + '/'):
                request._rest = request._rest[len(prefix):]
                handler = subapp._handle
                break
        else:
            try:
                route, parts = self.router._resolve(request)
                handler, request.match_info = route.handler, UrlMappingMatchInfo(parts, route)
            except HTTPException as e:
                async def handler(request, error=e):
                    raise error
        call = _called(handler)
        for middleware in reversed(self.middlewares):
            call = _within(middleware, call)
        return await call(request)


def _called(handler):
    async def call(request):
        found = handler(request)
        return await found if hasattr(found, '__await__') else found
    return call


def _within(middleware, inner):
    async def call(request):
        return await middleware(request, inner)
    return call


def middleware(function):
    """Marks a middleware of the new kind, as all are."""
    function.__middleware_version__ = 1
    return function


def normalize_path_middleware(*, append_slash=True, remove_slash=False, merge_slashes=True, redirect_class=HTTPPermanentRedirect):
    """A middleware that leads to the path with or without a slash at its end, if there is one."""
    assert not (append_slash and remove_slash), 'Cannot both remove and append slash'
    import re

    def others(path):
        merged = re.sub('//+', '/', path)
        if merge_slashes:
            yield merged
        if append_slash and not path.endswith('/'):
            yield path + '/'
        if remove_slash and path.endswith('/'):
            yield path[:-1]
        if merge_slashes and append_slash:
            yield merged if merged.endswith('/') else merged + '/'
        if merge_slashes and remove_slash:
            yield merged[:-1]

    @middleware
    async def normalize(request, handler):
        if not isinstance(request.match_info, UrlMappingMatchInfo):
            path, mark, query = request.raw_path.partition('?')
            for other in others(path):
                other = re.sub('^//+', '/', other)
                if request.app._leads_to_a_route(request.method, other):
                    raise redirect_class(other + mark + query)
        return await handler(request)
    return normalize


class AppRunner:
    """An application with its servers."""
    __module__ = 'aiohttp.web_runner'

    def __init__(self, app, *, handle_signals=False, **kwargs):
        self.app, self.sites, self._tasks, self._busy = app, [], set(), set()
        self._logs = kwargs.get('access_log', True)
        if kwargs.get('access_log_format') or kwargs.get('access_log_class'):
            _not_supported('aiohttp.web.AppRunner with a format of access logs', 'a middleware that logs')
        self._shutdown_timeout = kwargs.get('shutdown_timeout', 60.0)

    addresses = property(lambda self: [site._address for site in self.sites if site._server])

    async def setup(self):
        await self.app.startup()

    async def shutdown(self):
        await self.app.shutdown()

    async def cleanup(self):
        for site in list(self.sites):
            await site.stop()
        await _asyncio.sleep(0)
        await self.app.shutdown()
        if self._busy:
            await _asyncio.wait(list(self._busy), timeout=self._shutdown_timeout)
        for task in self._tasks:
            task.cancel()
        await _asyncio.gather(*self._tasks, return_exceptions=True)
        await self.app.cleanup()

    async def _connected(self, reader, writer):
        task = _asyncio.current_task()
        self._tasks.add(task)
        try:
            while await self._exchange(reader, writer):
                pass
        except ConnectionError:
            pass
        finally:
            self._tasks.discard(task)
            self._busy.discard(task)
            writer.close()

    async def _exchange(self, reader, writer):
        """One request and its answer. Whether another one may follow."""
        first = await reader.readline()
        if not first.strip():
            return False
        method, path, version = first.decode('latin-1').split()
        headers = []
        while line := (await reader.readline()).rstrip(b'\r\n'):
            name, _, value = line.decode('latin-1').partition(':')
            headers.append((name.strip(), value.strip()))
        known = {name.lower(): value for name, value in headers}
        content = _Content(reader, known.get('transfer-encoding', '').lower() == 'chunked',
                           int(known.get('content-length', 0)))
        request = Request(method, path, headers, content, writer, reader)
        request._most = self.app._client_max_size
        request._version, request._callbacks = version, self.app.on_response_prepare
        request.keep_alive = known.get('connection', '').lower() != 'close' and version == 'HTTP/1.1'
        self._busy.add(_asyncio.current_task())
        try:
            response = await self.app._handle(request)
            if not isinstance(response, StreamResponse):
                response = self._no_response(response)
        except HTTPException as e:
            response = e
        except Exception as e:
            import logging
            late = isinstance(e, TimeoutError)
            logging.getLogger('aiohttp.server').error('Error handling request from %s', request.remote,
                                                      exc_info=None if late else e)
            if request._upgraded or request._answer is not None:
                return False
            response = Response(status=504, content_type='text/plain') if late else Response(
                status=500, text='500 Internal Server Error\n\nServer got itself in trouble')
            request.keep_alive = False
        if response.status == 101:
            await response.write_eof()
            self._log(request, response, 0)
            return False
        await response.prepare(request)
        await response.write_eof()
        self._log(request, response, response._sent_bytes)
        self._busy.discard(_asyncio.current_task())
        return request.keep_alive and await content.finish()

    @staticmethod
    def _no_response(given):
        """What is answered for a handler that gave something else."""
        import logging
        try:
            given.prepare
        except AttributeError:
            logging.getLogger('aiohttp.server').exception(
                'Missing return statement on request handler' if given is None else
                f'Web-handler should return a response instance, got {given!r}')
        return HTTPInternalServerError()

    def _log(self, request, response, size):
        """A line for who logs what is asked for."""
        import sys
        logging = sys.modules.get('logging')
        if logging is None or not self._logs:
            return
        log = logging.getLogger('aiohttp.access') if self._logs is True else self._logs
        if log.isEnabledFor(logging.INFO):
            import time
            when = time.strftime('[%d/%b/%Y:%H:%M:%S +0000]', time.gmtime(request._began))
            log.info('%s %s "%s %s HTTP/1.1" %s %s "%s" "%s"', request.remote, when, request.method, request.path_qs,
                     response.status, size, *(request.headers.get(name, '-') for name in ('Referer', 'User-Agent')))


ServerRunner = AppRunner


class TCPSite:
    """A server of a runner."""
    __module__ = 'aiohttp.web_runner'

    def __init__(self, runner, host=None, port=None, *, shutdown_timeout=60.0, ssl_context=None, backlog=128,
                 reuse_address=None, reuse_port=None):
        if ssl_context is not None:
            _not_supported('aiohttp.web with an ssl_context', 'http')
        self._runner, self._host, self._port, self._server = runner, host, 8080 if port is None else port, None

    name = property(lambda self: f'http://{"0.0.0.0" if not self._host else self._host}:{self._port}')

    async def start(self):
        self._server = await _asyncio.start_server(self._runner._connected, self._host or '0.0.0.0', self._port)
        self._address = self._server.sockets[0].getsockname()
        self._runner.sites.append(self)

    async def stop(self):
        if self._server is not None:
            self._server.close()
            self._server = None
            self._runner.sites.remove(self)


async def _run_app(app, host, port, out, **kwargs):
    if hasattr(app, '__await__'):
        app = await app
    runner = AppRunner(app, **kwargs)
    await runner.setup()
    try:
        site = TCPSite(runner, host, port)
        await site.start()
        if out:
            out(f'======== Running on {site.name} ========\n(Press CTRL+C to quit)')
        while True:
            await _asyncio.sleep(3600)
    finally:
        await runner.cleanup()


def run_app(app, *, host=None, port=None, path=None, sock=None, shutdown_timeout=60.0, keepalive_timeout=75.0,
            ssl_context=None, print=print, backlog=128, access_log_class=None, access_log_format=None,
            access_log=True, handle_signals=True, reuse_address=None, reuse_port=None, handler_cancellation=False,
            loop=None):
    """Runs an application until it is interrupted."""
    if path is not None or sock is not None or ssl_context is not None:
        _not_supported('aiohttp.web.run_app with path=, sock= or ssl_context=', 'host= and port=')
    own = loop or _asyncio.new_event_loop()
    _asyncio.set_event_loop(own)
    task = own.create_task(_run_app(app, host, port, print, access_log=access_log,
                                    access_log_class=access_log_class, access_log_format=access_log_format,
                                    shutdown_timeout=shutdown_timeout))
    if handle_signals:
        import signal
        for number in signal.SIGINT, signal.SIGTERM:
            own.add_signal_handler(number, _exit_gracefully)
    try:
        own.run_until_complete(task)
    except (GracefulExit, KeyboardInterrupt):
        pass
    finally:
        _cancel({task}, own)
        _cancel(_asyncio.all_tasks(own), own)
        own.run_until_complete(own.shutdown_asyncgens())
        own.close()
        _asyncio.set_event_loop(None)


def _exit_gracefully():
    raise GracefulExit()


def _cancel(tasks, loop):
    """Cancels tasks and waits for their end."""
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(_asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': task.exception(), 'task': task})


def __getattr__(name):
    if name in ('WebSocketResponse', 'WebSocketReady', 'WSMsgType', 'WSMessage', 'WSCloseCode'):
        from aiohttp import _websockets
        return getattr(_websockets, name)
    raise AttributeError(f"module 'aiohttp.web' has no attribute '{name}'")
