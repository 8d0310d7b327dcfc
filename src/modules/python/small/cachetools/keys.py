"""What calls are known by in a cache."""

__all__ = ('hashkey', 'methodkey', 'typedkey', 'typedmethodkey')


class _HashedTuple(tuple):
    """Stands between the arguments by position and those by name."""


def _named(kwargs):
    return ((_HashedTuple,), tuple(sorted(kwargs.items()))) if kwargs else ((), ())


def hashkey(*args, **kwargs):
    """The key of a call."""
    mark, named = _named(kwargs)
    return args + mark + named


def methodkey(self, /, *args, **kwargs):
    """The key of a method's call, whatever its object."""
    return hashkey(*args, **kwargs)


def typedkey(*args, **kwargs):
    """The key of a call, with the types of what it is given."""
    mark, named = _named(kwargs)
    return args + mark + named + tuple(type(value) for _, value in named) + tuple(map(type, args))


def typedmethodkey(self, /, *args, **kwargs):
    """The same of a method's call, whatever its object."""
    return typedkey(*args, **kwargs)
