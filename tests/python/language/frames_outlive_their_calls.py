import sys
def f(a):
    b = a * 2
    c = 3
    return sys._getframe()
fr = f(5)
print(fr.f_lineno, fr.f_code.co_name, fr.f_locals, fr.f_back, fr.f_lasti >= 0, fr.f_globals is globals(), fr.f_trace)
def outer():
    return inner(), 1
def inner():
    return sys._getframe()
fr = outer()[0]
print(fr.f_back, fr.f_lineno)
def g():
    yield sys._getframe()
    yield 2
gen = g()
print(gen.gi_frame.f_lineno, gen.gi_frame.f_code.co_name)
fr = next(gen)
print(fr is gen.gi_frame, fr.f_lineno, fr.f_back)
next(gen); print(fr.f_lineno)
print(list(gen), gen.gi_frame, fr.f_lineno, fr.f_locals)
try:
    def h():
        z = 1
        1 / 0
    h()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_next.tb_frame.f_locals, tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_lineno, tb.tb_next.tb_frame.f_back is sys._getframe())
    tb.tb_next.tb_frame.clear()
    print(tb.tb_next.tb_frame.f_locals)
    keep = tb.tb_next.tb_frame
print(keep.f_lineno, keep.f_back is sys._getframe() )
def cur():
    fr = sys._getframe()
    try: fr.clear()
    except RuntimeError as e: print(e)
cur()
gen = g(); next(gen); 
try:
    gen.gi_frame.clear()
except RuntimeError as e: print(e)
print(gen.gi_frame)
async def co():
    import asyncio
    await asyncio.sleep(0)
    return sys._getframe()
import asyncio
fr = asyncio.run(co())
print(fr.f_code.co_name, fr.f_lineno, fr.f_back, fr)
def loc():
    x = 1
    def set(): 
        nonlocal x
        x = 10
    fr = sys._getframe()
    return fr, set
fr, s = loc()
s(); print(fr.f_locals['x'])
print(repr(fr).split(',')[1:], )
class K:
    fr = sys._getframe()
    y = 1
print(K.fr.f_code.co_name, K.fr.f_lineno)
try: sys._getframe(1000)
except ValueError as e: print(e)
def deep(n): return sys._getframe(n).f_code.co_name
print(deep(0), deep(1))
def trace_back():
    fr = sys._getframe()
    names = []
    while fr: names.append((fr.f_code.co_name, fr.f_lineno)); fr = fr.f_back
    return names
def a1(): return trace_back()
print(a1()[:3])
print(fr.f_builtins is __builtins__.__dict__ )
try: fr.f_lineno = 5
except ValueError as e: print(e)
class D:
    def __del__(self): print('del')
def held():
    d = D()
    return sys._getframe()
x = held()
print('held'); print(type(x.f_locals['d']).__name__)
del x
print('gone')
x = held(); x.clear(); print('cleared')
