"""Mappers: which class stands for which table, and which attribute for which column."""
from sqlalchemy import event, exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.attributes import InstrumentedAttribute
from sqlalchemy.orm.properties import ColumnProperty
from sqlalchemy.orm.state import InstanceState
from sqlalchemy.sql import coercions
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import Join

_MAPPER_EVENTS = frozenset('''before_insert after_insert before_update after_update before_delete after_delete instrument_class mapper_configured
before_mapper_configured after_mapper_constructed load refresh refresh_flush expire pickle unpickle init init_failure first_init class_instrument class_uninstrument attribute_instrument
before_configured after_configured'''.split())


class Mapper:
    """What maps a class; as an entity of a statement it stands for the class's table."""
    _event_names = _MAPPER_EVENTS
    is_mapper, is_aliased_class = True, False
    # The rows of all classes with tables of their own that are below it.
    union = None
    polymorphic_load = _polymorphic = _polymorphic_from = None

    def __init__(self, registry, class_, table, properties=None, inherits=None, polymorphic_on=None, polymorphic_identity=None, order=(), column_prefix=None,
                 primary_key=None, version_id_col=None, version_id_generator=None, eager_defaults='auto', exclude_properties=None, include_properties=None,
                 confirm_deleted_rows=True, with_polymorphic=None, concrete=False, batch=True, polymorphic_load=None, **options):
        self.batch = batch
        self.registry, self.class_, self.inherits, self.polymorphic_identity = registry, class_, inherits, polymorphic_identity
        self.eager_defaults, self.version_id_col, self.version_generator = eager_defaults, version_id_col, version_id_generator
        self.validators, self.props, self.relationships, self.subclasses, self.configured = {}, {}, _Properties(), [], False
        self.exclude, self.given_key = set(exclude_properties or ()), primary_key
        self.entity, self.concrete, self.concrete_of, self.given_polymorphic = class_, concrete, inherits if concrete else None, with_polymorphic
        self.polymorphic_load = polymorphic_load
        if concrete and inherits is not None:
            inherits.subclasses.append(self)
            inherits = self.inherits = None
        if inherits is not None:
            self.base_mapper = inherits.base_mapper
            inherits.subclasses.append(self)
            self.single = table is None or table is inherits.local_table
            self.local_table = inherits.local_table if self.single else table
            self.persist_selectable = inherits.persist_selectable if self.single else Join(inherits.persist_selectable, table)
            self.polymorphic_map, self.polymorphic_on = inherits.polymorphic_map, inherits.polymorphic_on
            self.validators.update({k: list(v) for k, v in inherits.validators.items()})
            self.version_id_col = version_id_col if version_id_col is not None else inherits.version_id_col
        else:
            if table is None:
                raise sa_exc.InvalidRequestError(f'Class {class_!r} does not have a __table__ or __tablename__ specified and does not inherit from an existing '
                                                 'table-mapped class.')
            self.base_mapper, self.single, self.local_table, self.persist_selectable = self, False, table, table
            self.polymorphic_map, self.polymorphic_on = {} if self.concrete_of is None else self.concrete_of.polymorphic_map, None
        self.primary_key = tuple(self.given_key or (self.base_mapper.local_table.primary_key if inherits is None else inherits.primary_key))
        if not self.primary_key and inherits is None:
            raise sa_exc.ArgumentError(f"Mapper {self} could not assemble any primary key columns for mapped table '{table.description}'")
        if polymorphic_identity is not None:
            self.polymorphic_map[polymorphic_identity] = self
        self._make_properties(properties or {}, order)
        if polymorphic_on is not None:
            self.polymorphic_on = self._polymorphic_column(polymorphic_on)
        self.local_table.is_mapped = True
        class_.__mapper__ = self
        registry.mappers.append(self)
        for listener in event.of_class(class_, 'instrument_class'):
            listener(self, class_)
        self._instrument()
        for mapper in self.iterate():
            mapper._polymorphic = mapper._polymorphic_from = None
        for listener in event.of_class(class_, 'after_mapper_constructed'):
            listener(self, class_)

    def _polymorphic_column(self, given):
        if isinstance(given, str):
            return self.props[given].columns[0] if given in self.props else self.local_table.c[given]
        return coercions.element_of(given)

    def _make_properties(self, properties, order):
        by_column = {id(p.columns[0]): key for key, p in properties.items() if isinstance(p, ColumnProperty)}
        for key, prop in properties.items():
            if id(getattr(prop, 'columns', (None,))[0]) not in {id(c) for c in self.local_table.c}:
                self.add_property(key, prop, instrument=False)
        if self.inherits is not None:
            for key, prop in self.inherits.props.items():
                if key not in properties or prop.is_column and not self.single:
                    self.props[key] = prop
                    if prop.is_relationship:
                        self.relationships[key] = prop
        for column in self.local_table.c:
            key = by_column.get(id(column), column.key)
            if key in self.exclude or self.single and self.inherits is not None and not any(column is c for c in order) and id(column) not in by_column:
                continue
            inherited = self.inherits.props.get(key) if self.inherits is not None and not self.single else None
            if inherited is not None and inherited.is_column:
                self.props[key] = self._merged(inherited, column)
            elif id(column) in by_column:
                self.add_property(key, properties[key], instrument=False)
            elif key not in properties:
                self.add_property(key, ColumnProperty(column), instrument=False)
        for key, prop in properties.items():
            if key not in self.props:
                self.add_property(key, prop, instrument=False)

    def _merged(self, inherited, column):
        """The property of a column that a table and its parent's table both have."""
        found = ColumnProperty(column, *inherited.columns)
        found.key, found.parent = inherited.key, self
        return found

    def add_property(self, key, prop, instrument=True):
        if isinstance(prop, Column):
            if prop.table is None:
                prop.name = prop.name or key
                prop.key = prop.key or prop.name
                self.local_table.append_column(prop)
            prop = ColumnProperty(prop)
        prop.key, prop.parent = key, self
        self.props[key] = prop
        if prop.is_relationship:
            self.relationships[key] = prop
        for sub in self.subclasses:
            if key not in sub.props and not sub.concrete:
                sub.props[key] = prop
                if prop.is_relationship:
                    sub.relationships[key] = prop
                setattr(sub.class_, key, InstrumentedAttribute(sub.class_, key, prop, sub))
        if instrument:
            setattr(self.class_, key, InstrumentedAttribute(self.class_, key, prop, self))

    def _instrument(self):
        for key, prop in self.props.items():
            inherited = self.inherits is not None and prop is self.inherits.props.get(key)
            made = InstrumentedAttribute(self.class_, key, prop, self)
            if inherited:
                old = self.inherits.class_.__dict__.get(key)
                if getattr(old, '_listeners', None):
                    made._listeners = old._listeners
            type.__setattr__(self.class_, key, made)
        _wrap_init(self.class_)

    # --- what others ask ---

    def attribute(self, key):
        return getattr(self.class_, key)

    @property
    def attrs(self):
        self._check_configure()
        return _Properties(self.props)

    all_orm_descriptors = attrs

    @property
    def column_attrs(self):
        return _Properties({k: p for k, p in self.props.items() if p.is_column})

    @property
    def synonyms(self):
        return _Properties({k: p for k, p in self.props.items() if p.is_synonym})

    columns = c = property(lambda self: _Properties({k: p.columns[0] for k, p in self.props.items() if p.is_column}))
    tables = property(lambda self: self.all_tables())
    selectable = property(lambda self: self.persist_selectable)
    mapped_table = local_table_ = property(lambda self: self.persist_selectable)
    mapper = property(lambda self: self)

    def get_property(self, key):
        self._check_configure()
        if key not in self.props:
            raise sa_exc.InvalidRequestError(f"Mapper '{self}' has no property '{key}'.  If this property was indicated from other mappers or configure events, "
                                             'ensure registry.configure() has been called.')
        return self.props[key]

    def has_property(self, key):
        return key in self.props

    def get_property_by_column(self, column):
        return self.props[self.key_of(column)]

    def key_of(self, column):
        """The attribute that a column is."""
        for key, prop in self.props.items():
            if prop.is_column and any(c is column for c in prop.columns):
                return key
        raise exc.UnmappedColumnError(f"No column {column} is configured on mapper {self}...")

    def all_tables(self):
        return [t for t in self.persist_selectable._leaves()]

    def iterate(self):
        mapper = self
        while mapper is not None:
            yield mapper
            mapper = mapper.inherits or mapper.concrete_of

    iterate_to_root = iterate

    def isa(self, other):
        return any(m is other for m in self.iterate())

    def self_and_descendants(self):
        found = [self]
        for mapper in found:
            found += mapper.subclasses
        return found

    @property
    def polymorphic_mappers(self):
        """The classes whose columns come with this one's; nothing where only its own do."""
        if self._polymorphic is None:
            from sqlalchemy.orm._polymorphic import mappers_of
            given = self.given_polymorphic
            given = given[0] if isinstance(given, tuple) and given and (given[0] == '*' or isinstance(given[0], (list, tuple))) else given
            inline = [m.class_ for m in self.self_and_descendants()[1:] if m.polymorphic_load == 'inline']
            self._polymorphic = mappers_of(self, given if given == '*' else [*(given or ()), *inline]) if given or inline else ()
        return self._polymorphic

    with_polymorphic_mappers = polymorphic_mappers

    @property
    def polymorphic_loads(self):
        return self.polymorphic_on is not None

    def identity_key_from_primary_key(self, key, identity_token=None):
        return self.base_mapper.class_, tuple(key), identity_token

    def primary_key_from_instance(self, instance):
        return [getattr(instance, self.key_of(c)) for c in self.primary_key]

    def identity_key_from_instance(self, instance):
        return self.identity_key_from_primary_key(self.primary_key_from_instance(instance))

    def primary_key_from_state(self, state):
        return tuple(state.dict.get(self.key_of(c)) for c in self.primary_key)

    def _column_key(self, key):
        prop = self.props.get(key)
        return prop.columns[0].key if prop is not None and prop.is_column else key

    def _check_configure(self):
        self.registry._configure_all()

    # --- as an entity ---

    def _entity_zero(self):
        return self

    def _namespace(self):
        return self.class_

    def _described(self):
        return self.local_table.description

    def _as_from(self):
        self._check_configure()
        if self.union is not None:
            return self.union
        if self.polymorphic_mappers and self._polymorphic_from is None:
            from sqlalchemy.orm._polymorphic import joined_tables
            given = self.given_polymorphic
            self._polymorphic_from = given[1] if isinstance(given, tuple) and hasattr(given[-1], '_from_objects') else joined_tables(
                self, self.polymorphic_mappers)
        return self._polymorphic_from if self.polymorphic_mappers else self.persist_selectable

    def _for_columns(self):
        return self

    def __clause_element__(self):
        return self._as_from()

    def adapted(self, column, prop=None):
        if self.union is None:
            return column
        found = self.union.c.corresponding_column(column)
        return found if found is not None else self.union.c.get(column.key, column)

    def _loaded_columns(self):
        return [p.columns[0] for p in self.props.values() if p.is_column and not p.deferred]

    def _from_objects(self):
        return [self._as_from()]

    def _inspected(self):
        return self

    @property
    def single_criterion(self):
        """The condition for a class that shares its table with its parent."""
        if self.single and self.inherits is not None and self.polymorphic_on is not None:
            return self.polymorphic_on.in_([m.polymorphic_identity for m in self.self_and_descendants()])
        return None

    def __str__(self):
        table = self.local_table.description if self.local_table is not None else None
        return f'Mapper[{self.class_.__name__}({table})]'

    def __repr__(self):
        return f'<Mapper at 0x{id(self):x}; {self.class_.__name__}>'


class _Properties(dict):
    def __getattr__(self, key):
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None

    def keys(self):
        return list(dict.keys(self))

    def __iter__(self):
        return iter(self.values())

    def __contains__(self, key):
        return key in self.keys()


def _wrap_init(cls):
    """The class's `__init__` makes a state first."""
    original = cls.__dict__.get('__init__') or cls.__init__
    if getattr(original, '_sa_original', None) is not None:
        if '__init__' not in cls.__dict__:
            return
        return

    def __init__(self, *args, **kwargs):
        if '_sa_instance_state' not in self.__dict__:
            mapper = type(self).__mapper__
            if not mapper.registry.done:
                mapper._check_configure()
            state = self.__dict__['_sa_instance_state'] = InstanceState(self, mapper)
            for listener in event.of_class(type(self), 'init'):
                listener(self, args, kwargs)
        failing = event.of_class(type(self), 'init_failure')
        if not failing:
            return original(self, *args, **kwargs)
        try:
            return original(self, *args, **kwargs)
        except BaseException:
            for listener in failing:
                listener(self, args, kwargs)
            raise
    __init__.__doc__, __init__._sa_original = original.__doc__, original
    __init__.__qualname__ = f'{cls.__qualname__}.__init__'
    __init__.__wrapped__ = original
    type.__setattr__(cls, '__init__', __init__)


def configure_mappers():
    from sqlalchemy.orm.decl_api import registries
    for registry in list(registries):
        registry._configure_all()


def class_mapper(class_, configure=True):
    mapper = class_.__dict__.get('__mapper__') if isinstance(class_, type) else None
    if mapper is None:
        if not isinstance(class_, type):
            raise sa_exc.ArgumentError(f'Class object expected, got {class_!r}.')
        raise exc.UnmappedClassError(class_)
    if configure:
        mapper._check_configure()
    return mapper


def object_mapper(instance):
    from sqlalchemy.orm.attributes import state_of
    return state_of(instance).mapper


def validates(*names, include_removes=False, include_backrefs=True):
    def decorate(fn):
        fn._validates = names
        return fn
    return decorate


def reconstructor(fn):
    fn._reconstructs = True
    return fn
