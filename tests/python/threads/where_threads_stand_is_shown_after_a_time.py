# recorded by hand: CPython's faulthandler waits by a clock that is not virtual
# faulthandler shows after a time where the threads stand, once or again and again, or ends the program with that.
import faulthandler
import tempfile
import threading
import time


def nap():
    time.sleep(1)


def told(shown):
    shown.seek(0)
    for line in shown.read().splitlines():
        if line.startswith('  File'):
            print(line[line.index('line'):])
        elif 'Thread' not in line:
            print(line)


shown = tempfile.TemporaryFile('w+')
faulthandler.dump_traceback_later(0.5, file=shown)
nap()
told(shown)
shown = tempfile.TemporaryFile('w+')
faulthandler.dump_traceback_later(0.4, repeat=True, file=shown)
time.sleep(1)
faulthandler.cancel_dump_traceback_later()
time.sleep(1)
told(shown)
print(threading.active_count())
faulthandler.dump_traceback_later(3661.25, file=shown)
faulthandler.cancel_dump_traceback_later()
try:
    faulthandler.dump_traceback_later(0)
except ValueError as exc:
    print(exc)
