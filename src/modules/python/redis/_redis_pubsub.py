"""Channels: what is published reaches those who are subscribed at that moment."""
from _redis_server import _NONE, command
from _redis_values import OK, PONG, ReplyError, Status, flattened, pattern


def _total(session):
    return len(session.channels) + len(session.patterns)


def _table(session, which):
    return getattr(session.server, which), getattr(session, which)


def _subscribing(name, which):
    @command(name, -2, 'snx')
    def subscribe(session, words):
        everywhere, own = _table(session, which)
        for channel in words:
            own[channel] = None
            everywhere.setdefault(channel, {})[session] = None
            session.deliver([name.lower().encode(), channel, len(own) if which == 'shards' else _total(session)])
        return _NONE

    @command(name.replace('SUB', 'UNSUB'), -1, 'snx')
    def unsubscribe(session, words):
        everywhere, own = _table(session, which)
        what = name.replace('SUB', 'UNSUB').lower().encode()
        if not words and not own:
            session.deliver([what, None, 0 if which == 'shards' else _total(session)])
        for channel in words or list(own):
            _leave(session, which, channel)
            session.deliver([what, channel, len(own) if which == 'shards' else _total(session)])
        return _NONE


def _leave(session, which, channel):
    everywhere, own = _table(session, which)
    if channel in own:
        del own[channel], everywhere[channel][session]
        if not everywhere[channel]:
            del everywhere[channel]


def leave(session):
    """Ends all of a client's subscriptions."""
    for which in ('channels', 'patterns', 'shards'):
        for channel in list(getattr(session, which)):
            _leave(session, which, channel)


_subscribing('SUBSCRIBE', 'channels')
_subscribing('PSUBSCRIBE', 'patterns')
_subscribing('SSUBSCRIBE', 'shards')


@command('PUBLISH', 3)
def _publish(session, words):
    channel, message = words
    server, reached = session.server, 0
    for other in list(server.channels.get(channel, ())):
        other.deliver([b'message', channel, message])
        reached += 1
    for name, others in list(server.patterns.items()):
        if pattern(name)(channel):
            for other in list(others):
                other.deliver([b'pmessage', name, channel, message])
                reached += 1
    return reached


@command('SPUBLISH', 3)
def _spublish(session, words):
    others = list(session.server.shards.get(words[0], ()))
    for other in others:
        other.deliver([b'smessage', *words])
    return len(others)


@command('PUBSUB', -2)
def _pubsub(session, words):
    what, names, server = words[0].upper(), words[1:], session.server
    table = server.shards if what.startswith(b'SHARD') else server.channels
    if what in (b'CHANNELS', b'SHARDCHANNELS') and len(names) < 2:
        return [channel for channel in table if not names or pattern(names[0])(channel)]
    if what in (b'NUMSUB', b'SHARDNUMSUB'):
        return flattened((channel, len(table.get(channel, ()))) for channel in names)
    if what == b'NUMPAT' and not names:
        return len(server.patterns)
    raise ReplyError(f"ERR unknown subcommand '{words[0].decode()}'. Try PUBSUB HELP.")


@command('PING', -1, 's')
def _ping(session, words):
    if len(words) > 1:
        raise ReplyError("ERR wrong number of arguments for 'ping' command")
    if session.channels or session.patterns:
        return [b'pong', words[0] if words else b'']
    return words[0] if words else PONG


@command('QUIT', -1, 'snx')
def _quit(session, words):
    leave(session)
    return OK


@command('RESET', 1, 'snx')
def _reset(session, words):
    leave(session)
    session.queue = None
    session.unwatch()
    session.database, session.name = session.server.databases[0], b''
    return Status(b'RESET')
