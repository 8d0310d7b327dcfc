import asyncio
import functools
import inspect
import operator
import types
from typing import Optional


async def coro(a, b=1, *args, c, d: int = 2, **kw) -> str: ...
async def agen():
    yield
def gen():
    yield
def plain(a, /, b: Optional[int] = None): ...


class C:
    def m(self, x): ...

    async def n(self): ...

    @classmethod
    def k(cls, y=3): ...

    @staticmethod
    def s(z): ...


print([inspect.iscoroutinefunction(f) for f in (coro, agen, gen, plain, C().n, functools.partial(coro), C)])
print(inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(gen), inspect.isfunction(plain), inspect.isclass(C), inspect.ismethod(C().m))
c = C().n()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(gen()), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
for f in (coro, plain, C().m, C.k, C.s, C, functools.partial(plain, 1), lambda: 0):
    print(inspect.signature(f), list(inspect.signature(f).parameters))
sig = inspect.signature(coro)
bound = sig.bind(1, 2, 3, c=4, z=5)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs, sig.parameters['c'].kind, sig.parameters['d'].default, sig.return_annotation)
try:
    sig.bind(1)
except TypeError as e:
    print(e)
print(types.SimpleNamespace(a=1, b='x'), types.ModuleType('m').__name__, isinstance(plain, types.FunctionType), isinstance(c, types.CoroutineType))
print(inspect.getdoc(C), inspect.currentframe().f_lineno)
