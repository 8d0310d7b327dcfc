# zoneinfo: offsets, names, the hours that are missing or come twice; importlib.util's find_spec.
from datetime import datetime, timedelta, timezone, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
import importlib.util, pickle
TURNS = {'Europe/London': ('2026-03-29T01:00', '2026-10-25T01:00'), 'Europe/Dublin': ('2026-03-29T01:00', '2026-10-25T01:00'),
         'America/New_York': ('2026-03-08T07:00', '2026-11-01T06:00'), 'Australia/Sydney': ('2026-04-04T16:00', '2026-10-03T16:00'),
         'America/St_Johns': ('2026-03-08T05:30', '2026-11-01T04:30'), 'Asia/Kolkata': ('2026-01-01T00:00',)}
for name, turns in TURNS.items():
    z = ZoneInfo(name)
    for turn in turns:
        for minutes in (-61, -1, 0, 59, 60):
            u = datetime.fromisoformat(turn + '+00:00') + timedelta(minutes=minutes)
            l = u.astimezone(z)
            print(name, u.isoformat(), l.isoformat(), l.tzname(), l.fold, l.dst(), l.astimezone(timezone.utc) == u)
ny = ZoneInfo("America/New_York")
for h in range(0, 4):
    for fold in (0, 1):
        for d in (datetime(2026, 3, 8, h, 30, tzinfo=ny, fold=fold), datetime(2026, 11, 1, h, 30, tzinfo=ny, fold=fold)): print(d, d.tzname(), d.timestamp(), d.astimezone(timezone.utc))
d = datetime(2026, 3, 7, 12, tzinfo=ny); print(d + timedelta(days=1), (d + timedelta(days=1)).utcoffset(), repr(d), d.astimezone(ZoneInfo("Asia/Tokyo")), str(ny), ny.key, ZoneInfo("UTC") is ZoneInfo("UTC"))
print(datetime(2026, 7, 1, tzinfo=ny) - datetime(2026, 7, 1, tzinfo=timezone.utc), f"{d:%Y-%m-%d %H:%M %Z%z}", pickle.loads(pickle.dumps(ny)) is ny, time(12, tzinfo=ny).utcoffset(), time(12, tzinfo=ZoneInfo("Asia/Tokyo")).utcoffset())
try: ZoneInfo("Mars/Base")
except ZoneInfoNotFoundError as e: print(repr(e))
print(importlib.util.find_spec("json").name, importlib.util.find_spec("nope_x"), importlib.util.find_spec("json.decoder").parent, importlib.util.resolve_name(".a", "b.c"))
try: importlib.util.find_spec("nope_x.y")
except ModuleNotFoundError as e: print(e)
