import queue
import threading

jobs = queue.Queue()

def work():
    while True:
        print(jobs.get())

worker = threading.Thread(target=work)
worker.start()
for n in range(3):
    jobs.put(n)
worker.join()
# found: deadlock@14, nothing-put@8
