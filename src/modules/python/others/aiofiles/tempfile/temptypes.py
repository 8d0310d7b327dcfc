"""A temporary file that stays in memory while it is small, and a temporary folder."""
from ..base import AsyncBase
from ..threadpool.utils import cond_delegate_to_executor, delegate_to_executor, proxy_property_directly


@delegate_to_executor('fileno', 'rollover')
@cond_delegate_to_executor('close', 'flush', 'isatty', 'read', 'readline', 'readlines', 'seek', 'tell', 'truncate')
@proxy_property_directly('closed', 'encoding', 'mode', 'name', 'newlines')
class AsyncSpooledTemporaryFile(AsyncBase):
    """A temporary file that goes to the disk once it is too large."""

    async def _check(self):
        limit = self._file._max_size
        if not self._file._rolled and limit and self._file.tell() > limit:
            await self.rollover()

    async def _put(self, name, what):
        if self._file._rolled:
            return await self._loop.run_in_executor(self._executor, getattr(self._file, name), what)
        given = getattr(self._file._file, name)(what)
        await self._check()
        return given

    async def write(self, s):
        return await self._put('write', s)

    async def writelines(self, iterable):
        return await self._put('writelines', iterable)


@delegate_to_executor('cleanup')
@proxy_property_directly('name')
class AsyncTemporaryDirectory:
    """A folder that goes when it is left."""

    def __init__(self, file, loop, executor):
        self._file, self._loop, self._executor = file, loop, executor

    async def close(self):
        await self.cleanup()
