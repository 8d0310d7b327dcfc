# recorded by hand: pytest is none of CPython's libraries
"""Fixtures of several scopes with parameters, in the order in which they are set up and torn down."""
import pathlib, pytest, sys
pathlib.Path('test_scopes.py').write_text('''
import pytest
@pytest.fixture(scope="module", params=["m1", "m2"])
def modarg(request):
    print("  SETUP modarg", request.param)
    yield request.param
    print("  TEARDOWN modarg", request.param)
@pytest.fixture(scope="function", params=[1, 2])
def otherarg(request):
    print("  SETUP otherarg", request.param)
    yield request.param
    print("  TEARDOWN otherarg", request.param)
def test_0(otherarg): print("  RUN test0 with otherarg", otherarg)
def test_1(modarg): print("  RUN test1 with modarg", modarg)
def test_2(otherarg, modarg): print("  RUN test2", otherarg, modarg)
@pytest.fixture(scope="session")
def sess(func): return 1
@pytest.fixture
def func(): return 2
def test_mismatch(sess): pass
@pytest.fixture
def a(b): return 1
@pytest.fixture
def b(a): return 1
def test_loop(a): pass
def test_dyn(request):
    request.getfixturevalue("modarg")
@pytest.fixture
def two():
    yield 1
    yield 2
def test_two(two): pass
@pytest.fixture
def failing(request):
    request.addfinalizer(lambda: print("finalized"))
    assert 1 == 2
def test_failing(failing): pass
def test_direct():
    func()
class TestClass:
    @pytest.fixture(scope="class", autouse=True)
    def prepare(self, request):
        request.cls.number = 7
        yield
        print("class done")
    def test_n(self): assert self.number == 7
    def test_m(self, request): assert request.cls is TestClass and request.instance is self
@pytest.mark.parametrize("modarg", ["x"], indirect=True)
def test_ind(modarg): assert modarg == "x"
@pytest.mark.parametrize("otherarg,val", [(5, "v")], indirect=["otherarg"])
def test_ind2(otherarg, val): assert (otherarg, val) == (5, "v")
''')
sys.exit(pytest.main(['-v', '-s', 'test_scopes.py', *sys.argv[1:]]))
