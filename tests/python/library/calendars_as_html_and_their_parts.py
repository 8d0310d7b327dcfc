"""calendar: tables of HTML, classes that override parts of the text, years at the ends, other names."""
import calendar


class Short(calendar.TextCalendar):
    def formatday(self, day, weekday, width):
        return ('--' if not day else '*' if weekday > 4 else f'{day:2}').center(width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        return super().formatmonthname(theyear, themonth, width, withyear).upper()

    def formatweekheader(self, width):
        return super().formatweekheader(width).lower()


Short(6).prmonth(2026, 2)
print(Short().formatyear(2026, m=4)[:400])


class Marked(calendar.HTMLCalendar):
    cssclasses = [style + ' bold' for style in calendar.HTMLCalendar.cssclasses]

    def formatday(self, day, weekday):
        return super().formatday(day, weekday).replace('>1<', '><b>1</b><')


print(Marked(6).formatmonth(2026, 2))
print(calendar.HTMLCalendar().formatyear(2026, 4)[:300])
print(calendar.HTMLCalendar().formatyearpage(2026, css=None, encoding='ascii')[:330])
print(calendar.LocaleTextCalendar(locale='C').formatmonth(2026, 3, 9, 2))
print(calendar.LocaleHTMLCalendar(locale='C').formatweekheader())
print(list(calendar.Calendar().itermonthdays3(9999, 12))[-6:], list(calendar.Calendar(3).itermonthdays4(1, 1))[:3])
print(calendar.timegm((2026, 1, 1, 0, 0, 90)), calendar.weekheader(3), calendar.formatstring(['a', 'b'], 5, 2))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2026, 2)[0], calendar.c.firstweekday)
calendar.setfirstweekday(0)
for wrong in lambda: calendar.monthrange(2026, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.Juli:
    try:
        wrong()
    except (IndexError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
