"""How many parameters of a function are positional-only, or only given by name, can be changed in its code."""
import inspect
from statistics import mean


def f(x, y, z=3):
    return x, y, z


def tried(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for changes in [
    dict(co_posonlyargcount=1),
    dict(co_posonlyargcount=3),
    dict(co_posonlyargcount=4),
    dict(co_posonlyargcount=1, co_argcount=2, co_kwonlyargcount=1),
    dict(co_posonlyargcount=0),
    dict(co_argcount=3, co_kwonlyargcount=0),
]:
    print(changes)
    print(tried(lambda: setattr(f, "__code__", f.__code__.replace(**changes))))
    print(tried(lambda: f(x=1, y=2)), tried(lambda: f(1, 2, z=4)), tried(lambda: f(1, 2, 4)))
print(inspect.signature(f))
mean.__code__ = mean.__code__.replace(co_posonlyargcount=1)
print(inspect.signature(mean), tried(lambda: mean(data=[1, 2])), mean([1, 2, 6]))
