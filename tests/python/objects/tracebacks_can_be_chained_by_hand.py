# traceback.tb_next is checked; what a slot, a bound function and a docstring show.
import types


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def failed():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e.__traceback__


one, two = failed(), failed()
one.tb_next = two
print(one.tb_next is two, two.tb_next)
for wrong in (one, 3):
    tried(setattr, two, 'tb_next', wrong)
tried(delattr, one, 'tb_next')
one.tb_next = None
print(one.tb_next)
tried(types.TracebackType, None, None, 1, 2)
tried(types.TracebackType, None, one.tb_frame, 1)
tried(types.TracebackType, 'x', one.tb_frame, 1, 2)
again = types.TracebackType(one, one.tb_frame, one.tb_lasti, 7)
print(again.tb_next is one, again.tb_lineno, again.tb_lasti == one.tb_lasti)


def made():
    class Slotted:
        __slots__ = 'place',
    return Slotted


def documented():
    """One text."""


tried(lambda: made()().place)
tried(lambda: made()().other)
print(types.MethodType(print, 3), documented.__doc__ is documented.__doc__)
