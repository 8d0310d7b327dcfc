"""In place of `test.support.threading_helper`: threads that begin and end with a test."""
import _thread
import contextlib
import threading
import time

can_start_thread = True


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def threading_setup():
    return (threading.active_count(),)


def threading_cleanup(*before):
    return None


def reap_threads(function):
    return function


def join_thread(thread, timeout=30.0):
    thread.join(timeout)
    if thread.is_alive():
        raise AssertionError(f'a thread has not ended in {timeout} seconds')


@contextlib.contextmanager
def wait_threads_exit(timeout=60.0):
    before = _thread._count()
    yield
    end = time.monotonic() + timeout
    while _thread._count() > before and time.monotonic() < end:
        time.sleep(0.01)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            join_thread(thread)


class catch_threading_exception:
    """What ended a thread, until the block ends."""
    NAMES = ('exc_type', 'exc_value', 'exc_traceback', 'thread')

    def keep(self, args):
        for name in self.NAMES:
            setattr(self, name, getattr(args, name))

    def __enter__(self):
        for name in self.NAMES:
            setattr(self, name, None)
        self.hook = threading.excepthook
        threading.excepthook = self.keep
        return self

    def __exit__(self, *exc_info):
        threading.excepthook = self.hook
        for name in self.NAMES:
            delattr(self, name)
