"""Commands of the server and of its clients."""
import time

from _redis_server import DATABASES, VERSION, command, now
from _redis_values import OK, SYNTAX, Options, ReplyError, Status, flattened, integer, pattern, real


def unknown(name, words):
    raise ReplyError(f"ERR unknown subcommand '{words[0].decode('utf-8', 'replace')}'. Try {name} HELP.")


def _check(name, words, size):
    if len(words) != size + 1:
        raise ReplyError(f"ERR wrong number of arguments for '{name}|{words[0].lower().decode()}' command")


@command('ECHO', 2)
def _echo(session, words):
    return words[0]


@command('AUTH', -2)
def _auth(session, words):
    if len(words) > 2:
        raise ReplyError(SYNTAX)
    return OK


@command('TIME', 1)
def _time(session, words):
    moment = time.time_ns() // 1000
    return [b'%d' % (moment // 1000000), b'%d' % (moment % 1000000)]


@command('LASTSAVE', 1)
def _lastsave(session, words):
    return int(session.server.started)


@command('SAVE', 1)
def _save(session, words):
    return OK


@command('BGSAVE', -1)
def _bgsave(session, words):
    return Status(b'Background saving started')


@command('BGREWRITEAOF', 1)
def _bgrewriteaof(session, words):
    return Status(b'Background append only file rewriting started')


@command('WAIT', 3)
def _wait(session, words):
    return 0


@command('ROLE', 1)
def _role(session, words):
    return [b'master', 0, []]


# --- clients ---

def _described(session):
    seconds = int(time.time() - session.since)
    facts = {
        'id': session.id, 'addr': f'127.0.0.1:{40000 + session.id}', 'laddr': f'{session.address[0]}:{session.address[1]}', 'fd': 7 + session.id,
        'name': session.name.decode(), 'age': seconds, 'idle': int(time.time() - (session.asked or session.since)),
        'flags': 'P' if session.channels or session.patterns else 'x' if session.queue is not None else 'b' if session.wait else 'N',
        'db': session.database.number, 'sub': len(session.channels), 'psub': len(session.patterns), 'ssub': len(session.shards),
        'multi': -1 if session.queue is None else len(session.queue), 'watch': len(session.watched), 'qbuf': 26, 'qbuf-free': 20448,
        'argv-mem': 10, 'multi-mem': 0, 'rbs': 16384, 'rbp': 16384, 'obl': 0, 'oll': 0, 'omem': 0, 'tot-mem': 37786, 'events': 'r',
        'cmd': session.last, 'user': 'default', 'redir': -1, 'resp': 2, 'lib-name': session.library.get('LIB-NAME', ''),
        'lib-ver': session.library.get('LIB-VER', '')}
    return ' '.join(f'{name}={value}' for name, value in facts.items()) + '\n'


def _named(words):
    name = words[1]
    if any(not 33 <= one <= 126 for one in name):
        raise ReplyError('ERR Client names cannot contain spaces, newlines or special characters.')
    return name


@command('CLIENT', -2)
def _client(session, words):
    what, server = words[0].upper(), session.server
    session.last = f'client|{what.lower().decode()}'
    if what == b'ID':
        return session.id
    if what == b'GETNAME':
        return session.name or None
    if what == b'SETNAME':
        _check('client', words, 1)
        session.name = _named(words)
        return OK
    if what == b'SETINFO':
        _check('client', words, 2)
        session.library[words[1].upper().decode()] = words[2].decode()
        return OK
    if what == b'INFO':
        return _described(session).encode()
    if what == b'LIST':
        return ''.join(map(_described, server.sessions.values())).encode()
    if what == b'UNBLOCK':
        other = server.sessions.get(integer(words[1]))
        if other is None or other.wait is None:
            return 0
        failed = len(words) > 2 and words[2].upper() == b'ERROR'
        other.give_up(ReplyError('UNBLOCKED client unblocked via CLIENT UNBLOCK') if failed else None)
        return 1
    if what == b'KILL':
        options, chosen = Options(words[1:]), list(server.sessions.values())
        while options:
            word, value = options.word(), options.take()
            if word == 'ID':
                chosen = [other for other in chosen if other.id == integer(value)]
            elif word != 'SKIPME':
                raise ReplyError('ERR No such client')
        for other in chosen:
            other.close()
            other.deliver(None if other is session else ConnectionResetError(104, 'Connection closed by server.'))
        return len(chosen)
    if what in (b'PAUSE', b'UNPAUSE', b'NO-EVICT', b'NO-TOUCH', b'REPLY'):
        return OK
    unknown('CLIENT', words)


@command('HELLO', -1)
def _hello(session, words):
    if words and words[0] != b'2':
        raise ReplyError('NOPROTO unsupported protocol version')
    return [b'server', b'redis', b'version', VERSION.encode(), b'proto', 2, b'id', session.id, b'mode', b'standalone', b'role', b'master',
            b'modules', []]


# --- settings ---

_SETTINGS = {
    'appendonly': 'no', 'bind': '* -::*', 'databases': str(DATABASES), 'dbfilename': 'dump.rdb', 'dir': '/data', 'hz': '10',
    'list-max-listpack-size': '-2', 'loglevel': 'notice', 'maxclients': '10000', 'maxmemory': '0', 'maxmemory-policy': 'noeviction',
    'maxmemory-samples': '5', 'notify-keyspace-events': '', 'port': '6379', 'proto-max-bulk-len': '536870912', 'requirepass': '',
    'save': '3600 1 300 100 60 10000', 'slowlog-log-slower-than': '10000', 'slowlog-max-len': '128', 'tcp-keepalive': '300', 'timeout': '0'}


@command('CONFIG', -2)
def _config(session, words):
    what, settings = words[0].upper(), {**_SETTINGS, **session.server.settings}
    if what == b'GET':
        matches = [pattern(word.lower()) for word in words[1:]]
        return flattened((name.encode(), value.encode()) for name, value in settings.items() if any(match(name.encode()) for match in matches))
    if what == b'SET':
        for name, value in zip(words[1::2], words[2::2]):
            name = name.decode().lower()
            if name not in settings:
                raise ReplyError(f"ERR Unknown option or number of arguments for CONFIG SET - '{name}'")
            session.server.settings[name] = value.decode()
        return OK
    if what in (b'RESETSTAT', b'REWRITE'):
        return OK
    unknown('CONFIG', words)


def _sections(session):
    server, seconds = session.server, int(time.time() - session.server.started)
    used = 1000000 + sum(_memory(key, value) for database in server.databases for key, value in database.values.items())
    waiting = sum(other.wait is not None for other in server.sessions.values())
    yield 'Server', {
        'redis_version': VERSION, 'redis_git_sha1': '00000000', 'redis_git_dirty': 0, 'redis_build_id': '0', 'redis_mode': 'standalone',
        'os': 'Linux x86_64', 'arch_bits': 64, 'multiplexing_api': 'epoll', 'process_id': 1, 'run_id': '0' * 40,
        'tcp_port': session.address[1], 'server_time_usec': time.time_ns() // 1000, 'uptime_in_seconds': seconds, 'uptime_in_days': seconds // 86400,
        'hz': 10, 'configured_hz': 10, 'executable': '/data/redis-server', 'config_file': ''}
    yield 'Clients', {'connected_clients': len(server.sessions), 'maxclients': 10000, 'blocked_clients': waiting}
    yield 'Memory', {
        'used_memory': used, 'used_memory_human': f'{used / 1048576:.2f}M', 'used_memory_rss': used, 'used_memory_peak': used,
        'used_memory_peak_human': f'{used / 1048576:.2f}M', 'maxmemory': 0, 'maxmemory_human': '0B', 'maxmemory_policy': 'noeviction',
        'mem_fragmentation_ratio': '1.00'}
    yield 'Persistence', {
        'loading': 0, 'rdb_changes_since_last_save': server.changes, 'rdb_bgsave_in_progress': 0, 'rdb_last_save_time': int(server.started),
        'rdb_last_bgsave_status': 'ok', 'aof_enabled': 0}
    yield 'Stats', {
        'total_connections_received': server.connections, 'total_commands_processed': server.calls, 'instantaneous_ops_per_sec': 0,
        'rejected_connections': 0, 'expired_keys': server.expired, 'evicted_keys': 0, 'keyspace_hits': server.hits,
        'keyspace_misses': server.misses, 'pubsub_channels': len(server.channels), 'pubsub_patterns': len(server.patterns)}
    yield 'Replication', {'role': 'master', 'connected_slaves': 0, 'master_failover_state': 'no-failover', 'master_repl_offset': 0}
    yield 'CPU', {'used_cpu_sys': '0.000000', 'used_cpu_user': '0.000000'}
    yield 'Modules', {}
    yield 'Errorstats', {}
    yield 'Cluster', {'cluster_enabled': 0}
    spaces = {}
    for database in server.databases:
        database.purge()
        if database.values:
            ends = [when - now() for when in database.expires.values()]
            spaces[f'db{database.number}'] = (f'keys={len(database.values)},expires={len(ends)},'
                                              f'avg_ttl={sum(ends) // len(ends) if ends else 0}')
    yield 'Keyspace', spaces


@command('INFO', -1)
def _info(session, words):
    wanted = {word.lower().decode() for word in words} - {'all', 'everything', 'default'}
    shown = [f'# {name}\r\n' + ''.join(f'{key}:{value}\r\n' for key, value in facts.items())
             for name, facts in _sections(session) if not wanted or name.lower() in wanted]
    return '\r\n'.join(shown).encode()


def _memory(key, value):
    """About how many bytes a key takes."""
    if type(value) is bytes:
        return 48 + len(key) + len(value)
    members = getattr(value, 'scores', None) or getattr(value, 'entries', None) or value
    inner = members.items() if isinstance(members, dict) else ((one, b'') for one in members)
    return 64 + len(key) + sum(16 + len(a if isinstance(a, bytes) else b'') + len(b if isinstance(b, bytes) else b'') for a, b in inner)


@command('MEMORY', -2)
def _memory_command(session, words):
    if words[0].upper() != b'USAGE':
        unknown('MEMORY', words)
    value = session.database.find(words[1])
    return None if value is None else _memory(words[1], value)


@command('COMMAND', -1)
def _command(session, words):
    from _redis_server import COMMANDS
    if words and words[0].upper() == b'COUNT':
        return len(COMMANDS)
    if words and words[0].upper() == b'LIST':
        return [name.lower().encode() for name in COMMANDS]
    unknown('COMMAND', words or [b''])


@command('SLOWLOG', -2)
def _slowlog(session, words):
    what = words[0].upper()
    return [] if what == b'GET' else 0 if what == b'LEN' else OK


@command('DEBUG', -2)
def _debug(session, words):
    if words[0].upper() != b'SLEEP':
        unknown('DEBUG', words)
    time.sleep(real(words[1]))
    return OK


@command('ACL', -2)
def _acl(session, words):
    what = words[0].upper()
    if what == b'WHOAMI':
        return b'default'
    if what == b'USERS':
        return [b'default']
    if what == b'LIST':
        return [b'user default on nopass sanitize-payload ~* &* +@all']
    unknown('ACL', words)
