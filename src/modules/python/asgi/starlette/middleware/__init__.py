"""What surrounds an application."""


class Middleware:
    """A class that surrounds an application, and its arguments."""

    def __init__(self, cls, *args, **kwargs):
        self.cls, self.args, self.kwargs = cls, args, kwargs

    def __iter__(self):
        return iter((self.cls, self.args, self.kwargs))

    def __repr__(self):
        parts = [getattr(self.cls, '__name__', ''), *map(repr, self.args),
                 *(f'{name}={value!r}' for name, value in self.kwargs.items())]
        return f'{type(self).__name__}({", ".join(parts)})'


def wrapped(app, middleware):
    """The application inside all of these."""
    for cls, args, kwargs in reversed(middleware or ()):
        app = cls(app, *args, **kwargs)
    return app
