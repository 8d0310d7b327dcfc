"""What there is in a database: its tables, their columns and keys."""


class Inspector:
    def __init__(self, bind):
        self.bind = bind
        self.engine, self.dialect = bind.engine, bind.dialect

    @classmethod
    def _of(cls, bind):
        return cls(bind)

    @classmethod
    def from_engine(cls, bind):
        return cls(bind)

    def _asked(self, name, *args, **kw):
        if hasattr(self.bind, 'exec_driver_sql'):
            return getattr(self.dialect.reflection(self.bind), name)(*args, **kw)
        with self.bind.connect() as connection:
            return getattr(self.dialect.reflection(connection), name)(*args, **kw)

    default_schema_name = property(lambda self: self.dialect.default_schema_name)

    def get_schema_names(self):
        return self._asked('schemas')

    def get_table_names(self, schema=None, **kw):
        return self._asked('tables', schema)

    def get_view_names(self, schema=None, **kw):
        return self._asked('views', schema)

    def has_table(self, table_name, schema=None, **kw):
        if hasattr(self.bind, 'exec_driver_sql'):
            return self.dialect.has_table(self.bind, table_name, schema)
        with self.bind.connect() as connection:
            return self.dialect.has_table(connection, table_name, schema)

    def get_columns(self, table_name, schema=None, **kw):
        return self._asked('columns', table_name, schema)

    def get_pk_constraint(self, table_name, schema=None, **kw):
        return self._asked('primary_key', table_name, schema)

    def get_foreign_keys(self, table_name, schema=None, **kw):
        return self._asked('foreign_keys', table_name, schema)

    def get_indexes(self, table_name, schema=None, **kw):
        return self._asked('indexes', table_name, schema)

    def get_unique_constraints(self, table_name, schema=None, **kw):
        return self._asked('uniques', table_name, schema)

    def get_check_constraints(self, table_name, schema=None, **kw):
        from _frames import not_supported
        not_supported('Inspector.get_check_constraints')

    def get_sorted_table_and_fkc_names(self, schema=None):
        from _frames import not_supported
        not_supported('Inspector.get_sorted_table_and_fkc_names', 'MetaData.sorted_tables')

    def clear_cache(self):
        pass

    def reflect_table(self, table, include_columns=None, **kw):
        fill(self, table, include_columns)


def reflect_table(bind, table):
    fill(bind if isinstance(bind, Inspector) else Inspector._of(bind), table)


def fill(inspector, table, include=None):
    """Puts the columns and keys that a table of the database has into one of the program's."""
    from sqlalchemy.sql.elements import TextClause
    from sqlalchemy.sql.schema import Column, DefaultClause, ForeignKeyConstraint, Index, UniqueConstraint
    from sqlalchemy.sql._tables import Table
    columns = inspector.get_columns(table.name, table.schema)
    keys = inspector.get_pk_constraint(table.name, table.schema)['constrained_columns']
    for column in columns:
        if include is not None and column['name'] not in include:
            continue
        default = column['default']
        Column(column['name'], column['type'], nullable=column['nullable'], primary_key=column['name'] in keys,
               server_default=DefaultClause(TextClause(default)) if default is not None else None)._set_table(table)
    for key in inspector.get_foreign_keys(table.name, table.schema):
        if key['referred_table'] not in table.metadata.tables_found:
            Table(key['referred_table'], table.metadata, autoload_with=inspector.bind)
        table.append_constraint(ForeignKeyConstraint(key['constrained_columns'], [f'{key["referred_table"]}.{c}' for c in key['referred_columns']],
                                                     name=key['name']))
    for unique in inspector.get_unique_constraints(table.name, table.schema):
        table.append_constraint(UniqueConstraint(*unique['column_names'], name=unique['name']))
    for index in inspector.get_indexes(table.name, table.schema):
        Index(index['name'], *[table.c[name] for name in index['column_names']], unique=bool(index['unique']))
