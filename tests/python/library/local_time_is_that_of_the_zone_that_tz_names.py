"""`time.tzset()`: from then on `time`, `datetime` and `logging` know local time by the zone that `TZ` names."""
import email.utils
import logging
import os
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone


def use(zone):
    os.environ['TZ'] = zone
    time.tzset()
    print(f'{zone}:', time.tzname, time.timezone, time.altzone, time.daylight)


def show(seconds):
    local = time.localtime(seconds)
    print(time.strftime('%Y-%m-%d %H:%M:%S %Z %z', local), local.tm_isdst, local.tm_zone, local.tm_gmtoff,
          time.mktime(local) == seconds, time.ctime(seconds))
    moment = datetime.fromtimestamp(seconds)
    print(moment, moment.fold, moment.timestamp() == seconds, moment.astimezone(), moment.astimezone(UTC), moment.tzinfo)


SPRING, AUTUMN = 1774767600, 1793494800
for zone in ('America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Kolkata', 'Australia/Sydney',
             'EST+05EDT,M4.1.0,M10.5.0', 'AEST-10AEDT-11,M10.5.0,M3.5.0/3', '<+0330>-3:30', 'J1X2Y,J60/1,300/3', ':UTC',
             'XYZ3ABC', 'Nowhere/AtAll', ''):
    use(zone)
    show(1767225600)
    show(1782000000)

use('America/New_York')
print(datetime.now(), datetime.today(), date.today(), date.fromtimestamp(0 + 1767225600 - 1), time.strftime('%H:%M %Z'))
print(time.asctime(), datetime.now(UTC), datetime.now().astimezone().tzname(), time.gmtime(0)[:6])
print(datetime(2026, 7, 4, 12).astimezone(timezone(timedelta(hours=2))), datetime(2026, 7, 4, 12, tzinfo=UTC).astimezone())
print(datetime(2026, 1, 4, 12, 30, 15, 250000).timestamp(), email.utils.localtime(), email.utils.formatdate(1767225600, True))

# The hour that comes twice, and the one that never comes.
for hour in 0, 1, 2:
    for fold in 0, 1:
        twice, never = datetime(2026, 11, 1, hour, 30, fold=fold), datetime(2026, 3, 8, hour, 30, fold=fold)
        print(hour, fold, twice.timestamp(), twice.astimezone(), never.timestamp(), never.astimezone())
for seconds in 1793509200, 1793511000, 1793514600, 1793518200, 1772951400, 1772955000:
    show(seconds)
for is_summer in -1, 0, 1:
    print([time.mktime((2026, month, 15, 12, 0, 0, 0, 0, is_summer)) for month in (1, 7)])
print(time.mktime((2026, 11, 1, 1, 30, 0, 0, 0, 0)), time.mktime((2026, 11, 1, 1, 30, 0, 0, 0, 1)),
      time.mktime((2026, 3, 8, 2, 30, 0, 0, 0, -1)))
print(time.strptime('12:00 EDT', '%H:%M %Z')[-3:], time.strptime('12:00 est', '%H:%M %Z').tm_isdst)
print(time.strftime('%Z|%z', (2026, 7, 1, 0, 0, 0, 0, 1, 1)), time.strftime('%Z', (2026, 7, 1, 0, 0, 0, 0, 1, -1)) or 'none')
print(datetime(2026, 7, 1).strftime('%s'), time.strftime('%s', time.localtime(1782000000)))

logging.basicConfig(format='%(asctime)s %(message)s', stream=sys.stdout)
logging.warning('by local time')
del os.environ['TZ']
time.tzset()
print(time.tzname, datetime.now(), time.localtime().tm_zone)
