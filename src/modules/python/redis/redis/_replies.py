"""What becomes of the server's replies: how a command's words are sent, and what its method gives."""
from _redis_values import ReplyError, paired
from redis.exceptions import DataError, of_reply


class Encoder:
    def __init__(self, encoding, encoding_errors, decode_responses):
        self.encoding, self.encoding_errors, self.decode_responses = encoding, encoding_errors, decode_responses

    def encode(self, value):
        """A value as bytes."""
        if isinstance(value, (bytes, memoryview)):
            return bytes(value)
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            raise DataError(f"Invalid input of type: '{type(value).__name__}'. Convert to a bytes, string, int or float first.")
        if not isinstance(value, str):
            value = repr(value)
        return value.encode(self.encoding, self.encoding_errors)

    def decode(self, value, force=False):
        """Bytes as str, where replies are decoded or it is forced."""
        if isinstance(value, (bytes, memoryview)) and (force or self.decode_responses):
            return str(value, self.encoding, self.encoding_errors)
        return value

    def packed(self, words):
        """A command as the server takes it; its name may be of several words."""
        first, *rest = words
        names = first.encode().split() if isinstance(first, str) else first.split()
        return [*names, *map(self.encode, rest)]

    def unpacked(self, reply, raw=False):
        """A reply of which each text is decoded, and each error one of the client's."""
        if isinstance(reply, list):
            return [self.unpacked(one, raw) for one in reply]
        if isinstance(reply, ReplyError):
            return of_reply(reply.args[0])
        if isinstance(reply, bytes):
            return bytes(reply) if raw else self.decode(bytes(reply))
        return reply


def text(value):
    return value.decode('utf-8', 'replace') if isinstance(value, bytes) else value


def _is_ok(reply, **options):
    return text(reply) == 'OK'


def _float(reply, **options):
    return None if reply is None else float(reply)


def _scored(reply, **options):
    if not reply or not options.get('withscores'):
        return reply
    cast = options.get('score_cast_func', float)
    return [(member, cast(score)) for member, score in paired(reply)]


def _entries(reply, **options):
    if reply is None:
        return None
    return [(number, None if fields is None else dict(paired(fields))) if number is not None else (None, None) for number, fields in reply]


def _read(reply, **options):
    return [] if reply is None else [[key, _entries(entries)] for key, entries in reply]


def _scan(reply, **options):
    return int(reply[0]), reply[1]


def _hscan(reply, **options):
    cursor, found = reply
    return int(cursor), (found or []) if options.get('no_values') else dict(paired(found)) if found else {}


def _zscan(reply, **options):
    cast = options.get('score_cast_func', float)
    return int(reply[0]), [(member, cast(score)) for member, score in paired(reply[1])]


def _number(value):
    if ',' in value and '=' in value:
        found = {}
        for part in value.split(','):
            name, _, one = part.rpartition('=')
            found[name] = _number(one)
        return found
    try:
        return float(value) if '.' in value else int(value)
    except ValueError:
        return value


def _info(reply, **options):
    found = {}
    for line in text(reply).splitlines():
        if line and not line.startswith('#'):
            name, colon, value = line.partition(':')
            found[name] = _number(value)
    return found


def _client(reply, **options):
    found = {}
    for part in text(reply).split():
        name, _, value = part.partition('=')
        found[name] = value
    return found


_CLIENT_NUMBERS = 'id age idle db sub psub ssub multi watch qbuf qbuf-free argv-mem multi-mem rbs rbp obl oll omem tot-mem'.split()


def _client_info(reply, **options):
    found = _client(reply)
    return {name: int(value) if name in _CLIENT_NUMBERS else value for name, value in found.items()}


def _set(reply, **options):
    return reply if options.get('get') else reply and _is_ok(reply)


def _zadd(reply, **options):
    return _float(reply) if options.get('as_score') else reply if reply is None else int(reply)


def _sort(reply, **options):
    size = options.get('groups')
    return list(zip(*(reply[n::size] for n in range(size)))) if reply and size else reply


def _named(reply, **options):
    return [{text(name): value for name, value in paired(one)} for one in reply]


def _stream_info(reply, **options):
    found = {text(name): value for name, value in paired(reply)}
    for name in ('first-entry', 'last-entry'):
        if found.get(name) is not None:
            number, fields = found[name]
            found[name] = number, dict(paired(fields))
    return found


def _pending(reply, **options):
    if options.get('parse_detail'):
        names = 'message_id', 'consumer', 'time_since_delivered', 'times_delivered'
        return [dict(zip(names, one)) for one in reply]
    consumers = [{'name': name, 'pending': int(count)} for name, count in reply[3] or []]
    return {'pending': reply[0], 'min': reply[1], 'max': reply[2], 'consumers': consumers}


def _claimed(reply, **options):
    return reply if options.get('parse_justid') else _entries(reply)


def _claimed_alone(reply, **options):
    if options.get('parse_justid'):
        return reply[1]
    reply[1] = _entries(reply[1])
    return reply


def _moment(reply, **options):
    from datetime import datetime
    return datetime.fromtimestamp(int(reply)) if reply else None


def _bool(reply, **options):
    return bool(reply)


def _each(names, function):
    return dict.fromkeys(names.split(), function)


CALLBACKS = {
    **_each('AUTH COPY EXPIRE EXPIREAT HEXISTS HMSET MOVE MSETNX PERSIST PSETEX PEXPIRE PEXPIREAT RENAMENX SETEX SETNX SMOVE', _bool),
    **_each('HINCRBYFLOAT INCRBYFLOAT', _float),
    **_each('FLUSHALL FLUSHDB LSET LTRIM MSET PFMERGE RENAME SAVE SELECT SWAPDB WATCH UNWATCH QUIT', _is_ok),
    **dict.fromkeys(('CLIENT PAUSE', 'CLIENT SETINFO', 'CLIENT SETNAME', 'CONFIG RESETSTAT', 'CONFIG SET', 'SCRIPT FLUSH', 'SLOWLOG RESET',
                     'XGROUP CREATE', 'XGROUP SETID'), _is_ok),
    **dict.fromkeys(('CLIENT UNBLOCK', 'XGROUP DESTROY'), _bool),
    **_each('XREAD XREADGROUP', _read), **_each('XRANGE XREVRANGE', _entries),
    **_each('SDIFF SINTER SMEMBERS SUNION', lambda reply, **options: set(reply) if reply else set()),
    **_each('ZDIFF ZINTER ZPOPMAX ZPOPMIN ZRANGE ZRANGEBYSCORE ZREVRANGE ZREVRANGEBYSCORE ZUNION', _scored),
    **_each('ZINCRBY ZSCORE', _float), **_each('BGREWRITEAOF BGSAVE', lambda reply, **options: True),
    **_each('BLPOP BRPOP', lambda reply, **options: tuple(reply) if reply else None),
    **_each('BZPOPMAX BZPOPMIN', lambda reply, **options: (reply[0], reply[1], float(reply[2])) if reply else None),
    'ACL LIST': lambda reply, **options: list(map(text, reply)), 'ACL USERS': lambda reply, **options: list(map(text, reply)),
    'ACL WHOAMI': lambda reply, **options: text(reply), 'CLIENT GETNAME': lambda reply, **options: text(reply), 'CLIENT INFO': _client_info,
    'CLIENT KILL': lambda reply, **options: reply if isinstance(reply, int) else _is_ok(reply),
    'CLIENT LIST': lambda reply, **options: list(map(_client, text(reply).splitlines())),
    'CONFIG GET': lambda reply, **options: {text(name): text(value) for name, value in paired(reply)},
    'HGETALL': lambda reply, **options: dict(paired(reply)), 'HSCAN': _hscan, 'INFO': _info, 'LASTSAVE': _moment,
    'PING': lambda reply, **options: text(reply) == 'PONG',
    'PUBSUB NUMSUB': lambda reply, **options: list(paired(reply)), 'PUBSUB SHARDNUMSUB': lambda reply, **options: list(paired(reply)),
    'RESET': lambda reply, **options: text(reply), 'SCAN': _scan, 'SSCAN': _scan,
    'SCRIPT EXISTS': lambda reply, **options: list(map(bool, reply)), 'SCRIPT LOAD': lambda reply, **options: text(reply), 'SET': _set,
    'SORT': _sort, 'TIME': lambda reply, **options: (int(reply[0]), int(reply[1])), 'XAUTOCLAIM': _claimed_alone, 'XCLAIM': _claimed,
    'XINFO CONSUMERS': _named, 'XINFO GROUPS': _named, 'XINFO STREAM': _stream_info, 'XPENDING': _pending, 'ZADD': _zadd,
    'ZMSCORE': lambda reply, **options: [_float(one) for one in reply], 'ZSCAN': _zscan}


class Callbacks(dict):
    """Functions by the names of commands, in capitals or not."""

    def __init__(self, data):
        super().__init__({name.upper(): function for name, function in data.items()})

    def __contains__(self, name):
        return super().__contains__(name.upper())

    def __getitem__(self, name):
        return super().__getitem__(name.upper())

    def __setitem__(self, name, function):
        super().__setitem__(name.upper(), function)

    def get(self, name, default=None):
        return super().get(name.upper(), default)
