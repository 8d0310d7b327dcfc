"""What a trace function raises of a frame's end, or of a generator that yields, is raised there."""
import sys
import traceback


class Enough(Exception):
    pass


def fails_at(event, line):
    def trace(frame, what, argument):
        if what == event and frame.f_lineno - frame.f_code.co_firstlineno == line and frame.f_code in CODES:
            raise Enough
        return trace

    return trace


def attempt(event, line, call):
    sys.settrace(fails_at(event, line))
    try:
        result = call()
    except Enough as error:
        sys.settrace(None)
        places = [f"{place.name}:{place.line}" for place in traceback.extract_tb(error.__traceback__)[1:-1]]
        print(f"{event} {line}: {', '.join(places)}")
    else:
        print(f"{event} {line}: {result}")
    finally:
        sys.settrace(None)


def assigns(n):
    m = n
    m += 1


def handles(n):
    try:
        m = n / 0
    except ZeroDivisionError:
        m = -1


def tries(n):
    try:
        m = n
    except Enough:
        m = 0


def loops(n):
    while n:
        n -= 1


def chooses(n):
    if n > 1:
        m = 2
    else:
        m = 1


def opens(n):
    with open("/dev/null"):
        n += 1


def yields(n):
    yield n
    m = n


def yields_and_minds(n):
    try:
        yield n
    except Enough:
        yield "handled"
    yield "on"


def delegates(n):
    yield from yields(n)


def iterates(n):
    for item in yields(n):
        n += item
    return n


CODES = {
    function.__code__
    for function in (assigns, handles, tries, loops, chooses, opens, yields, yields_and_minds)
}

for function in (assigns, handles, tries, loops, chooses, opens):
    print(function.__name__)
    for line in range(1, 5):
        attempt("return", line, lambda: function(2))

for function in (yields, yields_and_minds, delegates, iterates):
    print(function.__name__)
    for line in range(1, 6):
        attempt("return", line, lambda: list(function(2)) if function is not iterates else function(2))

generator = yields(1)
attempt("return", 1, lambda: next(generator))
print(list(generator))
attempt("return", 1, lambda: yields(1).send(None))
attempt("return", 1, lambda: tuple(item for item in yields(3)))
