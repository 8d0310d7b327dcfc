import threading
lock = threading.Lock()
def work(n):
    lock.acquire()
    print(10 / n)
    lock.release()
ts = [threading.Thread(target=work, args=(n,)) for n in (2, 0, 5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
# found: deadlock@11, not-released@4
