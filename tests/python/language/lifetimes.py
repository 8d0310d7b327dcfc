"""When the last reference goes: operands, arguments, results of statements, loops, with, except, generators."""
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __bool__(self): return self.n > 5
    def m(self, *a): return D(self.n + 1)
    def __add__(self, o): return D(self.n + o.n)
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", self.n); return False
def f(*a, **k): print("f", len(a), len(k))
print(len([D(1)]), 'x')
D(2)
f(D(3), k=D(4))
x = D(5) or "falsy"
print(x)
D(10).m().m()
print("after chain")
(D(20) + D(30)).n
print("after add")
with D(40):
    print("in with")
print("after with")
for i in [D(50)]:
    pass
print("loop done")
del i
[D(60 + i) for i in range(2)]
print("comp")
def g():
    a = D(70)
    return 1
g()
print("g done")
try:
    raise ValueError(D(80))
except ValueError as e:
    print("caught")
print("after except")
y = D(90)
y = None
print("rebinding")
t = (D(100), D(101))
a, b = t
del t
del a
print("unpacked")
b = 1
def gen():
    z = D(110)
    yield 1
    print("never")
for _ in gen():
    break
print("gen closed")
print(D(120) and 1)
if D(130): print("yes")
print("end if")
while not D(1): break
print("end while")
s = {D(140): D(141)}
s.clear()
print("cleared")
lambda: D(150)
print(f"{D(160).n}")
D(170) < 3 if False else None
def ff(a): a = None; print("param dropped")
ff(D(180))
def dflt(a=D(190)): pass
del dflt
print("end")
