# recorded by hand: the clock of the oracle stands where zoneinfo looks for that of C
"""Zones that are named wrongly, and kinds of one's own."""
import pickle, zoneinfo


def tried(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


# Zones.
for name in '/Europe/Berlin', 'Europe//Berlin', '../Berlin', 'Europe/../Berlin', 'No/Where':
    tried(zoneinfo.ZoneInfo, name)


class Zone(zoneinfo.ZoneInfo):
    pass


zone = Zone('Europe/Paris')
print(repr(zone), zone is Zone('Europe/Paris'), zone is zoneinfo.ZoneInfo('Europe/Paris'), pickle.loads(pickle.dumps(zone)) is zone)
fresh = zoneinfo.ZoneInfo.no_cache('Europe/Paris')
print(fresh, pickle.loads(pickle.dumps(fresh)) is fresh, pickle.dumps(fresh, 2))
Zone.clear_cache()
print(zone is Zone('Europe/Paris'))
tried(zoneinfo.reset_tzpath, '/a')
tried(zoneinfo.reset_tzpath, ['/a', 'b'])
zoneinfo.reset_tzpath(['/usr/share/zoneinfo', '/b'])
print(zoneinfo.TZPATH)
