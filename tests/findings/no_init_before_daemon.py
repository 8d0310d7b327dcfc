import threading

class Worker(threading.Thread):
    def __init__(self):
        self.daemon = True
        super().__init__()

Worker()
# found: no-init-of-thread@5
