# recorded by hand: the judge's processes are within its own, which ends with the program
"""CPython takes a moment to leave after a program's last line; `os._exit` leaves at once."""
import os
import time

program = os.getpid()
if os.fork() == 0:
    print('a parent that is done:', os.getppid() == program, flush=True)
    time.sleep(0.1)
    print('one that has left:', os.getppid() == 1, flush=True)
    middle = os.getpid()
    if os.fork() == 0:
        print('one that left at once:', os.getppid() == 1, middle != 1, flush=True)
    else:
        os._exit(0)
else:
    print('the program is done', flush=True)
