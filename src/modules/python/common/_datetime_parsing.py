"""Dates and times from text."""
from _datetime_values import timedelta
from _datetime_zones import UTC, timezone
from _datetime_dates import date

__name__ = 'datetime'  # where what is here is said to be


def _of_iso(text, parse, part):
    """What a part of a text says. Errors with words are those of numbers out of their range."""
    try:
        return parse(part)
    except (ValueError, IndexError) as exc:
        if str(exc) and not str(exc).startswith('invalid literal'):
            raise
        raise ValueError(f'Invalid isoformat string: {text!r}') from None


def _date_end(text):
    """Where the date ends that a moment begins with."""
    dashed = text[4:5] == '-'
    if len(text) == 7 or text[4 + dashed:5 + dashed] != 'W':
        return 7 if len(text) == 7 else 10 if dashed else 8
    if dashed:
        return 10 if text[8:9] == '-' and text[9:10].isdigit() and not text[10:11].isdigit() else 8
    # Digits of times come in pairs: by how many there are it shows whether the first is the day's.
    end = 7
    while '0' <= text[end:end + 1] <= '9':
        end += 1
    return end if end < 9 else 7 + end % 2


def _parse_week(year, rest, dash):
    """A day by its week: `W09`, or with its day after a dash, if there is one before the week as well."""
    week, between, day = rest[1:3], rest[3:3 + len(dash)], rest[3 + len(dash):]
    if len(week) != 2 or not (year + week + (day or '1')).isdigit() or len(day) > 1 or between != (dash if day else ''):
        raise ValueError
    try:
        that = date.fromisocalendar(int(year), int(week), int(day or 1))
    except ValueError:
        raise ValueError from None
    return that._year, that._month, that._day


def _parse_date(text):
    if text[4:5] == 'W':
        return _parse_week(text[:4], text[4:], '')
    if text[4:6] == '-W':
        return _parse_week(text[:4], text[5:], '-')
    if len(text) == 10 and text[4] == text[7] == '-':
        parts = text[:4], text[5:7], text[8:]
    elif len(text) == 8:
        parts = text[:4], text[4:6], text[6:]
    else:
        raise ValueError
    if not all(p.isdigit() and p.isascii() for p in parts):
        raise ValueError
    return tuple(map(int, parts))


def _parse_time(text):
    zone = None
    for at, c in enumerate(text):
        if c in '+-Z':
            rest, text = text[at + 1:], text[:at]
            if c == 'Z':
                if rest:
                    raise ValueError
                zone = UTC
            else:
                h, m, s, us = _parse_clock(rest)
                total = ((h * 60 + m) * 60 + s) * 1000000 + us
                zone = timezone(timedelta(microseconds=-total if c == '-' else total)) if total else UTC
            break
    return (*_parse_clock(text), zone)


def _parse_clock(text):
    text, dot, fraction = text.replace(',', '.').partition('.')
    parts = text.split(':') if ':' in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or not all(len(p) == 2 and p.isdigit() and p.isascii() for p in parts):
        raise ValueError
    if dot and not (fraction.isdigit() and fraction.isascii()):
        raise ValueError
    h, m, s = [*map(int, parts), 0, 0][:3]
    return h, m, s, int(fraction[:6].ljust(6, '0')) if dot else 0
