"""How SQLite writes SQL, and its drivers: sqlite3, and aiosqlite for coroutines."""
import re
import sqlite3
from sqlalchemy import pool
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql import _words, sqltypes
from sqlalchemy.sql.compiler import DDLCompiler, IdentifierPreparer, SQLCompiler, TypeCompiler

_QUOTED, _PUNCTUATED = re.compile(r"""^\s*[\'\"\(]"""), re.compile(r'.*\W.*')
_STRFTIME = dict(month='%m', day='%d', year='%Y', second='%S', hour='%H', doy='%j', minute='%M', epoch='%s', dow='%w', week='%W')


class SQLiteCompiler(SQLCompiler):
    def visit_now_func(self, function, **kw):
        return 'CURRENT_TIMESTAMP'

    def visit_localtimestamp_func(self, function, **kw):
        return 'DATETIME(CURRENT_TIMESTAMP, "localtime")'

    def visit_char_length_func(self, function, **kw):
        return f'length{self.process(function.clause_expr, **kw)}'

    def visit_aggregate_strings_func(self, function, **kw):
        return f'group_concat{self.process(function.clause_expr, **kw)}'

    def visit_truediv_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left} / ({right} + 0.0)'

    def visit_extract(self, extract, **kw):
        from sqlalchemy import exc
        kw.pop('within_columns_clause', None)
        try:
            return f"CAST(STRFTIME('{_STRFTIME[extract.field]}', {self.process(extract.expr, **kw)}) AS INTEGER)"
        except KeyError as error:
            raise exc.CompileError(f'{extract.field} is not a valid extract argument.') from error

    def visit_is_distinct_from_binary(self, binary, **kw):
        return ' IS NOT '.join(self._sides(binary, **kw))

    def visit_is_not_distinct_from_binary(self, binary, **kw):
        return ' IS '.join(self._sides(binary, **kw))

    def _json(self, binary, **kw):
        text = 'JSON_QUOTE(JSON_EXTRACT(%s, %s))' if isinstance(binary.type, sqltypes.JSON) else 'JSON_EXTRACT(%s, %s)'
        return text % self._sides(binary, **kw)

    visit_json_getitem_op_binary = visit_json_path_getitem_op_binary = _json

    def visit_regexp_match_op_binary(self, binary, **kw):
        return ' REGEXP '.join(self._sides(binary, **kw))

    def visit_not_regexp_match_op_binary(self, binary, **kw):
        return ' NOT REGEXP '.join(self._sides(binary, **kw))

    def visit_cast(self, cast, **kw):
        return super().visit_cast(cast, **kw)

    def for_update_clause(self, select):
        return ''

    def limit_clause(self, select):
        text = ''
        if select._limit is not None:
            text += '\n LIMIT ' + self.process(select._limit)
        if select._offset is not None:
            if select._limit is None:
                text += '\n LIMIT -1'
            text += ' OFFSET ' + self.process(select._offset)
        elif select._limit is not None:
            text += ' OFFSET ' + self.process(_literal(0))
        return text

    def _empty_set(self, bind):
        return 'SELECT 1 FROM (SELECT 1) WHERE 1!=1'


def _literal(value):
    from sqlalchemy.sql.elements import literal
    return literal(value, sqltypes.INTEGERTYPE)


class SQLiteDDLCompiler(DDLCompiler):
    def get_column_specification(self, column, first_pk=False):
        text = f'{self.preparer.format_column(column)} {self.dialect.type_text(column.type)}'
        default = self.get_column_default_string(column)
        if default is not None:
            bare = _QUOTED.match(default) or not _PUNCTUATED.match(default)
            text += f' DEFAULT {default}' if bare else f' DEFAULT ({default})'
        if not column.nullable:
            text += ' NOT NULL'
        if column.primary_key and column.dialect_kwargs.get('sqlite_autoincrement') or getattr(column.table, 'dialect_options_given', {}).get(
                'sqlite_autoincrement') and column.primary_key and len(column.table.primary_key.columns) == 1:
            text += ' PRIMARY KEY AUTOINCREMENT'
        if column.computed is not None:
            text += self.visit_computed_column(column.computed)
        return text

    def visit_primary_key_constraint(self, constraint):
        if len(constraint.columns) == 1 and getattr(constraint.table, 'dialect_options_given', {}).get('sqlite_autoincrement'):
            return ''
        return super().visit_primary_key_constraint(constraint)

    def visit_create_index(self, create):
        return super().visit_create_index(create)


class SQLiteTypeCompiler(TypeCompiler):
    pass


class SQLitePreparer(IdentifierPreparer):
    reserved_words = _words.SQLITE


class SQLiteDialect_pysqlite(DefaultDialect):
    name, driver = 'sqlite', 'pysqlite'
    paramstyle = 'qmark'
    statement_compiler, ddl_compiler, type_compiler_cls, preparer = SQLiteCompiler, SQLiteDDLCompiler, SQLiteTypeCompiler, SQLitePreparer
    supports_alter = supports_parens_in_compound_select = False
    supports_default_values = tuple_in_values = insert_returning = True
    default_isolation_level = 'SERIALIZABLE'
    errors = sqlite3.Error
    dbapi = sqlite3

    def create_connect_args(self, url):
        options = dict(url.query)
        name = url.database or ':memory:'
        if options.get('uri') == 'true':
            options = {'uri': True}
            name = name + ('?' + '&'.join(f'{k}={v}' for k, v in url.query.items() if k not in ('uri', 'timeout')) if len(url.query) > 1 else '')
        elif name != ':memory:' and not name.startswith('file:'):
            import os
            name = os.path.abspath(name)
        for key, kind in (('timeout', float), ('check_same_thread', _true), ('detect_types', int), ('cached_statements', int)):
            if key in options and isinstance(options[key], str):
                options[key] = kind(options[key])
        if not self._in_memory(url):
            options.setdefault('check_same_thread', False)
        return (name,), options

    def _in_memory(self, url):
        return not url.database or url.database == ':memory:' or url.query.get('mode') == 'memory'

    def get_pool_class(self, url):
        return pool.SingletonThreadPool if self._in_memory(url) else pool.QueuePool

    def connect(self, *args, **options):
        return sqlite3.connect(*args, **options)

    def adapted(self, connection):
        return connection

    def driver_connection(self, connection):
        return connection

    def do_ping(self, connection):
        cursor = connection.cursor()
        cursor.execute('SELECT 1')
        cursor.close()
        return True

    def get_isolation_level_values(self, dbapi_connection=None):
        return ['READ UNCOMMITTED', 'SERIALIZABLE', 'AUTOCOMMIT']

    def set_isolation_level(self, connection, level):
        if level == 'AUTOCOMMIT':
            connection.isolation_level = None
            return
        connection.isolation_level = ''
        cursor = connection.cursor()
        cursor.execute(f'PRAGMA read_uncommitted = {int(level == "READ UNCOMMITTED")}')
        cursor.close()

    def reset_isolation_level(self, connection):
        self.set_isolation_level(connection, 'SERIALIZABLE')

    def get_isolation_level(self, connection):
        cursor = connection.cursor()
        cursor.execute('PRAGMA read_uncommitted')
        row = cursor.fetchone()
        cursor.close()
        return 'READ UNCOMMITTED' if row and row[0] == 1 else 'SERIALIZABLE'

    def has_table(self, connection, name, schema=None):
        for where in [self.identifier_preparer.quote(schema)] if schema else ['main', 'temp']:
            if connection.exec_driver_sql(f'PRAGMA {where}.table_info("{name}")').fetchall():
                return True
        return False

    def insert_batches(self, context, statement, compiled, sets, ordered):
        """What is executed to insert several rows and have them back: (text, parameters, words for the log, how rows are put in order)."""
        table = statement.table
        key = table._autoincrement_column if hasattr(table, '_autoincrement_column') else None
        sentinel = all(c.key in sets[0] for c in table.primary_key)
        if ordered and key is not None and not sentinel or len(sets) == 1:
            note = 'ordered; batch not supported' if ordered and len(sets) > 0 and not sentinel else 'unordered' if not ordered else 'ordered'
            return [(*context._finished(compiled, values), note, None) for values in sets]
        plan, size = [], max(1, min(1000, 32766 // max(1, len(compiled.positiontup))))
        for start in range(0, len(sets), size):
            part = sets[start:start + size]
            texts, parameters = [], []
            marked = compiled.marked
            before, after = marked.split(compiled.values_written, 1)
            text = compiled._positional(before + ', '.join([compiled.values_written] * len(part)) + after)
            names = [m for m in compiled.positiontup]
            for values in part:
                parameters += context._driver_parameters(compiled, values)
            plan.append((text, tuple(parameters), 'ordered' if ordered else 'unordered', self._in_order(context, compiled, part) if ordered else None))
        return plan

    def _in_order(self, context, compiled, part):
        keys = [c.key for c in compiled.statement.table.primary_key]
        places = {c.objects[0].key: n for n, c in enumerate(compiled.result_columns) if hasattr(c.objects[0], 'key')}
        if not all(k in places for k in keys):
            return None

        def placed(rows):
            by_key = {tuple(row[places[k]] for k in keys): row for row in rows}
            return [by_key[tuple(context._bound(k, values[k]) for k in keys)] for values in part]
        return placed

    def reflection(self, connection):
        from sqlalchemy.dialects.sqlite._reflection import SQLiteReflection
        return SQLiteReflection(connection)


def _true(text):
    return text.lower() in ('true', '1', 'yes')


class SQLiteDialect_aiosqlite(SQLiteDialect_pysqlite):
    driver = 'aiosqlite'
    is_async = True

    def get_pool_class(self, url):
        return pool.StaticPool if self._in_memory(url) else pool.AsyncAdaptedQueuePool

    def create_connect_args(self, url):
        args, options = super().create_connect_args(url)
        if self._in_memory(url):
            options.setdefault('check_same_thread', False)
        return args, options

    def connect(self, *args, **options):
        import aiosqlite
        from sqlalchemy.dialects._await import AwaitedConnection
        from sqlalchemy.util import await_only
        maker = aiosqlite.connect(*args, **options)
        maker.daemon = True
        return AwaitedConnection(await_only(maker))

    def adapted(self, connection):
        from sqlalchemy.dialects._await import AwaitedConnection
        from sqlalchemy.util import await_only
        return AwaitedConnection(await_only(connection))

    def driver_connection(self, connection):
        return connection._connection
