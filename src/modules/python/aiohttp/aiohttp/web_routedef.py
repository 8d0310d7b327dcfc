"""Routes that are written down before an application has them."""

_METHODS = ('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')


class AbstractRouteDef:
    """What may be added to an application."""


class RouteDef(AbstractRouteDef):
    """A route to be added to an application."""

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
