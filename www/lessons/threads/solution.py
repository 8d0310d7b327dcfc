import threading
import time

visits = 0
lock = threading.Lock()


def visit():
    global visits
    with lock:
        seen = visits
        time.sleep(0.1)
        visits = seen + 1


threads = [threading.Thread(target=visit) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("visits:", visits)
