# recorded by hand: the oracle has no trio
import trio, warnings
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, *a: print(c.__name__, m)
async def main():
    q = trio.lowlevel.UnboundedQueue()
    try: q.get_batch_nowait()
    except trio.WouldBlock: print('would block')
    for i in range(3): q.put_nowait(i)
    print(q, q.qsize(), q.empty(), q.statistics(), await q.get_batch())
    async def consumer():
        async for batch in q:
            print(batch)
            if 'end' in batch: break
    async with trio.open_nursery() as n:
        n.start_soon(consumer)
        await trio.sleep(0.1); print(q.statistics())
        q.put_nowait(1); q.put_nowait(2); await trio.sleep(0.1); q.put_nowait('end')
trio.run(main)
