"""Views that are classes."""
from flask.globals import current_app, request

http_method_funcs = frozenset(['get', 'post', 'head', 'options', 'delete', 'put', 'trace', 'patch'])


class View:
    """A view whose dispatch_request answers."""
    methods = provide_automatic_options = None
    decorators, init_every_request = [], True

    def dispatch_request(self):
        raise NotImplementedError()

    @classmethod
    def as_view(cls, name, *class_args, **class_kwargs):
        only = None if cls.init_every_request else cls(*class_args, **class_kwargs)

        def view(**kwargs):
            made = view.view_class(*class_args, **class_kwargs) if only is None else only
            return current_app.ensure_sync(made.dispatch_request)(**kwargs)
        view.__name__, view.__module__ = name, cls.__module__
        inner = view
        for decorate in cls.decorators:
            view = decorate(view)
        for each in (inner, view):
            each.view_class, each.__name__, each.__doc__, each.__module__ = cls, name, cls.__doc__, cls.__module__
            each.methods, each.provide_automatic_options = cls.methods, cls.provide_automatic_options
        return view


class MethodView(View):
    """A view with a method for each of HTTP's."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if 'methods' not in cls.__dict__:
            found = {method for base in cls.__bases__ for method in getattr(base, 'methods', None) or ()}
            found |= {name.upper() for name in http_method_funcs if hasattr(cls, name)}
            if found:
                cls.methods = found

    def dispatch_request(self, **kwargs):
        method = getattr(self, request.method.lower(), None)
        if method is None and request.method == 'HEAD':
            method = getattr(self, 'get', None)
        assert method is not None, f'Unimplemented method {request.method!r}'
        return current_app.ensure_sync(method)(**kwargs)
