# An unpacked tuple of any length among the arguments of a generic class stands for as many as its variables need.
from typing import Generic, Tuple, TypeVar, TypeVarTuple, Unpack

T, T1, T2, Ts = TypeVar('T'), TypeVar('T1'), TypeVar('T2'), TypeVarTuple('Ts')


class First(Generic[T, *Ts]):
    pass


class Last(Generic[*Ts, T]):
    pass


class Any(Generic[*Ts]):
    pass


def show(function):
    try:
        print(function())
    except TypeError as error:
        print('TypeError:', error)


ints, texts = tuple[int, ...], Tuple[str, ...]
for alias in (First, Last, Any, tuple[T, *Ts], tuple[*Ts, T], Tuple[T, *Ts]):
    show(lambda: alias[*ints])
    show(lambda: alias[Unpack[texts]])
    show(lambda: alias[str, *ints])
    show(lambda: alias[*ints, str])
    show(lambda: alias[bool, *ints, str, bytes])
    show(lambda: alias[*ints, *texts])
    show(lambda: alias[*tuple[int, str]])

# One that is unpacked within an alias stays so.
show(lambda: tuple[T1, *tuple[T2, ...]][int, str])
show(lambda: First[T1, *tuple[T2, ...]][int, str])
show(lambda: Last[*tuple[T1, ...], T2][int, str])
