"""Reading moments: `time.strptime` and `datetime.strptime`."""
import re as _re
import time as _time
import datetime as _datetime

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_NAMES = {'A': _DAYS, 'a': tuple(day[:3] for day in _DAYS), 'B': _MONTHS, 'b': tuple(month[:3] for month in _MONTHS)}
_PARTS = {
    'd': r'3[01]|[12]\d|0[1-9]|[1-9]| [1-9]', 'f': r'[0-9]{1,6}', 'H': r'2[0-3]|[01]\d|\d', 'I': r'1[0-2]|0[1-9]|[1-9]',
    'j': r'36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]', 'm': r'1[0-2]|0[1-9]|[1-9]',
    'M': r'[0-5]\d|\d', 'S': r'6[01]|[0-5]\d|\d', 'U': r'5[0-3]|[0-4]\d|\d', 'W': r'5[0-3]|[0-4]\d|\d', 'w': '[0-6]',
    'u': '[1-7]', 'V': r'5[0-3]|0[1-9]|[1-4]\d|\d', 'y': r'\d\d', 'Y': r'\d{4}', 'G': r'\d{4}', 'p': 'am|pm',
    'z': r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)'}
_PARTS |= {letter: '|'.join(names) for letter, names in _NAMES.items()}
_PLAIN = frozenset('YmdHMSf')
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_patterns = {}

# CPython's words.
_AMBIGUOUS = """Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""


def _pattern(format):
    """The regular expression of a format, and the directives that stand in it."""
    pattern, letters, at = '', set(), 0
    while at < len(format):
        mark = format[at]
        at += 1
        if mark == '%':
            letter = format[at]
            at += 1
            letters.add(letter)
            if letter == '%':
                pattern += '%'
            elif letter in _WHOLE:
                pattern += _pattern(_WHOLE[letter])[0]
            else:
                pattern += f'(?P<{letter}>{_zones() if letter == "Z" else _PARTS[letter]})'
        elif mark.isspace():
            pattern += r'\s+'
            while at < len(format) and format[at].isspace():
                at += 1
        else:
            pattern += _re.escape(mark)
    return pattern, letters


def _zones():
    names = {'utc', 'gmt', *map(str.lower, _time.tzname)}
    return '|'.join(map(_re.escape, sorted(names, key=len, reverse=True)))


def _is_summer(zone):
    """`tm_isdst` of a zone's name; -1: not known."""
    if zone in ('utc', 'gmt'):
        return 0
    standard, summer = map(str.lower, _time.tzname)
    return -1 if standard == summer and _time.daylight else int(zone != standard)


def _matcher(format):
    kind = (format, _time.tzname) if '%Z' in format else format
    if len(_patterns) > 5:
        _patterns.clear()  # CPython keeps as few, and warns anew
    known = _patterns.get(kind)
    if known is None:
        pattern, letters = _pattern(format)
        if 'd' in letters and not letters & {'Y', 'y', 'G'}:
            import warnings
            # One of the functions here that show counts.
            warnings.warn(_AMBIGUOUS, DeprecationWarning, 2)
        known = _patterns[kind] = _re.compile(pattern, _re.I)
    return known


def _strptime(data_string, format):  #: in _strptime.py
    """The date, the time of day and microseconds, the weekday, the day of the year, the zone's name and offset."""
    for at, given in enumerate((data_string, format)):
        if not isinstance(given, str):
            raise TypeError(f'strptime() argument {at} must be str, not {type(given)}')  #: 320 raise TypeError(msg.format(index, type(arg)))
    try:
        matcher = _matcher(format)
    except KeyError as error:
        letter = error.args[0]
        if letter.isspace() or letter in r'\.^$*+?(){}[]|':
            # Those stand behind a backslash in CPython's pattern.
            letter = '%'
        del error
        raise ValueError(f"'{letter}' is a bad directive in format '{format}'") from None  #: 344 raise ValueError("'%s' is a bad directive in format '%s'" %⏎                    (bad_directive, format)) from None
    except IndexError:
        raise ValueError(f"stray % in format '{format}'") from None  #: 348 raise ValueError("stray %% in format '%s'" % format) from None
    found = matcher.match(data_string)
    if not found:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')  #: 352 raise ValueError("time data %r does not match format %r" %⏎                 (data_string, format))
    if found.end() != len(data_string):
        raise ValueError(f'unconverted data remains: {data_string[found.end():]}')  #: 355 raise ValueError("unconverted data remains: %s" %⏎                  data_string[found.end():])
    parts = found.groupdict()
    if _PLAIN.issuperset(parts) and 'Y' in parts:
        year, month, day = int(parts['Y']), int(parts.get('m', 1)), int(parts.get('d', 1))
        that = _datetime.date(year, month, day)  #: 539 julian = «datetime_date(year, month, day)».toordinal() - \
        micro = int(parts['f'].ljust(6, '0')) if 'f' in parts else 0
        return ((year, month, day, int(parts.get('H', 0)), int(parts.get('M', 0)), int(parts.get('S', 0)), micro),
                (that.weekday(), that.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1), None, None)
    parts = {letter: text.lower() for letter, text in parts.items()}
    number = {letter: int(text) for letter, text in parts.items() if text.strip().isdigit()}
    for letter, names in _NAMES.items():
        if letter in parts:
            number[letter] = names.index(parts[letter])
    year = number.get('Y')
    if 'y' in number:
        year = number['y'] + (1900 if number['y'] > 68 else 2000)
    month = max((number[letter] + 1 for letter in 'Bb' if letter in number), default=number.get('m', 1))
    day = number.get('d', 1)
    hour = number.get('H', 0)
    if 'I' in number:
        hour = number['I'] % 12 + 12 * (parts.get('p') == 'pm')
    weekday = number.get('A', number.get('a'))
    if 'w' in number:
        weekday = (number['w'] - 1) % 7
    if 'u' in number:
        weekday = number['u'] - 1
    julian = number.get('j')
    offset = _offset(found['z']) if 'z' in parts else None
    if 'G' in parts:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")  #: 492 raise ValueError("Day of the year directive '%j' is not "⏎                 "compatible with ISO year directive '%G'. "⏎                 "Use '%Y' instead.")
        if 'V' not in parts or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")  #: 496 raise ValueError("ISO year directive '%G' must be used with "⏎                 "the ISO week directive '%V' and a weekday "⏎                 "directive ('%A', '%a', '%w', or '%u').")
    elif 'V' in parts:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")  #: 501 raise ValueError("ISO week directive '%V' must be used with "⏎                 "the ISO year directive '%G' and a weekday "⏎                 "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")  #: 505 raise ValueError("ISO week directive '%V' is incompatible with "⏎                 "the year directive '%Y'. Use the ISO year '%G' "⏎                 "instead.")
    # Of no year the 29th of February is one of a leap year, for the weekday.
    unknown = year is None
    if unknown:
        year = 1904 if (month, day) == (2, 29) else 1900
    if julian is None and weekday is not None:
        if 'U' in number or 'W' in number:
            julian = _day_of_week(year, number.get('W'), number.get('U'), weekday)
        elif 'G' in number:
            that = _datetime.date.fromisocalendar(number['G'], number['V'], weekday + 1)  #: 525 datetime_result = «datetime_date.fromisocalendar(iso_year, iso_week, weekday + 1)»
            year, month, day = that.year, that.month, that.day
    if julian is None:
        that = _datetime.date(year, month, day)  #: 539 julian = «datetime_date(year, month, day)».toordinal() - \
        julian = that.toordinal() - _datetime.date(year, 1, 1).toordinal() + 1
    else:
        if julian <= 0:
            year -= 1
            julian += 366 if _datetime._leap(year) else 365
        that = _datetime.date.fromordinal(julian - 1 + _datetime.date(year, 1, 1).toordinal())  #: 543 datetime_result = «datetime_date.fromordinal(⏎                    (julian - 1) +⏎                    datetime_date(year, 1, 1).toordinal())»
        year, month, day = that.year, that.month, that.day
    micro = int(parts['f'].ljust(6, '0')) if 'f' in parts else 0
    if weekday is None:
        weekday = that.weekday()
    return ((1900 if unknown and year == 1904 else year, month, day, hour, number.get('M', 0), number.get('S', 0), micro),
            (weekday, julian), found['Z'] if 'Z' in parts else None, offset)


def _offset(text):
    """What `%z` says, in microseconds."""
    if text == 'Z':
        return 0
    if text[3] == ':' and len(text) > 6 and text[6] != ':':
        raise ValueError(f'Inconsistent use of : in {text}')
    digits, _, rest = text[1:].replace(':', '').partition('.')
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    offset = seconds * 1000000 + int(rest.ljust(6, '0'))
    return -offset if text[0] == '-' else offset


def _day_of_week(year, monday_week, sunday_week, weekday):
    """The day of the year of a weekday in a week that is counted from the year's first Monday or Sunday."""
    first = _datetime.date(year, 1, 1).weekday()
    if monday_week is None:
        week, first, weekday = sunday_week, (first + 1) % 7, (weekday + 1) % 7
    else:
        week = monday_week
    before = (7 - first) % 7
    return weekday - first + 1 if week == 0 else 1 + before + 7 * (week - 1) + weekday


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y', /):  #: in _strptime.py
    tt = _strptime(data_string, format)  #: 567 tt = «_strptime(data_string, format)»[0]
    name, offset = tt[2] and tt[2].upper(), tt[3]
    return _time.struct_time((*tt[0][:6], *tt[1], _is_summer(name.lower()) if name else -1, name, offset and offset // 1000000))


def _strptime_datetime(cls, data_string, format):  #: in _strptime.py
    parts, _, name, offset = _strptime(data_string, format)  #: 573 tt, fraction, gmtoff_fraction = «_strptime(data_string, format)»
    zone = None
    if offset is not None:
        offset = _datetime.timedelta(microseconds=offset)
        zone = _datetime.timezone(offset, name) if name else _datetime.timezone(offset)
    return cls(*parts, zone)  #: 584 return «cls(*args)»
