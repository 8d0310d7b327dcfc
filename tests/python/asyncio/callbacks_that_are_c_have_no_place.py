# The place of a callback is shown only if it is a function of Python's.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    for callback in os.rename, os.close, os.waitpid, len:
        loop.call_soon(callback)
    await asyncio.sleep(0)

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message']))
loop.run_until_complete(main())
loop.close()
