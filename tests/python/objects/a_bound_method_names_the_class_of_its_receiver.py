# A native method that is bound before it is called names in its errors the class of what it is bound to.
import collections
import math
import types


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)

class L(list): pass
t(lambda: ExceptionGroup('a',[ValueError()]).split())
t(lambda: L().append())
m = L().append
t(lambda: m())
m = True.bit_length
t(lambda: m(1))
m = ValueError().add_note
t(lambda: m())
t(lambda: ValueError().add_note())
m = bytearray.maketrans
t(lambda: m())
t(lambda: str.maketrans(x=1))
t(lambda: bytearray.maketrans())
class Dd(dict): pass
m = Dd().get
t(lambda: m())
t(lambda: Dd().get())
m = L().sort
t(lambda: m(1))
m = L().pop
t(lambda: m(1, 2))
t(lambda: m('a'))
m = L.append
t(lambda: m())
t(lambda: m(5))
t(lambda: m(L()))
m = list.append
t(lambda: m(L()))
m = types.MappingProxyType({}).get
t(lambda: m())
t(lambda: types.MappingProxyType({}).get())
c = collections.Counter()
m = c.get
t(lambda: m())
t(lambda: c.get())
t(lambda: c.pop())
m = c.pop
t(lambda: m())
c = collections.defaultdict()
m = c.get
t(lambda: m())
t(lambda: c.get())
m = c.pop
t(lambda: m())
m = c.copy
t(lambda: m(1))
c = collections.OrderedDict()
m = c.get
t(lambda: m())
t(lambda: c.get())
m = c.pop
t(lambda: m())
m = c.move_to_end
t(lambda: m())
t(lambda: c.pop())
P = collections.namedtuple('P', 'x y')
p = P(1, 2)
m = p.index
t(lambda: m())
m = p.count
t(lambda: m())
t(lambda: p.count())
t(lambda: p.index())
t(lambda: getattr(L(), 'append')())
t(lambda: getattr(L(), 'append')(1, 2))
m = L().append
t(lambda: m(x=1))
m = L().index
t(lambda: m())
class I(int): pass
m = I(5).bit_length
t(lambda: m(1))
t(lambda: m(x=1))
m = I(5).to_bytes
t(lambda: m(1, 2, 3, 4))
m = I.from_bytes
t(lambda: m())
t(lambda: I.from_bytes())
class St(str): pass
m = St('a').upper
t(lambda: m(1))
m = St('a').split
t(lambda: m(1, 2, 3))
t(lambda: m(x=1))
m = St('a').join
t(lambda: m())
m = St.join
t(lambda: m())
t(lambda: m(1))
t(lambda: m('a'))
m = St('a').startswith
t(lambda: m())
class KE(KeyError): pass
m = KE().with_traceback
t(lambda: m())
m = collections.deque().append
t(lambda: m())
class DQ(collections.deque): pass
m = DQ().append
t(lambda: m())
t(lambda: DQ().append())
m = dict.fromkeys
t(lambda: m())
m = Dd.fromkeys
t(lambda: m())
t(lambda: Dd.fromkeys())
m = bytes.fromhex
t(lambda: m())
m = bytearray.fromhex
t(lambda: m())
t(lambda: bytearray.fromhex())
m = L().append
t(lambda: m.__qualname__)
t(lambda: list.append.__qualname__)
t(lambda: m.__name__)
m = len
t(lambda: m())
m = math.sin
t(lambda: m())
m = object().__repr__
t(lambda: m(1))
m = object().__reduce_ex__
t(lambda: m())
m = L().__getitem__
t(lambda: m())
m = L().__sizeof__
t(lambda: m(1))
m = L().__init__
t(lambda: m(1, 2))
m = L().__reversed__
t(lambda: m(1))
m = (lambda: (yield))().send
t(lambda: m())
m = St.maketrans
t(lambda: m())
t(lambda: m(x=1))
t(lambda: str.maketrans())
