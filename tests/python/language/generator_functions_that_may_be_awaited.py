"""`types.coroutine` marks the function itself; what is no generator function is wrapped."""
import asyncio
import inspect
import types


def steps(value):
    got = yield value
    return got


marked = types.coroutine(steps)
print(marked is steps, bool(steps.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE), types.coroutine(marked) is marked)
print(inspect.isawaitable(steps(1)), inspect.isgeneratorfunction(steps), inspect.iscoroutinefunction(steps))


@types.coroutine
def wrapped():
    return (None for _ in range(2))


class Like:
    def send(self, value): return 'sent'
    def throw(self, *args): return 'thrown'
    def close(self): return 'closed'
    def __iter__(self): return self
    def __next__(self): return 'next'


async def main():
    print(await steps(None), await wrapped())
    made = wrapped()
    print(type(made), made.__name__, made.__qualname__)
    print(made.gi_code.co_name, made.gi_frame.f_lineno == made.cr_frame.f_lineno, made.cr_code is made.gi_code)
    print(made.gi_running, made.cr_running, made.gi_yieldfrom, made.cr_await)


asyncio.run(main())
like = types.coroutine(Like)()
print(type(like), like.send(1), next(like), iter(like) is like, like.throw(ValueError), like.close(), like.__name__)
for name in 'gi_code', 'cr_frame', 'gi_running', 'cr_await':
    try:
        getattr(like, name)
    except AttributeError as e:
        print(e)
try:
    types.coroutine(1)
except TypeError as e:
    print(e)
