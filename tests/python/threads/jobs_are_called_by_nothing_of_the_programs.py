# What the trace calls a job runs no code of the program, however the job is wrapped and whatever it is given.
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor


class partial(functools.partial):
    @property
    def func(self):
        print('func is asked')
        return print


class Loud:
    def __repr__(self):
        print('repr is asked')
        return 'loud'


class Wraps:
    def __call__(self, *args):
        return len(args)


class Held(Exception):
    pass


def run(*args):
    return args[:2]


wraps = Wraps()
wraps.func = wraps
held = Held()
held.args = (held,)
for _ in range(5000):
    held = Held(held)


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, partial(max, 1, 2)))
    print(await loop.run_in_executor(None, functools.partial(run, 'abc'), 'd'))
    print(await loop.run_in_executor(None, wraps, Loud()))
    print(await asyncio.to_thread(run, *range(10_000)))
    with ThreadPoolExecutor() as pool:
        print(pool.submit(type, held).result() is Held)
        print(pool.submit(functools.partial(dict, a=1, b=2), b=3).result())
    loop.call_soon(wraps)
    await asyncio.sleep(0)

asyncio.run(main())
