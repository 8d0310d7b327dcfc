import asyncio, threading, time
async def main():
    fut = asyncio.get_running_loop().create_future()
    def setter():
        time.sleep(1)
        fut.set_result(5)
    threading.Thread(target=setter).start()
    print(await fut)
asyncio.run(main())
# found: not-woken@6
