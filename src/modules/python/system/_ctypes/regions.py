"""Pieces of memory, and the addresses that they have once somebody asks for one."""
import bisect as _bisect
import weakref as _weakref

_FIRST = 0x7f80_0000_0000
_by_start, _starts = {}, []
_next = _FIRST


class Region:
    """Bytes in a row: a bytearray, or a view of another object's memory."""
    __slots__ = 'data', 'start', 'owner', 'function', '__weakref__'

    def __init__(self, data, owner=None):
        self.data, self.start, self.owner, self.function = data, None, owner, None

    def address(self, offset=0):
        if self.start is None or self.start not in _by_start:
            self._settle()
        return self.start + offset

    def _settle(self):
        """Is found by its address from now on; in a forked process by the one that it had before."""
        global _next
        if self.start is None:
            self.start, _next = _next, _next + (len(self.data) + 47) // 16 * 16
        start = self.start
        _next = max(_next, start + (len(self.data) + 47) // 16 * 16)
        _bisect.insort(_starts, start)
        _by_start[start] = _weakref.ref(self, lambda _: _forget(start))


def _forget(start):
    _by_start.pop(start, None)
    at = _bisect.bisect_left(_starts, start)
    if at < len(_starts) and _starts[at] == start:
        del _starts[at]


def at(address, kept=None):
    """The region at an address, and how far into it that is."""
    place = _bisect.bisect_right(_starts, address) - 1
    region = _by_start[_starts[place]]() if place >= 0 else None
    if region is None or address - region.start > len(region.data):
        for region in _regions_in(kept):
            if region.start is not None and 0 <= address - region.start <= len(region.data):
                return region, address - region.start
        import _frames
        _frames.not_supported("memory at an address that is not of ctypes' own objects", 'addressof(…)')
    return region, address - region.start


def _regions_in(kept):
    """What somebody keeps for the addresses that he has."""
    todo = [kept]
    while todo:
        one = todo.pop()
        if isinstance(one, Region):
            yield one
        elif isinstance(one, dict):
            todo.extend(one.values())
        elif isinstance(one, tuple):
            todo.extend(one)
        elif one is not None and hasattr(one, '_region'):
            yield one._region
            todo.append(one._kept)


def text_at(address, kept=None):
    """The bytes there, up to a zero."""
    region, offset = at(address, kept)
    data = bytes(region.data[offset:])
    return data.partition(b'\0')[0]


def wide_text_at(address, size=-1, kept=None):
    region, offset = at(address, kept)
    data = bytes(region.data[offset:])
    return wide_text(data[:len(data) // 4 * 4 if size < 0 else 4 * size], size < 0)


def wide_text(data, ends=True):
    """Characters of four bytes each, up to a zero."""
    text = data.decode('utf-32-le', 'surrogatepass')
    return text.partition('\0')[0] if ends else text
