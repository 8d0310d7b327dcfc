"""The hub: the greenlet that runs the loop, to which each greenlet switches that waits."""
import _thread
import heapq
import sys
import time
from collections import deque
from contextvars import copy_context
from itertools import count

from gevent.exceptions import BlockingSwitchOutError, ConcurrentObjectUseError, InvalidSwitchError, LoopExit
from greenlet import _VALUE, GreenletExit, getcurrent, greenlet

# What waits for real: the module `time` may be patched.
_sleep, _monotonic = time.sleep, time.monotonic
_hubs = {}


class Callback:
    def __init__(self, function, args):
        self.callback, self.args = function, args

    @property
    def pending(self):
        return self.callback is not None

    def stop(self):
        self.callback = self.args = None

    close = stop

    def __bool__(self):
        return self.callback is not None

    def run(self):
        function, args = self.callback, self.args
        self.stop()
        if function is not None:
            function(*args)


class Timer:
    def __init__(self, loop, after):
        self.loop, self.after, self.entry = loop, after, None

    active = pending = property(lambda self: self.entry is not None)

    def start(self, function, *args, update=None):
        self.entry = [self.loop.now() + max(self.after, 0), next(self.loop.serial), function, args, self]
        heapq.heappush(self.loop.timers, self.entry)

    def stop(self):
        if self.entry is not None:
            self.entry[2] = None
            self.entry = None

    close = stop


class Loop:
    """Callbacks that run as soon as they can, timers, and what other threads still do for greenlets."""

    def __init__(self):
        self.callbacks, self.timers, self.serial, self.blocked = deque(), [], count(), 0
        self.bell = _thread.allocate_lock()
        self.bell.acquire()

    def now(self):
        return _monotonic()

    def update_now(self):
        pass

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        if not isinstance(after, (int, float)):
            raise TypeError(f'must be real number, not {type(after).__name__}')
        return Timer(self, after)

    def run_callback(self, function, *args):
        callback = Callback(function, args)
        self.callbacks.append(callback)
        return callback

    run_callback_threadsafe = run_callback

    def ring(self):
        """Another thread has something for the loop."""
        if self.bell.locked():
            self.bell.release()

    def run(self):
        while True:
            while self.callbacks:
                self.callbacks.popleft().run()
            while self.timers and self.timers[0][2] is None:
                heapq.heappop(self.timers)
            due, now = [], self.now()
            while self.timers and self.timers[0][0] <= now:
                due.append(heapq.heappop(self.timers))
            if due:
                for _, _, function, args, timer in due:
                    if timer.entry is not None and function is not None:
                        timer.entry = None
                        function(*args)
            elif self.callbacks:
                continue
            elif self.timers or self.blocked:
                self._wait(self.timers[0][0] - self.now() if self.timers else None)
            else:
                return

    def _wait(self, seconds):
        if not self.blocked and seconds is not None:
            _sleep(seconds)
        else:
            self.bell.acquire(timeout=-1 if seconds is None else seconds)


class Hub(greenlet):
    SYSTEM_ERROR = KeyboardInterrupt, SystemExit, SystemError
    NOT_ERROR = GreenletExit, SystemExit
    exception_stream = property(lambda self: sys.stderr)

    def __init__(self):
        super().__init__(None, None)
        main = getcurrent()
        while main.parent is not None:
            main = main.parent
        self.parent, self.loop, self.name = main, Loop(), ''

    def _label(self):
        return 'Hub'

    def __repr__(self):
        return f'<Hub {self.name!r} at {id(self):#x} epoll default pending=0 ref=0 fileno=3 thread_ident={_thread.get_ident():#x}>'

    def switch(self, *args, **kwargs):
        """Waits until something switches back."""
        if getcurrent() is self:
            raise BlockingSwitchOutError('Impossible to call blocking function in the event loop callback')
        return super().switch(*args, **kwargs)

    def wait(self, watcher, why='gevent.wait'):
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            waiter.get(why)
        finally:
            watcher.stop()

    def run(self):
        while True:
            self.loop.run()
            self.parent.throw(LoopExit('This operation would block forever', self, []))

    def join(self, timeout=None):
        if getcurrent() is not self.parent:
            raise RuntimeError('only possible from the MAIN greenlet')
        try:
            if timeout is None:
                self.switch()
            else:
                sleep(timeout)
        except LoopExit:
            return True
        return False

    def destroy(self, destroy_loop=None):
        pass

    # --- errors ---

    def handle_error(self, context, kind, value, traceback):
        if not issubclass(kind, self.NOT_ERROR):
            self.print_exception(context, kind, value, traceback)
        if context is None or issubclass(kind, self.SYSTEM_ERROR):
            self.handle_system_error(kind, value, traceback)

    def handle_system_error(self, kind, value, traceback=None):
        current = getcurrent()
        if current is self or current is self.parent or self.loop is None:
            self.parent.throw(kind, value, traceback)
        else:
            self.loop.run_callback(self.parent.throw, value)

    def print_exception(self, context, kind, value, traceback):
        import traceback as words
        stream = self.exception_stream
        lines = words.format_exception(kind, value, _own(traceback))
        if lines and lines[0].startswith('Traceback'):
            lines.insert(1, '  File "src/gevent/greenlet.py", line 912, in gevent._gevent_cgreenlet.Greenlet.run\n')
        stream.write(''.join(lines))
        moment = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
        stream.write(f'{moment} {context if isinstance(context, str) else repr(context)} failed with {kind.__name__}\n\n')


def _own(traceback):
    """A traceback without the frames in which a greenlet begins."""
    while traceback is not None and traceback.tb_frame.f_globals.get('__name__') in ('gevent.greenlet', 'greenlet', 'gevent.hub'):
        traceback = traceback.tb_next
    return traceback


def get_hub():
    main = getcurrent()
    while main.parent is not None:
        main = main.parent
    hub = _hubs.get(main)
    if hub is None:
        hub = _hubs[main] = Hub()
    return hub


class Waiter:
    """Takes one value or error from another greenlet."""

    def __init__(self, hub=None):
        self.hub, self.greenlet, self.value, self._exception, self._done = hub or get_hub(), None, None, None, False

    def __str__(self):
        return f'<{type(self).__name__} greenlet={self.greenlet!r}>'

    def ready(self):
        return self._done

    def successful(self):
        return self._done and self._exception is None

    def switch(self, value=None):
        if self.greenlet is None:
            self.value, self._done = value, True
        else:
            self.greenlet.switch(value)

    def throw(self, *error):
        if self.greenlet is None:
            self._exception, self._done = error[0] if isinstance(error[0], BaseException) else error[0](), True
        else:
            self.greenlet.throw(*error)

    def get(self, why='gevent.wait'):
        if self._done:
            if self._exception is not None:
                raise self._exception
            return self.value
        if self.greenlet is not None:
            raise ConcurrentObjectUseError(f'This Waiter is already used by {self.greenlet!r}')
        here = self.greenlet = getcurrent()
        _thread._says(here._turn, why)
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        """What an object that is linked calls once it is ready."""
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


Waiter.__module__ = 'gevent._gevent_c_waiter'


def cooperate(function, *args, **kwargs):
    """Does something that makes this thread wait, while other greenlets go on."""
    hub, here = get_hub(), getcurrent()
    if here is hub:
        return function(*args, **kwargs)
    loop = hub.loop
    loop.blocked += 1
    hub._get((_VALUE, (), {}), None)
    try:
        return function(*args, **kwargs)
    finally:
        loop.run_callback(here.switch)
        loop.blocked -= 1
        loop.ring()
        here._turn.acquire()
        how, what, _ = here._take()
        if how != _VALUE:
            raise what


def sleep(seconds=0, ref=True):
    hub = get_hub()
    if seconds <= 0:
        waiter = Waiter(hub)
        hub.loop.run_callback(waiter.switch, None)
        waiter.get('gevent.sleep(0)')
    else:
        hub.wait(hub.loop.timer(seconds), f'gevent.sleep({seconds:g})')


def idle(priority=0):
    sleep(0)


def spawn_raw(function, *args, **kwargs):
    """A plain greenlet that the loop starts."""
    hub = get_hub()
    made = greenlet(_in_copy(function), hub)
    hub.loop.run_callback(lambda: made.switch(*args, **kwargs))
    return made


def _in_copy(function):
    context = copy_context()

    def run(*args, **kwargs):
        return context.run(function, *args, **kwargs)
    return run


def kill(victim, exception=GreenletExit):
    if not victim.dead:
        get_hub().loop.run_callback(victim.throw, exception)


class signal:
    """Calls a handler in a greenlet of its own when a signal comes."""

    def __init__(self, signalnum, handler, *args, **kwargs):
        import signal as signals
        if not callable(handler):
            raise TypeError('signal handler must be callable.')
        self._handled, self._signal, hub = (handler, args, kwargs), signalnum, get_hub()
        self._old = signals.signal(signalnum, lambda number, frame: hub.loop.run_callback(self._start))

    def _start(self):
        from gevent.greenlet import Greenlet
        handler, args, kwargs = self._handled
        Greenlet.spawn(handler, *args, **kwargs)

    def cancel(self):
        import signal as signals
        signals.signal(self._signal, self._old)


def reinit(hub=None):
    pass


def iwait(objects, timeout=None, count=None):
    """Gives objects as they get ready."""
    from gevent.timeout import Timeout
    if objects is None:
        yield get_hub().join(timeout=timeout)
        return
    left = len(objects) if count is None else min(count, len(objects))
    objects = list(objects)
    arrived, waiter = deque(), [None]

    def arrive(one):
        arrived.append(one)
        if waiter[0] is not None:
            waiter[0].switch(None)
    timer = Timeout._start_new_or_dummy(timeout)
    linked = []
    try:
        for one in objects:
            one.rawlink(arrive)
            linked.append(one)
        for _ in range(left):
            while not arrived:
                waiter[0] = Waiter()
                waiter[0].get()
                waiter[0] = None
            yield arrived.popleft()
    except Timeout as error:
        if error is not timer:
            raise
    finally:
        timer.cancel()
        waiter[0] = None
        for one in linked:
            one.unlink(arrive)


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))
