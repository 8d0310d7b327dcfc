"""Methods for sorted sets."""
from redis.commands.keys import listed, marked
from redis.exceptions import DataError


def _limited(start, num):
    if (start is None) is not (num is None):
        raise DataError('``start`` and ``num`` must both be specified')
    return [] if start is None else ['LIMIT', start, num]


class SortedSetCommands:
    def zcard(self, name):
        return self.execute_command('ZCARD', name)

    def zcount(self, name, min, max):
        return self.execute_command('ZCOUNT', name, min, max)

    def zincrby(self, name, amount, value):
        return self.execute_command('ZINCRBY', name, amount, value)

    def zlexcount(self, name, min, max):
        return self.execute_command('ZLEXCOUNT', name, min, max)

    def zrem(self, name, *values):
        return self.execute_command('ZREM', name, *values)

    def zremrangebylex(self, name, min, max):
        return self.execute_command('ZREMRANGEBYLEX', name, min, max)

    def zremrangebyrank(self, name, min, max):
        return self.execute_command('ZREMRANGEBYRANK', name, min, max)

    def zremrangebyscore(self, name, min, max):
        return self.execute_command('ZREMRANGEBYSCORE', name, min, max)

    def zscore(self, name, value):
        return self.execute_command('ZSCORE', name, value)

    def zadd(self, name, mapping, nx=False, xx=False, ch=False, incr=False, gt=False, lt=False):
        for wrong, message in (
                (not mapping, 'ZADD requires at least one element/score pair'),
                (nx and xx, "ZADD allows either 'nx' or 'xx', not both"), (gt and lt, "ZADD allows either 'gt' or 'lt', not both"),
                (incr and len(mapping) != 1, "ZADD option 'incr' only works when passing a single element/score pair"),
                (nx and (gt or lt), "Only one of 'nx', 'lt', or 'gr' may be defined.")):
            if wrong:
                raise DataError(message)
        scored = [one for member, score in mapping.items() for one in (score, member)]
        return self.execute_command('ZADD', name, *marked(nx=nx, xx=xx, ch=ch, incr=incr, gt=gt, lt=lt), *scored,
                                    **({'as_score': True} if incr else {}))

    def zdiff(self, keys, withscores=False):
        return self.execute_command('ZDIFF', len(keys), *keys, *marked(withscores=withscores))

    def zdiffstore(self, dest, keys):
        return self.execute_command('ZDIFFSTORE', dest, len(keys), *keys)

    def _combined(self, pieces, keys, aggregate, withscores=False):
        weights = ['WEIGHTS', *keys.values()] if isinstance(keys, dict) else []
        if aggregate:
            if aggregate.upper() not in ('SUM', 'MIN', 'MAX'):
                raise DataError('aggregate can be sum, min or max.')
            weights += ['AGGREGATE', aggregate]
        return self.execute_command(*pieces, len(keys), *keys, *weights, *marked(withscores=withscores), withscores=withscores)

    def zinter(self, keys, aggregate=None, withscores=False):
        return self._combined(['ZINTER'], keys, aggregate, withscores)

    def zinterstore(self, dest, keys, aggregate=None):
        return self._combined(['ZINTERSTORE', dest], keys, aggregate)

    def zunion(self, keys, aggregate=None, withscores=False):
        return self._combined(['ZUNION'], keys, aggregate, withscores)

    def zunionstore(self, dest, keys, aggregate=None):
        return self._combined(['ZUNIONSTORE', dest], keys, aggregate)

    def zintercard(self, numkeys, keys, limit=0):
        return self.execute_command('ZINTERCARD', numkeys, *keys, 'LIMIT', limit)

    def zpopmax(self, name, count=None):
        return self.execute_command('ZPOPMAX', name, *([] if count is None else [count]), withscores=True)

    def zpopmin(self, name, count=None):
        return self.execute_command('ZPOPMIN', name, *([] if count is None else [count]), withscores=True)

    def bzpopmax(self, keys, timeout=0):
        return self.execute_command('BZPOPMAX', *listed(keys, None), 0 if timeout is None else timeout)

    def bzpopmin(self, keys, timeout=0):
        return self.execute_command('BZPOPMIN', *listed(keys, None), 0 if timeout is None else timeout)

    def zmpop(self, num_keys, keys, min=False, max=False, count=1):
        if bool(min) is bool(max):
            raise DataError
        return self.execute_command('ZMPOP', num_keys, *keys, 'MIN' if min else 'MAX', *([] if count == 1 else ['COUNT', count]))

    def bzmpop(self, timeout, numkeys, keys, min=False, max=False, count=1):
        if bool(min) is bool(max):
            raise DataError('Either min or max, but not both must be set')
        return self.execute_command('BZMPOP', timeout, numkeys, *keys, 'MIN' if min else 'MAX', 'COUNT', count)

    def zrandmember(self, key, count=None, withscores=False):
        return self.execute_command('ZRANDMEMBER', key, *([] if count is None else [count]), *marked(withscores=withscores))

    def _ranged(self, pieces, byscore, bylex, desc, offset, num, withscores=False, score_cast_func=None):
        if byscore and bylex:
            raise DataError('``byscore`` and ``bylex`` can not be specified together.')
        if (offset is None) is not (num is None):
            raise DataError('``offset`` and ``num`` must both be specified.')
        if bylex and withscores:
            raise DataError('``withscores`` not supported in combination with ``bylex``.')
        pieces = [*pieces, *marked(byscore=byscore, bylex=bylex, rev=desc)]
        if offset is not None:
            pieces += ['LIMIT', offset, num]
        return self._scored([*pieces, *marked(withscores=withscores)], withscores, score_cast_func)

    def _scored(self, pieces, withscores, score_cast_func):
        return self.execute_command(*pieces, withscores=withscores, score_cast_func=score_cast_func)

    def zrange(self, name, start, end, desc=False, withscores=False, score_cast_func=float, byscore=False, bylex=False, offset=None, num=None):
        if desc and not byscore and not bylex and offset is None and num is None:
            return self.zrevrange(name, start, end, withscores, score_cast_func)
        return self._ranged(['ZRANGE', name, start, end], byscore, bylex, desc, offset, num, withscores, score_cast_func)

    def zrevrange(self, name, start, end, withscores=False, score_cast_func=float):
        return self._scored(['ZREVRANGE', name, start, end, *marked(withscores=withscores)], withscores, score_cast_func)

    def zrangestore(self, dest, name, start, end, byscore=False, bylex=False, desc=False, offset=None, num=None):
        return self._ranged(['ZRANGESTORE', dest, name, start, end], byscore, bylex, desc, offset, num)

    def zrangebylex(self, name, min, max, start=None, num=None):
        return self.execute_command('ZRANGEBYLEX', name, min, max, *_limited(start, num))

    def zrevrangebylex(self, name, max, min, start=None, num=None):
        return self.execute_command('ZREVRANGEBYLEX', name, max, min, *_limited(start, num))

    def zrangebyscore(self, name, min, max, start=None, num=None, withscores=False, score_cast_func=float):
        pieces = ['ZRANGEBYSCORE', name, min, max, *_limited(start, num), *marked(withscores=withscores)]
        return self._scored(pieces, withscores, score_cast_func)

    def zrevrangebyscore(self, name, max, min, start=None, num=None, withscores=False, score_cast_func=float):
        pieces = ['ZREVRANGEBYSCORE', name, max, min, *_limited(start, num), *marked(withscores=withscores)]
        return self._scored(pieces, withscores, score_cast_func)

    def zrank(self, name, value, withscore=False):
        return self.execute_command('ZRANK', name, value, *marked(withscore=withscore))

    def zrevrank(self, name, value, withscore=False):
        return self.execute_command('ZREVRANK', name, value, *marked(withscore=withscore))

    def zmscore(self, key, members):
        if not members:
            raise DataError('ZMSCORE members must be a non-empty list')
        return self.execute_command('ZMSCORE', key, *members)
