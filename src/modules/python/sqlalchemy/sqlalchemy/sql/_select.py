"""SELECT, UNION and VALUES."""
from sqlalchemy import exc
from sqlalchemy.sql import coercions
from sqlalchemy.sql._names import named
from sqlalchemy.sql.base import Anon, ClauseElement, walk
from sqlalchemy.sql.elements import BindParameter, and_
from sqlalchemy.sql.selectable import LABEL_STYLE_DEFAULT, FromClause, Join, SelectBase
from sqlalchemy.sql.sqltypes import INTEGERTYPE


class ForUpdateArg(ClauseElement):
    __visit_name__ = 'for_update_arg'
    _parts = 'of',

    def __init__(self, nowait=False, read=False, of=None, skip_locked=False, key_share=False):
        self.nowait, self.read, self.skip_locked, self.key_share = nowait, read, skip_locked, key_share
        self.of = None if of is None else [coercions.columns_clause(o) for o in (of if isinstance(of, (list, tuple)) else [of])]


class GenerativeSelect(SelectBase):
    """ORDER BY, GROUP BY, LIMIT …"""
    _order_by = _group_by = ()
    _limit = _offset = _fetch = _for_update = None
    _fetch_options = None
    _label_style = LABEL_STYLE_DEFAULT

    def _with(self, **changes):
        found = self._generate()
        found.__dict__.update(changes)
        return found

    def order_by(self, *clauses):
        if len(clauses) == 1 and clauses[0] is None:
            return self._with(_order_by=())
        if clauses and clauses[0] is None and not clauses[1:]:
            return self._with(_order_by=())
        return self._with(_order_by=(*self._order_by, *(coercions.order_by(c).self_group() for c in clauses if c is not False)))

    def group_by(self, *clauses):
        if len(clauses) == 1 and clauses[0] is None:
            return self._with(_group_by=())
        return self._with(_group_by=(*self._group_by, *map(coercions.order_by, clauses)))

    def limit(self, limit):
        return self._with(_limit=_number(limit), _fetch=None)

    def offset(self, offset):
        return self._with(_offset=_number(offset))

    def fetch(self, count, with_ties=False, percent=False):
        return self._with(_fetch=_number(count), _fetch_options={'with_ties': with_ties, 'percent': percent}, _limit=None)

    def slice(self, start, stop):
        limit = None if stop is None else stop - (start or 0)
        return self._with(_limit=_number(limit), _offset=_number(start) if start else None)

    def with_for_update(self, *, nowait=False, read=False, of=None, skip_locked=False, key_share=False):
        return self._with(_for_update=ForUpdateArg(nowait, read, of, skip_locked, key_share))

    def set_label_style(self, style):
        return self._with(_label_style=style)

    def get_label_style(self):
        return self._label_style


def _number(value):
    if value is None or coercions.element_of(value) is not None:
        return coercions.element_of(value)
    return BindParameter(None, int(value), type_=INTEGERTYPE, unique=True)


class Select(GenerativeSelect):
    __visit_name__ = 'select'
    _parts = '_raw_columns', '_from_obj', '_where', '_joins', '_order_by', '_group_by', '_having', '_limit', '_offset', '_distinct_on'
    _from_obj = _where = _joins = _having = _distinct_on = _prefixes = _suffixes = _hints = ()
    _distinct = False
    _correlate = _correlate_except = None
    _auto_correlate = True

    def __init__(self, *entities):
        self._raw_columns = [coercions.columns_clause(e) for e in entities]

    # --- building ---

    def where(self, *clauses):
        return self._with(_where=(*self._where, *map(coercions.where, clauses)))

    filter = where

    def filter_by(self, **kwargs):
        entity = self._filter_entity()
        return self.where(*[_attribute(entity, key) == value for key, value in kwargs.items()])

    def _filter_entity(self):
        """What the names of `filter_by` are of: the latest that was joined, or the first."""
        if self._joins:
            return self._joins[-1][0]._entity() if hasattr(self._joins[-1][0], '_entity') else self._joins[-1][0]
        if self._from_obj:
            return self._from_obj[0]
        for entry in self._raw_columns:
            if hasattr(entry, '_entity_zero'):
                return entry
            parent = getattr(entry, '_parent_entity', None)
            if parent is not None:
                return parent
            froms = entry._from_objects()
            if froms:
                return froms[0]
        raise exc.InvalidRequestError('Entity namespace for "filter_by" not found')

    def having(self, *clauses):
        return self._with(_having=(*self._having, *map(coercions.where, clauses)))

    def join(self, target, onclause=None, *, isouter=False, full=False):
        return self._with(_joins=(*self._joins, _JoinStep(target, onclause, None, isouter, full)))

    def outerjoin(self, target, onclause=None, *, full=False):
        return self.join(target, onclause, isouter=True, full=full)

    def join_from(self, from_, target, onclause=None, *, isouter=False, full=False):
        return self._with(_joins=(*self._joins, _JoinStep(target, onclause, from_, isouter, full)))

    def outerjoin_from(self, from_, target, onclause=None, *, full=False):
        return self.join_from(from_, target, onclause, isouter=True, full=full)

    def select_from(self, *froms):
        return self._with(_from_obj=(*self._from_obj, *[_kept(f) for f in froms]))

    def distinct(self, *on):
        return self._with(_distinct=True, _distinct_on=(*self._distinct_on, *map(coercions.column, on)))

    def add_columns(self, *entities):
        return self._with(_raw_columns=[*self._raw_columns, *map(coercions.columns_clause, entities)])

    def column(self, column):
        return self.add_columns(column)

    def with_only_columns(self, *entities, maintain_column_froms=False):
        found = self._with(_raw_columns=[coercions.columns_clause(e) for e in entities])
        if maintain_column_froms:
            found = found.select_from.__func__(found, *self._final_froms())
        return found

    def prefix_with(self, *prefixes, dialect='*'):
        return self._with(_prefixes=(*self._prefixes, *[_text(p) for p in prefixes]))

    def suffix_with(self, *suffixes, dialect='*'):
        return self._with(_suffixes=(*self._suffixes, *[_text(p) for p in suffixes]))

    def with_hint(self, selectable, text, dialect_name='*'):
        return self

    def with_statement_hint(self, text, dialect_name='*'):
        return self

    def correlate(self, *froms):
        return self._with(_auto_correlate=False, _correlate=None if froms and froms[0] in (None, False) else (
            *(self._correlate or ()), *map(coercions.from_clause, froms)))

    def correlate_except(self, *froms):
        return self._with(_auto_correlate=False, _correlate_except=(*(self._correlate_except or ()), *[
            coercions.from_clause(f) for f in froms if f is not None]))

    def from_statement(self, statement):
        from sqlalchemy.orm.context import FromStatement
        return FromStatement(self._raw_columns, statement)

    def reduce_columns(self, only_synonyms=True):
        from _frames import not_supported
        not_supported('Select.reduce_columns')

    # --- what it comes to ---

    @property
    def whereclause(self):
        return and_(*self._where) if self._where else None

    @property
    def columns_clause_froms(self):
        return [f for c in self._core()._raw_columns for f in c._from_objects()]

    @property
    def froms(self):
        return self._final_froms()

    def get_final_froms(self):
        return self._final_froms()

    @property
    def column_descriptions(self):
        from sqlalchemy.orm.context import descriptions
        return descriptions(self)

    @property
    def inner_columns(self):
        return iter(self._core_columns())

    def _is_orm(self):
        return any(hasattr(e, '_entity_zero') for e in (*self._raw_columns, *self._from_obj)) or any(step._is_orm() for step in self._joins) or bool(
            self._with_options) or any(hasattr(c, '_parent_entity') for c in self._raw_columns)

    def _core(self, eager=False):
        """The SELECT of tables and columns that it comes to: what the ORM maps stands in it no more."""
        if self._is_orm():
            from sqlalchemy.orm.context import SelectState
            return SelectState(self, eager=eager).statement
        return self

    def _core_columns(self):
        found = []
        for entry in self._core()._raw_columns:
            found += entry._plain_columns() if isinstance(entry, FromClause) else [entry]
        return found

    def _typed(self):
        return self._core_columns()

    def _named(self):
        core = self._core()
        return [(name.key, name.proxied()) for name in named(core._core_columns(), core._label_style)]

    def _final_froms(self):
        return self._core()._froms()

    def _froms(self):
        """What stands after FROM, those that a join holds left out."""
        explicit = apply_joins(self) if self._joins else list(self._from_obj)
        found = []
        for source in (explicit, self._raw_columns, self._where):
            for element in source:
                for item in [element] if source is explicit and element.__visit_name__ == 'textclause' else element._from_objects():
                    if not any(item is f for f in found):
                        found.append(item)
        hidden = [h for f in found for h in f._hidden()]
        return [f for f in found if not any(f is h for h in hidden)]

    def self_group(self, against=None):
        if against in ('compound',) and not self._needs_parens_in_compound():
            return self
        return SelectStatementGrouping(self)

    def _needs_parens_in_compound(self):
        return bool(self._order_by) or self._limit is not None or self._offset is not None


def _text(given):
    from sqlalchemy.sql.elements import TextClause
    return given if isinstance(given, ClauseElement) else TextClause(given)


def _kept(given):
    """A FROM; what the ORM maps stays what it is."""
    mapper = given.__dict__.get('__mapper__') if isinstance(given, type) else None
    if mapper is not None:
        return mapper
    return given._for_columns() if getattr(given, '_entity_zero', None) or hasattr(type(given), '_for_columns') and hasattr(given, '_aliased_insp') \
        else coercions.from_clause(given)


def _attribute(entity, key):
    found = entity._namespace() if hasattr(entity, '_namespace') else None
    if found is not None:
        try:
            return getattr(found, key)
        except AttributeError as error:
            raise exc.InvalidRequestError(f'Entity namespace for "{entity._described()}" has no property "{key}"') from error
    column = entity.c.get(key)
    if column is None:
        raise exc.InvalidRequestError(f'Entity namespace for "{entity.description}" has no property "{key}"')
    return column


class _JoinStep(tuple):
    """(target, condition or None, what it is joined to or None); whether the join is an outer one, or full."""

    def __new__(cls, target, onclause, from_, isouter=False, full=False):
        kept = _kept if not hasattr(target, '_join_target') else lambda t: t
        return tuple.__new__(cls, (kept(target), None if onclause is None else onclause if hasattr(onclause, '_join_target') else coercions.where(onclause),
                                   None if from_ is None else _kept(from_), isouter, full))

    def _is_orm(self):
        return any(hasattr(part, '_entity_zero') or hasattr(part, '_join_target') for part in self[:3])


def apply_joins(select):
    """The FROMs of a SELECT with its joins made."""
    froms = list(select._from_obj)
    for target, onclause, left, isouter, full in select._joins:
        if left is None:
            at, left = _left_of(froms, select._raw_columns, target, onclause)
        else:
            at = next((n for n, f in enumerate(froms) if f is left or any(l is left for l in f._from_objects())), None)
            left = froms[at] if at is not None else left
        made = Join(left, target, onclause, isouter, full)
        if at is None:
            froms.append(made)
        else:
            froms[at] = made
    return froms


def _left_of(froms, raw_columns, right, onclause, shown=None):
    """Which FROM something is joined to: its number (None: it is none of them yet), and it."""
    candidates = froms
    if not froms:
        candidates = []
        for entry in raw_columns:
            for item in entry._from_objects():
                if not any(item is c for c in candidates):
                    candidates.append(item)
    fitting = _joinable(candidates, right, onclause)
    if len(fitting) > 1:
        raise exc.InvalidRequestError("Can't determine which FROM clause to join from, there are multiple FROMS which can join to this entity. Please use the "
                                      '.select_from() method to establish an explicit left side, as well as providing an explicit ON clause if not present '
                                      'already to help resolve the ambiguity.')
    if not fitting:
        raise exc.InvalidRequestError(f"Don't know how to join to {(right if shown is None else shown)!r}. Please use the .select_from() method to establish an explicit left side, as well "
                                      'as providing an explicit ON clause if not present already to help resolve the ambiguity.')
    return (fitting[0] if froms else None), candidates[fitting[0]]


def _joinable(candidates, right, onclause):
    from sqlalchemy.sql.selectable import _pairs
    others = [n for n, c in enumerate(candidates) if not any(leaf is right for leaf in c._leaves())]
    if onclause is not None:
        named_ = [f for e in walk(onclause) for f in e._from_objects()]
        fitting = [n for n in others if any(leaf is f for leaf in candidates[n]._from_objects() for f in named_)] if len(others) > 1 else others
        return fitting or others
    return [n for n in others if _pairs(candidates[n], right)]


class SelectStatementGrouping(SelectBase):
    __visit_name__ = 'select_statement_grouping'
    _parts = 'element',

    def __init__(self, element):
        self.element = element

    def _named(self):
        return self.element._named()

    def _typed(self):
        return self.element._typed()

    def _final_froms(self):
        return self.element._final_froms()

    def self_group(self, against=None):
        return self


class CompoundSelect(GenerativeSelect):
    """SELECTs with UNION, INTERSECT or EXCEPT between them."""
    __visit_name__ = 'compound_select'
    _parts = 'selects', '_order_by', '_group_by', '_limit', '_offset'

    def __init__(self, keyword, *selects):
        self.keyword = keyword
        self.selects = [self._member(coercions.element_of(s)) for s in selects]

    def _member(self, select):
        if isinstance(select, (CompoundSelect,)) or isinstance(select, Select) and select._needs_parens_in_compound():
            return SelectStatementGrouping(select)
        return select

    def _named(self):
        return self.selects[0]._named()

    def _typed(self):
        return self.selects[0]._typed()

    def _is_orm(self):
        return False

    def _final_froms(self):
        return [f for s in self.selects for f in s._final_froms()]

    def _needs_parens_in_compound(self):
        return True

    def self_group(self, against=None):
        return SelectStatementGrouping(self)

    @property
    def whereclause(self):
        return None


class Values(FromClause):
    """VALUES as a table."""
    __visit_name__ = 'values'
    named_with_column = True

    def __init__(self, *columns, name=None, literal_binds=False):
        self._value_columns, self.name, self.literal_binds, self._data = columns, name if name is not None else Anon(self, 'anon'), literal_binds, ()

    def data(self, values):
        found = self._generate()
        found.__dict__.pop('_columns', None)
        found._data = (*self._data, *values)
        return found

    def _make_columns(self, found):
        for column in self._value_columns:
            found.add(column._proxy(self))

    def alias(self, name=None, flat=False):
        found = self._generate()
        found.name = name
        found.__dict__.pop('_columns', None)
        return found


class TextualSelect(SelectBase):
    """Text that selects, with its columns told."""
    __visit_name__ = 'textual_select'
    _parts = 'element',

    def __init__(self, text, columns, positional=False):
        self.element, self.column_args, self.positional = text, columns, positional

    def _named(self):
        return [(c.key, c) for c in self.column_args]

    def _typed(self):
        return self.column_args

    def _final_froms(self):
        return []

    def bindparams(self, *binds, **values):
        found = self._generate()
        found.element = self.element.bindparams(*binds, **values)
        return found


def select(*entities):
    if len(entities) == 1 and isinstance(entities[0], (list, tuple)):
        coercions.columns_clause(entities[0])
    return Select(*entities)
