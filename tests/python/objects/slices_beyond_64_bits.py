class E:
    def __getitem__(self, i): return i
B = 10**30
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
x=[1,2,3]
for o in ([1,2,3],(1,2,3),'abc',b'abc',bytearray(b'abc'),range(3)):
    print(type(o).__name__)
    for s in (slice(B),slice(B,None),slice(-B,None),slice(None,-B),slice(-B,B),slice(None,None,B),slice(None,None,-B),slice(B,-B,-1),slice(B,-B,-B),slice(1,B,2), slice(2**63,None), slice(2**63-1,None), slice(-2**63,None), slice(-2**63-1,2**64)):
        t(lambda: o[s])
        t(lambda: list(o[s]))
    for i in (B,-B,2**63,-2**63-1,2**63-1,-2**63, -2**64):
        t(lambda: o[i])
    def si(): o[B]=1
    t(si)
    def si(): o[B:]=[1]
    t(si)
    def si(): del o[B]
    t(si)
    def si(): del o[B:]
    t(si)
    def si(): del o[::B]
    t(si)
    def si(): o[::B]=[7]
    t(si)
    t(lambda:o)
for n in (0,1,3,B,2**63,2**64,-1,-B,'a',1.5):
  for s in (slice(B),slice(B,None),slice(-B,None),slice(None,-B),slice(-B,B),slice(None,None,B),slice(None,None,-B),slice(B,-B,-1),slice(B,-B,-B),slice(1,B,2),slice(None,None,0),slice('a'),slice(1.5,None),slice(None,None,'x'),slice(None,None,None),slice(5,2,-1)):
    t(lambda: s.indices(n))
r=range(B)
for s in (slice(B),slice(5,None),slice(-5,None),slice(None,-B),slice(-B,B),slice(None,None,B),slice(None,None,-B),slice(B,-B,-1),slice(B,-B,-B),slice(1,B,2),slice(2**64,2**65,3),slice(None,None,-1)):
    t(lambda: r[s])
    t(lambda: range(-B,B,7)[s])
    t(lambda: range(10)[s])
    t(lambda: range(B,0,-3)[s])
t(lambda: len(r))
t(lambda: r[B]); t(lambda: r[-B]); t(lambda: r[B-1]); t(lambda:range(10)[B]); t(lambda: range(10)[-B]); t(lambda:r[-B-1])
t(lambda: r['a']); t(lambda: range(3)['a']); t(lambda: r[1.5]); t(lambda:range(3)[1.5]); t(lambda: range(3)[None:'a'])
t(lambda: E()[B:]) ; t(lambda: E()[B:-B:B])
print(slice(B)==slice(B), hash(slice(B,1))==hash(slice(B,1)))
class L:
    def __init__(s,n): s.n=n
    def __len__(s): return s.n
for n in (B,2**63,2**63-1,-1,-B,1.5,'a',True,None):
    t(lambda: len(L(n))); t(lambda: bool(L(n))); t(lambda: list(L(n))); t(lambda: reversed(L(n)))
class I:
    def __init__(s,n): s.n=n
    def __index__(s): return s.n
t(lambda:[1,2][I(B)]); t(lambda:[1,2][I(B):]); t(lambda:[1,2][I(-B):I(B)]); t(lambda:[1,2][I('a')]);t(lambda:[1,2][I('a'):]); t(lambda:[1,2][I(1.5):])
t(lambda:'a'*B); t(lambda:[1]*B); t(lambda:[1]*-B); t(lambda:b'a'*B); t(lambda:(1,)*B);t(lambda:''*B);t(lambda:[]*B); t(lambda: bytearray(b'a')*B)
t(lambda:[1].pop(B)); t(lambda:[1].insert(B,1)); t(lambda:[1].insert(-B,1)); t(lambda:[1].index(1,B)); t(lambda:[1].index(1,-B,B)); t(lambda:(1,).index(1,B));t(lambda:'abc'.find('a',B)); t(lambda:'abc'.find('a',-B,B)); t(lambda:'abc'.count('a',-B,B)); t(lambda:'abc'.startswith('a',-B)); t(lambda:b'abc'.find(b'a',-B,B)); t(lambda:b'abc'.index(b'a',B))
t(lambda: 'abc'.ljust(B)); t(lambda:'abc'.center(B)); t(lambda:'abc'.zfill(B)); t(lambda:'a'.split('a',B)); t(lambda:'a'.replace('a','b',B)); t(lambda:bytes(B)); t(lambda:bytearray(B)); t(lambda: b'a'.ljust(B)); t(lambda:'a b'.split(maxsplit=-B))
import itertools, collections
t(lambda: itertools.islice([1],B)); t(lambda: itertools.islice([1],0,B)); t(lambda:itertools.islice([1],0,1,B)); t(lambda:itertools.islice([1],-B)); t(lambda:list(itertools.repeat(1,B))); t(lambda: collections.deque([1],maxlen=B)); t(lambda: collections.deque([1])[B]); t(lambda: collections.deque([1]).rotate(B)); t(lambda: collections.deque([1]).insert(B,1)); t(lambda: collections.deque([1]).index(1,B)); t(lambda: collections.deque([1]).index(1,-B,B)); t(lambda: collections.deque([1])*B)
import array
a=array.array('i',[1,2,3])
t(lambda:a[B]); t(lambda:a[B:]); t(lambda:a[-B:B]); t(lambda:a[::B]); t(lambda:a[::-B]); t(lambda: a*B); t(lambda: a.pop(B)); t(lambda: a.insert(B,2)); t(lambda:a)
t(lambda: round(1.5,B)); t(lambda:round(15,B)); t(lambda: 1<<B); t(lambda:1>>B); t(lambda:-1>>B); t(lambda:0<<B); t(lambda:chr(B)); t(lambda:chr(-B)); t(lambda:range(B).index(5)); t(lambda:range(B).count(B)); t(lambda: range(3).index(B)); t(lambda: B in range(B+1))
t(lambda: enumerate([1],B).__next__()); t(lambda: sum(range(3),B)); t(lambda:'%c'%B); t(lambda:'%*d'%(B,1)); t(lambda:format(1,str(B))); t(lambda:format('a','.'+str(B))); t(lambda:'{:{}}'.format(1,B)); t(lambda:'{0[%d]}'%B); t(lambda:('{0[%d]}'%B).format([1])); t(lambda:('{%d}'%B).format(1))
