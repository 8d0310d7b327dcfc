import asyncio
async def w(n):
    try: await asyncio.sleep(n); print("w", n); return n
    finally: print("fin", n)
loop = asyncio.get_event_loop()
tasks = [loop.create_task(w(i)) for i in range(3)]
print(loop.run_until_complete(asyncio.wait(tasks))[0] == set(tasks))
def cb(n, loop): print("cb", n, loop.time()); loop.stop() if n == 0 else loop.call_later(1, cb, n-1, loop)
loop.call_soon(cb, 2, loop); loop.run_forever()
f = loop.create_future(); loop.call_later(1, f.set_result, "fut"); print(loop.run_until_complete(f))
async def m(): loop.stop(); await asyncio.sleep(1)
try: loop.run_until_complete(m())
except RuntimeError as e: print(e)
print(loop)
loop.close(); print(loop)
