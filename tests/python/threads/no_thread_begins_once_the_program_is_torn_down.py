# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
# Names that go at the end may still try; atexit functions come before that.
import _thread
import atexit
import sys
import threading


class Late:
    def __del__(self):
        print('finalizing', sys.is_finalizing())
        try:
            _thread.start_new_thread(print, ())
        except PythonFinalizationError as error:
            print(error)
        thread = threading.Thread(target=print)
        try:
            thread.start()
        except RuntimeError as error:
            print(type(error).__name__, thread.is_alive())


@atexit.register
def last():
    print('atexit', sys.is_finalizing())
    thread = threading.Thread(target=print, args=('a thread',))
    thread.start()
    thread.join()


late = Late()
