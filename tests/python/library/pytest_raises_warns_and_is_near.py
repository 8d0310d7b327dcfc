# recorded by hand: pytest is none of CPython's libraries
"""What must be raised, alone and in groups, what must be warned of, and what is near."""
import pathlib, pytest, sys
pathlib.Path('test_rg.py').write_text('''
import pytest, re, warnings
from decimal import Decimal
from datetime import datetime, timedelta
def test_g1():
    with pytest.RaisesGroup(ValueError, TypeError):
        raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
def test_g2():
    with pytest.RaisesGroup(ValueError):
        raise ExceptionGroup("x", [TypeError(2)])
def test_g3():
    with pytest.RaisesGroup(pytest.RaisesExc(ValueError, match="a"), KeyError):
        raise ExceptionGroup("x", [ValueError("b"), KeyError("c")])
def test_g4():
    with pytest.RaisesGroup(ValueError):
        pass
def test_g5():
    with pytest.RaisesGroup(ValueError, flatten_subgroups=True):
        raise ExceptionGroup("x", [ExceptionGroup("y", [ValueError(2)])])
def test_g6():
    with pytest.RaisesGroup(ValueError):
        raise ValueError(2)
def test_r1():
    with pytest.raises((KeyError, ValueError)) as e:
        raise ValueError("v")
    assert "w" in str(e.value)
def test_r2():
    with pytest.raises(ValueError, match=re.escape("a.b")):
        raise ValueError("a+b")
def test_r3():
    with pytest.raises(ValueError, check=lambda e: e.args == (2,)):
        raise ValueError(1)
def test_r5():
    e = pytest.raises(ZeroDivisionError, lambda x: 1 / x, 0)
    assert e.match("division")
    assert e.match("nope")
def test_r6():
    with pytest.raises(ValueError, match="^exact$"):
        raise ValueError("exactly")
def test_r7():
    with pytest.raises(ExceptionGroup) as e:
        raise ExceptionGroup("g", [ValueError("in")])
    assert e.group_contains(ValueError, match="in")
    assert e.group_contains(KeyError)
def test_w1():
    with pytest.warns(UserWarning):
        pass
def test_w2():
    with pytest.warns(UserWarning, match="z"):
        warnings.warn("abc")
def test_w3():
    with pytest.deprecated_call():
        warnings.warn("old", DeprecationWarning)
    with pytest.deprecated_call():
        pass
def test_ap1(): assert 1.0 == pytest.approx(2)
def test_ap2(): assert Decimal("1.0") == pytest.approx(Decimal("1.1"))
def test_ap3(): assert datetime(2020, 1, 1) == pytest.approx(datetime(2020, 1, 2), abs=timedelta(hours=1))
def test_ap4(): assert [1, 2, 3] == pytest.approx([1, 2])
def test_ap5(): assert {"a": 1, "b": 2} == pytest.approx({"a": 1, "b": 3})
def test_ap6(): assert 3 + 4j == pytest.approx(3)
def test_ap7(): assert 1 == pytest.approx("x")
def test_ap8(): assert {1} == pytest.approx({1})
def test_ap9(): assert 1 != pytest.approx(1)
def test_ap10(): assert pytest.approx(1)
def test_ap11(): assert [0.0, 1.0] == pytest.approx([0.1, float("nan")])
def test_ap12(): assert 100 == pytest.approx(90, rel=0.01)
''')
print(int(pytest.main(['test_rg.py', *sys.argv[1:]])))
