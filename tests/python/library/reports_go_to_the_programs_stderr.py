# What the interpreter tells of exceptions and warnings goes to what the program has as sys.stderr, if it has any.
import atexit
import contextlib
import io
import sys
import threading
import warnings

try:
    1 / 0
except ZeroDivisionError as error:
    caught = error

told = io.StringIO()
with contextlib.redirect_stderr(told):
    sys.excepthook(type(caught), caught, caught.__traceback__)
    sys.__excepthook__(type(caught), caught, caught.__traceback__)
print(told.getvalue())


class Fails:
    def __del__(self):
        raise ValueError("in the finalizer")


def fail():
    raise KeyError("in the thread")


told = io.StringIO()
with contextlib.redirect_stderr(told):
    Fails()
    warnings.warn("a warning")
    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
print([line for line in told.getvalue().splitlines() if not line.startswith((" ", "Exception ignored in:"))])

sys.stderr = sys.stdout
sys.excepthook(type(caught), caught, None)
sys.stderr = None
Fails()
sys.excepthook(type(caught), caught, None)
print(sys.displayhook is sys.__displayhook__, sys.breakpointhook is sys.__breakpointhook__)
sys.displayhook(5)
sys.stderr = told = io.StringIO()
atexit.register(lambda: print("at exit", told.getvalue().splitlines()[-1]))
{}["missing"]
