exec(compile('1 + 1\n', '<s>', 'single'))
exec(compile('x = 3', '<s>', 'single'))
exec(compile('None', '<s>', 'single'))
exec(compile('x; x+1', '<s>', 'single'))
exec(compile('for i in range(3): i\n', '<s>', 'single'))
exec(compile('if x:\n  "yes"\n', '<s>', 'single'))
import sys
old = sys.displayhook
sys.displayhook = lambda v: print('hook', v)
exec(compile('42', '<s>', 'single'))
sys.displayhook = old
print(_) if '_' in globals() else None
import builtins; print(getattr(builtins, '_', 'none'))
for src, mode in [('1\n2', 'single'), ('x = 1', 'eval'), ('1 +', 'exec'), ('a b', 'eval'), ('', 'eval'), ('', 'exec'), ('', 'single'), ('def f():\n  pass\nx', 'single')]:
    try:
        print(compile(src, '<t>', mode))
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset, e.text)
try: compile('1', 'f', 'bad')
except ValueError as e: print(e)
try: compile(5, 'f', 'exec')
except TypeError as e: print(e)
print(eval('1+2'), eval(' 3 '), eval('\t4\n'), eval(b'5'))
print(eval(compile('6', 'f', 'eval')), eval(compile('x=7', 'f', 'exec')))
g = {}
exec('a = 1\ndef f(): return a + 1', g); print(sorted(k for k in g if k != '__builtins__'), g['f'](), '__builtins__' in g)
l = {}
exec('b = a\nprint(sorted(locals()), "a" in globals())', g, l); print(l)
class Map(dict):
    def __missing__(self, k): return 'missing ' + k
print(eval('foo', {}, Map()))
m = Map(); exec('z = q', {}, m); print(m)
class Cust:
    def __init__(s): s.d = {}
    def __getitem__(s, k): print('get', k); return s.d[k]
    def __setitem__(s, k, v): print('set', k); s.d[k] = v
    def __delitem__(s, k): print('del', k); del s.d[k]
    def keys(s): return s.d.keys()
c = Cust(); exec('u = 1\nv = u\ndel u\nprint(v)\nw = len("abc")', {}, c); print(c.d)
for a in [('x', 5), ('x', {}, 5), (5,), ()]:
    try: eval(*a)
    except TypeError as e: print(e)
for a in [('x', 5), ('x', {}, 5), (5,), ()]:
    try: exec(*a)
    except TypeError as e: print(e)
print(eval('x', globals={'x': 10}), eval('y', {}, {'y': 4}))
exec('y = x * 2\nprint(y)', globals={'x': 4}, locals={})
def fn():
    loc = 5
    exec('loc = 6; new = 7')
    print(loc, 'new' in locals())
    print(eval('loc + 1'))
    exec('print(loc)')
    d = locals(); exec('d2 = 1', globals(), d); print(d['d2'])
fn()
try: eval('__import__("os")', {'__builtins__': {}})
except NameError as e: print(e)
try: exec('print(1)', {'__builtins__': {}})
except NameError as e: print(e)
exec('class K:\n  a = 1\n  def m(self): return __class__\nprint(K().m(), K.__module__)', {'__name__': 'modx'})
exec('import sys as s\nprint(s is not None)\nglobal gg\ngg = 1', (d := {}), {}); print('gg' in d)
def outer():
    n = 1
    def inner():
        return n
    return inner.__code__
co = outer()
try: exec(co)
except TypeError as e: print(e)
def k():
    nn = 0
    def setn():
        nonlocal nn
        nn += 5
    exec(setn.__code__, closure=setn.__closure__)
    return nn
print(k())
def simple(): print('in simple'); return 5
print(exec(simple.__code__), eval(simple.__code__))
try: exec('raise ValueError("inside")')
except ValueError as e:
    import traceback; traceback.print_exc(file=sys.stdout)
try: exec(compile('def f():\n  1/0\nf()', '<made>', 'exec'))
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
c = compile('a + b', 'nm', 'eval'); print(c.co_names, c.co_filename, c.co_name, c.co_firstlineno, c.co_consts)
print(eval('lambda: 5')(), eval('[i for i in range(3)]'), eval('(yield_ := 5)', {}))
print(eval('[x for _ in range(2)]', {'x': 1}), eval('[y for _ in range(2)]', {}, {'y': 2}))
try: print(eval('list(y for _ in range(2))', {}, {'y': 2}))
except NameError as e: print(e)
exec('def f(a: int = 1, *, b: "str") -> None: ...\nprint(f.__annotations__)')
exec('x: int = 5\ny: str\nprint(__annotations__)', {})
