"""Commands of hashes."""
from math import isinf

from _redis_keys import scanned
from _redis_server import command
from _redis_values import OK, SYNTAX, Hash, ReplyError, added, fitting, flattened, integer, paired, real


def _hash(session, key):
    return session.database.find(key, Hash) or {}


def _fill(session, words, name):
    if len(words) % 2 == 0:
        raise ReplyError(f"ERR wrong number of arguments for '{name}' command")
    value = session.database.make(words[0], Hash)
    before = len(value)
    value.update(paired(words[1:]))
    session.database.changed(words[0])
    return len(value) - before


@command('HSET', -4, 'w')
def _hset(session, words):
    return _fill(session, words, 'hset')


@command('HMSET', -4, 'w')
def _hmset(session, words):
    _fill(session, words, 'hmset')
    return OK


@command('HSETNX', 4, 'w')
def _hsetnx(session, words):
    if words[1] in _hash(session, words[0]):
        return 0
    return _fill(session, words, 'hsetnx')


@command('HGET', 3)
def _hget(session, words):
    return _hash(session, words[0]).get(words[1])


@command('HMGET', -3)
def _hmget(session, words):
    value = _hash(session, words[0])
    return [value.get(field) for field in words[1:]]


@command('HGETALL', 2)
def _hgetall(session, words):
    return flattened(_hash(session, words[0]).items())


@command('HKEYS', 2)
def _hkeys(session, words):
    return list(_hash(session, words[0]))


@command('HVALS', 2)
def _hvals(session, words):
    return list(_hash(session, words[0]).values())


@command('HLEN', 2)
def _hlen(session, words):
    return len(_hash(session, words[0]))


@command('HSTRLEN', 3)
def _hstrlen(session, words):
    return len(_hash(session, words[0]).get(words[1], b''))


@command('HEXISTS', 3)
def _hexists(session, words):
    return int(words[1] in _hash(session, words[0]))


@command('HDEL', -3, 'w')
def _hdel(session, words):
    value = _hash(session, words[0])
    gone = sum(value.pop(field, None) is not None for field in words[1:])
    if gone:
        session.database.changed(words[0])
    return gone


@command('HINCRBY', 4, 'w')
def _hincrby(session, words):
    by, old = integer(words[2]), _hash(session, words[0]).get(words[1], b'0')
    total = fitting(integer(old, 'ERR hash value is not an integer') + by)
    _fill(session, [*words[:2], b'%d' % total], 'hincrby')
    return total


@command('HINCRBYFLOAT', 4, 'w')
def _hincrbyfloat(session, words):
    if isinf(real(words[2])):
        raise ReplyError('ERR value is NaN or Infinity')
    old = _hash(session, words[0]).get(words[1], b'0')
    try:
        float(old)
    except ValueError:
        raise ReplyError('ERR hash value is not a float') from None
    total = added(old, words[2])
    _fill(session, [*words[:2], total], 'hincrbyfloat')
    return total


@command('HRANDFIELD', -2)
def _hrandfield(session, words):
    value, random = _hash(session, words[0]), session.server.random
    if len(words) == 1:
        return random.choice(list(value)) if value else None
    if len(words) > 3 or len(words) == 3 and words[2].upper() != b'WITHVALUES':
        raise ReplyError(SYNTAX)
    count = integer(words[1])
    fields = list(value)
    if count < 0:
        chosen = [random.choice(fields) for _ in range(-count)] if fields else []
    else:
        chosen = fields if count >= len(fields) else random.sample(fields, count)
    return flattened((field, value[field]) for field in chosen) if len(words) == 3 else chosen


@command('HSCAN', -3)
def _hscan(session, words):
    value = _hash(session, words[0])
    cursor, fields = scanned(list(value), words[1:], 512)
    return [cursor, flattened((field, value[field]) for field in fields)]
