"""The text of types and of CREATE and DROP."""
from sqlalchemy import exc
from sqlalchemy.sql.elements import ClauseElement


class TypeCompiler:
    """Each type by its `__visit_name__`."""
    names = dict(small_integer='SMALLINT', integer='INTEGER', big_integer='BIGINT', datetime='DATETIME', date='DATE', time='TIME', boolean='BOOLEAN',
                 float='FLOAT', double='DOUBLE', text='TEXT', unicode_text='TEXT', large_binary='BLOB', interval='DATETIME', JSON='JSON')

    def __init__(self, dialect):
        self.dialect = dialect

    def process(self, type_, **kw):
        type_ = type_.dialect_impl(self.dialect)
        special = getattr(self, 'visit_' + type_.__visit_name__, None)
        custom = getattr(type(type_), '_compiled_by', None)
        if custom is not None and (found := custom.get(self.dialect.name) or custom.get('*')) is not None:
            return found(type_, self, **kw)
        if special is not None:
            return special(type_)
        return self.names.get(type_.__visit_name__, type_.__visit_name__)

    def visit_type_decorator(self, type_):
        return self.process(type_.type_engine(self.dialect))

    def visit_user_defined(self, type_):
        return type_.get_col_spec()

    def visit_null(self, type_):
        raise exc.CompileError(f"Can't generate DDL for {type_!r}; did you forget to specify a type on this Column?")

    def _sized(self, name, type_):
        text = name + (f'({type_.length})' if type_.length else '')
        return f'{text} COLLATE "{type_.collation}"' if getattr(type_, 'collation', None) else text

    def visit_string(self, type_):
        return self._sized('VARCHAR', type_)

    visit_VARCHAR = visit_unicode = visit_string

    def visit_text(self, type_):
        return self._sized('TEXT', type_)

    visit_TEXT = visit_unicode_text = visit_text

    def visit_CHAR(self, type_):
        return self._sized('CHAR', type_)

    def visit_NVARCHAR(self, type_):
        return self._sized('NVARCHAR', type_)

    def visit_NCHAR(self, type_):
        return self._sized('NCHAR', type_)

    def visit_BINARY(self, type_):
        return self._sized('BINARY', type_)

    def visit_VARBINARY(self, type_):
        return self._sized('VARBINARY', type_)

    def visit_enum(self, type_):
        return self._sized('VARCHAR', type_)

    def visit_uuid(self, type_):
        return 'CHAR(32)'

    def _numeric(self, name, type_):
        if type_.precision is None:
            return name
        return f'{name}({type_.precision})' if type_.scale is None else f'{name}({type_.precision}, {type_.scale})'

    def visit_numeric(self, type_):
        return self._numeric('NUMERIC', type_)

    visit_NUMERIC = visit_numeric

    def visit_DECIMAL(self, type_):
        return self._numeric('DECIMAL', type_)

    def visit_DOUBLE_PRECISION(self, type_):
        return 'DOUBLE PRECISION'

    def visit_ARRAY(self, type_):
        raise exc.UnsupportedCompilationError(self, type(type_))


class StrTypeCompiler(TypeCompiler):
    def visit_null(self, type_):
        return 'NULL'

    def visit_ARRAY(self, type_):
        return self.process(type_.item_type) + '[]' * (type_.dimensions or 1)


class DDLCompiler:
    """The text of a statement that makes or drops something."""
    is_sql, is_ddl = False, True
    result_columns = ()

    def __init__(self, dialect, statement, **kw):
        self.dialect, self.statement, self.preparer = dialect, statement, dialect.identifier_preparer
        self.params, self.positiontup = {}, []
        custom = getattr(type(statement), '_compiled_by', None)
        found = custom and (custom.get(dialect.name) or custom.get('*'))
        self.string = found(statement, self) if found else getattr(self, 'visit_' + statement.__visit_name__)(statement)

    def __str__(self):
        return self.string

    def _expression(self, element):
        from sqlalchemy.sql.compiler import SQLCompiler
        return self.dialect.statement_compiler(self.dialect, _Inner(element), compile_kwargs={'literal_binds': True}).string

    @property
    def sql_compiler(self):
        return _Literal(self)

    def visit_ddl(self, ddl):
        context = dict(ddl.context)
        target = ddl.target
        if target is not None and hasattr(target, 'name'):
            context.setdefault('table', self.preparer.quote(target.name))
            context.setdefault('schema', target.schema or '')
            context.setdefault('fullname', self.preparer.format_table(target))
        return ddl.statement % context

    def visit_create_table(self, create):
        table = create.element
        text = '\nCREATE ' + ''.join(f'{prefix} ' for prefix in table._prefixes) + 'TABLE '
        if create.if_not_exists:
            text += 'IF NOT EXISTS '
        text += self.preparer.format_table(table) + ' ('
        separator = '\n'
        first_key = False
        for column in table.c:
            try:
                specification = self.get_column_specification(column, first_pk=column.primary_key and not first_key)
            except exc.CompileError as error:
                raise exc.CompileError(f"(in table '{table.description}', column '{column.name}'): {error.args[0]}") from error
            first_key = first_key or column.primary_key
            text += f'{separator}\t{specification}'
            separator = ', \n'
        constraints = [c for c in self._constraints(table) if c]
        if constraints:
            text += ', \n\t' + ', \n\t'.join(constraints)
        return text + '\n)' + self.dialect.table_ending(table) + '\n\n'

    def get_column_specification(self, column, first_pk=False):
        text = f'{self.preparer.format_column(column)} {self.dialect.type_text(column.type)}'
        default = self.get_column_default_string(column)
        if default is not None:
            text += ' DEFAULT ' + default
        if column.computed is not None:
            text += self.visit_computed_column(column.computed)
        if column.identity is not None and self.dialect.supports_identity_columns:
            text += ' GENERATED ' + ('ALWAYS' if column.identity.always else 'BY DEFAULT') + ' AS IDENTITY'
        if not column.nullable:
            text += ' NOT NULL'
        return text

    def visit_computed_column(self, computed):
        text = f' GENERATED ALWAYS AS ({self._expression(computed.sqltext)})'
        return text + (' STORED' if computed.persisted else ' VIRTUAL' if computed.persisted is False else '')

    def get_column_default_string(self, column):
        default = column.server_default
        if default is None or not default.has_argument:
            return None
        arg = default.arg
        if isinstance(arg, str):
            return "'%s'" % arg.replace("'", "''")
        if isinstance(arg, ClauseElement):
            return self._default_expression(arg)
        raise exc.ArgumentError(f"Argument 'arg' is expected to be one of type '<class 'str'>' or '<class 'sqlalchemy.sql.elements.ClauseElement'>' or "
                                f"'<class 'sqlalchemy.sql.elements.TextClause'>', got '{type(arg)}'")

    def _default_expression(self, arg):
        return self._expression(arg)

    def _constraints(self, table):
        key = table.primary_key
        others = sorted((c for c in table.constraints if c is not key), key=lambda c: c._creation_order)
        found = [self._constraint(key)] if len(key.columns) else []
        return found + [self._constraint(c) for c in others if not getattr(c, 'use_alter', False) or not self.dialect.supports_alter]

    def _name(self, constraint):
        name = constraint.table.metadata._name_of(constraint, constraint.table)
        return f'CONSTRAINT {self.preparer.quote(name)} ' if name is not None else ''

    def _constraint(self, constraint):
        return getattr(self, 'visit_' + constraint.__visit_name__)(constraint)

    def _columns(self, columns):
        return ', '.join(self.preparer.quote(c.name) for c in columns)

    def visit_primary_key_constraint(self, constraint):
        return f'{self._name(constraint)}PRIMARY KEY ({self._columns(constraint.columns)})'

    def visit_unique_constraint(self, constraint):
        return f'{self._name(constraint)}UNIQUE ({self._columns(constraint.columns)}){self._deferrable(constraint)}'

    def visit_check_constraint(self, constraint):
        return f'{self._name(constraint)}CHECK ({self._expression(constraint.sqltext)}){self._deferrable(constraint)}'

    def visit_foreign_key_constraint(self, constraint):
        targets = [e.column for e in constraint.elements]
        text = (f'{self._name(constraint)}FOREIGN KEY({self._columns(e.parent for e in constraint.elements)}) REFERENCES '
                f'{self.preparer.format_table(targets[0].table)} ({self._columns(targets)})')
        if constraint.match is not None:
            text += f' MATCH {constraint.match}'
        if constraint.ondelete is not None:
            text += f' ON DELETE {constraint.ondelete}'
        if constraint.onupdate is not None:
            text += f' ON UPDATE {constraint.onupdate}'
        return text + self._deferrable(constraint)

    def _deferrable(self, constraint):
        text = '' if constraint.deferrable is None else ' DEFERRABLE' if constraint.deferrable else ' NOT DEFERRABLE'
        return text + (f' INITIALLY {constraint.initially}' if constraint.initially is not None else '')

    def visit_drop_table(self, drop):
        return f'\nDROP TABLE {"IF EXISTS " if drop.if_exists else ""}{self.preparer.format_table(drop.element)}'

    def visit_create_index(self, create):
        index = create.element
        if index.table is None:
            raise exc.CompileError(f"Index '{index.name}' is not associated with any table.")
        text = f'CREATE {"UNIQUE " if index.unique else ""}INDEX {"IF NOT EXISTS " if create.if_not_exists else ""}{self.preparer.quote(index.name)} ON '
        text += self.preparer.format_table(index.table) + self.dialect.index_using(index)
        columns = ', '.join(self._expression(e.self_group() if not e.__visit_name__ == 'function' else e) for e in index.expressions)
        text += f' ({columns})'
        where = index.dialect_kwargs.get(f'{self.dialect.name}_where')
        if where is not None:
            from sqlalchemy.sql.coercions import where as condition
            from sqlalchemy.sql.elements import TextClause
            text += f' WHERE {self._expression(TextClause(where) if isinstance(where, str) else condition(where))}'
        return text

    def visit_drop_index(self, drop):
        return f'\nDROP INDEX {"IF EXISTS " if drop.if_exists else ""}{self.preparer.quote(drop.element.name)}'

    def visit_create_sequence(self, create):
        sequence = create.element
        text = f'CREATE SEQUENCE {self.preparer.quote(sequence.name)}'
        if sequence.start is not None:
            text += f' START WITH {sequence.start}'
        return text + (f' INCREMENT BY {sequence.increment}' if sequence.increment is not None else '')

    def visit_drop_sequence(self, drop):
        return f'DROP SEQUENCE {self.preparer.quote(drop.element.name)}'

    def visit_create_schema(self, create):
        return f'CREATE SCHEMA {"IF NOT EXISTS " if create.if_not_exists else ""}{self.preparer.quote(create.element)}'

    def visit_drop_schema(self, drop):
        return f'DROP SCHEMA {"IF EXISTS " if drop.if_exists else ""}{self.preparer.quote(drop.element)}'

    def visit_add_constraint(self, create):
        return f'ALTER TABLE {self.preparer.format_table(create.element.table)} ADD {self._constraint(create.element)}'

    def visit_drop_constraint(self, drop):
        return f'ALTER TABLE {self.preparer.format_table(drop.element.table)} DROP CONSTRAINT {self.preparer.quote(drop.element.name)}'

    def visit_create_enum_type(self, create):
        kind = create.element
        return f"CREATE TYPE {self.preparer.quote(kind.name)} AS ENUM ({', '.join(repr(v) for v in kind.enums)})"

    def visit_drop_enum_type(self, drop):
        return f'DROP TYPE {self.preparer.quote(drop.element.name)}'

    def construct_params(self, params=None, **kw):
        return None


class _Literal:
    def __init__(self, compiler):
        self.compiler = compiler

    def process(self, element, **kw):
        return self.compiler._expression(element)


class _Inner:
    """An expression in a table's definition: its columns have no tables."""
    __visit_name__ = 'inner'

    def __init__(self, element):
        self.element = element
