"""Words for constraints in Annotated."""
from dataclasses import dataclass
from typing import Any, Callable, Optional, SupportsFloat, SupportsIndex, Union
import math


class BaseMetadata:
    __slots__ = ()


class GroupedMetadata:
    @property
    def __is_annotated_types_grouped_metadata__(self):
        return True

    def __iter__(self):
        raise NotImplementedError


def _one(name, field):
    cls = type(name, (BaseMetadata,), {'__annotations__': {field: Any}, '__module__': __name__, '__qualname__': name})
    return dataclass(frozen=True, slots=True)(cls)


Gt, Ge, Lt, Le = _one('Gt', 'gt'), _one('Ge', 'ge'), _one('Lt', 'lt'), _one('Le', 'le')
MultipleOf, Timezone = _one('MultipleOf', 'multiple_of'), _one('Timezone', 'tz')
MinLen, MaxLen = _one('MinLen', 'min_length'), _one('MaxLen', 'max_length')
SupportsGt = SupportsGe = SupportsLt = SupportsLe = SupportsMod = SupportsDiv = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(GroupedMetadata):
    gt: Any = None
    ge: Any = None
    lt: Any = None
    le: Any = None

    def __iter__(self):
        for make, value in ((Gt, self.gt), (Ge, self.ge), (Lt, self.lt), (Le, self.le)):
            if value is not None:
                yield make(value)


@dataclass(frozen=True, slots=True)
class Len(GroupedMetadata):
    min_length: int = 0
    max_length: Optional[int] = None

    def __iter__(self):
        if self.min_length > 0:
            yield MinLen(self.min_length)
        if self.max_length is not None:
            yield MaxLen(self.max_length)


@dataclass(frozen=True, slots=True)
class Unit(BaseMetadata):
    unit: str


@dataclass(frozen=True, slots=True)
class Predicate(BaseMetadata):
    func: Callable[[Any], bool]

    def __repr__(self):
        name = getattr(self.func, '__name__', None)
        return f'Predicate({self.func!r})' if name in (None, '<lambda>') else f'Predicate({self.func.__qualname__})'


@dataclass(frozen=True, slots=True)
class Not:
    func: Callable[[Any], bool]

    def __call__(self, value):
        return not self.func(value)


@dataclass(frozen=True, slots=True)
class DocInfo:
    documentation: str


def doc(documentation):
    return DocInfo(documentation)


class _Alias:
    def __init__(self, *functions):
        self.functions = functions

    def __getitem__(self, kind):
        from typing import Annotated
        return Annotated[(kind, *map(Predicate, self.functions))]


LowerCase, UpperCase, IsDigit = _Alias(str.islower), _Alias(str.isupper), _Alias(str.isdigit)
IsDigits, IsAscii = IsDigit, _Alias(str.isascii)
IsFinite, IsInfinite, IsNan = _Alias(math.isfinite), _Alias(math.isinf), _Alias(math.isnan)
IsNotFinite, IsNotInfinite, IsNotNan = _Alias(Not(math.isfinite)), _Alias(Not(math.isinf)), _Alias(Not(math.isnan))
