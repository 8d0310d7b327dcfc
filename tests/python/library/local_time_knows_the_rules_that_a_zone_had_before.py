"""time.tzset with a zone that had other rules before: local time, mktime and datetime go by those of the year."""
import datetime
import os
import time

for name in ('America/New_York', 'Europe/London', 'America/Argentina/Buenos_Aires', 'Australia/Sydney', 'Asia/Tokyo',
             'America/Sao_Paulo', 'EST5EDT'):
    os.environ['TZ'] = name
    time.tzset()
    print(name, time.tzname, time.timezone, time.altzone, time.daylight)
    for moment in range(100_000_000, 1_900_000_000, 123_456_789):
        there = time.localtime(moment)
        print(moment, time.strftime('%Y-%m-%d %H:%M:%S %Z %z', there), there.tm_isdst, time.mktime(there) == moment,
              datetime.datetime.fromtimestamp(moment).astimezone().isoformat())
