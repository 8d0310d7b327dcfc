"""A group that split or except* has made of another suppresses its context, as setting its cause does."""
import contextlib
import traceback


def group():
    return ExceptionGroup("many", [KeyError("k"), ValueError("v"), ExceptionGroup("inner", [OSError(1, "o"), KeyError(2)])])


def shown(exc):
    print(repr(exc.__context__), repr(exc.__cause__), exc.__suppress_context__)
    traceback.print_exception(exc)


try:
    with contextlib.suppress(KeyError):
        raise group()
except ExceptionGroup as e:
    shown(e)
try:
    raise group()
except ExceptionGroup as e:
    part, rest = e.split(KeyError)
    print(part.__suppress_context__, rest.__suppress_context__, e.subgroup(OSError).__suppress_context__)
    try:
        raise rest
    except ExceptionGroup as again:
        shown(again)
try:
    try:
        raise group()
    except* KeyError as part:
        print(part.__suppress_context__, repr(part.__context__))
        raise LookupError("replaced")
    except* OSError as part:
        print(part.__suppress_context__)
        raise
except ExceptionGroup as e:
    shown(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise group() from TypeError("cause")
        except* KeyError:
            pass
except ExceptionGroup as e:
    shown(e)
