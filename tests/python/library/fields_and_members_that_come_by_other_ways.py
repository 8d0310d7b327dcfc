import dataclasses
import enum
import typing
import typing as t
from typing import ClassVar


class Foo(enum.Enum):
    vars().update({k: v for k, v in {'A': 1, 'B': 2}.items()})
    vars().update([('D', 4)], E=5)
    locals()['C'] = 3
    def up(self): return self.value
print(list(Foo))
for s in ['ClassVar[int]', 'ClassVar [int]', ' typing . ClassVar[int]', 't.ClassVar', 'typing.ClassVar+', 'typing.ClassVar.[int]', 'typing.Class', 'ClassVarx', 'int', 'dataclasses.InitVar[int]']:
    @dataclasses.dataclass
    class C:
        x: s
    print(s, [f.name for f in dataclasses.fields(C)], list(C.__dataclass_fields__))
@dataclasses.dataclass
class R:
    R: int = dataclasses.field(default=None)
R.__dataclass_fields__['R'].type = R.__dataclass_fields__['R']; print(R.__dataclass_fields__['R'])
class A: pass
@dataclasses.dataclass(slots=True, weakref_slot=True)
class B(A): x: int
print(B.__slots__)
@dataclasses.dataclass(slots=True, weakref_slot=True)
class B2: x: int
print(B2.__slots__)
print(typing.KT, typing.VT, typing.T)
