import threading
import time

threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(3)]
for thread in threads:
    thread.start()
    thread.join()
# found: one-by-one@7, repaired
