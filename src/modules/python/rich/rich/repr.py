"""What classes that say what they are made of get for it: a repr."""
from functools import partial


class ReprError(Exception):
    """What a class is made of cannot be told."""


def _of_signature(self):
    """What the constructor takes, by its signature."""
    try:
        import inspect
        for name, parameter in inspect.signature(self.__init__).parameters.items():
            if parameter.kind == parameter.POSITIONAL_ONLY:
                yield getattr(self, name)
            elif parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
                if parameter.default is parameter.empty:
                    yield getattr(self, name)
                else:
                    yield name, getattr(self, name), parameter.default
    except Exception as error:
        raise ReprError(f'Failed to auto generate __rich_repr__; {error}') from None


def _shown(self):
    parts = []
    for part in self.__rich_repr__():
        if not isinstance(part, tuple):
            parts.append(repr(part))
        elif len(part) == 1 or part[0] is None:
            parts.append(repr(part[-1] if len(part) == 1 else part[1]))
        elif len(part) < 3 or part[2] != part[1]:
            parts.append(f'{part[0]}={part[1]!r}')
    name = type(self).__name__
    if getattr(self.__rich_repr__, 'angular', False):
        return f'<{name} {" ".join(parts)}>'
    return f'{name}({", ".join(parts)})'


def auto(cls=None, *, angular=None):
    """Gives a class a repr by its `__rich_repr__`, or by its constructor's signature."""
    if cls is None:
        return partial(auto, angular=angular)
    if not hasattr(cls, '__rich_repr__'):
        def __rich_repr__(self):
            return _of_signature(self)
        cls.__rich_repr__ = __rich_repr__

    def __repr__(self):
        return _shown(self)
    cls.__repr__ = __repr__
    if angular is not None:
        cls.__rich_repr__.angular = angular
    return cls


def rich_repr(cls=None, *, angular=False):
    """`auto`, by another name."""
    return auto(angular=angular) if cls is None else auto(cls)
