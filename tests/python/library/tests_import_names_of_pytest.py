# Marks, fixtures, what is to be raised, what is near.
import pytest, pytest_asyncio, asyncio
@pytest.fixture
def number(): return 5
@pytest.fixture(scope="module", params=[1, 2])
def other(request): return request.param
@pytest.mark.asyncio
async def test_a(): await asyncio.sleep(1)
@pytest.mark.parametrize("a,b", [(1, 2), pytest.param(3, 4, id="x")])
def test_b(a, b): assert a < b
@pytest.mark.skipif(True, reason="no")
class TestX: pass
with pytest.raises(ValueError, match="inv.lid") as e: int("x") if False else (_ for _ in ()).throw(ValueError("invalid x"))
print(e.value, e.type, e.typename, e.exconly(), e.match("x"))
print(pytest.raises(ZeroDivisionError, lambda: 1 / 0).value)
try:
    with pytest.raises(KeyError): pass
except BaseException as x: print(type(x).__name__, x)
try:
    with pytest.raises(KeyError): raise ValueError("through")
except ValueError as x: print(x)
print(0.1 + 0.2 == pytest.approx(0.3), [1.0000001, 2] == pytest.approx([1, 2]), 1.1 == pytest.approx(1, abs=0.2), {"a": 1} == pytest.approx({"a": 1.1}), pytest.approx(0.3), pytest.approx([1, 2.5]))
try: number()
except BaseException as x: print(type(x).__name__, str(x)[:60])
try: pytest.skip("because")
except BaseException as x: print(type(x).__name__, x, isinstance(x, Exception))
try: pytest.fail("bad")
except pytest.fail.Exception as x: print(type(x).__name__, x)
print(test_b.pytestmark[0].name, asyncio.iscoroutinefunction(test_a), TestX.pytestmark)
asyncio.run(test_a())
