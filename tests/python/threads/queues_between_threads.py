"""queue: Queue, LifoQueue, PriorityQueue, SimpleQueue."""
import queue
import threading
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, *words)


q = queue.Queue(maxsize=2)


def producer(n):
    for i in range(4):
        q.put((n, i))
        show('put', (n, i), q.qsize(), q.full())
    q.put(None)


def consumer(delay):
    while (item := q.get()) is not None:
        time.sleep(delay)
        show('got', item)
        q.task_done()
    q.task_done()


threads = [threading.Thread(target=producer, args=(n,), name=f'p{n}') for n in range(2)]
threads += [threading.Thread(target=consumer, args=(d,), name=f'c{d}') for d in (0.1, 0.25)]
for t in threads:
    t.start()
q.join()
show('all done', q.empty(), q.unfinished_tasks)
for t in threads:
    t.join()


def attempt(call, *args, **kwargs):
    try:
        show(call.__name__, call(*args, **kwargs))
    except Exception as e:
        show(call.__name__, type(e).__module__, type(e).__name__, repr(e))


attempt(q.get_nowait)
attempt(q.get, timeout=0.5)
attempt(q.get, timeout=-1)
q.put(1)
q.put(2)
attempt(q.put_nowait, 3)
attempt(q.put, 3, timeout=0.5)
attempt(q.put, 3, True, -1)
q.get(), q.get()
q.task_done(), q.task_done()
attempt(q.task_done)

for kind in (queue.LifoQueue, queue.PriorityQueue, queue.Queue):
    own = kind()
    for n in (3, 1, 2):
        own.put(n)
    print(kind.__name__, own.queue, [own.get() for _ in range(own.qsize())])

down = queue.Queue()


def waits():
    try:
        down.get()
    except queue.ShutDown as e:
        show('shut down', repr(e))


t = threading.Thread(target=waits, name='w')
t.start()
down.shutdown()
t.join()
attempt(down.put, 1)
left = queue.Queue()
left.put(1)
left.shutdown()
attempt(left.get)
attempt(left.get)
left = queue.Queue()
left.put(1)
left.shutdown(immediate=True)
attempt(left.get)
left.join()

simple = queue.SimpleQueue()
attempt(simple.get_nowait)
attempt(simple.get, timeout=0.25)


def gives():
    time.sleep(0.1)
    simple.put('a')
    simple.put('b')


threading.Thread(target=gives, name='g').start()
print(simple.get(), simple.qsize(), simple.empty())
print(simple.get(), simple.empty())


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _put(self, item):
        self.queue[item] = None

    def _get(self):
        item = next(iter(self.queue))
        del self.queue[item]
        return item


unique = Unique()
for n in (1, 2, 1):
    unique.put(n)
print(unique.qsize(), unique.get(), unique.get())
print(queue.Queue[int])
