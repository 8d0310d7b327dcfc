# recorded by hand: the oracle has no module that knows zones; printed by CPython itself
# Much used zones know what held from 1970 on: dates of changes, offsets, names, hours that come twice or not at all.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

for name, years in (('America/New_York', (1974, 1986, 2006)), ('Europe/London', (1970, 1971, 1981, 1995)), ('Europe/Berlin', (1979, 1980, 1995)),
                    ('Europe/Moscow', (1995, 2011, 2014)), ('Asia/Shanghai', (1986, 1992)), ('America/Sao_Paulo', (2018, 2019)),
                    ('Australia/Sydney', (1971, 2000, 2006)), ('Asia/Singapore', (1970, 1982))):
    zone = ZoneInfo(name)
    for year in years:
        moment, last = datetime(year, 1, 2, tzinfo=timezone.utc), None
        while moment.year == year:
            local = moment.astimezone(zone)
            if local.utcoffset() != last:
                print(name, local.isoformat(), local.tzname(), local.dst(), local.fold)
                last = local.utcoffset()
            moment += timedelta(days=1)
for text in ('2006-04-02 02:30', '2006-10-29 01:30', '1987-04-05 02:30', '1974-01-06 02:30'):
    for fold in (0, 1):
        local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo('America/New_York'), fold=fold)
        print(local, local.tzname(), local.astimezone(timezone.utc))
print(datetime.fromtimestamp(0, ZoneInfo('Europe/Paris')), datetime.fromtimestamp(946684800, ZoneInfo('America/Los_Angeles')))
