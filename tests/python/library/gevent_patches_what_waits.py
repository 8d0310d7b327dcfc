# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
from gevent import monkey

monkey.patch_all()

import queue
import socket
import threading
import time

import gevent
from gevent.server import StreamServer

began = time.monotonic()


def say(*what):
    print(f"{time.monotonic() - began:.1f}", *what)


def sleep(n):
    time.sleep(0.1)
    say("slept", n, threading.current_thread().name)


threads = [threading.Thread(target=sleep, args=(n,), name=f"T{n}") for n in range(3)]
for thread in threads:
    thread.start()
say(threads[0].is_alive(), [thread.name for thread in threading.enumerate()])
for thread in threads:
    thread.join()
say(threads[0].is_alive())
items = queue.Queue()


def produce():
    for n in range(3):
        items.put(n)
        time.sleep(0.1)


def consume():
    for _ in range(3):
        say("got", items.get())
        items.task_done()


gevent.joinall([gevent.spawn(consume), gevent.spawn(produce)])
items.join()
try:
    items.get(timeout=0.1)
except queue.Empty:
    say("empty")
lock, changed, ready = threading.Lock(), threading.Condition(), threading.Event()


def hold(n):
    with lock:
        say("holds", n)
        time.sleep(0.1)


gevent.joinall([gevent.spawn(hold, n) for n in range(2)])


def wait():
    with changed:
        say("notified", changed.wait(1))


waiting = threading.Thread(target=wait)
waiting.start()
time.sleep(0.1)
with changed:
    changed.notify()
waiting.join()
gevent.spawn_later(0.1, ready.set)
say(ready.wait(1))


def shout(connection, address):
    for line in connection.makefile("rb"):
        connection.sendall(line.upper())


server = StreamServer(("127.0.0.1", 0), shout)
server.start()


def ask(n):
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        time.sleep(0.1 * n)
        connection.sendall(f"hello {n}\n".encode())
        say(connection.recv(100))


gevent.joinall([gevent.spawn(ask, n) for n in range(3)])
server.stop()
say(monkey.is_module_patched("socket"))
threading.Thread(target=sleep, args=(9,), name="last").start()
say("the main program ends")
