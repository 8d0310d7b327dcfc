"""Methods for keys, strings and bits."""
import datetime
import warnings

from redis.exceptions import DataError


def listed(keys, args):
    """Keys that are given as a list or one by one, as a list."""
    try:
        iter(keys)
        keys = [keys] if isinstance(keys, (bytes, str)) else list(keys)
    except TypeError:
        keys = [keys]
    return keys + list(args or ())


def paired(mapping):
    return [one for pair in mapping.items() for one in pair]


def marked(**marks):
    """The names of the marks that are set, in capitals."""
    return [name.upper() for name, given in marks.items() if given]


def _span(value, unit):
    """A time that is a number or a timedelta."""
    return int(value.total_seconds() * unit) if isinstance(value, datetime.timedelta) else value


def _moment(value, unit):
    return int(value.timestamp() * unit) if isinstance(value, datetime.datetime) else value


def _expiry(ex, px, exat, pxat):
    if ex is not None:
        ex = _span(ex, 1)
        if isinstance(ex, str) and ex.isdigit():
            ex = int(ex)
        elif not isinstance(ex, int):
            raise DataError('ex must be datetime.timedelta or int')
        return ['EX', ex]
    if px is not None:
        px = _span(px, 1000)
        if not isinstance(px, int):
            raise DataError('px must be datetime.timedelta or int')
        return ['PX', px]
    if exat is not None:
        return ['EXAT', _moment(exat, 1)]
    return ['PXAT', _moment(pxat, 1000)] if pxat is not None else []


def _alone(times, other, name):
    if len(times) > 2 or len(times) > 1 and other:
        raise DataError(f'``ex``, ``px``, ``exat``, ``pxat``, and ``{name}`` are mutually exclusive.')


class BasicKeyCommands:
    def append(self, key, value):
        return self.execute_command('APPEND', key, value)

    def bitop(self, operation, dest, *keys):
        return self.execute_command('BITOP', operation, dest, *keys)

    def decrby(self, name, amount=1):
        return self.execute_command('DECRBY', name, amount)

    def delete(self, *names):
        return self.execute_command('DEL', *names)

    def exists(self, *names):
        return self.execute_command('EXISTS', *names)

    def expiretime(self, key):
        return self.execute_command('EXPIRETIME', key)

    def get(self, name):
        return self.execute_command('GET', name)

    def getbit(self, name, offset):
        return self.execute_command('GETBIT', name, offset)

    def getdel(self, name):
        return self.execute_command('GETDEL', name)

    def getrange(self, key, start, end):
        return self.execute_command('GETRANGE', key, start, end)

    def getset(self, name, value):
        return self.execute_command('GETSET', name, value)

    def incrby(self, name, amount=1):
        return self.execute_command('INCRBY', name, amount)

    def incrbyfloat(self, name, amount=1.0):
        return self.execute_command('INCRBYFLOAT', name, amount)

    def keys(self, pattern='*', **kwargs):
        return self.execute_command('KEYS', pattern, **kwargs)

    def lmove(self, first_list, second_list, src='LEFT', dest='RIGHT'):
        return self.execute_command('LMOVE', first_list, second_list, src, dest)

    def move(self, name, db):
        return self.execute_command('MOVE', name, db)

    def persist(self, name):
        return self.execute_command('PERSIST', name)

    def pexpiretime(self, key):
        return self.execute_command('PEXPIRETIME', key)

    def pttl(self, name):
        return self.execute_command('PTTL', name)

    def randomkey(self, **kwargs):
        return self.execute_command('RANDOMKEY', **kwargs)

    def rename(self, src, dst):
        return self.execute_command('RENAME', src, dst)

    def renamenx(self, src, dst):
        return self.execute_command('RENAMENX', src, dst)

    def setnx(self, name, value):
        return self.execute_command('SETNX', name, value)

    def setrange(self, name, offset, value):
        return self.execute_command('SETRANGE', name, offset, value)

    def strlen(self, name):
        return self.execute_command('STRLEN', name)

    def substr(self, name, start, end=-1):
        return self.execute_command('SUBSTR', name, start, end)

    def touch(self, *args):
        return self.execute_command('TOUCH', *args)

    def ttl(self, name):
        return self.execute_command('TTL', name)

    def type(self, name):
        return self.execute_command('TYPE', name)

    def unlink(self, *names):
        return self.execute_command('UNLINK', *names)

    def pfadd(self, name, *values):
        return self.execute_command('PFADD', name, *values)

    def pfcount(self, *sources):
        return self.execute_command('PFCOUNT', *sources)

    def pfmerge(self, dest, *sources):
        return self.execute_command('PFMERGE', dest, *sources)

    decr, incr, __contains__ = decrby, incrby, exists

    def __delitem__(self, name):
        self.delete(name)

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value):
        self.set(name, value)

    def set(self, name, value, ex=None, px=None, nx=False, xx=False, keepttl=False, get=False, exat=None, pxat=None):
        _alone({ex, px, exat, pxat}, keepttl, 'keepttl')
        if nx and xx:
            raise DataError('``nx`` and ``xx`` are mutually exclusive.')
        options = {'get': True} if get else {}
        return self.execute_command('SET', name, value, *_expiry(ex, px, exat, pxat), *marked(keepttl=keepttl, nx=nx, xx=xx, get=get), **options)

    def getex(self, name, ex=None, px=None, exat=None, pxat=None, persist=False):
        _alone({ex, px, exat, pxat}, persist, 'persist')
        return self.execute_command('GETEX', name, *_expiry(ex, px, exat, pxat), *marked(persist=persist))

    def setex(self, name, time, value):
        return self.execute_command('SETEX', name, _span(time, 1), value)

    def psetex(self, name, time_ms, value):
        return self.execute_command('PSETEX', name, _span(time_ms, 1000), value)

    def mget(self, keys, *args):
        args = listed(keys, args)
        return self.execute_command('MGET', *args, **({} if args else {'EMPTY_RESPONSE': []}))

    def mset(self, mapping):
        return self.execute_command('MSET', *paired(mapping))

    def msetnx(self, mapping):
        return self.execute_command('MSETNX', *paired(mapping))

    def expire(self, name, time, nx=False, xx=False, gt=False, lt=False):
        return self.execute_command('EXPIRE', name, _span(time, 1), *marked(nx=nx, xx=xx, gt=gt, lt=lt))

    def pexpire(self, name, time, nx=False, xx=False, gt=False, lt=False):
        return self.execute_command('PEXPIRE', name, _span(time, 1000), *marked(nx=nx, xx=xx, gt=gt, lt=lt))

    def expireat(self, name, when, nx=False, xx=False, gt=False, lt=False):
        return self.execute_command('EXPIREAT', name, _moment(when, 1), *marked(nx=nx, xx=xx, gt=gt, lt=lt))

    def pexpireat(self, name, when, nx=False, xx=False, gt=False, lt=False):
        return self.execute_command('PEXPIREAT', name, _moment(when, 1000), *marked(nx=nx, xx=xx, gt=gt, lt=lt))

    def copy(self, source, destination, destination_db=None, replace=False):
        where = [] if destination_db is None else ['DB', destination_db]
        return self.execute_command('COPY', source, destination, *where, *marked(replace=replace))

    def setbit(self, name, offset, value):
        return self.execute_command('SETBIT', name, offset, 1 if value else 0)

    def bitcount(self, key, start=None, end=None, mode=None):
        if (start is None) is not (end is None):
            raise DataError('Both start and end must be specified')
        return self.execute_command('BITCOUNT', key, *(one for one in (start, end, mode) if one is not None))

    def bitpos(self, key, bit, start=None, end=None, mode=None):
        if bit not in (0, 1):
            raise DataError('bit must be 0 or 1')
        if start is None and end is not None:
            raise DataError('start argument is not set, when end is specified')
        return self.execute_command('BITPOS', key, bit, *(one for one in (start, end, mode) if one is not None))

    def lcs(self, key1, key2, len=False, idx=False, minmatchlen=0, withmatchlen=False):
        least = ['MINMATCHLEN', minmatchlen] if minmatchlen else []
        return self.execute_command('LCS', key1, key2, *marked(len=len, idx=idx), *least, *marked(withmatchlen=withmatchlen))

    def blmove(self, first_list, second_list, timeout, src='LEFT', dest='RIGHT'):
        return self.execute_command('BLMOVE', first_list, second_list, src, dest, timeout)

    def hrandfield(self, key, count=None, withvalues=False):
        return self.execute_command('HRANDFIELD', key, *([] if count is None else [count]), *marked(withvalues=withvalues))

    def watch(self, *names):
        warnings.warn(DeprecationWarning('Call WATCH from a Pipeline object'))

    def unwatch(self):
        warnings.warn(DeprecationWarning('Call UNWATCH from a Pipeline object'))


class AsyncBasicKeyCommands(BasicKeyCommands):
    def __delitem__(self, name):
        raise TypeError('Async Redis client does not support class deletion')

    def __contains__(self, name):
        raise TypeError('Async Redis client does not support class inclusion')

    def __getitem__(self, name):
        raise TypeError('Async Redis client does not support class retrieval')

    def __setitem__(self, name, value):
        raise TypeError('Async Redis client does not support class assignment')

    async def watch(self, *names):
        return super().watch(*names)

    async def unwatch(self):
        return super().unwatch()
