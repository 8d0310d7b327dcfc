"""weakref.finalize: no attributes but its own, `atexit` only while it is alive; what cannot be watched."""
import weakref


class Thing:
    pass


def gone(*args, **kwargs):
    print("gone", args, kwargs)


thing = Thing()
last = weakref.finalize(thing, gone, 1, two=2)
print(last.atexit, last.alive, last.peek() == (thing, gone, (1,), {"two": 2}))
last.atexit = 0
print(last.atexit)
for name in "atexi", "alive":
    try:
        setattr(last, name, True)
    except AttributeError as exc:
        print(exc)
print(hasattr(last, "__dict__"), weakref.finalize.__slots__)
print(last.detach() == (thing, gone, (1,), {"two": 2}), last.detach(), last.peek(), last.atexit)
last.atexit = True
print(last.atexit, last())
for number in range(3):
    weakref.finalize(thing, gone, number).atexit = number != 1


class Other(weakref.finalize):
    pass


other = Other(thing, gone)
other.note = "kept"
print(other.note, other.alive, repr(other)[:20])
weakref.finalize(None, gone)
