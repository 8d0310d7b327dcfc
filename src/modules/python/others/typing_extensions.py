"""Names of typing for programs that are to run on earlier versions: all of them are there by now."""
from collections.abc import Buffer
from types import CapsuleType, get_original_bases
from warnings import deprecated
from typing import *
import typing as _typing
from _frames import not_supported as _not_supported

runtime, IntVar = _typing.runtime_checkable, _typing.TypeVar
_TypedDictMeta = _typing._TypedDictMeta
_LATER = ('Format', 'NoExtraItems', 'Sentinel', 'TypeForm', 'evaluate_forward_ref',
          'sentinel', 'type_repr')


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


def __getattr__(name):
    if name == 'get_annotations':
        import inspect
        return inspect.get_annotations
    if name in _LATER:
        _not_supported(f'typing_extensions.{name}', 'typing')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


__all__ = [*_typing.__all__, 'Buffer', 'CapsuleType', 'Doc', 'IntVar', 'Reader', 'Writer', 'deprecated', 'disjoint_base', 'get_annotations',
           'get_original_bases', 'runtime']
