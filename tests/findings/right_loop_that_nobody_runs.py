import asyncio
import threading

other = asyncio.new_event_loop()
other.run_until_complete(asyncio.sleep(0.1))
threading.Timer(1, other.call_soon_threadsafe, [print, "late"]).start()

async def main():
    await asyncio.get_running_loop().create_future()

asyncio.run(main())
# found: deadlock@9
