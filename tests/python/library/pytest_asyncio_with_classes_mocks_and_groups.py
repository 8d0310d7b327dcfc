# recorded by hand: pytest is none of CPython's libraries
"""Coroutines in classes, with mocks, with tasks that fail and that are left."""
import pathlib, pytest, sys
pathlib.Path('test_n.py').write_text('''
import asyncio, pytest, pytest_asyncio, contextvars
from unittest import mock
from unittest.mock import AsyncMock, patch, MagicMock

class Service:
    async def fetch(self, n):
        await asyncio.sleep(0.01 * n)
        if n > 3: raise ValueError(f"too big: {n}")
        return n * 2

@pytest.fixture
def service(): return Service()

@pytest_asyncio.fixture
async def queue():
    q = asyncio.Queue()
    task = asyncio.create_task(worker(q))
    yield q
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("worker cancelled")

results = []
async def worker(q):
    while True:
        item = await q.get()
        results.append(item)
        q.task_done()

class TestService:
    pytestmark = pytest.mark.asyncio
    async def test_fetch(self, service):
        assert await service.fetch(2) == 5
    async def test_error(self, service):
        with pytest.raises(ValueError, match="too big: 5"):
            await service.fetch(5)
    async def test_uncaught(self, service):
        await asyncio.gather(service.fetch(1), service.fetch(9))
    @pytest.mark.parametrize("n,expected", [(1, 2), (2, 4), (3, 7)])
    async def test_many(self, service, n, expected):
        assert await service.fetch(n) == expected

@pytest.mark.asyncio
async def test_queue(queue):
    for i in range(3): await queue.put(i)
    await queue.join()
    assert results == [0, 1, 2]

@pytest.mark.asyncio
async def test_mock():
    m = AsyncMock(return_value=3)
    assert await m(1) == 3
    m.assert_awaited_once_with(1)

@pytest.mark.asyncio
async def test_wait_for():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.1)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(1)), asyncio.create_task(asyncio.sleep(5))], timeout=2)
    assert len(done) == 2, "not all are done"

@pytest.mark.asyncio
async def test_leak():
    asyncio.create_task(asyncio.sleep(100))

@pytest.mark.asyncio
async def test_task_error():
    async def bad(): raise RuntimeError("lost")
    t = asyncio.create_task(bad())
    await asyncio.sleep(0.1)

@patch("asyncio.sleep", new_callable=AsyncMock)
def test_patched(sleep):
    asyncio.run(asyncio.sleep(5))
    sleep.assert_called_once_with(5)

@pytest.mark.asyncio
@pytest.mark.xfail(reason="later")
async def test_xf(): assert False

@pytest.mark.asyncio
@pytest.mark.skip(reason="skipping")
async def test_sk(): assert False

def test_run():
    async def main():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(Service().fetch(7))
    asyncio.run(main())

@pytest_asyncio.fixture
def sync_fix():
    return asyncio.get_event_loop_policy() is not None
@pytest.mark.asyncio
async def test_sf(sync_fix): assert sync_fix

@pytest.mark.asyncio
async def test_return(): return 3
''')
print(int(pytest.main(['test_n.py', *sys.argv[1:]])))
