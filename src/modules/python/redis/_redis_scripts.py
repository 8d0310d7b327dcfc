"""Scripts in Lua: each has the server for itself until it ends."""
from hashlib import sha1

from _redis_server import command
from _redis_values import OK, ReplyError, Status, integer


def _value(reply):
    """A reply as a script sees it."""
    from _lua_run import Table, listed
    if reply is None:
        return False
    if isinstance(reply, Status):
        return Table({b'ok': bytes(reply)})
    if isinstance(reply, int):
        return float(reply)
    if isinstance(reply, list):
        return listed(map(_value, reply))
    if isinstance(reply, ReplyError):
        return Table({b'err': reply.args[0].encode()})
    return reply


def _reply(value):
    """What a script gives as a reply."""
    from _lua_run import Table
    if value is None or value is False:
        return None
    if value is True:
        return 1
    if isinstance(value, float):
        return int(value)
    if isinstance(value, Table):
        for mark, make in ((b'err', _failure), (b'ok', Status)):
            if value.get(mark) is not None:
                return make(value.get(mark))
        return [_reply(value.get(float(n))) for n in range(1, len(value) + 1)]
    return value if isinstance(value, bytes) else None


def _failure(message):
    text = message.decode('utf-8', 'replace')
    raise ReplyError(text[1:] if text[:1] == '-' else text if text.split(' ')[0].isupper() else f'ERR {text}')


def _called(session):
    from _lua_run import Table, text
    from _lua_syntax import LuaError

    def words_of(arguments):
        if not arguments:
            raise LuaError(b'?: Please specify at least one argument for this redis.call() call')
        if not all(isinstance(one, (bytes, float)) for one in arguments):
            raise LuaError(b'?: Lua redis lib command arguments must be strings or integers')
        return [b'%.17g' % one if isinstance(one, float) else one for one in arguments]

    def call(arguments):
        try:
            return [_value(session.call(words_of(arguments)))]
        except ReplyError as error:
            raise LuaError(Table({b'err': error.args[0].encode()})) from None

    def pcall(arguments):
        try:
            return call(arguments)
        except LuaError as error:
            return [error.args[0] if isinstance(error.args[0], Table) else Table({b'err': text(error.args[0])})]
    names = {
        b'call': call, b'pcall': pcall, b'log': lambda a: [], b'sha1hex': lambda a: [sha1(text(a[0])).hexdigest().encode()],
        b'error_reply': lambda a: [Table({b'err': a[0]})], b'status_reply': lambda a: [Table({b'ok': a[0]})],
        b'LOG_DEBUG': 0.0, b'LOG_VERBOSE': 1.0, b'LOG_NOTICE': 2.0, b'LOG_WARNING': 3.0, b'replicate_commands': lambda a: [True],
        b'setresp': lambda a: []}
    return Table(names)


def _run(session, source, words):
    from _lua_library import library
    from _lua_run import Machine, Table, listed, text
    from _lua_syntax import LuaError
    count = integer(words[0])
    if count < 0:
        raise ReplyError("ERR Number of keys can't be negative")
    if count > len(words) - 1:
        raise ReplyError("ERR Number of keys can't be greater than number of args")
    names = library(session.server.random)
    names |= {b'redis': _called(session), b'KEYS': listed(words[1:count + 1]), b'ARGV': listed(words[count + 1:])}
    names[b'_G'] = Table(names)
    digest = sha1(source).hexdigest()
    try:
        found = Machine(names).run(source)
    except LuaError as error:
        value = error.args[0]
        if isinstance(value, Table) and value.get(b'err') is not None:
            message = value.get(b'err').decode('utf-8', 'replace')
            raise ReplyError(f'{message} script: {digest}, on @user_script:1.') from None
        message = text(value).decode('utf-8', 'replace')
        if message.startswith('?: '):
            message = message[3:]
        raise ReplyError(f'ERR {message} script: {digest}, on @user_script:{message.split(":")[1] if message.count(":") > 1 else 1}.') from None
    return _reply(found[0] if found else None)


def _checked(source):
    """Keeps a script if it can be compiled; its digest."""
    from _lua_syntax import LuaError, Parser
    try:
        Parser(source).script()
    except LuaError as error:
        raise ReplyError(f'ERR Error compiling script (new function): {error.args[0].decode("utf-8", "replace")}') from None


@command('EVAL', -3, 'x')
def _eval(session, words):
    digest = sha1(words[0]).hexdigest().encode()
    if digest not in session.server.scripts:
        _checked(words[0])
        session.server.scripts[digest] = words[0]
    return _run(session, words[0], words[1:])


@command('EVALSHA', -3, 'x')
def _evalsha(session, words):
    source = session.server.scripts.get(words[0].lower())
    if source is None:
        raise ReplyError('NOSCRIPT No matching script. Please use EVAL.')
    return _run(session, source, words[1:])


@command('SCRIPT', -2, 'x')
def _script(session, words):
    what, scripts = words[0].upper(), session.server.scripts
    if what == b'LOAD' and len(words) == 2:
        digest = sha1(words[1]).hexdigest().encode()
        _checked(words[1])
        scripts[digest] = words[1]
        return digest
    if what == b'EXISTS' and len(words) > 1:
        return [int(word.lower() in scripts) for word in words[1:]]
    if what == b'FLUSH':
        scripts.clear()
        return OK
    if what == b'KILL':
        raise ReplyError('NOTBUSY No scripts in execution right now.')
    raise ReplyError(f"ERR unknown subcommand or wrong number of arguments for '{words[0].decode()}'. Try SCRIPT HELP.")
