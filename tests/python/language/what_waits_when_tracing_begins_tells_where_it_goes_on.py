# What was suspended before there was a trace function tells where it goes on.
import sys

told = []
def trace(frame, event, arg):
    told.append((frame.f_code.co_name, event, frame.f_lineno))
    return trace
def inner():
    x = 1
    return x
def gen():
    yield 1
    yield 2
async def co():
    await other()
class other:
    def __await__(self):
        yield 5
        yield 6
def f():
    g = gen()
    next(g)
    c = co()
    c.send(None)
    sys.settrace(trace)
    y = inner()
    next(g)
    c.send(None)
    try:
        c.throw(ValueError)
    except ValueError:
        pass
    sys.settrace(None)
f()
for t in told: print(t)
