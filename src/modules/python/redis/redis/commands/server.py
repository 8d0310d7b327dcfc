"""Methods for the server, its channels, its scripts, and for scans."""
import hashlib

from redis.commands.keys import marked
from redis.exceptions import NoScriptError


class ManagementCommands:
    def bgrewriteaof(self, **kwargs):
        return self.execute_command('BGREWRITEAOF', **kwargs)

    def role(self):
        return self.execute_command('ROLE')

    def client_info(self, **kwargs):
        return self.execute_command('CLIENT INFO', **kwargs)

    def client_getname(self, **kwargs):
        return self.execute_command('CLIENT GETNAME', **kwargs)

    def client_id(self, **kwargs):
        return self.execute_command('CLIENT ID', **kwargs)

    def client_setname(self, name, **kwargs):
        return self.execute_command('CLIENT SETNAME', name, **kwargs)

    def client_setinfo(self, attr, value, **kwargs):
        return self.execute_command('CLIENT SETINFO', attr, value, **kwargs)

    def client_unpause(self, **kwargs):
        return self.execute_command('CLIENT UNPAUSE', **kwargs)

    def client_no_evict(self, mode):
        return self.execute_command('CLIENT NO-EVICT', mode)

    def client_no_touch(self, mode):
        return self.execute_command('CLIENT NO-TOUCH', mode)

    def client_kill(self, address, **kwargs):
        return self.execute_command('CLIENT KILL', address, **kwargs)

    def command_count(self, **kwargs):
        return self.execute_command('COMMAND COUNT', **kwargs)

    def config_get(self, pattern='*', *args, **kwargs):
        return self.execute_command('CONFIG GET', pattern, *args, **kwargs)

    def config_set(self, name, value, *args, **kwargs):
        return self.execute_command('CONFIG SET', name, value, *args, **kwargs)

    def config_resetstat(self, **kwargs):
        return self.execute_command('CONFIG RESETSTAT', **kwargs)

    def config_rewrite(self, **kwargs):
        return self.execute_command('CONFIG REWRITE', **kwargs)

    def dbsize(self, **kwargs):
        return self.execute_command('DBSIZE', **kwargs)

    def echo(self, value, **kwargs):
        return self.execute_command('ECHO', value, **kwargs)

    def swapdb(self, first, second, **kwargs):
        return self.execute_command('SWAPDB', first, second, **kwargs)

    def select(self, index, **kwargs):
        return self.execute_command('SELECT', index, **kwargs)

    def lastsave(self, **kwargs):
        return self.execute_command('LASTSAVE', **kwargs)

    def reset(self):
        return self.execute_command('RESET')

    def object(self, infotype, key, **kwargs):
        return self.execute_command('OBJECT', infotype, key, **kwargs)

    def memory_usage(self, key, samples=None, **kwargs):
        return self.execute_command('MEMORY USAGE', key, *([] if samples is None else ['SAMPLES', samples]), **kwargs)

    def ping(self, **kwargs):
        return self.execute_command('PING', **kwargs)

    def quit(self, **kwargs):
        return self.execute_command('QUIT', **kwargs)

    def save(self, **kwargs):
        return self.execute_command('SAVE', **kwargs)

    def slowlog_len(self, **kwargs):
        return self.execute_command('SLOWLOG LEN', **kwargs)

    def slowlog_reset(self, **kwargs):
        return self.execute_command('SLOWLOG RESET', **kwargs)

    def time(self, **kwargs):
        return self.execute_command('TIME', **kwargs)

    def wait(self, num_replicas, timeout, **kwargs):
        return self.execute_command('WAIT', num_replicas, timeout, **kwargs)

    def acl_whoami(self, **kwargs):
        return self.execute_command('ACL WHOAMI', **kwargs)

    def acl_users(self, **kwargs):
        return self.execute_command('ACL USERS', **kwargs)

    def acl_list(self, **kwargs):
        return self.execute_command('ACL LIST', **kwargs)

    def publish(self, channel, message, **kwargs):
        return self.execute_command('PUBLISH', channel, message, **kwargs)

    def spublish(self, shard_channel, message):
        return self.execute_command('SPUBLISH', shard_channel, message)

    def pubsub_channels(self, pattern='*', **kwargs):
        return self.execute_command('PUBSUB CHANNELS', pattern, **kwargs)

    def pubsub_shardchannels(self, pattern='*', **kwargs):
        return self.execute_command('PUBSUB SHARDCHANNELS', pattern, **kwargs)

    def pubsub_numpat(self, **kwargs):
        return self.execute_command('PUBSUB NUMPAT', **kwargs)

    def pubsub_numsub(self, *args, **kwargs):
        return self.execute_command('PUBSUB NUMSUB', *args, **kwargs)

    def pubsub_shardnumsub(self, *args, **kwargs):
        return self.execute_command('PUBSUB SHARDNUMSUB', *args, **kwargs)

    def script_exists(self, *args):
        return self.execute_command('SCRIPT EXISTS', *args)

    def script_kill(self):
        return self.execute_command('SCRIPT KILL')

    def script_load(self, script):
        return self.execute_command('SCRIPT LOAD', script)

    def auth(self, password, username=None, **kwargs):
        return self.execute_command('AUTH', *([] if username is None else [username]), password, **kwargs)

    def bgsave(self, schedule=True, **kwargs):
        return self.execute_command('BGSAVE', *marked(schedule=schedule), **kwargs)

    def client_list(self, _type=None, client_id=[], **kwargs):
        return self.execute_command('CLIENT LIST', *([] if _type is None else ['TYPE', _type]), *(['ID', *client_id] if client_id else []), **kwargs)

    def client_kill_filter(self, _id=None, _type=None, addr=None, skipme=None, laddr=None, user=None, maxage=None, **kwargs):
        pieces = [] if skipme is None else ['SKIPME', 'YES' if skipme else 'NO']
        for word, value in (('ID', _id), ('TYPE', _type), ('ADDR', addr), ('LADDR', laddr), ('USER', user), ('MAXAGE', maxage)):
            if value is not None:
                pieces += [word, value]
        return self.execute_command('CLIENT KILL', *pieces, **kwargs)

    def client_unblock(self, client_id, error=False, **kwargs):
        return self.execute_command('CLIENT UNBLOCK', int(client_id), *marked(error=error), **kwargs)

    def client_pause(self, timeout, all=True, **kwargs):
        return self.execute_command('CLIENT PAUSE', str(timeout), *([] if all else ['WRITE']), **kwargs)

    def command(self, **kwargs):
        return self.execute_command('COMMAND', **kwargs)

    def flushall(self, asynchronous=False, **kwargs):
        return self.execute_command('FLUSHALL', *(['ASYNC'] if asynchronous else []), **kwargs)

    def flushdb(self, asynchronous=False, **kwargs):
        return self.execute_command('FLUSHDB', *(['ASYNC'] if asynchronous else []), **kwargs)

    def info(self, section=None, *args, **kwargs):
        return self.execute_command('INFO', *([] if section is None else [section, *args]), **kwargs)

    def slowlog_get(self, num=None, **kwargs):
        return self.execute_command('SLOWLOG GET', *([] if num is None else [num]), **kwargs)

    # --- scripts ---

    def eval(self, script, numkeys, *keys_and_args):
        return self.execute_command('EVAL', script, numkeys, *keys_and_args)

    def evalsha(self, sha, numkeys, *keys_and_args):
        return self.execute_command('EVALSHA', sha, numkeys, *keys_and_args)

    def script_flush(self, sync_type=None):
        return self.execute_command('SCRIPT FLUSH', *([] if sync_type is None else [sync_type]))

    def register_script(self, script):
        return Script(self, script)


def _matching(match, count):
    return [*([] if match is None else ['MATCH', match]), *([] if count is None else ['COUNT', count])]


class ScanCommands:
    def scan(self, cursor=0, match=None, count=None, _type=None, **kwargs):
        return self.execute_command('SCAN', cursor, *_matching(match, count), *([] if _type is None else ['TYPE', _type]), **kwargs)

    def sscan(self, name, cursor=0, match=None, count=None):
        return self.execute_command('SSCAN', name, cursor, *_matching(match, count))

    def hscan(self, name, cursor=0, match=None, count=None, no_values=None):
        return self.execute_command('HSCAN', name, cursor, *_matching(match, count), *([] if no_values is None else ['NOVALUES']),
                                    no_values=no_values)

    def zscan(self, name, cursor=0, match=None, count=None, score_cast_func=float):
        return self.execute_command('ZSCAN', name, cursor, *_matching(match, count), score_cast_func=score_cast_func)

    def scan_iter(self, match=None, count=None, _type=None, **kwargs):
        cursor = '0'
        while cursor != 0:
            cursor, data = self.scan(cursor=cursor, match=match, count=count, _type=_type, **kwargs)
            yield from data

    def sscan_iter(self, name, match=None, count=None):
        cursor = '0'
        while cursor != 0:
            cursor, data = self.sscan(name, cursor=cursor, match=match, count=count)
            yield from data

    def hscan_iter(self, name, match=None, count=None, no_values=None):
        cursor = '0'
        while cursor != 0:
            cursor, data = self.hscan(name, cursor=cursor, match=match, count=count, no_values=no_values)
            yield from data if no_values else data.items()

    def zscan_iter(self, name, match=None, count=None, score_cast_func=float):
        cursor = '0'
        while cursor != 0:
            cursor, data = self.zscan(name, cursor=cursor, match=match, count=count, score_cast_func=score_cast_func)
            yield from data


class AsyncScanCommands(ScanCommands):
    async def scan_iter(self, match=None, count=None, _type=None, **kwargs):
        cursor = '0'
        while cursor != 0:
            cursor, data = await self.scan(cursor=cursor, match=match, count=count, _type=_type, **kwargs)
            for one in data:
                yield one

    async def sscan_iter(self, name, match=None, count=None):
        cursor = '0'
        while cursor != 0:
            cursor, data = await self.sscan(name, cursor=cursor, match=match, count=count)
            for one in data:
                yield one

    async def hscan_iter(self, name, match=None, count=None, no_values=None):
        cursor = '0'
        while cursor != 0:
            cursor, data = await self.hscan(name, cursor=cursor, match=match, count=count, no_values=no_values)
            for one in data if no_values else data.items():
                yield one

    async def zscan_iter(self, name, match=None, count=None, score_cast_func=float):
        cursor = '0'
        while cursor != 0:
            cursor, data = await self.zscan(name, cursor=cursor, match=match, count=count, score_cast_func=score_cast_func)
            for one in data:
                yield one


class Script:
    """A script in Lua, called by its digest; sent once the server does not know it."""

    def __init__(self, registered_client, script):
        self.registered_client, self.script = registered_client, script
        encoded = registered_client.get_encoder().encode(script) if isinstance(script, str) else script
        self.sha = hashlib.sha1(encoded).hexdigest()

    def _called(self, keys, args, client):
        client = self.registered_client if client is None else client
        if hasattr(client, 'command_stack'):
            client.scripts.add(self)
        return client, (*(keys or ()), *(args or ()))

    def __call__(self, keys=None, args=None, client=None):
        keys = keys or []
        client, words = self._called(keys, args, client)
        try:
            return client.evalsha(self.sha, len(keys), *words)
        except NoScriptError:
            self.sha = client.script_load(self.script)
            return client.evalsha(self.sha, len(keys), *words)


class AsyncScript(Script):
    async def __call__(self, keys=None, args=None, client=None):
        keys = keys or []
        client, words = self._called(keys, args, client)
        try:
            return await client.evalsha(self.sha, len(keys), *words)
        except NoScriptError:
            self.sha = await client.script_load(self.script)
            return await client.evalsha(self.sha, len(keys), *words)


class AsyncManagementCommands(ManagementCommands):
    def register_script(self, script):
        return AsyncScript(self, script)
