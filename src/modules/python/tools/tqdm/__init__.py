"""Bars of progress on stderr."""
import os
import sys
import threading
import time
from contextlib import contextmanager, nullcontext, suppress
from weakref import WeakSet

from tqdm import _meter
from tqdm._meter import EMA, TqdmWarning
from tqdm.utils import CallbackIOWrapper, DisableOnWriteError, SimpleTextIOWrapper

__version__ = '4.70.1'


class TqdmKeyError(KeyError):
    pass


class TqdmTypeError(TypeError):
    pass


class TqdmExperimentalWarning(TqdmWarning, FutureWarning):
    pass


class TqdmDeprecationWarning(TqdmWarning, DeprecationWarning):
    pass


class TqdmMonitorWarning(TqdmWarning, RuntimeWarning):
    pass


class TqdmSynchronisationWarning(RuntimeWarning):
    pass


def _speaks_unicode(file):
    encoding = getattr(file, 'encoding', None)
    try:
        '\u2588\u2589'.encode(encoding)
    except Exception:
        return False
    return True


def _is_number(value):
    if isinstance(value, (int, float, str)):
        return not isinstance(value, str)
    from numbers import Number
    return isinstance(value, Number)


def _screen(file):
    try:
        columns, lines = os.get_terminal_size(file.fileno())
        return columns - 1, lines - 1
    except Exception:
        return None, None


class tqdm:
    """An iterable that shows how far it has come."""
    monitor_interval, monitor = 10, None
    _instances = WeakSet()

    def __new__(cls, *args, **kwargs):
        bar = object.__new__(cls)
        with cls.get_lock():
            cls._instances.add(bar)
        return bar

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0, miniters=None,
                 ascii=None, disable=False, unit='it', unit_scale=False, dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0,
                 position=None, postfix=None, unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, gui=False,
                 **kwargs):
        file = sys.stderr if file is None else file
        if write_bytes:
            file = SimpleTextIOWrapper(file, getattr(file, 'encoding', None) or 'utf-8')
        self.fp = file = DisableOnWriteError(file, tqdm_instance=self)
        if disable is None:
            disable = hasattr(file, 'isatty') and not file.isatty()
        if total is None and iterable is not None:
            with suppress(TypeError, AttributeError):
                total = len(iterable)
        self.iterable, self.n, self.leave = iterable, initial, leave
        self.total = None if total == float('inf') else total
        self.disable, self.gui = disable or bool(kwargs), gui
        with self._lock:
            self.pos = self._get_free_pos(self) if position is None or self.disable else -position
            if self.disable:
                self._instances.remove(self)
        if kwargs:
            if 'nested' in kwargs:
                text = '`nested` is deprecated and automated.\nUse `position` instead for manual control.\n'
                raise TqdmDeprecationWarning(text, fp_write=file.write)
            raise TqdmKeyError(f'Unknown argument(s): {kwargs}')
        if disable:
            return
        self.dynamic_ncols = _screen if dynamic_ncols else False
        if dynamic_ncols:
            ncols, nrows = _screen(file)
        elif None in (ncols, nrows) and file in (sys.stderr, sys.stdout):
            ncols, nrows = (given if given is not None else there for given, there in zip((ncols, nrows), _screen(file)))
        self.ncols, self.nrows = ncols, nrows
        self.desc, self.mininterval, self.maxinterval, self.lock_args = desc or '', mininterval or 0, maxinterval or 0, lock_args
        self.miniters, self.dynamic_miniters = miniters or 0, miniters is None
        self.ascii = not _speaks_unicode(file) if ascii is None else ascii
        self.unit, self.unit_scale, self.unit_divisor, self.initial, self.delay = unit, unit_scale, unit_divisor, initial, delay
        self.smoothing, self.bar_format, self.colour, self.postfix = smoothing or 0, bar_format, colour, None
        self._time = time.time
        self._averages()
        if postfix:
            if hasattr(postfix, 'keys'):
                self.set_postfix(refresh=False, **postfix)
            else:
                self.postfix = postfix
        self.last_print_n = initial
        if not gui:
            self.sp = self.status_printer(file)
            if delay <= 0:
                self.refresh(lock_args=lock_args)
        self.last_print_t = self.start_t = self._time()

    def _averages(self):
        self._ema_dn, self._ema_dt, self._ema_miniters = (EMA(self.smoothing) for _ in range(3))

    @classmethod
    def get_lock(cls):
        if not hasattr(cls, '_lock'):
            cls.set_lock(threading.RLock())
        return cls._lock

    @classmethod
    def set_lock(cls, lock):
        cls._lock = lock

    @classmethod
    def _get_free_pos(cls, instance=None):
        taken = {abs(bar.pos) for bar in cls._instances if bar is not instance and hasattr(bar, 'pos')}
        return min(set(range(len(taken) + 1)) - taken)

    @classmethod
    def _decr_instances(cls, instance):
        """The first of the bars that had no room on the screen takes the place of one that has gone."""
        with cls._lock:
            try:
                cls._instances.discard(instance)
            except TypeError:  # it is being deleted, and nothing refers to it any more
                pass
            hidden = [bar for bar in cls._instances if getattr(bar, 'pos', -1) >= (instance.nrows or 20) - 1]
            if hidden and not instance.gui:
                first = min(hidden, key=lambda bar: bar.pos)
                first.clear(nolock=True)
                first.pos = abs(instance.pos)

    # -- what is written --
    format_sizeof, format_interval = staticmethod(_meter.format_sizeof), staticmethod(_meter.format_interval)
    format_num, format_meter = staticmethod(_meter.format_num), staticmethod(_meter.format_meter)

    @staticmethod
    def status_printer(file):
        """A function that writes a line over the one before."""
        flush = getattr(file, 'flush', lambda: None)
        width = 0

        def print_status(s):
            nonlocal width
            length = _meter.disp_len(s)
            file.write('\r' + s + ' ' * max(width - length, 0))
            flush()
            width = length

        return print_status

    @property
    def format_dict(self):
        if self.disable and not hasattr(self, 'unit'):
            from collections import defaultdict
            return defaultdict(lambda: None, {'n': self.n, 'total': self.total, 'elapsed': 0, 'unit': 'it'})
        if self.dynamic_ncols:
            self.ncols, self.nrows = self.dynamic_ncols(self.fp)
        elapsed = self._time() - self.start_t if hasattr(self, 'start_t') else 0
        took = self._ema_dt()
        return {'n': self.n, 'total': self.total, 'elapsed': elapsed, 'ncols': self.ncols, 'nrows': self.nrows, 'prefix': self.desc,
                'ascii': self.ascii, 'unit': self.unit, 'unit_scale': self.unit_scale, 'rate': self._ema_dn() / took if took else None,
                'bar_format': self.bar_format, 'postfix': self.postfix, 'unit_divisor': self.unit_divisor, 'initial': self.initial,
                'colour': self.colour}

    def __str__(self):
        return self.format_meter(**self.format_dict)

    def moveto(self, n):
        self.fp.write('\n' * n + '\x1b[A' * -n)
        getattr(self.fp, 'flush', lambda: None)()

    def display(self, msg=None, pos=None):
        pos = abs(self.pos) if pos is None else pos
        rows = self.nrows or 20
        if pos >= rows:
            return False
        if pos == rows - 1 and msg != '':
            msg = ' ... (more hidden) ...'
        if not hasattr(self, 'sp'):
            raise TqdmDeprecationWarning('Please use `tqdm.gui.tqdm(...)` instead of `tqdm(..., gui=True)`\n', fp_write=self.fp.write)
        if pos:
            self.moveto(pos)
        self.sp(str(self) if msg is None else msg)
        if pos:
            self.moveto(-pos)
        return True

    def refresh(self, nolock=False, lock_args=None):
        if self.disable:
            return
        if nolock:
            self.display()
        elif self._lock.acquire(*lock_args or ()):
            self.display()
            self._lock.release()
        else:
            return False
        return True

    def clear(self, nolock=False):
        if self.disable:
            return
        pos = abs(self.pos)
        with nullcontext() if nolock else self._lock:
            if pos < (self.nrows or 20):
                self.moveto(pos)
                self.sp('')
                self.fp.write('\r')
                self.moveto(-pos)

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
        now = self._time()
        took = now - self.last_print_t
        if took < self.mininterval or now < self.start_t + self.delay:
            return
        if self.smoothing and took and done:
            self._ema_dn(done)
            self._ema_dt(took)
        self.refresh(lock_args=self.lock_args)
        if self.dynamic_miniters:
            if self.maxinterval and took >= self.maxinterval:
                self.miniters = done * (self.mininterval or self.maxinterval) / took
            elif self.smoothing:
                self.miniters = self._ema_miniters(done * (self.mininterval / took if self.mininterval and took else 1))
            else:
                self.miniters = max(self.miniters, done)
        self.last_print_n, self.last_print_t = self.n, now
        return True

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        count, clock, interval, start = self.n, self._time, self.mininterval, self.start_t + self.delay
        printed, printed_at = self.last_print_n, self.last_print_t
        try:
            for item in self.iterable:
                yield item
                count += 1
                if count - printed >= self.miniters:
                    now = clock()
                    if now - printed_at >= interval and now >= start:
                        self.update(count - printed)
                        printed, printed_at = self.last_print_n, self.last_print_t
        finally:
            self.n = count
            self.close()

    def close(self):
        if not getattr(self, 'disable', True):
            self.disable = True
            self._decr_instances(self)
            self._leave(abs(self.pos))

    def _leave(self, pos):
        """The bar's last line."""
        if not hasattr(self, 'start_t') or self.last_print_t < self.start_t + self.delay or getattr(self, 'sp', None) is None:
            return
        if getattr(self.fp, 'closed', False):
            return
        with self._lock:
            if pos == 0 if self.leave is None else self.leave:
                self._ema_dt = lambda: None
                self.display(pos=0)
                self.fp.write('\n')
            elif self.display(msg='', pos=pos) and not pos:
                self.fp.write('\r')

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = None if total == float('inf') else total
        if not self.disable:
            self.last_print_n = 0
            self.last_print_t = self.start_t = self._time()
            self._averages()
            self.refresh()

    def unpause(self):
        if not self.disable:
            now = self._time()
            self.start_t += now - self.last_print_t
            self.last_print_t = now

    def set_description(self, desc=None, refresh=True):
        self.set_description_str(desc + ': ' if desc else '', refresh)

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ''
        self._changed(refresh)

    def _changed(self, refresh):
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = {**dict(ordered_dict or ()), **dict(sorted(kwargs.items()))}
        shown = ((name, self.format_num(value) if _is_number(value) else str(value)) for name, value in values.items())
        self.set_postfix_str(', '.join(f'{name}={value.strip()}' for name, value in shown), refresh)

    def set_postfix_str(self, s='', refresh=True):
        self.postfix = str(s)
        self._changed(refresh)

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        file = sys.stdout if file is None else file
        if file is not None:
            with cls.external_write_mode(file, nolock):
                file.write(s)
                file.write(end)

    @classmethod
    @contextmanager
    def external_write_mode(cls, file=None, nolock=False):
        """Without the bars that share the stream, which are back afterwards."""
        file = sys.stdout if file is None else file
        if file is None:
            yield
            return
        console = (sys.stdout, sys.stderr)
        with nullcontext() if nolock else cls.get_lock():
            bars = [bar for bar in cls._instances if hasattr(bar, 'start_t') and (bar.fp == file or bar.fp in console and file in console)]
            bars.sort(key=lambda bar: abs(bar.pos))
            for bar in bars:
                bar.clear(nolock=True)
            yield
            for bar in bars:
                bar.refresh(nolock=True)

    @classmethod
    @contextmanager
    def wrapattr(cls, stream, method, total=None, bytes=True, **tqdm_kwargs):
        with cls(total=total, **tqdm_kwargs) as bar:
            if bytes:
                bar.unit, bar.unit_scale, bar.unit_divisor = 'B', True, 1024
            yield CallbackIOWrapper(bar.update, stream, method)

    @classmethod
    def pandas(cls, **tqdm_kwargs):
        from _frames import not_supported
        not_supported('tqdm.pandas', 'a bar over the rows')

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        try:
            self.close()
        except AttributeError:
            if error is None:
                raise
            from warnings import warn
            warn('AttributeError ignored', TqdmWarning, stacklevel=2)

    def __del__(self):
        self.close()

    def __len__(self):
        if self.iterable is None:
            return self.total
        if hasattr(self.iterable, '__len__'):
            return len(self.iterable)
        hint = getattr(self.iterable, '__length_hint__', None)
        return hint() if hint else getattr(self, 'total', None)

    def __bool__(self):
        if self.total is self.iterable is None:
            raise TypeError('bool() undefined when iterable == total == None')
        return bool(self.iterable) if self.total is None else self.total > 0

    def __reversed__(self):
        before = self.iterable
        self.iterable = reversed(before)
        try:
            return iter(self)
        finally:
            self.iterable = before

    def __contains__(self, item):
        return item in (self.iterable if hasattr(self.iterable, '__contains__') else iter(self))

    # -- an order among bars: that of their lines --
    def __hash__(self):
        return id(self)

    @property
    def _comparable(self):
        return abs(self.pos) if hasattr(self, 'pos') else 1 << 31

    def __eq__(self, other):
        return self._comparable == other._comparable

    def __lt__(self, other):
        return self._comparable < other._comparable

    def __le__(self, other):
        return self._comparable <= other._comparable

    def __gt__(self, other):
        return self._comparable > other._comparable

    def __ge__(self, other):
        return self._comparable >= other._comparable


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


if any(name.startswith('TQDM_') for name in os.environ):
    from tqdm.utils import envwrap
    tqdm.__init__ = envwrap('tqdm', is_method=True, types=dict(total=float, ncols=int, miniters=float, position=int, nrows=int))(tqdm.__init__)
for _class in (tqdm, TqdmTypeError, TqdmKeyError, TqdmWarning, TqdmExperimentalWarning, TqdmDeprecationWarning, TqdmMonitorWarning):
    _class.__module__ = 'tqdm.std'
