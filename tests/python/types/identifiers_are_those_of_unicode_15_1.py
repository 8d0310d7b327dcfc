"""str.isidentifier knows the characters of CPython 3.13's Unicode, and no newer ones."""
import unicodedata

for first in '_', '':
    total = 0
    for point in range(0x30000):
        if (first + chr(point)).isidentifier():
            total = (total * 31 + point) % (1 << 61)
    print(repr(first), total)
for name in 'x', '_', 'é', '名', 'ª', '\u2118', '\u309b', '\xb7', 'a\xb7', '\u209d', '\u1c89', '\U00011380', '1a', 'a b', '', '\ud800', 'a\u200d', '\u30fb':
    print(ascii(name), name.isidentifier(), [unicodedata.category(c) for c in name])
for slot in '\u209d', 'ok', '名':
    try:
        print(type('C', (), {'__slots__': (slot,)}).__slots__)
    except TypeError as error:
        print(ascii(slot), error)
