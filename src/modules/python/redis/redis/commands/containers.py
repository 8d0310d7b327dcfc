"""Methods for lists, sets and hashes."""
import warnings

from redis.commands.keys import listed, marked, paired
from redis.exceptions import DataError


def _counted(count):
    return [] if count is None else [count]


class ListCommands:
    def lindex(self, name, index):
        return self.execute_command('LINDEX', name, index)

    def linsert(self, name, where, refvalue, value):
        return self.execute_command('LINSERT', name, where, refvalue, value)

    def llen(self, name):
        return self.execute_command('LLEN', name)

    def lpush(self, name, *values):
        return self.execute_command('LPUSH', name, *values)

    def lpushx(self, name, *values):
        return self.execute_command('LPUSHX', name, *values)

    def lrange(self, name, start, end):
        return self.execute_command('LRANGE', name, start, end)

    def lrem(self, name, count, value):
        return self.execute_command('LREM', name, count, value)

    def lset(self, name, index, value):
        return self.execute_command('LSET', name, index, value)

    def ltrim(self, name, start, end):
        return self.execute_command('LTRIM', name, start, end)

    def rpoplpush(self, src, dst):
        return self.execute_command('RPOPLPUSH', src, dst)

    def rpush(self, name, *values):
        return self.execute_command('RPUSH', name, *values)

    def rpushx(self, name, *values):
        return self.execute_command('RPUSHX', name, *values)

    def blpop(self, keys, timeout=0):
        return self.execute_command('BLPOP', *listed(keys, None), 0 if timeout is None else timeout)

    def brpop(self, keys, timeout=0):
        return self.execute_command('BRPOP', *listed(keys, None), 0 if timeout is None else timeout)

    def brpoplpush(self, src, dst, timeout=0):
        return self.execute_command('BRPOPLPUSH', src, dst, 0 if timeout is None else timeout)

    def lpop(self, name, count=None):
        return self.execute_command('LPOP', name, *_counted(count))

    def rpop(self, name, count=None):
        return self.execute_command('RPOP', name, *_counted(count))

    def lmpop(self, num_keys, *args, direction, count=1):
        return self.execute_command('LMPOP', num_keys, *args, direction, *([] if count == 1 else ['COUNT', count]))

    def blmpop(self, timeout, numkeys, *args, direction, count=1):
        return self.execute_command('BLMPOP', timeout, numkeys, *args, direction, 'COUNT', count)

    def lpos(self, name, value, rank=None, count=None, maxlen=None):
        pieces = [one for word, given in (('RANK', rank), ('COUNT', count), ('MAXLEN', maxlen)) if given is not None for one in (word, given)]
        return self.execute_command('LPOS', name, value, *pieces)

    def sort(self, name, start=None, num=None, by=None, get=None, desc=False, alpha=False, store=None, groups=False):
        if (start is None) is not (num is None):
            raise DataError('``start`` and ``num`` must both be specified')
        pieces = [] if by is None else ['BY', by]
        if start is not None:
            pieces += ['LIMIT', start, num]
        if get is not None:
            for one in listed(get, None):
                pieces += ['GET', one]
        pieces += marked(desc=desc, alpha=alpha)
        if store is not None:
            pieces += ['STORE', store]
        if groups and (not get or isinstance(get, (bytes, str)) or len(get) < 2):
            raise DataError('when using "groups" the "get" argument must be specified and contain at least two keys')
        return self.execute_command('SORT', name, *pieces, groups=len(get) if groups else None)

    def sort_ro(self, key, start=None, num=None, by=None, get=None, desc=False, alpha=False):
        return self.sort(key, start=start, num=num, by=by, get=get, desc=desc, alpha=alpha)


class SetCommands:
    def sadd(self, name, *values):
        return self.execute_command('SADD', name, *values)

    def scard(self, name):
        return self.execute_command('SCARD', name)

    def sismember(self, name, value):
        return self.execute_command('SISMEMBER', name, value)

    def smembers(self, name):
        return self.execute_command('SMEMBERS', name)

    def smove(self, src, dst, value):
        return self.execute_command('SMOVE', src, dst, value)

    def srem(self, name, *values):
        return self.execute_command('SREM', name, *values)

    def sdiff(self, keys, *args):
        return self.execute_command('SDIFF', *listed(keys, args))

    def sdiffstore(self, dest, keys, *args):
        return self.execute_command('SDIFFSTORE', dest, *listed(keys, args))

    def sinter(self, keys, *args):
        return self.execute_command('SINTER', *listed(keys, args))

    def sintercard(self, numkeys, keys, limit=0):
        return self.execute_command('SINTERCARD', numkeys, *keys, 'LIMIT', limit)

    def sinterstore(self, dest, keys, *args):
        return self.execute_command('SINTERSTORE', dest, *listed(keys, args))

    def sunion(self, keys, *args):
        return self.execute_command('SUNION', *listed(keys, args))

    def sunionstore(self, dest, keys, *args):
        return self.execute_command('SUNIONSTORE', dest, *listed(keys, args))

    def smismember(self, name, values, *args):
        return self.execute_command('SMISMEMBER', name, *listed(values, args))

    def spop(self, name, count=None):
        return self.execute_command('SPOP', name, *_counted(count))

    def srandmember(self, name, number=None):
        return self.execute_command('SRANDMEMBER', name, *_counted(number))


class HashCommands:
    def hdel(self, name, *keys):
        return self.execute_command('HDEL', name, *keys)

    def hexists(self, name, key):
        return self.execute_command('HEXISTS', name, key)

    def hget(self, name, key):
        return self.execute_command('HGET', name, key)

    def hgetall(self, name):
        return self.execute_command('HGETALL', name)

    def hincrby(self, name, key, amount=1):
        return self.execute_command('HINCRBY', name, key, amount)

    def hincrbyfloat(self, name, key, amount=1.0):
        return self.execute_command('HINCRBYFLOAT', name, key, amount)

    def hkeys(self, name):
        return self.execute_command('HKEYS', name)

    def hlen(self, name):
        return self.execute_command('HLEN', name)

    def hsetnx(self, name, key, value):
        return self.execute_command('HSETNX', name, key, value)

    def hvals(self, name):
        return self.execute_command('HVALS', name)

    def hstrlen(self, name, key):
        return self.execute_command('HSTRLEN', name, key)

    def hset(self, name, key=None, value=None, mapping=None, items=None):
        if key is None and not mapping and not items:
            raise DataError("'hset' with no key value pairs")
        return self.execute_command('HSET', name, *(items or ()), *([] if key is None else [key, value]), *paired(mapping or {}))

    def hmset(self, name, mapping):
        warnings.warn("Call to deprecated hmset. (Use 'hset' instead.) -- Deprecated since version 4.0.0.", DeprecationWarning, stacklevel=2)
        if not mapping:
            raise DataError("'hmset' with 'mapping' of length 0")
        return self.execute_command('HMSET', name, *paired(mapping))

    def hmget(self, name, keys, *args):
        return self.execute_command('HMGET', name, *listed(keys, args))
