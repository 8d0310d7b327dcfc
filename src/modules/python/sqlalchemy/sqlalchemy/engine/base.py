"""Engines, connections and their transactions."""
import logging
from sqlalchemy import event, exc, log
from sqlalchemy.engine._execution import ExecutionContext
from sqlalchemy.sql.base import immutabledict

_CONNECTION_EVENTS = frozenset('''before_execute after_execute before_cursor_execute after_cursor_execute handle_error begin commit rollback savepoint
rollback_savepoint release_savepoint engine_connect set_connection_execution_options set_engine_execution_options engine_disposed'''.split())


class Connection:
    """A connection that is taken from the pool until it is closed."""
    _event_names = _CONNECTION_EVENTS
    _is_async = False

    def __init__(self, engine, proxied=None):
        self.engine, self.dialect = engine, engine.dialect
        self._proxied = engine.raw_connection() if proxied is None else proxied
        self._transaction = self._nested = None
        self._closed, self._savepoints, self._begin_allowed = False, 0, True
        self._execution_options = immutabledict(engine._execution_options)
        self._isolation_changed = False
        if engine._isolation is not None:
            self._set_isolation(engine._isolation)
        for listener in event.listeners(engine, 'engine_connect'):
            listener(self)
        self._options_apply(self._execution_options)

    _event_wrap = None

    # --- what it is ---

    closed = property(lambda self: self._closed)
    invalidated = property(lambda self: False)
    _echo = property(lambda self: self.engine._echo)

    @property
    def connection(self):
        if self._closed:
            raise exc.ResourceClosedError('This Connection is closed')
        return self._proxied

    @property
    def info(self):
        return self.connection.info

    @property
    def default_isolation_level(self):
        return self.dialect.default_isolation_level

    def get_isolation_level(self):
        return self.dialect.get_isolation_level(self.connection.dbapi_connection)

    def get_execution_options(self):
        return self._execution_options

    def execution_options(self, **opt):
        event.fire(self.engine, 'set_connection_execution_options', self, opt)
        self._execution_options = self._execution_options.union(opt)
        self._options_apply(opt)
        return self

    def _options_apply(self, options):
        level = options.get('isolation_level')
        if level is not None:
            if self._transaction is not None:
                raise exc.InvalidRequestError('This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; '
                                              'isolation_level may not be altered unless rollback() or commit() is called first.')
            self._set_isolation(level)

    def _set_isolation(self, level):
        level = level.replace('_', ' ').upper()
        allowed = self.dialect.get_isolation_level_values()
        if level not in allowed:
            raise exc.ArgumentError(f"Invalid value {level!r} for isolation_level. Valid isolation levels for {self.dialect.name!r} are "
                                    f'{", ".join(allowed)}')
        self._isolation_changed = True
        self.dialect.set_isolation_level(self._proxied.dbapi_connection, level)
        self._autocommits = level == 'AUTOCOMMIT'

    _autocommits = False

    def _log(self, message, *args):
        if self._echo:
            self.engine.logger.info(message, *args)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    # --- transactions ---

    def begin(self):
        if self._transaction is None:
            self._transaction = RootTransaction(self)
            return self._transaction
        raise exc.InvalidRequestError("This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; can't call begin() "
                                      'here unless rollback() or commit() is called first.')

    def begin_nested(self):
        if self._transaction is None:
            self._autobegin()
        return NestedTransaction(self)

    def begin_twophase(self, xid=None):
        from _frames import not_supported
        not_supported('Connection.begin_twophase', 'Connection.begin')

    def _autobegin(self):
        if self._transaction is None:
            self.begin()

    def commit(self):
        if self._transaction is not None:
            self._transaction.commit()

    def rollback(self):
        if self._transaction is not None:
            self._transaction.rollback()

    def in_transaction(self):
        return self._transaction is not None and self._transaction.is_active

    def in_nested_transaction(self):
        return self._nested is not None and self._nested.is_active

    def get_transaction(self):
        return self._transaction

    def get_nested_transaction(self):
        return self._nested

    def _begin_impl(self):
        if self._closed:
            raise exc.ResourceClosedError('This Connection is closed')
        self._log('BEGIN (implicit; DBAPI should not BEGIN due to autocommit mode)' if self._autocommits else 'BEGIN (implicit)')
        event.fire(self, 'begin', self)
        self._guarded(self.dialect.do_begin)

    def _guarded(self, function):
        try:
            function(self._proxied.dbapi_connection)
        except self.dialect.errors as error:
            self._failed(error, None, None)

    def _commit_impl(self):
        event.fire(self, 'commit', self)
        self._log('COMMIT using DBAPI connection.commit(), has no effect due to autocommit mode' if self._autocommits else 'COMMIT')
        self._guarded(self.dialect.do_commit)

    def _rollback_impl(self):
        event.fire(self, 'rollback', self)
        if not self._closed and self._proxied.is_valid:
            self._log('ROLLBACK using DBAPI connection.rollback(), has no effect due to autocommit mode' if self._autocommits else 'ROLLBACK')
            self._guarded(self.dialect.do_rollback)

    def _savepoint(self, name, how):
        event.fire(self, {'SAVEPOINT': 'savepoint', 'ROLLBACK TO SAVEPOINT': 'rollback_savepoint', 'RELEASE SAVEPOINT': 'release_savepoint'}[how],
                   self, name, *([None] if how != 'SAVEPOINT' else []))
        self._execute_raw(f'{how} {name}', 'no key')

    def close(self):
        if self._closed:
            return
        if self._transaction is not None:
            self._transaction.close()
            reset = False
        else:
            reset = True
        if self._isolation_changed:
            self.dialect.reset_isolation_level(self._proxied.dbapi_connection)
        self._closed = True
        self._proxied._reset_and_return(reset)
        self._transaction = self._nested = None

    def invalidate(self, exception=None):
        self._proxied.invalidate(exception)

    def detach(self):
        self._proxied.detach()

    # --- executing ---

    def execute(self, statement, parameters=None, *, execution_options=None):
        try:
            run = statement._execute_on_connection
        except AttributeError as error:
            raise exc.ObjectNotExecutableError(statement) from error
        return run(self, _parameter_sets(parameters), execution_options or {})

    def scalar(self, statement, parameters=None, *, execution_options=None):
        return self.execute(statement, parameters, execution_options=execution_options).scalar()

    def scalars(self, statement, parameters=None, *, execution_options=None):
        return self.execute(statement, parameters, execution_options=execution_options).scalars()

    def _options(self, statement, options):
        return self._execution_options.union(statement._execution_options).union(options)

    def _execute_clauseelement(self, statement, parameters, options):
        for listener in event.listeners(self.engine, 'before_execute') + event.listeners(self, 'before_execute'):
            found = listener(self, statement, parameters, {}, options)
            if found is not None:
                statement, parameters, _ = found
        context = ExecutionContext(self, self._options(statement, options))
        result = context.run_compiled(statement, parameters)
        for listener in event.listeners(self.engine, 'after_execute') + event.listeners(self, 'after_execute'):
            listener(self, statement, parameters, {}, options, result)
        return result

    def _execute_ddl(self, ddl, parameters, options):
        return ExecutionContext(self, self._options(ddl, options)).run_ddl(ddl)

    def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        return self._execute_raw(statement, 'raw sql', parameters, execution_options)

    def _execute_raw(self, statement, how, parameters=None, options=None):
        return ExecutionContext(self, self._execution_options.union(options)).run_text(statement, how, parameters)

    def _check_open(self):
        if self._closed:
            raise exc.ResourceClosedError('This Connection is closed')
        if self._transaction is None:
            self._autobegin()
        elif not self._transaction.is_active or self._nested is not None and not self._nested.is_active:
            what = 'savepoint transaction' if self._nested is not None and not self._nested.is_active else 'transaction'
            raise exc.PendingRollbackError(f"Can't reconnect until invalid {what} is rolled back.  Please rollback() fully before proceeding", code='8s2b')

    def _failed(self, error, statement, parameters, context=None, multi=False):
        """Raises what a driver has raised, wrapped."""
        wrapped = error
        if not isinstance(error, exc.SQLAlchemyError) or statement is not None:
            wrapped = exc.DBAPIError.instance(statement, parameters, error, self.dialect.errors, hide_parameters=self.engine.hide_parameters,
                                              dialect=self.dialect, ismulti=multi)
        for listener in event.listeners(self.engine, 'handle_error'):
            found = listener(ExceptionContext(self, error, wrapped, statement, parameters, context))
            if found is not None:
                raise found from error
        if wrapped is error:
            raise error
        raise wrapped from error

    def _run_ddl_visitor(self, function):
        function(self)

    def run_callable(self, function, *args, **kw):
        return function(self, *args, **kw)

    @property
    def _schema_translate_map(self):
        return self._execution_options.get('schema_translate_map')


class ExceptionContext:
    def __init__(self, connection, original, wrapped, statement, parameters, context):
        self.connection, self.engine, self.dialect, self.original_exception, self.sqlalchemy_exception = (
            connection, connection.engine, connection.dialect, original, wrapped if wrapped is not original else None)
        self.statement, self.parameters, self.execution_context, self.is_disconnect, self.is_pre_ping = statement, parameters, context, False, False


def _parameter_sets(parameters):
    """Parameters as a list of dicts; None: there are none."""
    if parameters is None:
        return None
    if isinstance(parameters, (list, tuple)) and not isinstance(parameters, dict):
        if isinstance(parameters, tuple):
            raise exc.ArgumentError('List argument must consist only of dictionaries')
        for one in parameters:
            if not hasattr(one, 'keys'):
                raise exc.ArgumentError('List argument must consist only of dictionaries')
        return _Many(parameters) if parameters else []
    if hasattr(parameters, 'keys'):
        return [parameters]
    raise exc.ArgumentError('mapping or list expected for parameters')


class _Many(list):
    """Sets of parameters that were given as a list."""


class Transaction:
    is_active = True

    def __init__(self, connection):
        self.connection = connection

    is_valid = property(lambda self: self.is_active)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None and self.is_active:
            try:
                self.commit()
            except BaseException:
                if self.is_active or not self._over:
                    self.rollback()
                raise
        elif self.is_active or not self._over:
            self.rollback() if self.is_active else self.close()

    _over = False


class RootTransaction(Transaction):
    def __init__(self, connection):
        super().__init__(connection)
        connection._begin_impl()

    def commit(self):
        if not self.is_active:
            raise exc.InvalidRequestError('This transaction is inactive')
        try:
            self.connection._commit_impl()
        finally:
            self._end()

    def rollback(self):
        if self.is_active:
            try:
                self.connection._rollback_impl()
            finally:
                self._end()
        else:
            self._end()

    close = rollback

    def _end(self):
        connection, self.is_active, self._over = self.connection, False, True
        nested = connection._nested
        while nested is not None:
            nested.is_active, nested._over, nested = False, True, nested._before
        connection._nested = None
        if connection._transaction is self:
            connection._transaction = None


class NestedTransaction(Transaction):
    def __init__(self, connection):
        super().__init__(connection)
        connection._savepoints += 1
        self.name = f'sa_savepoint_{connection._savepoints}'
        self._before = connection._nested
        connection._savepoint(self.name, 'SAVEPOINT')
        connection._nested = self

    def commit(self):
        if not self.is_active:
            raise exc.InvalidRequestError('This nested transaction is inactive')
        self._end()
        self.connection._savepoint(self.name, 'RELEASE SAVEPOINT')

    def rollback(self):
        if self.is_active:
            self._end()
            if self.connection._transaction is not None and self.connection._transaction.is_active:
                self.connection._savepoint(self.name, 'ROLLBACK TO SAVEPOINT')
        else:
            self._end()

    close = rollback

    def _end(self):
        self.is_active, self._over = False, True
        if self.connection._nested is self:
            self.connection._nested = self._before


class Engine:
    """A pool and a dialect."""
    _event_names = _CONNECTION_EVENTS | Connection._event_names
    _isolation = None

    def __init__(self, pool, dialect, url, logging_name=None, echo=None, query_cache_size=500, execution_options=None, hide_parameters=False):
        self.pool, self.dialect, self.url, self.hide_parameters = pool, dialect, url, hide_parameters
        self._given_echo = echo
        self._execution_options, self._compiled_cache = immutabledict(execution_options or {}), {}
        name = 'sqlalchemy.engine.Engine' + (f'.{logging_name}' if logging_name else '')
        self.logger = log.InstanceLogger(echo, name) if echo else logging.getLogger(name)

    def _event_target(self, identifier):
        return self.pool if identifier in event._POOL else self.dialect if identifier in self.dialect._event_names else self

    @property
    def engine(self):
        return self

    @property
    def _echo(self):
        return self.logger.isEnabledFor(logging.INFO)

    @property
    def echo(self):
        return self._given_echo

    @echo.setter
    def echo(self, value):
        self._given_echo = value
        self.logger = log.InstanceLogger(value, 'sqlalchemy.engine.Engine') if value else logging.getLogger('sqlalchemy.engine.Engine')

    name = property(lambda self: self.dialect.name)
    driver = property(lambda self: self.dialect.driver)

    def __repr__(self):
        return f'Engine({self.url!r})'

    def _initialize(self, record):
        """The dialect asks the server what it is."""
        from sqlalchemy.pool import PoolProxiedConnection
        connection = Connection(self, _Lent(self.pool, record))
        self.dialect.initialize(connection)

    def raw_connection(self):
        return self.pool.connect()

    def connect(self):
        return Connection(self)

    def begin(self):
        return _Beginning(self)

    def dispose(self, close=True):
        if close:
            self.pool.dispose()
        self.pool = self.pool.recreate()
        event.fire(self, 'engine_disposed', self)

    def execution_options(self, **opt):
        found = OptionEngine.__new__(OptionEngine)
        found.__dict__.update(self.__dict__)
        found._execution_options = self._execution_options.union(opt)
        if 'isolation_level' in opt:
            found._isolation = opt['isolation_level']
            found._execution_options = immutabledict({k: v for k, v in found._execution_options.items() if k != 'isolation_level'})
        return found

    def update_execution_options(self, **opt):
        self._execution_options = self._execution_options.union(opt)

    def get_execution_options(self):
        return self._execution_options

    def clear_compiled_cache(self):
        self._compiled_cache.clear()

    def _run_ddl_visitor(self, function):
        with self.begin() as connection:
            function(connection)


class OptionEngine(Engine):
    pass


class _Beginning:
    """`with engine.begin() as connection`: committed at the end. No generator, as below one nothing can be awaited."""

    def __init__(self, engine):
        self._engine = engine

    def __enter__(self):
        self._connection = self._engine.connect()
        try:
            self._transaction = self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        return self._connection

    def __exit__(self, kind, value, traceback):
        try:
            self._transaction.__exit__(kind, value, traceback)
        finally:
            self._connection.close()


class _Lent:
    """The connection that the pool has just made, before anybody has it."""

    def __init__(self, pool, record):
        self.dbapi_connection, self.is_valid, self.info = record.dbapi_connection, True, record.info

    def _reset_and_return(self, reset=True):
        pass
