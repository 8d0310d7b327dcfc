"""What a program puts as __builtins__ is asked for names; dir() in code with a mapping of its own gives its keys."""
import types


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Any(dict):
    def __getitem__(self, name):
        return f'any {name}'


for builtins in {}, types.MappingProxyType({}), types.MappingProxyType({'x': 3}), Any(), {'x': 4}:
    for code in 'x', 'y', '[x for _ in (1,)]':
        show(eval, code, {'__builtins__': builtins})
for code in 'import os', 'class A: pass', 'print(1)':
    show(exec, code, {'__builtins__': types.MappingProxyType({})})
show(eval, 'x', {'__builtins__': types.SimpleNamespace(x=1)})


class Names:
    def __getitem__(self, name):
        if name == 'a':
            return 12
        raise KeyError(name)

    def keys(self):
        return ['z', 'y']


show(eval, 'dir()', {'dir': dir}, Names())
show(eval, 'a', {}, Names())
show(eval, 'b', {}, Names())
for slots in ['__dict__', '__dict__'], ['x', 'x']:
    show(lambda: type('A', (), {'__slots__': slots}).__slots__)
show(str, b'a', 'ascii', encoding='utf-8')
show(b'%c'.__mod__, 2 ** 128)
show(b'%c'.__mod__, 256)


class Complex:
    def __complex__(self):
        return 1j


show(complex, Complex(), 1)
show(complex, 1, Complex())
