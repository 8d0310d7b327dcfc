class C:
    T = int
    def f[U](self, x: T, y: U) -> T: return x
    type A = T
    type B[V: (T, str)] = dict[T, V]
    class D[W](list[T]):
        x = 1
    def g[T](self, x: T): pass
    q = [__class__ for i in [] ]
    def m(self): return __class__
print(C.f.__annotations__, C.A.__value__, C.B.__value__, C.D.__orig_bases__, C.g.__annotations__, C().m())
print(C.B.__type_params__[0].__constraints__)
C.T = str
def outer():
    T = float
    class E:
        if 0: T = 3
        def f[U](self, x: T): pass
        type A = T
        locals()['X'] = 1
    print(E.f.__annotations__, E.A.__value__)
try: outer()
except NameError as e: print(e)
class F:
    type A = T
    T = 5
print(F.A.__value__, sorted(k for k in vars(F) if 'dict' in k))
