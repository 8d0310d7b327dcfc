# Where a generator returns a value, a trace function is told of the StopIteration that ends the loop over it. What the
# function raises there is lost with that.
import sys


def tell(frame, event, arg):
    shown = (arg[0].__name__, str(arg[1]), arg[2]) if event == 'exception' else arg
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown)
    return tell


def plain():
    yield 1


def valued():
    yield 2
    return 'value'


def delegating():
    got = yield from valued()
    return got * 2


def loops():
    for _ in plain():
        pass
    for _ in valued():
        pass
    else:
        done = True
    for _ in delegating():
        done = False
    made = [item for item in valued()]
    return made, list(valued()), next(valued(), None), done


class Refusal(Exception):
    pass


def refuse(frame, event, arg):
    if event == 'exception' and frame.f_code.co_name == 'refused':
        raise Refusal(str(arg[1]))
    return refuse


class Once:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('once')


def refused(items):
    for _ in items:
        pass
    return sys.gettrace()


sys.settrace(tell)
loops()
for items in valued(), Once():
    sys.settrace(refuse)
    print('goes on', refused(items))
sys.settrace(None)
