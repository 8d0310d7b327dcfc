import asyncio, threading, time
async def main():
    ev = asyncio.Event()
    def work():
        time.sleep(1)
        ev.set()
    threading.Thread(target=work).start()
    await ev.wait()
    print("got it")
asyncio.run(main())
# found: not-woken@6
