"""json.loads finds out the encoding of bytes; unittest compares sequences of any type."""
import json
import unittest
for enc in 'utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be':
    for doc in '"\u20ac"', '1', '[1]', '{"a": "\U0001f600"}', ' ':
        for kind in bytes, bytearray:
            try: print(enc, ascii(json.loads(kind(doc.encode(enc)))))
            except Exception as e: print(enc, type(e).__name__, e)
for b in b'', b'\xff', b'\0', '\ufeff1', b'1\0', b'\0\0\0', 3, None:
    try: print(json.loads(b))
    except Exception as e: print(type(e).__name__, e)


class Odd:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __eq__(self, other): return False
    def __repr__(self): return 'Odd'
t = unittest.TestCase()
for a, b, kind in (([1], (1,), None), ([1], (1,), list), ([1, 2], (1, 3), None), ([1], [1, 2], None), ((1, 2), [1], None), (3, [1], None), ([1], 3, None), (Odd(2), [1, 2], None), ([1, 2], Odd(3), None), (Odd(3), [1], None), ([], (), None), ('ab', ['a', 'b'], None), (range(3), [0, 1, 2], None), (range(3), [0, 1, 4], None), ([1], {1: 2}, list)):
    try: print(t.assertSequenceEqual(a, b, seq_type=kind))
    except AssertionError as e: print(e)
