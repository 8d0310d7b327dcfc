# What a module reads later does not take the place of what the program has set before.
import threading
import typing

mine = object()
typing.NamedTuple = mine
typing.TypedDict
threading.Barrier = mine
threading.BrokenBarrierError
print(typing.NamedTuple is mine, threading.Barrier is mine)
