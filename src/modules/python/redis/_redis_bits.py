"""Commands of single bits, and HyperLogLog, which counts exactly here."""
from _redis_server import command
from _redis_values import OK, SYNTAX, ReplyError, bounds, integer


def _kept(database, key, value):
    database.store(key, value, database.expires.get(key))


@command('SETBIT', 4, 'w')
def _setbit(session, words):
    key, at = words[0], integer(words[1], 'ERR bit offset is not an integer or out of range')
    if not 0 <= at < 1 << 32:
        raise ReplyError('ERR bit offset is not an integer or out of range')
    if words[2] not in (b'0', b'1'):
        raise ReplyError('ERR bit is not an integer or out of range')
    value = bytearray((session.database.find(key, bytes) or b'').ljust(at // 8 + 1, b'\0'))
    mask = 128 >> at % 8
    old = value[at // 8] & mask
    value[at // 8] = value[at // 8] & ~mask | (mask if words[2] == b'1' else 0)
    _kept(session.database, key, bytes(value))
    return int(old > 0)


@command('GETBIT', 3)
def _getbit(session, words):
    at = integer(words[1], 'ERR bit offset is not an integer or out of range')
    value = session.database.find(words[0], bytes) or b''
    return int(at // 8 < len(value) and value[at // 8] & 128 >> at % 8 > 0)


def _bits(value):
    return bin(int.from_bytes(b'\1' + value))[3:]


def _ranged(value, words):
    """(the bits between two ends, which bit the first one is)."""
    unit = words[2].upper() if len(words) > 2 else b'BYTE'
    if unit not in (b'BYTE', b'BIT') or len(words) > 3:
        raise ReplyError(SYNTAX)
    bits = _bits(value)
    if not words:
        return bits, 0
    first, last = bounds(integer(words[0]), integer(words[1]) if len(words) > 1 else -1, len(bits) if unit == b'BIT' else len(value))
    if unit == b'BYTE':
        first, last = first * 8, last * 8
    return bits[first:last], first


@command('BITCOUNT', -2)
def _bitcount(session, words):
    value = session.database.find(words[0], bytes) or b''
    if len(words) == 2:
        raise ReplyError(SYNTAX)
    return _ranged(value, words[1:])[0].count('1')


@command('BITPOS', -3)
def _bitpos(session, words):
    if words[1] not in (b'0', b'1'):
        raise ReplyError('ERR The bit argument must be 1 or 0.')
    value = session.database.find(words[0], bytes)
    if value is None:
        return -1 if words[1] == b'1' else 0
    bits, first = _ranged(value, words[2:])
    found = bits.find(words[1].decode())
    if not bits:
        return -1
    if found < 0:
        return first + len(bits) if words[1] == b'0' and len(words) < 4 else -1
    return first + found


@command('BITOP', -4, 'w')
def _bitop(session, words):
    how, target, sources = words[0].upper(), words[1], words[2:]
    if how not in (b'AND', b'OR', b'XOR', b'NOT'):
        raise ReplyError(SYNTAX)
    if how == b'NOT' and len(sources) > 1:
        raise ReplyError('ERR BITOP NOT must be called with a single source key.')
    values = [session.database.find(key, bytes) or b'' for key in sources]
    size = max(map(len, values))
    numbers = [int.from_bytes(value.ljust(size, b'\0')) for value in values]
    if how == b'NOT':
        total = numbers[0] ^ (1 << size * 8) - 1
    else:
        total = numbers[0]
        for number in numbers[1:]:
            total = total & number if how == b'AND' else total | number if how == b'OR' else total ^ number
    if size:
        session.database.store(target, total.to_bytes(size))
    else:
        session.database.drop(target)
    return size


class Counted(dict):
    """What a HyperLogLog has seen: all of it, where the server keeps 12 KB and is wrong by one in a hundred."""
    stays = True


@command('PFADD', -2, 'w')
def _pfadd(session, words):
    fresh = session.database.find(words[0]) is None
    seen = session.database.make(words[0], Counted)
    before = len(seen)
    seen.update(dict.fromkeys(words[1:]))
    if not fresh and len(seen) == before:
        return 0
    session.database.changed(words[0])
    return 1


@command('PFCOUNT', -2)
def _pfcount(session, words):
    return len(set().union(*(session.database.find(key, Counted) or () for key in words)))


@command('PFMERGE', -2, 'w')
def _pfmerge(session, words):
    seen = session.database.make(words[0], Counted)
    for key in words[1:]:
        seen.update(session.database.find(key, Counted) or {})
    session.database.changed(words[0])
    return OK
