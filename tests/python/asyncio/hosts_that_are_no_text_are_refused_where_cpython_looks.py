"""A host that is no text, a stream's task that is dropped, and a callback of a pool's that leaves the program."""
import asyncio
import concurrent.futures
import sched
import traceback


async def refused():
    for host, port in (5, 8080), (["127.0.0.1"], 8080), (5, "http"), ({}, 80):
        try:
            await asyncio.open_connection(host, port)
        except TypeError:
            traceback.print_exc()
    try:
        await asyncio.start_server(print, 5, 8080)
    except TypeError:
        traceback.print_exc()


asyncio.run(refused())


async def forgetful(reader, writer):
    reader.read(100).strip()


async def talk():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"]))
    server = await asyncio.start_server(forgetful, "127.0.0.1", 8841)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8841)
        writer.close()
        await asyncio.sleep(0.1)


asyncio.run(talk())
events = sched.scheduler()
events.enterabs("late", 1, print)
events.enterabs("soon", 1, print)
print([event.time for event in events.queue])
events._queue.append((3,))
try:
    events.queue
except TypeError:
    traceback.print_exc()


def leave(future):
    raise SystemExit(future.result())


pool = concurrent.futures.ThreadPoolExecutor(1)
pool.submit(pow, 2, 3).add_done_callback(leave)
pool.shutdown()
failed = concurrent.futures.Future()
failed.add_done_callback(leave)
try:
    failed.set_result(4)
except SystemExit:
    traceback.print_exc()
