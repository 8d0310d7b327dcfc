"""Values that stand for none."""


class PydanticUndefinedType:
    _only = None

    def __new__(cls, *args):
        if cls._only is None:
            cls._only = object.__new__(cls)
            return cls._only
        raise NotImplementedError('Creating instances of "UndefinedType" is not supported')

    def __repr__(self):
        return 'PydanticUndefined'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return 'PydanticUndefined'


PydanticUndefined = PydanticUndefinedType()
PydanticUndefinedType.__module__ = 'pydantic_core._pydantic_core'


class _Missing:
    def __repr__(self):
        return 'MISSING'

    def __reduce__(self):
        return 'MISSING'

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    __ror__ = __or__

    def __call__(self):
        raise TypeError


MISSING = UNSET = _Missing()


class Some:
    __match_args__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f'Some({self.value!r})'


class ArgsKwargs:
    def __init__(self, args, kwargs=None):
        self.args, self.kwargs = tuple(args), kwargs or None

    def __eq__(self, other):
        return isinstance(other, ArgsKwargs) and (self.args, self.kwargs) == (other.args, other.kwargs)

    def __repr__(self):
        return f'ArgsKwargs({self.args!r}, {self.kwargs!r})' if self.kwargs else f'ArgsKwargs({self.args!r})'
