"""functools._make_key, which recipes of caches for coroutines use; instances of typing's forms."""
import asyncio
import functools
import traceback
import typing

key = functools._make_key((1, 'a'), {'x': 2, 'y': list}, True)
print(len(key), key[:2], key[3:], type(key).__name__, hash(key) == hash(tuple(key)))
print(key == functools._make_key((1, 'a'), {'x': 2, 'y': list}, True))
for args, typed in (((1,), False), ((1.5,), False), ((1,), True), (('a', 2), False), ((True,), False)):
    print(functools._make_key(args, {}, typed=typed))
try:
    functools._make_key(([],), {}, False)
except TypeError:
    traceback.print_exc()


def cached(coroutine):
    made = {}

    @functools.wraps(coroutine)
    async def wrapper(*args, **kwargs):
        key = functools._make_key(args, kwargs, False)
        if key not in made:
            made[key] = asyncio.ensure_future(coroutine(*args, **kwargs))
        return await made[key]
    return wrapper


@cached
async def load(name, size=1):
    print('loading', name, size)
    await asyncio.sleep(1)
    return name * size


async def main():
    print(await asyncio.gather(load('a'), load('a'), load('b', size=2), load('b', size=2)))

asyncio.run(main())
for form in (typing.Union[int, str], typing.Optional[int], typing.Literal[1], typing.ClassVar[int], typing.Annotated[int, 1]):
    try:
        print(form())
    except TypeError:
        traceback.print_exc()
