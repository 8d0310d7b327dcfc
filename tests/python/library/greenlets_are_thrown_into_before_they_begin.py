# What is thrown into a greenlet that has not begun ends it, and comes out in its parent; tracebacks have no frames of greenlets.
from greenlet import greenlet, getcurrent, GreenletExit
import traceback
def f(*a): print('f', a); return 5
g=greenlet(f)
for args in ((ValueError(1),), (), (ValueError,'x'), (ValueError,), (KeyError, KeyError(2)), (GreenletExit,'bye'), (1,), (ValueError, 'x', 3)):
    g=greenlet(f)
    try: print('ret', repr(g.throw(*args)), g.dead, bool(g))
    except BaseException as e: print(type(e).__name__, e, e.args, g.dead, bool(g))
    try: print('again', repr(g.throw(*args)))
    except BaseException as e: print('again', type(e).__name__, e)
g=greenlet(f)
try: g.throw(ValueError, 'x')
except ValueError as e: traceback.print_exc()
def p1(*a):
    try:
        print('p', a); return getcurrent().parent.switch('up')
    except BaseException as e: print('p got', repr(e)); return 'r'
p=greenlet(p1); g=greenlet(f, p)
try: print(g.throw(KeyError('a')))
except KeyError as e: print(repr(e), g.dead, p.dead)
p=greenlet(p1); p.switch(1); g=greenlet(f, p)
print(g.throw(KeyError('b')), g.dead, p.dead)
p=greenlet(p1); p.switch(1); g=greenlet(f, p)
print(g.throw(), g.dead, p.dead)
g.switch
try: print(g.switch(1))
except BaseException as e: print(repr(e))
