# What a failing threading.excepthook leads to, exceptions of _thread's own threads, ExceptHookArgs, stack_size.
import _thread
import sys
import threading
import time


class Failing(threading.Thread):
    def run(self):
        raise ValueError("the thread failed")


def hook(args):
    raise RuntimeError("the hook failed")


def run():
    thread = Failing()
    thread.start()
    thread.join()


threading.excepthook = hook
run()
sys.excepthook = lambda *args: print("sys.excepthook", args[:2])
run()
sys.excepthook = sys.__excepthook__
threading.excepthook = threading.__excepthook__

sys.unraisablehook = lambda args: print("unraisable", args.exc_type, args.exc_value, args.err_msg[:38])


def task():
    raise ValueError("the task failed")


_thread.start_new_thread(task, ())
time.sleep(0.1)
try:
    raise KeyError("seen")
except KeyError:
    args = threading.ExceptHookArgs([*sys.exc_info(), threading.current_thread()])
    threading.excepthook(args)
    print(args.exc_type, args.exc_value, args.thread, len(args))
for wrong in 1, [1, 2]:
    try:
        threading.ExceptHookArgs(wrong)
    except TypeError as error:
        print(error)

print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0), threading.stack_size())
for size in 4096, -1:
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
for args in (None, 1, (ValueError, ValueError(1), None, None)):
    try:
        threading.excepthook(args)
    except TypeError as e:
        print(e)
