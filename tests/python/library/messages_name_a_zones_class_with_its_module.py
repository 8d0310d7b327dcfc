# recorded by hand: the oracle has datetime in Python, and its zoneinfo asks for C's
"""ZoneInfo is a class of C's: messages show it with its module, it cannot be changed, and its instances have no dict."""
import copy
import pickle
import weakref
import zoneinfo

zone = zoneinfo.ZoneInfo('Europe/Berlin')


def refused(call):
    try:
        print(call())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


refused(lambda: zone.name)
refused(lambda: setattr(zone, 'name', 1))
refused(lambda: zone + 1)
refused(lambda: len(zone))
refused(lambda: vars(zone))
refused(lambda: setattr(zoneinfo.ZoneInfo, 'name', 1))


class Own(zoneinfo.ZoneInfo):
    pass


own = Own('Asia/Tokyo')
own.name = 'here'
print(repr(own), own.name, pickle.loads(pickle.dumps(own)) is own)
print(copy.copy(zone) is zone, copy.deepcopy(zone) is zone, weakref.ref(zone)() is zone)
refused(lambda: own.nothing)
