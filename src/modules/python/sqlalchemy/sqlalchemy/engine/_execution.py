"""One execution of a statement: it is compiled, its parameters are made the driver's, and what comes back is read."""
import logging
import time
from sqlalchemy import event, exc, log
from sqlalchemy.engine.result import CursorResult
from sqlalchemy.engine.row import ResultMetaData, Row


class ExecutionContext:
    executemany = isinsert = isupdate = isdelete = explicit_returning = False
    compiled = returned_defaults = lastrowid = current_parameters = statement_given = None
    rowcount = -1

    def __init__(self, connection, options):
        self.connection = self.root_connection = connection
        self.engine, self.dialect, self.execution_options = connection.engine, connection.dialect, options
        self.compiled_parameters = []

    def get_current_parameters(self, isolate_multiinsert_groups=True):
        return self.current_parameters

    # --- with a compiled statement ---

    def run_compiled(self, statement, parameters):
        connection = self.connection
        keys = list(parameters[0]) if parameters else None
        many = type(parameters) is not list and parameters is not None and len(parameters) > 0 and type(parameters).__name__ == '_Many'
        self.executemany = many and len(parameters) > 1
        self.statement_given = statement
        kw = {}
        if getattr(statement, 'is_dml', False):
            kw['column_keys'] = keys if keys is not None else []
        compiled = self.compiled = self.dialect.compiled(statement, for_executemany=self.executemany, **kw)
        self.isinsert, self.isupdate, self.isdelete = compiled.isinsert, compiled.isupdate, compiled.isdelete
        self.explicit_returning = bool(getattr(statement, '_returning', ()))
        sets = parameters or [None]
        try:
            self.compiled_parameters = [compiled.construct_params(given, group=n if len(sets) > 1 else None) for n, given in enumerate(sets)]
        except exc.InvalidRequestError as error:
            shown = parameters if many else parameters[0] if parameters else []
            wrapped = exc.StatementError(f'({type(error).__module__}.{type(error).__name__}) {error._message()}', compiled.string,
                                         parameters if parameters else None, error, code=error.code)
            raise wrapped from error
        self._defaults()
        connection._check_open()
        stats = self._stats((compiled.marked, type(statement), tuple(sorted(keys or ())), tuple(getattr(statement, '_values', None) or ()), self.executemany,
                             self.execution_options.get('_of')))
        if compiled.unjoined and self.dialect.enable_from_linting and not stats.startswith('cached'):
            self._warn_of_unjoined(compiled.unjoined)
        if self.isinsert and self.executemany and (self.explicit_returning or statement._return_defaults) and statement.select is None:
            return self._insert_many(statement, compiled, stats)
        return self._execute(compiled, self.compiled_parameters, stats)

    def _warn_of_unjoined(self, found):
        for kind, names, first in found:
            shown = ', '.join(f'"{name}"' for name in names)
            exc.warned(f'{kind} statement has a cartesian product between FROM element(s) {shown} and FROM element "{first}".  '
                       'Apply join condition(s) between each element to resolve.')

    def _stats(self, key):
        """Whether the statement's text has been made before, and when, as the log says it."""
        if self.execution_options.get('compiled_cache', 1) is None:
            return 'caching disabled 0.00000s'
        if getattr(self.statement_given, '_post_values_clause', None) is not None:
            return f'no key {0.0:.5f}s'
        cache = self.engine._compiled_cache
        made = cache.get(key)
        now = time.perf_counter()
        if made is None:
            cache[key] = now
            return f'generated in {0.0:.5f}s'
        return f'cached since {now - made:.4g}s ago'

    def _defaults(self):
        """Values of Python's that the statement leaves to the columns."""
        compiled = self.compiled
        columns = compiled.insert_prefetch if self.isinsert else compiled.update_prefetch
        for values in self.compiled_parameters:
            self.current_parameters = values
            for column in columns:
                default = column.default if self.isinsert else column.onupdate
                values[column.key] = default.arg(self) if default.is_callable else default.arg
            for name, column in compiled.multi_prefetch:
                values[name] = column.default.arg(self) if column.default.is_callable else column.default.arg

    def _bound(self, name, value):
        type_ = self.compiled.type_of_bind(name)
        processor = self.dialect.processor_of(type_, 'bind')
        return value if processor is None else processor(value)

    def _driver_parameters(self, compiled, values, names=None):
        try:
            return tuple(self._bound(name, values[name]) for name in (names if names is not None else compiled.positiontup))
        except exc.SQLAlchemyError:
            raise
        except Exception as error:
            shown = self.compiled_parameters if self.executemany else [{k: v for k, v in self._asked(values).items()}]
            raise exc.StatementError(f'({type(error).__module__}.{type(error).__name__}) {error}', compiled.string, shown, error,
                                     hide_parameters=self.engine.hide_parameters) from error

    def _asked(self, values):
        return {name: value for name, value in values.items()}

    def _finished(self, compiled, values):
        """The text and the driver's parameters of one set of values; lists among them are spread."""
        from sqlalchemy.sql.compiler import MARK
        if any(bind.expanding or bind.literal_execute for bind in compiled.binds.values()):
            text, values = compiled.expanded(values)
            names = [m[1] for m in MARK.finditer(text)]
            return compiled._positional(text), self._driver_parameters(compiled, values, self._positions(names))
        return compiled.string, self._driver_parameters(compiled, values, self._positions(compiled.positiontup))

    def _positions(self, names):
        return names if self.dialect.paramstyle == 'qmark' else list(dict.fromkeys(names))

    def _execute(self, compiled, sets, stats):
        if self.executemany:
            text, first = self._finished(compiled, sets[0])
            rows, description = self._call(text, [first, *[self._finished(compiled, values)[1] for values in sets[1:]]], stats, many=True)
        else:
            text, parameters = self._finished(compiled, sets[0])
            rows, description = self._call(text, parameters, stats)
        return self._result(compiled, rows, description)

    def _result(self, compiled, rows, description):
        columns = compiled.result_columns
        if description is None:
            return CursorResult(self, None, ())
        if not columns:
            metadata = ResultMetaData([d[0] for d in description])
            return CursorResult(self, metadata, [tuple(row) for row in rows])
        if getattr(compiled, 'textual_by_name', False):
            by_name = {c.name: c for c in columns}
            from sqlalchemy.sql.compiler import ResultColumn
            from sqlalchemy.sql.sqltypes import NULLTYPE
            columns = [by_name.get(d[0]) or ResultColumn(d[0], d[0], (), NULLTYPE) for d in description]
        elif any(not isinstance(c.name, str) for c in columns) or len(columns) != len(description) or any(c.name == '*' for c in columns):
            names = [d[0] for d in description]
            if len(columns) != len(names):
                metadata = ResultMetaData(names)
                return CursorResult(self, metadata, [tuple(row) for row in rows])
        names = [c.key if c.objects and getattr(c.objects[0], '_keyed', False) else c.name for c in columns]
        metadata = ResultMetaData(names, [(*c.objects, c.key) for c in columns])
        return CursorResult(self, metadata, self.processed(columns, rows))

    def processed(self, columns, rows):
        """Rows with the driver's values made Python's by the columns' types."""
        processors = [self.dialect.processor_of(c.type, 'result') for c in columns]
        if not any(processors):
            return [tuple(row) for row in rows]
        return [tuple(value if p is None else p(value) for p, value in zip(processors, row)) for row in rows]

    def inserted_keys(self):
        """The primary key of each row that was inserted."""
        table = self.statement_given.table
        columns = list(table.primary_key)
        metadata = ResultMetaData([c.name for c in columns])
        if self._returned is not None:
            by_key = {c.objects[0]: n for n, c in enumerate(self.compiled.result_columns)}
            return [Row(metadata, tuple(row[by_key[c]] for c in columns)) for row in self._returned]
        auto = table._autoincrement_column if hasattr(table, '_autoincrement_column') else None
        found = []
        for values in self.compiled_parameters:
            found.append(Row(metadata, tuple(values.get(c.key, self.lastrowid if c is auto and len(self.compiled_parameters) == 1 else None) if
                                             values.get(c.key) is not None else self.lastrowid if c is auto and not self.executemany else None
                                             for c in columns)))
        return found

    _returned = None

    # --- many rows by one statement ---

    def _insert_many(self, statement, compiled, stats):
        """An INSERT … RETURNING for several sets of parameters, in batches; in their order where that is asked for."""
        sets, rows, columns = self.compiled_parameters, [], compiled.result_columns
        ordered = statement._sort_by_parameter_order
        plan = self.dialect.insert_batches(self, statement, compiled, sets, ordered)
        total = len(plan)
        for n, (text, parameters, note, placed) in enumerate(plan, 1):
            head = f'{stats} (insertmanyvalues)' if n == 1 else 'insertmanyvalues'
            found, description = self._call(text, parameters, f'{head} {n}/{total} ({note})')
            rows += placed(found) if placed is not None else found
        self.rowcount = len(rows)
        self.compiled = compiled
        metadata = ResultMetaData([c.name for c in columns], [(*c.objects, c.key) for c in columns])
        return CursorResult(self, metadata, self.processed(columns, rows))

    # --- without one ---

    def run_ddl(self, ddl):
        compiled = self.dialect.compiled(ddl)
        self.connection._check_open()
        self.statement_given = ddl
        self._call(compiled.string, (), f'no key {0.0:.5f}s')
        return CursorResult(self, None, ())

    def run_text(self, text, how, parameters=None):
        if how == 'raw sql':
            self.connection._check_open()
            given = parameters
            many = isinstance(given, list) and bool(given) and isinstance(given[0], (tuple, dict, list))
            parameters = () if given is None else given
            rows, description = self._call(text, parameters, how, many=many)
        else:
            self.connection._check_open()
            rows, description = self._call(text, (), f'{how} {0.0:.5f}s')
        if description is None:
            return CursorResult(self, None, ())
        return CursorResult(self, ResultMetaData([d[0] for d in description]), [tuple(row) for row in rows])

    # --- the driver ---

    def _call(self, text, parameters, stats, many=False):
        """Rows and description of what the driver has executed."""
        connection = self.connection
        dbapi = connection._proxied.dbapi_connection
        self.statement, self.parameters = text, parameters
        cursor = None
        try:
            cursor = self.cursor = dbapi.cursor()
            for listener in event.listeners(self.engine, 'before_cursor_execute') + event.listeners(connection, 'before_cursor_execute'):
                found = listener(connection, cursor, text, parameters, self, many or self.executemany)
                if found is not None:
                    text, parameters = found
            if connection._echo:
                connection.engine.logger.info(text)
                connection.engine.logger.info('[%s] %r', stats, log.repr_params(parameters, 10, ismulti=many) if not connection.engine.hide_parameters else
                                              _Hidden())
            if not any(listener(cursor, text, parameters, self) for listener in event.listeners(self.dialect, 'do_executemany' if many else 'do_execute')):
                (cursor.executemany if many else cursor.execute)(text, parameters)
            for listener in event.listeners(self.engine, 'after_cursor_execute') + event.listeners(connection, 'after_cursor_execute'):
                listener(connection, cursor, text, parameters, self, many or self.executemany)
            description = cursor.description
            rows = cursor.fetchall() if description is not None else ()
            if description is not None and connection._echo and connection.engine.logger.isEnabledFor(logging.DEBUG):
                connection.engine.logger.debug('Col %r', tuple(d[0] for d in description))
                for row in rows:
                    connection.engine.logger.debug('Row %r', log.repr_params(tuple(row)))
        except Exception as error:
            if not isinstance(error, self.dialect.errors) and isinstance(error, exc.SQLAlchemyError):
                raise
            connection._failed(error, text, parameters, self, many)
        self.rowcount, self.lastrowid = cursor.rowcount, getattr(cursor, 'lastrowid', None)
        cursor.close()
        if description is not None and self.isinsert and not self.explicit_returning:
            self._returned = [tuple(row) for row in rows]
            return (), None
        return rows, description


class _Hidden:
    def __repr__(self):
        return '[SQL parameters hidden due to hide_parameters=True]'
