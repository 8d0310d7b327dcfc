"""Helpers that programs import as well."""
from sqlalchemy.sql.base import immutabledict
from sqlalchemy.util._concurrency import await_fallback, await_only, greenlet_spawn

FacadeDict = immutabledict


def asbool(obj):
    if isinstance(obj, str):
        text = obj.strip().lower()
        if text in ('true', 'yes', 'on', 'y', 't', '1'):
            return True
        if text in ('false', 'no', 'off', 'n', 'f', '0'):
            return False
        raise ValueError(f'String is not true/false: {obj!r}')
    return bool(obj)


def to_list(x, default=None):
    if x is None:
        return default
    return list(x) if isinstance(x, (list, tuple, set)) else [x]


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget, self.__doc__, self.__name__ = fget, doc or fget.__doc__, fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        obj.__dict__[self.__name__] = result = self.fget(obj)
        return result


class OrderedSet(dict):
    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None


EMPTY_DICT = immutabledict()
