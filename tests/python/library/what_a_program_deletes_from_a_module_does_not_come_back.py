import statistics
import threading
import typing


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


kept = typing.Callable
del typing.Callable
t(lambda: typing.Callable)
del threading.Barrier
t(lambda: threading.Barrier)
t(lambda: threading.BrokenBarrierError)
del threading.local
t(lambda: threading.local)
del statistics.NormalDist
t(lambda: statistics.NormalDist)
print(hasattr(statistics, "NormalDist"), "NormalDist" in vars(statistics))
try:
    del statistics.NormalDist
except AttributeError as e:
    print(e)
# One that is put back is there.
threading.Barrier = 5
t(lambda: threading.Barrier)

# A module's __getattr__ is asked.
statistics.__getattr__ = lambda name: ("asked", name)
t(lambda: statistics.nonesuch)
t(lambda: statistics.NormalDist)
t(lambda: statistics.mean([1, 2]))
threading.__getattr__ = lambda name: ("told", name)
t(lambda: threading.nonesuch)
t(lambda: threading.local)

# What was put there before anything of its kind was asked for, and deleted, does not come back with its neighbours.
import concurrent.futures

concurrent.futures.ProcessPoolExecutor = 1
del concurrent.futures.ProcessPoolExecutor
print(concurrent.futures.thread.__name__)
del threading.Condition
threading.Barrier = 1
del threading.Barrier
t(lambda: threading.BrokenBarrierError)
print(hasattr(threading, "Barrier"), hasattr(threading, "Condition"))
