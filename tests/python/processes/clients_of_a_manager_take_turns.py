# recorded by hand: the oracle starts no processes; CPython 3.13 printed it by its own clock.
# Who gets a manager's answer first goes on first: a worker that has said that it is done takes the next piece of work before
# the one who heard of it has given out all.
import time
from multiprocessing import Process
from multiprocessing.managers import BaseManager
from queue import PriorityQueue
from threading import Lock


class Work:
    def __init__(self):
        self.queue, self.done, self.story = PriorityQueue(), Lock(), []
        self.done.acquire()

    def ask(self, number):
        self.queue.put(number)
        self.done.acquire()

    def finish(self):
        self.done.release()

    def put(self, number):
        self.story.append(f"put {number}")
        self.queue.put(number)

    def get(self):
        number = self.queue.get()
        self.story.append(f"got {number}")
        return number

    def told(self):
        return self.story


class Manager(BaseManager):
    pass


Manager.register("Work", Work)


def worker(work):
    while (number := work.get()) < 9:
        time.sleep(1)
        if number == 1:
            work.finish()


if __name__ == "__main__":
    with Manager() as manager:
        work = manager.Work()
        process = Process(target=worker, args=(work,))
        process.start()
        work.ask(1)
        for number in (5, 4, 3):
            work.put(number)
        work.put(9)
        process.join()
        print(*work.told(), sep=", ")
