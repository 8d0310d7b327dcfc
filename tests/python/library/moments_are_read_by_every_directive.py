"""strptime: weeks, days of the year, twelve hours, zones, and what it refuses."""
import time
from datetime import date, datetime, time as clock

for text, format in [
        ('2024-366', '%Y-%j'), ('2024 10 1', '%Y %W %w'), ('2023 52 6', '%Y %U %w'), ('2020 53 1', '%G %V %u'),
        ('Tue Jan  6 10:00:00 2015', '%c'), ('10:00:00 01/02/03 PM', '%X %x %p'), ('12 1', '%I %M'),
        ('12 am', '%I %p'), ('12 PM', '%I %p'), ('1 utc', '%H %Z'), ('+0530', '%z'), ('-01:02:03.5', '%z'),
        ('x%y', 'x%%y'), ('99', '%y'), ('1.5', '%S.%f'), ('MONDAY 7 january 2030', '%A %d %B %Y'),
        ('x', '%Y'), ('2024 x', '%Y'), ('1', '%Q'), ('1', '%'), ('1', '%-d'), ('12:00', '%T'), ('13 am', '%I %p'),
        ('2024 5 1', '%Y %V %w'), ('2024', '%G'), ('5', '%V'), ('2024 5 5 1', '%G %V %j %u'), ('1.5', '%S')]:
    for read in datetime.strptime, time.strptime:
        try:
            print(format, '|', read(text, format))
        except ValueError as error:
            print(format, '|', error)
print(time.strptime('Feb 29', '%b 29')[:3], time.strptime('30 Nov 00', '%d %b %y')[:9])

for text in ('2024-W09-4', '2024W094', '2024-W09', '2024W09'):
    print(date.fromisoformat(text), datetime.fromisoformat(text + 'T10:20' if '-' in text else text + 'T1020'))
for text in ('2024-1-1', '20240101T10:20x', ''):
    try:
        print(datetime.fromisoformat(text))
    except ValueError as error:
        print(error)
for text in ('T10', '10:20:30.123', '1020', '10:20+01:00', 'x'):
    try:
        print(clock.fromisoformat(text))
    except ValueError as error:
        print(error)

then = time.gmtime(1234567890)
for format in ('%f', '%5Y', '%_d', '%^a', '%#p', '%P', '%-H', '%04y', '%E', '%q', '%Ey', '%Od', '%10a', '%3m', '%_5d',
               '%5%', '%-I:%M%p', '%l|%k|%e', '%', '100%', '%-'):
    print(format, repr(time.strftime(format, then)))
datetime.strptime('21-11-2026', '%Y-%m-%d')
