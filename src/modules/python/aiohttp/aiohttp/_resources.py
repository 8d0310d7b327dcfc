"""What a path may belong to: routes and resources."""
import re as _re
from inspect import iscoroutinefunction as _iscoroutinefunction

from aiohttp.abc import AbstractView as _AbstractView
from aiohttp.web_exceptions import (
    HTTPForbidden as _HTTPForbidden, HTTPMethodNotAllowed as _HTTPMethodNotAllowed, HTTPNotFound as _HTTPNotFound)
from aiohttp.web_response import Response as _Response
from yarl import URL as _URL


class AbstractRoute:
    """A handler for a method."""
    __module__ = 'aiohttp.web_urldispatcher'
    name = resource = None

    def __init__(self, method, handler, *, expect_handler=None, resource=None):
        method = method.upper()
        if not _re.fullmatch(r"[0-9A-Za-z!#$%&'*+.^_`|~-]+", method):
            raise ValueError(f'{method} is not allowed HTTP method')
        assert callable(handler), handler
        self._method, self._handler, self._resource = method, handler, resource

        self._expect_handler = expect_handler

    method = property(lambda self: self._method)
    handler = property(lambda self: self._handler)

    async def handle_expect_header(self, request):
        """What is done with a request that asks whether its body is wanted."""
        if self._expect_handler is not None:
            return await self._expect_handler(request)


class ResourceRoute(AbstractRoute):
    """A handler that a resource has for a method."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, method, handler, resource, *, expect_handler=None):
        super().__init__(method, handler, expect_handler=expect_handler, resource=resource)
        if not _iscoroutinefunction(handler) and not (isinstance(handler, type) and issubclass(handler, _AbstractView)):
            import warnings
            warnings.warn('Bare functions are deprecated, use async ones', DeprecationWarning)
            self._handler = _awaited(handler)

    resource = property(lambda self: self._resource)
    name = property(lambda self: self._resource.name)

    def url_for(self, *args, **kwargs):
        return self._resource.url_for(*args, **kwargs)

    def get_info(self):
        return self._resource.get_info()

    def __repr__(self):
        return f'<ResourceRoute [{self.method}] {self._resource} -> {self.handler!r}'


def _awaited(function):
    """A function that is none of a coroutine, as one."""
    from functools import wraps

    @wraps(function)
    async def handler(request):
        found = function(request)
        return await found if hasattr(found, '__await__') else found
    return handler


class SystemRoute(AbstractRoute):
    """What there is instead of a route."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, http_exception):
        super().__init__('*', self._handle)
        self._http_exception = http_exception

    status = property(lambda self: self._http_exception.status)
    reason = property(lambda self: self._http_exception.reason)

    async def _handle(self, request):
        raise self._http_exception

    def url_for(self, *args, **kwargs):
        raise RuntimeError('.url_for() is not allowed for SystemRoute')

    def get_info(self):
        return {'http_exception': self._http_exception}

    def __repr__(self):
        return f'<SystemRoute {self.status}: {self.reason}>'


class UrlMappingMatchInfo(dict):
    """The variable parts of a path, the route to which it leads, and the applications on the way."""
    __module__ = 'aiohttp.web_urldispatcher'
    http_exception = None

    def __init__(self, match_dict, route):
        super().__init__(match_dict)
        self._route, self._apps, self.current_app = route, [], None

    route = property(lambda self: self._route)
    handler = property(lambda self: self._route.handler)
    apps = property(lambda self: tuple(self._apps))
    _frozen = False

    def add_app(self, app):
        if self._frozen:
            raise RuntimeError('Cannot change apps stack after .freeze() call')
        self.current_app = self.current_app or app
        self._apps.insert(0, app)

    def freeze(self):
        self._frozen = True

    def get_info(self):
        return self._route.get_info()

    def __repr__(self):
        return f'<MatchInfo {super().__repr__()}: {self._route}>'


class MatchInfoError(UrlMappingMatchInfo):
    """That a path leads nowhere."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, http_exception):
        self.http_exception = http_exception
        super().__init__({}, SystemRoute(http_exception))

    def __repr__(self):
        return f'<MatchInfoError {self._route.status}: {self._route.reason}>'


class AbstractResource:
    """Something with a path, a name and routes."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, *, name=None):
        self._name, self._routes = name, {}

    name = property(lambda self: self._name)

    def freeze(self):
        pass

    def raw_match(self, path):
        return False

    def __len__(self):
        return len(self._routes)

    def __iter__(self):
        return iter(self._routes.values())

    def _shown(self):
        return f"<{type(self).__name__} {f'{self.name!r} ' if self.name is not None else ''} {self.canonical}>"

    async def resolve(self, request):
        """What is found, if anything is, and which methods there are."""
        found = self._match(request.rel_url.path_safe)
        if found is None:
            return None, set()
        route = self._routes.get(request.method) or self._routes.get('*')
        return route and UrlMappingMatchInfo(found, route), set(self._routes)


class Resource(AbstractResource):
    """A path, its name and its routes."""
    __module__ = 'aiohttp.web_urldispatcher'

    def add_route(self, method, handler, *, expect_handler=None):
        before = self._routes.get(method.upper()) or self._routes.get('*')
        if before:
            raise RuntimeError('Added route will never be executed, '
                               f'method {before.method} is already registered')
        route = self._routes[method.upper()] = ResourceRoute(method, handler, self, expect_handler=expect_handler)
        return route

    __repr__ = AbstractResource._shown


class PlainResource(Resource):
    """A path without variable parts."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, path, *, name=None):
        super().__init__(name=name)
        self._path = path

    canonical = property(lambda self: self._path)

    def freeze(self):
        self._path = self._path or '/'

    def add_prefix(self, prefix):
        self._path = prefix + self._path

    def _match(self, path):
        return {} if path == self._path else None

    def raw_match(self, path):
        return path == self._path

    def get_info(self):
        return {'path': self._path}

    def url_for(self):
        return _URL.build(path=self._path, encoded=True)


_VARIABLE = _re.compile(r'(\{[_a-zA-Z][^{}]*(?:\{[^{}]*\}[^{}]*)*\})')


class DynamicResource(Resource):
    """A path with variable parts."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, path, *, name=None):
        super().__init__(name=name)
        self._orig_path, text, self._formatter = path, '', ''
        for piece in _VARIABLE.split(path):
            name, colon, inner = piece[1:-1].partition(':')
            if piece[:1] == '{' and name.isidentifier() and name.isascii() and bool(colon) == bool(inner):
                text += f'(?P<{name}>{inner or "[^{}/]+"})'
                self._formatter += f'{{{name}}}'
            elif '{' in piece or '}' in piece:
                raise ValueError(f"Invalid path '{path}'['{piece}']")
            else:
                piece = _requoted(piece)
                text += _re.escape(piece)
                self._formatter += piece
        try:
            self._pattern = _re.compile(text)
        except _re.error as e:
            raise ValueError(f"Bad pattern '{text}': {e}") from None

    canonical = property(lambda self: self._formatter)

    def add_prefix(self, prefix):
        self._pattern = _re.compile(_re.escape(prefix) + self._pattern.pattern)
        self._formatter = prefix + self._formatter

    def _match(self, path):
        match = self._pattern.fullmatch(path)
        return match and {name: value and value.replace('%2F', '/').replace('%25', '%')
                          for name, value in match.groupdict().items()}

    def raw_match(self, path):
        return path == self._orig_path

    def get_info(self):
        return {'formatter': self._formatter, 'pattern': self._pattern}

    def url_for(self, **parts):
        quoted = {name: _URL.build(path=value, encoded=False).raw_path for name, value in parts.items()}
        return _URL.build(path=self._formatter.format_map(quoted), encoded=True)


def _requoted(path):
    """A path, quoted where it has to be."""
    return _URL.build(path=path, encoded=False).raw_path.replace('%25', '%')


class PrefixResource(AbstractResource):
    """All that begins with a path."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, prefix, *, name=None):
        assert not prefix or prefix.startswith('/'), prefix
        assert prefix in ('', '/') or not prefix.endswith('/'), prefix
        super().__init__(name=name)
        self._prefix = _requoted(prefix)

    canonical = property(lambda self: self._prefix)

    def add_prefix(self, prefix):
        self._prefix = prefix + self._prefix


class StaticResource(PrefixResource):
    """A directory whose files are served."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, prefix, directory, *, name=None, expect_handler=None, chunk_size=262144, show_index=False,
                 follow_symlinks=False, append_version=False):
        from pathlib import Path
        super().__init__(prefix, name=name)
        try:
            self._directory = Path(directory).expanduser().resolve(strict=True)
        except FileNotFoundError as e:
            raise ValueError(f"'{directory}' does not exist") from e
        if not self._directory.is_dir():
            raise ValueError(f"'{self._directory}' is not a directory")
        self._show_index = show_index
        for method in 'GET', 'HEAD':
            self._routes[method] = ResourceRoute(method, self._handle, self)

    def get_info(self):
        return {'directory': self._directory, 'prefix': self._prefix, 'routes': self._routes}

    def _match(self, path):
        import os
        inside = os.path.normpath(path)
        if inside != self._prefix and not inside.startswith(self._prefix + '/'):
            return None
        return {'filename': path[len(self._prefix) + 1:].replace('%2F', '/').replace('%25', '%')}

    def url_for(self, *, filename):
        return _URL.build(path=self._prefix, encoded=True) / str(filename).lstrip('/')

    async def _handle(self, request):
        from aiohttp.web_fileresponse import FileResponse
        filename = request.match_info['filename']
        try:
            if filename.startswith('/'):
                raise ValueError
            path = (self._directory / filename).resolve()
            path.relative_to(self._directory)
        except ValueError:
            raise _HTTPNotFound() from None
        if not path.is_dir():
            return FileResponse(path)
        if not self._show_index:
            raise _HTTPForbidden()
        return _Response(text=self._index(path), content_type='text/html')

    def _index(self, path):
        from html import escape
        title = f'Index of /{escape(path.relative_to(self._directory).as_posix())}'
        entries = []
        for each in sorted(path.iterdir()):
            where = _URL.build(path=f'{self._prefix}/{each.relative_to(self._directory).as_posix()}', encoded=False).raw_path
            entries.append(f'<li><a href="{where}">{escape(each.name + "/" * each.is_dir())}</a></li>')
        listed = '<ul>\n' + '\n'.join(entries) + '\n</ul>'
        return f'<html>\n<head>\n<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n{listed}\n</body>\n</html>'

    def __repr__(self):
        name = '' if self.name is None else repr(self.name)
        return f'<StaticResource {name} {self._prefix} -> {self._directory!r}>'


class PrefixedSubAppResource(PrefixResource):
    """An application below a path of another one."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, prefix, app):
        super().__init__(prefix)
        self._app = app
        app.router._add_prefix(prefix)

    def add_prefix(self, prefix):
        super().add_prefix(prefix)
        self._app.router._add_prefix(prefix)

    async def resolve(self, request):
        found = await self._app.router.resolve(request)
        found.add_app(self._app)
        wrong = found.http_exception
        return found, wrong.allowed_methods if isinstance(wrong, _HTTPMethodNotAllowed) else set()

    def get_info(self):
        return {'app': self._app, 'prefix': self._prefix}

    def url_for(self, *args, **kwargs):
        raise RuntimeError('.url_for() is not supported by sub-application root')

    def __len__(self):
        return len(self._app.router.routes())

    def __iter__(self):
        return iter(self._app.router.routes())

    def __repr__(self):
        return f'<PrefixedSubAppResource {self._prefix} -> {self._app!r}>'
