# recorded by hand: processes are started
"""What is registered with atexit after the import of multiprocessing's parts is called before children are waited for."""
import atexit
import multiprocessing as mp
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, queues, synchronize


def work():
    time.sleep(2)
    print('worker ends')


if __name__ == '__main__':
    atexit.register(lambda: print('registered first', [child.name for child in mp.active_children()]))
    queue = mp.Queue()
    queue.put(1)
    print(queue.get())
    mp.Process(target=work).start()
    atexit.register(lambda: print('registered second', [child.name for child in mp.active_children()]))
