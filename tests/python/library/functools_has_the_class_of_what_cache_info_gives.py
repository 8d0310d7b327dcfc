"""The class of what cache_info gives, asked for before any cache is."""
import functools
from functools import _CacheInfo, lru_cache
print(_CacheInfo, _CacheInfo._fields, _CacheInfo(1, 2, None, 3))
@lru_cache
def double(x): return x * 2
double(2), double(2)
print(double.cache_info() == _CacheInfo(1, 1, 128, 1), type(double.cache_info()) is functools._CacheInfo)
try: functools.nothing
except AttributeError as e: print(e)
