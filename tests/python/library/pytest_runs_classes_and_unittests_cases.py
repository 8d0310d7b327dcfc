# recorded by hand: pytest is none of CPython's libraries
"""Classes with their setting up, unittest's cases, subtests, chains of exceptions, threads that fail."""
import pathlib
import sys
import pytest

pathlib.Path('test_classes.py').write_text(r'''"""Classes, setup functions, unittest."""
import sys
import threading
import unittest
import warnings
import pytest

def setup_module(module): print("setup_module", module.__name__)
def teardown_module(): print("teardown_module")
def setup_function(f): print("setup_function", f.__name__)
def teardown_function(f): print("teardown_function")

def test_plain(): assert 0

class TestA:
    @classmethod
    def setup_class(cls): cls.n = 0; print("setup_class")
    @classmethod
    def teardown_class(cls): print("teardown_class")
    def setup_method(self, method): self.m = method.__name__
    def teardown_method(self): print("teardown_method")
    def test_x(self): assert self.m == "test_x"
    def test_y(self): assert self.m == "test_x"
    @pytest.fixture
    def own(self): return self.m
    def test_own(self, own): assert own == "test_own"
    @staticmethod
    def test_static(): pass
    @pytest.mark.parametrize("a", [1, 2])
    def test_param(self, a): assert a == 1
    def helper(self): pass

class TestInit:
    def __init__(self): pass
    def test_a(self): pass

class Base:
    def test_inherited(self): assert self.value == 1
class TestD1(Base): value = 1
class TestD2(Base): value = 2

class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("setUpClass")
    def setUp(self): self.a = 1
    def tearDown(self): print("tearDown")
    def test_ok(self): self.assertEqual(self.a, 1)
    def test_eq(self): self.assertEqual([1, 2], [1, 3])
    def test_in(self): self.assertIn(3, [1, 2], "msg")
    def test_raise(self):
        with self.assertRaises(ValueError):
            pass
    @unittest.skip("skipped")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail("x")
    @unittest.expectedFailure
    def test_xp(self): pass
    def test_err(self): raise KeyError("k")
    def test_skipt(self): self.skipTest("later")
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

class AsyncCase(unittest.IsolatedAsyncioTestCase):
    async def test_a(self):
        self.assertTrue(False)

def test_thread():
    def run(): raise ValueError("in thread")
    t = threading.Thread(target=run, name="T1")
    t.start()
    t.join()

def test_return(): return 3

def test_warns():
    with pytest.warns(UserWarning, match="abc"):
        warnings.warn("abcd", UserWarning)
    with pytest.warns(DeprecationWarning):
        warnings.warn("x", UserWarning)

def test_raises():
    with pytest.raises(ValueError, match=r"^a+$") as info:
        raise ValueError("aaa")
    assert str(info.value) == "aaa"
    assert info.type is ValueError
    with pytest.raises(ValueError):
        int("3")

def test_raises_match():
    with pytest.raises(ValueError, match="zzz"):
        int("q")

def test_raises_other():
    with pytest.raises(ValueError):
        {}["x"]

def test_chain():
    try:
        {}["x"]
    except KeyError as e:
        raise RuntimeError("second") from e

def test_context():
    try:
        1 / 0
    except ZeroDivisionError:
        int("q")

def deep(n):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1)

def test_deep():
    deep(3)

def test_rec():
    def f(): return f()
    f()

def test_group():
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])

def test_subtests(subtests):
    for i in range(3):
        with subtests.test("sub", i=i):
            assert i != 1

class TestYield:
    @pytest.fixture(autouse=True)
    def prep(self, request):
        self.x = 5
        yield
        print("done")
    def test_it(self): assert self.x == 6
''')
sys.exit(pytest.main(['test_classes.py']))
