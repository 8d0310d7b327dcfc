# recorded by hand: pytest is none of CPython's libraries
"""Setting up and tearing down that fails, in unittest's classes too; coroutines of unittest's."""
import pathlib, pytest, sys
pathlib.Path('test_t.py').write_text('''
import asyncio, unittest, pytest, sys, os, time
class TestState(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.q = asyncio.Queue()
        await self.q.put(1)
    async def asyncTearDown(self):
        print("down")
    async def test_get(self):
        self.assertEqual(await self.q.get(), 2)
    async def test_ok(self):
        await asyncio.sleep(0.5)
    @pytest.mark.skip(reason="pytest mark")
    def test_skipped(self): pass
    @pytest.fixture(autouse=True)
    def fx(self): self.v = 3
    def test_fx(self): self.assertEqual(self.v, 3)
@unittest.skip("whole class")
class TestSkipped(unittest.TestCase):
    def test_a(self): pass
class TestSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("class setup fails")
    def test_a(self): pass
    def test_b(self): pass
class TestCleanup(unittest.TestCase):
    def test_a(self):
        self.addCleanup(lambda: 1 / 0)
    def setUp(self):
        self.x = 1
    def tearDown(self):
        assert self.x == 2
class TestTeardownErr:
    def teardown_method(self): raise ValueError("td")
    def test_a(self): pass
    def test_b(self): assert 0
@pytest.fixture(scope="module")
def mod():
    yield
    raise RuntimeError("module teardown")
def test_mod(mod): pass
def setup_module(): print("setup mod")
def test_timeout():
    with pytest.raises(TimeoutError):
        async def f():
            async with asyncio.timeout(1): await asyncio.sleep(3)
        asyncio.run(f())
def test_system_exit():
    with pytest.raises(SystemExit) as e:
        sys.exit(2)
    assert e.value.code == 3
def test_generator_cleanup():
    async def gen():
        try:
            yield 1
        finally:
            print("cleanup")
    async def main():
        async for x in gen():
            assert x == 2
    asyncio.run(main())
def test_env(): assert os.environ["PYTEST_CURRENT_TEST"] == "x"
def test_nested_raise():
    def a(): raise KeyError("inner")
    def b():
        try: a()
        except KeyError: raise ValueError("outer") from None
    b()
''')
print(int(pytest.main(['test_t.py', *sys.argv[1:]])))
