import asyncio
import threading

first, second = threading.Lock(), threading.Lock()
second.acquire()

def say(word, mine, other):
    for _ in range(3):
        mine.acquire()
        print(word)
        other.release()

threads = [threading.Thread(target=say, args=("foo", first, second)), threading.Thread(target=say, args=("bar", second, first))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

async def take(places):
    async with places:
        async with asyncio.timeout(1):
            async with places:
                print("never")

async def hold(places):
    async with places:
        await asyncio.sleep(3)

async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(take(places), hold(places), return_exceptions=True)

asyncio.run(main())
# found:
