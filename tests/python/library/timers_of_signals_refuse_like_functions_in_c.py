# recorded by hand: the recorder sets timers itself
"""Timers and alarms are functions in C: what they refuse says so, and no frame of theirs shows."""
import signal


def show(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except Exception as exc:
        print(function.__name__, args, type(exc).__name__, exc, exc.__traceback__.tb_next)


for args in [(None, 1, 0.1), (0, "x"), (99, 1), ("x", 1), (0, -1), (0, 1, -1), (0, 1, "x"), (0, None), (0,), (0, 1, 2, 3),
             (1, 0), (2, 0), (1.0, 0), (0, 1j), (0, float("nan")), (0, 1e300)]:
    show(signal.setitimer, *args)
for args in [(None,), (0,), (1,), (99,), ("x",), ()]:
    show(signal.getitimer, *args)
for args in [("x",), (1.5,), (None,), (0,), (), (1, 2)]:
    show(signal.alarm, *args)
for function in signal.strsignal, signal.raise_signal:
    for args in [("x",), (None,), (99,), (2.0,), ()]:
        show(function, *args)
for args in [(1,), ("x", 1), (1, 2, 3), (99, 1)]:
    show(signal.siginterrupt, *args)
signal.alarm("soon")
