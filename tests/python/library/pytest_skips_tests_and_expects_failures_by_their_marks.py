# recorded by hand: pytest is none of CPython's libraries
"""Marks: skipping, expected failures, parameters and their names."""
import pathlib
import sys
import pytest

pathlib.Path('test_marks.py').write_text(r'''"""Marks."""
import sys
import pytest

pytestmark = pytest.mark.slow

@pytest.mark.skip
def test_s1(): pass

@pytest.mark.skip("because")
def test_s2(): pass

@pytest.mark.skipif(sys.version_info > (3, 0), reason="new python")
def test_s3(): pass

@pytest.mark.skipif("sys.platform == 'linux'")
def test_s4(): pass

@pytest.mark.skipif(False, reason="no")
def test_s5(): pass

def test_s6():
    pytest.skip("inside")

@pytest.mark.xfail(reason="known bug")
def test_x1():
    assert 1 == 2

@pytest.mark.xfail
def test_x2():
    pass

@pytest.mark.xfail(strict=True, reason="must fail")
def test_x3():
    pass

@pytest.mark.xfail(raises=ValueError)
def test_x4():
    raise KeyError("k")

@pytest.mark.xfail(raises=(ValueError, KeyError))
def test_x5():
    raise KeyError("k")

@pytest.mark.xfail(run=False, reason="crashes")
def test_x6():
    raise SystemExit

def test_x7():
    pytest.xfail("dynamic")

@pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.xfail), pytest.param(3, id="three"), pytest.param(4, marks=pytest.mark.skip(reason="four"))])
def test_p(n):
    assert n % 2 == 1

@pytest.mark.parametrize("a", [0, 1])
@pytest.mark.parametrize("b", ["x", "y"])
def test_stack(a, b):
    assert a or b == "x"

@pytest.mark.parametrize("v", [None, 1.5, "s p", b"by", [1], {"a": 1}, object, int, ("t",), True, "é", ""])
def test_ids(v):
    pass

@pytest.mark.parametrize(("x", "y"), [(1, 2), (3, 4)], ids=["one-two", "three-four"])
def test_named(x, y):
    assert x < y

@pytest.mark.parametrize("x", [1, 2, 3], ids=lambda v: f"v{v}")
def test_idfn(x):
    pass

@pytest.fixture
def double(request):
    return request.param * 2

@pytest.mark.parametrize("double", [1, 2], indirect=True)
def test_indirect(double):
    assert double == 2

def test_fail():
    pytest.fail("on purpose")

def test_fail2():
    pytest.fail("no trace", pytrace=False)

def test_exit_code():
    sys.exit(3)

@pytest.mark.parametrize("x", [])
def test_empty(x):
    pass
''')
sys.exit(pytest.main(['-v', '-rA', 'test_marks.py']))
