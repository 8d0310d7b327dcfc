# recorded by hand: the oracle's clock does not follow pools of processes
"""What a callback of a pool raises ends the thread that takes results; a KeyError of a callback is lost."""
import os
import threading
import traceback
from multiprocessing.pool import ThreadPool


def lost(result):
    raise KeyError(result)


def fails(result):
    raise ValueError(result)


def show(err):
    print(type(err).__name__, err)
    for frame in traceback.extract_tb(err.__traceback__):
        print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)


threading.excepthook = lambda hooked: (print(hooked.thread.name), show(hooked.exc_value))
try:
    with ThreadPool(2) as pool:
        for name, submit, callback in (
            ('lost', pool.apply_async, lost),
            ('none', pool.apply_async, None),
            ('fails', pool.map_async, fails),
            ('none', pool.apply_async, None),
        ):
            later = submit(abs, (-1,), callback=callback)
            later.wait(0.5)
            print(name, later.ready())
except AssertionError as err:
    show(err)
