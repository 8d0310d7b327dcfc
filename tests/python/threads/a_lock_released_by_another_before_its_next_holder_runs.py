"""Two threads release a lock that a third waits for, one after the other, before the third has come to its turn."""
import threading
import time

bell = threading.Lock()
bell.acquire()


def wait(name, **limit):
    print(name, bell.acquire(**limit))


def ring(name):
    time.sleep(0.1)
    if bell.locked():
        bell.release()
        print(name)


for limit in {}, {"timeout": 5}:
    threads = [threading.Thread(target=wait, args=("woken",), kwargs=limit)]
    threads += [threading.Thread(target=ring, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not bell.locked():
        bell.acquire()
print("done")
