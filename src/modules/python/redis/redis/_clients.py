"""What clients, pipelines and subscriptions of both kinds have in common: all but their waits."""
import copy

from redis._replies import CALLBACKS, Callbacks, text
from redis.exceptions import PubSubError, RedisError, ResponseError, WatchError

EMPTY_RESPONSE, NEVER_DECODE = 'EMPTY_RESPONSE', 'NEVER_DECODE'
# Methods of the real client that are not here.
_MISSING = '''
acl_cat acl_deluser acl_dryrun acl_genpass acl_getuser acl_help acl_load acl_log acl_log_reset acl_save acl_setuser bf bitfield bitfield_ro
cf client_getredir client_reply client_tracking client_tracking_off client_tracking_on client_trackinginfo cluster cms command_docs
command_getkeys command_getkeysandflags command_info command_list debug_object debug_segfault dump eval_ro evalsha_ro failover fcall
fcall_ro ft function_delete function_dump function_flush function_kill function_list function_load function_restore function_stats geoadd
geodist geohash geopos georadius georadiusbymember geosearch geosearchstore get_cache hello hexpire hexpireat hexpiretime hgetdel hgetex
hpersist hpexpire hpexpireat hpexpiretime hpttl hsetex httl json latency_doctor latency_graph latency_histogram latency_history
latency_latest latency_reset lolwut memory_doctor memory_help memory_malloc_stats memory_purge memory_stats migrate module_list module_load
module_loadex module_unload psync readonly readwrite replicaof restore script_debug sentinel sentinel_ckquorum sentinel_failover
sentinel_flushconfig sentinel_get_master_addr_by_name sentinel_master sentinel_masters sentinel_monitor sentinel_remove sentinel_reset
sentinel_sentinels sentinel_set sentinel_slaves shutdown slaveof stralgo sync tdigest topk ts vset waitaof xackdel xdelex
'''.split()


class ClientBase:
    def _keep(self, given, connection_pool, unix_socket_path, ssl, retry_on_error, retry, order, classes):
        """Keeps the pool, which is made of the arguments of `given` where there is none. `classes`: of the pool and of connections."""
        self.auto_close_connection_pool = not connection_pool
        if not connection_pool:
            kwargs = {name: given[name] for name in order.split()}
            kwargs['retry_on_error'], kwargs['retry'] = retry_on_error or [], copy.deepcopy(retry)
            if unix_socket_path is not None:
                kwargs |= {'path': unix_socket_path, 'connection_class': classes[2]}
            else:
                names = 'host', 'port', 'socket_connect_timeout', 'socket_keepalive', 'socket_keepalive_options'
                kwargs |= {name: given[name] for name in names}
                if ssl:
                    kwargs['connection_class'] = classes[1]
            connection_pool = classes[0](**kwargs)
        self.connection_pool, self.connection = connection_pool, None
        self.response_callbacks = Callbacks(CALLBACKS)

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__}({self.connection_pool!r})>'

    def __getattr__(self, name):
        if name in _MISSING:
            from _frames import not_supported
            not_supported(f'redis.Redis.{name}')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    @classmethod
    def from_url(cls, url, single_connection_client=False, auto_close_connection_pool=None, **kwargs):
        client = cls(connection_pool=cls._pool_class.from_url(url, **kwargs), single_connection_client=single_connection_client)
        client.auto_close_connection_pool = auto_close_connection_pool is not False
        return client

    @classmethod
    def from_pool(cls, connection_pool):
        client = cls(connection_pool=connection_pool)
        client.auto_close_connection_pool = True
        return client

    def get_encoder(self):
        return self.connection_pool.get_encoder()

    def get_connection_kwargs(self):
        return self.connection_pool.connection_kwargs

    def get_retry(self):
        return self.get_connection_kwargs().get('retry')

    def set_retry(self, retry):
        self.connection_pool.set_retry(retry)

    def set_response_callback(self, command, callback):
        self.response_callbacks[command] = callback

    def load_external_module(self, funcname, func):
        setattr(self, funcname, func)

    def pipeline(self, transaction=True, shard_hint=None):
        return self._pipeline_class(self.connection_pool, self.response_callbacks, transaction, shard_hint)

    def pubsub(self, **kwargs):
        return self._pubsub_class(self.connection_pool, **kwargs)

    def lock(self, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, lock_class=None, thread_local=True,
             raise_on_release_error=True):
        return (lock_class or self._lock_class)(
            self, name, timeout=timeout, sleep=sleep, blocking=blocking, blocking_timeout=blocking_timeout, thread_local=thread_local,
            raise_on_release_error=raise_on_release_error)

    def client(self):
        return type(self)(connection_pool=self.connection_pool, single_connection_client=True)

    def monitor(self):
        from _frames import not_supported
        not_supported('redis.Redis.monitor', 'pubsub')

    def _result(self, command_name, response, options):
        """What a method gives for a reply."""
        options = {name: value for name, value in options.items() if name not in (EMPTY_RESPONSE, NEVER_DECODE, 'keys')}
        if command_name in self.response_callbacks:
            return self.response_callbacks[command_name](response, **options)
        return response


class PipelineBase:
    UNWATCH_COMMANDS = {'DISCARD', 'EXEC', 'UNWATCH'}

    def __init__(self, connection_pool, response_callbacks, transaction, shard_hint):
        self.connection_pool, self.response_callbacks = connection_pool, response_callbacks
        self._atomic(transaction)
        self.shard_hint, self.connection, self.watching, self.explicit_transaction = shard_hint, None, False, False
        self.command_stack, self.scripts = [], set()

    def __len__(self):
        return len(self.command_stack)

    def __bool__(self):
        return True

    def multi(self):
        if self.explicit_transaction:
            raise RedisError('Cannot issue nested calls to MULTI')
        if self.command_stack:
            raise RedisError('Commands without an initial WATCH have already been issued')
        self.explicit_transaction = True

    def execute_command(self, *args, **kwargs):
        at_once = not self.explicit_transaction and (self.watching or args[0] == 'WATCH')
        return (self.immediate_execute_command if at_once else self.pipeline_execute_command)(*args, **kwargs)

    def pipeline_execute_command(self, *args, **options):
        self.command_stack.append((args, options))
        return self

    def _cleared(self):
        """(the connection that is to go back, whether it watches keys) of a pipeline that begins anew."""
        connection, watching = self.connection, self.watching
        self.command_stack, self.scripts, self.connection = [], set(), None
        self.watching = self.explicit_transaction = False
        return connection, watching

    def _noted(self, command_name):
        if command_name in self.UNWATCH_COMMANDS:
            self.watching = False
        elif command_name == 'WATCH':
            self.watching = True

    def _check_watch(self, error):
        if self.watching:
            raise WatchError(f'A {type(error).__name__} occurred while watching one or more keys')

    def raise_first_error(self, commands, response):
        for number, (one, command) in enumerate(zip(response, commands), 1):
            if isinstance(one, ResponseError):
                self.annotate_exception(one, number, command[0])
                raise one

    def annotate_exception(self, exception, number, command):
        shown = ' '.join(text(word) if isinstance(word, (bytes, str)) else str(word) for word in command)
        if len(shown) > 100:
            shown = shown[:97].rsplit(' ', 1)[0] + '...' if ' ' in shown[:97] else shown[:97] + '...'
        message = f'Command # {number} ({shown}) of pipeline caused error: {self._cause(exception)}'
        exception.args = (message, *exception.args[1:])

    def _sent_of(self, commands):
        """The words of a transaction's commands; those that are known to give nothing are not sent."""
        return [('MULTI',), *(words for words, options in commands if EMPTY_RESPONSE not in options), ('EXEC',)]

    def _completed(self, commands, response, errors, raise_on_error):
        """The replies of a transaction and the errors of commands that were refused, in order."""
        self.watching = False
        if response is None:
            raise WatchError('Watched variable changed.')
        for at, error in errors:
            response.insert(at, error)
        if raise_on_error:
            self.raise_first_error(commands, response)
        return [one if isinstance(one, Exception) else self._result(words[0], one, options)
                for one, (words, options) in zip(response, commands)]


class PubSubBase:
    PUBLISH_MESSAGE_TYPES = 'message', 'pmessage', 'smessage'
    UNSUBSCRIBE_MESSAGE_TYPES = 'unsubscribe', 'punsubscribe', 'sunsubscribe'

    def __init__(self, connection_pool, shard_hint=None, ignore_subscribe_messages=False, encoder=None, push_handler_func=None,
                 event_dispatcher=None):
        self.connection_pool, self.shard_hint, self.ignore_subscribe_messages = connection_pool, shard_hint, ignore_subscribe_messages
        self.connection, self.encoder, self.push_handler_func = None, encoder or connection_pool.get_encoder(), push_handler_func
        self._forget()

    def _forget(self):
        self.channels, self.patterns, self.shard_channels = {}, {}, {}
        self.pending_unsubscribe_channels, self.pending_unsubscribe_patterns = set(), set()
        self.pending_unsubscribe_shard_channels = set()

    @property
    def subscribed(self):
        return bool(self.channels or self.patterns or self.shard_channels)

    def _kept(self, name):
        """(the names that are subscribed to, those that are being left) of a kind of message."""
        if name.startswith('p'):
            return self.patterns, self.pending_unsubscribe_patterns
        if name.startswith('s') and 'sub' in name[1:] and not name.startswith('sub') or name == 'smessage':
            return self.shard_channels, self.pending_unsubscribe_shard_channels
        return self.channels, self.pending_unsubscribe_channels

    def _left(self):
        """The connection that it had."""
        connection, self.connection = self.connection, None
        if connection:
            connection.deregister_connect_callback(self.on_connect)
        return connection

    def _known(self, names):
        """Names as messages have them: bytes, or str where replies are decoded."""
        return {self.encoder.decode(self.encoder.encode(name)): handler for name, handler in names.items()}

    def _wanted(self, args, kwargs):
        """Handlers by name of what is to be subscribed to."""
        names = []
        for one in args:
            names += [one] if isinstance(one, (bytes, str)) else list(one)
        return {**dict.fromkeys(names), **kwargs}

    def _subscribed_to(self, command, wanted):
        kept, leaving = self._kept(command.lower())
        known = self._known(wanted)
        kept.update(known)
        leaving.difference_update(known)

    def _leaving(self, command, args):
        """The names that are to be left, none if it is all of them."""
        names = self._wanted(args, {})
        kept, leaving = self._kept(command.lower().replace('un', '', 1))
        leaving.update(self._known(names) if names else kept)
        return names

    def _check_connected(self):
        if self.connection is None:
            raise RuntimeError('pubsub connection not set: did you forget to call subscribe() or psubscribe()?')

    def _message(self, response):
        """A message as a dict."""
        if isinstance(response, (bytes, str)):
            response = [b'pong', response if response not in (b'PONG', 'PONG') else b'']
        kind = text(response[0])
        if kind == 'pmessage':
            return dict(zip(('type', 'pattern', 'channel', 'data'), (kind, *response[1:])))
        return {'type': kind, 'pattern': None, 'channel': None if kind == 'pong' else response[1], 'data': response[-1]}

    def _handled(self, message, ignore):
        """(what is to be told of a message or None, the handler that is to be called in its place)."""
        kind = message['type']
        if kind in self.UNSUBSCRIBE_MESSAGE_TYPES:
            kept, leaving = self._kept(kind.replace('un', '', 1))
            if message['channel'] in leaving:
                leaving.remove(message['channel'])
                kept.pop(message['channel'], None)
        if kind in self.PUBLISH_MESSAGE_TYPES:
            handler = self._kept(kind)[0].get(message['pattern'] if kind == 'pmessage' else message['channel'])
            return (None, handler) if handler else (message, None)
        if kind != 'pong' and (ignore or self.ignore_subscribe_messages):
            return None, None
        return message, None

    def _check_handlers(self):
        for what, names in (('Channel', self.channels), ('Pattern', self.patterns), ('Shard Channel', self.shard_channels)):
            for name, handler in names.items():
                if handler is None:
                    raise PubSubError(f"{what}: '{name}' has no handler registered")
