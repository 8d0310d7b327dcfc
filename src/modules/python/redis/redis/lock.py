"""A lock that is a key of the server's: who sets it holds it."""
import logging
import threading
import time
import uuid
from types import SimpleNamespace

from redis.exceptions import LockError, LockNotOwnedError

logger = logging.getLogger(__name__)
# Each begins by asking whether the key is still the one that was set.
_OWNED = "if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end "
RELEASE = _OWNED + "redis.call('del', KEYS[1]) return 1"
EXTEND = _OWNED + """
local left = redis.call('pttl', KEYS[1])
if left < 0 then return 0 end
redis.call('pexpire', KEYS[1], ARGV[3] == '0' and ARGV[2] + left or ARGV[2])
return 1"""
REACQUIRE = _OWNED + "redis.call('pexpire', KEYS[1], ARGV[2]) return 1"
_NOT_OWNED = "Cannot release a lock that's no longer owned"


class LockBase:
    lua_release = lua_extend = lua_reacquire = None

    def __init__(self, redis, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, thread_local=True, raise_on_release_error=True):
        self.redis, self.name, self.timeout, self.sleep = redis, name, timeout, sleep
        self.blocking, self.blocking_timeout, self.thread_local = blocking, blocking_timeout, bool(thread_local)
        self.raise_on_release_error = raise_on_release_error
        self.local = threading.local() if self.thread_local else SimpleNamespace()
        self.local.token = None
        self.register_scripts()

    def register_scripts(self):
        kind = type(self)
        if kind.lua_release is None:
            kind.lua_release, kind.lua_extend, kind.lua_reacquire = map(self.redis.register_script, (RELEASE, EXTEND, REACQUIRE))

    def _encoded(self, token):
        return self.redis.get_encoder().encode(token)

    def _set(self, token):
        return self.redis.set(self.name, token, nx=True, px=int(self.timeout * 1000) if self.timeout else None)

    def _check(self, what):
        if self.local.token is None:
            raise LockError(f'Cannot {what} an unlocked lock')
        if self.timeout is None:
            raise LockError(f'Cannot {what} a lock with no timeout')

    def _let_go(self):
        """The token that was held."""
        token, self.local.token = self.local.token, None
        if token is None:
            raise LockError("Cannot release a lock that's not owned or is already unlocked.", lock_name=self.name)
        return token

    def _owned(self, stored):
        if stored and not isinstance(stored, bytes):
            stored = self._encoded(stored)
        return self.local.token is not None and stored == self.local.token

    def _extension(self, additional_time, replace_ttl):
        return [self.local.token, int(additional_time * 1000), '1' if replace_ttl else '0']

    def _options(self, blocking, blocking_timeout, token):
        token = uuid.uuid1().hex.encode() if token is None else self._encoded(token)
        return self.blocking if blocking is None else blocking, self.blocking_timeout if blocking_timeout is None else blocking_timeout, token


class Lock(LockBase):
    def __enter__(self):
        if self.acquire():
            return self
        raise LockError('Unable to acquire lock within the time specified', lock_name=self.name)

    def __exit__(self, kind, value, traceback):
        try:
            self.release()
        except LockError:
            if self.raise_on_release_error:
                raise
            logger.warning('Lock was unlocked or no longer owned when exiting context manager.')

    def acquire(self, sleep=None, blocking=None, blocking_timeout=None, token=None):
        sleep = self.sleep if sleep is None else sleep
        blocking, blocking_timeout, token = self._options(blocking, blocking_timeout, token)
        stop = None if blocking_timeout is None else time.monotonic() + blocking_timeout
        while True:
            if self.do_acquire(token):
                self.local.token = token
                return True
            if not blocking or stop is not None and time.monotonic() + sleep > stop:
                return False
            time.sleep(sleep)

    def do_acquire(self, token):
        return bool(self._set(token))

    def locked(self):
        return self.redis.get(self.name) is not None

    def owned(self):
        return self._owned(self.redis.get(self.name))

    def release(self):
        self.do_release(self._let_go())

    def do_release(self, expected_token):
        if not self.lua_release(keys=[self.name], args=[expected_token], client=self.redis):
            raise LockNotOwnedError(_NOT_OWNED, lock_name=self.name)

    def extend(self, additional_time, replace_ttl=False):
        self._check('extend')
        return self.do_extend(additional_time, replace_ttl)

    def do_extend(self, additional_time, replace_ttl):
        if not self.lua_extend(keys=[self.name], args=self._extension(additional_time, replace_ttl), client=self.redis):
            raise LockNotOwnedError("Cannot extend a lock that's no longer owned", lock_name=self.name)
        return True

    def reacquire(self):
        self._check('reacquire')
        return self.do_reacquire()

    def do_reacquire(self):
        if not self.lua_reacquire(keys=[self.name], args=[self.local.token, int(self.timeout * 1000)], client=self.redis):
            raise LockNotOwnedError("Cannot reacquire a lock that's no longer owned", lock_name=self.name)
        return True
