"""Type parameters and aliases (PEP 695)."""
def typed[T](x: T, *, k: int = 2) -> T: return x
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(typed(3), Box(4).get(), typed.__type_params__, Box.__type_params__, typed.__annotations__, typed.__kwdefaults__)
type Al = list[int]
type Pair[A] = tuple[A, A]
print(Al, Al.__value__, Pair.__type_params__)
class Sub(Box[int]): pass
print(Sub(1).v)
def multi[K, *Ts, **P](a: K): pass
print(multi.__type_params__)
def bounded[T: int](x: T): return x
print(bounded(1), bounded.__type_params__[0].__bound__)
