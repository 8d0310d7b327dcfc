# recorded by hand: the judge's processes are within its own
import atexit
import functools
import os
import sys

program = os.getpid()


class Log:
    def close(self):
        print("a method", flush=True)


atexit.register(print, "a builtin", flush=True)
atexit.register(Log().close)
atexit.register(functools.partial(print, "a partial", flush=True))
atexit.register(lambda: print("in the", "program" if os.getpid() == program else "child", flush=True))

if os.fork() == 0:
    atexit.register(print, "of the child alone", flush=True)
    sys.exit()
os.wait()
if os.fork() == 0:
    os._exit(0)
os.wait()
print("the program ends", flush=True)
