# What __getnewargs__ and __getnewargs_ex__ must give, slots in the order of their classes, and protocols yet to come.
import copy
import pickle


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class GN:
    def __getnewargs__(self): return 5
class GNE:
    def __getnewargs_ex__(self): return (1,)
class GNE2:
    def __getnewargs_ex__(self): return 5
class GNE3:
    def __getnewargs_ex__(self): return (5, {})
class GNE4:
    def __getnewargs_ex__(self): return ((), 5)
for k in (GN, GNE, GNE2, GNE3, GNE4):
    t(lambda: pickle.dumps(k()))
    t(lambda: k().__reduce_ex__(2))
    t(lambda: copy.copy(k()))
class SL:
    __slots__ = 'a', 'b'
s = SL(); s.b = 1; s.a = 2
t(lambda: s.__getstate__())
class SL2(SL):
    __slots__ = 'd', 'c', '__dict__'
s = SL2(); s.c = 1; s.b = 2; s.a = 3; s.d = 4; s.q = 1
t(lambda: s.__getstate__())
for x in (b'\x80\x63.', b'\x80\x06N.', b'', b'N', b'\x80', b'.', b'\x80\x04.', b'X', b'abc', b'\xff.'): t(lambda: pickle.loads(x))
