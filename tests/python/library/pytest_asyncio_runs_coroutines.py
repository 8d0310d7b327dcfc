# recorded by hand: pytest is none of CPython's libraries
"""Tests and fixtures that are coroutines, in loops of several scopes; the time that they take."""
import pathlib
import sys
import pytest

pathlib.Path('test_coroutines.py').write_text(r'''"""Coroutines as tests."""
import asyncio
import contextvars
import sys
import pytest
import pytest_asyncio

var = contextvars.ContextVar("var", default="none")

@pytest_asyncio.fixture
async def conn():
    await asyncio.sleep(0.1)
    var.set("set")
    print("open")
    yield {"loop": asyncio.get_running_loop()}
    await asyncio.sleep(0.1)
    print("close")

@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared():
    return asyncio.get_running_loop()

@pytest.mark.asyncio
async def test_one(conn):
    assert conn["loop"] is asyncio.get_running_loop()
    assert var.get() == "set"
    await asyncio.sleep(1)

@pytest.mark.asyncio
async def test_fail():
    async def inner(x):
        await asyncio.sleep(0)
        raise ValueError(f"bad {x}")
    await inner(3)

@pytest.mark.asyncio
async def test_gather(conn):
    results = await asyncio.gather(*[asyncio.sleep(0.1, i) for i in range(3)])
    assert results == [0, 1, 3]

@pytest.mark.asyncio(loop_scope="module")
async def test_shared(shared):
    assert shared is asyncio.get_running_loop()

@pytest.mark.asyncio(loop_scope="module")
class TestLoop:
    loop = None
    async def test_a(self, shared):
        TestLoop.loop = asyncio.get_running_loop()
        assert shared is self.loop
    async def test_b(self):
        assert TestLoop.loop is asyncio.get_running_loop()

async def test_unmarked():
    pass

@pytest.mark.asyncio
def test_sync():
    pass

@pytest.mark.asyncio
@pytest.mark.parametrize("n", [1, 2])
async def test_param(n):
    with pytest.raises(asyncio.TimeoutError):
        async with asyncio.timeout(0.1):
            await asyncio.sleep(n)

@pytest.mark.asyncio
async def test_group():
    async def bad():
        raise RuntimeError("in group")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad())
        tg.create_task(asyncio.sleep(1))

@pytest.mark.anyio
async def test_any():
    import anyio
    await anyio.sleep(0.1)

@pytest.fixture
async def plain():
    return 3

def test_needs_plain(plain):
    assert plain == 3

@pytest.mark.asyncio
async def test_unawaited():
    asyncio.sleep(1)
''')
sys.exit(pytest.main(['-v', '--durations=3', 'test_coroutines.py']))
