"""A connection with the simulated server."""
import asyncio
from _frames import awaiting_request
import getpass
import os
from _frames import not_supported
from _postgres_codecs import Codecs
from _postgres_errors import ServerError
from _postgres_session import Session
from _postgres_types import canonical
import asyncpg.protocol as _record
from asyncpg.exceptions import ClientConfigurationError, DataError, InterfaceError, of_server
from asyncpg.prepared_stmt import CursorFactory, PreparedStatement
from asyncpg.protocol import Record
from asyncpg.transaction import Transaction
from asyncpg.types import ServerVersion

# How long a query is on its way, there and back.
TRIP = 0.001
_LOOPBACK = ('localhost', '127.0.0.1', '::1', '0.0.0.0')


class ConnectionSettings:
    def __init__(self, settings):
        self._settings = settings
        for name, value in settings.items():
            setattr(self, name, value)

    def __repr__(self):
        return f'<ConnectionSettings {self._settings!r}>'


ConnectionSettings.__module__ = 'asyncpg.protocol.protocol'


class ConnectionMeta(type):
    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or getattr(type(instance), '_is_proxy', False)


class Connection(metaclass=ConnectionMeta):
    def __init__(self, session, loop, address, parameters):
        self._session, self._loop, self._address, self._parameters = session, loop, address, parameters
        self._busy, self._closed, self._top, self._proxy, self._numbers, self._statements = False, False, None, None, 0, {}
        self._codecs = Codecs(session.database.enums)
        self._listeners, self._ends = {}, []
        self._record = parameters.get('record_class') or Record

    # --- trips to the server ---

    def _unique(self, what):
        self._numbers += 1
        return f'__asyncpg_{what}_{self._numbers:x}__'

    def _check_open(self):
        if self._closed:
            raise InterfaceError('connection is closed')

    def _enter(self):
        self._check_open()
        if self._busy:
            raise InterfaceError('cannot perform operation: another operation is in progress')
        self._busy = True

    async def _limited(self, coroutine, timeout, query=None):
        """Does something of the server's within a time; what the server reports is raised as the library's error."""
        timeout = self._parameters.get('command_timeout') if timeout is None else timeout
        try:
            self._enter()
        except InterfaceError:
            coroutine.close()
            raise
        try:
            if timeout is None:
                return await coroutine
            async with asyncio.timeout(timeout):
                return await coroutine
        except ServerError as error:
            problem = of_server(error, query)
        except TimeoutError:
            problem = TimeoutError()
        finally:
            self._busy = False
        raise problem

    async def _trip(self, asked, timeout=None):
        await self._limited(self._session.travel(TRIP, asked), timeout)

    async def _prepared(self, query):
        """The statement of a query: prepared once."""
        found = self._statements.get(query)
        if found is None:
            len(query)
            found = await self._session.prepare(query)
            if len(self._statements) >= 100:
                self._statements.pop(next(iter(self._statements)))
            self._statements[query] = found
        else:
            self._session._admit(found.node)
            await self._session.recompile(found)
        return found

    def _encoded(self, statement, args, where=''):
        types = statement.plan.types if statement.plan is not None else ()
        if len(args) != len(types):
            size, given = len(types), len(args)
            hint = 'Check the query against the passed list of arguments.'
            if not size:
                hint += ('  Note that parameters are supported only in SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES statements, and will '
                         '*not* work in statements  like CREATE VIEW or DECLARE CURSOR.')
            raise InterfaceError(f'the server expects {size} argument{"s" if size != 1 else ""} for this query, '
                                 f'{given} {"was" if given == 1 else "were"} passed', hint=hint)
        values = []
        for n, (value, kind) in enumerate(zip(args, types), 1):
            if value is None:
                values.append(None)
                continue
            try:
                values.append(self._codecs.encoder(kind)(value))
            except ServerError:
                raise
            except Exception as error:
                shown = repr(value)
                shown = shown[:40] + '...' if len(shown) > 40 else shown
                raise DataError(f'invalid input for query argument ${n}{where}: {shown} ({error})') from error
        return values

    def _records(self, statement, rows, kind):
        kind = kind or self._record
        names = getattr(statement, 'record_names', None)
        if names is None or names.all != tuple(statement.names or ()):
            names = statement.record_names = _record.names_of(statement.names or ())
        decoders = [self._codecs.decoder(k, m, _record) for k, m in zip(statement.kinds or (), statement.modifiers or ())]
        make = _record.make
        if any(decoders):
            rows = [tuple([of(v) if of is not None and v is not None else v for of, v in zip(decoders, row)]) for row in rows]
        return [make(names, row, kind) for row in rows]

    async def _run(self, query, args, timeout, kind=None, statement=None):
        """(status, records) of a query with arguments."""
        async def run():
            given = statement
            await self._session.travel(TRIP, query)
            if given is None:
                given = await self._prepared(query)
            else:
                self._session._admit(given.node)
                await self._session.recompile(given)
            if given is None:
                return '', []
            values = self._encoded(given, args)
            tag, rows = await self._session.execute(given, values)
            return tag, self._records(given, rows, kind) if given.names is not None else []
        return await self._limited(run(), timeout, query)

    async def _run_many(self, query, args, timeout, kind, statement=None):
        """All of several sets of arguments, or none."""
        async def run():
            session, found, given = self._session, [], statement
            try:
                await self._session.travel(TRIP, query)
                given = given or await self._prepared(query)
                encoded = []
                for n, one in enumerate(args):
                    if not isinstance(one, (list, tuple, Record)):
                        if not hasattr(one, '__len__') or not hasattr(one, '__getitem__') or isinstance(one, dict):
                            raise DataError(f'invalid input in executemany() argument sequence element #{n}: '
                                            f'expected a sequence, got {type(one).__name__}')
                    encoded.append(self._encoded(given, tuple(one), f' in element #{n} of executemany() sequence'))
                for values in encoded:
                    _, rows = await session.execute(given, values, True)
                    if kind is not None:
                        found += self._records(given, rows, kind)
                if session.block is None and session.transaction is not None:
                    session.commit()
            finally:
                if session.block is None and session.transaction is not None:
                    session.roll_back()
            return found
        return await self._limited(run(), timeout, query)

    # --- queries ---

    async def execute(self, query: str, *args, timeout: float = None) -> str:
        self._check_open()
        if args:
            tag, _ = await self._run(query, args, timeout)
            return tag

        async def run():
            await self._session.travel(TRIP, query)
            return await self._session.simple(query)
        tag = await self._limited(run(), timeout, query)
        if not tag and not query.strip():
            raise AttributeError("'NoneType' object has no attribute 'decode'")
        return tag

    async def executemany(self, command: str, args, *, timeout: float = None):
        self._check_open()
        await self._run_many(command, args, timeout, None)

    async def fetch(self, query, *args, timeout=None, record_class=None) -> list:
        self._check_open()
        return (await self._run(query, args, timeout, record_class))[1]

    async def fetchrow(self, query, *args, timeout=None, record_class=None):
        self._check_open()
        rows = (await self._run(query, args, timeout, record_class))[1]
        return rows[0] if rows else None

    async def fetchval(self, query, *args, column=0, timeout=None):
        self._check_open()
        rows = (await self._run(query, args, timeout))[1]
        return rows[0][column] if rows else None

    async def fetchmany(self, query, args, *, timeout: float = None, record_class=None):
        self._check_open()
        return await self._run_many(query, args, timeout, record_class or self._record)

    async def prepare(self, query, *, name=None, timeout=None, record_class=None):
        self._check_open()

        async def run():
            await self._session.travel(TRIP, query)
            return await self._session.prepare(query)
        statement = await self._limited(run(), timeout, query)
        return PreparedStatement(self, query, statement, record_class, name or self._unique('stmt'))

    def cursor(self, query, *args, prefetch=None, timeout=None, record_class=None):
        self._check_open()
        return CursorFactory(self, query, None, args, prefetch, timeout, record_class)

    def transaction(self, *, isolation=None, readonly=False, deferrable=False):
        self._check_open()
        return Transaction(self, isolation, readonly, deferrable)

    def is_in_transaction(self):
        return self._session.block is not None

    async def copy_records_to_table(self, table_name, *, records, columns=None, schema_name=None, timeout=None, where=None):
        from _postgres_copy import records_to_table
        return await records_to_table(self, table_name, records, columns, schema_name, timeout, where)

    async def copy_from_table(self, table_name, *, output, columns=None, schema_name=None, timeout=None, **options):
        from _postgres_copy import from_query, quoted
        table = f'{quoted(schema_name)}.{quoted(table_name)}' if schema_name else quoted(table_name)
        names = ', '.join(map(quoted, columns)) if columns else '*'
        return await from_query(self, f'SELECT {names} FROM {table}', (), output, timeout, options)

    async def copy_from_query(self, query, *args, output, timeout=None, **options):
        from _postgres_copy import from_query
        return await from_query(self, query, args, output, timeout, options)

    async def copy_to_table(self, table_name, *, source, columns=None, schema_name=None, timeout=None, **options):
        from _postgres_copy import to_table
        return await to_table(self, table_name, source, columns, schema_name, timeout, options)

    # --- what is heard ---

    async def add_listener(self, channel, callback):
        self._check_open()
        if channel not in self._listeners:
            await self.fetch(f'LISTEN "{channel}"')
            self._listeners[channel] = []
            self._session.on_notify = self._notified
        if callback not in self._listeners[channel]:
            self._listeners[channel].append(callback)

    async def remove_listener(self, channel, callback):
        if self.is_closed() or channel not in self._listeners or callback not in self._listeners[channel]:
            return
        self._listeners[channel].remove(callback)
        if not self._listeners[channel]:
            del self._listeners[channel]
            await self.fetch(f'UNLISTEN "{channel}"')

    def _notified(self, pid, channel, payload):
        def tell():
            for callback in list(self._listeners.get(channel, ())):
                self._call(callback, self._proxy or self, pid, channel, payload)
        self._loop.call_soon_threadsafe(self._loop.call_later, TRIP / 2, tell)

    def _call(self, callback, *args):
        if asyncio.iscoroutinefunction(callback):
            self._loop.create_task(callback(*args))
        else:
            self._loop.call_soon(callback, *args)

    def add_log_listener(self, callback):
        not_supported('asyncpg.Connection.add_log_listener', 'print around the queries')

    def remove_log_listener(self, callback):
        pass

    def add_termination_listener(self, callback):
        self._ends.append(callback)

    def remove_termination_listener(self, callback):
        if callback in self._ends:
            self._ends.remove(callback)

    def add_query_logger(self, callback):
        not_supported('asyncpg.Connection.add_query_logger', 'print around the queries')

    # --- the server ---

    def get_server_pid(self):
        return self._session.pid

    def get_server_version(self):
        return ServerVersion(major=15, minor=0, micro=8, releaselevel='final', serial=0)

    def get_settings(self):
        names = ('application_name', 'client_encoding', 'DateStyle', 'default_transaction_read_only', 'in_hot_standby', 'integer_datetimes',
                 'IntervalStyle', 'is_superuser', 'server_encoding', 'server_version', 'session_authorization',
                 'standard_conforming_strings', 'TimeZone')
        return ConnectionSettings({name: self._session.setting(name) for name in names})

    async def set_type_codec(self, typename, *, schema='public', encoder, decoder, format='text'):
        self._check_open()
        await self._trip(f'type {typename}')
        try:
            kind = canonical(typename.removesuffix('[]'), self._session.database.enums)
        except ServerError:
            raise ValueError(f'unknown type: {schema}.{typename}') from None
        if schema == 'public' and kind not in self._session.database.enums:
            raise ValueError(f'unknown type: {schema}.{typename}')
        self._codecs.set(kind, encoder, decoder, format)

    async def reset_type_codec(self, typename, *, schema='public'):
        await self._trip(f'type {typename}')
        self._codecs.given.pop(canonical(typename, self._session.database.enums), None)
        self._codecs._encoders.clear()

    async def set_builtin_type_codec(self, typename, *, schema='public', codec_name, format=None):
        not_supported('asyncpg.Connection.set_builtin_type_codec', 'set_type_codec')

    async def reload_schema_state(self):
        self._statements.clear()

    def get_reset_query(self):
        return 'SELECT pg_advisory_unlock_all();\nCLOSE ALL;\nUNLISTEN *;\nRESET ALL;'

    async def reset(self, *, timeout=None):
        self._check_open()
        self._listeners.clear()
        if self._session.block is not None or self._top is not None:
            if self._top is None or not self._top._managed:
                self._loop.call_exception_handler({'message': f'Resetting connection with an active transaction {self!r}'})
            self._top = None
            await self.execute('ROLLBACK')
        await self._trip('RESET ALL', timeout)
        self._session.reset()

    def is_closed(self):
        return self._closed

    def __del__(self):
        # Nobody can use it any more, and nobody waits for what it has locked.
        if not self._closed:
            self._session.close()

    def _end(self):
        self._closed = True
        self._session.close()
        self._listeners.clear()
        if self._proxy is not None:
            self._proxy._holder._let_go()
        ends, self._ends = self._ends, []
        for callback in ends:
            self._call(callback, self._proxy or self)

    async def close(self, *, timeout=None):
        if self._closed:
            return
        if self._busy:
            self._enter()
        await self._trip('CLOSE', timeout)
        self._end()

    def terminate(self):
        if not self._closed:
            self._end()


async def connect(dsn=None, *, host=None, port=None, user=None, password=None, passfile=None, service=None, servicefile=None, database=None,
                  loop=None, timeout=60, statement_cache_size=100, max_cached_statement_lifetime=300, max_cacheable_statement_size=15360,
                  command_timeout=None, ssl=None, direct_tls=None, connection_class=Connection, record_class=Record, server_settings=None,
                  target_session_attrs=None, krbsrvname=None, gsslib=None):
    """A connection: with the simulated server where the host is this machine and the port PostgreSQL's."""
    if not issubclass(connection_class, Connection):
        raise InterfaceError(f'connection_class is expected to be a subclass of asyncpg.Connection, got {connection_class!r}')
    if record_class is not Record and not issubclass(record_class, Record):
        raise InterfaceError(f'record_class is expected to be a subclass of asyncpg.Record, got {record_class!r}')
    if command_timeout is not None:
        try:
            if isinstance(command_timeout, bool):
                raise ValueError
            command_timeout = float(command_timeout)
            if command_timeout <= 0:
                raise ValueError
        except ValueError:
            raise ValueError(f'invalid command_timeout value: expected greater than 0 float (got {command_timeout!r})') from None
    address, user, database, settings, ssl = _addressed(dsn, host, port, user, database, server_settings, ssl)
    running = asyncio.get_running_loop()
    if loop is not None and loop is not running:
        running = loop
    where, number = address
    if not where.startswith('/') and (where not in _LOOPBACK or number != 5432):
        async with asyncio.timeout(timeout):
            transport, _ = await running.create_connection(asyncio.Protocol, where, number)
        transport.close()
        not_supported('asyncpg.connect to such a server', 'localhost, port 5432')
    await awaiting_request(TRIP * 3, f'CONNECT {where}:{number}')
    if ssl not in (None, False, 'prefer', 'allow', 'disable'):
        raise ConnectionError(f'PostgreSQL server at "{where}:{number}" rejected SSL upgrade')
    try:
        session = Session(user, database, settings)
    except ServerError as error:
        problem = of_server(error)
    else:
        return connection_class(session, running, address, {'command_timeout': command_timeout, 'record_class': record_class})
    raise problem


def _addressed(dsn, host, port, user, database, settings, ssl):
    """((host, port), user, database, settings, ssl) of what is given, a dsn and the environment."""
    environ, settings = os.environ, dict(settings or {})
    if dsn:
        from urllib.parse import parse_qs, unquote, urlsplit
        parsed = urlsplit(dsn)
        if parsed.scheme not in ('postgresql', 'postgres'):
            raise ClientConfigurationError(f'invalid DSN: scheme is expected to be either "postgresql" or "postgres", got {parsed.scheme!r}')
        netloc = parsed.netloc.rpartition('@')[2].split(',')[0]
        try:
            dsn_port = int(netloc.rpartition(':')[2]) if ':' in netloc.rpartition(']')[2] else None
        except ValueError:
            raise ClientConfigurationError('invalid DSN: could not parse port number') from None
        host = host or unquote(netloc.rpartition(':')[0] if dsn_port is not None else netloc).strip('[]') or None
        port = port or dsn_port
        user = user or (unquote(parsed.username) if parsed.username else None)
        database = database or unquote(parsed.path.lstrip('/')) or None
        for name, values in parse_qs(parsed.query).items():
            value = values[-1]
            if name == 'host':
                host = host or value
            elif name == 'port':
                port = port or int(value)
            elif name == 'user':
                user = user or value
            elif name in ('dbname', 'database'):
                database = database or value
            elif name == 'sslmode':
                ssl = value if ssl is None else ssl
            elif name not in ('password', 'passfile', 'sslcert', 'sslkey', 'sslrootcert', 'target_session_attrs', 'service'):
                settings.setdefault(name, value)
    host = host or environ.get('PGHOST') or 'localhost'
    host = host[0] if isinstance(host, (list, tuple)) else host
    port = port or environ.get('PGPORT') or 5432
    port = port[0] if isinstance(port, (list, tuple)) else port
    port = int(port)
    user = user or environ.get('PGUSER') or getpass.getuser()
    database = database or environ.get('PGDATABASE') or user
    return (host, port), user, database, {name: str(value) for name, value in settings.items()}, ssl
