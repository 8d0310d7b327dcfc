"""Tables and the collection that they are in."""
from sqlalchemy import event, exc
from sqlalchemy.sql.base import ReadOnlyColumnCollection, immutabledict
from sqlalchemy.sql.schema import Column, Constraint, ForeignKeyConstraint, Index, PrimaryKeyConstraint, SchemaItem, UniqueConstraint
from sqlalchemy.sql.selectable import TableClause


class Table(SchemaItem, TableClause):
    __visit_name__ = 'table'

    def __new__(cls, *args, **kw):
        if not args:
            return object.__new__(cls)
        name, metadata, *items = args
        schema = kw.pop('schema', None)
        if schema is None and metadata.schema:
            schema = metadata.schema
        key = f'{schema}.{name}' if schema else name
        keep, extend, must = kw.pop('keep_existing', False), kw.pop('extend_existing', False), kw.pop('must_exist', False)
        existing = metadata.tables.get(key)
        if existing is not None:
            if not keep and not extend and items:
                raise exc.InvalidRequestError(f"Table '{key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine options "
                                              'and columns on an existing Table object.')
            if extend:
                existing._add_items(items)
            return existing
        if must:
            raise exc.InvalidRequestError(f"Table '{key}' not defined")
        found = object.__new__(cls)
        found._make(name, metadata, schema, key, items, **kw)
        return found

    def __init__(self, *args, **kw):
        pass

    def _make(self, name, metadata, schema, key, items, autoload_with=None, comment=None, info=None, prefixes=(), listeners=(), implicit_returning=True,
              quote=None, **options):
        self.name, self.metadata, self.schema, self.key, self.comment, self._prefixes = name, metadata, schema, key, comment, list(prefixes)
        self.dialect_options_given, self.implicit_returning = options, implicit_returning
        self.__dict__['_columns'] = ReadOnlyColumnCollection()
        self.constraints, self.indexes, self.foreign_keys_found = set(), set(), []
        self.primary_key = PrimaryKeyConstraint()
        self.primary_key._set_table(self)
        if info:
            self.info = info
        event.fire(self, 'before_parent_attach', self, metadata)
        metadata.tables_found[key] = self
        if autoload_with is not None:
            from sqlalchemy.engine.reflection import reflect_table
            try:
                reflect_table(autoload_with, self)
            except exc.NoSuchTableError:
                metadata.tables_found.pop(key, None)
                raise
        try:
            self._add_items(items)
        except BaseException:
            metadata.tables_found.pop(key, None)
            raise
        metadata._table_came(self)
        event.fire(self, 'after_parent_attach', self, metadata)

    def _add_items(self, items):
        for item in items:
            if item is None:
                continue
            if isinstance(item, Column):
                item._set_table(self)
        for item in items:
            if isinstance(item, (Constraint, Index)):
                item._set_table(self)
            elif item is not None and not isinstance(item, Column):
                raise exc.ArgumentError(f"'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {item!r}")

    @property
    def foreign_keys(self):
        return set(self.foreign_keys_found)

    @property
    def foreign_key_constraints(self):
        return sorted((c for c in self.constraints if isinstance(c, ForeignKeyConstraint)), key=lambda c: c._creation_order)

    @property
    def _autoincrement_column(self):
        return self.primary_key._autoincrement_column

    autoincrement_column = _autoincrement_column

    def append_column(self, column, replace_existing=False):
        column._set_table(self)

    def append_constraint(self, constraint):
        constraint._set_table(self)

    def create(self, bind, checkfirst=False):
        from sqlalchemy.sql.ddl import SchemaGenerator
        bind._run_ddl_visitor(lambda connection: SchemaGenerator(connection, checkfirst, [self]).metadata(self.metadata))

    def drop(self, bind, checkfirst=False):
        from sqlalchemy.sql.ddl import SchemaDropper
        bind._run_ddl_visitor(lambda connection: SchemaDropper(connection, checkfirst, [self]).metadata(self.metadata))

    def to_metadata(self, metadata, schema=None, name=None, **kw):
        found = Table(name or self.name, metadata, *[c._copy() for c in self.c], schema=schema or self.schema)
        for constraint in sorted(self.constraints, key=lambda c: c._creation_order):
            if not isinstance(constraint, PrimaryKeyConstraint) and not getattr(constraint, '_column_flag', False) and getattr(constraint, '_targets', True):
                found.append_constraint(constraint._copy())
        for index in self.indexes:
            if not index._column_flag:
                Index(index.name, *[found.c[c.key] for c in index.columns], unique=index.unique)
        return found

    tometadata = to_metadata

    def __repr__(self):
        parts = [repr(self.name), repr(self.metadata), *[repr(c) for c in self.c], f'schema={self.schema!r}']
        return f'Table({", ".join(parts)})'


_CONVENTIONS = {'ix': Index, 'uq': UniqueConstraint, 'pk': PrimaryKeyConstraint, 'fk': ForeignKeyConstraint}


class MetaData(SchemaItem):
    def __init__(self, schema=None, quote_schema=None, naming_convention=None, info=None):
        self.schema, self.tables_found, self._sequences, self._waiting = schema, {}, {}, []
        self.naming_convention = immutabledict(naming_convention or {'ix': 'ix_%(column_0_label)s'})
        if info:
            self.info = info

    @property
    def tables(self):
        return _Tables(self.tables_found)

    def _table_came(self, table):
        """Columns that take their type from one of the table's have it now."""
        for key in [k for k in self._waiting if k._resolved() is not None]:
            key.parent.type = key.column.type
            self._waiting.remove(key)

    def _name_of(self, item, table):
        """The name that the convention gives to a constraint or an index without one, or completes; None: it has none."""
        from sqlalchemy.sql.schema import CheckConstraint
        kind = next((kind for kind, cls in {**_CONVENTIONS, 'ck': CheckConstraint}.items() if isinstance(item, cls)), None)
        convention = self.naming_convention.get(kind) or self.naming_convention.get(type(item))
        name = item.name
        if convention is None or name is not None and '%(constraint_name)s' not in convention:
            return name
        if name is None and '%(constraint_name)s' in convention:
            return None
        return convention % _Tokens(item, table, name, self.naming_convention)

    def create_all(self, bind, tables=None, checkfirst=True):
        from sqlalchemy.sql.ddl import SchemaGenerator
        bind._run_ddl_visitor(lambda connection: SchemaGenerator(connection, checkfirst, tables).metadata(self))

    def drop_all(self, bind, tables=None, checkfirst=True):
        from sqlalchemy.sql.ddl import SchemaDropper
        bind._run_ddl_visitor(lambda connection: SchemaDropper(connection, checkfirst, tables).metadata(self))

    def reflect(self, bind, schema=None, views=False, only=None, extend_existing=False, **kw):
        from sqlalchemy.engine.reflection import Inspector
        inspector = Inspector._of(bind)
        names = inspector.get_table_names(schema)
        wanted = names if only is None else [n for n in names if (only(n, self) if callable(only) else n in only)]
        if only is not None and not callable(only):
            missing = [n for n in only if n not in names]
            if missing:
                raise exc.InvalidRequestError(f'Could not reflect: requested table(s) not available in {bind.engine!r}: ({", ".join(missing)})')
        for name in wanted:
            if name not in self.tables_found:
                Table(name, self, autoload_with=bind, schema=schema)

    def clear(self):
        self.tables_found.clear()

    def remove(self, table):
        self.tables_found.pop(table.key, None)

    @property
    def sorted_tables(self):
        from sqlalchemy.sql.ddl import sort_tables
        return sort_tables(sorted(self.tables_found.values(), key=lambda t: t.key))

    def __contains__(self, table):
        return (table if isinstance(table, str) else table.key) in self.tables_found

    def __repr__(self):
        return f'MetaData(schema={self.schema!r})' if self.schema else 'MetaData()'


class _Tables(immutabledict):
    def __repr__(self):
        return f'FacadeDict({dict.__repr__(self)})'


class _Tokens(dict):
    """What a convention's names stand for."""

    def __init__(self, item, table, name, convention):
        self.item, self.table, self.name, self.convention = item, table, name, convention

    def __missing__(self, key):
        if key in self.convention and callable(self.convention[key]):
            return self.convention[key](self.item, self.table)
        if key == 'table_name':
            return self.table.name
        if key == 'constraint_name':
            return self.name
        if key == 'referred_table_name':
            return self.item.elements[0].target_fullname.split('.')[-2]
        columns = list(self.item.columns)
        if key.startswith('referred_column_'):
            return self._of([e.target_fullname.split('.')[-1] for e in self.item.elements], key[len('referred_'):])
        if key.startswith('column_'):
            if key.endswith('label'):
                return self._of([f'{self.table.name}_{c.name}' for c in columns], key)
            return self._of([c.name if key.endswith('name') else c.key for c in columns], key)
        raise KeyError(key)

    def _of(self, names, key):
        number = key.split('_')[1]
        if number.isdigit():
            return names[int(number)]
        return ('_' if key.split('_')[2:-1] or '_N_' in key else '').join(names) if '0_N' in key else ''.join(names)
