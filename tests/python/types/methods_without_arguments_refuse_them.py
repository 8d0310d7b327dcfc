"""Methods and functions that take no arguments, or one, say so when they are given others."""
import asyncio
import collections
import contextvars
import functools
import math
import operator
import sys


@functools.lru_cache
def cached():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    handle, timer = loop.call_soon(print, 'soon'), loop.call_later(1, print)
    for owner, names in ((asyncio.Lock(), 'locked'), (asyncio.Event(), 'is_set set clear'),
                         (asyncio.Semaphore(), 'locked release'), (asyncio.Condition(), 'locked'),
                         (asyncio.Queue(), 'qsize empty full task_done get_nowait'),
                         (handle, 'cancel cancelled get_context'), (timer, 'when cancelled'),
                         (collections.deque(), 'clear copy popleft reverse'), (cached, 'cache_info cache_clear'),
                         (contextvars.copy_context(), 'copy keys values items')):
        for name in names.split():
            try:
                print(name, getattr(owner, name)(1, 2))
            except TypeError as exc:
                print(exc)
    timer.cancel()


asyncio.run(main())

for module, names in ((sys, 'exception exc_info getdefaultencoding getrecursionlimit getrefcount getsizeof intern is_finalizing'),
                      (math, 'isqrt log2 log10 sqrt'), (operator, 'neg index not_ truth')):
    for name in names.split():
        try:
            print(name, getattr(module, name)(1, 2, 3))
        except TypeError as exc:
            print(exc)
