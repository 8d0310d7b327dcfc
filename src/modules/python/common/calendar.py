"""Months and weeks as tables."""
import datetime as _datetime
from enum import IntEnum as _IntEnum

__all__ = ['IllegalMonthError', 'IllegalWeekdayError', 'setfirstweekday', 'firstweekday', 'isleap', 'leapdays', 'weekday',
           'monthrange', 'monthcalendar', 'prmonth', 'month', 'prcal', 'calendar', 'timegm', 'month_name', 'month_abbr',
           'day_name', 'day_abbr', 'Calendar', 'TextCalendar', 'HTMLCalendar', 'LocaleTextCalendar',
           'LocaleHTMLCalendar', 'weekheader', 'Day', 'Month', 'JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE',
           'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER', 'MONDAY', 'TUESDAY', 'WEDNESDAY',
           'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
class _Names:
    """Names in an order."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, i):
        return self._names[i]  #: 103 funcs = «self._months[i]»

    def __len__(self):
        return len(self._names)


class _localized_day(_Names):
    pass


class _localized_month(_Names):
    pass


_days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
_months = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
day_name, day_abbr = _localized_day(_days), _localized_day([name[:3] for name in _days])
month_name, month_abbr = _localized_month(_months), _localized_month([name[:3] for name in _months])


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


def __getattr__(name):
    if name in ('January', 'February'):
        import warnings
        warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning,
                      stacklevel=2)
        return Month[name.upper()].value
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")  #: 54


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
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  #: 143


def leapdays(y1, y2):
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    if not 1 <= year <= 9999:  #: 156 if not «datetime.MINYEAR <= year <= datetime.MAXYEAR»:
        year = 2000 + year % 400
    return Day(_datetime.date(year, month, day).weekday())  #: 158 return Day(«datetime.date(year, month, day)».weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:  #: 164
        raise IllegalMonthError(month)  #: 165
    first = weekday(year, month, 1)  #: 166 day1 = «weekday(year, month, 1)»
    return first, (31, 28 + isleap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    """Weeks of months."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def itermonthdays2(self, year, month):
        for at, day in enumerate(self.itermonthdays(year, month), self.firstweekday):  #: 240 for i, d in «enumerate(self.itermonthdays(year, month), self.firstweekday)»:
            yield day, at % 7

    def itermonthdays3(self, year, month):
        first, days = monthrange(year, month)  #: 248 day1, ndays = «monthrange(year, month)»
        before, after = (first - self.firstweekday) % 7, (self.firstweekday - first - days) % 7
        last_year, last_month = (year - 1, 12) if month == 1 else (year, month - 1)
        next_year, next_month = (year + 1, 1) if month == 12 else (year, month + 1)
        end = monthrange(last_year, last_month)[1] + 1 if before else 1
        yield from ((last_year, last_month, day) for day in range(end - before, end))
        yield from ((year, month, day) for day in range(1, days + 1))
        yield from ((next_year, next_month, day) for day in range(1, after + 1))

    def itermonthdays4(self, year, month):
        for at, (year, month, day) in enumerate(self.itermonthdays3(year, month)):  #: 266 for i, (y, m, d) in «enumerate(self.itermonthdays3(year, month))»:
            yield year, month, day, (self.firstweekday + at) % 7

    @staticmethod
    def _weeks(days):
        days = list(days)
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        days = list(self.itermonthdays2(year, month))  #: 284
        return self._weeks(days)

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
        for n in range(7):
            yield (self.firstweekday + n) % 7

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)  #: 228 day1, ndays = «monthrange(year, month)»
        yield from [0] * ((first - self.firstweekday) % 7)
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdates(self, year, month):
        for day in self.itermonthdays3(year, month):  #: 220 for y, m, d in «self.itermonthdays3(year, month)»:
            yield _datetime.date(*day)

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))  #: 292
        return [days[at:at + 7] for at in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Months as text."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')  #: 335

    def formatday(self, day, weekday, width):
        return (f'{day:2}' if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(day, weekday, width) for day, weekday in theweek])  #: 351 return ' '.join(self.formatday(d, wd, width) for (d, wd) in «theweek»)

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]  #: 373 s = «month_name[themonth]»
        return (f'{name} {theyear}' if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        width, gap = max(2, w), '\n' * max(1, l)  #: 388 w = «max(2, w)»
        lines = [self.formatmonthname(theyear, themonth, 7 * (width + 1) - 1)]  #: 390 s = «self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1)»
        lines.append(self.formatweekheader(width))
        for week in self.monthdays2calendar(theyear, themonth):  #: 395 for week in «self.monthdays2calendar(theyear, themonth)»:
            lines.append(self.formatweek(week, width))
        return gap.join([line.rstrip() for line in lines]) + gap

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        width, gap, apart = max(2, w), '\n' * max(1, l), max(2, c)  #: 404 w = «max(2, w)»
        span = (width + 1) * 7 - 1
        text = repr(theyear).center(span * m + apart * (m - 1)).rstrip() + gap
        header = self.formatweekheader(width)
        for at, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * at + 1, min(m * (at + 1) + 1, 13))
            lines = [[self.formatmonthname(theyear, n, span, False) for n in months], [header for n in months]]
            for week in range(max(map(len, row))):
                lines.append([self.formatweek(one[week], width) if week < len(one) else '' for one in row])
            text += gap + ''.join([formatstring(line, span, apart).rstrip() + gap for line in lines])
        return text

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')  #: 439

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')  #: 382


class HTMLCalendar(Calendar):
    """Months as tables of HTML."""
    cssclasses = [name.lower() for name in day_abbr]
    cssclasses_weekday_head = cssclasses
    cssclass_noday, cssclass_month_head, cssclass_month = 'noday', 'month', 'month'
    cssclass_year_head = cssclass_year = 'year'

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'  #: 476 return '<td class="%s">%d</td>' % («self.cssclasses[weekday]», day)

    def formatweek(self, theweek):
        return f'<tr>{"".join([self.formatday(day, weekday) for day, weekday in theweek])}</tr>'  #: 482 s = ''.join(self.formatday(d, wd) for (d, wd) in «theweek»)

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'  #: 490 «self.cssclasses_weekday_head[day]», day_abbr[day])

    def formatweekheader(self):
        return f'<tr>{"".join([self.formatweekday(day) for day in self.iterweekdays()])}</tr>'

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = f'{month_name[themonth]} {theyear}' if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        return '\n'.join([f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
                          self.formatmonthname(theyear, themonth, withyear), self.formatweekheader(),  #: 519 a(«self.formatmonthname(theyear, themonth, withyear=withyear)»)
                          *[self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)],  #: 523 for week in «self.monthdays2calendar(theyear, themonth)»:
                          '</table>', ''])

    def formatyear(self, theyear, width=3):
        width = max(width, 1)  #: 536
        text = (f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n'
                f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>')
        for at in range(1, 13, width):
            months = [self.formatmonth(theyear, n, withyear=False) for n in range(at, min(at + width, 13))]  #: 548 a(«self.formatmonth(theyear, m, withyear=False)»)
            text += f'<tr>{"".join([f"<td>{month}</td>" for month in months])}</tr>'
        return text + '</table>'

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        encoding = 'utf-8' if encoding is None else encoding
        link = '' if css is None else f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        text = (f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
                '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html>\n<head>\n<meta http-equiv="Content-Type" '
                f'content="text/html; charset={encoding}" />\n{link}<title>Calendar for {theyear}</title>\n</head>\n'
                f'<body>\n{self.formatyear(theyear, width)}</body>\n</html>\n')  #: 572 a(«self.formatyear(theyear, width)»)
        return text.encode(encoding, 'xmlcharrefreplace')


def _locale_of(given):
    import locale
    return locale.setlocale(locale.LC_TIME) if given is None else given


def _look_at(name):
    """The machine knows the locales that have English words."""
    import locale
    before = locale.setlocale(locale.LC_TIME)
    locale.setlocale(locale.LC_TIME, name)
    locale.setlocale(locale.LC_TIME, before)


class LocaleTextCalendar(TextCalendar):
    """A calendar in the words of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _locale_of(locale)

    def formatweekday(self, day, width):
        _look_at(self.locale)
        return super().formatweekday(day, width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        _look_at(self.locale)
        return super().formatmonthname(theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
    """A calendar as a page in the words of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _locale_of(locale)

    def formatweekday(self, day):
        _look_at(self.locale)
        return super().formatweekday(day)

    def formatmonthname(self, theyear, themonth, withyear=True):
        _look_at(self.locale)
        return super().formatmonthname(theyear, themonth, withyear)


c = TextCalendar()
firstweekday, monthcalendar, prweek, week = c.getfirstweekday, c.monthdayscalendar, c.prweek, c.formatweek
weekheader, prmonth, month, calendar, prcal = c.formatweekheader, c.prmonth, c.formatmonth, c.formatyear, c.pryear


def setfirstweekday(firstweekday):
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)  #: 648
    c.firstweekday = firstweekday


def main(args=None):
    import _calendar_command
    _calendar_command.run(args)


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=20, spacing=6):
    return (' ' * spacing).join([col.center(colwidth) for col in cols])


from _frames import unseen as _unseen
_unseen(_Names)
