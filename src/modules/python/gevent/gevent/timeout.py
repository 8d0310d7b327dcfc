"""Timeouts: raised in the greenlet that started them."""
from gevent.hub import get_hub
from greenlet import getcurrent

__all__ = ['Timeout', 'with_timeout']


class _Never:
    """The timer of a timeout that does not end."""
    active = pending = False

    def start(self, *args, **kwargs):
        raise AssertionError('non-expiring timer cannot be started')

    def stop(self):
        pass

    close = cancel = stop

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


_FakeTimer = _Never()


class Timeout(BaseException):
    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        super().__init__()
        self.seconds, self.exception = seconds, exception
        self.timer = _FakeTimer if seconds is None else get_hub().loop.timer(seconds or 0.0)

    def start(self):
        if self.pending:
            raise AssertionError(f'{self!r} is already started; to restart it, cancel it first')
        if self.seconds is not None:
            thrown = self if self.exception is None or self.exception is False or isinstance(self.exception, str) else self.exception
            self.timer.start(getcurrent().throw, thrown)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if not isinstance(timeout, Timeout):
            timeout = cls(timeout, exception, ref=ref)
        if not timeout.pending:
            timeout.start()
        return timeout

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None):
        return _FakeTimer if timeout is None else Timeout.start_new(timeout, exception)

    @property
    def pending(self):
        return self.timer.pending

    def cancel(self):
        self.timer.stop()

    def close(self):
        self.timer.close()
        self.timer = _FakeTimer

    def __repr__(self):
        exception = '' if self.exception is None else f' exception={self.exception!r}'
        return f'<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{exception}{" pending" if self.pending else ""}>'

    def __str__(self):
        if self.seconds is None:
            return ''
        end = '' if self.exception is None else ' (silent)' if self.exception is False else f': {self.exception}'
        return f'{self.seconds} second{"" if self.seconds == 1 else "s"}{end}'

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return True if value is self and self.exception is False else None

    def __lt__(self, other):
        return self.seconds < getattr(other, 'seconds', other)


def with_timeout(seconds, function, *args, **kwds):
    silent = 'timeout_value' in kwds
    value = kwds.pop('timeout_value', None)
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwds)
    except Timeout as error:
        if error is timeout and silent:
            return value
        raise
    finally:
        timeout.close()
