import types


def f(a, b=2, *, c=3):
    return a, b, c, base


def outer(n):
    def inner(): return n
    return inner


base = 1
g = types.FunctionType(f.__code__, {'base': 5}, 'g', (5,), None, {'c': 9})
print(g(1), g.__name__, g.__qualname__, g.__defaults__, g.__kwdefaults__, g.__module__, g.__closure__)
h = types.FunctionType(f.__code__, globals())
print(h.__name__, h.__defaults__, h.__module__, h(1, 2, c=3))
inner = outer(3)
again = types.FunctionType(inner.__code__, globals(), closure=(types.CellType(7),))
print(again(), inner(), types.CellType(4).cell_contents, type(again) is types.LambdaType)
try:
    types.CellType().cell_contents
except ValueError as e:
    print(e)
for wrong in (lambda: types.FunctionType(), lambda: types.FunctionType('x', {}), lambda: types.FunctionType(f.__code__, 5),
              lambda: types.FunctionType(f.__code__, {}, 5), lambda: types.FunctionType(f.__code__, {}, None, 5),
              lambda: types.FunctionType(inner.__code__, {}), lambda: types.FunctionType(inner.__code__, {}, closure=()),
              lambda: types.FunctionType(inner.__code__, {}, closure=(5,)), lambda: types.FunctionType(f.__code__, {}, closure=5),
              lambda: types.FunctionType(f.__code__, {}, closure=(types.CellType(),)), lambda: types.CellType(1, 2),
              lambda: h()):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    class C(lambda: 0): pass
except TypeError as e:
    print(e)
