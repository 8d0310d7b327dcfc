class S:
    def __init__(self, n): self.n = n
    def __iter__(self):
        print('iter'); return iter(range(self.n))
    def __len__(self):
        print('len'); return self.n
class H:
    def __iter__(self):
        print('iter'); return self
    def __next__(self): raise StopIteration
    def __length_hint__(self):
        print('hint'); return 3
for f in (list, tuple, set, frozenset, sorted, bytearray, sum, lambda x: dict.fromkeys(x), lambda x: [*x], lambda x: (*x,), lambda x: [].extend(x), lambda x: list(map(str, x)), lambda x: list(enumerate(x)), lambda x: list(zip(x)), lambda x: list(reversed([*x])), lambda x: ','.join(x), lambda x: max(x, default=0), lambda x: all(x), lambda x: list(filter(None, x))):
    for o in (S(2), H()):
        try:
            print(f(o))
        except Exception as e: print(type(e), e)
l=[1]
l += S(2)
l[0:1] = S(1)
class B:
    def __iter__(self): return iter([1])
    def __len__(self): raise TypeError('bad')
print(list(B()))
class C:
    def __iter__(self): return iter([1])
    def __len__(self): raise ValueError('bad')
try: list(C())
except ValueError as e: print(e)
class D:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return -1
try: list(D())
except ValueError as e: print(e)
class E:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 'x'
try: list(E())
except TypeError as e: print(e)
class F:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return NotImplemented
print(list(F()))
class G:
    def __iter__(self): return iter([1])
    def __len__(self): return -1
try: print(list(G()))
except ValueError as e: print(e)
import operator
for o in (S(1),H(),B(),D(),E(),F(),[1,2],iter([1,2,3]),5, iter(range(4))):
    try: print(operator.length_hint(o, 7))
    except Exception as e: print(type(e), e)
