import threading
class Job(threading.Thread):
    def __init__(self):
        super().__init__()
        self.run = lambda: print('ran')
Job().start()
# found:
