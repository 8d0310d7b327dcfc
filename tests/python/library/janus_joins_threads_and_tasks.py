import asyncio, janus, threading, time
def threaded(sync_q):
    for i in range(8):
        sync_q.put(i); print('put', i)
    sync_q.join(); print('joined')
async def async_coro(async_q):
    for i in range(8):
        val = await async_q.get(); print('got', val); await asyncio.sleep(0.01); async_q.task_done()
async def main():
    queue = janus.Queue(maxsize=2)
    fut = asyncio.get_running_loop().run_in_executor(None, threaded, queue.sync_q)
    await async_coro(queue.async_q); await fut
    print(queue.closed, queue.maxsize, queue.async_q.qsize(), queue.sync_q.empty(), queue.async_q.full(), queue.sync_q.unfinished_tasks)
    await queue.aclose(); print(queue.closed)
    for f in (lambda: queue.sync_q.put(1), lambda: queue.async_q.put_nowait(1), lambda: queue.sync_q.get_nowait(), lambda: queue.async_q.get_nowait(), queue.sync_q.task_done, queue.async_q.task_done):
        try: f()
        except Exception as e: print(type(e).__module__, type(e).__name__, e)
    for C in (janus.PriorityQueue, janus.LifoQueue):
        q = C(3)
        for x in (2, 1, 3): q.sync_q.put(x)
        for f in (lambda: q.sync_q.put(9, block=False), lambda: q.sync_q.put(9, timeout=-1), lambda: q.async_q.put_nowait(9)):
            try: f()
            except Exception as e: print(type(e).__module__, type(e).__name__, e)
        print([await q.async_q.get() for _ in range(3)])
        for f in (lambda: q.sync_q.get(block=False), lambda: q.async_q.get_nowait()):
            try: f()
            except Exception as e: print(type(e).__module__, type(e).__name__, e)
        await q.aclose()
    q = janus.Queue()
    def consumer():
        try:
            while True: print('thread', q.sync_q.get()); q.sync_q.task_done()
        except janus.SyncQueueShutDown: print('shut down')
    t = threading.Thread(target=consumer); t.start()
    for i in range(4): await q.async_q.put(i); await asyncio.sleep(0.02)
    await q.async_q.join(); print('joined'); q.shutdown(); await q.wait_closed(); t.join()
    q = janus.Queue(1)
    async def getter(n):
        try: print(n, await q.async_q.get())
        except janus.AsyncQueueShutDown as e: print(n, 'ended', repr(e))
    gs = [asyncio.create_task(getter(n)) for n in 'abc']
    await asyncio.sleep(0.1); threading.Thread(target=q.sync_q.put, args=(5,)).start(); await asyncio.sleep(0.1)
    await q.async_q.put(6); await asyncio.sleep(0.1); q.close(); await q.wait_closed(); await asyncio.gather(*gs)
    try: await janus.Queue().wait_closed()
    except RuntimeError as e: print(e)
asyncio.run(main())
