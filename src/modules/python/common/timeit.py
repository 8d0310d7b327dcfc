"""How long small pieces of code take, by the virtual clock."""
import time as _time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']
default_number, default_repeat = 1000000, 5
default_timer = _time.perf_counter


def reindent(src, indent):
    """Lines after the first one further to the right."""
    return src.replace('\n', '\n' + ' ' * indent)


dummy_src_name = '<timeit-src>'


class Timer:
    """Runs a statement many times and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._globals = {} if globals is None else globals
        # What comes first is looked at first, and each is code by itself.
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")  #: 113
        elif not callable(setup):
            raise ValueError("setup is neither a string nor callable")  #: 122
        stmtprefix = '' if callable(setup) else setup + '\n'
        if isinstance(stmt, str):
            compile(stmtprefix + stmt, dummy_src_name, "exec")  #: 125
        elif not callable(stmt):
            raise ValueError("stmt is neither a string nor callable")  #: 132
        self._setup, self._stmt = setup, stmt
        self._inner = self._function()

    def _function(self):
        lines, space = ['', 'def inner(_it, _timer, _setup, _stmt):'], dict(self._globals)
        for piece, call, head in ((self._setup, '_setup()', ''), (self._stmt, '_stmt()', '    ')):
            if head:
                lines += ['    _t0 = _timer()', '    for _i in _it:']
            text = call if callable(piece) else piece
            lines.append('    ' + head + reindent(text, 8 if head else 4))
        lines += ['        pass', '    return _timer() - _t0']
        exec(compile('\n'.join(lines), '<timeit-src>', 'exec'), self._globals, space)
        return space['inner']

    def timeit(self, number=default_number):
        import itertools
        return self._inner(itertools.repeat(None, number), self.timer, self._setup, self._stmt)  #: 180 timing = «self.inner(it, self.timer)»

    def repeat(self, repeat=default_repeat, number=default_number):
        r = []
        for _ in range(repeat):  #: 207 for i in «range(repeat)»:
            t = self.timeit(number)  #: 208
            r.append(t)
        return r

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                taken = self.timeit(step * scale)
                if callback:
                    callback(step * scale, taken)  #: 228 callback(number, time_taken)
                if taken >= 0.2 or scale >= 10 ** 6:
                    return step * scale, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)  #: 164


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)  #: 237


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)  #: 243


def main(args=None, *, _wrap_timer=None):
    """The command line: measures the statements of the arguments."""
    import getopt
    import sys
    try:
        options, words = getopt.getopt(sys.argv[1:] if args is None else args, 'n:u:s:r:pvh', [
            'number=', 'setup=', 'repeat=', 'process', 'verbose', 'unit=', 'help'])
    except getopt.error as e:
        print(e)
        print('use -h/--help for command line help')
        return 2
    timer, number, setup, repeat, unit, verbose = default_timer, 0, [], default_repeat, None, 0
    units = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}
    for name, value in options:
        name = name.lstrip('-')[0]
        if name == 'n':
            number = int(value)
        elif name == 's':
            setup.append(value)
        elif name == 'u':
            if value not in units:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.', file=sys.stderr)
                return 2
            unit = value
        elif name == 'r':
            repeat = max(int(value), 1)
        elif name == 'p':
            timer = _time.process_time
        elif name == 'v':
            verbose += 1
        else:
            print(__doc__, end=' ')
            return 0
    digits = 3 + max(verbose - 1, 0)
    sys.path.insert(0, '.')
    measured = Timer('\n'.join(words) or 'pass', '\n'.join(setup) or 'pass', _wrap_timer(timer) if _wrap_timer else timer)

    def told(count, taken):
        print(f'{count} loop{"" if count == 1 else "s"} -> {taken:.{digits}g} secs')

    def shown(seconds):
        name = unit or next((name for name in reversed(units) if seconds >= units[name]), 'nsec')
        return f'{seconds / units[name]:.{digits}g} {name}'

    try:
        if not number:
            number, _ = measured.autorange(told if verbose else None)
            if verbose:
                print()
        taken = measured.repeat(repeat, number)
    except:
        measured.print_exc()
        return 1
    if verbose:
        print('raw times:', ', '.join(map(shown, taken)))
        print()
    best, worst = min(taken) / number, max(taken) / number
    print(f'{number} loop{"" if number == 1 else "s"}, best of {repeat}: {shown(best)} per loop')
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit('The test results are likely unreliable. '
                               f'The worst time ({shown(worst)}) was more than four times slower than the best time '
                               f'({shown(best)}).', UserWarning, '', 0)
