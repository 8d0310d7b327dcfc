"""Commands of lists, and those that wait for one to have something."""
from itertools import islice

from _redis_server import Blocked, command
from _redis_values import OK, SYNTAX, List, Options, ReplyError, bounds, integer, real


def _list(session, key):
    return session.database.find(key, List)


def seconds(text):
    """How long a command may wait."""
    number = real(text, 'ERR timeout is not a float or out of range')
    if number < 0:
        raise ReplyError('ERR timeout is negative')
    return number


def _pushing(name, left, always):
    @command(name, -3, 'w')
    def push(session, words):
        if not always and _list(session, words[0]) is None:
            return 0
        value = session.database.make(words[0], List)
        (value.extendleft if left else value.extend)(words[1:])
        session.database.changed(words[0])
        return len(value)


_pushing('LPUSH', True, True)
_pushing('RPUSH', False, True)
_pushing('LPUSHX', True, False)
_pushing('RPUSHX', False, False)


def _taken(session, key, left, count=1):
    """Up to so many elements from an end of a list that is there."""
    value = _list(session, key)
    found = [value.popleft() if left else value.pop() for _ in range(min(count, len(value)))]
    session.database.changed(key)
    return found


def _popping(name, left):
    @command(name, -2, 'w')
    def pop(session, words):
        if len(words) > 2:
            raise ReplyError(f"ERR wrong number of arguments for '{name.lower()}' command")
        count = integer(words[1], 'ERR value is out of range, must be positive') if len(words) > 1 else 1
        if count < 0:
            raise ReplyError('ERR value is out of range, must be positive')
        if not _list(session, words[0]):
            return None
        found = _taken(session, words[0], left, count)
        return found if len(words) > 1 else found[0]

    @command(f'B{name}', -3, 'w')
    def wait(session, words):
        *keys, timeout = words
        limit = seconds(timeout)
        for key in keys:
            if _list(session, key):
                return [key, _taken(session, key, left)[0]]
        raise Blocked(keys, limit, words)


_popping('LPOP', True)
_popping('RPOP', False)


@command('LLEN', 2)
def _llen(session, words):
    return len(_list(session, words[0]) or ())


@command('LRANGE', 4)
def _lrange(session, words):
    first, last, value = integer(words[1]), integer(words[2]), _list(session, words[0]) or ()
    return list(islice(value, *bounds(first, last, len(value))))


@command('LINDEX', 3)
def _lindex(session, words):
    value = _list(session, words[0])
    if value is None:
        return None
    at = integer(words[1])
    return value[at] if -len(value) <= at < len(value) else None


@command('LSET', 4, 'w')
def _lset(session, words):
    value = _list(session, words[0])
    if value is None:
        raise ReplyError('ERR no such key')
    at = integer(words[1])
    if not -len(value) <= at < len(value):
        raise ReplyError('ERR index out of range')
    value[at] = words[2]
    session.database.changed(words[0])
    return OK


@command('LREM', 4, 'w')
def _lrem(session, words):
    count, value = integer(words[1]), _list(session, words[0])
    if not value:
        return 0
    kept, gone = [], 0
    for one in (reversed(value) if count < 0 else value):
        if one == words[2] and (not count or gone < abs(count)):
            gone += 1
        else:
            kept.append(one)
    if gone:
        value.clear()
        (value.extendleft if count < 0 else value.extend)(kept)
        session.database.changed(words[0])
    return gone


@command('LTRIM', 4, 'w')
def _ltrim(session, words):
    first, last, value = integer(words[1]), integer(words[2]), _list(session, words[0])
    if value is not None:
        kept = list(islice(value, *bounds(first, last, len(value))))
        value.clear()
        value.extend(kept)
        session.database.changed(words[0])
    return OK


@command('LINSERT', 5, 'w')
def _linsert(session, words):
    key, where, pivot, one = words
    if where.upper() not in (b'BEFORE', b'AFTER'):
        raise ReplyError(SYNTAX)
    value = _list(session, key)
    if value is None:
        return 0
    if pivot not in value:
        return -1
    value.insert(value.index(pivot) + (where.upper() == b'AFTER'), one)
    session.database.changed(key)
    return len(value)


@command('LPOS', -3)
def _lpos(session, words):
    options, rank, count, most = Options(words[2:]), 1, None, 0
    while options:
        word, number = options.word(), integer(options.take())
        if word == 'RANK':
            rank = number
            if not rank:
                raise ReplyError("ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start "
                                 'from the end of the list')
        elif word == 'COUNT':
            count = number
            if count < 0:
                raise ReplyError("ERR COUNT can't be negative")
        elif word == 'MAXLEN':
            most = number
            if most < 0:
                raise ReplyError("ERR MAXLEN can't be negative")
        else:
            raise ReplyError(SYNTAX)
    places = list(enumerate(_list(session, words[0]) or ()))
    if rank < 0:
        places.reverse()
    found = [at for at, one in places[:most or None] if one == words[1]][abs(rank) - 1:]
    if count is None:
        return found[0] if found else None
    return found[:count] if count else found


def _left(word):
    if word.upper() not in (b'LEFT', b'RIGHT'):
        raise ReplyError(SYNTAX)
    return word.upper() == b'LEFT'


def _moved(session, source, target, from_left, to_left):
    """The element that went from a list to another, None where there is none."""
    if _list(session, source) is None:
        return None
    _list(session, target)
    one = _taken(session, source, from_left)[0]
    other = session.database.make(target, List)
    (other.appendleft if to_left else other.append)(one)
    session.database.changed(target)
    return one


def _moving(name, arity, ends):
    """A command that moves, and one that waits for something to move. `ends`: whence and whither, None if its words say."""
    @command(name, arity, 'w')
    def move(session, words):
        return _moved(session, words[0], words[1], *(ends or map(_left, words[2:])))

    @command(f'B{name}', arity + 1, 'w')
    def wait(session, words):
        limit = seconds(words[-1])
        found = move(session, words[:-1])
        if found is None:
            raise Blocked(words[:1], limit, words)
        return found


_moving('RPOPLPUSH', 3, (False, True))
_moving('LMOVE', 5, None)


def many(words, take):
    """(keys, word, count) of the commands that take from the first of several keys; `take` is read behind them."""
    size = integer(words[0], 'ERR numkeys should be greater than 0')
    if size <= 0:
        raise ReplyError('ERR numkeys should be greater than 0')
    keys, rest = words[1:size + 1], Options(words[size + 1:])
    if len(keys) < size or not rest:
        raise ReplyError(SYNTAX)
    how, count = take(rest.take()), 1
    while rest:
        if rest.word() != 'COUNT':
            raise ReplyError(SYNTAX)
        count = integer(rest.take(), 'ERR count should be greater than 0')
        if count <= 0:
            raise ReplyError('ERR count should be greater than 0')
    return keys, how, count


@command('LMPOP', -4, 'w')
def _lmpop(session, words):
    keys, left, count = many(words, _left)
    for key in keys:
        if _list(session, key):
            return [key, _taken(session, key, left, count)]


@command('BLMPOP', -5, 'w')
def _blmpop(session, words):
    limit = seconds(words[0])
    found = _lmpop(session, words[1:])
    if found is None:
        raise Blocked(many(words[1:], _left)[0], limit, words)
    return found
