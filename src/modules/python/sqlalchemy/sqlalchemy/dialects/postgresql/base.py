"""How PostgreSQL writes SQL, and its driver for coroutines, asyncpg."""
from sqlalchemy import pool
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql import _words, sqltypes
from sqlalchemy.sql.compiler import MARK, DDLCompiler, IdentifierPreparer, SQLCompiler, TypeCompiler


class PGCompiler(SQLCompiler):
    def limit_clause(self, select):
        text = ''
        if select._limit is not None:
            text += ' \n LIMIT ' + self.process(select._limit)
        if select._offset is not None:
            if select._limit is None:
                text += '\n LIMIT ALL'
            text += ' OFFSET ' + self.process(select._offset)
        return text

    def for_update_clause(self, select):
        wanted = select._for_update
        text = (' FOR KEY SHARE' if wanted.key_share else ' FOR SHARE') if wanted.read else ' FOR NO KEY UPDATE' if wanted.key_share else ' FOR UPDATE'
        if wanted.of:
            tables = list({id(t): t for e in wanted.of for t in e._from_objects()}.values())
            text += ' OF ' + ', '.join(self.process(t) for t in tables)
        return text + (' NOWAIT' if wanted.nowait else ' SKIP LOCKED' if wanted.skip_locked else '')

    def _distinct(self, select):
        if select._distinct_on:
            return f'DISTINCT ON ({", ".join(self.process(c) for c in select._distinct_on)}) '
        return super()._distinct(select)

    def visit_aggregate_strings_func(self, function, **kw):
        return f'string_agg{self.process(function.clause_expr, **kw)}'

    def visit_is_distinct_from_binary(self, binary, **kw):
        return ' IS DISTINCT FROM '.join(self._sides(binary, **kw))

    def _json(self, binary, signs, **kw):
        """`->`, or `->>` where the value is wanted as something else than JSON."""
        left, right = self._sides(binary, **kw)
        if isinstance(binary.type, sqltypes.JSON):
            return f'{left} {signs[0]} {right}'
        text = f'{left} {signs[1]} {right}'
        return text if binary.type.affinity is sqltypes.String else f'CAST(({text}) AS {self.dialect.type_text(binary.type)})'

    def visit_json_getitem_op_binary(self, binary, **kw):
        return self._json(binary, ('->', '->>'), **kw)

    def visit_json_path_getitem_op_binary(self, binary, **kw):
        return self._json(binary, ('#>', '#>>'), **kw)

    def visit_getitem_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left}[{right}]'

    def visit_regexp_match_op_binary(self, binary, **kw):
        return f' {"~*" if binary.modifiers.get("flags") == "i" else "~"} '.join(self._sides(binary, **kw))

    def visit_not_regexp_match_op_binary(self, binary, **kw):
        return f' {"!~*" if binary.modifiers.get("flags") == "i" else "!~"} '.join(self._sides(binary, **kw))

    def visit_mod_binary(self, binary, **kw):
        return (' %% ' if self.dialect.paramstyle == 'pyformat' else ' % ').join(self._sides(binary, **kw))

    def visit_pg_array(self, array, **kw):
        kw.pop('within_columns_clause', None)
        return f'ARRAY[{", ".join(self.process(c, **kw) for c in array.clauses)}]'

    def _empty_set(self, bind):
        return f'SELECT CAST(NULL AS {self.dialect.type_text(bind.type)}) WHERE 1!=1'

    def _positional(self, text):
        if self.dialect.paramstyle == 'pyformat':
            return MARK.sub(lambda m: f'__[POSTCOMPILE_{m[1][1:]}]' if m[1][0] == '*' else f'%({m[1]})s{self._bind_cast(m[1])}', text)
        return super()._positional(text)

    def _bind_cast(self, name):
        type_ = self.type_of_bind(name).dialect_impl(self.dialect)
        text = self.dialect.bind_cast(type_)
        return f'::{text}' if text else ''


class PGDDLCompiler(DDLCompiler):
    def get_column_specification(self, column, first_pk=False):
        kind = column.type.dialect_impl(self.dialect)
        if column.primary_key and column is column.table._autoincrement_column and column.identity is None and (
                column.default is None or column.default.is_sequence and column.default.optional):
            word = 'BIGSERIAL' if isinstance(kind, sqltypes.BigInteger) else 'SMALLSERIAL' if isinstance(kind, sqltypes.SmallInteger) else 'SERIAL'
            text = f'{self.preparer.format_column(column)} {word}'
        else:
            text = f'{self.preparer.format_column(column)} {self.dialect.type_text(column.type)}'
            default = self.get_column_default_string(column)
            if default is not None:
                text += f' DEFAULT {default}'
        if column.computed is not None:
            text += self.visit_computed_column(column.computed)
        if column.identity is not None:
            text += ' GENERATED ' + ('ALWAYS' if column.identity.always else 'BY DEFAULT') + ' AS IDENTITY'
        return text + ('' if column.nullable else ' NOT NULL')


class PGTypeCompiler(TypeCompiler):
    names = {**TypeCompiler.names, 'large_binary': 'BYTEA', 'double': 'DOUBLE PRECISION', 'DATETIME': 'TIMESTAMP WITHOUT TIME ZONE', 'uuid': 'UUID',
             'interval': 'INTERVAL', 'BLOB': 'BYTEA'}

    def _zoned(self, name, type_):
        precision = getattr(type_, 'precision', None)
        return f'{name}{f"({precision})" if precision is not None else ""} {"WITH" if type_.timezone else "WITHOUT"} TIME ZONE'

    def visit_datetime(self, type_):
        return self._zoned('TIMESTAMP', type_)

    visit_TIMESTAMP = visit_DATETIME = visit_datetime

    def visit_time(self, type_):
        return self._zoned('TIME', type_)

    visit_TIME = visit_time

    def visit_uuid(self, type_):
        return 'UUID' if type_.native_uuid else 'CHAR(32)'

    def visit_enum(self, type_):
        return self.dialect.identifier_preparer.quote(type_.name) if type_.native_enum and type_.name else self._sized('VARCHAR', type_)

    def visit_float(self, type_):
        return 'FLOAT' if not type_.precision else f'FLOAT({type_.precision})'

    visit_FLOAT = visit_float

    def visit_interval(self, type_):
        return 'INTERVAL'

    def visit_ARRAY(self, type_):
        return self.process(type_.item_type) + '[]' * (type_.dimensions or 1)


class PGPreparer(IdentifierPreparer):
    reserved_words = _words.POSTGRESQL


class PostgreSQLDialect(DefaultDialect):
    name, driver = 'postgresql', 'psycopg2'
    paramstyle = 'pyformat'
    statement_compiler, ddl_compiler, type_compiler_cls, preparer = PGCompiler, PGDDLCompiler, PGTypeCompiler, PGPreparer
    supports_native_boolean = supports_native_decimal = supports_sequences = supports_identity_columns = has_ilike = supports_native_enum = True
    supports_default_values = insert_returning = returning_with_table = delete_using = True
    default_schema_name = 'public'
    default_isolation_level = 'READ COMMITTED'
    errors = ()
    _CASTS = sqltypes.JSON, sqltypes.Uuid, sqltypes.ARRAY

    def bind_cast(self, type_):
        return self.type_text(type_) if isinstance(type_, self._CASTS) else ''

    def wants_returning(self, compiler, insert):
        if compiler.for_executemany or insert._returning or insert.select is not None or compiler.inline or insert._inline or insert._multi_values:
            return False
        key = list(getattr(insert.table, 'primary_key', None) or ())
        return any(not any(c is given for given in getattr(compiler, 'assigned_columns', ())) for c in key)

    def create_connect_args(self, url):
        from _frames import not_supported
        not_supported(f'the SQLAlchemy dialect {url.drivername}', 'postgresql+asyncpg://')

    def get_pool_class(self, url):
        return pool.QueuePool

    def before_create(self, generator, tables, metadata):
        """Types of enumerations come before the tables that have them."""
        from sqlalchemy.sql.ddl import CreateEnumType
        for kind in self._enums(tables):
            if not generator.checkfirst or not self.has_type(generator.connection, kind.name):
                generator.connection.execute(CreateEnumType(kind))

    def after_drop(self, dropper, tables):
        from sqlalchemy.sql.ddl import DropEnumType
        for kind in self._enums(tables):
            if not dropper.checkfirst or self.has_type(dropper.connection, kind.name):
                dropper.connection.execute(DropEnumType(kind))

    def _enums(self, tables):
        found = {}
        for table in tables:
            for column in table.c:
                kind = getattr(column.type.dialect_impl(self), 'item_type', column.type.dialect_impl(self))
                if isinstance(kind, sqltypes.Enum) and kind.native_enum and getattr(kind, 'create_type', True):
                    found.setdefault(kind.name, kind)
        return found.values()

    def reflection(self, connection):
        from _frames import not_supported
        not_supported('reflection of PostgreSQL')

    def get_isolation_level_values(self, dbapi_connection=None):
        return ['AUTOCOMMIT', 'READ UNCOMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE']


_HAS_TABLE = '''SELECT pg_catalog.pg_class.relname 
FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_catalog.pg_namespace.oid = pg_catalog.pg_class.relnamespace 
WHERE pg_catalog.pg_class.relname = $1::VARCHAR AND pg_catalog.pg_class.relkind = ANY (ARRAY[$2::VARCHAR, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR, $6::VARCHAR]) \
AND pg_catalog.pg_table_is_visible(pg_catalog.pg_class.oid) AND pg_catalog.pg_namespace.nspname != $7::VARCHAR'''
_HAS_TYPE = '''SELECT pg_catalog.pg_type.typname 
FROM pg_catalog.pg_type JOIN pg_catalog.pg_namespace ON pg_catalog.pg_namespace.oid = pg_catalog.pg_type.typnamespace 
WHERE pg_catalog.pg_type.typname = $1::VARCHAR AND pg_catalog.pg_type_is_visible(pg_catalog.pg_type.oid) AND pg_catalog.pg_namespace.nspname != $2::VARCHAR'''


class PGDialect_asyncpg(PostgreSQLDialect):
    driver = 'asyncpg'
    paramstyle = 'numeric_dollar'
    is_async = True
    _CASTS = (*PostgreSQLDialect._CASTS, sqltypes.String, sqltypes.DateTime, sqltypes.Date, sqltypes.Time, sqltypes.Boolean, sqltypes.Integer,
              sqltypes.Numeric, sqltypes._Binary, sqltypes.Interval, sqltypes.JSONIndexType)

    @property
    def errors(self):
        from sqlalchemy.dialects.postgresql.asyncpg import Error
        return Error

    def bind_cast(self, type_):
        if isinstance(type_, sqltypes.TypeDecorator) and not isinstance(type_, sqltypes.Interval):
            return self.bind_cast(type_.type_engine(self))
        if not isinstance(type_, self._CASTS):
            return ''
        if isinstance(type_, sqltypes.JSONIndexType):
            return 'TEXT'
        if isinstance(type_, sqltypes.Enum):
            return self.type_text(type_) if type_.native_enum else 'VARCHAR'
        if isinstance(type_, sqltypes.String):
            return 'VARCHAR'
        return 'FLOAT' if isinstance(type_, sqltypes.Float) else self.type_text(type_)

    def create_connect_args(self, url):
        options = {{'username': 'user'}.get(k, k): v for k, v in url.translate_connect_args().items()}
        for key, value in url.query.items():
            options[key] = int(value) if key in ('prepared_statement_cache_size', 'port') else value
        options.pop('prepared_statement_cache_size', None), options.pop('prepared_statement_name_func', None)
        return (), options

    def get_pool_class(self, url):
        return pool.AsyncAdaptedQueuePool

    def connect(self, *args, **options):
        import asyncpg
        from sqlalchemy.dialects.postgresql.asyncpg import AsyncpgConnection
        from sqlalchemy.util import await_only
        for name in ('prepared_statement_cache_size', 'prepared_statement_name_func', 'async_creator_fn'):
            options.pop(name, None)
        return AsyncpgConnection(await_only(asyncpg.connect(*args, **options)))

    def adapted(self, connection):
        from sqlalchemy.dialects.postgresql.asyncpg import AsyncpgConnection
        from sqlalchemy.util import await_only
        return AsyncpgConnection(await_only(connection))

    def driver_connection(self, connection):
        return connection._connection

    def do_ping(self, connection):
        connection.ping()
        return True

    def initialize(self, connection):
        for text in ('select pg_catalog.version()', 'select current_schema()', 'show standard_conforming_strings'):
            self._asked(connection, text, 'raw sql', (), 'select pg_catalog.version()')
        connection._proxied.dbapi_connection.rollback()

    def _asked(self, connection, shown, how, parameters, sent, *given):
        """Rows of a question about the catalog, which is logged as it would be sent and sent as the simulated server knows it."""
        if connection._echo:
            connection._log(shown)
            connection._log('[%s] %r', how, parameters)
        cursor = connection._proxied.dbapi_connection.cursor()
        cursor.execute(sent, given)
        return cursor.fetchall()

    def has_table(self, connection, name, schema=None):
        connection._check_open()
        return bool(self._asked(connection, _HAS_TABLE, self._cached(connection, _HAS_TABLE), (name, 'r', 'p', 'f', 'v', 'm', 'pg_catalog'),
                                'SELECT table_name FROM information_schema.tables WHERE table_name = $1::VARCHAR', name))

    def has_type(self, connection, name):
        connection._check_open()
        return bool(self._asked(connection, _HAS_TYPE, self._cached(connection, _HAS_TYPE), (name, 'pg_catalog'),
                                'SELECT typname FROM pg_type WHERE typname = $1::VARCHAR', name))

    def _cached(self, connection, text):
        from sqlalchemy.engine._execution import ExecutionContext
        context = ExecutionContext(connection, connection._execution_options)
        return context._stats(text)

    def set_isolation_level(self, connection, level):
        connection.set_isolation_level(level)

    def reset_isolation_level(self, connection):
        connection.set_isolation_level('READ COMMITTED')

    def get_isolation_level(self, connection):
        return connection.level

    def insert_batches(self, context, statement, compiled, sets, ordered):
        """As SQLite's; what comes back is put in order by a number beside each row where the server makes the key."""
        if len(sets) == 1:
            return [(*context._finished(compiled, sets[0]), 'ordered' if ordered else 'unordered', None)]
        size = max(1, min(1000, 32700 // max(1, len(compiled.positiontup))))
        return [self._batch(context, statement, compiled, sets[start:start + size], ordered) for start in range(0, len(sets), size)]

    def _batch(self, context, statement, compiled, part, ordered):
        table, names = statement.table, list(compiled.positiontup)
        before, after = compiled.marked.split(compiled.values_written, 1)
        parameters, rows, number = [], [], 0
        for n, values in enumerate(part):
            parameters += context._driver_parameters(compiled, values, names)
            shown = []
            for name in names:
                number += 1
                shown.append(f'${number}{compiled._bind_cast(name)}')
            rows.append(f'({", ".join([*shown, str(n)])})' if ordered else f'({", ".join(shown)})')
        if not ordered:
            text = before.removesuffix('VALUES ') + 'VALUES ' + ', '.join(rows) + after
            return text, tuple(parameters), 'unordered', None
        inner = ', '.join(f'p{n}{compiled._bind_cast(name)}' for n, name in enumerate(names))
        columns = ', '.join(f'p{n}' for n in range(len(names)))
        keys = [c for c in table.primary_key]
        repeated = ', '.join(f'{table.name}.{c.name} AS {c.name}__1' for c in keys)
        text = (f'{before.removesuffix("VALUES ")}SELECT {inner} FROM (VALUES {", ".join(rows)}) AS imp_sen({columns}, sen_counter) ORDER BY sen_counter'
                f'{after}, {repeated}')
        width = len(compiled.result_columns)
        key = next(n for n, c in enumerate(compiled.result_columns) if c.objects[0] is keys[0])
        return text, tuple(parameters), 'ordered', lambda found: [tuple(row)[:width] for row in sorted(found, key=lambda row: row[key])]
