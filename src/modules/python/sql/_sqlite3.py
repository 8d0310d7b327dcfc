"""Connections of sqlite3."""
import _thread
from operator import index
from _frames import extension as _extension, native as _native
import _sqlite_cursor
from _sqlite_binding import callback_tracebacks, older
from _sqlite_cursor import LEGACY_TRANSACTION_CONTROL, Cursor, Row
from _sqlite_engine import Engine
from _sqlite_errors import (
    DataError, DatabaseError, Error, IntegrityError, InterfaceError, InternalError, NotSupportedError, OperationalError, ProgrammingError,
    Warning)
from _sqlite_syntax import tokens

PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
_LIMITS = 1000000000, 1000000000, 2000, 1000, 500, 250000000, 127, 10, 50000, 250000, 1000, 8


class Connection:
    """A database that is open."""
    Warning, Error, InterfaceError, DatabaseError, DataError = Warning, Error, InterfaceError, DatabaseError, DataError
    OperationalError, IntegrityError, InternalError = OperationalError, IntegrityError, InternalError
    ProgrammingError, NotSupportedError = ProgrammingError, NotSupportedError
    __slots__ = ('row_factory', 'text_factory', '_engine', '_limits', '_detect', '_thread', '_statements', '_trace', '_limit', '_isolation', '_autocommit',
                 '_cached', '__weakref__')

    def __new__(cls, *arguments, **named):
        self = object.__new__(cls)
        self._engine, self._limits = None, _LIMITS
        return self

    def __init__(self, database=..., *arguments, **named):
        if database is ...:
            raise TypeError("Connection() missing required argument 'database' (pos 1)")
        if arguments:
            import warnings
            warnings.warn('Passing more than 1 positional argument to _sqlite3.Connection() is deprecated. ' + _POSITIONAL, DeprecationWarning)
        self._open(database, *arguments, **named)

    def _open(self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=None,
              cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
        from _sqlite_binding import file_of
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        if not isinstance(timeout, (int, float)):
            raise TypeError(f'must be real number, not {type(timeout).__name__}')
        if isolation_level is not None:
            _isolation(isolation_level)
        if autocommit not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError('autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL')
        self.row_factory, self.text_factory = None, str
        self._detect, self._thread = detect_types, _thread.get_ident() if check_same_thread else None
        self._statements, self._trace, self._limit = {}, None, max(cached_statements, 1)
        self._isolation, self._autocommit = isolation_level, autocommit
        # Its cache of statements refers to it in CPython: it is collected as a cycle.
        self._cached = self._statement
        self._engine = Engine(file_of(database, uri), timeout, uri and 'mode=ro' in str(database))
        if autocommit is False:
            self._simple('BEGIN')

    def _check_thread(self):
        try:
            thread = self._thread
        except AttributeError:
            return
        if thread is not None and thread != _thread.get_ident():
            raise ProgrammingError('SQLite objects created in a thread can only be used in that same thread. The object was created in '
                                   f'thread id {self._thread} and this is thread id {_thread.get_ident()}.')

    def _check(self):
        if self._engine is None:
            if not hasattr(self, '_detect'):
                raise ProgrammingError('Base Connection.__init__ not called.')
            raise ProgrammingError('Cannot operate on a closed database.')

    def _both(self):
        self._check_thread()
        if self._engine is None:
            self._check()

    def _simple(self, sql):
        if self._trace is not None:
            self._traced(sql)
        self._engine.prepare(sql)[0].run([])

    def _traced(self, sql):
        try:
            self._trace(sql)
        except Exception as error:
            if callback_tracebacks[0]:
                import _frames
                _frames.unraisable(error, self._trace)

    def _statement(self, sql):
        """The statement of a text, prepared once; None: there is none."""
        found = self._statements.get(sql)
        if found is not None:
            return found
        if len(sql.encode()) > self._limits[1]:
            raise DataError('query string is too large')
        if '\0' in sql:
            raise ProgrammingError('the query contains a null character')
        statement, rest = self._engine.prepare(sql)
        if statement is not None and tokens(sql[rest:]):
            raise ProgrammingError('You can only execute one statement at a time.')
        if statement is not None:
            while len(self._statements) >= self._limit:
                del self._statements[next(iter(self._statements))]
            self._statements[sql] = statement
        return statement

    @property
    def in_transaction(self):
        self._check()
        return self._engine.open

    @property
    def total_changes(self):
        self._check()
        return self._engine.total

    @property
    def isolation_level(self):
        self._check()
        return self._isolation

    @isolation_level.setter
    def isolation_level(self, level):
        if level is None:
            self._isolation = None
            if self._engine.open:
                self._simple('COMMIT')
            return
        self._isolation = _isolation(level)

    @property
    def autocommit(self):
        self._both()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._both()
        if value not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError('autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL')
        if value is True and self._engine.open:
            self._simple('COMMIT')
        elif value is False and not self._engine.open:
            self._simple('BEGIN')
        self._autocommit = value

    def cursor(self, factory=Cursor):
        self._both()
        found = factory(self)
        if factory is not Cursor and not isinstance(found, Cursor):
            raise TypeError(f'factory must return a cursor, not {type(found).__name__}')
        if self.row_factory is not None:
            found.row_factory = self.row_factory
        return found

    def execute(self, sql, parameters=(), /):
        cursor = Connection.cursor(self)
        if type(cursor) is not Cursor or type(sql) is not str:
            return cursor.execute(sql, parameters)
        cursor._run(sql, (parameters,), False)
        return cursor

    def executemany(self, sql, parameters, /):
        return Connection.cursor(self).executemany(sql, parameters)

    def executescript(self, sql_script, /):
        return Connection.cursor(self).executescript(sql_script)

    def commit(self, /):
        self._both()
        if self._autocommit is True:
            return
        if self._engine.open:
            self._simple('COMMIT')
        if self._autocommit is False:
            self._simple('BEGIN')

    def rollback(self, /):
        self._both()
        if self._autocommit is True:
            return
        if self._engine.open:
            self._simple('ROLLBACK')
        if self._autocommit is False:
            self._simple('BEGIN')

    def close(self, /):
        self._check_thread()
        if not hasattr(self, '_detect'):
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._engine is not None:
            if self._autocommit is False and self._engine.open:
                self._simple('ROLLBACK')
            self._engine.close()
            self._engine = None

    def __enter__(self):
        self._both()
        return self

    def __exit__(self, kind, value, traceback, /):
        if kind is None:
            try:
                self.commit()
            except Error:
                self.rollback()
                raise
        else:
            self.rollback()
        return False

    def __call__(self, sql, /):
        self._both()
        if not isinstance(sql, str):
            raise TypeError(f'argument 1 must be str, not {type(sql).__name__}')
        return self._statement(sql)

    def __del__(self):
        if self._engine is not None:
            import warnings
            warnings.warn(f'unclosed database in {self!r}', ResourceWarning, source=self)
            self._engine.close()

    def create_function(self, name, narg, func, /, *, deterministic=False):
        self._both()
        if not -1 <= index(narg) <= 127:
            raise OperationalError('Error creating function')
        from _sqlite_binding import function
        self._engine.version += 1
        # None is a function too, one that fails when it is called.
        self._engine.functions[name.lower(), narg] = function(func)

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        self._both()
        if not -1 <= index(n_arg) <= 127:
            raise OperationalError('Error creating aggregate')
        self._aggregate(name, n_arg, aggregate_class, False)

    def _aggregate(self, name, n_arg, aggregate_class, window):
        self._both()
        from _sqlite_binding import aggregate
        self._engine.version += 1
        if aggregate_class is None and window:
            self._engine.aggregates.pop((name.lower(), n_arg), None)
        else:
            self._engine.aggregates[name.lower(), n_arg] = aggregate(aggregate_class, window)

    def create_window_function(self, name, num_params, aggregate_class, /):
        if not -1 <= num_params <= 127:
            raise ProgrammingError('Error creating window function')
        self._aggregate(name, num_params, aggregate_class, True)

    def create_collation(self, name, callback, /):
        self._both()
        if not isinstance(name, str):
            raise TypeError(f'create_collation() argument 1 must be str, not {type(name).__name__}')
        name.encode()
        if callback is not None and not callable(callback):
            raise TypeError('parameter must be callable')
        self._engine.version += 1
        if callback is None:
            self._engine.collations.pop(name.lower(), None)
        else:
            self._engine.collations[name.lower()] = callback

    def set_trace_callback(self, trace_callback, /):
        self._both()
        self._trace = trace_callback

    def set_progress_handler(self, progress_handler, /, n):
        self._both()
        from _sqlite_binding import Progress
        self._engine.progress = Progress(progress_handler, n) if progress_handler is not None and index(n) > 0 else None

    def set_authorizer(self, authorizer_callback, /):
        self._both()
        # Statements that are prepared already are asked about as well.
        self._engine.version += 1
        self._statements.clear()
        self._engine.authorizer = None
        if authorizer_callback is not None:
            from _sqlite_authorizer import Authorizer
            self._engine.authorizer = Authorizer(self._engine, authorizer_callback)

    def interrupt(self, /):
        self._check()

    def iterdump(self, *, filter=None):
        self._both()
        from _sqlite_dump import dump
        return dump(self, filter)

    def backup(self, target, *, pages=-1, progress=None, name='main', sleep=0.25):
        self._both()
        if not isinstance(target, Connection):
            raise TypeError(f'backup() argument 1 must be sqlite3.Connection, not {type(target).__name__}')
        if target is self:
            raise ValueError('target cannot be the same connection instance')
        if progress is not None and not callable(progress):
            raise TypeError('progress argument must be a callable')
        target._check()
        if target._engine.open:
            raise OperationalError('target is in transaction')
        from _sqlite_dump import copied
        copied(self._engine, target._engine, name, pages, progress, sleep)

    def getlimit(self, category, /):
        self._both()
        if category not in range(12):
            raise ProgrammingError("'category' is out of bounds")
        return self._limits[category]

    def setlimit(self, category, limit, /):
        old = self.getlimit(category)
        if limit >= 0:
            self._limits = (*self._limits[:category], min(limit, _LIMITS[category]), *self._limits[category + 1:])
        return old

    def getconfig(self, op, /):
        self._both()
        return self._engine.option(index(op))

    def setconfig(self, op, enable=True, /):
        self._both()
        self._engine.set_option(index(op), bool(enable))

    def enable_load_extension(self, enable, /):
        self._both()

    def load_extension(self, name, /, *, entrypoint=None):
        self._both()
        raise OperationalError(f'{name}.so: cannot open shared object file: No such file or directory')

    def blobopen(self, table, column, row, /, *, readonly=False, name='main'):
        self._both()
        from _sqlite_blob import opened
        return opened(self, table, column, row, readonly, name)

    def serialize(self, *, name='main'):
        self._both()
        from _sqlite_dump import serialized
        return serialized(self._engine, name)

    def deserialize(self, data, /, *, name='main'):
        self._both()
        from _frames import bytes_of
        data = bytes_of(data)
        from _sqlite_dump import deserialized
        deserialized(self._engine, data, name)


# What connect() says of its parameters.
_POSITIONAL = ("Parameters 'timeout', 'detect_types', 'isolation_level', 'check_same_thread', 'factory', 'cached_statements' and 'uri' will "
               'become keyword-only parameters in Python 3.15.')


def _isolation(level):
    if not isinstance(level, str):
        raise TypeError('isolation_level must be str or None')
    level = str.__str__(level)
    if level.upper() not in ('', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE'):
        raise ValueError('isolation_level string must be \'\', \'DEFERRED\', \'IMMEDIATE\', or \'EXCLUSIVE\'')
    return level.upper()


Connection.create_function = older(Connection.create_function, 'name', 'narg', 'func')
Connection.create_aggregate = older(Connection.create_aggregate, 'name', 'n_arg', 'aggregate_class')
Connection.set_trace_callback = older(Connection.set_trace_callback, 'trace_callback')
Connection.set_progress_handler = older(Connection.set_progress_handler, 'progress_handler')
Connection.set_authorizer = older(Connection.set_authorizer, 'authorizer_callback')
_sqlite_cursor.Connection = Connection
for _class in (Row, Cursor, Connection):
    _class.__module__ = 'sqlite3'
_extension(Row, Cursor, Connection)
Connection._open.__qualname__ = 'Connection'


def connect(*arguments, factory=None, **named):
    """Opens a database."""
    if arguments:
        database, *arguments = arguments
    elif 'database' in named:
        database = named.pop('database')
    else:
        raise TypeError("Connection() missing required argument 'database' (pos 1)")
    if arguments:
        import warnings
        warnings.warn('Passing more than 1 positional argument to sqlite3.connect() is deprecated. ' + _POSITIONAL, DeprecationWarning)
        if len(arguments) >= 5:
            factory = arguments[4]
    if factory is None:
        if arguments:
            warnings.warn('Passing more than 1 positional argument to _sqlite3.Connection() is deprecated. ' + _POSITIONAL, DeprecationWarning)
        connection = Connection.__new__(Connection)
        connection._open(database, *arguments, **named)
        return connection
    return factory(database, *arguments, factory=factory, **named) if len(arguments) < 5 else factory(database, *arguments, **named)


_native(globals())
