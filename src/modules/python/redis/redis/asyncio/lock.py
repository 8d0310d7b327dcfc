"""A lock that is a key of the server's, for tasks."""
import asyncio
import logging

from redis.exceptions import LockError, LockNotOwnedError
from redis.lock import _NOT_OWNED, LockBase

logger = logging.getLogger(__name__)


class Lock(LockBase):
    async def __aenter__(self):
        if await self.acquire():
            return self
        raise LockError('Unable to acquire lock within the time specified')

    async def __aexit__(self, kind, value, traceback):
        try:
            await self.release()
        except LockError:
            if self.raise_on_release_error:
                raise
            logger.warning('Lock was unlocked or no longer owned when exiting context manager.')

    async def acquire(self, blocking=None, blocking_timeout=None, token=None):
        blocking, blocking_timeout, token = self._options(blocking, blocking_timeout, token)
        loop = asyncio.get_running_loop()
        stop = None if blocking_timeout is None else loop.time() + blocking_timeout
        while True:
            if await self.do_acquire(token):
                self.local.token = token
                return True
            if not blocking or stop is not None and loop.time() + self.sleep > stop:
                return False
            await asyncio.sleep(self.sleep)

    async def do_acquire(self, token):
        return bool(await self._set(token))

    async def locked(self):
        return await self.redis.get(self.name) is not None

    async def owned(self):
        return self._owned(await self.redis.get(self.name))

    def release(self):
        return self.do_release(self._let_go())

    async def do_release(self, expected_token):
        if not await self.lua_release(keys=[self.name], args=[expected_token], client=self.redis):
            raise LockNotOwnedError(_NOT_OWNED)

    def extend(self, additional_time, replace_ttl=False):
        self._check('extend')
        return self.do_extend(additional_time, replace_ttl)

    async def do_extend(self, additional_time, replace_ttl):
        if not await self.lua_extend(keys=[self.name], args=self._extension(additional_time, replace_ttl), client=self.redis):
            raise LockNotOwnedError("Cannot extend a lock that's no longer owned")
        return True

    def reacquire(self):
        self._check('reacquire')
        return self.do_reacquire()

    async def do_reacquire(self):
        if not await self.lua_reacquire(keys=[self.name], args=[self.local.token, int(self.timeout * 1000)], client=self.redis):
            raise LockNotOwnedError("Cannot reacquire a lock that's no longer owned")
        return True
