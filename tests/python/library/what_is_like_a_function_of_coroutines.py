import inspect, asyncio, functools
async def a(): pass
def g(): yield
async def ag(): yield
class F:
    def __init__(self, f): self.__name__ = f.__name__; self.__code__ = f.__code__; self.__defaults__ = None; self.__kwdefaults__ = None; self.__annotations__ = {}
    def __call__(self): pass
for f in (a, g, ag):
    o = F(f)
    print(inspect.iscoroutinefunction(o), inspect.isgeneratorfunction(o), inspect.isasyncgenfunction(o), asyncio.iscoroutinefunction(o), inspect.isfunction(o))
    p = functools.partial(o)
    print(inspect.iscoroutinefunction(p), inspect.isgeneratorfunction(p), inspect.isasyncgenfunction(p), asyncio.iscoroutinefunction(p))
class M:
    _is_coroutine = asyncio.coroutines._is_coroutine
    def __call__(self): pass
print(asyncio.iscoroutinefunction(M()), inspect.iscoroutinefunction(M()))
class K:
    async def __call__(self): pass
    async def m(self): pass
    m2 = functools.partialmethod(m)
print(asyncio.iscoroutinefunction(K()), inspect.iscoroutinefunction(K()), asyncio.iscoroutinefunction(K().m), inspect.iscoroutinefunction(K().m2), inspect.iscoroutinefunction(K.m))
@inspect.markcoroutinefunction
def mk(): pass
print(inspect.iscoroutinefunction(mk), asyncio.iscoroutinefunction(mk))
k = inspect.markcoroutinefunction(M())
print(inspect.iscoroutinefunction(k))
print(inspect.signature(F(a)))
