"""Counts what is called, by whom, and how long it takes by the virtual clock."""
import _profiler
import sys as _sys
import threading as _threading
from collections import namedtuple as _namedtuple
from types import CodeType as _CodeType

__all__ = ['run', 'runctx', 'Profile']

_FIELDS = 'code callcount reccallcount totaltime inlinetime'
_Entry = _namedtuple('profiler_entry', _FIELDS + ' calls')
_SubEntry = _namedtuple('profiler_subentry', _FIELDS)
_EXEC, _DISABLE = '<built-in method builtins.exec>', "<method 'disable' of '_lsprof.Profiler' objects>"
_EXIT = ('<stdlib>/cProfile.py', 121, '__exit__')


class Profile:
    """What has been called between enable() and disable()."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._flags = subcalls, builtins
        self._on = self._natives = False
        (self._event, self._begin, self._end, self._set_flags, self._stats,
         self._stop) = _profiler.new(timer, float(timeunit))

    def enable(self, subcalls=None, builtins=None):
        self._start(subcalls, builtins)

    def _start(self, subcalls=None, builtins=None, *calls):
        """Begins to collect, within calls of native functions that the library makes itself."""
        if self._on:
            return
        if _profiler.collected() is not None:
            raise ValueError('Another profiling tool is already active')
        flags = [bool(own if given is None else given) for own, given in zip(self._flags, (subcalls, builtins))]
        self._set_flags(*flags)
        self._on, self._natives, event = True, flags[1], self._event
        self._begin_all(calls)
        _threading._collector_hook = lambda: _profiler.collect(event)
        _profiler.collect(event)

    def _begin_all(self, calls):
        for call in calls:
            if self._natives or call[0] != '<':
                self._begin(call)

    def _collect_no_more(self, *calls):
        if self._on:
            self._on = False
            _threading._collector_hook = None
            _profiler.collect(None)
            self._begin_all(calls)

    def disable(self):
        self._collect_no_more(_DISABLE)
        self._stop(False)

    def clear(self):
        self._stop(True)

    def getstats(self):
        """Of each function that was called its code, or the name of a native one, its numbers, and what it has called."""
        found = []
        for *entry, calls in self._stats():
            found.append(_Entry(*entry, [_SubEntry(*call) for call in calls] or None))
        return found

    def print_stats(self, sort=-1):
        import pstats
        if not isinstance(sort, tuple):
            sort = (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        import pickle
        with open(file, 'wb') as to:  #: 50 with «open(file, 'wb')» as f:
            self.create_stats()
            pickle.dump(self.stats, to)

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        entries = self.getstats()
        self.stats = {label(entry.code): (entry.callcount - entry.reccallcount, entry.callcount, entry.inlinetime,
                                          entry.totaltime, {}) for entry in entries}
        for entry in entries:
            for call in entry.calls or ():
                callers = self.stats[label(call.code)][4]
                was = callers.get(label(entry.code), (0, 0, 0, 0))
                more = call.callcount, call.callcount - call.reccallcount, call.inlinetime, call.totaltime
                callers[label(entry.code)] = tuple(a + b for a, b in zip(was, more))

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)  #: 99 return «self.runctx(cmd, dict, dict)»

    def runctx(self, cmd, globals, locals):
        self._start(None, None, _EXEC)
        try:
            exec(cmd, globals, locals)  #: 104
        finally:
            self._collect_no_more()
            if self._natives:
                self._end()
            self._begin_all([_DISABLE])
            self._stop(False)
        return self

    def runcall(self, func, /, *args, **kw):
        self.enable()
        try:
            return func(*args, **kw)  #: 113
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self._collect_no_more(_EXIT[2], _DISABLE)
        self._stop(False)


def label(code):
    """Where a function stands, and its name."""
    if code == _EXIT[2]:
        return _EXIT
    if isinstance(code, str):
        return ('~', 0, code)
    return (code.co_filename, code.co_firstlineno, code.co_name)


def run(statement, filename=None, sort=-1):
    """Runs a statement in __main__ and shows, or writes, what it has called."""
    _run(Profile(), statement, filename, sort)  #: 18 return «_pyprofile._Utils(Profile).run(statement, filename, sort)»


def runctx(statement, globals, locals, filename=None, sort=-1):
    """As run(), with namespaces."""
    _runctx(Profile(), statement, globals, locals, filename, sort)  #: 21 return «_pyprofile._Utils(Profile).runctx(statement, globals, locals,⏎                                         filename, sort)»


def _run(profiler, statement, filename, sort):  #: in profile.py run
    try:
        profiler.run(statement)  #: 55 prof.run(statement)
    except SystemExit:
        pass
    finally:
        _show(profiler, filename, sort)  #: 59 «self._show(prof, filename, sort)»


def _runctx(profiler, statement, globals, locals, filename, sort):  #: in profile.py runctx
    try:
        profiler.runctx(statement, globals, locals)  #: 64 prof.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        _show(profiler, filename, sort)  #: 68 «self._show(prof, filename, sort)»


def _show(profiler, filename, sort):  #: in profile.py _show
    if filename is not None:
        profiler.dump_stats(filename)  #: 72 prof.dump_stats(filename)
    else:
        profiler.print_stats(sort)  #: 74 prof.print_stats(sort)
