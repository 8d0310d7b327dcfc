# Subclasses set what a queue counts with, as recipes do.
import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item in self.seen:
            self._unfinished_tasks -= 1
        else:
            self.seen.add(item)
            super()._put(item)


async def main():
    queue = Unique()
    for letter in "abcab":
        queue.put_nowait(letter)
    print(queue, queue.qsize())
    while not queue.empty():
        print(queue.get_nowait())
        queue.task_done()
    await queue.join()
    queue._maxsize = 1
    queue.put_nowait("z")
    print(queue.full(), queue.maxsize)


asyncio.run(main())
