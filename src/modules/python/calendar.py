"""Months and weeks as tables."""
import datetime as _datetime
from enum import IntEnum as _IntEnum

__all__ = ['isleap', 'leapdays', 'weekday', 'monthrange', 'monthcalendar', 'month', 'calendar', 'timegm',
           'month_name', 'month_abbr', 'day_name', 'day_abbr', 'setfirstweekday', 'firstweekday', 'prmonth', 'prcal',
           'Calendar', 'TextCalendar', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
day_abbr = [name[:3] for name in day_name]
month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
              'November', 'December']
month_abbr = [name[:3] for name in month_name]


class Day(_IntEnum):
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

    def __repr__(self):
        return f'calendar.{self.name}'


class Month(_IntEnum):
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)

    def __repr__(self):
        return f'calendar.{self.name}'


globals().update(Day.__members__)
globals().update(Month.__members__)
_first = 0


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    return Day(_datetime.date(year, month, day).weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)  #: 165
    days = (31, 28 + isleap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return weekday(year, month, 1), days[month - 1]


def timegm(tuple):
    moment = _datetime.datetime(*tuple[:6])
    return int((moment - _datetime.datetime(1970, 1, 1)).total_seconds())


class Calendar:
    """Weeks of months."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def itermonthdays2(self, year, month):
        for at, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, at % 7

    def itermonthdays3(self, year, month):
        return ((day.year, day.month, day.day) for day in self.itermonthdates(year, month))

    def itermonthdays4(self, year, month):
        return ((day.year, day.month, day.day, day.weekday()) for day in self.itermonthdates(year, month))

    @staticmethod
    def _weeks(days):
        days = list(days)
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def _year(self, months, year, width):
        found = [months(year, number) for number in range(1, 13)]
        return [found[at:at + width] for at in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        return self._year(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._year(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._year(self.monthdayscalendar, year, width)

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
        days = list(self.itermonthdays(year, month))  #: 292
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

    def formatday(self, day, weekday, width):
        return (f'{day:2}' if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')  #: 335

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f'{name} {theyear}' if withyear else name).center(width)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')  #: 439

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')  #: 382


def setfirstweekday(weekday):
    global _first
    if not 0 <= weekday <= 6:
        raise IllegalWeekdayError(weekday)
    _first = weekday


def firstweekday():
    return _first


def weekheader(width):
    return TextCalendar(_first).formatweekheader(width)


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
