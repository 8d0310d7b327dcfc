import typing
from typing import *

FORMS = List, Callable, Tuple, Type, Generator, Union, Optional, Literal, Annotated, ClassVar, Self, Unpack, Concatenate
for form in FORMS:
    print(form, type(form).__name__, isinstance(form, typing._SpecialForm), isinstance(form, typing._SpecialGenericAlias))
for hint in (List[int], Callable[[int], str], Tuple[int, ...], Union[int, str], Literal[1], Annotated[int, 1], ClassVar[int],
             Unpack[Tuple[int]], Concatenate[int, ...]):
    print(hint, type(hint).__name__, isinstance(hint, typing._NotIterable))


@typing._TypedCacheSpecialForm
def Both(self, first, second=None):
    """Takes each argument for itself."""
    return first, second


@typing._SpecialForm
def Whole(self, parameters):
    return parameters


print(Both[1], Both[1, 2], Both[True], Whole[1], Whole[1, 2], Both, Both.__doc__)
calls = []


@typing._tp_cache
def counted(*args):
    calls.append(args)
    return len(calls)


print(counted(1), counted(True), counted([]), counted([]), calls)
typed = typing._tp_cache(typed=True)(lambda one: calls.append(one) or len(calls))
print(typed(1), typed(True), typed(1))
print(typing._type_convert('int'), typing._type_convert(None), typing._is_param_expr([int]), typing._is_param_expr(int))
print(typing._deduplicate([1, 2, 1]), typing._deduplicate([[1], [2], [1]], unhashable_fallback=True))
T, P = TypeVar('T'), ParamSpec('P')
print(Callable[Concatenate[T, P], T][int, [str]], Concatenate[T, P][int, Concatenate[str, ...]], Unpack[Tuple[T, int]][str])
