# Code within code: cells, defaults, annotations, decorators, super(), class bodies, type parameters.
import dis

SOURCE = '''
"""What a module says of itself."""
from __future__ import annotations
import os.path as path, sys
from . import *

def outer(a, /, b: int = 1, *args, c: "text" = 2, d, **kw) -> list[int]:
    """Doc."""
    total = 0
    def inner(x=a):
        nonlocal total
        total += x
        return lambda: (total, b)
    return inner

@outer
class Child(Base, metaclass=Meta, **options):
    """Doc
       of a class."""
    x: int = 1
    __private: str
    def method(self):
        super().method(self.x)
        self.made = self.also = super().x
        self.other, self[0] = 1, 2
        return __class__
    async def later(self): return await self
'''
dis.dis(SOURCE)
dis.dis('''
def first[T: int, *Ts, **P](x: T, y: T = 1, *rest: *Ts, z=2) -> T: return x
class Box[T = int](Base[T]):
    def get[U: (str, T)](self, other: U) -> T: return other
type Pair[A] = tuple[A, A]
type Plain = int
''')
