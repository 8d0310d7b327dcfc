# A signal's handler runs like any other function: it may sleep, wait for threads and locks, and be interrupted itself.
import os
import queue
import signal
import threading
import time


def now():
    return round(time.monotonic() - 1000, 3)


def slow(number, frame):
    print(now(), 'handles', signal.Signals(number).name)
    time.sleep(0.5)
    print(now(), 'handled', signal.Signals(number).name)


signal.signal(signal.SIGALRM, slow)
signal.signal(signal.SIGUSR1, slow)
signal.signal(signal.SIGUSR2, slow)

# While the program sleeps: it sleeps on to its time.
signal.setitimer(signal.ITIMER_REAL, 0.2)
time.sleep(1)
print(now(), 'slept')
# The handler may take longer than that.
signal.setitimer(signal.ITIMER_REAL, 0.2)
time.sleep(0.3)
print(now(), 'slept')
# By itself, at once.
os.kill(os.getpid(), signal.SIGUSR1)
print(now(), 'sent')
signal.raise_signal(signal.SIGUSR2)
print(now(), 'raised')
# One within another.
signal.setitimer(signal.ITIMER_REAL, 0.1)
os.kill(os.getpid(), signal.SIGUSR1)
print(now(), 'both')


def fails(number, frame):
    time.sleep(0.1)
    raise KeyError(number)


signal.signal(signal.SIGALRM, fails)
for action in (lambda: time.sleep(1), lambda: queue.Queue().get(timeout=1), lambda: os.kill(os.getpid(), signal.SIGALRM)):
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        action()
    except KeyError as error:
        print(now(), 'raises', error)
    signal.setitimer(signal.ITIMER_REAL, 0)


def joins(number, frame):
    worker = threading.Thread(target=time.sleep, args=(0.3,))
    worker.start()
    worker.join()
    print(now(), 'joined')


signal.signal(signal.SIGALRM, joins)
signal.setitimer(signal.ITIMER_REAL, 0.1)
numbers = queue.Queue()
threading.Timer(0.2, numbers.put, ('item',)).start()
print(numbers.get(), now())


def leaves(number, frame):
    print('leaving')
    time.sleep(0.5)
    raise SystemExit(3)


signal.signal(signal.SIGTERM, leaves)
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM)).start()
try:
    while True:
        time.sleep(1)
finally:
    print(now(), 'finally')
