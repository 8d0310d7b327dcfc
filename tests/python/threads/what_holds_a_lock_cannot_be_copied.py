"""What holds a lock somewhere is neither copied nor pickled, and says which lock; nor are matches and digests."""
import concurrent.futures
import copy
import hashlib
import pickle
import queue
import re
import threading


class Worker:
    def __init__(self, part):
        self.part = part


def tried(what, make, *args):
    try:
        print(what, type(make(*args)).__name__)
    except Exception as exc:
        print(what, type(exc).__name__, exc)


for part in (threading.Lock(), threading.RLock(), threading.Event(), threading.Condition(), threading.Semaphore(),
             threading.Barrier(2), queue.Queue(), queue.PriorityQueue(),
             concurrent.futures.Future(), re.match('a', 'a'), hashlib.md5(), memoryview(b'a')):
    name = type(part).__name__
    tried(f'deepcopy of {name}:', copy.deepcopy, part)
    tried(f'deepcopy of a worker with {name}:', copy.deepcopy, Worker(part))
    tried(f'pickle of {name}:', pickle.dumps, Worker(part))
event = threading.Event()
other = copy.copy(event)
other.set()
print(event.is_set(), other.is_set(), other._cond is event._cond)
tried('code', pickle.dumps, tried.__code__)
copy.deepcopy({'worker': Worker(queue.Queue())})
