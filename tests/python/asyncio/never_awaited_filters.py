"""Filters of the warnings module hold for coroutines never awaited."""
import asyncio
import warnings


async def work(n):
    return n


async def main():
    for n in range(2):
        work(n)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        for n in range(2):
            work(n)
    for w in seen:
        print(w.category.__name__, w.message, w.lineno, w.source is not None)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        work(1)
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        for n in range(2):
            work(n)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        work(1)
        print('went on')
    with warnings.catch_warnings():
        warnings.filterwarnings('ignore', message="coroutine 'work'")
        work(1)
        asyncio.sleep(1)
    warnings.showwarning = lambda *args: print('shown:', *args[:2])
    work(1)


asyncio.run(main())
