"""A value that will be there."""
import enum
import types
from anyio._errors import FutureAlreadyFinished, FutureCancelled, FutureFailed, FutureNotFinished
from anyio._sync import Event


class Future:
    __class_getitem__ = classmethod(types.GenericAlias)

    class Status(enum.Enum):
        PENDING, FINISHED, CANCELLED, FAILED = range(1, 5)

    def __init__(self, *, name=None):
        self._over, self._name, self.status, self._value, self._error = Event(), name, self.Status.PENDING, None, None

    def _end(self, status):
        if self.status is self.Status.CANCELLED:
            raise FutureCancelled('future was cancelled')
        if self.status is not self.Status.PENDING:
            raise FutureAlreadyFinished('future already failed' if self.status is self.Status.FAILED else 'future has already finished')
        self.status = status
        self._over.set()

    async def wait(self):
        await self._over.wait()

    def cancel(self):
        if self.status is self.Status.PENDING:
            self._end(self.Status.CANCELLED)

    @property
    def exception(self):
        if self.status is self.Status.PENDING:
            raise FutureNotFinished('the future has not finished yet')
        if self.status is self.Status.CANCELLED:
            raise FutureCancelled('the future was cancelled')
        return self._error

    @exception.setter
    def exception(self, error):
        self._end(self.Status.FAILED)
        self._error = error

    @property
    def return_value(self):
        if self.exception is not None:
            raise FutureFailed('the future raised an exception') from self._error
        return self._value

    @return_value.setter
    def return_value(self, value):
        self._end(self.Status.FINISHED)
        self._value = value

    def __await__(self):
        yield from self.wait().__await__()
        return self.return_value

    def __repr__(self):
        return f'<{type(self).__name__} {self.status.name.lower()} name={self._name!r}>'


Future.__module__ = 'anyio'
