"""Declarative classes: their attributes become a table and a mapper."""
from sqlalchemy import event, exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm._declaring import declare
from sqlalchemy.sql.base import ClauseElement
from sqlalchemy.sql.schema import MetaData

registries = []


class registry:
    """The mapped classes that know each other by name."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=None):
        self.metadata = metadata if metadata is not None else MetaData()
        self.classes = class_registry if class_registry is not None else {}
        self.type_annotation_map = dict(type_annotation_map or {})
        self.constructor, self.mappers, self.done, self._configuring = constructor or _declarative_constructor, [], True, False
        # Classes without a table that stand for those below them.
        self.united = []
        registries.append(self)

    def update_type_annotation_map(self, given):
        self.type_annotation_map.update(given)

    # --- names ---

    def _scope(self, prop):
        names = dict(self.metadata.tables_found)
        names.update(self.classes)
        import sqlalchemy
        return _Names(names, self, prop)

    def resolved(self, given, prop, table=False):
        """What an argument of a relationship's stands for: a text is evaluated, a function called."""
        if isinstance(given, str):
            if table and given in self.metadata.tables_found:
                return self.metadata.tables_found[given]
            try:
                return eval(given, {'__builtins__': {}}, self._scope(prop))
            except NameError as error:
                self._unknown(given, error, prop)
        if callable(given) and not isinstance(given, (type, ClauseElement)) and not hasattr(given, '__clause_element__'):
            return given()
        if isinstance(given, (list, tuple)):
            return [self.resolved(g, prop) for g in given]
        return given

    def _unknown(self, text, error, prop):
        name = error.name if getattr(error, 'name', None) else text
        raise sa_exc.InvalidRequestError(
            f"When initializing mapper {prop.parent}, expression {text!r} failed to locate a name ({name!r}). If this is a class name, consider adding this "
            f'relationship() to the {prop.parent.class_!r} class after both dependent classes have been defined.')

    def mapper_of(self, argument, prop):
        if isinstance(argument, str):
            text = argument
            found = self.classes.get(text)
            if found is None:
                found = self.classes.get(text.rpartition('.')[2]) if '.' in text else None
            if found is None:
                self._unknown(text, NameError(name=text), prop)
        else:
            found = self.resolved(argument, prop)
        if getattr(found, 'is_mapper', False):
            return found
        mapper = found.__dict__.get('__mapper__') if isinstance(found, type) else None
        if mapper is None:
            raise sa_exc.ArgumentError(f"relationship '{prop.key}' expects a class or a mapper argument (received: {type(found)})")
        return mapper

    # --- mapping ---

    def _configure_all(self):
        if self.done or self._configuring:
            return
        self._configuring, fresh = True, []
        from sqlalchemy.orm.mapper import Mapper
        try:
            event.fire_at(Mapper, 'before_configured')
            for cls in self.united:
                if '__mapper__' not in cls.__dict__:
                    from sqlalchemy.orm._polymorphic import map_to_union
                    map_to_union(self, cls)
            for mapper in list(self.mappers):
                first = getattr(mapper.class_, '__declare_first__', None)
                if first is not None and not mapper.configured:
                    first()
            for mapper in list(self.mappers):
                if getattr(mapper, '_failed', None) is not None:
                    raise sa_exc.InvalidRequestError(
                        f"One or more mappers failed to initialize - can't proceed with initialization of other mappers. Triggering mapper: '{mapper}'. "
                        f'Original exception was: {mapper._failed}')
                if not mapper.configured:
                    for listener in event.of_class(mapper.class_, 'before_mapper_configured'):
                        listener(mapper, mapper.class_)
                    for listener in event.of_class(mapper.class_, 'attribute_instrument'):
                        for key in [*mapper.relationships.keys(), *[k for k, p in mapper.props.items() if not p.is_relationship]]:
                            listener(mapper.class_, key, mapper.attribute(key))
                try:
                    for prop in list(mapper.relationships.values()):
                        if prop.parent is mapper:
                            prop.configure()
                except Exception as error:
                    mapper._failed = error
                    raise
                if not mapper.configured:
                    for listener in event.of_class(mapper.class_, 'mapper_configured'):
                        listener(mapper, mapper.class_)
                    fresh.append(mapper)
                mapper.configured = True
            for mapper in fresh:
                last = getattr(mapper.class_, '__declare_last__', None)
                if last is not None:
                    last()
            self.done = True
            event.fire_at(Mapper, 'after_configured')
        finally:
            self._configuring = False

    def configure(self, cascade=False):
        self._configure_all()

    def dispose(self, cascade=False):
        self.mappers.clear()
        self.classes.clear()

    def generate_base(self, mapper=None, cls=object, name='Base', metaclass=None):
        bases = cls if isinstance(cls, tuple) else (cls,)
        namespace = {'registry': self, 'metadata': self.metadata, '__module__': 'sqlalchemy.orm.decl_api', '__init__': self.constructor, '__abstract__': True}
        return (metaclass or DeclarativeMeta)(name, bases, namespace)

    def mapped(self, cls):
        if cls.__init__ is object.__init__:
            cls.__init__ = self.constructor
        declare(self, cls)
        return cls

    def mapped_as_dataclass(self, cls=None, **options):
        def decorate(cls):
            cls.__dict__.get('_sa_dataclass') or setattr(cls, '_sa_dataclass', options)
            declare(self, cls)
            return cls
        return decorate if cls is None else decorate(cls)

    def map_declaratively(self, cls):
        self.mapped(cls)
        return cls.__mapper__

    def as_declarative_base(self, **kw):
        def decorate(cls):
            return self.generate_base(cls=cls, name=cls.__name__, **kw)
        return decorate

    def map_imperatively(self, class_, local_table=None, **kw):
        from sqlalchemy.orm.mapper import Mapper
        if '__init__' not in class_.__dict__ and class_.__init__ is object.__init__:
            class_.__init__ = self.constructor
        self.classes[class_.__name__] = class_
        self.done = False
        inherits = kw.pop('inherits', None)
        mapper = Mapper(self, class_, local_table, inherits=inherits.__mapper__ if isinstance(inherits, type) else inherits, **kw)
        return mapper


class _Names(dict):
    """Names in a relationship's text: classes, tables, and what makes expressions."""

    def __init__(self, names, registry, prop):
        super().__init__(names)
        self.registry, self.prop = registry, prop

    def __missing__(self, name):
        import sqlalchemy
        from sqlalchemy.orm import foreign, remote
        if name in ('foreign', 'remote'):
            return foreign if name == 'foreign' else remote
        found = getattr(sqlalchemy, name, None) if name in ('and_', 'or_', 'not_', 'func', 'select', 'desc', 'asc', 'text', 'literal') else None
        if found is None:
            raise KeyError(name)
        return found


def _declarative_constructor(self, **kwargs):
    """A constructor that takes a value for each attribute."""
    cls = type(self)
    for name, value in kwargs.items():
        if not hasattr(cls, name):
            raise TypeError(f'{name!r} is an invalid keyword argument for {cls.__name__}')
        setattr(self, name, value)


_declarative_constructor.__name__ = '__init__'


class DeclarativeAttributeIntercept(type):
    """Attributes that a mapped class is given later are mapped as well."""

    def __setattr__(cls, key, value):
        if '__mapper__' in cls.__dict__ and not key.startswith('__'):
            from sqlalchemy.orm._declaring import property_of
            prop = property_of(value, key)
            if prop is not None:
                cls.__mapper__.add_property(key, prop)
                cls.__mapper__.registry.done = False
                return
        type.__setattr__(cls, key, value)


class DeclarativeMeta(DeclarativeAttributeIntercept):
    """Of the bases that `declarative_base` makes."""

    def __init__(cls, name, bases, namespace, **kw):
        registry_ = getattr(cls, 'registry', None) or getattr(cls, '_sa_registry', None)
        if '_sa_registry' not in cls.__dict__ and isinstance(namespace.get('registry'), registry):
            type.__setattr__(cls, '_sa_registry', namespace['registry'])
        if not cls.__dict__.get('__abstract__', False):
            declare(cls._sa_registry if hasattr(cls, '_sa_registry') else registry_, cls)
        type.__init__(cls, name, bases, namespace)


def _base_of(cls):
    """Gives a base class its registry and its metadata."""
    namespace = cls.__dict__
    metadata = namespace.get('metadata') or getattr(cls, 'metadata', None)
    found = namespace.get('registry') or getattr(cls, 'registry', None)
    if found is None:
        found = registry(metadata=metadata, type_annotation_map=namespace.get('type_annotation_map') or getattr(cls, 'type_annotation_map', None))
    elif getattr(cls, 'type_annotation_map', None):
        found.update_type_annotation_map(cls.type_annotation_map)
    type.__setattr__(cls, 'registry', found)
    type.__setattr__(cls, '_sa_registry', found)
    type.__setattr__(cls, 'metadata', found.metadata)
    if cls.__init__ is object.__init__:
        type.__setattr__(cls, '__init__', found.constructor)


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    """What programs derive their base from."""

    def __init_subclass__(cls, **kw):
        if DeclarativeBase in cls.__bases__:
            _base_of(cls)
            if _dataclass_options(cls, kw) is not None:
                kw = {}
            super().__init_subclass__(**kw)
            return
        options = _dataclass_options(cls, kw)
        super().__init_subclass__(**(kw if options is None else {}))
        if not cls.__dict__.get('__abstract__', False):
            declare(cls._sa_registry, cls)


class DeclarativeBaseNoMeta:
    def __init_subclass__(cls, **kw):
        if DeclarativeBaseNoMeta in cls.__bases__:
            _base_of(cls)
        elif not cls.__dict__.get('__abstract__', False):
            declare(cls._sa_registry, cls)
        super().__init_subclass__(**kw)


_DATACLASS = 'init', 'repr', 'eq', 'order', 'unsafe_hash', 'match_args', 'kw_only', 'dataclass_callable'


class MappedAsDataclass(metaclass=DeclarativeAttributeIntercept):
    """A class with this among its bases becomes a dataclass as well."""

    def __init_subclass__(cls, **kw):
        _dataclass_options(cls, kw)
        super().__init_subclass__()


def _dataclass_options(cls, kw):
    if not issubclass(cls, MappedAsDataclass):
        return None
    options = {name: value for name, value in kw.items() if name in _DATACLASS}
    if options or '_sa_dataclass' not in cls.__dict__:
        type.__setattr__(cls, '_sa_dataclass', {**getattr(cls, '_sa_dataclass', {}), **options})
    return options


def declarative_base(*, metadata=None, mapper=None, cls=object, name='Base', class_registry=None, type_annotation_map=None, constructor=None, metaclass=None):
    found = registry(metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map, constructor=constructor)
    return found.generate_base(mapper=mapper, cls=cls, name=name, metaclass=metaclass)


def as_declarative(**kw):
    metadata, class_registry = kw.pop('metadata', None), kw.pop('class_registry', None)
    return registry(metadata=metadata, class_registry=class_registry).as_declarative_base(**kw)


class declared_attr:
    """An attribute that each class makes for itself."""

    def __init__(self, fn=None, cascading=False):
        self.fget, self.cascading = getattr(fn, '__func__', fn), cascading

    def __get__(self, instance, owner):
        return self.fget(owner)

    directive = None

    def __call__(self, fn):
        return type(self)(fn)


class _Directive(declared_attr):
    pass


declared_attr.directive, declared_attr.cascading = _Directive, declared_attr


def declarative_mixin(cls):
    return cls


def has_inherited_table(cls):
    return any(getattr(base, '__table__', None) is not None for base in cls.__mro__[1:])


def mapped_as_dataclass(registry_, **options):
    return registry_.mapped_as_dataclass(**options)


def synonym_for(name, map_column=False):
    def decorate(fn):
        from sqlalchemy.orm.properties import SynonymProperty
        return SynonymProperty(name, descriptor=fn)
    return decorate
