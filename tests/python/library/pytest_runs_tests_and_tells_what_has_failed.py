# recorded by hand: pytest is none of CPython's libraries
"""A run of pytest: the letters of its tests, failures with their frames, and the summary."""
import pathlib
import sys
import pytest

pathlib.Path('test_first.py').write_text(r'''import sys
import pytest

def helper(x):
    return x * 2

class P:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'P({self.v})'

@pytest.fixture
def five():
    return 5

def test_ok(five):
    assert five == 5

def test_eq(five):
    print("hello out")
    assert helper(five) == 11

def test_list():
    assert [1, 2, 3] == [1, 2, 4], "lists differ"

def test_attr():
    p = P(3)
    assert p.v == 4 and True

def test_raise():
    helper(None)

def test_bool():
    a, b = 0, []
    assert a or b or helper(0)

@pytest.mark.parametrize("x,y", [(1, 2), (2, 4), (3, 7)])
def test_p(x, y):
    assert helper(x) == y

@pytest.mark.skip(reason="not now")
def test_skip(): pass

@pytest.mark.xfail
def test_xf(): assert False

class TestC:
    def setup_method(self): self.z = 1
    def test_m(self):
        assert self.z == 2

async def test_async(): pass
''')
sys.exit(pytest.main(['test_first.py']))
