import threading

ready = threading.Semaphore(0)

def take(n):
    ready.acquire()
    print("taken by", n)

takers = [threading.Thread(target=take, args=(n,)) for n in range(2)]
for taker in takers:
    taker.start()
ready.release()
for taker in takers:
    taker.join()
# found: deadlock@14
