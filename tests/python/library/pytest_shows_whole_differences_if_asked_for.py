# recorded by hand: pytest is none of CPython's libraries
"""What was compared, in full, as its differences."""
import pathlib
import sys
import pytest

pathlib.Path('test_differences.py').write_text(r'''"""What failed asserts tell."""
import sys
from collections import namedtuple, OrderedDict, Counter, defaultdict, deque
from dataclasses import dataclass
import pytest

def f(x=1): return x
class A:
    x = 5
    def m(self): return self.x
    def __repr__(self): return "<A>"

@dataclass
class D:
    a: int
    b: str
    c: list

P = namedtuple("P", "x y")

def test_10(): assert [1, 2, 3] == [1, 2]
def test_11(): assert {"a": 1, "b": 2, "c": 3} == {"a": 1, "b": 3, "d": 4}
def test_12(): assert {1, 2, 3} == {2, 3, 4}
def test_13(): assert "hello\nworld\n" == "hello\nthere\n"
def test_14(): assert "a" * 100 + "b" == "a" * 100 + "c"
def test_15(): assert D(1, "x", [1]) == D(1, "y", [2])
def test_17(): assert (1, 2, 3) == (1, 2, 4)
def test_34(): assert list(range(30)) == list(range(29)) + [100]
def test_44(): assert Counter("aab") == Counter("abb")
def test_46(): assert {"a": {"b": {"c": 1}}} == {"a": {"b": {"c": 2}}}
def test_56(): assert "long " * 30 == "long " * 29 + "short "
''')
sys.exit(pytest.main(['-vv', 'test_differences.py']))
