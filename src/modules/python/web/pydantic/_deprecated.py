"""What warns as it is asked for."""
from ._told import told
from .warnings import PydanticDeprecatedSince20, PydanticDeprecatedSince211


class _Deprecated:
    def __init__(self, name, text, wrapped):
        self.name, self.text, self.wrapped = name, text, wrapped

    def __get__(self, obj, kind=None):
        if obj is None:
            if self.wrapped is not None:
                return self.wrapped.__get__(None, kind)
            raise AttributeError(self.name)
        told(self.text, DeprecationWarning)
        return self.wrapped.__get__(obj, kind) if self.wrapped is not None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        raise AttributeError(self.name)


class _ClassOnly:
    """A class method that instances should not be asked for."""

    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        if instance is not None:
            name = self.function.__name__
            told(f'Accessing the {name!r} attribute on the instance is deprecated. Instead, you should access this attribute from '
                          'the model class.', PydanticDeprecatedSince211)
        return self.function(owner)


def _old(text):
    told(text, PydanticDeprecatedSince20)
