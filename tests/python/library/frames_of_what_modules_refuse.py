# Loggers, events, barriers, mocks, schedulers and patterns: the frames are CPython's.
import functools
import logging
import re
import sched
import threading
import traceback
import unittest.mock

barrier = threading.Barrier(2)
for work in (lambda: logging.getLogger(3), lambda: logging.getLogger().setLevel("X"), lambda: logging.basicConfig(level="X"),
             lambda: threading.Event().wait("x"), lambda: barrier.wait(0.1), lambda: barrier.wait(),
             lambda: unittest.mock.Mock(spec=["a"]).b, lambda: sched.scheduler().enter("x", 1, print),
             lambda: re.compile("((")):
    try:
        work()
    except Exception:
        traceback.print_exc()
for work in (lambda: (1)(*3), lambda: functools.partial(int, base=2)(**3), lambda: print(*3), lambda: "name"(**{"a": 1}, **{"a": 2})):
    try:
        work()
    except TypeError as exc:
        print(exc)
