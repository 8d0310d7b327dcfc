"""Reading moments that have parts of seconds or zones."""
import re as _re
import datetime as _datetime

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_PARTS = {
    'd': r'(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>\d{1,6})', 'H': r'(?P<H>2[0-3]|[01]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'j': r'(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[01]|[0-5]\d|\d)',
    'w': r'(?P<w>[0-6])', 'y': r'(?P<y>\d\d)', 'Y': r'(?P<Y>\d{4})', 'p': r'(?P<p>am|pm)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|z)', 'Z': r'(?P<Z>utc|gmt)',
    'A': f'(?P<A>{"|".join(_DAYS)})', 'a': f'(?P<a>{"|".join(day[:3] for day in _DAYS)})',
    'B': f'(?P<B>{"|".join(_MONTHS)})', 'b': f'(?P<b>{"|".join(month[:3] for month in _MONTHS)})', '%': '%'}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}

# CPython's words; it warns when it first sees a format.
_AMBIGUOUS = """Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""
_warned = set()


def warn_of(format):
    """What a format with days and without a year is told."""
    if '%d' in format and not any(year in format for year in ('%Y', '%y', '%c', '%x')) and format not in _warned:
        import warnings
        _warned.add(format)
        warnings.warn(_AMBIGUOUS, DeprecationWarning)


def parse(cls, text, format):
    """A datetime of the class."""
    given_format = format
    for letter, whole in _WHOLE.items():
        format = format.replace('%' + letter, whole)
    pattern, at = [], 0
    while at < len(format):
        mark = format[at]
        if mark == '%':
            letter = format[at + 1:at + 2]
            if not letter:
                raise ValueError(f"stray % in format '{given_format}'")
            if letter not in _PARTS:
                raise ValueError(f"'{letter}' is a bad directive in format '{given_format}'")
            pattern.append(_PARTS[letter])
            at += 2
        elif mark.isspace():
            pattern.append(r'\s+')
            while at < len(format) and format[at].isspace():
                at += 1
        else:
            pattern.append(_re.escape(mark))
            at += 1
    found = _re.match(''.join(pattern), text, _re.I)
    if found is None:
        raise ValueError(f'time data {text!r} does not match format {given_format!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    parts = {name: value.lower() for name, value in found.groupdict().items() if value is not None}
    number = lambda name, default: int(parts[name]) if name in parts else default
    year = number('Y', 1900)
    if 'y' in parts:
        year = number('y', 0) + (1900 if number('y', 0) > 68 else 2000)
    month, day = number('m', 1), number('d', 1)
    if 'B' in parts:
        month = _MONTHS.index(parts['B']) + 1
    elif 'b' in parts:
        month = [name[:3] for name in _MONTHS].index(parts['b']) + 1
    if 'j' in parts and 'd' not in parts:
        that = _datetime.date(year, 1, 1) + _datetime.timedelta(number('j', 1) - 1)
        month, day = that.month, that.day
    hour = number('H', 0)
    if 'I' in parts:
        hour = number('I', 0) % 12 + (12 if parts.get('p') == 'pm' else 0)
    micro = int(parts['f'].ljust(6, '0')) if 'f' in parts else 0
    zone = None
    if 'z' in parts:
        given = parts['z']
        if given == 'z':
            zone = _datetime.timezone.utc
        else:
            digits = given[1:].replace(':', '')
            seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + float(digits[4:] or 0)
            zone = _datetime.timezone(_datetime.timedelta(seconds=-seconds if given[0] == '-' else seconds),
                                      *([parts['Z'].upper()] if 'Z' in parts else []))
    return cls(year, month, day, hour, number('M', 0), number('S', 0), micro, zone)
