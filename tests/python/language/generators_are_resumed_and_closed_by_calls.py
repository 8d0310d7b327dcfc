# next(), send() and close() of generators in all their states.
import sys
import traceback


def attempt(what):
    try:
        print(what())
    except BaseException as e:
        print(type(e).__name__, e, e.__context__, [f.name for f in traceback.extract_tb(e.__traceback__)])


class Kept:
    def __del__(self): print('gone')


def plain():
    kept = Kept()
    got = yield 1
    while True:
        got = yield got


def guarded():
    try:
        yield 1
    finally:
        print('cleaned')
    yield 2


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def returning():
    try:
        yield 1
    except GeneratorExit:
        return 'value'


def outer():
    yield from guarded()


def managed():
    with open_it():
        yield 1
    yield 2


class open_it:
    def __enter__(self): print('enter')
    def __exit__(self, *exc): print('exit', exc[0])


for make in plain, guarded, stubborn, returning, outer, managed:
    print(make.__name__)
    g = make()
    attempt(g.close)
    attempt(lambda: next(g))
    g = make()
    attempt(lambda: next(g))
    attempt(g.close)
    attempt(g.close)
    attempt(lambda: g.send(1))
    g = make()
    attempt(lambda: g.send(1))
    attempt(lambda: (next(g), next(g)))
    attempt(g.close)
    print(g.gi_frame, g.gi_running)



def itself():
    print(type(box[0]).__name__)
    attempt(box[0].close)
    attempt(lambda: box[0].send(1))
    yield 1


box = [itself()]
attempt(lambda: next(box[0]))


def stops():
    yield 1
    raise StopIteration


g = stops()
next(g)
attempt(lambda: g.send(None))


def ends():
    yield 1
    return 'end'


def total(g):
    return sum(1 for _ in iter(lambda: next(g, None), None))


g = ends()
next(g)
attempt(lambda: g.send(None))
print(total(ends()), next(ends()), [*ends()], next(iter([]), 'default'))
told = []


def trace(frame, event, arg):
    if frame.f_code.co_name == 'plain':
        told.append((event, frame.f_lineno))
    return trace


g = plain()
next(g)
sys.settrace(trace)
g.send(5)
g.close()
sys.settrace(None)
print(told)
try:
    1 / 0
except ZeroDivisionError:
    def failing():
        yield 1
        raise ValueError('after')
    g = failing()
    next(g)
    attempt(lambda: g.send(None))
