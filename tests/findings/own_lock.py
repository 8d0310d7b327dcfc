import threading

lock = threading.Lock()

def outer():
    with lock:
        inner()

def inner():
    if lock.acquire(timeout=1):
        lock.release()

outer()
# found: own-lock@10
