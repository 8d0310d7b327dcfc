import asyncio, threading, time
async def main():
    q = asyncio.Queue()
    def produce():
        for i in range(3):
            time.sleep(1)
            q.put_nowait(i)
    threading.Thread(target=produce).start()
    for i in range(3):
        print(await q.get())
asyncio.run(main())
# found: not-woken@7
