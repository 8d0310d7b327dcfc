"""A function that comes to its end returns on the line that led there, which need not be its last one."""
import sys


def told(frame, event, arg):
    if frame.f_code.co_filename == __file__:
        line = frame.f_lineno - frame.f_code.co_firstlineno
        print(event, frame.f_code.co_name, line, arg if event == 'return' else '')
        return told


def condition(x):
    if x:
        y = 1


def choices(x):
    if x > 1:
        return (
            x
        )
    elif x == 1:
        y = 1
    else:
        y = 2


def nested(x):
    if x:
        if x > 1:
            return 5


def loops(n):
    for i in range(n):
        if i > 1:
            return i


def guarded():
    try:
        1 / 0
    except ZeroDivisionError:
        pass


def cases(x):
    match x:
        case 1:
            pass
        case 2:
            return 2


def body():
    class Made:
        if 1 < 2:
            x = 1
        else:
            x = 2


async def waits(x):
    if x:
        pass


def items(x):
    if x:
        yield x


sys.settrace(told)
condition(0)
condition(1)
choices(0)
choices(1)
choices(2)
nested(0)
nested(1)
nested(2)
loops(0)
loops(1)
loops(5)
guarded()
cases(1)
cases(2)
cases(3)
body()
list(items(0))
list(items(1))
try:
    waits(0).send(None)
except StopIteration:
    pass
sys.settrace(None)
sys.setprofile(lambda frame, event, arg: event == 'return' and frame.f_code.co_filename == __file__
               and print(event, frame.f_lineno - frame.f_code.co_firstlineno))
condition(0)
nested(1)
sys.setprofile(None)
