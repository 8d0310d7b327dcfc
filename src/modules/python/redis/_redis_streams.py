"""Streams: entries in the order of their ids, and groups of consumers that share them."""
from bisect import bisect_left, bisect_right

from _redis_server import Blocked, command, now
from _redis_values import NO_INTEGER, OK, SYNTAX, Options, ReplyError, flattened, integer, paired

_INVALID = 'ERR Invalid stream ID specified as stream command argument'
_LAST = (1 << 64) - 1


class Stream:
    kind, stays = b'stream', True

    def __init__(self):
        self.ids, self.entries, self.last, self.groups, self.added, self.deleted = [], {}, (0, 0), {}, 0, (0, 0)

    def __len__(self):
        return len(self.ids)

    def add(self, number, fields):
        self.ids.append(number)
        self.entries[number] = fields
        self.last = number
        self.added += 1

    def drop(self, number):
        if self.entries.pop(number, None) is None:
            return False
        del self.ids[bisect_left(self.ids, number)]
        self.deleted = max(self.deleted, number)
        return True

    def trim(self, size=None, lowest=None):
        """How many of the oldest entries were dropped."""
        count = max(len(self.ids) - size, 0) if size is not None else bisect_left(self.ids, lowest)
        for number in self.ids[:count]:
            del self.entries[number]
        del self.ids[:count]
        return count

    def between(self, low, high, count=None, backward=False):
        found = self.ids[bisect_left(self.ids, low):bisect_right(self.ids, high)]
        if backward:
            found.reverse()
        return found[:count]

    def shown(self, numbers):
        return [self.entry(number) for number in numbers]

    def entry(self, number):
        fields = self.entries.get(number)
        return [text_of(number), None if fields is None else list(fields)]


class Group:
    def __init__(self, last):
        # `pending`: (consumer, when it was given, how often) by id.
        self.last, self.pending, self.consumers, self.read = last, {}, {}, 0

    def consumer(self, name):
        if name not in self.consumers:
            self.consumers[name] = [now(), -1]
        self.consumers[name][0] = now()
        return self.consumers[name]

    def give(self, number, name, times=1, moment=None):
        self.pending[number] = name, now() if moment is None else moment, times


def text_of(number):
    return b'%d-%d' % number


def id_of(text, missing=0):
    """An id of a text; `missing`: what stands behind the dash if nothing does."""
    first, dash, second = text.partition(b'-')
    try:
        number = int(first), int(second) if dash else missing
    except ValueError:
        raise ReplyError(_INVALID) from None
    if not first.isdigit() or dash and not second.isdigit() or max(number) > _LAST:
        raise ReplyError(_INVALID)
    return number


def _is_id(text):
    try:
        return bool(id_of(text))
    except ReplyError:
        return False


def _end_of(text, last):
    """An end of a range."""
    if text == b'-':
        return 0, 0
    if text == b'+':
        return _LAST, _LAST
    if text[:1] == b'(':
        milliseconds, serial = id_of(text[1:], _LAST if last else 0)
        if last:
            return (milliseconds, serial - 1) if serial else (milliseconds - 1, _LAST)
        return (milliseconds, serial + 1) if serial < _LAST else (milliseconds + 1, 0)
    return id_of(text, _LAST if last else 0)


def _stream(session, key):
    return session.database.find(key, Stream)


def _new_id(stream, text):
    if text == b'*':
        moment = now()
        return (moment, 0) if moment > stream.last[0] else (stream.last[0], stream.last[1] + 1)
    if text.endswith(b'-*'):
        milliseconds = id_of(text[:-2])[0]
        number = milliseconds, stream.last[1] + 1 if milliseconds == stream.last[0] else 0 if milliseconds else 1
    else:
        number = id_of(text)
    if number <= stream.last:
        raise ReplyError('ERR The ID specified in XADD is equal or smaller than the target stream top item')
    return number


def _trimming(options, word):
    """(size, lowest) of MAXLEN or MINID."""
    value = options.take()
    if value in (b'~', b'='):
        value = options.take()
    if word == 'MINID':
        return None, id_of(value)
    size = integer(value)
    if size < 0:
        raise ReplyError('ERR The MAXLEN argument must be >= 0.')
    return size, None


@command('XADD', -5, 'w')
def _xadd(session, words):
    key, options, trim, make = words[0], Options(words[1:]), None, True
    while True:
        at = options.at
        word = options.word() if options else ''
        if word == 'NOMKSTREAM':
            make = False
        elif word in ('MAXLEN', 'MINID'):
            trim = _trimming(options, word)
        elif word == 'LIMIT':
            integer(options.take())
        else:
            options.at = at
            break
    text, *fields = options.rest() or [b'']
    if not fields or len(fields) % 2:
        raise ReplyError("ERR wrong number of arguments for 'xadd' command")
    if text != b'*' and id_of(text.removesuffix(b'-*')) == (0, 0) and not text.endswith(b'-*'):
        raise ReplyError('ERR The ID specified in XADD must be greater than 0-0')
    stream = _stream(session, key)
    if stream is None and not make:
        return None
    number = _new_id(stream if stream is not None else Stream(), text)
    stream = session.database.make(key, Stream)
    stream.add(number, fields)
    if trim:
        stream.trim(*trim)
    session.database.changed(key)
    return text_of(number)


@command('XLEN', 2)
def _xlen(session, words):
    return len(_stream(session, words[0]) or ())


def _ranging(name, backward):
    @command(name, -4)
    def give(session, words):
        low, high = (words[2], words[1]) if backward else words[1:3]
        low, high, options, count = _end_of(low, False), _end_of(high, True), Options(words[3:]), None
        while options:
            if options.word() != 'COUNT':
                raise ReplyError(SYNTAX)
            count = max(integer(options.take()), 0)
        stream = _stream(session, words[0])
        return stream.shown(stream.between(low, high, count, backward)) if stream and count != 0 else []


_ranging('XRANGE', False)
_ranging('XREVRANGE', True)


@command('XDEL', -3, 'w')
def _xdel(session, words):
    stream = _stream(session, words[0])
    if stream is None:
        return 0
    gone = sum([stream.drop(number) for number in [id_of(word) for word in words[1:]]])
    if gone:
        session.database.changed(words[0])
    return gone


@command('XTRIM', -4, 'w')
def _xtrim(session, words):
    options = Options(words[1:])
    word = options.word()
    if word not in ('MAXLEN', 'MINID'):
        raise ReplyError(SYNTAX)
    size, lowest = _trimming(options, word)
    stream = _stream(session, words[0])
    gone = stream.trim(size, lowest) if stream else 0
    if gone:
        session.database.changed(words[0])
    return gone


def _read_options(words, group):
    """(keys, ids, count, milliseconds to wait or None, whether nothing is to be acknowledged)."""
    options, count, wait, quiet = Options(words), None, None, False
    while options:
        word = options.word()
        if word == 'COUNT':
            count = integer(options.take())
            count = count if count > 0 else None
        elif word == 'BLOCK':
            wait = integer(options.take(), 'ERR timeout is not an integer or out of range')
            if wait < 0:
                raise ReplyError('ERR timeout is negative')
        elif word == 'NOACK' and group:
            quiet = True
        elif word == 'STREAMS':
            rest = options.rest()
            if not rest or len(rest) % 2:
                what, mark = ('xreadgroup', '>') if group else ('xread', '$')
                raise ReplyError(f"ERR Unbalanced '{what}' list of streams: for each stream key an ID or '{mark}' must be specified.")
            return rest[:len(rest) // 2], rest[len(rest) // 2:], count, wait, quiet
        else:
            break
    raise ReplyError(SYNTAX)


@command('XREAD', -4)
def _xread(session, words):
    keys, ids, count, wait, _ = _read_options(words, False)
    starts, found = [], []
    for key, text in zip(keys, ids):
        stream = _stream(session, key)
        start = (stream.last if stream else (0, 0)) if text == b'$' else id_of(text)
        starts.append(text_of(start))
        numbers = stream.ids[bisect_right(stream.ids, start):][:count] if stream else []
        if numbers:
            found.append([key, stream.shown(numbers)])
    if not found and wait is not None:
        limit = [b'COUNT', b'%d' % count] if count else []
        raise Blocked(keys, wait / 1000, [*limit, b'BLOCK', b'0', b'STREAMS', *keys, *starts])
    return found or None


def _group(session, key, name, command_name=None):
    stream = _stream(session, key)
    group = stream.groups.get(name) if stream is not None else None
    if group is None:
        key, name = (one.decode('utf-8', 'replace') for one in (key, name))
        if command_name == 'XGROUP' and stream is not None:
            raise ReplyError(f"NOGROUP No such consumer group '{name}' for key name '{key}'")
        where = ' in XREADGROUP with GROUP option' if command_name == 'XREADGROUP' else ''
        raise ReplyError(f"NOGROUP No such key '{key}' or consumer group '{name}'{where}")
    return stream, group


@command('XREADGROUP', -7, 'w')
def _xreadgroup(session, words):
    if words[0].upper() != b'GROUP':
        raise ReplyError(SYNTAX)
    name, consumer = words[1:3]
    keys, ids, count, wait, quiet = _read_options(words[3:], True)
    found, fresh = [], True
    for key, text in zip(keys, ids):
        stream, group = _group(session, key, name, 'XREADGROUP')
        seen = group.consumer(consumer)
        if text != b'>':
            fresh = False
            mine = sorted(number for number, given in group.pending.items() if given[0] == consumer and number > id_of(text))
            for number in mine[:count]:
                group.give(number, consumer, group.pending[number][2] + 1)
            found.append([key, stream.shown(mine[:count])])
            continue
        numbers = stream.ids[bisect_right(stream.ids, group.last):][:count]
        if numbers:
            group.last = numbers[-1]
            group.read += len(numbers)
            seen[1] = now()
            if not quiet:
                for number in numbers:
                    group.give(number, consumer)
            found.append([key, stream.shown(numbers)])
            session.database.changed(key)
    if not found and fresh and wait is not None:
        raise Blocked(keys, wait / 1000, words)
    return found or None


def _made(session, words):
    key, name, text, options, make = *words[1:4], Options(words[4:]), False
    while options:
        word = options.word()
        if word == 'MKSTREAM':
            make = True
        elif word == 'ENTRIESREAD':
            integer(options.take())
        else:
            raise ReplyError(SYNTAX)
    stream = _stream(session, key)
    if stream is None and not make:
        raise ReplyError('ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to '
                         'create an empty stream automatically.')
    last = (stream.last if stream else (0, 0)) if text == b'$' else id_of(text)
    stream = session.database.make(key, Stream)
    if name in stream.groups:
        raise ReplyError('BUSYGROUP Consumer Group name already exists')
    stream.groups[name] = Group(last)
    session.database.changed(key)
    return OK


@command('XGROUP', -2, 'w')
def _xgroup(session, words):
    what = words[0].upper()
    sizes = {b'CREATE': 4, b'SETID': 4, b'DESTROY': 3, b'CREATECONSUMER': 4, b'DELCONSUMER': 4}
    if what not in sizes:
        raise ReplyError(f"ERR unknown subcommand '{words[0].decode()}'. Try XGROUP HELP.")
    if len(words) < sizes[what]:
        raise ReplyError(f"ERR wrong number of arguments for 'xgroup|{what.lower().decode()}' command")
    if what == b'CREATE':
        return _made(session, words)
    key, name = words[1:3]
    stream = _stream(session, key)
    if stream is None:
        raise ReplyError('ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to '
                         'create an empty stream automatically.')
    if what == b'DESTROY':
        return int(stream.groups.pop(name, None) is not None)
    _, group = _group(session, key, name, 'XGROUP')
    if what == b'SETID':
        group.last = stream.last if words[3] == b'$' else id_of(words[3])
        return OK
    if what == b'CREATECONSUMER':
        fresh = words[3] not in group.consumers
        group.consumer(words[3])
        return int(fresh)
    mine = [number for number, given in group.pending.items() if given[0] == words[3]]
    for number in mine:
        del group.pending[number]
    group.consumers.pop(words[3], None)
    return len(mine)


@command('XACK', -4, 'w')
def _xack(session, words):
    stream = _stream(session, words[0])
    group = stream.groups.get(words[1]) if stream is not None else None
    if group is None:
        return 0
    return sum(group.pending.pop(number, None) is not None for number in [id_of(word) for word in words[2:]])


@command('XPENDING', -3)
def _xpending(session, words):
    _, group = _group(session, words[0], words[1])
    if len(words) == 2:
        if not group.pending:
            return [0, None, None, None]
        counts = {}
        for name, _, _ in group.pending.values():
            counts[name] = counts.get(name, 0) + 1
        return [len(group.pending), text_of(min(group.pending)), text_of(max(group.pending)),
                [[name, b'%d' % counts[name]] for name in sorted(counts)]]
    rest, idle = words[2:], 0
    if rest[0].upper() == b'IDLE':
        idle, rest = integer(rest[1]), rest[2:]
    if len(rest) not in (3, 4):
        raise ReplyError(SYNTAX)
    low, high, count, moment = _end_of(rest[0], False), _end_of(rest[1], True), integer(rest[2]), now()
    found = [[text_of(number), name, moment - when, times] for number, (name, when, times) in sorted(group.pending.items())
             if low <= number <= high and moment - when >= idle and (len(rest) < 4 or name == rest[3])]
    return found[:count]


def _claimed(stream, group, numbers, name, idle, times=None, moment=None, just=False, force=False):
    """(ids that the consumer has now, ids that are no more)."""
    mine, gone = [], []
    group.consumer(name)[1] = now()
    for number in numbers:
        given = group.pending.get(number)
        if given is None and force and number in stream.entries:
            given = name, 0, 0
        if given is None or now() - given[1] < idle:
            continue
        if number not in stream.entries:
            group.pending.pop(number, None)
            gone.append(number)
            continue
        group.give(number, name, times if times is not None else given[2] + (not just), moment)
        mine.append(number)
    return mine, gone


@command('XCLAIM', -6, 'w')
def _xclaim(session, words):
    key, name, consumer, idle = words[:4]
    stream, group = _group(session, key, name)
    idle, options, numbers, named = integer(idle, 'ERR Invalid min-idle-time argument for XCLAIM'), Options(words[4:]), [], {}
    while options:
        text = options.take()
        if not named and _is_id(text):
            numbers.append(id_of(text))
            continue
        word = text.upper()
        if word in (b'JUSTID', b'FORCE'):
            named['just' if word == b'JUSTID' else 'force'] = True
        elif word == b'IDLE':
            named['moment'] = now() - integer(options.take())
        elif word == b'TIME':
            named['moment'] = integer(options.take())
        elif word == b'RETRYCOUNT':
            named['times'] = integer(options.take())
        elif word == b'LASTID':
            group.last = max(group.last, id_of(options.take()))
        else:
            raise ReplyError(f"ERR Unrecognized XCLAIM option '{text.decode()}'")
    mine, _ = _claimed(stream, group, numbers, consumer, idle, **named)
    return list(map(text_of, mine)) if 'just' in named else stream.shown(mine)


@command('XAUTOCLAIM', -6, 'w')
def _xautoclaim(session, words):
    key, name, consumer, idle, start = words[:5]
    stream, group = _group(session, key, name)
    idle, options, count, just = integer(idle, 'ERR Invalid min-idle-time argument for XAUTOCLAIM'), Options(words[5:]), 100, False
    while options:
        word = options.word()
        if word == 'JUSTID':
            just = True
        elif word == 'COUNT':
            count = integer(options.take())
        else:
            raise ReplyError(SYNTAX)
    first = _end_of(start, False)
    rest = sorted(number for number in group.pending if number >= first)
    old = [number for number in rest if now() - group.pending[number][1] >= idle]
    after = [number for number in rest if len(old) > count and number > old[count - 1]]
    mine, gone = _claimed(stream, group, old[:count], consumer, idle, just=just)
    return [text_of(after[0]) if after else b'0-0', list(map(text_of, mine)) if just else stream.shown(mine), list(map(text_of, gone))]


@command('XSETID', -3, 'w')
def _xsetid(session, words):
    stream = _stream(session, words[0])
    if stream is None:
        raise ReplyError('ERR no such key')
    stream.last = id_of(words[1])
    return OK


@command('XINFO', -2)
def _xinfo(session, words):
    what = words[0].upper()
    if what not in (b'STREAM', b'GROUPS', b'CONSUMERS'):
        raise ReplyError(f"ERR unknown subcommand '{words[0].decode()}'. Try XINFO HELP.")
    stream = _stream(session, words[1])
    if stream is None:
        raise ReplyError('ERR no such key')
    if what == b'GROUPS':
        return [flattened({
            b'name': name, b'consumers': len(group.consumers), b'pending': len(group.pending), b'last-delivered-id': text_of(group.last),
            b'entries-read': group.read or None, b'lag': len(stream.ids) - bisect_right(stream.ids, group.last)}.items())
            for name, group in sorted(stream.groups.items())]
    if what == b'CONSUMERS':
        _, group = _group(session, words[1], words[2], 'XGROUP')
        moment = now()
        return [flattened({
            b'name': name, b'pending': sum(given[0] == name for given in group.pending.values()), b'idle': moment - seen,
            b'inactive': moment - active if active >= 0 else -1}.items()) for name, (seen, active) in sorted(group.consumers.items())]
    return flattened({
        b'length': len(stream.ids), b'radix-tree-keys': 1, b'radix-tree-nodes': 2, b'last-generated-id': text_of(stream.last),
        b'max-deleted-entry-id': text_of(stream.deleted), b'entries-added': stream.added,
        b'recorded-first-entry-id': text_of(stream.ids[0]) if stream.ids else b'0-0', b'groups': len(stream.groups),
        b'first-entry': stream.entry(stream.ids[0]) if stream.ids else None,
        b'last-entry': stream.entry(stream.ids[-1]) if stream.ids else None}.items())
