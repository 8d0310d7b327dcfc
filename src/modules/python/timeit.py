"""How long small pieces of code take, by the virtual clock."""
import time as _time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']
default_number, default_repeat = 1000000, 5
default_timer = _time.perf_counter


class Timer:
    """Runs a statement many times and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._globals = {} if globals is None else globals
        self._stmt, self._setup = (self._piece(piece, name) for piece, name in ((stmt, 'stmt'), (setup, 'setup')))

    @staticmethod
    def _piece(piece, name):
        if callable(piece):
            return piece
        if not isinstance(piece, str):
            raise ValueError(f'{name} is neither a string nor callable')
        return piece

    def _function(self):
        lines, space = ['', 'def inner(_it, _timer, _setup, _stmt):'], dict(self._globals)
        for piece, call, head in ((self._setup, '_setup()', ''), (self._stmt, '_stmt()', '    ')):
            if head:
                lines += ['    _t0 = _timer()', '    for _i in _it:']
            text = call if callable(piece) else piece
            lines += ['    ' + head + line for line in text.split('\n')]
        lines += ['        pass', '    return _timer() - _t0']
        exec(compile('\n'.join(lines), '<timeit-src>', 'exec'), self._globals, space)
        return space['inner']

    def timeit(self, number=default_number):
        import itertools
        return self._function()(itertools.repeat(None, number), self.timer, self._setup, self._stmt)  #: 180 timing = «self.inner(it, self.timer)»

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                taken = self.timeit(step * scale)
                if callback:
                    callback(step * scale, taken)
                if taken >= 0.2 or scale >= 10 ** 6:
                    return step * scale, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)  #: 164


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)  #: 237 return «Timer(stmt, setup, timer, globals).timeit(number)»


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)  #: 243
