import threading
import time


def work():
    print('works')


ending = threading.Thread(target=time.sleep, args=(0.5,))
ending.start()
starting = threading.Thread(target=work)


def start():
    print('starts')
    starting.start()
    print('has started')


with threading._active_limbo_lock:
    print(type(threading._active_limbo_lock).__name__, len(threading.enumerate()), threading.active_count())
    helper = threading._active[threading.main_thread().ident]
    print(helper.name, threading._limbo)
    time.sleep(1)
    # It has slept long enough, but cannot leave the list.
    print(ending.is_alive(), len(threading._active))
ending.join()
print(ending.is_alive(), threading.active_count())

other = threading.Thread(target=start)
other.start()
other.join()
starting.join()
print(threading.enumerate() == [threading.main_thread()])
