"""Bars of progress on stderr."""
import datetime
import sys
import threading
import time
from collections import OrderedDict
from numbers import Number

__version__ = '4.70.1'
_COLOURS = 'BLACK RED GREEN YELLOW BLUE MAGENTA CYAN WHITE'.split()


class TqdmKeyError(KeyError):
    pass


class TqdmWarning(Warning):
    pass


class _Average:
    """An average in which what is recent counts most."""

    def __init__(self, weight):
        self.weight, self.last, self.calls = weight, 0, 0

    def add(self, value):
        self.last = self.weight * value + (1 - self.weight) * self.last
        self.calls += 1
        return self.value

    @property
    def value(self):
        return self.last / (1 - (1 - self.weight) ** self.calls) if self.calls else self.last


class _Bar:
    """The bar within a format; the part behind its colon may give its width."""

    def __init__(self, fraction, length, charset, colour=None):
        self.fraction, self.length, self.charset, self.colour, self.used = fraction, length, charset, colour, False

    def __format__(self, spec):
        self.used = True
        length, charset = self.length, self.charset
        if spec:
            kind = spec[-1].lower()
            if kind in 'aub':
                charset, spec = {'a': ' 123456789#', 'u': _UTF, 'b': '  '}[kind], spec[:-1]
            if spec:
                length = int(spec) if int(spec) > 0 else max(length + int(spec), 1)
        steps = len(charset) - 1
        whole, part = divmod(int(self.fraction * length * steps), steps)
        text = charset[-1] * whole
        if whole < length:
            text += charset[part] + charset[0] * (length - whole - 1)
        return self._coloured(text)

    def _coloured(self, text):
        if not self.colour:
            return text
        if self.colour.upper() in _COLOURS:
            code = f'\x1b[{30 + _COLOURS.index(self.colour.upper())}m'
        else:
            code = '\x1b[38;2;' + ';'.join(str(int(self.colour[i:i + 2], 16)) for i in (1, 3, 5)) + 'm'
        return f'{code}{text}\x1b[0m'


_UTF = ' ' + ''.join(map(chr, range(0x258F, 0x2587, -1)))


class tqdm:
    """An iterable that shows how far it has come."""
    monitor_interval, monitor = 10, None
    _lock, _instances = threading.RLock(), []

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0, miniters=None,
                 ascii=None, disable=False, unit='it', unit_scale=False, dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0,
                 position=None, postfix=None, unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, gui=False,
                 **kwargs):
        self.fp = file or sys.stderr
        if disable is None:
            disable = not self.fp.isatty()
        if total is None and hasattr(iterable, '__len__'):
            total = len(iterable)
        self.iterable, self.total, self.n, self.leave, self.disable = iterable, None if total == float('inf') else total, initial, leave, disable
        self.pos = -position if position is not None else self._free()
        if disable:
            return
        if kwargs:
            self.disable = True
            raise TqdmKeyError('Unknown argument(s): ' + str(kwargs))
        self._instances.append(self)
        self.desc, self.ncols, self.mininterval, self.maxinterval = desc or '', ncols, mininterval or 0, maxinterval or 0
        self.miniters, self.dynamic_miniters = miniters or 0, miniters is None
        encoding = (getattr(self.fp, 'encoding', None) or '').lower()
        self.ascii = not encoding.startswith(('utf', 'u8')) if ascii is None else ascii
        self.unit, self.unit_scale, self.unit_divisor, self.initial, self.delay = unit, unit_scale, unit_divisor, initial, delay
        self.smoothing, self.bar_format, self.colour, self.postfix = smoothing or 0, bar_format, colour, None
        self._averages()
        if postfix:
            if hasattr(postfix, 'keys'):
                self.set_postfix(refresh=False, **postfix)
            else:
                self.postfix = postfix
        self.last_print_n, self._width = initial, 0
        self.start_t = None
        if delay <= 0:
            self.refresh()
        self.last_print_t = self.start_t = time.time()

    def _averages(self):
        self._done, self._took, self._iters = (_Average(self.smoothing) for _ in range(3))

    @classmethod
    def _free(cls):
        taken = {abs(bar.pos) for bar in cls._instances}
        return -min(set(range(len(taken) + 1)) - taken)

    # -- what is written --
    @staticmethod
    def format_sizeof(num, suffix='', divisor=1000):
        for unit in ('', *'kMGTPEZ'):
            if abs(num) < 999.5:
                digits = '1.2f' if abs(num) < 9.995 else '2.1f' if abs(num) < 99.95 else '3.0f'
                return f'{num:{digits}}{unit}{suffix}'
            num /= divisor
        return f'{num:3.1f}Y{suffix}'

    @staticmethod
    def format_interval(t):
        minutes, seconds = divmod(abs(int(t)), 60)
        hours, minutes = divmod(minutes, 60)
        return ('-' if t < 0 else '') + (f'{hours}:' if hours else '') + f'{minutes:02}:{seconds:02}'

    @staticmethod
    def format_num(n):
        short = f'{n:.3g}'.replace('e+0', 'e+').replace('e-0', 'e-')
        return short if len(short) < len(str(n)) else str(n)

    @staticmethod
    def format_meter(n, total, elapsed, ncols=None, prefix='', ascii=False, unit='it', unit_scale=False, rate=None, bar_format=None, postfix=None,
                     unit_divisor=1000, initial=0, colour=None, **more):
        size, interval = tqdm.format_sizeof, tqdm.format_interval
        if total and (n >= total + 0.5 or total == float('inf')):
            total = None
        if unit_scale and unit_scale not in (True, 1):
            n, total, rate, unit_scale = n * unit_scale, total and total * unit_scale, rate and rate * unit_scale, False
        if rate is None and elapsed:
            rate = (n - initial) / elapsed
        inverse = 1 / rate if rate else None

        def shown(value):
            return '?' if not value else size(value) if unit_scale else f'{value:5.2f}'

        per_second, per_item = f'{shown(rate)}{unit}/s', f'{shown(inverse)}s/{unit}'
        slow = inverse is not None and inverse > 1
        rate_fmt = per_item if slow else per_second
        n_fmt, total_fmt = (('?' if number is None else size(number, divisor=unit_divisor) if unit_scale else str(number)) for number in (n, total))
        if isinstance(postfix, str) or not postfix:
            postfix = f', {postfix}' if postfix else ''
        remaining = (total - n) / rate if rate and total else 0
        elapsed_str, remaining_str = interval(elapsed), interval(remaining) if rate else '?'
        left = (prefix if prefix[-2:] == ': ' else f'{prefix}: ') if prefix else ''
        right = f'| {n_fmt}/{total_fmt} [{elapsed_str}<{remaining_str}, {rate_fmt}{postfix}]'
        if not total and not bar_format:
            text = f'{prefix + ": " if prefix else ""}{n_fmt}{unit} [{elapsed_str}, {rate_fmt}{postfix}]'
            return text[:ncols] if ncols else text
        fraction = n / total if total else 0
        left += f'{fraction * 100:3.0f}%|' if total else '|'
        if total and ncols == 0:
            return left[:-1] + right[1:]
        known = dict(n=n, n_fmt=n_fmt, total=total, total_fmt=total_fmt, elapsed=elapsed_str, elapsed_s=elapsed, ncols=ncols, desc=prefix or '',
                     unit=unit, rate=inverse if slow else rate, rate_fmt=rate_fmt, rate_noinv=rate, rate_noinv_fmt=per_second, rate_inv=inverse,
                     rate_inv_fmt=per_item, postfix=postfix, unit_divisor=unit_divisor, colour=colour, remaining=remaining_str,
                     remaining_s=remaining, l_bar=left, r_bar=right, percentage=fraction * 100, **more)
        known['eta'] = datetime.datetime.now() + datetime.timedelta(seconds=remaining)
        if total and bar_format and not prefix:
            bar_format = bar_format.replace('{desc}: ', '')
        bar_format = bar_format or '{l_bar}{bar}{r_bar}'
        charset = ' ' * 2 if not total else ' 123456789#' if ascii is True else ascii or _UTF
        bar = _Bar(fraction, 0, charset)
        without = len(bar_format.format(bar=_Empty(bar), **known))
        if bar.used:
            bar = _Bar(fraction, max(1, ncols - without) if ncols else 10, charset, colour)
        text = bar_format.format(bar=bar, **known)
        return text[:ncols] if ncols and not colour else text

    @property
    def format_dict(self):
        if self.disable and not hasattr(self, 'unit'):
            return {'n': self.n, 'total': self.total, 'elapsed': 0, 'unit': 'it'}
        elapsed = 0 if self.start_t is None else time.time() - self.start_t
        rate = self._done.value / self._took.value if self._took and self._took.value else None
        return {'n': self.n, 'total': self.total, 'elapsed': elapsed, 'ncols': self.ncols, 'nrows': None, 'prefix': self.desc, 'ascii': self.ascii,
                'unit': self.unit, 'unit_scale': self.unit_scale, 'rate': rate, 'bar_format': self.bar_format, 'postfix': self.postfix,
                'unit_divisor': self.unit_divisor, 'initial': self.initial, 'colour': self.colour}

    def __str__(self):
        return self.format_meter(**self.format_dict)

    def _move(self, lines):
        self.fp.write('\n' * lines + '\x1b[A' * -lines)
        self.fp.flush()

    def display(self, msg=None, pos=None):
        pos = abs(self.pos) if pos is None else pos
        if pos:
            self._move(pos)
        text = str(self) if msg is None else msg
        self.fp.write('\r' + text + ' ' * max(self._width - len(text), 0))
        self.fp.flush()
        self._width = len(text)
        if pos:
            self._move(-pos)
        return True

    def refresh(self, nolock=False, lock_args=None):
        if not self.disable:
            with self._lock:
                self.display()
            return True

    def clear(self, nolock=False):
        if not self.disable:
            self.display('', abs(self.pos))
            self.fp.write('\r')

    # -- counting --
    def update(self, n=1):
        if self.disable:
            return
        if n < 0:
            self.last_print_n += n
        self.n += n
        done = self.n - self.last_print_n
        if done < self.miniters:
            return
        now = time.time()
        took = now - self.last_print_t
        if took < self.mininterval or now < self.start_t + self.delay:
            return
        if self.smoothing and took and done:
            self._done.add(done)
            self._took.add(took)
        self.refresh()
        if self.dynamic_miniters:
            if self.maxinterval and took >= self.maxinterval:
                self.miniters = done * (self.mininterval or self.maxinterval) / took
            elif self.smoothing:
                self.miniters = self._iters.add(done * (self.mininterval / took if self.mininterval and took else 1))
            else:
                self.miniters = max(self.miniters, done)
        self.last_print_n, self.last_print_t = self.n, now
        return True

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        count = self.n
        try:
            for item in self.iterable:
                yield item
                count += 1
                if count - self.last_print_n >= self.miniters and time.time() - self.last_print_t >= self.mininterval:
                    self.update(count - self.n)
        finally:
            self.n = count
            self.close()

    def close(self):
        if getattr(self, 'disable', True):
            return
        self.disable = True
        pos = abs(self.pos)
        self._instances.remove(self)
        if self.last_print_t < self.start_t + self.delay:
            return
        with self._lock:
            if pos == 0 if self.leave is None else self.leave:
                self._took = None
                self.display(pos=0)
                self.fp.write('\n')
            else:
                self.display('', pos)
                if not pos:
                    self.fp.write('\r')

    def reset(self, total=None):
        self.n = 0
        self.total = self.total if total is None else total
        if not self.disable:
            self.last_print_n, self.last_print_t = 0, time.time()
            self.start_t = self.last_print_t
            self._averages()
            self.refresh()

    def unpause(self):
        if not self.disable:
            now = time.time()
            self.start_t += now - self.last_print_t
            self.last_print_t = now

    def set_description(self, desc=None, refresh=True):
        self.set_description_str(f'{desc}: ' if desc else '', refresh)

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ''
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = OrderedDict(ordered_dict or ())
        values.update(sorted(kwargs.items()))
        shown = ((name, self.format_num(value) if isinstance(value, Number) else str(value)) for name, value in values.items())
        self.set_postfix_str(', '.join(f'{name}={value.strip()}' for name, value in shown), refresh)

    def set_postfix_str(self, s='', refresh=True):
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        file = file or sys.stdout
        bars = [bar for bar in cls._instances if bar.start_t is not None and (bar.fp is file or {bar.fp, file} <= {sys.stdout, sys.stderr})]
        for bar in bars:
            bar.clear()
        file.write(s + end)
        for bar in bars:
            bar.refresh()

    @classmethod
    def set_lock(cls, lock):
        cls._lock = lock

    @classmethod
    def get_lock(cls):
        return cls._lock

    @classmethod
    def wrapattr(cls, stream, method, total=None, bytes=True, **options):
        from tqdm.utils import wrapped
        return wrapped(cls, stream, method, total, bytes, options)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        self.close()

    def __del__(self):
        self.close()

    def __len__(self):
        return self.total if self.iterable is None or not hasattr(self.iterable, '__len__') else len(self.iterable)

    def __bool__(self):
        return self.total > 0 if self.total is not None else bool(self.iterable)

    def __contains__(self, item):
        return item in self.iterable

    def __hash__(self):
        return id(self)

    def __lt__(self, other):
        return abs(self.pos) < abs(other.pos)


class _Empty:
    """Stands where the bar will be, to see how wide the rest is."""

    def __init__(self, bar):
        self._bar = bar

    def __format__(self, spec):
        self._bar.used = True
        return ''


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm.__module__ = 'tqdm.std'
