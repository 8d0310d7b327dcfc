"""Time limits as they were before asyncio had its own."""
import asyncio as _asyncio

__version__ = '5.0.1'
__all__ = ['timeout', 'timeout_at', 'Timeout']


def timeout(delay):
    """A limit of so many seconds; None: none."""
    if delay is None:
        return Timeout(None)
    return Timeout(_asyncio.get_running_loop().time() + delay)


def timeout_at(deadline):
    """A limit at a moment of the loop's time."""
    return Timeout(deadline)


class _Expired:
    """Whether a limit has passed; older programs ask without calling it."""

    def __init__(self, value):
        self._value = value

    def __call__(self):
        return self._value

    def __bool__(self):
        return self._value

    def __repr__(self):
        return repr(self._value)


class Timeout:
    """`async with` it."""

    def __init__(self, when):
        self._limit = _asyncio.timeout_at(when)

    @property
    def expired(self):
        return _Expired(self._limit.expired())

    @property
    def deadline(self):
        return self._limit.when()

    def reject(self):
        """Takes the limit away."""
        if not self.expired:
            self._limit.reschedule(None)

    def shift(self, delay):
        """Moves the limit by so many seconds."""
        now = self._limit.when()
        if now is None:
            raise RuntimeError('cannot shift timeout if deadline is not scheduled')
        self._limit.reschedule(now + delay)

    def update(self, deadline):
        self._limit.reschedule(deadline)

    async def __aenter__(self):
        await self._limit.__aenter__()
        return self

    async def __aexit__(self, kind, exc, traceback):
        return await self._limit.__aexit__(kind, exc, traceback)
