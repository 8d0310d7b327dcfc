import asyncio
import sys

woken, requests = asyncio.Queue(), asyncio.Queue()


async def consume(queue):
    while True:
        await queue.get()


async def produce():
    await asyncio.sleep(1)
    woken.put_nowait(1)
    loop.stop()


async def serve():
    server = await asyncio.start_server(lambda reader, writer: None, '127.0.0.1', 8000)
    await server.serve_forever()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
if len(sys.argv) == 1:
    loop.create_task(consume(woken))
    loop.create_task(produce())
    loop.run_forever()
    print('stopped')
loop.create_task(consume(requests))
loop.create_task(serve())
loop.call_later(1, sys.exit, 'left')
loop.run_forever()
