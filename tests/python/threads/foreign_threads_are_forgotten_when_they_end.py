# A thread of `_thread` has a dummy for as long as it lives.
import _thread
import threading
import time

own = threading.local()


def foreign():
    own.value = threading.current_thread().name
    print(own.value, threading.active_count(), threading.current_thread().is_alive())


for _ in range(2):
    _thread.start_new_thread(foreign, ())
    time.sleep(0.1)
    print(threading.active_count(), threading.enumerate() == [threading.main_thread()])
