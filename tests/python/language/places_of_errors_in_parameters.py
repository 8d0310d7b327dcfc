# Where CPython places errors in lists of parameters, and which base a class with slots is refused for.
for source in ('def f(**k, a: int = 2, b): pass', 'def f(a, **k, *b): pass', 'def f(*, *): pass', 'def f(*a, b, *): pass',
               'def f(*, *, c): pass', 'def f(*a, *b): pass', 'lambda *a, *: 1', 'lambda **k, a=2: 1', 'lambda *, *b: 1'):
    try:
        compile(source, 's', 'exec')
    except SyntaxError as error:
        print(source, '|', error.msg, error.offset, error.end_offset)


class Plain:
    pass


for bases in (Plain, int), (int, Plain), (Plain, tuple), (bytes,), (Plain, type):
    try:
        type('Slotted', bases, {'__slots__': ('a',)})
    except TypeError as error:
        print(error)
print(type('Child', (Plain, int), {}).__base__, type('Other', (Plain,), {}).__base__)
