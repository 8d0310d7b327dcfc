# recorded by hand: the oracle numbers threads itself
# The system knows the main thread of a process by the process's own number, and others by numbers of their own.
import multiprocessing
import os
import threading


def tell(where):
    ids = threading.get_native_id(), threading.main_thread().native_id, threading.current_thread().native_id
    print(where, [number == os.getpid() for number in ids])


if __name__ == '__main__':
    tell('program')
    thread = threading.Thread(target=tell, args=('thread',))
    thread.start()
    thread.join()
    print(thread.native_id != os.getpid())
    for method in 'fork', 'spawn':
        process = multiprocessing.get_context(method).Process(target=tell, args=(method,))
        process.start()
        process.join()
