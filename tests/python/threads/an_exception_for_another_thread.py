"""ctypes.pythonapi.PyThreadState_SetAsyncExc raises an exception in another thread, where that runs next."""
import ctypes
import threading
import time


def send(ident, exception):
    return ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_long(ident), ctypes.py_object(exception))


class Worker(threading.Thread):
    def run(self):
        try:
            while True:
                print('works')
                time.sleep(0.5)
                print('slept')
        finally:
            print('leaves', time.monotonic() - began < 3)

    def ident_of_itself(self):
        for ident, thread in threading._active.items():
            if thread is self:
                return ident


began = time.monotonic()
worker = Worker()
worker.start()
time.sleep(1.2)
print(send(worker.ident_of_itself(), SystemExit), worker.is_alive())
worker.join()
print(worker.is_alive(), send(worker.ident, SystemExit), send(5, SystemExit))


class Stopped(Exception):
    pass


def busy():
    n = 0
    try:
        while True:
            n += 1
    except Stopped as stopped:
        print('stopped', n > 0, repr(stopped))
    time.sleep(0.1)
    raise ValueError('told')


thread = threading.Thread(target=busy, name='busy')
thread.start()
time.sleep(0.1)
print(send(thread.ident, Stopped))
thread.join()

waiting = threading.Event()
thread = threading.Thread(target=lambda: print('set', waiting.wait()), name='waiter')
thread.start()
time.sleep(0.1)
print(send(thread.ident, KeyError), thread.is_alive())
waiting.set()
thread.join()
try:
    send(threading.get_ident(), Stopped)
    time.sleep(0)
    print('not reached')
except Stopped:
    print('of its own')
thread = threading.Thread(target=time.sleep, args=(0.3,))
thread.start()
print(send(thread.ident, Stopped), ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), None))
thread.join()
print(repr(ctypes.py_object('x')), ctypes.py_object(5).value)
# recorded by hand: threads have other numbers under a virtual clock; CPython prints this in real time
