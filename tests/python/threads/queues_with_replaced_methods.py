# Methods of a Queue that the program has replaced are called, and attributes that it has set are looked at.
import queue
from collections import deque

q = queue.Queue()
q.put(1)
q._put = lambda item: print("own _put", item)
q.put(2)
print(q.qsize(), q.get())

plain, q2 = queue.Queue._get, queue.Queue(2)
q2.put("a")


def get(self):
    print("replaced _get")
    return plain(self)


queue.Queue._get = get
q2.put("b")
print(q2.full(), q2.get())
queue.Queue._get = plain
print(q2.get(), q2.empty(), q2.unfinished_tasks)

q3 = queue.Queue()
q3.queue = deque([1, 2, 3], maxlen=3)
q3.put(4)
print(list(q3.queue), q3.get())
q3.maxsize = 2
try:
    q3.put_nowait(5)
except queue.Full:
    print("full")
q3.shutdown()
try:
    q3.put(6)
except queue.ShutDown:
    print("shut down", q3.get(), q3.get())
try:
    q3.get()
except queue.ShutDown:
    print("and empty")

q4 = queue.Queue()
with q4.mutex:
    q4.queue.append("by hand")
print(q4.get(), q4.unfinished_tasks)
for i in range(2000):
    q4.put(i)
print(sum(q4.get() for i in range(2000)), q4.unfinished_tasks)


class Loud(queue.Queue):
    def put(self, item, block=True, timeout=None):
        print("put", item)
        super().put(item, block, timeout)


loud = Loud()
loud.put("x")
print(loud.get())
