# recorded by hand: the oracle’s datetime is not C, as zoneinfo wants it; from CPython 3.13 itself
import datetime
import zoneinfo

names = zoneinfo.available_timezones()
print([name in names for name in ("Asia/Shanghai", "Pacific/Kwajalein", "America/Indiana/Knox", "Etc/GMT+12", "Mars/Base")])
moments = [datetime.datetime(2025, month, day, 12, 30, tzinfo=datetime.timezone.utc) for month, day in ((1, 5), (4, 6), (7, 20), (10, 27))]
for name in ("Pacific/Chatham", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk", "Asia/Pyongyang", "America/Santiago", "Antarctica/Troll",
             "Asia/Jerusalem", "Europe/Dublin", "America/Havana", "Etc/GMT-14", "Asia/Kathmandu"):
    zone = zoneinfo.ZoneInfo(name)
    print(name, *[f"{moment.astimezone(zone):%d %H:%M %z %Z} {zone.dst(moment.astimezone(zone))}" for moment in moments], sep=" | ")
late = datetime.datetime(2150, 7, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
print(late.isoformat(), late.tzname())
for wrong in "Asia/Nowhere", "Mars":
    try:
        zoneinfo.ZoneInfo(wrong)
    except zoneinfo.ZoneInfoNotFoundError as error:
        print(error)
