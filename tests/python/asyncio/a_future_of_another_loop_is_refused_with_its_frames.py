import asyncio
import traceback

loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
future = other.create_future()
for call in [lambda: loop.run_until_complete(future), lambda: asyncio.ensure_future(future, loop=loop)]:
    try:
        call()
    except ValueError:
        traceback.print_exc()
loop.close()
other.close()
