import threading, time
class Poller:
    def __init__(self):
        self.t = threading.Thread(target=self._loop, daemon=True)
        self.t.start()
    def _loop(self):
        while True:
            self._step()
    def _step(self):
        time.sleep(1)
p = Poller()
time.sleep(2.5)
# found:
