# A trace function is told of the StopIteration with which a generator, or an iterator of the program's, ends its `yield from`.
import sys

told = []


def trace(frame, event, arg):
    if event == 'exception':
        told.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg[1])))
    return trace


def bare():
    yield 1
    return


def falls_off():
    yield 1


def with_value():
    yield 1
    return 5


def never():
    return
    yield


async def waits():
    return


class Items:
    def __init__(self):
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration(7)
        self.left -= 1
        return self.left


def over(make):
    def outer():
        found = yield from make()
        told.append(found)
    return outer


def each(items):
    for item in items:
        pass


async def main():
    await waits()


def built_in():
    return iter([1])


for make in (bare, falls_off, with_value, never, Items, built_in):
    for drive in (list, each):
        items = over(make)()
        sys.settrace(trace)
        drive(items)
        sys.settrace(None)
        print(make.__name__, told)
        told.clear()
sys.settrace(trace)
try:
    main().send(None)
except StopIteration:
    pass
sys.settrace(None)
print(told)
