"""SQLite's functions of dates. A moment is in milliseconds since noon of Julian day 0."""
import re as _re
import time as _time
from _sqlite_values import numeric_text, text_of

_DAY = 86400000
_EPOCH = 210866760000000
_DATE = _re.compile(r'(-?\d{4})-(\d\d)-(\d\d)(?:[ T]+(.*))?$', _re.ASCII)
_TIME = _re.compile(r'(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?\s*(Z|z|[+-]\d\d:\d\d)?$', _re.ASCII)
_MOVE = _re.compile(r'([+-]?\d+(?:\.\d*)?|[+-]?\.\d+) *(second|minute|hour|day|month|year)s?$', _re.IGNORECASE | _re.ASCII)
_SPAN = {'second': 1000, 'minute': 60000, 'hour': 3600000, 'day': _DAY}


def _days(year, month, day):
    """Days from 1970-01-01 on, in the Gregorian calendar extended to all years."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _moment(year, month, day):
    return _days(year, month, day) * _DAY + _EPOCH


def _fields(moment):
    """(year, month, day, hour, minute, second, millisecond)."""
    days, rest = divmod(moment - _EPOCH, _DAY)
    era, of_era = divmod(days + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    year += era * 400 + (month <= 2)
    return year, month, day, rest // 3600000, rest // 60000 % 60, rest // 1000 % 60, rest % 1000


def _clock(text):
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, second, part, zone = match.groups()
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None
    found = int(hour) * 3600000 + int(minute) * 60000 + int(second or 0) * 1000 + int(float(part or 0) * 1000 + 0.5)
    if zone and zone not in 'Zz':
        found -= (1 if zone[0] == '+' else -1) * (int(zone[1:3]) * 60 + int(zone[4:6])) * 60000
    return found


def _start(value):
    """(moment, the number that it was read from)."""
    if value is None:
        return None
    if type(value) in (int, float):
        return int(value * _DAY + 0.5), value
    text = text_of(value)
    if text.strip().lower() == 'now':
        return int(_time.time() * 1000) + _EPOCH, None
    match = _DATE.match(text)
    if match:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        clock = _clock(match[4]) if match[4] else 0
        if clock is None or not 1 <= month <= 12 or not 1 <= day <= 31:
            return None
        return _moment(year, month, 1) + (day - 1) * _DAY + clock, None
    clock = _clock(text)
    if clock is not None:
        return _moment(2000, 1, 1) + clock, None
    number = numeric_text(text)
    return None if number is None else (int(number * _DAY + 0.5), number)


def _moved(moment, number, modifier):
    modifier = modifier.strip().lower()
    if modifier in ('localtime', 'utc', 'subsec', 'subsecond'):
        return moment
    if modifier == 'auto':
        return moment if number is None or 0 <= number < 5373484.5 else int(number * 1000) + _EPOCH
    if modifier == 'julianday':
        return moment if number is not None else None
    if modifier == 'unixepoch':
        return None if number is None else int(number * 1000 + 0.5) + _EPOCH
    year, month, day, *_ = _fields(moment)
    if modifier.startswith('start of '):
        unit = modifier[9:]
        first = {'day': (year, month, day), 'month': (year, month, 1), 'year': (year, 1, 1)}.get(unit)
        return first and _moment(*first)
    if modifier.startswith('weekday '):
        wanted = modifier[8:]
        if wanted not in set('0123456'):
            return None
        today = ((moment + 129600000) // _DAY) % 7
        return moment + (int(wanted) - today) % 7 * _DAY
    match = _MOVE.match(modifier)
    if match is None:
        clock = modifier[:1] in '+-' and _clock(modifier[1:])
        return moment + (clock if modifier[0] == '+' else -clock) if modifier and clock else None
    amount, unit = float(match[1]), match[2]
    if unit in _SPAN:
        return moment + int(amount * _SPAN[unit] + (0.5 if amount >= 0 else -0.5))
    rest = (moment - _EPOCH) % _DAY
    months = year * 12 + month - 1 + int(amount) * (12 if unit == 'year' else 1)
    found = _moment(months // 12, months % 12 + 1, 1) + (day - 1) * _DAY + rest
    return found + int((amount - int(amount)) * (365 if unit == 'year' else 30) * _DAY)


def _at(arguments):
    if not arguments:
        arguments = 'now',
    start = _start(arguments[0])
    if start is None:
        return None
    moment, number = start
    for modifier in arguments[1:]:
        if moment is None or modifier is None:
            return None
        moment = _moved(moment, number, text_of(modifier))
        number = None
    return moment if moment is not None and 0 <= moment <= 464269060799999 else None


def _shaped(shape):
    def shaped(*arguments):
        moment = _at(arguments)
        return None if moment is None else shape(*_fields(moment))
    return shaped


date = _shaped(lambda y, mo, d, h, mi, s, ms: f'{y:04d}-{mo:02d}-{d:02d}')
time = _shaped(lambda y, mo, d, h, mi, s, ms: f'{h:02d}:{mi:02d}:{s:02d}')
datetime = _shaped(lambda y, mo, d, h, mi, s, ms: f'{y:04d}-{mo:02d}-{d:02d} {h:02d}:{mi:02d}:{s:02d}')


def julianday(*arguments):
    moment = _at(arguments)
    return None if moment is None else moment / _DAY


def unixepoch(*arguments):
    moment = _at(arguments)
    return None if moment is None else moment // 1000 - _EPOCH // 1000


def strftime(shape, *arguments):
    moment = _at(arguments)
    if moment is None or shape is None:
        return None
    y, mo, d, h, mi, s, ms = _fields(moment)
    first = _moment(y, 1, 1)
    of_year = (moment - first) // _DAY
    weekday = ((moment + 129600000) // _DAY) % 7
    fields = {
        'd': f'{d:02d}', 'f': f'{s + ms / 1000:06.3f}', 'H': f'{h:02d}', 'j': f'{of_year + 1:03d}', 'J': f'{moment / _DAY:.16g}',
        'm': f'{mo:02d}', 'M': f'{mi:02d}', 's': str(moment // 1000 - _EPOCH // 1000), 'S': f'{s:02d}', 'w': str(weekday),
        'W': f'{(of_year + 7 - (weekday + 6) % 7) // 7:02d}', 'Y': f'{y:04d}', '%': '%',
    }
    parts = _re.split(r'%(.?)', text_of(shape), flags=_re.DOTALL)
    if any(part not in fields for part in parts[1::2]):
        return None
    parts[1::2] = [fields[part] for part in parts[1::2]]
    return ''.join(parts)
