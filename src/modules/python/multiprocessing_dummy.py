"""multiprocessing's interface over threads."""
import threading
from multiprocessing.connection import Pipe as _Pipe
from queue import Queue
from threading import BoundedSemaphore, Barrier, Condition, Event, Lock, RLock, Semaphore, current_thread

current_process = current_thread
JoinableQueue = Queue


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._children = set()
        self._parent = current_thread()

    def start(self):
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self.ident is not None and not self.is_alive() else None

    @property
    def pid(self):
        return self.ident


Process = DummyProcess


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


def freeze_support():
    pass


def active_children():
    return [thread for thread in threading.enumerate() if isinstance(thread, DummyProcess)]


def Manager():
    import sys
    return sys.modules[__name__]


dict, list = dict, list


def Array(typecode, sequence, lock=True):
    return list(sequence)


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value


def Pipe(duplex=True):
    return _Pipe(duplex)
