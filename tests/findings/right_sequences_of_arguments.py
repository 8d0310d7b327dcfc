import threading
from multiprocessing import Process
class Door:
    def open(self, a, b=1): pass
def two(a, b): print(a, b)
def any(*all): print(all)
threading.Thread(target=two, args='ab').start()
threading.Thread(target=print, args='ab').start()
threading.Thread(target=any, args='ab').start()
threading.Thread(target=Door().open, args=[1]).start()
threading.Thread(target=two, args={1: 2, 3: 4}).start()
threading.Thread(target=two, args=range(2)).start()
Process(target=two, args='ab').start()
# found:
