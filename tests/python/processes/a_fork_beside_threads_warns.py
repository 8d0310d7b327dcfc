import os
import re
import threading
import warnings


def show(message, category, filename, line, *rest):
    print(category.__name__, line, re.sub(r'\d+', 'PID', str(message)))


warnings.showwarning = show
waits = threading.Event()
other = threading.Thread(target=waits.wait)
other.start()
child = os.fork()
if child == 0:
    os._exit(threading.active_count() + 2)
print('status', os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
waits.set()
