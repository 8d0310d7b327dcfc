"""What asyncio gives only when it is asked for is no function among the names of a module."""
import asyncio, time, asyncio.streams
for m in (asyncio, time, asyncio.streams, asyncio.tasks):
    print(m.__name__, [n for n in ('__dir__', '__getattr__') if n in vars(m)], '__dir__' in dir(m), hasattr(m, '__getattr__'))
print('StreamReader' in dir(asyncio), len(dir(asyncio)), len(dir(time)))
print(asyncio.StreamReader.__name__)
try: asyncio.StreamRaeder
except AttributeError as e: print(e)
try: asyncio.__getattr__
except AttributeError as e: print(e)
