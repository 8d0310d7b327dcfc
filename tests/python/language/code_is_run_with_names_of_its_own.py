# exec, eval and compile: dicts of other classes, builtins of their own, arguments that do not fit; what cannot be deleted.
import collections
import pathlib


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Shouting(dict):
    def __missing__(self, key):
        return key.upper()


print(eval('name', Shouting()), eval('a + b', Shouting(a='x')), eval('n + 1', collections.defaultdict(int)))
given = Shouting()
exec('kept = other', given)
print(given['kept'], sorted(given)[:2])
tried(eval, 'missing', {})
for text in ('import os', 'class A: pass', 'len("abc")', 'x = 1'):
    tried(exec, text, {'__builtins__': {}})
print(eval('len("abc")', {'__builtins__': {'len': len}}))
exec('import math\nprint(math.pi)', {'__builtins__': {'__import__': lambda *args: collections.namedtuple('M', 'pi')(3), 'print': print}})

print('-- compile')
print(compile('1', pathlib.Path('/tmp/a.py'), 'eval').co_filename, compile('1', b'b.py', 'eval').co_filename)
tried(compile, '1', 3, 'eval')
tried(compile, '1', 'f', 'eval', 0x10000)
tried(compile, '1', 'f', 'eval', optimize=3)
tried(compile, 'a\0b', 'f', 'eval')
tried(exec, 'a\0b')
tried(type, 'A\0', (), {})

print('-- del')
for text in ('del *x', 'del (*x,)', 'del [a, *x]', 'del a[*b]', 'del f(*x)', 'del f(*x).a', 'del a, b'):
    tried(compile, text, 'f', 'exec')
