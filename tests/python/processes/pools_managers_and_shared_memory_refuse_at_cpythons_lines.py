# recorded by hand: the oracle's clock does not follow managers
"""What pools, managers and shared memory refuse is refused at the lines at which CPython does."""
import threading
import traceback
from multiprocessing import Manager, Pool, shared_memory
from multiprocessing.managers import BaseManager
from multiprocessing.pool import ThreadPool


def shown(call):
    """What the call gives, or its traceback without this file's frames."""
    try:
        print(call())
    except Exception:
        own = False
        for line in traceback.format_exc().splitlines():
            own = __file__ in line if line.startswith('  File ') else own and line.startswith('    ')
            if not own:
                print(line)


def same(x):
    return x


def failing():
    raise ValueError('not made')


def pools():
    shown(lambda: ThreadPool(0))
    with Pool(1) as pool:
        shown(lambda: pool.imap(same, [1], chunksize=0))
        shown(lambda: pool.imap_unordered(same, [1], chunksize=-1))
    shown(lambda: pool.imap(same, [1]))
    shown(lambda: pool.imap_unordered(same, [1]))
    shown(lambda: pool.map_async(same, [1]))
    shown(lambda: pool.starmap_async(same, [(1,)]))


class Made(BaseManager):
    pass


def managers():
    with Manager() as manager:
        shown(lambda: manager.Namespace().missing)
        shown(lambda: manager.list().append(lambda: 1))
        shown(lambda: manager.list().append(threading.Lock()))
        shown(lambda: manager.Semaphore(-1))
        shown(lambda: manager.dict(5))
        shown(manager.start)
    shown(manager.dict)
    Made.register('Failing', failing)
    made = Made()
    shown(made.Failing)
    made.start()
    shown(made.Failing)
    made.shutdown()


def memory():
    shown(lambda: shared_memory.SharedMemory())
    shown(lambda: shared_memory.SharedMemory(create=True))
    shown(lambda: shared_memory.SharedMemory(create=True, size=-1))
    shown(lambda: shared_memory.ShareableList([[1]]))
    shown(lambda: shared_memory.ShareableList(5))
    items = shared_memory.ShareableList([1, 'two'])
    for call in (lambda: items[2], lambda: items[9], lambda: items.__setitem__(2, 1), lambda: items.__setitem__(7, 1),
                 lambda: items.__setitem__(1, 'much longer than two'), lambda: items.__setitem__(0, []),
                 lambda: items.index(3)):
        shown(call)
    print(items[-1], items[-2], len(items))
    items.shm.close()
    items.shm.unlink()


if __name__ == '__main__':
    pools()
    managers()
    memory()
