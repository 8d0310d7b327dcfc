"""Commands of strings."""
from _redis_server import command, now
from _redis_values import OK, SYNTAX, Options, ReplyError, added, bounds, fitting, integer, paired

_TOO_LONG = 'ERR string exceeds maximum allowed size (proto-max-bulk-len)'


def expiry(unit, text, name):
    """When a key ends, in milliseconds since 1970, by what stands behind EX, PX, EXAT or PXAT."""
    number = integer(text)
    if number <= 0:
        raise ReplyError(f"ERR invalid expire time in '{name}' command")
    number *= 1000 if unit in ('EX', 'EXAT') else 1
    return number if unit.endswith('AT') else fitting(number + now(), f"ERR invalid expire time in '{name}' command")


@command('GET', 2)
def _get(session, words):
    value = session.database.find(words[0], bytes)
    if value is None:
        session.server.misses += 1
    else:
        session.server.hits += 1
    return value


@command('SET', -3, 'w')
def _set(session, words):
    key, value, database = words[0], words[1], session.database
    options, expires, condition, keep, get = Options(words[2:]), None, None, False, False
    while options:
        word = options.word()
        if word in ('NX', 'XX') and condition in (None, word):
            condition = word
        elif word == 'GET':
            get = True
        elif word == 'KEEPTTL' and expires is None:
            keep = True
        elif word in ('EX', 'PX', 'EXAT', 'PXAT') and expires is None and not keep:
            expires = expiry(word, options.take(), 'set')
        else:
            raise ReplyError(SYNTAX)
    old = database.find(key, bytes if get else None)
    if condition == 'NX' and old is not None or condition == 'XX' and old is None:
        return old if get else None
    database.store(key, value, database.expires.get(key) if keep else expires)
    return old if get else OK


@command('SETNX', 3, 'w')
def _setnx(session, words):
    if session.database.find(words[0]) is not None:
        return 0
    session.database.store(*words)
    return 1


def _set_for(name, unit):
    @command(name, 4, 'w')
    def store(session, words):
        session.database.store(words[0], words[2], expiry(unit, words[1], name.lower()))
        return OK


_set_for('SETEX', 'EX')
_set_for('PSETEX', 'PX')


@command('GETSET', 3, 'w')
def _getset(session, words):
    old = session.database.find(words[0], bytes)
    session.database.store(*words)
    return old


@command('GETDEL', 2, 'w')
def _getdel(session, words):
    old = session.database.find(words[0], bytes)
    session.database.drop(words[0])
    return old


@command('GETEX', -2, 'w')
def _getex(session, words):
    database, key, options = session.database, words[0], Options(words[1:])
    value = database.find(key, bytes)
    while options:
        word = options.word()
        if word == 'PERSIST':
            expires = None
        elif word in ('EX', 'PX', 'EXAT', 'PXAT'):
            expires = expiry(word, options.take(), 'getex')
        else:
            raise ReplyError(SYNTAX)
        if value is not None:
            database.expires.pop(key, None)
            if expires is not None:
                database.expires[key] = expires
            database.changed(key)
    return value


@command('MGET', -2)
def _mget(session, words):
    found = [session.database.find(key) for key in words]
    return [value if type(value) is bytes else None for value in found]


def _paired(words, name):
    if len(words) % 2:
        raise ReplyError(f"ERR wrong number of arguments for '{name}' command")
    return list(paired(words))


@command('MSET', -3, 'w')
def _mset(session, words):
    for key, value in _paired(words, 'mset'):
        session.database.store(key, value)
    return OK


@command('MSETNX', -3, 'w')
def _msetnx(session, words):
    pairs = _paired(words, 'msetnx')
    if any(session.database.find(key) is not None for key, _ in pairs):
        return 0
    for key, value in pairs:
        session.database.store(key, value)
    return 1


def _kept(database, key, value):
    """Sets a string that may end as before."""
    database.store(key, value, database.expires.get(key))


def _increase(session, key, by):
    database = session.database
    old = database.find(key, bytes)
    value = fitting(integer(b'0' if old is None else old) + by)
    _kept(database, key, b'%d' % value)
    return value


@command('INCR', 2, 'w')
def _incr(session, words):
    return _increase(session, words[0], 1)


@command('DECR', 2, 'w')
def _decr(session, words):
    return _increase(session, words[0], -1)


@command('INCRBY', 3, 'w')
def _incrby(session, words):
    return _increase(session, words[0], integer(words[1]))


@command('DECRBY', 3, 'w')
def _decrby(session, words):
    return _increase(session, words[0], -integer(words[1]))


@command('INCRBYFLOAT', 3, 'w')
def _incrbyfloat(session, words):
    old = session.database.find(words[0], bytes)
    value = added(b'0' if old is None else old, words[1])
    _kept(session.database, words[0], value)
    return value


@command('APPEND', 3, 'w')
def _append(session, words):
    value = (session.database.find(words[0], bytes) or b'') + words[1]
    _kept(session.database, words[0], value)
    return len(value)


@command('STRLEN', 2)
def _strlen(session, words):
    return len(session.database.find(words[0], bytes) or b'')


def _part(session, words):
    first, last = integer(words[1]), integer(words[2])
    value = session.database.find(words[0], bytes) or b''
    if first < 0 and last < 0 and first > last:
        return b''
    first, last = (max(one + len(value), 0) if one < 0 else one for one in (first, last))
    return value[first:last + 1]


command('GETRANGE', 4)(_part)
command('SUBSTR', 4)(_part)


@command('SETRANGE', 4, 'w')
def _setrange(session, words):
    key, at, part = words[0], integer(words[1]), words[2]
    if at < 0:
        raise ReplyError('ERR offset is out of range')
    value = session.database.find(key, bytes) or b''
    if not part:
        return len(value)
    if at + len(part) > 512 << 20:
        raise ReplyError(_TOO_LONG)
    value = value.ljust(at, b'\0')
    value = value[:at] + part + value[at + len(part):]
    _kept(session.database, key, value)
    return len(value)


@command('LCS', -3)
def _lcs(session, words):
    first, second = (session.database.find(key) or b'' for key in words[:2])
    if not (isinstance(first, bytes) and isinstance(second, bytes)):
        raise ReplyError('ERR The specified keys must contain string values')
    rows = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            rows[i + 1][j + 1] = rows[i][j] + 1 if a == b else max(rows[i][j + 1], rows[i + 1][j])
    options = Options(words[2:])
    while options:
        if options.word() != 'LEN':
            raise ReplyError(SYNTAX)
        return rows[-1][-1]
    found, i, j = [], len(first), len(second)
    while i and j:
        if first[i - 1] == second[j - 1]:
            found.append(first[i - 1])
            i, j = i - 1, j - 1
        elif rows[i - 1][j] > rows[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return bytes(reversed(found))
