import importlib, traceback
class A: pass
for name in ('nonexistent', 'no.such.sub', 'os.nope', 'collections.nope.x', 'asyncio.nope'):
    try: importlib.import_module(name)
    except ImportError as e: traceback.print_exc(); print(e.name)
try:
    class B(None): pass
except TypeError as e: print(e)
    try:
        class C(base): pass
        print('ok', base)
    except TypeError as e: print(e)
type X = undefined
print(X.__name__)
X.__value__
for base in (5, 'x', [], 1.5, len, ..., True, NotImplemented, A(), type(None), type(...), bool, type(len), b'', object()):
    try:
        class C(base): pass
        print('ok', base)
    except TypeError as e: print(e)
type X = undefined
print(X.__name__)
X.__value__
