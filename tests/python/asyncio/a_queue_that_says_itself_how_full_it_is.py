# Queues whose own qsize, full or empty says whether who puts or gets has to wait.
import asyncio


class Weighed(asyncio.Queue):
    def qsize(self):
        return sum(self._queue)


class Closed(asyncio.Queue):
    open = True

    def full(self):
        return not self.open or super().full()

    def empty(self):
        return not self.open or super().empty()


async def main():
    queue = Weighed(10)
    for weight in (4, 5, 3):
        queue.put_nowait(weight)
        print(queue.qsize(), queue.full())
    try:
        queue.put_nowait(1)
    except asyncio.QueueFull as error:
        print(repr(error))
    putting = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(len(queue._putters), await queue.get())
    await putting
    print(list(queue._queue))
    closed = Closed()
    closed.put_nowait('kept')
    closed.open = False
    for refused in (lambda: closed.put_nowait('more'), closed.get_nowait):
        try:
            refused()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))
    try:
        await asyncio.wait_for(closed.get(), 1)
    except TimeoutError:
        print('nobody gets what it keeps', closed)
    closed.open = True
    print(await closed.get())


asyncio.run(main())
