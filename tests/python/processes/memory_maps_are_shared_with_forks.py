"""What a forked process writes to shared memory its parent sees, through maps, views and ctypes' data of it."""
# recorded by hand: the virtual clock runs threads of its own, so that os.fork warns there
import ctypes
import mmap
import multiprocessing
import os
import struct


class Counter(ctypes.Structure):
    _fields_ = [('count', ctypes.c_int), ('name', ctypes.c_char * 8)]


def work(counter, lock):
    for _ in range(10):
        with lock:
            counter.count += 1


if __name__ == '__main__':
    shared, private = mmap.mmap(-1, 64), mmap.mmap(-1, 64, flags=mmap.MAP_PRIVATE)
    view, number = memoryview(shared)[8:16], ctypes.c_int.from_buffer(shared, 16)
    apart = ctypes.c_int(5)
    with open('/tmp/shared.bin', 'w+b') as file:
        file.write(bytes(16))
        file.flush()
        whole = mmap.mmap(file.fileno(), 0)
    pid = os.fork()
    if pid == 0:
        shared[0:5] = private[0:5] = whole[0:5] = b'child'
        view[0] = 7
        number.value += 1
        apart.value += 1
        os._exit(0)
    os.waitpid(pid, 0)
    print(shared[:5], private[:5], whole[:5], view[0], number, apart)
    print(open('/tmp/shared.bin', 'rb').read(6), struct.unpack_from('<i', shared, 16))

    context = multiprocessing.get_context('fork')
    counter, lock = Counter.from_buffer(shared), context.Lock()
    counter.count, counter.name = 0, b'steps'
    workers = [context.Process(target=work, args=(counter, lock)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(counter.count, counter.name)
