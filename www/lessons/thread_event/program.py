import threading
import time

stop = threading.Event()


def watch():
    while not stop.wait(timeout=1):
        print("watch: all quiet")
    print("watch: told to stop")


thread = threading.Thread(target=watch)
thread.start()
time.sleep(2.5)
print("main: stop, please")
stop.set()
thread.join()
print("main: the thread has ended")
