import typing, inspect, enum
from abc import ABC
from dataclasses import dataclass, field, InitVar, KW_ONLY, make_dataclass
from typing import *
class Mine: pass
class typingX: pass
T = TypeVar('T')
@dataclass
class A:
    a: int
    b: 'str' = 'x'
    c: List[int] = field(default_factory=list)
    d: Optional[Dict[str, Mine]] = None
    e: int | None = 3
    f: list[str] = field(default_factory=list, kw_only=True)
    g: InitVar[int] = 4
    h: ClassVar[int] = 5
    i: Callable[[int], Mine] = print
    j: Mine = field(default=None, init=False)
    k: Any = ...
    l: T = 1
    m: Literal['typing.x', 'a'] = 'a'
    n: Annotated[int, 'typing.y'] = 1
    o: typingX = None
    p: Union[int, Mine] = 1
    q: Tuple[int, ...] = ()
    r: Type[Mine] = Mine
    s: None = None
print(A.__doc__)
print(inspect.signature(A))
@dataclass
class B:
    pass
print(B.__doc__)
@dataclass
class C:
    x: int
    def __init__(self, y): pass
print(C.__doc__)
@dataclass(init=False)
class D:
    x: int
print(D.__doc__)
@dataclass
class E(ABC):
    x: int = 1
    _: KW_ONLY
    y: float = 2.5
print(E.__doc__)
class Meta(type):
    def __call__(cls, z): pass
@dataclass
class F(metaclass=Meta):
    x: int
print(F.__doc__)
@dataclass
class G:
    x: int
    def __new__(cls, q, *r): return super().__new__(cls)
print(G.__doc__)
@dataclass
class H(G):
    z: int = 0
print(H.__doc__)
@dataclass(kw_only=True, slots=True, frozen=True)
class I(Generic[T]):
    x: T
    y: List['I'] = field(default_factory=list)
print(I.__doc__)
print(make_dataclass('J', ['x', ('y', int, 3)]).__doc__)
class Bad:
    def __repr__(self): raise ValueError('no')
    __hash__ = object.__hash__
@dataclass
class K:
    x: int = Bad()
print(K.__doc__)
@dataclass
class L:
    """own"""
    x: int
print(L.__doc__)
@dataclass
class Sub(A): pass
print(Sub.__doc__)
@dataclass
class Color(enum.Enum):
    RED = 1
print(Color.__doc__)
@dataclass
class Sig:
    x: int
    __signature__ = inspect.signature(lambda a, b: 1)
print(Sig.__doc__)
