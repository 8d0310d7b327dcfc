# recorded by hand: pytest is none of CPython's libraries
"""Differences of dataclasses, collections and texts."""
import pathlib, pytest, sys
pathlib.Path('test_s.py').write_text('''
import pytest, dataclasses, enum, collections, datetime, decimal, fractions, uuid, pathlib, re
@dataclasses.dataclass
class Inner:
    v: int
@dataclasses.dataclass
class Outer:
    name: str
    inner: Inner
    items: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, compare=False)
class Color(enum.Enum):
    RED = 1
    BLUE = 2
N = collections.namedtuple("N", "a b")
def test_1(): assert Outer("a", Inner(1), [1]) == Outer("a", Inner(2), [1, 2])
def test_2(): assert Color.RED == Color.BLUE
def test_3(): assert [Inner(1), Inner(2)] == [Inner(1), Inner(3)]
def test_4(): assert {"d": datetime.date(2020, 1, 1)} == {"d": datetime.date(2020, 1, 2)}
def test_5(): assert decimal.Decimal("1.10") == decimal.Decimal("1.2")
def test_6(): assert collections.deque([1, 2]) == collections.deque([1, 3])
def test_7(): assert collections.defaultdict(int, a=1) == {"a": 2}
def test_8(): assert frozenset([1]) == frozenset([2])
def test_9(): assert N(1, [1, 2]) == N(1, [1, 3])
def test_10(): assert "a\\tb" == "a b"
def test_11(): assert "line\\n" * 20 == "line\\n" * 19 + "last\\n"
def test_12(): assert {"key" + str(i): i for i in range(20)} == {"key" + str(i): i + (i == 7) for i in range(20)}
def test_13(): assert [{"a": 1, "b": [1, 2]}, {"c": 3}] == [{"a": 1, "b": [1, 3]}, {"c": 3}]
def test_14(): assert "" == "something"
def test_15(): assert (1, "a", None) == (1, "b", None)
def test_16(): assert range(3) == range(4)
def test_17(): assert pathlib.PurePosixPath("a/b") == pathlib.PurePosixPath("a/c")
def test_18(): assert {1: {2: {3: [4, 5, {6}]}}} == {1: {2: {3: [4, 5, {7}]}}}
def test_19(): assert ["x" * 80, "y" * 80] == ["x" * 80, "z" * 80]
def test_20(): assert "the quick brown fox jumps over the lazy dog" == "the quick brown cat jumps over the lazy dog"
def test_21(): assert {"b": 1, "a": 2} == {"a": 2, "c": 3}
def test_22(): assert [1, [2, [3, [4]]]] == [1, [2, [3, [5]]]]
def test_23(): assert bytearray(b"ab") == bytearray(b"ac")
def test_24(): assert {"a": None} == {"a": 0}
def test_25(): assert "foo" not in "a foo b\\nsecond line"
def test_26(): assert [True, False] == [1, 1]
def test_27(): assert Outer("x", Inner(1)) != Outer("x", Inner(1))
def test_28(): assert re.compile("a") == re.compile("b")
def test_29(): assert {(1, 2): "t"} == {(1, 3): "t"}
def test_30(): assert [] == {} 
''')
for v in (['-v'],):
    print(int(pytest.main(['test_s.py', *v])))
