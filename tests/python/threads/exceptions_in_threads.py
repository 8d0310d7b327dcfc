"""What ends a thread, and how it is reported."""
import _thread
import atexit
import sys
import threading
import time


def fails(n):
    return 1 / n


def leaves():
    sys.exit(3)


t = threading.Thread(target=fails, args=(0,))
t.start()
t.join()
print('joined', t.is_alive())
t = threading.Thread(target=leaves, name='quiet')
t.start()
t.join()

old = threading.excepthook


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
t = threading.Thread(target=fails, args=(0,), name='hooked')
t.start()
t.join()


def bad_hook(args):
    raise ValueError('in the hook')


threading.excepthook = bad_hook
t = threading.Thread(target=fails, args=(0,), name='hooked badly')
t.start()
t.join()
threading.excepthook = threading.__excepthook__


def deep():
    try:
        fails(0)
    except ZeroDivisionError as e:
        raise RuntimeError('while handling') from e


t = threading.Thread(target=deep)
t.start()
t.join()
print(_thread.start_new_thread(print, ('raw', 1), {'sep': '-'}) > 140000000000000)
time.sleep(0.1)


def late():
    time.sleep(1)
    print('late', threading.main_thread().is_alive())


atexit.register(print, 'atexit, after the threads')
threading.Thread(target=late).start()
raise KeyError('the main thread fails, others go on')
