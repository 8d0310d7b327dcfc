import asyncio
import signal
async def work(seconds):
    await asyncio.sleep(seconds)
loop = asyncio.new_event_loop()
tasks = [loop.create_task(work(n)) for n in (1, 4)]
loop.call_later(2, signal.raise_signal, signal.SIGINT)
try:
    loop.run_until_complete(asyncio.wait(tasks))
except KeyboardInterrupt:
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
loop.close()
# found:
