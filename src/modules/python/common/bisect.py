"""Searching in sorted lists."""
from _frames import ssize as _ssize, type_name as _type_name
from _order import search as _search


def _bounds(lo, hi):  #: -
    lo = _ssize(lo)
    if hi is not None:
        from io import _limit
        hi = _limit(hi)
    if lo < 0:
        raise ValueError('lo must be non-negative')
    return lo, None if hi == -1 else hi


def _length(a):  #: -
    if isinstance(a, dict):
        raise TypeError(f'{_type_name(a)} is not a sequence')
    return len(a)


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Where to insert x, behind equal items."""
    if hi is not None or lo != 0:
        lo, hi = _bounds(lo, hi)
    if hi is None:
        hi = _length(a)
    if key is None and type(a) is list:
        return _search(a, x, lo, hi, True)
    while lo < hi:
        middle = (lo + hi) // 2
        if x < (a[middle] if key is None else key(a[middle])):
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Where to insert x, before equal items."""
    if hi is not None or lo != 0:
        lo, hi = _bounds(lo, hi)
    if hi is None:
        hi = _length(a)
    if key is None and type(a) is list:
        return _search(a, x, lo, hi, False)
    while lo < hi:
        middle = (lo + hi) // 2
        if (a[middle] if key is None else key(a[middle])) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert x behind equal items."""
    at = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert x before equal items."""
    at = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


from _frames import native as _native, shortcuts as _shortcuts
_shortcuts(7, bisect_left, bisect_right)
_native(globals())
bisect, insort = bisect_right, insort_right
