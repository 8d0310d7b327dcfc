"""Events, and values that are waited for."""
from gevent._links import Linkable

__all__ = ['Event', 'AsyncResult']
_NONE = object()


class Event(Linkable):
    def __init__(self):
        super().__init__()
        self._flag = False

    def __str__(self):
        return f'<{type(self).__module__}.{type(self).__name__} at {id(self):#x} {"set" if self._flag else "clear"} _links[{self.linkcount()}]>'

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._wait(timeout)

    def _notify_links(self):
        """All that waited are told, even if it is cleared meanwhile."""
        self._notifier = None
        links, self._links = self._links, []
        for link in links:
            try:
                link(self)
            except BaseException as error:
                self.hub.handle_error((link, self), type(error), error, error.__traceback__)


class AsyncResult(Linkable):
    def __init__(self):
        super().__init__()
        self._value, self._exception = _NONE, None

    @property
    def value(self):
        return None if self._value is _NONE else self._value

    @property
    def exception(self):
        return self._exception

    @property
    def exc_info(self):
        error = self._exception
        return (type(error), error, error.__traceback__) if error is not None else ()

    def __str__(self):
        state = f'value={self.value!r} ' if self.ready() else ''
        state += 'unset ' if self._exception is None else f'exception={self._exception!r} '
        return f'<{type(self).__name__} {state} _links[{self.linkcount()}]>'

    def ready(self):
        return self._exception is not None or self._value is not _NONE

    def successful(self):
        return self._value is not _NONE

    def set(self, value=None):
        self._value = value
        self._check_and_notify()

    def set_exception(self, exception, exc_info=None):
        self._exception = exception
        self._check_and_notify()

    def get(self, block=True, timeout=None):
        self._wait_for_result(block, timeout)
        return self._result()

    def _result(self):
        if self._exception is not None:
            raise self._exception
        return self._value

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        self._wait(timeout)
        return self.value

    def __call__(self, source):
        """Takes the result of what it is linked to."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)

    def result(self, timeout=None):
        return self.get(timeout=timeout)

    set_result = set

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    def cancelled(self):
        return False


Event.__module__ = AsyncResult.__module__ = 'gevent._gevent_cevent'
