"""What goes wrong in a pool, a process object, a manager or shared memory shows CPython's lines."""
# recorded by hand: the virtual clock has no pools of processes that are told of by their feeding threads
import multiprocessing
import re
import traceback
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Array, Lock, Manager, Pool, Process, Queue, Value
from multiprocessing.shared_memory import SharedMemory


def shown(act, *args, **kwargs):
    try:
        print(act(*args, **kwargs))
    except Exception as error:
        print(re.sub('0x[0-9a-f]+', '0x…', ''.join(traceback.format_exception(error))))


def share(x):
    return 12 // x


def nested(x):
    return Pool(2)


def closure(x):
    return lambda: x


class Forgetful(Process):
    def __init__(self):
        self.name_of_mine = 1


def set_items():
    array, value = Array('i', 3), Value('d', 1.0)
    shown(array.__setitem__, 0, 1.5)
    shown(array.__getitem__, 7)
    shown(setattr, value, 'value', 'x')
    value.value += 1
    print(value.value)


if __name__ == '__main__':
    shown(multiprocessing.set_start_method, 'thread')
    shown(Process, target=share, args=3)
    shown(Process, share)
    shown(Process(target=share).terminate)
    shown(Forgetful().start)
    shown(Lock().release)
    shown(multiprocessing.get_context('spawn').Process(target=lambda: 0).start)
    shown(SharedMemory, 'nothing_has_this_name')
    set_items()
    with Pool(1) as pool:
        shown(pool.map, lambda x: x, [1])
        shown(pool.apply, share, (Queue(),))
        shown(pool.map, nested, [1])
        shown(pool.map, share, 5)
    shown(Pool, '2')
    with Manager() as manager:
        shown(manager.dict(a=1).__getitem__, 'b')
    with ProcessPoolExecutor(1) as executor:
        shown(list, executor.map(share, [0]))
        shown(executor.submit(lambda: 0).result)
        shown(executor.submit(closure, 1).result)
    shown(ProcessPoolExecutor, '2')
