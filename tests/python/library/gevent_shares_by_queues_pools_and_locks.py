# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
import gevent
from gevent import event, local, lock, pool, queue


def work(n, seconds=0.1):
    gevent.sleep(seconds)
    print("did", n)
    return n * n


two = pool.Pool(2)
print(two.map(work, range(4)), list(two.imap(work, range(3))))
print(sorted(two.imap_unordered(lambda n: work(n, 0.3 - n * 0.1), range(3))))
job = two.spawn(work, 9)
print(two.free_count(), two.full(), job in two, len(two))
two.join()
print(two.apply(work, (3,)), two.apply_async(work, (4,)).get())
group = pool.Group()
group.add(gevent.spawn(work, 5))
group.spawn(gevent.sleep, 100)
gevent.sleep(0.2)
group.kill()
print(len(group))

small = queue.Queue(maxsize=2)


def produce():
    for n in range(5):
        small.put(n)
        print("put", n)
    small.put(StopIteration)


def consume():
    for n in small:
        print("got", n)
        gevent.sleep(0.1)


gevent.joinall([gevent.spawn(produce), gevent.spawn(consume)])
for wrong in (lambda: small.get(timeout=0.1), small.get_nowait, lambda: [small.put(n, timeout=0.1) for n in range(3)]):
    try:
        wrong()
    except (queue.Empty, queue.Full) as error:
        print(type(error).__name__)
tasks = queue.JoinableQueue()


def serve():
    while True:
        task = tasks.get()
        gevent.sleep(0.1)
        print("served", task)
        tasks.task_done()


servers = [gevent.spawn(serve) for _ in range(2)]
for n in range(4):
    tasks.put(n)
tasks.join()
gevent.killall(servers)
ordered = queue.PriorityQueue(items=[3, 1, 2])
channel = queue.Channel()
gevent.spawn(channel.put, "handed over")
print(ordered.get(), queue.LifoQueue(items=[1, 2]).get(), channel.get(), ordered.peek())

start = event.Event()
gevent.joinall([gevent.spawn(lambda n=n: print(n, start.wait())) for n in range(2)] + [gevent.spawn_later(0.1, start.set)])
start.clear()
print(start.wait(timeout=0.1), start.is_set())
result = event.AsyncResult()
gevent.spawn_later(0.1, result.set, "set")
print(result.ready(), result.get(), result.successful())
linked = event.AsyncResult()
gevent.spawn(work, 7).link(linked)
print(linked.get())
broken = event.AsyncResult()
broken.set_exception(ValueError("broken"))
try:
    broken.get()
except ValueError as error:
    print(error)

seats = lock.Semaphore(2)


def sit(n):
    with seats:
        print("sits", n, seats.counter)
        gevent.sleep(0.1)


gevent.joinall([gevent.spawn(sit, n) for n in range(4)])
print(seats.acquire(), seats.acquire(), seats.acquire(blocking=False), seats.acquire(timeout=0.1), seats.locked())
try:
    lock.BoundedSemaphore(1).release()
except ValueError as error:
    print(error)
own = local.local()
own.x = 1
gevent.spawn(lambda: print(hasattr(own, "x"))).join()
print(own.x)
