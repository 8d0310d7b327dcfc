# How often is asked before a deque of a program's class is copied; what instances of Python's own classes have can be deleted.
import asyncio
import functools
import queue
import threading
from collections import deque


class Told(deque):
    def __init__(self, *arguments):
        print("made of", len(arguments))
        super().__init__(*arguments)


class Twice:
    def __index__(self):
        print("asked")
        return 2


told = Told([1])
print(told * Twice())
for count in "x", 10**30, -1, None:
    for repeat in (lambda: told * count), (lambda: told.__mul__(count)), (lambda: count * told):
        try:
            print(repeat())
        except (TypeError, OverflowError) as error:
            print(type(error).__name__, error)

for make in asyncio.Queue, asyncio.Lock, queue.Queue, threading.Event, ValueError, functools.partial(functools.partial, int):
    thing = make()
    thing.extra = 1
    try:
        del thing.__dict__
        print(type(thing).__name__, thing.__dict__)
    except TypeError as error:
        print(type(thing).__name__, error)
import asyncio.staggered

print(len(dir(asyncio)) == len(set(dir(asyncio))))
