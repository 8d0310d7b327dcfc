"""A trace function follows coroutines from await to await: each goes on and gives way once a turn."""
import asyncio
import sys


def tracer(frame, event, arg):
    code = frame.f_code
    if code.co_filename != __file__: return None
    shown = arg[0].__name__ if event == 'exception' else type(arg).__name__.replace('async_generator_wrapped_value', 'int')
    print(f'{event:9} {code.co_name:12} line {frame.f_lineno - code.co_firstlineno} {shown}')
    return tracer


async def work(n):
    await asyncio.sleep(0)
    await asyncio.sleep(n)
    return n


async def items():
    for i in range(2):
        yield i
        await asyncio.sleep(0)


async def outer():
    a = await work(1)
    async for x in items():
        print(x)
    try:
        await asyncio.wait_for(work(5), 1)
    except TimeoutError:
        pass
    return a


async def main():
    r = await asyncio.gather(outer(), work(2))
    print(r)


sys.settrace(tracer)
asyncio.run(main())
sys.settrace(None)
