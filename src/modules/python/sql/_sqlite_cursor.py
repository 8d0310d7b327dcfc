"""Cursors and rows of sqlite3."""
from operator import index
from _frames import argument_type as _argument_type
from _sqlite_binding import bound, column_names, converted, expanded
from _sqlite_errors import DataError, ProgrammingError, problem
from _sqlite_values import text_of

LEGACY_TRANSACTION_CONTROL = -1
_no_rows = iter(())
# As many as the cursor's arraysize says.
_ARRAYSIZE = object()
# sqlite3's, once its text has been read.
Connection = None
_LOWER = {upper: upper + 32 for upper in range(65, 91)}


class Row:
    """A row whose items are found by the names of their columns as well."""
    __slots__ = '_names', '_values'

    def __new__(cls, *arguments):
        if len(arguments) != 2:
            raise TypeError(f'Row expected 2 arguments, got {len(arguments)}')
        cursor, data = arguments
        if not isinstance(cursor, Cursor):
            raise TypeError(f'Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}')
        if not isinstance(data, tuple):
            raise TypeError(f'Row() argument 2 must be tuple, not {type(data).__name__}')
        self = object.__new__(cls)
        self._names, self._values = tuple([column[0] for column in cursor.description or ()]), data
        return self

    def keys(self):
        return list(self._names)

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __getitem__(self, name, /):
        if isinstance(name, str):
            low = name.translate(_LOWER)
            for n, known in enumerate(self._names):
                if known.translate(_LOWER) == low:
                    return self._values[n]
            raise IndexError('No item with that key')
        if isinstance(name, (int, slice)):
            return self._values[name]
        raise IndexError('Index must be int or string')

    def __eq__(self, other, /):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._values == other._values

    def __hash__(self):
        return hash(self._names) ^ hash(self._values)


class Cursor:
    """What runs statements and gives their rows."""
    __slots__ = ('connection', 'description', 'lastrowid', 'rowcount', 'arraysize', 'row_factory', '_rows', '_closed', '_busy', '_converters',
                 '__weakref__')

    def __init__(self, connection, /):
        if type(connection) is not Connection and not isinstance(connection, Connection):
            raise TypeError(f'Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}')
        self.connection = connection
        self.description = self.lastrowid = None
        self.rowcount, self.arraysize, self.row_factory = -1, 1, connection.row_factory
        self._rows, self._closed, self._busy, self._converters = _no_rows, False, False, None

    def _check(self):
        try:
            closed, connection = self._closed, self.connection
        except AttributeError:
            raise ProgrammingError('Base Cursor.__init__ not called.') from None
        connection._check_thread()
        if closed:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        if self._busy:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        if connection._engine is None:
            connection._check()

    def execute(self, sql, parameters=(), /):
        if not isinstance(sql, str):
            raise TypeError(f'execute() argument 1 must be str, not {_argument_type(sql)}')
        self._check()
        self._run(sql, (parameters,), False)
        return self

    def executemany(self, sql, seq_of_parameters, /):
        if not isinstance(sql, str):
            raise TypeError(f'executemany() argument 1 must be str, not {_argument_type(sql)}')
        self._check()
        self._run(sql, iter(seq_of_parameters), True)
        return self

    def _run(self, sql, all_parameters, many):
        connection = self.connection
        engine = connection._engine
        self._rows, self.description, self._converters = _no_rows, None, None
        self.rowcount = -1
        statement = connection._statements.get(sql) or connection._statement(sql)
        if statement is None:
            if many:
                raise ProgrammingError('executemany() can only execute DML statements.')
            return
        if many and not statement.changes:
            raise ProgrammingError('executemany() can only execute DML statements.')
        counts, trace = statement.counts, connection._trace
        if counts and not engine.open and connection._autocommit == LEGACY_TRANSACTION_CONTROL and connection._isolation is not None:
            connection._simple(f'BEGIN {connection._isolation}')
        self._busy = True
        count, rows, to_read = 0, (), _no_rows
        try:
            for parameters in all_parameters:
                values = bound(statement, parameters)
                if rows:
                    # SQLite's statement still stands at the rows that it gave.
                    raise problem('bad parameter or other API misuse', 'InterfaceError', 21)
                if trace is not None:
                    connection._traced(expanded(sql, statement, values))
                rows = statement.run(values)
                if counts and not rows:
                    count += engine.changed
                if not many:
                    self.lastrowid = engine.last_rowid
                if statement.names is not None:
                    if statement.described_of is not statement.names:
                        names = column_names(statement.names, connection._detect)
                        statement.described = tuple([(name, None, None, None, None, None, None) for name in names])
                        statement.described_of = statement.names
                    self.description = statement.described
                    self._converters = converted(statement, connection._detect) if connection._detect else None
                    to_read = _counting(rows, self, engine.changed) if counts and rows else iter(rows)
            if counts:
                self.rowcount = count
            self._rows = to_read
        finally:
            self._busy = False

    def executescript(self, sql_script, /):
        self._check()
        if not isinstance(sql_script, str):
            raise TypeError(f'executescript() argument must be str, not {_argument_type(sql_script)}')
        if '\0' in sql_script:
            raise ValueError('embedded null character')
        connection = self.connection
        if len(sql_script.encode()) > connection._limits[1]:
            raise DataError('query string is too large')
        if connection.autocommit == LEGACY_TRANSACTION_CONTROL and connection._engine.open:
            connection._simple('COMMIT')
        while True:
            statement, rest = connection._engine.prepare(sql_script)
            if statement is not None:
                if connection._trace is not None:
                    connection._traced(statement.node.source)
                statement.run([None] * len(statement.parameters))
            if statement is None and rest >= len(sql_script):
                return self
            sql_script = sql_script[rest:]

    def _made(self, row):
        """A row as the program gets it."""
        factory = self.connection.text_factory
        if factory is str and self._converters is None and self.row_factory is None:
            return row
        if self._converters is not None or factory is not str:
            self._busy = True
            try:
                row = tuple([_value(value, factory, self._converters and self._converters[n]) for n, value in enumerate(row)])
            finally:
                self._busy = False
        if self.row_factory is not None:
            return self.row_factory(self, row)
        return row

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        return self._made(next(self._rows))

    def fetchone(self, /):
        self._check()
        for row in self._rows:
            return self._made(row)
        return None

    def fetchmany(self, size=_ARRAYSIZE):
        self._check()
        found = []
        size = self.arraysize if size is _ARRAYSIZE else index(size)
        for row in self._rows:
            found.append(self._made(row))
            # 0 or less: all of them.
            if len(found) == size:
                break
        return found

    def fetchall(self, /):
        self._check()
        if self._converters is None and self.row_factory is None and self.connection.text_factory is str:
            return list(self._rows)
        return [self._made(row) for row in self._rows]

    def close(self, /):
        if not hasattr(self, '_closed'):
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._busy:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        self.connection._check_thread()
        self.connection._check()
        self._closed, self._rows = True, iter(())

    def setinputsizes(self, sizes, /):
        pass

    def setoutputsize(self, size, column=None, /):
        pass


def _counting(rows, cursor, changed):
    """The rows of RETURNING: how many have been changed is told with the last of them."""
    from _weak import ref
    return _counted(rows, ref(cursor), changed)


def _counted(rows, cursor, changed):
    *before, last = rows
    yield from before
    if (reader := cursor()) is not None:
        reader.rowcount = changed
    yield last


def _value(value, factory, converter):
    if converter is not None and value is not None:
        return converter(value if type(value) is bytes else text_of(value).encode()) if value != b'' else None
    if type(value) is str and factory is not str:
        data = value.encode()
        return data if factory is bytes else bytearray(data) if factory is bytearray else factory(data)
    return value
