"""Clocks by number, and what is known of them."""
import time as _time
from types import SimpleNamespace as _Namespace

CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11
_CLOCKS = {0: _time.time_ns, 1: _time.monotonic_ns, 2: _time.process_time_ns, 3: _time.thread_time_ns,
           4: _time.monotonic_ns, 7: _time.monotonic_ns, 11: _time.time_ns}


def clock_gettime_ns(clk_id, /):
    if not isinstance(clk_id, int):
        raise TypeError(f'clk_id should be integer, not {_type_name(clk_id)}')
    if clk_id not in _CLOCKS:
        raise OSError(22, 'Invalid argument')
    return _CLOCKS[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    from _frames import c_int
    clock_gettime_ns(c_int(clk_id))
    return 1e-09


def clock_settime(clk_id, time, /):
    raise PermissionError(1, 'Operation not permitted')


clock_settime_ns = clock_settime


def _rules(name):
    """Of a zone by its name: its rules, each with the year from which on it holds."""
    if name in ('', 'UTC'):
        return [('UTC0', -10000)]
    from zoneinfo._zones import all_of
    return all_of(name) or [(name, -10000)]


def tzset():
    """From now on local time is that of the zone that TZ names."""
    import os
    import _local_zone
    name = os.environ.get('TZ', '').removeprefix(':')
    _local_zone.set(_rules(name), name)
    # As CPython reckons it: at the beginning of a year of 365.25 days, and half of one later.
    year = 31557600
    begins = _time.time() // year * year
    winter, summer = (_time.localtime(begins + later) for later in (0, year // 2))
    if winter.tm_gmtoff > summer.tm_gmtoff:
        winter, summer = summer, winter
    _time.timezone, _time.altzone = -winter.tm_gmtoff, -summer.tm_gmtoff
    _time.daylight, _time.tzname = int(winter.tm_gmtoff != summer.tm_gmtoff), (winter.tm_zone, summer.tm_zone)


def pthread_getcpuclockid(thread_id, /):
    return CLOCK_THREAD_CPUTIME_ID


def get_clock_info(name, /):
    kinds = {'time': 'REALTIME', 'monotonic': 'MONOTONIC', 'perf_counter': 'MONOTONIC',
             'process_time': 'PROCESS_CPUTIME_ID', 'thread_time': 'THREAD_CPUTIME_ID'}
    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {"None" if name is None else _type_name(name)}')
    if name not in kinds:
        raise ValueError('unknown clock')
    return _Namespace(implementation=f'clock_gettime(CLOCK_{kinds[name]})', monotonic=name != 'time',
                      adjustable=name == 'time', resolution=1e-09)


def strptime(*args):
    from _strptime import _strptime_time
    return _strptime_time(*args)


from _frames import native as _native, type_name as _type_name
_native(globals())
