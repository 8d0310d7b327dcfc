import os
import traceback


def refused(call):
    """What it is refused with, and the library's frames through which that has come."""
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename != __file__:
                print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


import multiprocessing

refused(lambda: multiprocessing.Semaphore(-1))
refused(lambda: multiprocessing.Semaphore('a'))
refused(lambda: multiprocessing.BoundedSemaphore(-1))
refused(lambda: multiprocessing.Condition(5))
refused(lambda: multiprocessing.Queue('a'))
refused(lambda: multiprocessing.JoinableQueue('a'))
refused(lambda: multiprocessing.Lock(5))
refused(lambda: multiprocessing.SimpleQueue(5))
refused(lambda: multiprocessing.Barrier())
refused(lambda: multiprocessing.Value('q', 'a'))
refused(lambda: multiprocessing.Value('zz', 1))
refused(lambda: multiprocessing.Array('i', -1))
refused(lambda: multiprocessing.RawValue('zz', 1))
refused(lambda: multiprocessing.Queue().get(timeout='a'))
refused(lambda: multiprocessing.Pipe()[0].send_bytes('a'))
print(multiprocessing.Semaphore, multiprocessing.Queue.__name__, multiprocessing.Queue.__module__)
