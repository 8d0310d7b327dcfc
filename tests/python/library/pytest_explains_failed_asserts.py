# recorded by hand: pytest is none of CPython's libraries
"""What an assert that has failed says of its parts."""
import pathlib
import sys
import pytest

pathlib.Path('test_asserts.py').write_text(r'''"""What failed asserts tell."""
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

def test_01(): assert f() == 2
def test_02(): assert f(3) + f(x=4) == 8
def test_03():
    a = A()
    assert a.m() == a.x + 1
def test_04(): assert not f()
def test_05(): assert f(0) or f(0)
def test_06(): assert f(1) and f(0) and f(2)
def test_07(): assert 1 < f(3) < 2
def test_08():
    x = "abc"
    assert "z" in x
def test_09():
    x = "hello world"
    assert "world" not in x
def test_10(): assert [1, 2, 3] == [1, 2]
def test_11(): assert {"a": 1, "b": 2, "c": 3} == {"a": 1, "b": 3, "d": 4}
def test_12(): assert {1, 2, 3} == {2, 3, 4}
def test_13(): assert "hello\nworld\n" == "hello\nthere\n"
def test_14(): assert "a" * 100 + "b" == "a" * 100 + "c"
def test_15(): assert D(1, "x", [1]) == D(1, "y", [2])
def test_16(): assert P(1, 2) == P(1, 3)
def test_17(): assert (1, 2, 3) == (1, 2, 4)
def test_18(): assert b"abc" == b"abd"
def test_19(): assert {1, 2} <= {1}
def test_20(): assert {1} > {1, 2}
def test_21(): assert isinstance(3, str)
def test_22(): assert len([1, 2]) == 3
def test_23(): assert [x for x in range(3)] == [0, 1]
def test_24(): assert None is not None
def test_25(): assert f, "message"
def test_26():
    d = {"k": [1, 2]}
    assert d["k"][0] == 2
def test_27():
    assert f(
        1
    ) == 2
def test_28(): assert any(x > 3 for x in [1, 2])
def test_29(): assert all([True, False])
def test_30(): assert 0.1 + 0.2 == 0.3
def test_31(): assert 0.1 + 0.2 == pytest.approx(0.4)
def test_32(): assert [0.1, 0.2] == pytest.approx([0.1, 0.3])
def test_33(): assert {"a": 0.1} == pytest.approx({"a": 0.2})
def test_34(): assert list(range(30)) == list(range(29)) + [100]
def test_35(): assert "x" == 3
def test_36(): assert -f(1) == 1
def test_37(): assert ~f(1) == 1
def test_38(): assert "a b c".split() == ["a", "b"]
def test_39():
    assert f(*[1]) == f(**{"x": 2})
def test_40():
    assert (lambda: 0)()
def test_41():
    x = 5
    assert x == 6, f"x was {x}"
def test_42():
    assert False, ["a", "list"]
def test_43(): assert "multi\nline" == "other"
def test_44(): assert Counter("aab") == Counter("abb")
def test_45(): assert OrderedDict(a=1) == OrderedDict(a=2)
def test_46(): assert {"a": {"b": {"c": 1}}} == {"a": {"b": {"c": 2}}}
def test_47(): assert "   " == "  "
def test_48(): assert 3 == (y := 4)
def test_49():  # comment
    assert f(2) == 3  # trailing
def test_50(): assert A().x == 5 and A().m() == 6 or f(0)
def test_51():
    values = [1, 2]
    for v in values:
        assert v == 1
def test_52(): assert [] == [1]
def test_53(): assert A == 3
def test_54(): assert sys.version_info.major == 2
def test_55(): assert {} == {"a": 1}
def test_56(): assert "long " * 30 == "long " * 29 + "short "
def test_57(): assert [[1, 2], [3, 4]] == [[1, 2], [3, 5]]
def test_58(): assert set() == {1}
def test_59(): assert 1 in [2, 3]
def test_60(): assert not 1 in [1, 2]
def test_61(): assert f"{f()}" == "2"
def test_62(): assert (1 if f() else 2) == 2
''')
sys.exit(pytest.main(['test_asserts.py']))
