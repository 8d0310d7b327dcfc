"""Numbers, bytes and indices out of a class are what its metaclass's methods say."""
import array
import itertools
import math
import operator
import struct


class Opcode(type):
    """Classes that stand for a byte."""
    def __index__(cls):
        return cls.code

    def __int__(cls):
        return cls.code + 1

    def __float__(cls):
        return cls.code + 0.5

    def __complex__(cls):
        return cls.code * 1j

    def __bytes__(cls):
        return b'<%d>' % cls.code


class Push(metaclass=Opcode):
    code = 3


class Bare(metaclass=type('OnlyIndex', (type,), {'__index__': lambda cls: 2})):
    pass


class Plain:
    pass


def tell(name, made):
    try:
        print(name, repr(made()))
    except Exception as error:
        print(name, type(error).__name__, error)


numbers = list(range(10))
tell('bytes', lambda: bytes(Push))
tell('bytes of', lambda: bytes([Push, Bare]))
tell('bytearray of', lambda: bytearray([Push, 5]))
tell('int', lambda: (int(Push), int(Bare)))
tell('float', lambda: (float(Push), float(Bare)))
tell('complex', lambda: (complex(Push), complex(Bare), complex(1, Push)))
tell('hex', lambda: (hex(Push), oct(Push), bin(Push), chr(Push)))
tell('item', lambda: (numbers[Push], 'abcdef'[Push], (1, 2, 3)[Bare], b'abcd'[Push], range(5)[Push]))
tell('slice', lambda: (numbers[Bare:Push], numbers[::Push], slice(Bare, Push).indices(3)))
tell('repeated', lambda: ('ab' * Push, Push * [0], (1,) * Bare, b'x' * Bare))
tell('range', lambda: list(range(Bare, 10, Push)))
tell('index', lambda: operator.index(Push))
tell('struct', lambda: struct.pack('>Bhd', Push, Push, Push))
tell('array', lambda: array.array('b', [Push]))
tell('percent', lambda: '%d %x %.1f %c' % (Push, Push, Push, Push))
tell('math', lambda: (math.floor(Push), math.ceil(Push), math.sqrt(Bare), math.gcd(Push, 6), math.factorial(Push)))
tell('places', lambda: ('a'.center(Push), 'a b c d'.split(' ', Bare), numbers.pop(Push), int('11', Bare)))
tell('islice', lambda: list(itertools.islice('abcdefg', Bare, None, Push)))
tell('count', lambda: next(itertools.count(Push)) is Push)
tell('memoryview', lambda: memoryview(b'abcdef')[Push])

data = bytearray(b'....')
data[Bare] = Push
data.append(Push)
data.extend([Bare])
print(data)

for attempt in (lambda: bytes([Plain]), lambda: int(Plain), lambda: float(Plain), lambda: complex(Plain),
                lambda: numbers[Plain], lambda: 'a' * Plain, lambda: hex(Plain), lambda: '%d' % Plain,
                lambda: bytes(Plain), lambda: math.floor(Plain), lambda: range(Plain)):
    tell('plain', attempt)
