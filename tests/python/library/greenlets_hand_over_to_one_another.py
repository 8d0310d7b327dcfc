# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
"""A greenlet goes on where it was switched away from; what ends one goes to its parent."""
import threading

from greenlet import GreenletExit, getcurrent, greenlet


def first(x):
    print("first", x)
    y = two.switch(x + 1)
    print("first again", y)
    z = two.switch("z")
    print("first at last", z)
    return "done"


def second(x):
    print("second", x)
    y = one.switch("back")
    print("second again", y)
    one.switch(1, 2)
    print("never")


one, two = greenlet(first), greenlet(second)
print(one.switch(1), one.dead, two.dead, bool(two), one.switch(5))


def catch():
    try:
        getcurrent().parent.switch("in")
    except ValueError as error:
        print("caught", error)
        return "value"


catching = greenlet(catch)
print(catching.switch(), catching.throw(ValueError("thrown")))


def fail():
    raise KeyError("key")


for use in (greenlet(fail).switch, lambda: greenlet(fail).throw(RuntimeError, "before it began")):
    try:
        use()
    except Exception as error:
        print("to the parent:", repr(error))
killed = greenlet(lambda: getcurrent().parent.switch(1))
killed.switch()
print(repr(killed.throw()), killed.dead, isinstance(killed.throw(), GreenletExit) or "dead")


def count(n):
    for i in range(n):
        getcurrent().parent.switch(i)


counting = greenlet(count)
print(counting.switch(3), counting.switch(), counting.switch(), counting.switch(), counting.dead)


def keywords(*args, **kwargs):
    print(args, kwargs)
    return getcurrent().parent.switch(*args, **kwargs)


given = greenlet(keywords)
print(given.switch(1, 2, x=3), given.switch())
greenlet(lambda: print(threading.current_thread().name, threading.active_count())).switch()
try:
    one.parent = one
except ValueError as error:
    print(error)
