"""INSERT, UPDATE, DELETE."""
from sqlalchemy import exc
from sqlalchemy.sql import coercions
from sqlalchemy.sql.base import ClauseElement, ColumnCollection, Executable
from sqlalchemy.sql.elements import and_


class UpdateBase(Executable, ClauseElement):
    is_dml = True
    _returning = ()
    _independent_ctes = ()
    _sort_by_parameter_order = False
    _return_defaults = False
    named_with_column = False

    def __init__(self, table):
        self._entity_given = table.__dict__.get('__mapper__') if isinstance(table, type) else None
        self.table = self._entity_given._as_from() if self._entity_given is not None else coercions.from_clause(
            table, 'subject table for an INSERT, UPDATE or DELETE expected')

    @property
    def entity_description(self):
        mapper = self._entity_given
        return {'name': mapper.class_.__name__ if mapper else self.table.name, 'type': mapper.class_ if mapper else self.table,
                'expr': mapper.class_ if mapper else self.table, 'entity': mapper.class_ if mapper else None, 'table': self.table}

    def returning(self, *cols, sort_by_parameter_order=False):
        found = self._generate()
        found._returning = (*self._returning, *map(coercions.columns_clause, cols))
        found._sort_by_parameter_order = sort_by_parameter_order
        return found

    def return_defaults(self, *cols, **kw):
        found = self._generate()
        found._return_defaults = True
        return found

    def with_hint(self, text, selectable=None, dialect_name='*'):
        return self

    def cte(self, name=None, recursive=False, nesting=False):
        from sqlalchemy.sql.selectable import CTE
        return CTE._of(self, name, recursive=recursive, nesting=nesting)

    def add_cte(self, *ctes, nest_here=False):
        found = self._generate()
        found._independent_ctes = (*self._independent_ctes, *ctes)
        return found

    def is_derived_from(self, other):
        return self is other

    def _is_orm(self):
        return self._entity_given is not None

    def _core_returning(self):
        """The columns that RETURNING lists."""
        found = []
        for entry in self._returning:
            if hasattr(entry, '_entity_zero'):
                found += entry._loaded_columns()
            elif entry._is_from:
                found += list(entry.c)
            else:
                found.append(entry)
        return found

    def _named(self):
        from sqlalchemy.sql._names import named
        from sqlalchemy.sql.selectable import LABEL_STYLE_DISAMBIGUATE_ONLY
        return [(name.key, name.proxied()) for name in named(self._core_returning(), LABEL_STYLE_DISAMBIGUATE_ONLY)]

    def _typed(self):
        return self._core_returning()

    def _from_objects(self):
        return [self.table]

    @property
    def exported_columns(self):
        return ColumnCollection((c.key, c) for c in self._core_returning()).as_readonly()


class ValuesBase(UpdateBase):
    _values = None
    _multi_values = ()
    _ordered = None
    select = None

    def values(self, *args, **kwargs):
        if self.select is not None:
            raise exc.InvalidRequestError('This construct already inserts from a SELECT')
        found = self._generate()
        if args:
            given = args[0]
            if kwargs:
                raise exc.ArgumentError("Can't pass positional and kwargs to values() simultaneously")
            if len(args) > 1:
                raise exc.ArgumentError('Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.')
            if isinstance(given, (list, tuple)) and given and isinstance(given[0], (list, dict, tuple)):
                if self._values:
                    raise exc.InvalidRequestError("Can't mix single and multiple VALUES formats in one INSERT statement")
                found._multi_values = (*self._multi_values, *[self._named_row(row) for row in given])
                return found
            if isinstance(given, (list, tuple)):
                given = dict(zip([c.key for c in self.table.c], given))
        else:
            given = kwargs
        if self._multi_values:
            raise exc.InvalidRequestError("Can't mix single and multiple VALUES formats in one INSERT statement")
        found._values = {**(self._values or {}), **self._keyed(given)}
        return found

    def _named_row(self, row):
        return self._keyed(row) if isinstance(row, dict) else dict(zip([c.key for c in self.table.c], row))

    def _keyed(self, values):
        """Values by the keys of columns; names of mapped attributes become those of their columns."""
        found = {}
        for key, value in values.items():
            element = coercions.element_of(key) if not isinstance(key, str) else None
            if element is not None:
                key = element.key
            elif self._entity_given is not None:
                key = self._entity_given._column_key(key)
            found[key] = value if coercions.element_of(value) is None else coercions.scalar(coercions.element_of(value))
        return found


class Insert(ValuesBase):
    __visit_name__ = 'insert'
    is_insert = True
    _parts = 'select',
    include_insert_from_select_defaults = True
    _post_values_clause = None
    _prefixes = ()
    _inline = False
    _select_names = None

    def prefix_with(self, *prefixes, dialect='*'):
        from sqlalchemy.sql._select import _text
        found = self._generate()
        found._prefixes = (*self._prefixes, *map(_text, prefixes))
        return found

    def inline(self):
        found = self._generate()
        found._inline = True
        return found

    def from_select(self, names, select, include_defaults=True):
        if self._values:
            raise exc.InvalidRequestError('This construct already inserts value expressions')
        found = self._generate()
        found._select_names = [n if isinstance(n, str) else coercions.element_of(n).key for n in names]
        found.select, found.include_insert_from_select_defaults = coercions.element_of(select), include_defaults
        return found


class _Conditional:
    _where = ()

    def where(self, *clauses):
        found = self._generate()
        found._where = (*self._where, *map(coercions.where, clauses))
        return found

    filter = where

    def filter_by(self, **kwargs):
        from sqlalchemy.sql._select import _attribute
        entity = self._entity_given or self.table
        return self.where(*[_attribute(entity, key) == value for key, value in kwargs.items()])

    @property
    def whereclause(self):
        return and_(*self._where) if self._where else None

    def _other_froms(self):
        """What conditions speak of besides the statement's own table."""
        found = []
        for condition in self._where:
            for item in condition._from_objects():
                if item is not self.table and not any(item is f for f in found):
                    found.append(item)
        return found


class Update(_Conditional, ValuesBase):
    __visit_name__ = 'update'
    is_update = True
    _parts = '_where',
    _inline = False

    def ordered_values(self, *args):
        found = self._generate()
        found._values = self._keyed(dict(args))
        found._ordered = list(found._values)
        return found

    def inline(self):
        found = self._generate()
        found._inline = True
        return found


class Delete(_Conditional, UpdateBase):
    __visit_name__ = 'delete'
    is_delete = True
    _parts = '_where',


def insert(table):
    return Insert(table)


def update(table):
    return Update(table)


def delete(table):
    return Delete(table)
