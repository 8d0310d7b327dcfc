"""Coroutines that hand over to one another by hand. Each runs in a thread of the machine, so it has a lane; only the one that
was switched to goes on, the others wait for their turn."""
import _thread
import sys
import threading
import types
from contextlib import contextmanager

__version__ = '3.5.6'
__all__ = ['getcurrent', 'greenlet', 'GreenletExit', 'error', 'gettrace', 'settrace', '__version__']
_running = {}
_tracers = {}
_VALUE, _ERROR = range(2)


class error(Exception):
    pass


class GreenletExit(BaseException):
    pass


def _turn():
    """What a greenlet waits for until it is switched to: taken, and of no use to a timeline but by its words."""
    return _thread._waiter('future', 'greenlet.switch')


class greenlet:
    """`run`: what is called at the first switch, with its arguments. What it returns or raises goes to `parent`."""

    GreenletExit, error = GreenletExit, error
    getcurrent = staticmethod(lambda: getcurrent())
    gr_context = None
    _begun = _ended = _main = _own_ident = False
    _given = _loop = _from = None

    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        made._turn = _turn()
        made._above = getcurrent()
        return made

    def __init__(self, run=None, parent=None):
        if run is not None:
            self.run = run
        if parent is not None:
            self.parent = parent

    @property
    def parent(self):
        return self._above

    @parent.setter
    def parent(self, other):
        if not isinstance(other, greenlet):
            raise TypeError(f'GreenletChecker: Expected any type of greenlet, not {type(other).__name__}')
        above = other
        while above is not None:
            if above is self:
                raise ValueError('cyclic parent chain')
            above = above._above
        self._above = other

    @property
    def dead(self):
        return self._ended

    @property
    def gr_frame(self):
        """Where a greenlet that is suspended goes on."""
        if not self or self is getcurrent():
            return None
        frame = sys._current_frames().get(self._ident)
        while frame is not None and frame.f_globals is globals():
            frame = frame.f_back
        return frame

    def __bool__(self):
        return self._begun and not self._ended

    def __repr__(self):
        kind = type(self)
        state = ' dead' if self._ended else ' current active started' if self is getcurrent() else ' suspended active started' if self else ' pending'
        main = ' main' if self._main else ''
        return f'<{kind.__module__}.{kind.__qualname__} object at {id(self):#x} (otid={id(self._turn):#x}){state}{main}>'

    def switch(self, *args, **kwargs):
        return _go(self, (_VALUE, args, kwargs))

    def throw(self, kind=GreenletExit, value=None, traceback=None):
        return _go(self, (_ERROR, _made(kind, value, traceback), None))

    # --- turns ---

    def _begin(self):
        self._begun = True
        _thread.start_joinable_thread(self._live, daemon=True, name=self._label())

    def _label(self):
        return getattr(getattr(self, 'run', None), '__name__', 'greenlet')

    def _live(self):
        self._ident = me = _thread.get_ident()
        _running[me] = self
        how, what, named = self._take()
        try:
            if how == _ERROR:
                raise what
            run = self.run
            if self.gr_context is not None:
                what = run, *what
                run = self.gr_context.run
            found = _VALUE, (run(*what, **named),), {}
        except GreenletExit as end:
            found = _VALUE, (end,), {}
        except BaseException as problem:
            found = _ERROR, problem, None
        self._ended = True
        self.__dict__.pop('run', None)
        _running.pop(me, None)
        above = self._above
        while above._ended:
            above = above._above
        above._get(found, self)

    def _get(self, given, origin):
        """Has its turn, and asyncio's running loop with it: in CPython all greenlets of a thread have that one."""
        self._given, self._from = given, origin
        if 'asyncio' in sys.modules and (loop := sys.modules['asyncio']._get_running_loop()) is not None:
            self._loop = loop
            sys.modules['asyncio']._set_running_loop(None)
        if self._begun:
            self._turn.release()
        else:
            self._begin()

    def _take(self):
        given, self._given = self._given, None
        if self._loop is not None:
            sys.modules['asyncio']._set_running_loop(self._loop)
            self._loop = None
        origin, self._from = self._from, None
        if _tracers and (tracer := _tracers.get(_ident())) is not None and origin is not None:
            try:
                tracer('throw' if given[0] == _ERROR else 'switch', (origin, self))
            except BaseException as problem:
                # As in greenlet: a tracer that fails is one no more, and what it raised goes to who was switched to.
                _tracers.pop(_ident(), None)
                return _ERROR, problem, None
        return given


class _Main(greenlet):
    """The greenlet that a thread begins with."""
    _begun = _main = True


_Main.__name__ = _Main.__qualname__ = 'greenlet'


def _made(kind, value, traceback):
    if isinstance(kind, BaseException):
        problem = kind
    elif isinstance(value, BaseException):
        problem = value
    elif isinstance(kind, type) and issubclass(kind, BaseException):
        problem = kind() if value is None else kind(*value) if isinstance(value, tuple) else kind(value)
    else:
        raise TypeError(f'exceptions must be classes, or instances, not {type(kind).__name__}')
    if traceback is None:
        return problem
    if not isinstance(traceback, types.TracebackType):
        raise TypeError('throw() third argument must be a traceback object')
    return problem.with_traceback(traceback)


def _ident():
    """The thread that a greenlet is in, as far as `threading` tells: the one that it was made in."""
    me = _thread.get_ident()
    found = _running.get(me)
    while found is not None and not found._main and not found._own_ident:
        found = found._above
    return me if found is None or found._own_ident else found._ident


threading.get_ident = _ident


def getcurrent():
    me = _thread.get_ident()
    found = _running.get(me)
    if found is None:
        found = object.__new__(_Main)
        found._turn, found._above, found._ident = _turn(), None, me
        _running[me] = found
    return found


@contextmanager
def _as_thread():
    """While it lasts, the thread of the current greenlet begins anew: gives the greenlet that it begins with."""
    me = _thread.get_ident()
    here = _running.pop(me)
    try:
        yield getcurrent()
    finally:
        _running[me] = here


def _go(target, given):
    here = getcurrent()
    while target._ended:
        if given[0] == _ERROR and isinstance(given[1], GreenletExit):
            given = _VALUE, (given[1],), {}
        target = target._above
    if not target._begun and given[0] == _ERROR:
        target._begun = target._ended = True
        return _go(target._above, (_VALUE, (given[1],), {}) if isinstance(given[1], GreenletExit) else given)
    if not target._begun:
        target.run
    if target is here:
        target._given, target._from = given, here
    else:
        target._get(given, here)
        here._turn.acquire()
    how, what, named = here._take()
    if how == _ERROR:
        raise what
    if named:
        return (what, named) if what else named
    return what[0] if len(what) == 1 else what


def gettrace():
    return _tracers.get(_ident())


def settrace(callback, /):
    """Who is told of each switch of this thread's greenlets: `callback(event, (origin, target))`."""
    before = _tracers.pop(_ident(), None)
    if callback is not None:
        _tracers[_ident()] = callback
    return before
