import threading
import time

forks = [threading.Lock() for _ in range(3)]

def dine(left, right, patience):
    with left:
        time.sleep(0.1)
        if right.acquire(timeout=patience):
            right.release()

diners = [threading.Thread(target=dine, args=(forks[n], forks[(n + 1) % 3], n + 1)) for n in range(3)]
for diner in diners:
    diner.start()
for diner in diners:
    diner.join()
# found: wait-circle@9
