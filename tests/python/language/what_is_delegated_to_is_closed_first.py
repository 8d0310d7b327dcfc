def g1():
    try: yield 1
    except GeneratorExit: print('g1 exit'); raise
def g2():
    try: yield from g1()
    except GeneratorExit as e: print('g2', repr(e)); raise
g = g2(); next(g)
e = GeneratorExit('mine')
try: g.throw(e)
except GeneratorExit as x: print(x is e)
def g3():
    try: yield 1
    except GeneratorExit: return 5
def g4():
    try:
        print('r', (yield from g3()))
    except GeneratorExit as e: print('g4', repr(e)); return 7
g = g4(); next(g)
try: g.throw(GeneratorExit)
except StopIteration as x: print('stop', x.value)
def g5():
    try: yield 1
    except GeneratorExit: yield 2
def g6():
    yield from g5()
g = g6(); next(g)
try: print(g.throw(GeneratorExit))
except RuntimeError as x: print(x)
async def ag():
    yield 1
a = ag()
try: a.asend(3).send(None)
except TypeError as e: print(e)
async def co(): pass
c = co()
try: c.send(1)
except TypeError as e: print(e)
c.close()
def pl(): yield
try: pl().send(1)
except TypeError as e: print(e)
