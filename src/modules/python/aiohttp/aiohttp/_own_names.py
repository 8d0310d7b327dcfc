"""Methods that classes have in common, under the name of each: it shows where a coroutine of one was not awaited."""
from inspect import iscoroutinefunction
from types import FunctionType


def own(kind, base, only=None):
    """`kind` gets the coroutine methods of `base` as its own, but for those that it has."""
    for name, method in list(vars(base).items()):
        if name in vars(kind) or not isinstance(method, FunctionType) or not iscoroutinefunction(method) or only not in (None, name):
            continue
        made = FunctionType(method.__code__, method.__globals__, name, method.__defaults__, method.__closure__)
        made.__kwdefaults__, made.__qualname__ = method.__kwdefaults__, f'{kind.__qualname__}.{name}'
        made.__doc__, made.__annotations__ = method.__doc__, method.__annotations__
        made.__dict__.update(method.__dict__)
        setattr(kind, name, made)
