import threading
import time

class Beat(threading.Thread):
    def run(self):
        while(True):
            self.beat()

    def beat(self):
        time.sleep(1)

Beat(daemon=True).start()
time.sleep(3)
# found:
