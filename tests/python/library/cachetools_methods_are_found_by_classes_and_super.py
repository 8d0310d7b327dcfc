# A cached method is one object in its class and one in each instance; keys that use the cache and ends of time do no harm.
import copy, pickle
from datetime import datetime, timedelta
from cachetools import Cache, LFUCache, TTLCache, cachedmethod
from cachetools.func import lfu_cache


class Base:
    def __init__(self):
        self.cache, self.calls = Cache(10), 0

    @cachedmethod(lambda self: self.cache, info=True)
    def get(self, value):
        """Gets it."""
        self.calls += 1
        return value * 2


class Child(Base):
    @cachedmethod(lambda self: self.cache, key=lambda self, value: ('child', value))
    def get(self, value):
        return super().get(value) + 1


base, child = Base(), Child()
print(Base.get is Base.get, Base.get.__wrapped__.__name__, Base.get.__doc__, repr(Base.get)[:27])
print(Base.get(base, 1), Base.get(self=base, value=1), base.calls, base.get.cache_info(), base.get is base.get)
print(child.get(3), child.get(3), child.calls, sorted(child.cache, key=str))
print(pickle.loads(pickle.dumps(Base.get)) is Base.get, copy.copy(Base.get) is Base.get, copy.deepcopy(child).get(3))
for call in (lambda: Base.get(), lambda: Base.get(value=1), lambda: vars(Base)['get'](1)):
    try:
        call()
    except TypeError as e:
        print(e)


class Slots:
    __slots__ = ()
    get = cachedmethod(lambda self: {})(lambda self: 1)


class Fixed:
    from types import MappingProxyType
    __dict__ = MappingProxyType({})
    get = cachedmethod(lambda self: {})(lambda self: 1)


for obj in (Slots(), Fixed()):
    try:
        obj.get
    except TypeError as e:
        print(e)


@lfu_cache
def kept(value):
    return value


class Key:
    def __init__(self, asks):
        self.asks = asks

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.asks:
            kept(self)
        return self.asks == other.asks


print(kept(Key(False)).asks, kept(Key(True)).asks, kept(Key(True)).asks)
ends = TTLCache(2, timedelta(days=1), timer=lambda: datetime.max)
try:
    ends['a'] = 1
except OverflowError as e:
    print(type(e).__name__, len(ends), list(ends), ends.expire())
used = LFUCache(2)
used[1] = used[2] = 0
used[1], used[1], used[2]
twin = copy.copy(used)
used[3] = 0
print(sorted(used), sorted(twin), twin.popitem(), twin.popitem())
