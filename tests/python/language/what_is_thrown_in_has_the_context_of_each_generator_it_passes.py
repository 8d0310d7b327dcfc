# `throw` sets no context by itself: each generator that the exception passes gives it what it handles.
def chain(e):
    out = []
    while e:
        out.append(repr(e)); e = e.__context__
    return out
def g():
    try:
        yield 1
    except KeyError as e:
        print("in g", chain(e))
        raise
def d():
    yield from g()
def d2():
    try:
        yield from g()
    except KeyError as e:
        print("d2", chain(e))
        raise
class A:
    def __await__(self):
        return (yield from g())
async def co():
    await A()
async def co2():
    try:
        raise ValueError
    except ValueError:
        await A()
for f in g, d, d2, co, co2:
    print(f.__name__)
    try:
        1/0
    except ZeroDivisionError:
        c = f()
        c.send(None)
        try:
            c.throw(KeyError(2))
        except KeyError as e:
            print("out", chain(e))
async def main():
    for f in g, d, d2, co, co2:
        print(f.__name__)
        try:
            1/0
        except ZeroDivisionError:
            c = f()
            c.send(None)
            try:
                c.throw(KeyError(2))
            except KeyError as e:
                print("out", chain(e))
try:
    main().send(None)
except StopIteration: pass
