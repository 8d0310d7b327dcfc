"""The profiler that is Python text in CPython: as cProfile, with other names for native functions."""
import cProfile as _cProfile

__all__ = ['run', 'runctx', 'Profile']


def _label(code):
    file, line, name = _cProfile.label(code)
    if file != '~':
        return file, line, name
    if name.startswith('profile:'):
        return 'profile', 0, name[8:]
    # <built-in method time.sleep>, <method 'sort' of 'list' objects>
    return '', 0, name.split("'")[1] if "'" in name else name[:-1].split()[-1].rpartition('.')[2]


class Profile(_cProfile.Profile):
    bias = 0

    def __init__(self, timer=None, bias=None):
        super().__init__(timer)
        if bias is not None:
            self.bias = bias

    def calibrate(self, m, verbose=0):
        """What the profiler itself takes of a call's time: nothing, by the virtual clock."""
        return 0.0

    def disable(self):
        self._collect_no_more('<built-in method sys.setprofile>')
        self._stop(False)

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)  #: 419 return «self.runctx(cmd, dict, dict)»

    def dump_stats(self, file):
        import pickle
        with open(file, 'wb') as to:  #: 395 with «open(file, 'wb')» as f:
            self.create_stats()
            pickle.dump(self.stats, to)

    def runctx(self, cmd, globals, locals):
        self._start(None, None, f'profile:{cmd}', '<built-in method builtins.exec>')
        try:
            exec(cmd, globals, locals)  #: 425 «exec(cmd, globals, locals)»
        finally:
            self._collect_no_more()
            self._end()
            self._begin('<built-in method sys.setprofile>')
            self._stop(False)
        return self

    def runcall(self, func, /, *args, **kw):
        self._start(None, None, f'profile:{func!r}')
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def snapshot_stats(self):
        self.stats = {}
        entries = self.getstats()
        for entry in entries:
            self.stats[_label(entry.code)] = (entry.callcount - entry.reccallcount, entry.callcount, entry.inlinetime,
                                              entry.totaltime, {})
        for entry in entries:
            for call in entry.calls or ():
                callers = self.stats[_label(call.code)][4]
                callers[_label(entry.code)] = callers.get(_label(entry.code), 0) + call.callcount
            if isinstance(entry.code, str) and entry.code.startswith('profile:'):
                profiler = 'profile', 0, 'profiler'
                self.stats[_label(entry.code)][4][profiler] = 1
                self.stats[profiler] = 0, 0, 0, 0, {}


def run(statement, filename=None, sort=-1):
    """Runs a statement in __main__ and shows, or writes, what it has called."""
    _cProfile._run(Profile(), statement, filename, sort)  #: 93 return «_Utils(Profile).run(statement, filename, sort)»


def runctx(statement, globals, locals, filename=None, sort=-1):
    """As run(), with namespaces."""
    _cProfile._runctx(Profile(), statement, globals, locals, filename, sort)  #: 101 return «_Utils(Profile).runctx(statement, globals, locals, filename, sort)»
