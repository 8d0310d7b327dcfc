"""Attributes that each greenlet has for itself."""
from greenlet import getcurrent

__all__ = ['local']


class local:
    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        object.__setattr__(made, '_parts', ({}, args, kwargs))
        return made

    def __getattribute__(self, name):
        if name == '__dict__':
            return _own(self)
        own = _own(self)
        if name in own:
            return own[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise AttributeError(f"'gevent._gevent_clocal.local' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _own(self)[name] = value

    def __delattr__(self, name):
        try:
            del _own(self)[name]
        except KeyError:
            raise AttributeError(name) from None


def _own(made):
    """The attributes that the current greenlet has; a subclass's __init__ is called for each."""
    parts, args, kwargs = object.__getattribute__(made, '_parts')
    me = getcurrent()
    if me not in parts:
        parts[me] = {}
        if type(made).__init__ is not object.__init__:
            type(made).__init__(made, *args, **kwargs)
    return parts[me]
