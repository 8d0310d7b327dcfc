def f(x):
    match x:
        case 1 | 2:
            return "small"
        case [a, *_, b] if a > b:
            return a, b
        case {"k": v, **rest}:
            return rest
        case Point(x=0, y=yy) as p:
            return yy, p
        case None | True:
            pass
        case (a, [b, *c]):
            print(c)
        case _:
            return 0
def first[T: int, *Ts](x: T = 1, *a: *Ts, k=2) -> T: return x
class Box[T](Base):
    def get(self) -> T: return self.v
type Pair[A] = tuple[A, A]
type P = int
