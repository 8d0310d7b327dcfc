"""Classes of the library take type arguments, and those that do not say so under their full names."""
import array
import contextvars
import functools
import graphlib
import itertools
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.queues
import multiprocessing.shared_memory
import os
import types
import weakref

for generic in (weakref.ref, weakref.WeakMethod, weakref.WeakSet, functools.partialmethod, functools.cached_property,
                array.array, graphlib.TopologicalSorter, os.PathLike, multiprocessing.pool.ApplyResult,
                multiprocessing.managers.DictProxy, multiprocessing.managers.ValueProxy, multiprocessing.queues.Queue,
                multiprocessing.queues.SimpleQueue, multiprocessing.shared_memory.ShareableList):
    print(generic[int])


class Watcher(weakref.ref[str]):
    pass


print(Watcher.__mro__)
for plain in itertools.count, types.SimpleNamespace, contextvars.Context, int, graphlib.CycleError:
    try:
        plain[int]
    except TypeError as error:
        print(error)
