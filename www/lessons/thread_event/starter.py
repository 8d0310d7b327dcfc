import threading
import time

stop = threading.Event()
start = time.monotonic()


def work():
    while not stop.is_set():
        print("working")
        time.sleep(10)


thread = threading.Thread(target=work)
thread.start()
time.sleep(2.5)
stop.set()
thread.join()
print("ended after", round(time.monotonic() - start, 1), "s")
