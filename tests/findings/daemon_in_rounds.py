import queue
import threading
import time

jobs = queue.Queue()

def beat():
    while True:
        time.sleep(1)

def work():
    while True:
        jobs.get()

threading.Thread(target=beat, daemon=True).start()
threading.Thread(target=work, daemon=True).start()
time.sleep(3)
# found:
