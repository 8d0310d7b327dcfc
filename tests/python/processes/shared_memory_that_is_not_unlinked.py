# The tracker of resources tells at the end of blocks that nobody has unlinked, those of children included.
import atexit
from multiprocessing import Process, shared_memory


def child(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[0] = 7
    block.close()
    shared_memory.SharedMemory(create=True, size=5, name='loopscope_kid').close()


if __name__ == '__main__':
    fine = shared_memory.SharedMemory(create=True, size=10, name='loopscope_fine')
    process = Process(target=child, args=('loopscope_fine',))
    process.start()
    process.join()
    print(fine.buf[0])
    fine.close()
    fine.unlink()
    untracked = shared_memory.SharedMemory(create=True, size=10, name='loopscope_free', track=False)
    untracked.unlink()
    atexit.register(print, 'at exit')
