"""Lock, RLock, Condition, Event, Semaphore, Barrier."""
import threading
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, *words)


def start(*functions):
    threads = [threading.Thread(target=f, name=f'{f.__name__}-{n}') for n, f in enumerate(functions)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


lock = threading.Lock()
print(lock, type(lock), threading.Lock, lock.locked())


def holder():
    with lock:
        show('has it', lock)
        time.sleep(0.5)
    show('gave it back')


def impatient():
    show(lock.acquire(False), lock.acquire(timeout=0.1), lock.acquire(blocking=True, timeout=0.2))


def patient():
    show(lock.acquire())
    time.sleep(0.1)
    lock.release()


start(holder, impatient, patient, patient)
for wrong in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-3),
              lambda: lock.acquire(timeout='x')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)

rlock = threading.RLock()
print(rlock)


def again():
    with rlock:
        with rlock:
            show(repr(rlock).split(' object ')[0], rlock._is_owned())
            time.sleep(0.1)
    show('out')


def stranger():
    try:
        rlock.release()
    except RuntimeError as e:
        show(e)
    show(rlock.acquire(blocking=False))


start(again, stranger, again)

condition = threading.Condition()
items = []


def consumer():
    with condition:
        while not items:
            show('waits', condition.wait(0.25))
        show('took', items.pop(0))


def producer():
    for n in range(3):
        time.sleep(0.2)
        with condition:
            items.append(n)
            condition.notify()
            show('put', n)


start(consumer, consumer, producer, consumer)
for wrong in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        wrong()
    except RuntimeError as e:
        print(e)


def predicate():
    with condition:
        show(condition.wait_for(lambda: len(items) == 2, timeout=1), items)


def filler():
    for n in range(2):
        time.sleep(0.1)
        with condition:
            items.append(n)
            condition.notify_all()


start(predicate, predicate, filler)
items.clear()
start(predicate)

event = threading.Event()
print(event.is_set(), repr(event).split(' at ')[0], repr(event).split(': ')[1])


def waits():
    show(event.wait(0.1))
    show(event.wait())


def sets():
    time.sleep(0.3)
    event.set()
    show('set')


start(waits, waits, sets)
event.clear()
print(event.is_set())

semaphore = threading.Semaphore(2)


def limited():
    with semaphore:
        show('inside')
        time.sleep(0.1)


start(*[limited] * 5)
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.5), semaphore.acquire(timeout=0.5))
show(repr(semaphore).split(': ')[1])
semaphore.release(2)
bounded = threading.BoundedSemaphore(1)
for wrong in (bounded.release, lambda: threading.Semaphore(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1)):
    try:
        wrong()
    except ValueError as e:
        print(e)
print(repr(bounded).split(' at ')[0], repr(bounded).split(': ')[1])

barrier = threading.Barrier(3, action=lambda: show('all there'))


def arrives():
    time.sleep(int(threading.current_thread().name[-1]) / 10)
    show('at', barrier.wait())


start(arrives, arrives, arrives)
print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split(': ')[1])


def late():
    try:
        barrier.wait(0.2)
    except threading.BrokenBarrierError as e:
        show('broken', repr(e))


start(late, late)
print(barrier.broken, repr(barrier).split(': ')[1])
barrier.reset()
print(barrier.broken)
start(late, late, late)
barrier.abort()
start(late)

order = []
fair = threading.Lock()


def competes():
    for _ in range(2):
        with fair:
            order.append(threading.current_thread().name[-1])
            time.sleep(0.01)


start(*[competes] * 3)
print(order)
