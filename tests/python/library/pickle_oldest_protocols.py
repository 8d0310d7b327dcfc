"""Pickles of the oldest protocols are text and bytes as CPython writes them; streams in memory are pickled and copied."""
import pickle, io, pathlib, sys
def t(f):
    try: print(repr(f())[:400])
    except BaseException as e: print(type(e).__name__, e)
class P:
    def __init__(self): self.x = 1
for v in (None, True, False, 0, 1, -5, 2**40, 10**30, 1.5, float('inf'), 'text', 'é\n\\', b'', b'bytes\xff', [], [1, [2]], (), (1,), (1, 2, 3), {}, {'a': 1}, {1, 2}, frozenset([1]), range(3), len, dict, Ellipsis, NotImplemented, complex(1, 2), bytearray(b'x')):
    for p in (0, 1):
        t(lambda: pickle.dumps(v, p))
        t(lambda: pickle.loads(pickle.dumps(v, p)) == v)
l = []; l.append(l); t(lambda: pickle.loads(pickle.dumps(l, 0)))
import pickle as pk
t(lambda: pickle.dumps(1, -1)); t(lambda: pickle.dumps(1, 6)); t(lambda: pickle.dumps(1, 'x'))
s = io.StringIO('abc\ndef'); s.read(2)
import copy
t(lambda: copy.copy(s).getvalue()); t(lambda: copy.deepcopy(s).read())
class S:
    __slots__ = 'a',
for p in (0, 1):
    t(lambda: pickle.dumps(P(), p)); t(lambda: pickle.loads(pickle.dumps(P(), p)).x); t(lambda: pickle.dumps(S(), p))
t(lambda: pickle.loads(pickle.dumps(io.StringIO('ab\ncd'))).readline()); t(lambda: pickle.loads(pickle.dumps(io.BytesIO(b'xyz'))).getvalue())
