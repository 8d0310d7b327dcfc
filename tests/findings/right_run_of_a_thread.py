import threading
from multiprocessing import Process
class Job(threading.Thread):
    def run(self): print(self._args)
Job(target=print, args=5).start()
class Old:
    def __getitem__(self, at): return 'ab'[at]
threading.Thread(target=print, args=Old()).start()
threading.Thread(target=print, args=memoryview(b'ab')).start()
try: Process(target=print, args=5)
except TypeError as error: print(error)
# found:
