"""Private functions of asyncio's modules, and methods of Runner, that a program replaces are called."""
import asyncio
from unittest import mock
from unittest.mock import AsyncMock, patch


async def work(n):
    return n


def spied(module, name):
    return patch.object(module, name, side_effect=getattr(module, name))


async def main():
    loop = asyncio.get_running_loop()
    with spied(asyncio.futures, '_chain_future') as chain:
        print(await asyncio.to_thread(int, 5), chain.call_count)
        print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(6), loop)), chain.call_count > 1)
    with spied(asyncio.futures, '_set_result_unless_cancelled') as put:
        print(await asyncio.sleep(0.1, 'slept'), put.call_args.args[1])
    with spied(asyncio.futures, '_copy_future_state') as copy, spied(asyncio.futures, '_set_concurrent_future_state') as put:
        print(await asyncio.to_thread(int, 7), copy.call_count, put.call_count)
        asyncio.run_coroutine_threadsafe(work(8), loop)
        await asyncio.sleep(0.1)
        print(copy.call_count, put.call_count)
    with patch('asyncio.futures.isfuture', return_value=True):
        print(asyncio.ensure_future(5))
    with spied(asyncio.tasks, '_wait') as wait:
        done, pending = await asyncio.wait([asyncio.create_task(work(9))], timeout=5)
        print([task.result() for task in done], pending, wait.call_args.args[1:3])
        done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(9))], timeout=1)
        print(len(done), len(pending))
    with patch('asyncio.tasks._wait', AsyncMock(return_value='waited')):
        print(await asyncio.wait([asyncio.create_task(work(1))]))
    with patch('asyncio.threads.events.get_running_loop') as get:
        get.return_value.run_in_executor = AsyncMock(return_value='run')
        print(await asyncio.to_thread(int), get.call_count)
    with patch('asyncio.events.get_running_loop') as get:
        get.return_value.create_task.return_value = 'task'
        print(asyncio.create_task(5, name='n'), get.mock_calls)
    with patch('asyncio.locks.Event') as event:
        queue = asyncio.Queue()
        queue.put_nowait(1)
        queue.get_nowait()
        queue.task_done()
        print(event.mock_calls)


asyncio.run(main())
with patch('asyncio.coroutines._is_debug_mode', return_value=True):
    loop = asyncio.new_event_loop()
    print(loop.get_debug())
    loop.close()
with patch.object(asyncio.Runner, 'run', return_value=8) as run:
    print(asyncio.run(5), run.mock_calls)
with patch.object(asyncio.Runner, 'close', autospec=True, side_effect=asyncio.Runner.close) as close:
    print(asyncio.run(work(10)), close.call_count)
with patch('asyncio.runners.Runner') as runner:
    asyncio.run(5, debug=True)
    print(runner.mock_calls == [mock.call(debug=True, loop_factory=None), mock.call().__enter__(),
                                mock.call().__enter__().run(5), mock.call().__exit__(None, None, None)])
