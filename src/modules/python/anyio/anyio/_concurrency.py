"""Coroutines at once: what they give, in the order of the arguments or of their ends."""
from contextlib import asynccontextmanager as _asynccontextmanager
from inspect import iscoroutine as _iscoroutine

from anyio import _seam, create_memory_object_stream, create_task_group
from anyio._errors import BrokenResourceError


async def amap(func, args):
    handles = []
    async with create_task_group() as group:
        for arg in args:
            handles.append(group.start_soon(func, arg))
    return [handle.return_value for handle in handles]


@_asynccontextmanager
async def as_completed(*awaitables):
    if not awaitables:
        raise ValueError('as_completed() takes at least one awaitable')
    send, ended = create_memory_object_stream(len(awaitables))
    handles = []

    async def runner(awaitable, index, stream):
        async with stream:
            try:
                return await awaitable
            finally:
                try:
                    stream.send_nowait(handles[index])
                except BrokenResourceError:
                    pass
    async with ended, create_task_group() as group:
        async with send:
            for index, awaitable in enumerate(awaitables):
                name = _seam.coroutine_name(awaitable) if _iscoroutine(awaitable) else None
                handles.append(group.start_soon(runner, awaitable, index, send.clone(), name=name))
        try:
            yield ended
        finally:
            group.cancel_scope.cancel()
