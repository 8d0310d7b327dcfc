"""What the abstract collections give for nothing, with their frames where that fails."""
import traceback
from collections.abc import *
class S(MutableSequence):
    def __init__(self): self.d=[]
    def __getitem__(self,i): return self.d[i]
    def __setitem__(self,i,v): self.d[i]=v
    def __delitem__(self,i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self,i,v): self.d.insert(i,v)
class T(MutableSet):
    def __init__(self, it=()): self.s=set(it)
    def __contains__(self,x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self,x): self.s.add(x)
    def discard(self,x): self.s.discard(x)
class M(MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
def t(f):
    try: print(f())
    except BaseException: traceback.print_exc()
s=S(); m=M(); u=T([1])
t(lambda: s.pop()); t(lambda: s.index(3)); t(lambda: s.remove(3)); t(lambda: s.extend(5)); t(lambda: s.append(1)); t(lambda: next(reversed(s)))
t(lambda: m.pop('x')); t(lambda: m.popitem()); t(lambda: m.update(5)); t(lambda: m.update([1])); t(lambda: m.setdefault('a', 1)); t(lambda: m.get([])); t(lambda: [] in m)
t(lambda: u.remove(9)); t(lambda: T().pop()); t(lambda: u | 5); t(lambda: u & [1]); t(lambda: u ^ [1,2]); t(lambda: u.__ior__(5)); t(lambda: u.add([])); t(lambda: u < 5)
t(lambda: dict(m.items())); t(lambda: sorted(m.keys() | {'z'})); t(lambda: list(m.values()))
class G(Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): super().throw(t, v, tb)
t(lambda: next(G())); t(lambda: G().throw(ValueError)); t(lambda: G().throw(ValueError('x'))); t(lambda: G().close())
