"""What Process refuses shows CPython's lines."""
import sys
import time
import traceback
from multiprocessing import Process

started, fresh, closed = (Process(target=time.sleep, args=(0,)) for _ in range(3))
if __name__ == '__main__':
    started.start()
    started.join()
    closed.start()
    closed.join()
    closed.close()
    for act in started.start, fresh.join, closed.is_alive, closed.start, closed.join:
        try:
            act()
        except Exception:
            traceback.print_exc(file=sys.stdout)
    try:
        started.daemon = True
    except AssertionError:
        traceback.print_exc(file=sys.stdout)
