from threading import Thread
class W(Thread):
    def __init__(self, n):
        self.n = n
    def run(self):
        print(self.n)
w = W(1)
w.start()
# found: no-init-of-thread@8
