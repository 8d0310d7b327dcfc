"""Proxies are united and reversed; namespaces take mappings; unions have type variables, hashes and pickles."""
import types, typing, pickle, copy
from types import *
from typing import TypeVar, Union
T = TypeVar('T'); S = TypeVar('S')
m = MappingProxyType({'a': 1, 'b': 2})
def r(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r(lambda: m | {'c': 3}); r(lambda: {'c': 3} | m); r(lambda: list(reversed(m))); r(lambda: hash(m)); r(lambda: MappingProxyType[int, str]); r(lambda: m | m); r(lambda: m | 3)
def g():
    global m
    m |= {}
r(g)
r(lambda: SimpleNamespace({1: 2})); r(lambda: SimpleNamespace({'a': 2}, b=3)); r(lambda: SimpleNamespace([('a', 1)])); r(lambda: SimpleNamespace(3)); r(lambda: pickle.loads(pickle.dumps(SimpleNamespace(a=1), 0))); r(lambda: copy.copy(SimpleNamespace(a=1)))
U = list[T] | dict[str, S] | None
r(lambda: U.__parameters__); r(lambda: U[int, str]); r(lambda: (int | str)[int]); r(lambda: U[int]); r(lambda: hash(int | str) == hash(str | int) == hash(Union[int, str]) == hash(frozenset((int, str))))
r(lambda: pickle.loads(pickle.dumps(int | str | None))); r(lambda: copy.deepcopy(int | list[int])); r(lambda: (list[T] | None)[T | int]); r(lambda: (list[T] | int)[None].__args__)
r(lambda: vars(m)); r(lambda: SimpleNamespace(a=1) < SimpleNamespace(a=2))
