"""Names of typing for programs that are to run on earlier versions: all of them are there by now."""
from collections.abc import Buffer
from types import BuiltinFunctionType, CapsuleType, FunctionType, get_original_bases
from warnings import deprecated
from typing import *
import typing as _typing
from _frames import not_supported as _not_supported

runtime, IntVar = _typing.runtime_checkable, _typing.TypeVar
_TypedDictMeta = _typing._TypedDictMeta
_LATER = ('NoExtraItems', 'Sentinel', 'TypeForm', 'evaluate_forward_ref', 'sentinel')


T_co, T_contra = TypeVar('T_co', covariant=True), TypeVar('T_contra', contravariant=True)


@runtime
class Reader(Protocol[T_co]):
    def read(self, size: int = ..., /) -> T_co: ...


@runtime
class Writer(Protocol[T_contra]):
    def write(self, data: T_contra, /) -> int: ...


class Doc:
    """Words about what is annotated (PEP 727)."""

    def __init__(self, documentation, /):
        self.documentation = documentation

    def __repr__(self):
        return f'Doc({self.documentation!r})'

    def __hash__(self):
        return hash(self.documentation)

    def __eq__(self, other):
        return self.documentation == other.documentation if isinstance(other, Doc) else NotImplemented


def disjoint_base(cls):
    """Marks a class for checkers (PEP 800)."""
    cls.__disjoint_base__ = True
    return cls


def type_repr(value):
    """A value as annotations that are texts show it."""
    if isinstance(value, (type, FunctionType, BuiltinFunctionType)):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return '...' if value is ... else repr(value)


def _with_formats(form):
    import inspect

    def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=form.VALUE):
        """An object's annotations; a format says whether as values or as texts (PEP 749)."""
        format = form(format)
        if format is form.VALUE_WITH_FAKE_GLOBALS:
            raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
        if eval_str and format is not form.VALUE:
            raise ValueError('eval_str=True is only supported with format=Format.VALUE')
        found = inspect.get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str)
        if format is form.STRING:
            return {name: value if isinstance(value, str) else _typing._type_repr(value) for name, value in found.items()}
        return found
    return get_annotations


def __getattr__(name):
    if name in ('Format', 'get_annotations'):
        # Read when they are asked for: they need enum and inspect.
        import enum
        form = enum.IntEnum('Format', 'VALUE VALUE_WITH_FAKE_GLOBALS FORWARDREF STRING', module=__name__)
        globals().update(Format=form, get_annotations=_with_formats(form))
        return globals()[name]
    if name in _LATER:
        _not_supported(f'typing_extensions.{name}', 'typing')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


__all__ = [*_typing.__all__, 'Buffer', 'CapsuleType', 'Doc', 'Format', 'IntVar', 'Reader', 'Writer', 'deprecated', 'disjoint_base', 'get_annotations',
           'get_original_bases', 'runtime', 'type_repr']
