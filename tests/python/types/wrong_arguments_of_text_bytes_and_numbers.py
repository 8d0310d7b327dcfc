"""str, bytes, numbers: rarer arguments and what is said of wrong ones."""
import array
import warnings

warnings.simplefilter('ignore')


def say(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Sub(str):
    pass


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Giving:
    def __init__(self, **kept):
        self.kept = kept


def giving(name, value):
    return type('Giving', (), {name: lambda self, *args: value})()


say(str, b'a', errors=3)
say(str, x=1)
say(str, object='x')
say(bytes, 'a', 'utf-8', encoding='utf-8')
say(bytes, 'a')
say(bytes, 1, 'utf-8')
say(bytes, encoding='utf-8')
say(bytes, errors='strict')
say(bytes, b'x', errors='strict')
say(bytes, 'x', 3)
say(bytes, 'x', 'utf-8', 3)
say(bytes, x=3)
say(bytes, source=3)
say(bytearray, source=3)
say(bytes, giving('__bytes__', b'x'))
say(bytes, giving('__bytes__', 'x'))
say(bytes, giving('__bytes__', None))
say(bytes, giving('__index__', 3))
say(bytes, giving('__index__', 'x'))
say(bytes, giving('__index__', -1))
say(bytes, type('S', (str,), {'__bytes__': lambda self: b'of str'})('x'))
say(bytes, [1, 2, 256])
say(bytes, [1, 'x'])
say(bytes, 3.5)
say(bytes, None)
say(bytearray, None)
say(bytearray, 'a')
say(bytes, type('I', (), {'__index__': lambda self: 3, '__iter__': lambda self: iter([1])})())
say(bytes, type('N', (), {'__iter__': None})())
for value in b'abc', bytearray(b'abc'), memoryview(b'abcdef'):
    say(value.hex, ':')
    say(value.hex, b':')
    say(value.hex, ':', 2)
    say(value.hex, ':', -2)
    say(value.hex, '')
    say(value.hex, 'xx')
    say(value.hex, '\u0100')
    say(value.hex, b'\xff')
    say(value.hex, 3)
    say(value.hex, None, 0)
    say(value.hex, sep='-', bytes_per_sep=1)
    say(value.hex, ':', 2 ** 40)
for value in b'%s', bytearray(b'%s'), '%s':
    say(lambda: value.__mod__(value))
    say(lambda: 3 % value)
    say(lambda: value % ())
    say(lambda: value % (1, 2))
say(lambda: b'%b' % 'x')
say(lambda: b'%s' % 3)
say(lambda: b'%b' % giving('__bytes__', b'giving'))
say(lambda: b'%d' % 'x')
say(lambda: b'%c' % 'x')
say(lambda: b'%c' % 300)
say(lambda: b'%c' % b'xy')
say(lambda: b'%(a)b %(c)d' % {b'a': b'x', b'c': 3})
say(lambda: b'%(a)b' % {'a': b'x'})
say(lambda: b'%a' % '\u20ac')
say(lambda: b'%r' % 'a')
say(lambda: b'%x %o %X %#x %e %g %5.1f|' % (255, 8, 255, 255, 1.5, 1e10, 2.25))
say(lambda: b'%z' % 3)
say(lambda: b'%' % 3)
say(lambda: b'%d' % 3.7)
say(lambda: b'%s' % (b'a', b'b'))
say(lambda: bytearray(b'%s') % b'a')
say(lambda: '%c' % 'xy')
say(lambda: '%c' % -1)
say(lambda: '%c' % 0x110000)
say(lambda: '%c' % 3.5)
say(lambda: '%d' % 'x')
say(lambda: '%x' % 3.5)
say(lambda: '%(a' % {'a': 1})
say(lambda: '%(a)s' % 3)
say(lambda: '%*d' % ('x', 3))
say(lambda: '%.*f' % (2, 3.14159))
say(lambda: '%.*f' % (-2, 3.14159))
say(lambda: '%*d|%-*d|' % (5, 42, 5, 42))
say(lambda: '%s' % ())
say(lambda: '%s %s' % 'x')
say(lambda: 'x' % 3)
say(lambda: 'x' % {})
say(lambda: 'x' % [])
say(lambda: '%i %u' % (3, 4.9))
say(lambda: '%#o %#x %#X %#b' % (8, 255, 255, 3))
say(lambda: '%hd %ld %Ld' % (1, 2, 3))
say(lambda: '%\u20ac' % 3)
say(lambda: '%999999999999999999999d' % 3)
say(lambda: '%.999999999999999999999d' % 3)
for text in '{0.{a}}', '{a{b}}', '{!x}', '{0!}', '{0!rs}', '{0', '0}', '{}{0}', '{0}{}', '{[]}', '{[x}', '{.}', '{0.}', '{0[]}', '{0[0]x}', '{:{:{}}}', '{!}', '{0:', '{{0}', '{0}}', '{a.b', '{ }', '{-1}', '{99999999999999999999}', '{0:{1}}', '{0!r:>{1}}', '{0[-1]}', '{0[a]}', '{:}}', '{0.real}', '{0.__class__.__name__}', '{a[b]}', '{a[0][1].real}', '{0:*^20}', '{0!s:.1}':
    try:
        print(text, text.format(12, 5, a={'b': 'c', 0: [0, 7]}, b=1))
    except Exception as error:
        print(text, type(error).__name__, error)
for value, spec in (1.5, '\u20acx'), (3, '.2'), (3, ',x'), (3, '_x'), (3, ',_'), (3, '_,'), (3, ',,'), (3.5, 'd'), ('a', '=5'), ('a', '+'), ('a', ' '), ('a', ','), ('a', '#'), ('a', '05'), ('a', 'd'), (3, 's'), (3, 'c'), (-3, 'c'), (3, '+c'), (3, '#c'), (3, '.1c'), (0x110000, 'c'), (3, '-^+#012_b'), (1e9, ',.2f'), (1e9, '_.2f'), (1234567, ',d'), (1234567, '_x'), (3, 'n'), (3.5, 'n'), (1 + 2j, '.2f'), (1 + 2j, '05'), (1 + 2j, '=5'), (1 + 2j, 'd'), (1 + 2j, '>20'), (1 + 2j, '_'), (True, ''), (True, 'd'), (True, '5'), (True, 's'), (None, '5'), ([], 's'), (3, 'zz'), (3.0, 'z.1f'), (-0.0, 'z.1f'), (3, 'z'), ('a', 'z'), (1.5, '%'), (3, '%'), (1.5, 'G'), (1e400, 'F'), (float('nan'), '010'), (3, '99999999999999999999'), (3.5, '.99999999999999999999f'), (12345.678, '#.3g'), (12345.678, '.0e'), (0.1, '.30f'), (3, '<<5'), (3, '\0>5'), ('ab', '\u20ac^7'), (object, '5'):
    try:
        print(repr(value), spec, repr(format(value, spec)))
    except Exception as error:
        print(repr(value), repr(spec), type(error).__name__, error)
for call in (lambda: int('1', 2 ** 100), lambda: int('1', -2 ** 100), lambda: int('1', 1), lambda: int('1', 37), lambda: int('1', Index(2)), lambda: int('1', 3.0), lambda: int('1', 'x'), lambda: int(3, 2), lambda: int(base=10),
             lambda: int(array.array('B', b'12')), lambda: float(array.array('B', b'1.5')), lambda: int(memoryview(b'12')), lambda: float(memoryview(b'1.5')), lambda: int(bytearray(b'0x1f'), 16), lambda: float(bytearray(b' 2.5\n')),
             lambda: int(b'1\x002'), lambda: int('1\x002'), lambda: int('\u0661\u0662'), lambda: float('\u0661.\u0662'), lambda: float(b'\xff'), lambda: int(b'\xff'), lambda: int(''), lambda: int('  '), lambda: int('0b', 0), lambda: int('0_7', 0), lambda: int('07', 0), lambda: int('0_0', 0), lambda: int('1__0'),
             lambda: int(giving('__int__', 'x')), lambda: int(giving('__index__', 3)), lambda: int(giving('__trunc__', 3)), lambda: int(giving('__trunc__', 'x')), lambda: int(giving('__trunc__', Index(5))),
             lambda: float(giving('__float__', 'x')), lambda: float(giving('__index__', 3)), lambda: float(giving('__index__', 2 ** 2000)), lambda: complex(giving('__complex__', 3)), lambda: complex(giving('__complex__', 1j), 2), lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex('1 + 2j'), lambda: complex([]),
             lambda: round(2.5, 2 ** 100), lambda: round(2.5, -2 ** 100), lambda: round(2.5, 400), lambda: round(2.5e300, -400), lambda: round(25, -1), lambda: round(2.5, None), lambda: round(2.5, 1.0), lambda: round('x'), lambda: round(float('nan')), lambda: round(float('inf')), lambda: round(float('inf'), 2),
             lambda: float.fromhex('0x1p-1074'), lambda: float.fromhex('x'), lambda: float.fromhex('0x1p99999'), lambda: float.fromhex(3), lambda: (1.5).hex(), lambda: float('nan').hex(), lambda: (-0.0).hex(), lambda: float.fromhex('  -0x.8p+1 '), lambda: float.fromhex('inf'), lambda: float.fromhex('1.8'),
             lambda: (5).to_bytes(), lambda: (5).to_bytes(2, 'x'), lambda: (-5).to_bytes(2), lambda: (500).to_bytes(1), lambda: (5).to_bytes(-1), lambda: int.from_bytes([1, 2]), lambda: int.from_bytes('x'), lambda: int.from_bytes(b'\xff', signed=True), lambda: int.from_bytes(b'\1\2', 'y'), lambda: int.from_bytes(giving('__bytes__', b'\5')),
             lambda: float.__getformat__('double'), lambda: float.__getformat__('x'), lambda: (3).__round__(-1), lambda: (7).as_integer_ratio(), lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(), lambda: 1.5.is_integer(), lambda: (3).is_integer(), lambda: True.as_integer_ratio()):
    say(call)
say(lambda: hash(float('inf')) == 314159)
say(lambda: slice(0, 10, 0).indices(5))
say(lambda: slice(0, 10).indices(-1))
say(lambda: slice('a').indices(5))
say(lambda: slice(1, 2) < slice(1, 3))
say(lambda: hash(slice(1, 2)) == hash(slice(1, 2, None)))
say(lambda: bytes([1]) * -1)
say(lambda: b'abc'.replace(b'', b'-'))
say(lambda: bytearray(b'abc').pop(5))
say(lambda: bytearray().pop())
say(lambda: bytearray(b'abc').remove(300))
say(lambda: bytearray(b'abc').remove(120))
say(lambda: b'abc'.index(b'x'))
say(lambda: b'abc'.index(300))
say(lambda: b'abc' + 'x')
say(lambda: b'abc' in 'x')
say(lambda: 'x' in b'abc')
say(lambda: 300 in b'abc')
say(lambda: b'abc'.split('b'))
say(lambda: b'abc'.join(['x']))
say(lambda: b'abc'.startswith('a'))
say(lambda: b'abc'.startswith((b'x', 'y')))
say(lambda: b'abc'.translate(b'x'))
say(lambda: b'abc'.maketrans(b'a', b'bc'))
say(lambda: b'abc'.fromhex('zz'))
say(lambda: b'abc'.fromhex('1 2'))
say(lambda: b'abc'.fromhex('12 3'))
say(lambda: b'abc'.fromhex(3))
say(lambda: b'abc'.center(9, b'xx'))
say(lambda: b'abc'.center(9, 'x'))
say(lambda: b'abc'.count(b'', 1, 2))
say(lambda: b'abc'.zfill('x'))
say(lambda: b'abc'.decode('no such'))
say(lambda: b'\xff'.decode('utf-8', 'no such'))
say(lambda: b'ab'.decode('utf-8', 'no such'))
