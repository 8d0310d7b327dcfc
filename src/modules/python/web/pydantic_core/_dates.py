"""Dates, times and durations from text and numbers, with the words for what is wrong in them."""
import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal

from ._errors import Failed, fail
from ._numbers import text_of

_MARK = 20_000_000_000


class TzInfo(tzinfo):
    def __init__(self, seconds=0.0):
        if abs(seconds) >= 86400:
            raise ValueError(f'TzInfo offset must be strictly between -86400 and 86400 (24 hours) seconds, got {int(seconds)}')
        self._seconds = int(seconds)

    def utcoffset(self, when):
        return timedelta(seconds=self._seconds)

    def dst(self, when):
        return None

    def tzname(self, when):
        return str(self)

    def fromutc(self, when):
        return when + timedelta(seconds=self._seconds)

    def __str__(self):
        if not self._seconds:
            return 'UTC'
        minutes, seconds = divmod(abs(self._seconds), 60)
        text = f"{'-' if self._seconds < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
        return f'{text}:{seconds:02}' if seconds else text

    def __repr__(self):
        return f'TzInfo({self._seconds})'

    def __eq__(self, other):
        if isinstance(other, TzInfo):
            return self._seconds == other._seconds
        if isinstance(other, tzinfo):
            return other.utcoffset(None) == self.utcoffset(None)
        return NotImplemented

    def __hash__(self):
        return hash(self._seconds)

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return TzInfo, (self._seconds,)


TzInfo.__module__ = 'pydantic_core._pydantic_core'


class _Bad(Exception):
    pass


def _number(text, start, count, what):
    part = text[start:start + count]
    if len(part) < count:
        raise _Bad('input is too short')
    if not (part.isascii() and part.isdigit()):
        raise _Bad(f'invalid character in {what}')
    return int(part)


def _date_part(text):
    if len(text) < 10:
        raise _Bad('input is too short')
    year = _number(text, 0, 4, 'year')
    if text[4] != '-':
        raise _Bad('invalid date separator, expected `-`')
    month = _number(text, 5, 2, 'month')
    if text[7] != '-':
        raise _Bad('invalid date separator, expected `-`')
    day = _number(text, 8, 2, 'day')
    if not 1 <= month <= 12:
        raise _Bad('month value is outside expected range of 1-12')
    if year == 0:
        raise _Bad('year 0 is out of range')
    try:
        return date(year, month, day)
    except ValueError:
        raise _Bad('day value is outside expected range') from None


def _time_part(text, start):
    """A time at a place of a text, and where it ends."""
    if len(text) - start < 5:
        raise _Bad('input is too short')
    hour = _number(text, start, 2, 'hour')
    if text[start + 2] != ':':
        raise _Bad('invalid time separator, expected `:`')
    minute = _number(text, start + 3, 2, 'minute')
    if hour > 23:
        raise _Bad('hour value is outside expected range of 0-23')
    if minute > 59:
        raise _Bad('minute value is outside expected range of 0-59')
    at, second, micro = start + 5, 0, 0
    if text[at:at + 1] == ':':
        second = _number(text, at + 1, 2, 'second')
        if second > 59:
            raise _Bad('second value is outside expected range of 0-59')
        at += 3
        if text[at:at + 1] in ('.', ','):
            digits = re.match('[0-9]*', text[at + 1:])[0]
            if not digits:
                raise _Bad('second fraction value is missing')
            micro = int(digits[:6].ljust(6, '0'))
            at += 1 + len(digits)
    zone = None
    if at < len(text):
        sign = text[at]
        if sign in 'Zz':
            zone, at = TzInfo(0), at + 1
        elif sign in '+-−':
            hours = _number(text, at + 1, 2, 'timezone hour')
            at += 3
            if text[at:at + 1] == ':':
                at += 1
            minutes = _number(text, at, 2, 'timezone minute')
            if minutes > 59:
                raise _Bad('timezone minute value is outside expected range of 0-59')
            if hours > 23:
                raise _Bad('timezone offset must be less than 24 hours')
            zone = TzInfo((hours * 60 + minutes) * (60 if sign == '+' else -60))
            at += 2
        else:
            raise _Bad('invalid timezone sign')
        if at < len(text):
            raise _Bad('unexpected extra characters at the end of the input')
    return time(hour, minute, second, micro, zone)


def _of_stamp(number):
    """The moment that seconds (or milliseconds) of the epoch stand for."""
    if number != number:
        raise _Bad('NaN values not permitted')
    if abs(number) > 10**17:
        raise _Bad(f"dates {'after 9999' if number > 0 else 'before 0000'} are not supported as unix timestamps")
    if abs(number) > _MARK:
        number = number / 1000 if isinstance(number, float) else Decimal(number) / 1000
    whole = int(number // 1)
    micro = int(round((number - whole) * 1000000))
    if whole < -11676096000:
        raise _Bad('dates before 1600 are not supported as unix timestamps')
    if whole > 253402300799:
        raise _Bad('dates after 9999 are not supported as unix timestamps')
    return datetime(1970, 1, 1) + timedelta(seconds=whole, microseconds=micro)


def _numeric(text):
    if re.fullmatch(r'[+-]?[0-9]+', text):
        return int(text) if len(text) < 20 else None
    if re.fullmatch(r'[+-]?[0-9]*\.?[0-9]+', text):
        return float(text)


def _datetime_of_text(text):
    try:
        day = _date_part(text)
        if text[10:11] not in ('T', 't', '_', ' '):
            raise _Bad('invalid datetime separator, expected `T`, `t`, `_` or space')
        return datetime.combine(day, _time_part(text, 11))
    except _Bad as bad:
        number = _numeric(text)
        if number is not None:
            return _of_stamp(number).replace(tzinfo=TzInfo(0))
        raise bad


def _date_of_text(text):
    if re.fullmatch('[+-]?[0-9]+', text):
        number = _numeric(text)
        moment = None if number is None else _of_stamp(number)
        if moment and moment.time() == time():
            return moment.date()
        raise _Bad('Timestamp is not an exact date')
    day = _date_part(text)
    if len(text) > 10:
        raise _Bad('unexpected extra characters at the end of the input')
    return day


def _as_text(value, st, strict, kind):
    """Whether it is a text of JSON's or of strings, which have no moments; nothing else may stand for one where that is strict."""
    text = st.mode != 'python' and isinstance(value, str)
    if strict and not text:
        fail(kind, value)
    return text


def as_datetime(value, st, strict, precise=False):
    if isinstance(value, datetime):
        st.floor(1)
        return value
    st.floor(1 if _as_text(value, st, strict, 'datetime_type') else 0)
    text = text_of(value)
    try:
        if text is not None:
            try:
                return _datetime_of_text(text)
            except _Bad as bad:
                words = str(bad)
                if strict:
                    fail('datetime_parsing', value, error=words)
                if words.startswith('dates '):
                    fail('datetime_from_date_parsing', value, error=words)
            try:
                day = _date_part(text)
            except _Bad as bad:
                fail('datetime_from_date_parsing', value, error=str(bad))
            if len(text) == 10:
                st.floor(0)
                return datetime(day.year, day.month, day.day)
            if precise:
                fail('datetime_parsing', value, error=words)
            fail('datetime_from_date_parsing', value, error='unexpected extra characters at the end of the input')
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return _of_stamp(value).replace(tzinfo=TzInfo(0))
    except _Bad as bad:
        fail('datetime_parsing', value, error=str(bad))
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    fail('datetime_type', value)


def as_date(value, st, strict):
    if isinstance(value, date) and not isinstance(value, datetime):
        st.floor(1)
        return value
    written = _as_text(value, st, strict, 'date_type')
    text = text_of(value)
    if text is not None:
        try:
            day = _date_of_text(text)
            st.floor(1 if written else 0)
            return day
        except _Bad as bad:
            if strict:
                fail('date_parsing', value, error=str(bad))
    st.floor(0)
    try:
        moment = as_datetime(value, st, False, True)
    except Failed as failed:
        line = failed.lines[0]
        if line.kind in ('datetime_parsing', 'datetime_from_date_parsing'):
            fail('date_from_datetime_parsing', value, error=line.ctx['error'])
        fail('date_type', value)
    if moment.time() != time():
        fail('date_from_datetime_inexact', value)
    return moment.date()


def as_time(value, st, strict):
    if isinstance(value, time):
        st.floor(1)
        return value
    st.floor(1 if _as_text(value, st, strict, 'time_type') else 0)
    text = text_of(value)
    try:
        if text is not None:
            return _time_part(text, 0)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            if value != value:
                raise _Bad('NaN values not permitted')
            if value < 0:
                raise _Bad('time in seconds should be positive')
            if value >= 86400:
                raise _Bad('numeric times may not exceed 86,399 seconds')
            return (datetime(1970, 1, 1) + timedelta(seconds=float(value))).time().replace(tzinfo=TzInfo(0))
    except _Bad as bad:
        fail('time_parsing', value, error=str(bad))
    fail('time_type', value)


def _two_digits(text, at, what):
    part = text[at:at + 2]
    if not (len(part) == 2 and part.isascii() and part.isdigit()):
        raise _Bad(f'invalid character in {what}')
    if int(part) > 59:
        raise _Bad(f'{what} value is outside expected range of 0-59')
    return int(part)


def _clock(text):
    """Hours, which may be many, minutes, and perhaps seconds."""
    hours, colon, rest = text.partition(':')
    digits = hours.isascii() and hours.isdigit()
    if colon and (len(hours) > 10 or digits and int(hours) >= 2**32):
        raise _Bad('durations may not exceed 999,999,999 hours')
    if not (colon and digits):
        raise _Bad('invalid character in hour')
    found = timedelta(hours=int(hours), minutes=_two_digits(rest, 0, 'minute'))
    rest = rest[2:]
    if rest[:1] == ':':
        found += timedelta(seconds=_two_digits(rest, 1, 'second'))
        rest = rest[3:]
        if rest[:1] in ('.', ','):
            digits = re.match('[0-9]*', rest[1:])[0]
            if not digits:
                raise _Bad('second fraction digits missing after `.`')
            found += timedelta(microseconds=int(digits[:6].ljust(6, '0')))
            rest = rest[1 + len(digits):]
    if rest:
        raise _Bad('unexpected extra characters at the end of the input')
    return found


def _duration(text):
    sign, body = 1, text
    if body[:1] in ('+', '-'):
        sign, body = -1 if body[0] == '-' else 1, body[1:]
    if not body:
        raise _Bad('input is too short')
    if body[0] in 'Pp':
        found = re.fullmatch(r'P(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?'
                             r'(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?', body, re.I)
        if not found or not any(found.groups()):
            raise _Bad('input is too short' if len(body) < 3 else 'invalid digit in duration')
        y, mo, w, d, h, mi, s = (float((g or '0').replace(',', '.')) for g in found.groups())
        return sign * timedelta(days=y * 365 + mo * 30 + w * 7 + d, hours=h, minutes=mi, seconds=s)
    found = re.match(r'(\d+) ?d(?:ays?)?,? ?', body, re.I)
    if found:
        if len(found[1]) > 9:
            raise _Bad('durations may not exceed 999,999,999 days')
        rest = body[found.end():]
        return sign * (timedelta(days=int(found[1])) + (_clock(rest) if rest else timedelta()))
    if not body[0].isdigit():
        raise _Bad('invalid digit in duration')
    if len(body) < 5 or re.match(r'\d+ ', body):
        raise _Bad('"day" identifier in duration not correctly formatted')
    return sign * _clock(body)


def as_timedelta(value, st, strict):
    if isinstance(value, timedelta):
        st.floor(1)
        return value
    st.floor(1 if _as_text(value, st, strict, 'time_delta_type') else 0)
    text = text_of(value)
    try:
        if text is not None:
            return _duration(text)
        if isinstance(value, (int, float, Decimal)) and not (isinstance(value, bool) and st.mode == 'json'):
            if value != value:
                raise _Bad('NaN values not permitted')
            if abs(value) > 86399999999999:
                raise _Bad('durations may not exceed 999,999,999 days')
            return timedelta(seconds=float(value) if not isinstance(value, int) else value)
    except _Bad as bad:
        fail('time_delta_parsing', value, error=str(bad))
    fail('time_delta_type', value)


def iso_duration(value):
    """A duration as ISO 8601 writes it."""
    sign = '-' if value < timedelta(0) else ''
    value = abs(value)
    years, days = divmod(value.days, 365)
    hours, rest = divmod(value.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    out = f'{sign}P'
    if years:
        out += f'{years}Y'
    if days:
        out += f'{days}D'
    if value.seconds or value.microseconds or not value.days:
        out += 'T'
        if hours:
            out += f'{hours}H'
        if minutes:
            out += f'{minutes}M'
        if value.microseconds:
            out += f'{seconds}.' + f'{value.microseconds:06}'.rstrip('0') + 'S'
        elif seconds or not (hours or minutes):
            out += f'{seconds}S'
    return out


def iso(moment):
    """A moment or time as dumps write it: Z for UTC."""
    text = moment.isoformat()
    return text[:-6] + 'Z' if text.endswith('+00:00') else text
