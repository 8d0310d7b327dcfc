# What leaves a loop by sys.exit() keeps its task: nobody hears of its exception before the program has ended.
import asyncio
import gc
import sys


async def leave(code):
    await asyncio.sleep(1)
    sys.exit(code)


def tell(loop, context):
    print('handler:', context['message'])


loop = asyncio.new_event_loop()
loop.set_exception_handler(tell)
loop.create_task(leave(3), name='in a loop')
try:
    loop.run_forever()
except SystemExit as e:
    print('left with', e.code)
    print('still running:', loop.is_running())
gc.collect()
loop.close()


async def main():
    asyncio.create_task(leave('the end'), name='in run')
    await asyncio.sleep(5)


try:
    asyncio.run(main())
finally:
    print('finally')
