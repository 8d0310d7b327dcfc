# Functions in C say «keyword argument» of too many where all are given by name, and name what they belong to.
import locale
import struct
import time


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


tried('split', lambda: 'a'.split(sep='a', maxsplit=1, foo=1))
tried('split', lambda: 'a'.split('a', maxsplit=1, foo=1))
tried('encode', lambda: 'a'.encode(encoding='a', errors='b', foo=1))
tried('splitlines', lambda: 'a'.splitlines(keepends=True, foo=1))
tried('decode', lambda: b'a'.decode(encoding='a', errors='b', foo=1))
tried('str', lambda: str(object=1, encoding='a', errors='b', foo=3))
tried('sorted', lambda: sorted([1], key=None, reverse=True, foo=1))
tried('sort', lambda: [1].sort(key=None, reverse=True, foo=1))
tried('zip', lambda: zip([1], strict=True, foo=1))
tried('eval', lambda: eval('1', globals={}, locals={}, foo=1))
tried('eval', lambda: eval('1', {}, {}, {}))
tried('pack', lambda: struct.pack('i', 1, a=1))
tried('pack', lambda: struct.Struct('i').pack(1, a=1))
tried('unpack', lambda: struct.Struct('i').unpack())
tried('calcsize', lambda: struct.calcsize('i', a=2))
tried('asctime', lambda: time.asctime((-2**31, 1, 1, 0, 0, 0, 0, 0, 0)))
tried('strftime', lambda: time.strftime('%Y', (-2**31, 1, 1, 0, 0, 0, 0, 0, 0)))
tried('locale', lambda: locale.strcoll('a\0', 'b'))
tried('locale', lambda: locale.setlocale('x'))
tried('locale', lambda: locale.setlocale(locale.LC_ALL, 5))
tried('locale', lambda: (locale.getencoding(), locale.str(1.5)))
tried('locale', lambda: locale.format_string(1, 2))
