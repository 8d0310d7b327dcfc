"""Greenlets that the loop starts, that can be waited for and killed."""
from contextvars import copy_context

from gevent._links import Linkable, in_greenlet
from gevent.hub import Waiter, get_hub, iwait, wait
from gevent.timeout import Timeout
from greenlet import GreenletExit, getcurrent, greenlet

__all__ = ['Greenlet', 'joinall', 'killall']
_numbers = {}


def _named(function):
    name = getattr(function, '__name__', None)
    return repr(function) if name is None or hasattr(function, '__self__') else name


class Greenlet(greenlet, Linkable):
    def __init__(self, run=None, *args, **kwargs):
        hub = get_hub()
        greenlet.__init__(self, None, hub)
        Linkable.__init__(self)
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError('The run argument or self._run must be callable')
        self.args, self.kwargs, self.value, self._error, self._start_event = args, kwargs, None, None, None
        self._context, self._finished, self._about = copy_context(), False, None

    def _run(self):
        pass

    def _label(self):
        return getattr(self._run, '__name__', 'Greenlet')

    @property
    def loop(self):
        return self.hub.loop

    @property
    def minimal_ident(self):
        return _numbers.setdefault(self, len(_numbers))

    @property
    def name(self):
        return self.__dict__.get('_name') or f'Greenlet-{self.minimal_ident}'

    @name.setter
    def name(self, value):
        self._name = value

    @property
    def exception(self):
        return self._error

    @property
    def exc_info(self):
        error = self._error
        return (type(error), error, error.__traceback__) if error is not None else (None, None, None) if self._finished else ()

    def _words(self):
        return f'{self._about or self._described()}.join'

    def _described(self):
        if self._about is None:
            words = [repr(one)[:50] for one in self.args] + [f'{name}={repr(one)[:50]}' for name, one in self.kwargs.items()]
            self._about = ('_run' if '_run' not in self.__dict__ else _named(self._run)) + (f'({", ".join(words)})' if words else '')
        return self._about

    def __repr__(self):
        name = f' "{self.name}"' if '_name' in self.__dict__ else ''
        return f'<{type(self).__name__}{name} at {id(self):#x}: {self._described()}>'

    # --- states ---

    @property
    def started(self):
        return self._begun and not self._ended or self._start_event is not None and not self._finished

    @property
    def dead(self):
        return self._finished or self._ended

    def __bool__(self):
        return self.started and not self.dead

    def ready(self):
        return self.dead

    def successful(self):
        return self._finished and self._error is None

    # --- beginning ---

    @classmethod
    def spawn(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def start(self):
        if self._start_event is None:
            self._start_event = self.loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._start_event is None:
            self._start_event = self.loop.timer(seconds)
            self._start_event.start(self.switch)

    def run(self):
        self._described()
        try:
            value = self._context.run(self._run, *self.args, **self.kwargs)
        except GreenletExit as end:
            self._report(end)
        except BaseException as error:
            self._fail(error)
        else:
            self._report(value)

    def _report(self, value):
        self.value, self._finished = value, True
        self._check_and_notify()

    def _fail(self, error):
        self._error, self._finished = error, True
        self._check_and_notify()
        self.hub.handle_error(self, type(error), error, error.__traceback__)

    def throw(self, kind=GreenletExit, value=None, traceback=None):
        if self._start_event is None or not self._begun:
            return self._never_begin(kind, value)
        return super().throw(kind, value, traceback)

    def _never_begin(self, kind, value=None):
        from greenlet import _made
        error = _made(kind, value, None)
        if self._finished:
            return
        if self._start_event is not None:
            self._start_event.stop()
        self._described()
        self._begun = self._ended = True
        if isinstance(error, GreenletExit):
            self._report(error)
        else:
            self._fail(error)

    # --- waiting ---

    def join(self, timeout=None):
        if getcurrent() is self:
            from gevent.exceptions import InvalidSwitchError
            raise InvalidSwitchError('Cannot join the current greenlet')
        self._wait(timeout)

    def get(self, block=True, timeout=None):
        self._wait_for_result(block, timeout)
        if self._error is not None:
            self._raise_exception()
        return self.value

    def _raise_exception(self):
        raise self._error

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self.dead:
            return
        if not self._begun:
            self._never_begin(exception)
            return
        if getcurrent() is self:
            raise exception
        waiter = Waiter() if block else None
        self.loop.run_callback(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                self.join()
            finally:
                self.kill()
        else:
            self.kill(value)

    # --- links ---

    def link(self, callback, SpawnedLink=in_greenlet):
        self.rawlink(SpawnedLink(callback))

    def unlink(self, callback):
        for link in self._links:
            if link == callback or getattr(link, 'callback', None) == callback:
                self._links.remove(link)
                return

    def unlink_all(self):
        self._links.clear()

    def link_value(self, callback):
        self.rawlink(_only(callback, lambda source: source.successful()))

    def link_exception(self, callback):
        self.rawlink(_only(callback, lambda source: not source.successful()))


Greenlet.__module__ = 'gevent._gevent_cgreenlet'


def _only(callback, wanted):
    start = in_greenlet(callback)

    def link(source):
        if wanted(source):
            start(source)
    link.callback = callback
    return link


def _kill(victim, exception, waiter):
    if not victim.dead:
        victim.throw(exception)
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for greenlets; a list of those that are ready."""
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for one in iwait(greenlets, timeout=timeout, count=count):
        if getattr(one, 'exception', None) is not None:
            raise one.exception
        done.append(one)
    return done


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = [one for one in greenlets if not one.dead]
    for one in greenlets:
        one.kill(exception, block=False)
    if block and greenlets:
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            joinall(greenlets)
        finally:
            timer.cancel()
