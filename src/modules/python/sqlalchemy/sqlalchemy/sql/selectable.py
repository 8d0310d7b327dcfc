"""What a statement selects from: tables, aliases, joins, subqueries."""
from sqlalchemy import exc
from sqlalchemy.sql import coercions, operators
from sqlalchemy.sql.base import Anon, ClauseElement, ColumnCollection, Executable, replaced
from sqlalchemy.sql.elements import ColumnClause, ColumnElement, Grouping, UnaryExpression
from sqlalchemy.sql.sqltypes import BOOLEANTYPE

LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, LABEL_STYLE_DISAMBIGUATE_ONLY = (
    type('SelectLabelStyle', (), {'__repr__': lambda self, name=name: f'<SelectLabelStyle.{name}>'})()
    for name in ('LABEL_STYLE_NONE', 'LABEL_STYLE_TABLENAME_PLUS_COL', 'LABEL_STYLE_DISAMBIGUATE_ONLY'))
LABEL_STYLE_DEFAULT = LABEL_STYLE_DISAMBIGUATE_ONLY


class FromClause(ClauseElement):
    """What has columns."""
    is_selectable = True
    named_with_column = False
    _is_from = True
    schema = None
    name = None
    primary_key = ()
    foreign_keys = frozenset()

    @property
    def c(self):
        found = self.__dict__.get('_columns')
        if found is None:
            found = self.__dict__['_columns'] = ColumnCollection()
            self._make_columns(found)
            found.__class__ = _read_only()
        return found

    columns = exported_columns = property(lambda self: self.c)

    def _make_columns(self, found):
        pass

    def _from_objects(self):
        return [self]

    def _hidden(self):
        """The FROMs that are not to be named beside it."""
        return []

    def _plain_columns(self):
        return list(self.c)

    def select(self):
        return select(self)

    def join(self, right, onclause=None, isouter=False, full=False):
        return Join(self, right, onclause, isouter, full)

    def outerjoin(self, right, onclause=None, full=False):
        return Join(self, right, onclause, True, full)

    def alias(self, name=None, flat=False):
        return Alias._of(self, name)

    def tablesample(self, *args, **kw):
        from _frames import not_supported
        not_supported('TABLESAMPLE')

    def corresponding_column(self, column, require_embedded=False):
        return self.c.corresponding_column(column)

    def is_derived_from(self, other):
        return self is other

    @property
    def description(self):
        return self.name if isinstance(self.name, str) else type(self).__name__ + ' object'

    def _leaves(self):
        return [self]


def _read_only():
    from sqlalchemy.sql.base import ReadOnlyColumnCollection
    return ReadOnlyColumnCollection


class TableClause(FromClause):
    """A table that only its name and columns are known of."""
    __visit_name__ = 'table'
    named_with_column = True

    def __init__(self, name, *columns, schema=None):
        self.name, self.schema = name, schema
        found = self.__dict__['_columns'] = ColumnCollection()
        for column in columns:
            column.table = self
            found.add(column)

    fullname = property(lambda self: f'{self.schema}.{self.name}' if self.schema else self.name)
    description = property(lambda self: self.name)

    def insert(self):
        from sqlalchemy.sql.dml import Insert
        return Insert(self)

    def update(self):
        from sqlalchemy.sql.dml import Update
        return Update(self)

    def delete(self):
        from sqlalchemy.sql.dml import Delete
        return Delete(self)

    def __str__(self):
        return self.fullname


class AliasedReturnsRows(FromClause):
    """Something that selects rows, under a name."""
    named_with_column = True
    _supports_derived_columns = False
    # Whether it is made of a SELECT, not of what has a name.
    _of_query = False

    @classmethod
    def _of(cls, element, name=None, **kw):
        found = cls.__new__(cls)
        found.element, found._columns = element, None
        base = getattr(element, 'name', None) if cls is Alias else None
        found.name = name if name is not None else Anon(found, base if isinstance(base, str) else 'anon')
        found.__dict__.update(kw)
        return found

    def __init__(self, *args, **kw):
        raise NotImplementedError(f'The {type(self).__name__} class is not intended to be constructed directly.')

    @property
    def original(self):
        return self.element

    @property
    def description(self):
        """What stands for a name that is made up only when a statement is written."""
        if isinstance(self.name, str):
            return self.name
        return 'anon_1' if self._of_query else f'Anonymous alias of {getattr(self.element, "description", None) or "anon_1"}'

    def _make_columns(self, found):
        for key, column in _columns_of(self.element):
            found.add(column._proxy(self), key)

    @property
    def primary_key(self):
        return [c for c in self.c if c.primary_key]

    def is_derived_from(self, other):
        return self is other or self.element.is_derived_from(other)


def _columns_of(element):
    """Keys and columns of what an alias stands for."""
    if isinstance(element, SelectBase):
        return element._named()
    return element.c.items()


class Alias(AliasedReturnsRows):
    __visit_name__ = 'alias'


class Lateral(AliasedReturnsRows):
    __visit_name__ = 'lateral'


class Subquery(AliasedReturnsRows):
    __visit_name__ = 'subquery'
    _of_query = True

    def as_scalar(self):
        return self.element.scalar_subquery()


class CTE(AliasedReturnsRows):
    __visit_name__ = 'cte'
    recursive = nesting = False
    _restates = None
    _of_query = True

    def union(self, *others):
        return self._restated('union', others)

    def union_all(self, *others):
        return self._restated('union_all', others)

    def _restated(self, how, others):
        return CTE._of(getattr(self.element, how)(*others), self.name, recursive=self.recursive, nesting=self.nesting, _restates=self)

    def alias(self, name=None, flat=False):
        return CTE._of(self.element, name, recursive=self.recursive, _cte_alias=self)


class TableValuedAlias(AliasedReturnsRows):
    __visit_name__ = 'table_valued_alias'

    def _make_columns(self, found):
        for column in self._names:
            found.add(ColumnClause(column, _selectable=self) if isinstance(column, str) else column._proxy(self))

    @property
    def column(self):
        return ColumnClause(self.name, _selectable=None)


class FromGrouping(FromClause):
    __visit_name__ = 'grouping'
    _parts = 'element',

    def __init__(self, element):
        self.element = element

    c = columns = property(lambda self: self.element.c)

    def _from_objects(self):
        return self.element._from_objects()

    def _hidden(self):
        return self.element._hidden()

    def _leaves(self):
        return self.element._leaves()


class Join(FromClause):
    """Two FROMs side by side where a condition holds."""
    __visit_name__ = 'join'
    _parts = 'left', 'right', 'onclause'

    def __init__(self, left, right, onclause=None, isouter=False, full=False):
        self.left, self.right = coercions.from_clause(left), coercions.from_clause(right)
        if isinstance(self.right, Join):
            self.right = FromGrouping(self.right)
        self.onclause = (join_condition(self.left, self.right) if onclause is None else coercions.where(onclause)).self_group(against=operators._asbool)
        self.isouter, self.full = isouter, full

    def _make_columns(self, found):
        for side in (self.left, self.right):
            for column in side.c:
                found.add(column, f'{column.table.name}_{column.key}' if column.table is not None else column.key)

    @property
    def primary_key(self):
        return list(self.left.primary_key)

    def _from_objects(self):
        return [self, *self.left._from_objects(), *self.right._from_objects()]

    def _hidden(self):
        return [f for side in (self.left, self.right) for f in side._from_objects()]

    def _leaves(self):
        return self.left._leaves() + self.right._leaves()

    def _plain_columns(self):
        return self.left._plain_columns() + self.right._plain_columns()

    def is_derived_from(self, other):
        return self is other or self.left.is_derived_from(other) or self.right.is_derived_from(other)

    def self_group(self, against=None):
        return FromGrouping(self)

    description = property(lambda self: f'Join object on {self.left.description}({id(self.left)}) and {self.right.description}({id(self.right)})')

    def __repr__(self):
        return f'<Join at 0x{id(self):x}; Join object on {self.left.description} and {self.right.description}>'


def join_condition(a, b, a_subset=None):
    """The condition that foreign keys between two FROMs give."""
    found = _pairs(a, b)
    if not found:
        hint = ' Perhaps you meant to convert the right side to a subquery using alias()?' if isinstance(b, FromGrouping) else ''
        raise exc.NoForeignKeysError(f"Can't find any foreign key relationships between '{a.description}' and '{b.description}'.{hint}")
    constraints = {key for key, _, _ in found}
    if len(constraints) > 1:
        pairs = [key for key, _, _ in found]
        first = pairs[0]
        if not all({id(x), id(y)} == {id(found[0][1]), id(found[0][2])} for _, x, y in found):
            raise exc.AmbiguousForeignKeysError(
                f"Can't determine join between '{a.description}' and '{b.description}'; tables have more than one foreign key constraint relationship "
                "between them. Please specify the 'onclause' of this join explicitly.")
        found = [row for row in found if row[0] is first or row[0] == first]
    from sqlalchemy.sql.elements import and_
    conditions = [x == y for _, x, y in found]
    return conditions[0] if len(conditions) == 1 else and_(*conditions)


def _pairs(a, b):
    """(constraint, column that is referred to, column that refers), as the condition names them."""
    found = []
    for referred, referring in ((a, b), (b, a)) if a is not b else ((a, b),):
        for key in _foreign_keys(referring):
            target = key._target_in(referred)
            if target is not None:
                found.append((id(key.constraint if key.constraint is not None else key), target, key.column))
    return found


def _foreign_keys(selectable):
    found = []
    for column in selectable._plain_columns():
        for key in sorted(getattr(column, 'foreign_keys', ()), key=lambda k: k._order):
            found.append(_Reference(key, column))
    return found


class _Reference:
    """A foreign key of a column, or of what the column stands for."""

    def __init__(self, key, column):
        self.key, self.column, self.constraint = key, column, key.constraint

    def _target_in(self, selectable):
        try:
            target = self.key.column
        except exc.NoReferenceError:
            if self.key._names_table_of(selectable):
                raise
            return None
        for column in selectable._plain_columns():
            if any(c is target for c in column._proxied()):
                return column
        return None


class Exists(UnaryExpression):
    """EXISTS (SELECT …)"""

    def __init__(self, given=None):
        if given is None:
            from sqlalchemy.sql.elements import literal_column
            given = select(literal_column('*')).scalar_subquery()
        elif isinstance(given, SelectBase):
            given = given.scalar_subquery()
        elif not isinstance(given, ScalarSelect):
            given = select(given).scalar_subquery()
        self.element, self.operator, self.modifier, self.type = given, operators.exists, None, BOOLEANTYPE

    def _with(self, change):
        found = self._generate()
        found.element = ScalarSelect(change(self.element.element))
        return found

    def where(self, *clauses):
        return self._with(lambda s: s.where(*clauses))

    def select_from(self, *froms):
        return self._with(lambda s: s.select_from(*froms))

    def correlate(self, *froms):
        return self._with(lambda s: s.correlate(*froms))

    def correlate_except(self, *froms):
        return self._with(lambda s: s.correlate_except(*froms))

    def select(self):
        return select(self)

    def self_group(self, against=None):
        return self

    def _negate(self):
        return UnaryExpression(self, operator=operators.inv, type_=BOOLEANTYPE)

    def _from_objects(self):
        return []


class ScalarSelect(ColumnElement):
    """A SELECT in place of a value."""
    __visit_name__ = 'scalar_select'
    _parts = 'element',

    def __init__(self, element):
        self.element = element
        columns = element._typed()
        self.type = columns[0].type if columns else self.type

    def _from_objects(self):
        return []

    def where(self, *clauses):
        return ScalarSelect(self.element.where(*clauses))

    def correlate(self, *froms):
        return ScalarSelect(self.element.correlate(*froms))

    def correlate_except(self, *froms):
        return ScalarSelect(self.element.correlate_except(*froms))

    def self_group(self, against=None):
        return self

    def scalar_subquery(self):
        return self


class SelectBase(Executable, ClauseElement):
    """What selects rows: a SELECT, or several with UNION between them."""
    is_select = is_selectable = True
    _independent_ctes = ()

    def subquery(self, name=None):
        return Subquery._of(self, name)

    def alias(self, name=None, flat=False):
        return self.subquery(name)

    def lateral(self, name=None):
        return Lateral._of(self, name)

    def cte(self, name=None, recursive=False, nesting=False):
        return CTE._of(self, name, recursive=recursive, nesting=nesting)

    def scalar_subquery(self):
        return ScalarSelect(self)

    def label(self, name):
        return self.scalar_subquery().label(name)

    def exists(self):
        return Exists(self)

    def as_scalar(self):
        return self.scalar_subquery()

    def add_cte(self, *ctes, nest_here=False):
        found = self._generate()
        found._independent_ctes = (*self._independent_ctes, *ctes)
        return found

    @property
    def selected_columns(self):
        return ColumnCollection(self._named()).as_readonly()

    exported_columns = selected_columns

    def is_derived_from(self, other):
        return any(f.is_derived_from(other) for f in self._final_froms())

    def _from_objects(self):
        return []

    def union(self, *others):
        return CompoundSelect('UNION', self, *others)

    def union_all(self, *others):
        return CompoundSelect('UNION ALL', self, *others)

    def intersect(self, *others):
        return CompoundSelect('INTERSECT', self, *others)

    def intersect_all(self, *others):
        return CompoundSelect('INTERSECT ALL', self, *others)

    def except_(self, *others):
        return CompoundSelect('EXCEPT', self, *others)

    def except_all(self, *others):
        return CompoundSelect('EXCEPT ALL', self, *others)


from sqlalchemy.sql._select import CompoundSelect, ForUpdateArg, GenerativeSelect, Select, SelectStatementGrouping, TextualSelect, Values, select

for _class in (CompoundSelect, ForUpdateArg, GenerativeSelect, Select, SelectStatementGrouping, TextualSelect, Values):
    _class.__module__ = __name__
