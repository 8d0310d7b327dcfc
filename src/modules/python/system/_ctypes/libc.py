"""The few functions of C's library that are here: each gets numbers, addresses and objects."""
import math as _math
import os as _os
import time as _time
from _ctypes.regions import Region, at as _at, text_at

_kept, _written = {}, bytearray()


def _number(text, base=10):
    text = text.lstrip()
    end = 1 if text[:1] in (b'+', b'-') else 0
    while text[end:end + 1].isdigit():
        end += 1
    return int(text[:end] or 0) if text[:end].lstrip(b'+-') else 0


def _compare(one, other):
    return (one > other) - (one < other)


def _differ(one, other):
    for a, b in zip(one + b'\0', other + b'\0'):
        if a != b:
            return a - b
    return 0


def _copy(to, source, count):
    region, offset = _at(source)
    data = bytes(region.data[offset:offset + count])
    region, offset = _at(to)
    region.data[offset:offset + count] = data
    return to


def _fill(to, byte, count):
    region, offset = _at(to)
    region.data[offset:offset + count] = bytes([byte & 255]) * count
    return to


def _copy_text(to, source):
    return _copy(to, source, len(text_at(source)) + 1)


def _allocate(count, size=1):
    region = Region(bytearray(count * size))
    _kept[region.address()] = region
    return region.start


def _free(address):
    _kept.pop(address, None)
    return 0


def _bytes_at(address, count):
    region, offset = _at(address)
    return bytes(region.data[offset:offset + count])


def _sort(base, count, size, compare):
    """qsort: the order of what compares equal is that of a merge sort, as glibc's."""
    import functools
    function = _at(compare)[0].function
    items = [_bytes_at(base + at * size, size) for at in range(count)]
    places = [Region(bytearray(item)) for item in items]
    addresses = [place.address() for place in places]
    from _ctypes.functions import raw

    def order(one, other):
        found = function.called_raw(one, other)
        return found if isinstance(found, int) else raw(found)
    addresses.sort(key=functools.cmp_to_key(order))
    by_address = dict(zip([place.start for place in places], items))
    region, offset = _at(base)
    region.data[offset:offset + count * size] = b''.join(by_address[address] for address in addresses)
    return 0


def _system_call(number, *args):
    known = {39: _os.getpid, 110: _os.getppid, 186: _native_id, 102: _os.getuid, 104: _os.getgid}
    if number in known:
        return known[number]()
    import _frames
    _frames.not_supported(f'system call {number}', 'the os module')


def _native_id():
    import threading
    return threading.get_native_id()


def _sleep(seconds):
    _time.sleep(seconds)
    return 0


def _sleep_microseconds(count):
    _time.sleep(count / 1_000_000)
    return 0


def _now(place):
    return int(_time.time())


def _get_environment(name):
    found = _os.environb.get(text_at(name))
    if found is None:
        return 0
    region = Region(bytearray(found + b'\0'))
    _kept['environment', found] = region
    return region.address()


def _put(data):
    """C's own buffer of the standard output: written when it is flushed, at the latest at the program's end."""
    if not _written:
        import atexit
        atexit.register(_flush)
    _written.extend(data)
    return len(data)


def _flush(stream=0):
    data = bytes(_written)
    _written.clear()
    if data:
        _os.write(1, data)
    return 0


def _print_line(text):
    return _put(text_at(text) + b'\n')


def _print_formatted(format, *values):
    import re
    values = iter(values)

    def shown(found):
        flags, code = found[1], found[3]
        if code == b'%':
            return b'%'
        value = next(values)
        if code == b's':
            value = text_at(value)
        elif code == b'c':
            value &= 255
        elif code == b'u':
            code, value = b'd', value & ((1 << 64) - 1 if found[2] else 0xffff_ffff)
        elif code in b'xXo':
            value &= (1 << 64) - 1 if found[2] else 0xffff_ffff
        elif code == b'p':
            return hex(value).encode() if value else b'(nil)'
        return (b'%' + flags + code.replace(b'i', b'd')) % (value,)
    return _put(re.sub(rb'%([-+ #0]*\d*(?:\.\d+)?)(hh|h|ll|l|z|j)?([a-zA-Z%])', shown, text_at(format)))


def _of_character(test):
    return lambda c: int(0 <= c < 128 and test(chr(c)))


FUNCTIONS = {
    'abs': abs, 'labs': abs, 'llabs': abs, 'atoi': lambda text: _number(text_at(text)), 'atol': lambda text: _number(text_at(text)),
    'strlen': lambda text: len(text_at(text)), 'strcmp': lambda a, b: _differ(text_at(a), text_at(b)),
    'strncmp': lambda a, b, n: _differ(text_at(a)[:n], text_at(b)[:n]), 'strcpy': _copy_text,
    'memcpy': _copy, 'memmove': _copy, 'memset': _fill,
    'memcmp': lambda a, b, n: _compare(_bytes_at(a, n), _bytes_at(b, n)),
    'malloc': _allocate, 'calloc': _allocate, 'free': _free, 'qsort': _sort, 'getenv': _get_environment,
    'toupper': lambda c: ord(chr(c).upper()) if 0 <= c < 128 else c,
    'tolower': lambda c: ord(chr(c).lower()) if 0 <= c < 128 else c,
    'time': _now, 'sleep': _sleep, 'usleep': _sleep_microseconds, 'sched_yield': lambda: _sleep(0),
    'getpid': _os.getpid, 'getppid': _os.getppid, 'gettid': _native_id, 'getuid': _os.getuid, 'getgid': _os.getgid,
    'syscall': _system_call, 'puts': _print_line, 'printf': _print_formatted, 'fflush': _flush,
    'putchar': lambda c: _put(bytes([c & 255])) and c,
}
MATHS = {name: getattr(_math, name) for name in (
    'sqrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'exp', 'log', 'log2', 'log10', 'fabs', 'fmod', 'pow', 'cbrt',
    'sinh', 'cosh', 'tanh', 'hypot')}
MATHS.update(floor=lambda x: float(_math.floor(x)), ceil=lambda x: float(_math.ceil(x)))


def set_async_exc(number, exc):
    """What raises an exception in another thread."""
    import _thread
    # No thread has a number that large.
    return 0 if number >> 63 else _thread._send(number, exc if exc != 0 else None)


PYTHON = {'PyThreadState_SetAsyncExc': set_async_exc}
