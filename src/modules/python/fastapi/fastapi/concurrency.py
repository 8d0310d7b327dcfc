"""Functions and context managers in threads."""
from contextlib import asynccontextmanager

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool, run_until_first_complete


@asynccontextmanager
async def contextmanager_in_threadpool(cm):
    value = await run_in_threadpool(cm.__enter__)
    try:
        yield value
    except BaseException as e:
        if not await run_in_threadpool(cm.__exit__, type(e), e, e.__traceback__):
            raise
    else:
        await run_in_threadpool(cm.__exit__, None, None, None)
