"""The modules that asyncio is made of can be imported one by one."""
import asyncio
import functools
from asyncio import base_futures, base_subprocess, base_tasks, coroutines, format_helpers, sslproto, trsock


def f(*args):
    pass


print(base_futures._PENDING, base_futures._CANCELLED, base_futures._FINISHED, base_futures.isfuture(1))
print(format_helpers._format_callback_source(f, (1, "text"), debug=True))
print(format_helpers._format_callback(functools.partial(f, 1, key=2), ("x",), {}, debug=True))
print(format_helpers._format_args_and_kwargs((1,), {"a": 2}), format_helpers._get_function_source(print))
print([frame.name for frame in format_helpers.extract_stack()])
print(trsock.TransportSocket, base_subprocess.BaseSubprocessTransport)
print(sslproto.add_flowcontrol_defaults(None, None, 512), sslproto.add_flowcontrol_defaults(None, 10, 1))
print(list(sslproto.SSLProtocolState), coroutines._is_debug_mode())


async def sleeper():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(sleeper(), name="sleeper")
    print(coroutines._format_coroutine(task.get_coro()))
    await asyncio.sleep(0)
    print(base_tasks._task_repr_info(task))
    print([frame.f_lineno for frame in base_tasks._task_get_stack(task, None)])
    await task
    print(base_tasks._task_repr(task))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(f)
    future.add_done_callback(print)
    future.add_done_callback(f)
    print(base_futures._future_repr(future))
    future.set_exception(ValueError("no"))
    print(base_futures._future_repr_info(future))
    future.exception()
    print(coroutines._format_coroutine(task.get_coro()))


asyncio.run(main())
