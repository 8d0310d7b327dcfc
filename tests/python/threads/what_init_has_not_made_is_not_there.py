# Objects of threading that __new__ alone has made lack what __init__ gives them.
import threading


def say(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


for kind in threading.BoundedSemaphore, threading.Semaphore:
    made = kind.__new__(kind)
    for name in 'acquire', 'release', '__repr__', '__enter__':
        say(getattr(made, name))
    say(made.__exit__, 1, 2, 3)
    say(made.release, 0)
    print(vars(made))
for kind in threading.Event, threading.Condition, threading.Barrier, threading.Thread, threading.Timer:
    made = kind.__new__(kind)
    say(repr, made)
    for name in 'set', 'is_set', 'wait', 'notify', 'reset', 'abort', 'start', 'join', 'is_alive', 'cancel':
        if hasattr(kind, name):
            say(getattr(made, name))
    print(vars(made))
