"""Names, numbers and times as tenacity's parts need them."""
import functools
import inspect
import sys

MAX_WAIT = sys.maxsize / 2


def find_ordinal(pos_num):
    return 'th' if 11 <= pos_num % 100 <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(pos_num % 10, 'th')


def to_ordinal(pos_num):
    return f'{pos_num}{find_ordinal(pos_num)}'


def to_seconds(time_unit):
    return float(time_unit.total_seconds() if hasattr(time_unit, 'total_seconds') else time_unit)


def get_callback_name(cb):
    name = getattr(cb, '__qualname__', None) or getattr(cb, '__name__', None)
    if name is None:
        return repr(cb)
    module = getattr(cb, '__module__', None)
    return f'{module}.{name}' if module else name


def is_coroutine_callable(call):
    if inspect.isclass(call):
        return False
    inner = call.func if isinstance(call, functools.partial) else getattr(call, '__call__', None)
    return inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(inner)


def wrap_to_async_func(call):
    if is_coroutine_callable(call):
        return call

    async def inner(*args, **kwargs):
        return call(*args, **kwargs)

    return inner
