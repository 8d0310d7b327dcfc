# What the type statement and TypeAliasType make; aliases of classes hand attributes on; text with a star.
import copy
import pickle
from typing import Callable, ForwardRef, TypeAliasType, TypeVar, assert_never

T = TypeVar('T')


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, e)


type Rows[T] = list[T]
type Names = int | Rows[str]
type Call[T, *Ts, **P] = Callable[P, tuple[T, *Ts]]
print(Rows, Rows.__value__, Rows[int], Rows[int].__value__, Names.__value__, Rows.__module__, TypeAliasType.__module__)
print(Call.__type_params__, Call.__parameters__, Call[int, str, [bool]])
print(pickle.loads(pickle.dumps(Names)) is Names, copy.copy(Names) is Names, copy.deepcopy(Rows) is Rows)
for name in ('__name__', '__value__', '__type_params__', 'other'):
    tried(setattr, Rows, name, 3)
tried(TypeAliasType, 'Own')
tried(TypeAliasType)
tried(TypeAliasType, 3, int)
tried(TypeAliasType, 'Own', int, type_params=[T])
tried(TypeAliasType, 'Own', int, other=3)
own = TypeAliasType('Own', list[T], type_params=(T,))
print(own, own[int], own.__module__, own.__type_params__)
print(list[int].__len__ is list.__len__, hasattr(list[int], '__bases__'), dict[str, int].fromkeys('ab'))
print(ForwardRef('*Ts'), ForwardRef('int'))
tried(ForwardRef, 'a b')
tried(assert_never, 'x' * 200)
tried(assert_never, 1)
