"""Mocks that threads wait for."""
from unittest._mock_calls import sentinel
from unittest._mock_magics import Base
from unittest._mock_classes import MagicMixin, Mock

__name__ = 'unittest.mock'  # where what is here is said to be

_UNGIVEN = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):  #: in unittest/mock.py
    """What lets threads wait for a mock's calls."""
    DEFAULT_TIMEOUT = None

    def _get_child_mock(self, /, **kw):
        for above in kw.get('parent'), kw.get('_new_parent'):
            if isinstance(above, ThreadingMixin):
                kw['timeout'] = above._mock_wait_timeout
                break
        return super()._get_child_mock(**kw)

    def __init__(self, *args, timeout=_UNGIVEN, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_mock_wait_timeout'] = self.DEFAULT_TIMEOUT if timeout is _UNGIVEN else timeout
        self._new_events()

    def _new_events(self):
        import threading
        self.__dict__.update(_mock_event=threading.Event(), _mock_calls_events=[],
                             _mock_calls_events_lock=threading.Lock())

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._new_events()

    def _event_of(self, args, kwargs):
        import threading
        with self._mock_calls_events_lock:
            for *given, event in self._mock_calls_events:
                if given == [args, kwargs]:
                    return event
            event = threading.Event()
            self._mock_calls_events.append((args, kwargs, event))
            return event

    def _mock_call(self, *args, **kwargs):
        result = super()._mock_call(*args, **kwargs)
        self._event_of(args, kwargs).set()
        self._mock_event.set()
        return result

    def wait_until_called(self, *, timeout=_UNGIVEN):
        timeout = self._mock_wait_timeout if timeout is _UNGIVEN else timeout
        if not self._mock_event.wait(timeout=timeout):
            msg = f'{self._mock_name or "mock"} was not called before timeout({timeout}).'
            raise AssertionError(msg)  #: 3100

    def wait_until_any_call_with(self, *args, **kwargs):
        if not self._event_of(args, kwargs).wait(timeout=self._mock_wait_timeout):
            expected_string = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'{expected_string} call not found')  #: 3110


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock whose calls other threads can wait for."""
