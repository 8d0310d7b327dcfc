"""Which handler a path has."""
from collections.abc import Mapping as _Mapping

from aiohttp._resources import (
    AbstractResource, AbstractRoute, DynamicResource, MatchInfoError, PlainResource, PrefixedSubAppResource, PrefixResource,
    Resource, ResourceRoute, StaticResource, SystemRoute, UrlMappingMatchInfo)
from aiohttp.abc import AbstractView as _AbstractView
from aiohttp.web_exceptions import HTTPMethodNotAllowed as _HTTPMethodNotAllowed, HTTPNotFound as _HTTPNotFound
from aiohttp.web_routedef import _METHODS


class View(_AbstractView):
    """A handler with a method for each of HTTP's."""

    def __await__(self):
        method = getattr(self, self.request.method.lower(), None)
        if method is None or self.request.method not in _METHODS + ('CONNECT', 'TRACE'):
            raise _HTTPMethodNotAllowed(self.request.method, {name for name in _METHODS if hasattr(self, name.lower())})
        return method().__await__()


class UrlDispatcher(_Mapping):
    """Resources, and which of them a path belongs to."""
    _frozen = False

    def __init__(self):
        self._resources, self._named, self._index, self._matched = [], {}, {}, []

    frozen = property(lambda self: self._frozen)

    def freeze(self):
        self._frozen = True
        for resource in self._resources:
            resource.freeze()

    def __getitem__(self, name):
        return self._named[name]

    def __iter__(self):
        return iter(self._named)

    def __len__(self):
        return len(self._named)

    def named_resources(self):
        from types import MappingProxyType
        return MappingProxyType(self._named)

    def resources(self):
        return list(self._resources)

    def routes(self):
        return [route for resource in self._resources for route in resource]

    def _add_prefix(self, prefix):
        self._index.clear()
        self._matched.clear()
        for resource in self._resources:
            resource.add_prefix(prefix)
            self._put(resource)

    def _put(self, resource):
        """What has no variable parts before it is looked at by its beginning, the longest first, and rules before all."""
        if hasattr(resource, '_rule'):
            self._matched.append(resource)
            return
        start, brace, _ = resource.canonical.partition('{')
        key = start.rpartition('/')[0] if brace else start
        self._index.setdefault(key.rstrip('/') or '/', []).append(resource)

    def register_resource(self, resource):
        if self._frozen:
            raise RuntimeError('Cannot register a resource into frozen router.')
        name = resource.name
        if name is not None:
            if name in self._named:
                raise ValueError(f'Duplicate {name!r}, already handled by {self._named[name]!r}')
            self._named[name] = resource
        self._resources.append(resource)
        self._put(resource)
        return resource

    def add_resource(self, path, *, name=None):
        if path and not path.startswith('/'):
            raise ValueError('path should be started with / or be empty')
        last = self._resources[-1] if self._resources else None
        if last is not None and last.name == name and last.raw_match(path):
            return last
        kind = DynamicResource if '{' in path or '}' in path else PlainResource
        return self.register_resource(kind(path, name=name))

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        return self.add_resource(path, name=name).add_route(method, handler, expect_handler=expect_handler)

    def add_get(self, path, handler, *, name=None, allow_head=True, **kwargs):
        resource = self.add_resource(path, name=name)
        if allow_head:
            resource.add_route('HEAD', handler, **kwargs)
        return resource.add_route('GET', handler, **kwargs)

    def add_routes(self, routes):
        return [route for each in routes for route in each.register(self)]

    def add_static(self, prefix, path, **kwargs):
        assert prefix.startswith('/')
        return self.register_resource(StaticResource(prefix.removesuffix('/'), path, **kwargs))

    def _candidates(self, path):
        while path:
            yield from self._index.get(path, ())
            if path == '/':
                return
            path = path.rpartition('/')[0] or '/'

    async def resolve(self, request):
        allowed = set()
        for resource in [*self._matched, *self._candidates(request.rel_url.path_safe)]:
            found, methods = await resource.resolve(request)
            if found is not None:
                return found
            allowed |= methods
        return MatchInfoError(_HTTPMethodNotAllowed(request.method, allowed) if allowed else _HTTPNotFound())


def _router_method(method):
    return lambda self, path, handler, **kwargs: self.add_route(method, path, handler, **kwargs)


for _name in _METHODS:
    if _name != 'GET':
        setattr(UrlDispatcher, 'add_' + _name.lower(), _router_method(_name))
UrlDispatcher.add_view = _router_method('*')
