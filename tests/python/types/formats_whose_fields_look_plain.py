"""Fields of `str.format` that only look like plain ones, conversions of `%` without more than a type, parts of a split."""
import operator

FORMATS = [
    ('{} {}', (1, 'x'), {}), ('{1}{0}', (1, 2), {}), ('{a}-{b:>5}|', (), {'a': 1.5, 'b': 'q'}), ('{} {}', (True, None), {}),
    ('{} {0}', (1,), {}), ('{0} {}', (1,), {}), ('{}', (), {}), ('{x}', (), {}), ('}', (), {}), ('{', (), {}),
    ('{:d}', ('x',), {}), ('{:.3d}', (3,), {}), ('{a.b}', (), {'a.b': 1}), ('{{}', (), {'{': 1}), ('{{}} {}', (3,), {}),
    ('{99999999999999999999}', (1,), {}), ('{:q}', (1.5,), {}), ('{:>{}}', ('a', 4), {}), ('{a[0]}', (), {'a': [7]}),
    ('{ }', (1,), {}), ('{é}', (), {'é': 1}), ('{:{{}}', (1,), {}), ('{!r}', ('x',), {}), ('{a!r}', (), {'a!r': 1}),
]
for text, args, named in FORMATS:
    try:
        print(text, repr(text.format(*args, **named)))
    except Exception as exc:
        print(text, type(exc).__name__, exc)

print('%s %d %i' % ('a', 1, 2), '%5s|%-5d|%05d|%+d|% d' % ('a', 1, 2, 3, 4), '%s' % None, '%d' % True, '%s' % (1,))
print('%i%%' % 3, '%(a)s %(b)d' % {'a': 1, 'b': 2}, '%s%s' % ('é', 1), b'%d' % 3, '%.1s' % 'ab')
print('a,b,,c'.split(','), ','.split(','), ''.split(','), 'ab'.split(','), ' a\x1cb\x0bc\t'.split(), ''.split())
print('aébé'.split('é'), 'a,b'.split('é'), 'é b'.split(), 'a--b'.split('--'))


class Told(list):
    def append(self, item):
        print('told of', item)


call = operator.methodcaller
for object in ([], Told()):
    print(call('append', 1)(object), object)
print(call('upper')('a'), call('get', 1, 3)({}), call('split', sep=',')('a,b'), call('fromkeys', [1])({}))
for method, object in ((call('nope'), 'a'), (call('append'), []), (call('join', 1), 'a'), (call('upper', 1), 'a')):
    try:
        method(object)
    except Exception as exc:
        print(type(exc).__name__, exc)

values = {1: 2}
keys = iter(values)
values[3] = 4
for _ in range(2):
    try:
        next(keys, None)
    except RuntimeError as exc:
        print(exc)
items = iter((5,))
print(next(items), next(items, 'end'), next(items, 'end'))
