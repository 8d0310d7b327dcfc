"""Tables, their columns, and what belongs to both."""
import itertools
from sqlalchemy import event, exc
from sqlalchemy.sql import coercions
from sqlalchemy.sql.base import ClauseElement, ColumnCollection, DedupeColumnCollection
from sqlalchemy.sql.elements import ColumnClause, TextClause, quoted_name
from sqlalchemy.sql.selectable import FromClause, TableClause
from sqlalchemy.sql.sqltypes import NULLTYPE, SchemaType
from sqlalchemy.sql.type_api import TypeEngine, to_instance

_orders = itertools.count()
RETAIN_SCHEMA, BLANK_SCHEMA = object(), object()


class SchemaItem:
    __visit_name__ = 'schema_item'

    @property
    def info(self):
        return self.__dict__.setdefault('_info', {})

    @info.setter
    def info(self, value):
        self.__dict__['_info'] = value


class FetchedValue(SchemaItem):
    """A value that the database gives."""
    is_server_default = True
    has_argument = False
    is_identity = False

    def __init__(self, for_update=False):
        self.for_update = for_update

    def _attach(self, column):
        self.column = column
        if self.for_update:
            column.server_onupdate = self
        else:
            column.server_default = self


class DefaultClause(FetchedValue):
    has_argument = True

    def __init__(self, arg, for_update=False, _reflected=False):
        self.arg, self.for_update = arg, for_update

    def __repr__(self):
        return f'DefaultClause({self.arg!r}, for_update={self.for_update!r})'


class ColumnDefault(SchemaItem):
    """A value of Python's, a function that gives one, or an expression."""
    is_sequence = False

    def __init__(self, arg, for_update=False):
        self.for_update = for_update
        self.is_callable = callable(arg) and not isinstance(arg, ClauseElement)
        self.is_clause_element = isinstance(arg, ClauseElement)
        self.is_scalar = not self.is_callable and not self.is_clause_element
        self.arg = _taking_context(arg) if self.is_callable else arg

    def __repr__(self):
        kind = 'Callable' if self.is_callable else 'ElementExpression' if self.is_clause_element else 'ScalarElement'
        return f'{kind}ColumnDefault({self.arg!r})' if not self.is_scalar else f'ScalarElementColumnDefault({self.arg!r})'


def _taking_context(function):
    import functools
    import inspect
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return lambda context: function()
    needed = [p for p in parameters if p.default is p.empty and p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    if len(needed) > 1:
        raise exc.ArgumentError('ColumnDefault Python function takes zero or one positional arguments')
    if needed and not isinstance(function, type):
        return function
    return functools.wraps(function)(lambda context: function()) if not isinstance(function, type) else lambda context: function()


class Sequence(SchemaItem):
    is_sequence = True
    is_callable = is_scalar = is_clause_element = False

    def __init__(self, name, start=None, increment=None, metadata=None, schema=None, optional=False, **kw):
        self.name, self.start, self.increment, self.schema, self.optional, self.metadata = name, start, increment, schema, optional, metadata
        if metadata is not None:
            metadata._sequences[name] = self

    def next_value(self):
        from sqlalchemy.sql.functions import Function
        from sqlalchemy.sql.elements import literal
        return Function('nextval', literal(self.name))


class Identity(FetchedValue):
    is_identity = True
    for_update = False

    def __init__(self, always=False, on_null=None, start=None, increment=None, **kw):
        self.always, self.start, self.increment = always, start, increment

    def _set_parent(self, column):
        self.column, column.identity, column.server_default = column, self, self
        if not column._user_nullable:
            column.nullable = False


class Computed(FetchedValue):
    def __init__(self, sqltext, persisted=None):
        self.sqltext = TextClause(sqltext) if isinstance(sqltext, str) else sqltext
        self.persisted, self.for_update = persisted, True

    def _set_parent(self, column):
        self.column, column.computed, column.server_default, column.server_onupdate = column, self, self, self


class Column(SchemaItem, ColumnClause):
    """A column of a table, or of one to be made."""
    __visit_name__ = 'column'
    _user_nullable = False
    computed = identity = None

    def __init__(self, *args, name=None, type_=None, autoincrement='auto', default=None, insert_default=None, doc=None, key=None, index=None, unique=None,
                 info=None, nullable=None, onupdate=None, primary_key=False, server_default=None, server_onupdate=None, quote=None, system=False, comment=None,
                 insert_sentinel=False, _proxies=None, **dialect_kwargs):
        args = list(args)
        if args and (isinstance(args[0], str) or args[0] is None):
            if name is not None:
                raise exc.ArgumentError("May not pass name positionally and as a keyword.")
            name = args.pop(0)
        if args and (isinstance(args[0], TypeEngine) or isinstance(args[0], type) and issubclass(args[0], TypeEngine)):
            if type_ is not None:
                raise exc.ArgumentError('May not pass type_ positionally and as a keyword.')
            type_ = args.pop(0)
        if name is not None and quote is not None:
            name = quoted_name(name, quote)
        self.name, self.key, self.type = name, key if key is not None else name, to_instance(type_)
        self.table, self.is_literal, self.primary_key, self.system, self.doc, self.comment = None, False, primary_key, system, doc, comment
        self._user_nullable = nullable is not None
        self.nullable = nullable if nullable is not None else not primary_key
        self.index, self.unique, self.autoincrement, self.dialect_kwargs = index, unique, autoincrement, dialect_kwargs
        default = insert_default if insert_default is not None else default
        self.default = default if default is None or isinstance(default, (ColumnDefault, Sequence)) else ColumnDefault(_clause(default))
        self.onupdate = onupdate if onupdate is None or isinstance(onupdate, ColumnDefault) else ColumnDefault(_clause(onupdate), for_update=True)
        self.server_default = server_default if server_default is None or isinstance(server_default, FetchedValue) else DefaultClause(_clause(server_default))
        self.server_onupdate = server_onupdate if server_onupdate is None or isinstance(server_onupdate, FetchedValue) else DefaultClause(
            server_onupdate, for_update=True)
        self.foreign_keys, self.constraints, self._creation_order = set(), set(), next(_orders)
        self._own_args = args
        if info:
            self.info = info
        for item in args:
            if isinstance(item, ForeignKey):
                item._set_column(self)
            elif isinstance(item, (Constraint,)):
                self.constraints.add(item)
            elif isinstance(item, (Computed, Identity)):
                item._set_parent(self)
            elif isinstance(item, Sequence):
                self.default = item
            elif isinstance(item, (FetchedValue,)):
                item._attach(self)
            else:
                raise exc.ArgumentError(f"'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {item!r}")

    def _copy(self, **kw):
        found = Column(self.name, self.type, key=self.key if self.key != self.name else None, primary_key=self.primary_key,
                       nullable=self.nullable if self._user_nullable else None, unique=self.unique, index=self.index, autoincrement=self.autoincrement,
                       default=self.default, server_default=self.server_default, onupdate=self.onupdate, server_onupdate=self.server_onupdate, doc=self.doc,
                       comment=self.comment, *[a._copy() if hasattr(a, '_copy') else a for a in self._own_args])
        found.__dict__['_info'] = dict(self.info)
        found.nullable = self.nullable
        return found

    copy = _copy

    def _set_table(self, table):
        self._attach(table)
        event.fire(self, 'after_parent_attach', self, table)

    def _attach(self, table):
        if self.name is None:
            raise exc.ArgumentError('Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.')
        if self.key is None:
            self.key = self.name
        if self.table is not None and self.table is not table:
            raise exc.ArgumentError(f"Column object '{self.key}' already assigned to Table '{self.table.description}'")
        event.fire(self, 'before_parent_attach', self, table)
        self.table = table
        table.c._add(self)
        if self.primary_key:
            table.primary_key._add(self)
        if self.index:
            if isinstance(self.index, str):
                raise exc.ArgumentError("The 'index' keyword argument on Column is boolean only. To create indexes with a specific name, create an explicit "
                                        'Index object external to the Table.')
            Index(None, self, unique=bool(self.unique), _column_flag=True)
        elif self.unique:
            if isinstance(self.unique, str):
                raise exc.ArgumentError("The 'unique' keyword argument on Column is boolean only. To create unique constraints or indexes with a specific "
                                        'name, append an explicit UniqueConstraint to the Table\'s list of elements, or create an explicit Index object '
                                        'external to the Table.')
            table.append_constraint(UniqueConstraint(self.key, _column_flag=True))
        for key in sorted(self.foreign_keys, key=lambda key: key._order):
            key._set_table(table)
        for constraint in self.constraints:
            table.append_constraint(constraint)

    def references(self, column):
        return any(key.column is column for key in self.foreign_keys)

    def append_foreign_key(self, key):
        key._set_column(self)

    def _proxy(self, selectable, name=None, key=None):
        found = Column.__new__(Column)
        found.__dict__.update(name=name if name is not None else self.name, key=key if key is not None else self.key, type=self.type, table=selectable,
                              is_literal=False, primary_key=self.primary_key, nullable=self.nullable, default=None, server_default=None, onupdate=None,
                              server_onupdate=None, foreign_keys=set(self.foreign_keys), constraints=set(), _creation_order=self._creation_order,
                              _proxies=[self], autoincrement=self.autoincrement, index=None, unique=None, system=False, doc=None, comment=None)
        return found

    def __str__(self):
        if self.name is None:
            return '(no name)'
        if self.table is not None:
            if self.table.named_with_column:
                return f'{self.table.description}.{self.name}'
        return self.description

    def __repr__(self):
        shown = []
        if self.key != self.name:
            shown.append('key')
        for name, default in (('primary_key', False), ('nullable', None), ('onupdate', None), ('default', None), ('server_default', None), ('comment', None)):
            if name == 'nullable':
                if not self.nullable:
                    shown.append('nullable')
            elif getattr(self, name):
                shown.append(name)
        parts = [repr(self.name), repr(self.type)]
        parts += [repr(x) for x in sorted(self.foreign_keys, key=lambda k: k._order)]
        parts += [repr(x) for x in self.constraints]
        parts.append(f'table=<{self.table.description if self.table is not None else None}>' if self.table is not None else 'table=None')
        parts += [f'{name}={getattr(self, name)!r}' for name in shown]
        return f'Column({", ".join(parts)})'


def _clause(given):
    return coercions.element_of(given) if not callable(given) and coercions.element_of(given) is not None else given


class ForeignKey(SchemaItem):
    __visit_name__ = 'foreign_key'

    def __init__(self, column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None, link_to_name=False,
                 match=None, info=None, comment=None, **dialect_kw):
        self._colspec = column if isinstance(column, str) else coercions.element_of(column)
        if self._colspec is None:
            raise exc.ArgumentError(f"String column name or Column object for DDL foreign key constraint expected, got {column!r}.")
        self.constraint, self.parent, self.use_alter, self.name, self.onupdate, self.ondelete = _constraint, None, use_alter, name, onupdate, ondelete
        self.deferrable, self.initially, self.link_to_name, self.match, self._order = deferrable, initially, link_to_name, match, next(_orders)

    def _copy(self, **kw):
        return ForeignKey(self._colspec if isinstance(self._colspec, str) or self._colspec.table is not None else self._colspec, use_alter=self.use_alter,
                          name=self.name, onupdate=self.onupdate, ondelete=self.ondelete, deferrable=self.deferrable, initially=self.initially,
                          link_to_name=self.link_to_name, match=self.match)

    def _set_column(self, column):
        self.parent = column
        column.foreign_keys.add(self)
        if column.table is not None:
            self._set_table(column.table)

    def _set_table(self, table):
        if self.constraint is None:
            self.constraint = ForeignKeyConstraint([], [], use_alter=self.use_alter, name=self.name, onupdate=self.onupdate, ondelete=self.ondelete,
                                                   deferrable=self.deferrable, initially=self.initially, match=self.match)
            self.constraint._add(self.parent, self)
            table.append_constraint(self.constraint)
        table.foreign_keys_found.append(self)
        if self.parent.type._isnull:
            target = self._resolved()
            if target is not None:
                self.parent.type = target.type
            else:
                table.metadata._waiting.append(self)

    @property
    def target_fullname(self):
        return self._colspec if isinstance(self._colspec, str) else f'{self._colspec.table.fullname}.{self._colspec.key}'

    def _table_key(self):
        name = self.target_fullname.rpartition('.')[0]
        schema = self.parent.table.metadata.schema if self.parent is not None and self.parent.table is not None else None
        return f'{schema}.{name}' if schema and '.' not in name else name

    def _names_table_of(self, selectable):
        return isinstance(self._colspec, str) and getattr(selectable, 'key', None) == self._table_key()

    def _resolved(self):
        try:
            return self.column
        except exc.NoReferenceError:
            return None

    @property
    def column(self):
        if not isinstance(self._colspec, str):
            return self._colspec
        table = self.parent.table
        tables = table.metadata.tables
        key, name = self._table_key(), self._colspec.rpartition('.')[2]
        if key not in tables:
            raise exc.NoReferencedTableError(f"Foreign key associated with column '{self.parent}' could not find table '{key}' with which to generate a "
                                             f"foreign key to target column '{name}'", key)
        found = tables[key].c.get(name)
        if found is None:
            raise exc.NoReferencedColumnError(f"Could not initialize target column for ForeignKey '{self._colspec}' on table '{table.name}': table '{key}' has "
                                              f"no column named '{name}'", key, name)
        return found

    def references(self, table):
        return any(self.column is c for c in table.c)

    def get_referent(self, table):
        return table.c.corresponding_column(self.column)

    def __repr__(self):
        return f'ForeignKey({self.target_fullname!r})'


class Index(SchemaItem, ClauseElement):
    __visit_name__ = 'index'
    table = None

    def __init__(self, name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **dialect_kw):
        self.name, self.unique, self._pending, self.dialect_kwargs, self._column_flag = name, unique, list(expressions), dialect_kw, _column_flag
        self.expressions, self.columns = [], ColumnCollection()
        for expression in expressions:
            if not isinstance(expression, str):
                for item in [e for e in _columns_in(coercions.element_of(expression)) if e.table is not None]:
                    self._set_table(item.table)
                    break
            if self.table is not None:
                break

    def _copy(self, **kw):
        return Index(self.name, *self._pending, unique=self.unique, **self.dialect_kwargs)

    def _set_table(self, table):
        if self.table is not None:
            return
        self.table = table
        for expression in self._pending:
            if isinstance(expression, str):
                if expression not in table.c:
                    raise exc.ConstraintColumnNotFoundError(f"Can't create Index on table '{table.description}': no column named '{expression}' is present.")
                expression = table.c[expression]
            expression = coercions.element_of(expression)
            self.expressions.append(expression)
            for column in _columns_in(expression):
                self.columns.add(column)
        table.indexes.add(self)
        if self.name is None:
            self.name = table.metadata._name_of(self, table)

    def create(self, bind, checkfirst=False):
        from sqlalchemy.sql.ddl import CreateIndex
        bind._run_ddl_visitor(lambda connection: connection.execute(CreateIndex(self)))

    def drop(self, bind, checkfirst=False):
        from sqlalchemy.sql.ddl import DropIndex
        bind._run_ddl_visitor(lambda connection: connection.execute(DropIndex(self)))

    def __repr__(self):
        shown = [repr(self.name), *map(repr, self.expressions)]
        if self.unique:
            shown.append('unique=True')
        return f'Index({", ".join(shown)})'


def _columns_in(element):
    from sqlalchemy.sql.base import walk
    return [e for e in walk(element) if isinstance(e, Column)]


from sqlalchemy.sql._constraints import (
    CheckConstraint, ColumnCollectionConstraint, Constraint, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint)
from sqlalchemy.sql._tables import MetaData, Table

for _class in (CheckConstraint, ColumnCollectionConstraint, Constraint, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint, MetaData, Table):
    _class.__module__ = __name__
