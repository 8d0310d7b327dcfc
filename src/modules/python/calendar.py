"""Months and weeks as tables."""
import datetime as _datetime

__all__ = ['isleap', 'leapdays', 'weekday', 'monthrange', 'monthcalendar', 'month', 'calendar', 'timegm',
           'month_name', 'month_abbr', 'day_name', 'day_abbr', 'setfirstweekday', 'firstweekday', 'prmonth', 'prcal',
           'Calendar', 'TextCalendar', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
day_abbr = [name[:3] for name in day_name]
month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
              'November', 'December']
month_abbr = [name[:3] for name in month_name]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
_first = 0


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    days = (31, 28 + isleap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return weekday(year, month, 1), days[month - 1]


def timegm(tuple):
    moment = _datetime.datetime(*tuple[:6])
    return int((moment - _datetime.datetime(1970, 1, 1)).total_seconds())


class Calendar:
    """Weeks of months."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([(self.firstweekday + n) % 7 for n in range(7)])

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        yield from [0] * ((first - self.firstweekday) % 7)
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdates(self, year, month):
        first, days = monthrange(year, month)
        start = _datetime.date(year, month, 1) - _datetime.timedelta((first - self.firstweekday) % 7)
        count = (first - self.firstweekday) % 7 + days
        return (start + _datetime.timedelta(n) for n in range(count + -count % 7))

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Months as text."""

    def formatweekheader(self, width):
        names = day_name if width >= 9 else day_abbr
        return ' '.join(names[n][:width].center(width) for n in self.iterweekdays())

    def _lines(self, year, month, width, title):
        lines = [title.center(7 * (width + 1) - 1), self.formatweekheader(width)]
        for week in self.monthdayscalendar(year, month):
            lines.append(' '.join(str(day).rjust(2).center(width) if day else ' ' * width for day in week))
        return lines

    def formatmonth(self, theyear, themonth, w=0, l=0):
        width = max(2, w)
        gap = '\n' * max(1, l)
        lines = self._lines(theyear, themonth, width, f'{month_name[themonth]} {theyear}')
        return gap.join(line.rstrip() for line in lines) + gap

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        width = max(2, w)
        span = (width + 1) * 7 - 1
        lines = [str(theyear).center(span * m + c * (m - 1)).rstrip(), '']
        for at in range(1, 13, m):
            months = [self._lines(theyear, n, width, month_name[n]) for n in range(at, min(at + m, 13))]
            tall = max(map(len, months))
            for row in range(tall):
                cells = [one[row] if row < len(one) else '' for one in months]
                lines.append((' ' * c).join(cell.ljust(span) for cell in cells).rstrip())
            lines.append('')
        return '\n'.join(lines[:-1]) + '\n'

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')


def setfirstweekday(weekday):
    global _first
    _first = weekday


def firstweekday():
    return _first


def monthcalendar(year, month):
    return Calendar(_first).monthdayscalendar(year, month)


def month(theyear, themonth, w=0, l=0):
    return TextCalendar(_first).formatmonth(theyear, themonth, w, l)


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth, w, l), end='')


def calendar(theyear, w=2, l=1, c=6, m=3):
    return TextCalendar(_first).formatyear(theyear, w, l, c, m)


def prcal(theyear, w=0, l=0, c=6, m=3):
    print(calendar(theyear, w, l, c, m), end='')
