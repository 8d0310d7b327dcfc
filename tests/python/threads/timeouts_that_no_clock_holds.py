# recorded by hand: the virtual clock takes such timeouts
# Timeouts that 64 bits do not hold in nanoseconds, and what is no number, are refused alike wherever one may wait.
import queue
import select
import signal
import socket
import threading
import time


def t(name, f):
    try:
        print(name, f())
    except (OSError, OverflowError, TypeError, ValueError) as e:
        print(name, type(e).__name__, e)


lock = threading.Lock()
lock.acquire()
for value in (1e30, 10**30, 9223372037, float("inf"), float("nan"), -1e30, -2, "1", [], 0):
    print("--", value)
    t("lock", lambda: lock.acquire(timeout=value))
    t("sleep", lambda: time.sleep(value))
    t("select", lambda: select.select([], [], [], value))
    t("socket", lambda: socket.socket().settimeout(value))
    t("timer", lambda: signal.setitimer(signal.ITIMER_REAL, value) and signal.setitimer(signal.ITIMER_REAL, 0))
for value in (1e30, 10**30):
    t("event", lambda: threading.Event().wait(value))
    t("queue", lambda: queue.Queue().get(timeout=value))
    t("join", lambda: threading.main_thread()._handle and threading.Thread(target=print)._started.wait(value))
