"""Aliases of mapped classes, bundles of columns, and small helpers."""
from sqlalchemy.orm import exc
from sqlalchemy.orm.attributes import QueryableAttribute, state_of
from sqlalchemy.sql.base import replaced
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import Alias, FromClause, Join


def entity_of(given):
    """The mapper or the alias's entity that something stands for."""
    if isinstance(given, type):
        return given.__dict__['__mapper__']
    return getattr(given, '_aliased_insp', None) or given


class KeyedColumn(ColumnElement):
    """A column under the name of its attribute."""
    __visit_name__ = 'column'
    _parts = ()

    @classmethod
    def of(cls, element, key):
        if not isinstance(element, Column):
            return element.label(key)
        found = element._generate()
        found.key, found._proxies, found._keyed = key, [element], True
        return found


class AliasedInsp:
    """An alias of a mapped class, as an entity."""
    is_mapper, is_aliased_class = False, True
    # The classes that it stands for besides, and the entity of which it is such a one.
    polymorphic_mappers, part_of, discriminator = (), None, None

    def __init__(self, entity, mapper, selectable, name, adapts_by_name=False):
        self.entity, self.mapper, self.selectable, self.name, self.by_name = entity, mapper, selectable, name, adapts_by_name
        self.class_ = mapper.class_

    polymorphic_on = property(lambda self: self.discriminator if self.discriminator is not None else self.mapper.polymorphic_on)
    single_criterion = property(lambda self: None if self.mapper.single_criterion is None else replaced(
        self.mapper.single_criterion, lambda e: self.adapted(e) if isinstance(e, Column) else None))
    primary_key = property(lambda self: [self.adapted(c) for c in self.mapper.primary_key])
    relationships = property(lambda self: self.mapper.relationships)
    props = property(lambda self: self.mapper.props)

    def adapted(self, column, prop=None):
        """The alias's column for one of the class's table."""
        if not isinstance(column, Column):
            return replaced(column, lambda e: self.adapted(e) if isinstance(e, Column) else None)
        found = self.selectable.c.corresponding_column(column)
        if found is None and self.by_name:
            found = self.selectable.c.get(column.key)
        return found if found is not None else column

    def _entity_zero(self):
        return self

    def _namespace(self):
        return self.entity

    def _described(self):
        return self.selectable.description

    def _as_from(self):
        return self.selectable

    def _for_columns(self):
        return self

    def __clause_element__(self):
        return self.selectable

    def _from_objects(self):
        return [self.selectable]

    def _loaded_columns(self):
        return [self.adapted(c) for c in self.mapper._loaded_columns()]

    def _inspected(self):
        return self

    def __repr__(self):
        return f'<AliasedInsp at 0x{id(self):x}; {self.class_.__name__}>'


class AliasedClass:
    """A mapped class under another name in statements."""

    def __init__(self, mapped_class, alias=None, name=None, flat=False, adapt_on_names=False):
        mapper = mapped_class.__mapper__ if isinstance(mapped_class, type) else mapped_class
        mapper._check_configure()
        if alias is None:
            table = mapper.persist_selectable
            alias = Alias._of(table, name) if not isinstance(table, Join) else _join_as_subquery(table, name)
        elif not isinstance(alias, FromClause):
            alias = alias.subquery(name)
        self.__dict__['_aliased_insp'] = AliasedInsp(self, mapper, alias, name or mapper.class_.__name__, adapt_on_names)
        self.__dict__['__name__'] = mapper.class_.__name__

    def __getattr__(self, key):
        insp = self.__dict__['_aliased_insp']
        found = getattr(insp.class_, key)
        if isinstance(found, QueryableAttribute):
            return found.adapt_to_entity(insp)
        for base in insp.class_.__mro__:
            if key in base.__dict__:
                raw = base.__dict__[key]
                if hasattr(raw, '_hybrid'):
                    return raw._of_class(self)
                break
        return found

    def _for_columns(self):
        return self._aliased_insp

    def _as_from(self):
        return self._aliased_insp.selectable

    def __clause_element__(self):
        return self._aliased_insp.selectable

    def _inspected(self):
        return self._aliased_insp

    def __str__(self):
        return f'aliased({self._aliased_insp.class_.__name__})'

    def __repr__(self):
        return f'<AliasedClass at 0x{id(self):x}; {self._aliased_insp.class_.__name__}>'


def _join_as_subquery(join, name):
    from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, select
    return select(join).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(name)


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    if isinstance(element, FromClause):
        return element.alias(name)
    return AliasedClass(element, alias, name, flat, adapt_on_names)


class Bundle:
    """Several columns that come as one value."""
    single_entity = False

    def __init__(self, name, *exprs, **kw):
        self.name = self.key = name
        self.exprs = exprs
        self.single_entity = kw.pop('single_entity', False)

    @property
    def c(self):
        return _Named({e.key: e for e in self.exprs})

    columns = c

    def _for_columns(self):
        return self

    def _entity_zero(self):
        return self

    def _from_objects(self):
        return [f for e in self.exprs for f in e.__clause_element__()._from_objects()]

    def create_row_processor(self, query, procs, labels):
        from sqlalchemy.engine.row import ResultMetaData, Row
        metadata = ResultMetaData(labels)
        return lambda row: Row(metadata, tuple(p(row) for p in procs))


class _Named(dict):
    def __getattr__(self, key):
        return self[key]


def identity_key(*args, instance=None, row=None, identity_token=None, ident=None):
    if args:
        cls, given = args[0], args[1] if len(args) > 1 else ident
        if row is not None:
            given = tuple(row)
        return cls.__mapper__.identity_key_from_primary_key(given if isinstance(given, (tuple, list)) else (given,), identity_token)
    return state_of(instance).mapper.identity_key_from_instance(instance)


def object_state(instance):
    return state_of(instance)


def was_deleted(obj):
    return state_of(obj).deleted


def with_parent(instance, prop, from_entity=None):
    from sqlalchemy.orm.strategies import parent_condition
    return parent_condition(state_of(instance), prop.prop)


def join(left, right, onclause=None, isouter=False, full=False):
    from sqlalchemy.orm.context import orm_join
    return orm_join(left, right, onclause, isouter, full)


def outerjoin(left, right, onclause=None, full=False):
    return join(left, right, onclause, True, full)
