"""How types and objects are shown."""
import types
import typing


class PlainRepr(str):
    def __repr__(self):
        return str(self)


class Representation:
    __slots__ = ()

    def __repr_args__(self):
        names = self.__slots__ or (self.__dict__.keys() if hasattr(self, '__dict__') else ())
        return [(name, getattr(self, name)) for name in names if getattr(self, name) is not None]

    def __repr_name__(self):
        return self.__class__.__name__

    def __repr_recursion__(self, object):
        return f'<Recursion on {type(object).__name__} with id={id(object)}>'

    def __repr_str__(self, join_str):
        return join_str.join(repr(value) if name is None else f'{name}={value!r}' for name, value in self.__repr_args__())

    def __rich_repr__(self):
        for name, value in self.__repr_args__():
            yield value if name is None else (name, value)

    def __str__(self):
        return self.__repr_str__(' ')

    def __repr__(self):
        return f"{self.__repr_name__()}({self.__repr_str__(', ')})"


def is_union(origin):
    return origin is typing.Union or origin is types.UnionType


def display_as_type(obj):
    if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType)):
        return obj.__name__
    if obj is ...:
        return '...'
    if isinstance(obj, Representation):
        return repr(obj)
    if isinstance(obj, typing.TypeVar):
        return 'TypeVar'
    if isinstance(obj, (typing.ForwardRef, typing.TypeAliasType)):
        return str(obj)
    origin, args = typing.get_origin(obj), typing.get_args(obj)
    if is_union(origin):
        return f"Union[{', '.join(map(display_as_type, args))}]"
    if isinstance(obj, type) and not args:
        return obj.__qualname__
    if origin is not None and args:
        inner = ', '.join(map(repr, args)) if origin is typing.Literal else ', '.join(
            f"[{', '.join(map(display_as_type, each))}]" if isinstance(each, list) else display_as_type(each) for each in args)
        try:
            return f'{obj.__qualname__}[{inner}]'
        except AttributeError:
            return str(obj).replace('typing.', '').replace('typing_extensions.', '')
    if not (origin or getattr(type(obj), '__module__', '') in ('typing', 'types', 'typing_extensions')):
        return type(obj).__qualname__
    return repr(obj).replace('typing.', '').replace('typing_extensions.', '')
