"""Commands of keys, whatever their values are."""
from _redis_server import DATABASES, command, now
from _redis_values import OK, SYNTAX, Hash, List, Options, ReplyError, Set, integer, pattern, real

_NO_KEY = 'ERR no such key'
# What a scan has still to give, by its cursor.
_scans, _serial = {}, [0]


def scanned(names, words, whole):
    """(cursor, names) of a step of a scan: all of them at once where there are no more than `whole`."""
    cursor, options, match, count = integer(words[0], 'ERR invalid cursor'), Options(words[1:]), None, 10
    while options:
        word = options.word()
        if word == 'MATCH':
            match = pattern(options.take())
        elif word == 'COUNT':
            count = integer(options.take())
            if count < 1:
                raise ReplyError(SYNTAX)
        else:
            raise ReplyError(SYNTAX)
    if cursor:
        there = set(names)
        names = [name for name in _scans.get(cursor, ()) if name in there]
    elif len(names) <= whole:
        count = whole
    found, rest = names[:count], names[count:]
    if rest:
        _serial[0] += 1
        _scans[_serial[0]] = rest
        if len(_scans) > 1000:
            del _scans[next(iter(_scans))]
    return b'%d' % (_serial[0] if rest else 0), [name for name in found if match is None or match(name)]


@command('SCAN', -2)
def _scan(session, words):
    database, kind, kept = session.database, None, [words[0]]
    options = Options(words[1:])
    while options:
        word = options.word()
        value = options.take()
        if word == 'TYPE':
            kind = value.lower()
        else:
            kept += [word.encode(), value]
    database.purge()
    cursor, names = scanned(list(database.values), kept, 0)
    return [cursor, [name for name in names if kind is None or _kind(database.values[name]) == kind]]


@command('KEYS', 2)
def _keys(session, words):
    session.database.purge()
    match = pattern(words[0])
    return [key for key in session.database.values if match(key)]


def _drop(session, words):
    session.database.purge()
    return sum(session.database.drop(key) for key in words)


command('DEL', -2, 'w')(_drop)
command('UNLINK', -2, 'w')(_drop)


def _there(session, words):
    return sum(session.database.find(key) is not None for key in words)


command('EXISTS', -2)(_there)
command('TOUCH', -2)(_there)


def _kind(value):
    if value is None:
        return b'none'
    if type(value) is List:
        return b'list'
    return {Hash: b'hash', Set: b'set'}.get(type(value)) or getattr(value, 'kind', b'string')


@command('TYPE', 2)
def _type(session, words):
    from _redis_values import Status
    return Status(_kind(session.database.find(words[0])))


def _expiring(name, unit, absolute):
    @command(name, -3, 'w')
    def expire(session, words):
        database, key, options, marks = session.database, words[0], Options(words[2:]), set()
        while options:
            word = options.word()
            if word not in ('NX', 'XX', 'GT', 'LT'):
                raise ReplyError(f'ERR Unsupported option {word}')
            marks.add(word)
        if 'NX' in marks and len(marks) > 1:
            raise ReplyError('ERR NX and XX, GT or LT options at the same time are not compatible')
        if {'GT', 'LT'} <= marks:
            raise ReplyError('ERR GT and LT options at the same time are not compatible')
        when = integer(words[1]) * unit + (0 if absolute else now())
        if not -1 << 63 <= when < 1 << 63:
            raise ReplyError(f"ERR invalid expire time in '{name.lower()}' command")
        if database.find(key) is None:
            return 0
        old = database.expires.get(key)
        if ('NX' in marks and old is not None or 'XX' in marks and old is None or 'GT' in marks and (old is None or when <= old)
                or 'LT' in marks and old is not None and when >= old):
            return 0
        if when <= now():
            database.drop(key)
        else:
            database.expires[key] = when
            database.changed(key)
        return 1


_expiring('EXPIRE', 1000, False)
_expiring('PEXPIRE', 1, False)
_expiring('EXPIREAT', 1000, True)
_expiring('PEXPIREAT', 1, True)


def _telling(name, unit, absolute):
    @command(name, 2)
    def tell(session, words):
        database = session.database
        if database.find(words[0]) is None:
            return -2
        when = database.expires.get(words[0])
        if when is None:
            return -1
        return (when - (0 if absolute else now()) + (unit // 2 if not absolute else 0)) // unit


_telling('TTL', 1000, False)
_telling('PTTL', 1, False)
_telling('EXPIRETIME', 1000, True)
_telling('PEXPIRETIME', 1, True)


@command('PERSIST', 2, 'w')
def _persist(session, words):
    database = session.database
    if database.find(words[0]) is None or database.expires.pop(words[0], None) is None:
        return 0
    database.changed(words[0])
    return 1


@command('RANDOMKEY', 1)
def _randomkey(session, words):
    session.database.purge()
    names = list(session.database.values)
    return session.server.random.choice(names) if names else None


def _renamed(session, words, over):
    old, new = words
    database = session.database
    value = database.find(old)
    if value is None:
        raise ReplyError(_NO_KEY)
    if not over and database.find(new) is not None:
        return 0
    if old != new:
        expires = database.expires.get(old)
        database.drop(old)
        database.store(new, value, expires)
    return 1


@command('RENAME', 3, 'w')
def _rename(session, words):
    _renamed(session, words, True)
    return OK


@command('RENAMENX', 3, 'w')
def _renamenx(session, words):
    return _renamed(session, words, False)


def number_of(text, message='ERR DB index is out of range'):
    number = integer(text)
    if not 0 <= number < DATABASES:
        raise ReplyError(message)
    return number


@command('SELECT', 2)
def _select(session, words):
    session.database = session.server.databases[number_of(words[0])]
    return OK


def _handed(session, source, target, key, name, replace, copied):
    """Puts a key's value into another place."""
    value = source.find(key)
    if source is target and key == name:
        raise ReplyError('ERR source and destination objects are the same')
    if value is None or not replace and target.find(name) is not None:
        return 0
    expires = source.expires.get(key)
    if copied:
        import copy
        value = copy.deepcopy(value)
    else:
        source.drop(key)
    target.store(name, value, expires)
    return 1


@command('MOVE', 3, 'w')
def _move(session, words):
    return _handed(session, session.database, session.server.databases[number_of(words[1])], words[0], words[0], False, False)


@command('COPY', -3, 'w')
def _copy(session, words):
    options, target, replace = Options(words[2:]), session.database, False
    while options:
        word = options.word()
        if word == 'DB':
            target = session.server.databases[number_of(options.take())]
        elif word == 'REPLACE':
            replace = True
        else:
            raise ReplyError(SYNTAX)
    return _handed(session, session.database, target, words[0], words[1], replace, True)


@command('DBSIZE', 1)
def _dbsize(session, words):
    session.database.purge()
    return len(session.database.values)


def _check_flush(words):
    if words and (len(words) > 1 or words[0].upper() not in (b'ASYNC', b'SYNC')):
        raise ReplyError(SYNTAX)


@command('FLUSHDB', -1, 'w')
def _flushdb(session, words):
    _check_flush(words)
    session.database.clear()
    return OK


@command('FLUSHALL', -1, 'w')
def _flushall(session, words):
    _check_flush(words)
    for database in session.server.databases:
        database.clear()
    return OK


@command('SWAPDB', 3, 'w')
def _swapdb(session, words):
    first, second = (session.server.databases[number_of(word)] for word in words)
    first.values, second.values = second.values, first.values
    first.expires, second.expires = second.expires, first.expires
    return OK


def _small(names, count):
    return len(names) <= count and all(len(name) <= 64 for name in names)


def _encoding(value):
    if type(value) is bytes:
        try:
            integer(value)
            return b'int'
        except ReplyError:
            return b'embstr' if len(value) <= 44 else b'raw'
    if type(value) is List:
        return b'listpack' if sum(map(len, value)) < 8192 else b'quicklist'
    if type(value) is Hash:
        return b'listpack' if _small([*value, *value.values()], 1024) else b'hashtable'
    if type(value) is Set:
        try:
            for member in value:
                integer(member)
            if len(value) <= 512:
                return b'intset'
        except ReplyError:
            pass
        return b'listpack' if _small(value, 128) else b'hashtable'
    if _kind(value) == b'zset':
        return b'listpack' if _small(value.scores, 128) else b'skiplist'
    return b'stream' if _kind(value) == b'stream' else b'raw'


@command('OBJECT', -2)
def _object(session, words):
    what = words[0].upper()
    if what not in (b'ENCODING', b'REFCOUNT', b'IDLETIME', b'FREQ') or len(words) != 2:
        raise ReplyError(f"ERR unknown subcommand or wrong number of arguments for '{words[0].decode()}'. Try OBJECT HELP.")
    value = session.database.find(words[1])
    if value is None:
        return None
    if what == b'FREQ':
        raise ReplyError('ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between '
                         'policies at runtime LRU and LFU data will take some time to adjust.')
    return _encoding(value) if what == b'ENCODING' else 1 if what == b'REFCOUNT' else 0


def _sort(session, words):
    database, options = session.database, Options(words[1:])
    by = limit = target = None
    gets, backward, alpha = [], False, False
    while options:
        word = options.word()
        if word in ('ASC', 'DESC'):
            backward = word == 'DESC'
        elif word == 'ALPHA':
            alpha = True
        elif word == 'LIMIT':
            limit = [integer(one) for one in options.take(2)]
        elif word == 'BY':
            by = options.take()
        elif word == 'GET':
            gets.append(options.take())
        elif word == 'STORE':
            target = options.take()
        else:
            raise ReplyError(SYNTAX)
    value = database.find(words[0])
    if _kind(value) not in (b'list', b'set', b'zset', b'none'):
        from _redis_values import WRONG_TYPE
        raise ReplyError(WRONG_TYPE)
    members = list(value if type(value) in (List, Set) else value.members() if value else ())
    if by is None or b'*' in by:
        weights = {member: member if by is None else _looked_up(database, by, member) for member in members}
        if not alpha:
            weights = {member: real(weight, "ERR One or more scores can't be converted into double") if weight is not None else 0
                       for member, weight in weights.items()}
        members.sort(key=lambda member: ((weights[member] is not None, weights[member] or b'') if alpha else weights[member], member),
                     reverse=backward)
    if limit is not None:
        members = members[max(limit[0], 0):max(limit[0], 0) + limit[1] if limit[1] >= 0 else None]
    found = [member if get == b'#' else _looked_up(database, get, member) for member in members for get in gets or [b'#']]
    if target is None:
        return found
    if found:
        database.store(target, List(one or b'' for one in found))
    else:
        database.drop(target)
    return len(found)


def _looked_up(database, names, member):
    """The value that a pattern names for a member: of a string or of a hash's field."""
    key, arrow, field = names.partition(b'->')
    if b'*' not in key:
        return None
    value = database.find(key.replace(b'*', member, 1))
    if arrow and field:
        return value.get(field) if type(value) is Hash else None
    return value if type(value) is bytes else None


command('SORT', -2, 'w')(_sort)
command('SORT_RO', -2)(_sort)
