"""An interrupt while the library waits: the frames are CPython's, and no other exception is its context."""
import concurrent.futures
import queue
import sched
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback

signal.signal(signal.SIGALRM, signal.default_int_handler)
condition, future, full = threading.Condition(), concurrent.futures.Future(), queue.Queue(1)
full.put(1)
server = socket.create_server(('127.0.0.1', 0))
a, b = socket.socketpair()
sleeper = threading.Thread(target=time.sleep, args=(60,), daemon=True)
sleeper.start()
locked = threading.Lock()
locked.acquire()


def use(function, *args):
    with condition:
        return function(*args)


def pool():
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        executor.submit(time.sleep, 1)


def later():
    scheduler = sched.scheduler()
    scheduler.enter(5, 1, print)
    scheduler.run()


cases = [lambda: use(condition.wait), lambda: use(condition.wait, 9), lambda: use(condition.wait_for, bool),
         lambda: use(condition.wait_for, bool, 9), lambda: threading.Event().wait(), lambda: threading.Semaphore(0).acquire(),
         lambda: threading.Barrier(2).wait(), lambda: threading.Barrier(2).wait(9), sleeper.join, lambda: sleeper.join(9),
         locked.acquire, lambda: queue.Queue().get(), lambda: queue.Queue().get(timeout=9), lambda: full.put(2),
         lambda: full.put(2, timeout=9), full.join, lambda: queue.SimpleQueue().get(), future.result,
         lambda: future.result(9), future.exception, lambda: concurrent.futures.wait([future]),
         lambda: list(concurrent.futures.as_completed([future])), pool, later, server.accept, lambda: a.recv(1),
         lambda: time.sleep(9)]
for case in cases:
    signal.setitimer(signal.ITIMER_REAL, .5)
    try:
        case()
    except KeyboardInterrupt as e:
        print(repr(e.__context__))
        traceback.print_exc(file=sys.stdout)
