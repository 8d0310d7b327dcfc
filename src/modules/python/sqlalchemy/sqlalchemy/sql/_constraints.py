"""Constraints of tables."""
from sqlalchemy import exc
from sqlalchemy.sql import coercions
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.sql.schema import Column, ForeignKey, SchemaItem, _orders


class Constraint(SchemaItem):
    __visit_name__ = 'constraint'
    name = parent = comment = None

    def _init(self, name=None, deferrable=None, initially=None, info=None, comment=None, _column_flag=False, **kw):
        self.name, self.deferrable, self.initially, self.comment, self._column_flag = name, deferrable, initially, comment, _column_flag
        self._creation_order, self.dialect_kwargs = next(_orders), kw

    @property
    def table(self):
        return self.parent

    def _set_table(self, table):
        self.parent = table
        table.constraints.add(self)


class ColumnCollectionConstraint(Constraint):
    def __init__(self, *columns, **kw):
        self._init(**kw)
        self._pending, self.columns = list(columns), ReadOnlyColumnCollection()
        tables = {id(c.table): c.table for c in self._pending if isinstance(c, Column) and c.table is not None}
        if len(tables) == 1 and len([c for c in self._pending if isinstance(c, Column)]) == len(self._pending) and type(self) is not ForeignKeyConstraint:
            next(iter(tables.values())).append_constraint(self)

    c = property(lambda self: self.columns)

    def _copy(self, **kw):
        return type(self)(*[c.key if isinstance(c, Column) else c for c in self._pending], name=self.name, **self.dialect_kwargs)

    def _set_table(self, table):
        super()._set_table(table)
        for column in self._pending:
            if isinstance(column, str):
                if column not in table.c:
                    raise exc.ConstraintColumnNotFoundError(f"Can't create {type(self).__name__} on table '{table.description}': no column named '{column}' is "
                                                            'present.')
                column = table.c[column]
            self.columns._add(column)

    def contains_column(self, column):
        return self.columns.contains_column(column)

    def __iter__(self):
        return iter(self.columns)

    def __len__(self):
        return len(self.columns)

    def __repr__(self):
        shown = [repr(c) if not isinstance(c, str) else repr(c) for c in (list(self.columns) or self._pending)]
        if self.name is not None:
            shown.append(f'name={self.name!r}')
        return f'{type(self).__name__}({", ".join(shown)})'


class PrimaryKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = 'primary_key_constraint'

    def _set_table(self, table):
        old = table.primary_key
        if old is not self:
            table.constraints.discard(old)
        table.primary_key = self
        super()._set_table(table)
        for column in self.columns:
            column.primary_key = True
            if not column._user_nullable:
                column.nullable = False
        for column in table.c:
            if column.primary_key and column.key not in self.columns:
                self._add(column)

    def _add(self, column):
        self.columns._add(column)

    @property
    def _autoincrement_column(self):
        columns = list(self.columns)
        for column in columns:
            if column.autoincrement is True:
                return column
        if len(columns) != 1:
            return None
        column = columns[0]
        from sqlalchemy.sql.sqltypes import Integer
        if column.autoincrement == 'auto' and column.type.affinity is Integer and not column.foreign_keys and (column.default is None or column.default.is_sequence) and (
                    column.server_default is None or column.server_default.is_identity):
            return column
        if column.autoincrement == 'ignore_fk' and column.type.affinity is Integer:
            return column
        return None


class UniqueConstraint(ColumnCollectionConstraint):
    __visit_name__ = 'unique_constraint'


class CheckConstraint(ColumnCollectionConstraint):
    __visit_name__ = 'check_constraint'

    def __init__(self, sqltext, name=None, table=None, **kw):
        self.sqltext = TextClause(sqltext) if isinstance(sqltext, str) else coercions.where(sqltext)
        super().__init__(name=name, **kw)
        if table is not None:
            table.append_constraint(self)

    def _copy(self, **kw):
        return CheckConstraint(self.sqltext, name=self.name)


class ForeignKeyConstraint(ColumnCollectionConstraint):
    __visit_name__ = 'foreign_key_constraint'

    def __init__(self, columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None, use_alter=False, link_to_name=False,
                 match=None, table=None, info=None, comment=None, **kw):
        self.onupdate, self.ondelete, self.use_alter, self.match, self.elements = onupdate, ondelete, use_alter, match, []
        super().__init__(*columns, name=name, deferrable=deferrable, initially=initially, **kw)
        self._targets = list(refcolumns)

    def _copy(self, **kw):
        return ForeignKeyConstraint([c if isinstance(c, str) else c.key for c in self._pending], self._targets, name=self.name, onupdate=self.onupdate,
                                    ondelete=self.ondelete)

    def _add(self, column, key):
        self.columns._add(column)
        self.elements.append(key)

    def _set_table(self, table):
        super()._set_table(table)
        for column, target in zip([c if isinstance(c, Column) else table.c[c] for c in self._pending], self._targets):
            key = ForeignKey(target, _constraint=self, ondelete=self.ondelete, onupdate=self.onupdate, name=self.name)
            self.elements.append(key)
            key._set_column(column)

    @property
    def referred_table(self):
        return self.elements[0].column.table

    @property
    def column_keys(self):
        return self.columns.keys()
