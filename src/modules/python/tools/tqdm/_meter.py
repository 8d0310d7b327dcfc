"""What a bar says, as text: numbers, times, the bar itself."""
import re
from warnings import warn

_COLOURS = 'BLACK RED GREEN YELLOW BLUE MAGENTA CYAN WHITE'.split()
_SEQUENCE = re.compile(r'\x1b\[[;\d]*[A-Za-z]')


class TqdmWarning(Warning):
    def __init__(self, msg, fp_write=None):
        if fp_write is None:
            super().__init__(msg)
        else:
            fp_write(f'\n{type(self).__name__}: {str(msg).rstrip()}\n')


class EMA:
    """An average in which what is recent counts most."""

    def __init__(self, smoothing=0.3):
        self.alpha, self.last, self.calls = smoothing, 0, 0

    def __call__(self, x=None):
        rest = 1 - self.alpha
        if x is not None:
            self.last = self.alpha * x + rest * self.last
            self.calls += 1
        return self.last / (1 - rest ** self.calls) if self.calls else self.last


class Bar:
    """The bar within a format; the part behind its colon may give its width and its characters."""
    ASCII, BLANK = ' 123456789#', '  '
    UTF = ' ' + ''.join(map(chr, range(0x258F, 0x2587, -1)))

    def __init__(self, frac, default_len=10, charset=UTF, colour=None):
        if not 0 <= frac <= 1:
            warn('clamping frac to range [0, 1]', TqdmWarning, stacklevel=2)
            frac = min(max(frac, 0), 1)
        self.frac, self.default_len, self.charset = frac, default_len, charset
        self.colour = _code_of(colour) if colour else None

    def __format__(self, spec):
        charset = {'a': self.ASCII, 'u': self.UTF, 'b': self.BLANK}.get(spec[-1:].lower())
        spec = spec[:-1] if charset else spec
        charset = charset or self.charset
        length = int(spec) if spec else self.default_len
        if length < 0:
            length += self.default_len
        steps = len(charset) - 1
        whole, part = divmod(int(self.frac * length * steps), steps)
        text = charset[-1] * whole
        if whole < length:
            text += charset[part] + charset[0] * (length - whole - 1)
        return f'{self.colour}{text}\x1b[0m' if self.colour else text


def _code_of(colour):
    name = colour.upper() if hasattr(colour, 'upper') else ''
    if name in _COLOURS:
        return f'\x1b[{30 + _COLOURS.index(name)}m'
    if re.fullmatch('#[0-9A-F]{6}', name):
        return '\x1b[38;2;' + ';'.join(str(int(name[i:i + 2], 16)) for i in (1, 3, 5)) + 'm'
    warn(f'Unknown colour ({colour}); valid choices: [hex (#00ff00), {", ".join(_COLOURS)}]', TqdmWarning, stacklevel=3)


class FormatReplace:
    """Stands where the bar will be, to see how wide the rest is."""

    def __init__(self, replace=''):
        self.replace, self.format_called = replace, 0

    def __format__(self, spec):
        self.format_called += 1
        return self.replace


def _width(text):
    if all(char < '\u1100' or '\u2580' <= char <= '\u259f' for char in text):
        return len(text)
    from unicodedata import east_asian_width
    return sum(2 if east_asian_width(char) in 'FW' else 1 for char in text)


def disp_len(data):
    return _width(_SEQUENCE.sub('', data))


def disp_trim(data, length):
    if disp_len(data) == len(data):
        return data[:length]
    coloured = _SEQUENCE.search(data)
    while disp_len(data) > length:
        data = data[:-1]
    return data + '\x1b[0m' if coloured and _SEQUENCE.search(data) and not data.endswith('\x1b[0m') else data


def format_sizeof(num, suffix='', divisor=1000):
    for unit in ('', *'kMGTPEZ'):
        if abs(num) < 999.5:
            digits = '1.2f' if abs(num) < 9.995 else '2.1f' if abs(num) < 99.95 else '3.0f'
            return f'{num:{digits}}{unit}{suffix}'
        num /= divisor
    return f'{num:3.1f}Y{suffix}'


def format_interval(t):
    minutes, seconds = divmod(abs(int(t)), 60)
    hours, minutes = divmod(minutes, 60)
    return ('-' if t < 0 else '') + (f'{hours}:' if hours else '') + f'{minutes:02}:{seconds:02}'


def format_num(n):
    short = f'{n:.3g}'.replace('e+0', 'e+').replace('e-0', 'e-')
    return short if len(short) < len(str(n)) else str(n)


def _eta(remaining):
    import datetime
    try:
        if remaining is not None:
            return datetime.datetime.now() + datetime.timedelta(seconds=remaining)
        return datetime.datetime.fromtimestamp(0, datetime.timezone.utc)
    except OverflowError:
        return datetime.datetime.max


def format_meter(n, total, elapsed, ncols=None, prefix='', ascii=False, unit='it', unit_scale=False, rate=None, bar_format=None, postfix=None,
                 unit_divisor=1000, initial=0, colour=None, **extra_kwargs):
    if total and (n >= total + 0.5 or total == float('inf')):
        total = None
    if unit_scale and unit_scale not in (True, 1):
        n, total, rate, unit_scale = n * unit_scale, total and total * unit_scale, rate and rate * unit_scale, False
    if rate is None and elapsed:
        rate = (n - initial) / elapsed
    inverse = 1 / rate if rate else None

    def shown(value):
        return '?' if not value else format_sizeof(value) if unit_scale else f'{value:5.2f}'

    per_second, per_item = f'{shown(rate)}{unit}/s', f'{shown(inverse)}s/{unit}'
    slow = inverse is not None and inverse > 1
    rate_fmt = per_item if slow else per_second
    n_fmt, total_fmt = ('?' if number is None else format_sizeof(number, divisor=unit_divisor) if unit_scale else str(number)
                        for number in (n, total))
    if isinstance(postfix, str) or not postfix:
        postfix = f', {postfix}' if postfix else ''
    remaining = (total - n) / rate if rate and total else 0
    elapsed_str, remaining_str = format_interval(elapsed), format_interval(remaining) if rate else '?'
    if not total and not bar_format:
        text = f'{prefix + ": " if prefix else ""}{n_fmt}{unit} [{elapsed_str}, {rate_fmt}{postfix}]'
        return disp_trim(text, ncols) if ncols else text
    left = (prefix if prefix[-2:] == ': ' else f'{prefix}: ') if prefix else ''
    right = f'| {n_fmt}/{total_fmt} [{elapsed_str}<{remaining_str}, {rate_fmt}{postfix}]'
    fraction = n / total if total else 0
    left += f'{fraction * 100:3.0f}%|' if total else '|'
    if total and ncols == 0:
        return left[:-1] + right[1:]
    known = dict(n=n, n_fmt=n_fmt, total=total, total_fmt=total_fmt, elapsed=elapsed_str, elapsed_s=elapsed, ncols=ncols, desc=prefix or '',
                 unit=unit, rate=inverse if slow else rate, rate_fmt=rate_fmt, rate_noinv=rate, rate_noinv_fmt=per_second, rate_inv=inverse,
                 rate_inv_fmt=per_item, postfix=postfix, unit_divisor=unit_divisor, colour=colour, remaining=remaining_str,
                 remaining_s=remaining, l_bar=left, r_bar=right, percentage=fraction * 100, **extra_kwargs)
    if bar_format and 'eta' in bar_format:
        known['eta'] = _eta(remaining if rate and total else None)
    if total and bar_format and not prefix:
        bar_format = bar_format.replace('{desc}: ', '')
    bar_format = bar_format or '{l_bar}{bar}{r_bar}'
    place = FormatReplace()
    text = bar_format.format(bar=place, **known)
    if place.format_called:
        charset = Bar.BLANK if not total else Bar.ASCII if ascii is True else ascii or Bar.UTF
        text = bar_format.format(bar=Bar(fraction, max(1, ncols - disp_len(text)) if ncols else 10, charset, colour), **known)
    return disp_trim(text, ncols) if ncols else text
