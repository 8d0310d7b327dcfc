"""Commands of sets."""
from _redis_keys import scanned
from _redis_server import command
from _redis_values import SYNTAX, ReplyError, Set, integer


def _set(session, key):
    return session.database.find(key, Set) or {}


@command('SADD', -3, 'w')
def _sadd(session, words):
    value = session.database.make(words[0], Set)
    before = len(value)
    for member in words[1:]:
        value.setdefault(member)
    session.database.changed(words[0])
    return len(value) - before


@command('SREM', -3, 'w')
def _srem(session, words):
    value = _set(session, words[0])
    before = len(value)
    for member in words[1:]:
        value.pop(member, None)
    if len(value) < before:
        session.database.changed(words[0])
    return before - len(value)


@command('SMEMBERS', 2)
def _smembers(session, words):
    return list(_set(session, words[0]))


@command('SCARD', 2)
def _scard(session, words):
    return len(_set(session, words[0]))


@command('SISMEMBER', 3)
def _sismember(session, words):
    return int(words[1] in _set(session, words[0]))


@command('SMISMEMBER', -3)
def _smismember(session, words):
    value = _set(session, words[0])
    return [int(member in value) for member in words[1:]]


@command('SMOVE', 4, 'w')
def _smove(session, words):
    source, target, member = words
    value = session.database.find(source, Set)
    if value is None:
        return 0
    session.database.find(target, Set)
    if member not in value:
        return 0
    if source == target:
        return 1
    del value[member]
    session.database.changed(source)
    session.database.make(target, Set)[member] = None
    session.database.changed(target)
    return 1


def _count(text):
    return integer(text, 'ERR value is out of range, must be positive')


@command('SPOP', -2, 'w')
def _spop(session, words):
    value, random = _set(session, words[0]), session.server.random
    if len(words) == 1:
        if not value:
            return None
        chosen = [random.choice(list(value))]
    else:
        count = _count(words[1])
        if count < 0:
            raise ReplyError('ERR value is out of range, must be positive')
        chosen = list(value) if count >= len(value) else random.sample(list(value), count)
    for member in chosen:
        del value[member]
    if chosen:
        session.database.changed(words[0])
    return chosen[0] if len(words) == 1 else chosen


@command('SRANDMEMBER', -2)
def _srandmember(session, words):
    members, random = list(_set(session, words[0])), session.server.random
    if len(words) == 1:
        return random.choice(members) if members else None
    count = integer(words[1])
    if count < 0:
        return [random.choice(members) for _ in range(-count)] if members else []
    return members if count >= len(members) else random.sample(members, count)


def _combined(session, how, keys):
    """What several sets have in common, together, or the first alone."""
    sets = [_set(session, key) for key in keys]
    if how == 'UNION':
        return dict.fromkeys(member for one in sets for member in one)
    if how == 'INTER':
        return dict.fromkeys(member for member in sets[0] if all(member in one for one in sets))
    return dict.fromkeys(member for member in sets[0] if not any(member in one for one in sets[1:]))


def _combining(how):
    @command(f'S{how}', -2)
    def combine(session, words):
        return list(_combined(session, how, words))

    @command(f'S{how}STORE', -3, 'w')
    def store(session, words):
        found = Set(_combined(session, how, words[1:]))
        if found:
            session.database.store(words[0], found)
        else:
            session.database.drop(words[0])
        return len(found)


_combining('UNION')
_combining('INTER')
_combining('DIFF')


@command('SINTERCARD', -3)
def _sintercard(session, words):
    count = integer(words[0], 'ERR numkeys should be greater than 0')
    if count <= 0:
        raise ReplyError('ERR numkeys should be greater than 0')
    if count > len(words) - 1:
        raise ReplyError("ERR Number of keys can't be greater than number of args")
    rest = words[count + 1:]
    if rest and (len(rest) != 2 or rest[0].upper() != b'LIMIT'):
        raise ReplyError(SYNTAX)
    found, limit = len(_combined(session, 'INTER', words[1:count + 1])), integer(rest[1]) if rest else 0
    return min(found, limit) if limit else found


@command('SSCAN', -3)
def _sscan(session, words):
    return list(scanned(list(_set(session, words[0])), words[1:], 128))
