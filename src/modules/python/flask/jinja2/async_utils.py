"""Values that may be awaited, and iterators of either kind."""
import functools
import inspect

from jinja2.utils import pass_argument_of, pass_eval_context

_PLAIN = {int, float, bool, str, list, dict, tuple, type(None)}


async def auto_await(value):
    if type(value) not in _PLAIN and inspect.isawaitable(value):
        return await value
    return value


class _Wrapped:
    def __init__(self, iterator):
        self._iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self._iterator)
        except StopIteration as end:
            raise StopAsyncIteration(end.value) from end


def auto_aiter(iterable):
    return iterable.__aiter__() if hasattr(iterable, '__aiter__') else _Wrapped(iter(iterable))


async def auto_to_list(value):
    return [each async for each in auto_aiter(value)]


def async_variant(normal_func):
    """Makes a filter of two functions, of which the second one is for environments that are async."""
    passed = pass_argument_of(normal_func)

    def decorate(async_func):
        def call(*args, **kwargs):
            first = args[0]
            is_async = first.is_async if passed == 'environment' else first.environment.is_async
            if passed is None:
                args = args[1:]
            return (async_func if is_async else normal_func)(*args, **kwargs)
        functools.update_wrapper(call, async_func)
        if passed is None:
            pass_eval_context(call)
        else:
            call.jinja_pass_arg = passed
        call.jinja_async_variant = True
        return call
    return decorate
