"""How a class's body becomes a table: its annotations give types, its attributes columns and relationships."""
import collections.abc
import datetime
import decimal
import enum
import re
import sys
import types
import typing
import uuid
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.properties import ColumnProperty, CompositeProperty, MappedColumn, MapperProperty, SynonymProperty
from sqlalchemy.orm.relationships import RelationshipProperty
from sqlalchemy.sql import sqltypes
from sqlalchemy.sql.base import NO_ARG
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.type_api import TypeEngine

_TYPES = {int: sqltypes.Integer, float: sqltypes.Float, bool: sqltypes.Boolean, decimal.Decimal: sqltypes.Numeric, datetime.date: sqltypes.Date,
          datetime.datetime: sqltypes.DateTime, datetime.time: sqltypes.Time, datetime.timedelta: sqltypes.Interval, bytes: sqltypes.LargeBinary,
          str: sqltypes.String, uuid.UUID: sqltypes.Uuid, type(None): sqltypes.NullType}
_COLLECTIONS = {list: list, set: set, dict: None, typing.List: list, typing.Set: set, collections.abc.Sequence: list, collections.abc.MutableSequence: list,
                collections.abc.Set: set, collections.abc.MutableSet: set, collections.abc.Collection: list, collections.abc.Mapping: None,
                collections.abc.MutableMapping: None}


class Mapped:
    """The annotation of a mapped attribute."""

    def __class_getitem__(cls, item):
        return _MappedAlias(cls, item)


class DynamicMapped(Mapped):
    pass


class WriteOnlyMapped(Mapped):
    pass


class _MappedAlias:
    def __init__(self, origin, item):
        self.__origin__, self.__args__ = origin, (item,)

    def __repr__(self):
        return f'sqlalchemy.orm.base.{self.__origin__.__name__}[{self.__args__[0]!r}]'

    def __call__(self, *args):
        raise TypeError('Mapped is an annotation')

    def __mro_entries__(self, bases):
        return self.__origin__,


def property_of(value, key):
    """The property that an attribute of a class's body stands for, or None."""
    if isinstance(value, MapperProperty):
        return value
    if isinstance(value, MappedColumn):
        value.column.name = value.column.name or key
        value.column.key = value.column.key or value.column.name
        return ColumnProperty(value.column, deferred=value.deferred, group=value.group, raiseload=bool(value.raiseload), active_history=value.active_history)
    if isinstance(value, Column):
        return value
    return None


def _evaluated(annotation, cls):
    """An annotation that was a text; where names are not there yet, what can be read of it."""
    if not isinstance(annotation, str):
        return annotation
    names = dict(vars(sys.modules.get(cls.__module__, typing)))
    try:
        return eval(annotation, names, {})
    except Exception:
        match = re.match(r'^(?:\w+\.)*(Mapped|DynamicMapped|WriteOnlyMapped)\[(.*)\]$', annotation.strip(), re.S)
        if not match:
            return None
        return {'Mapped': Mapped, 'DynamicMapped': DynamicMapped, 'WriteOnlyMapped': WriteOnlyMapped}[match[1]][_Text(match[2])]


class _Text(str):
    """What stands in `Mapped[…]` that could not be evaluated."""


def _parts(inner):
    """Of what is in `Mapped[…]`: the type, whether it may be None, the collection's class (None: it is no collection), and extra arguments."""
    nullable = False
    if isinstance(inner, typing.ForwardRef):
        inner = _Text(inner.__forward_arg__)
    if isinstance(inner, str):
        text = inner.strip().strip('"\'')
        match = re.match(r'^(?:\w+\.)*Optional\[(.*)\]$', text)
        if match:
            text, nullable = match[1].strip(), True
        pieces = [p.strip() for p in text.split('|')]
        if 'None' in pieces:
            text, nullable = ' | '.join(p for p in pieces if p != 'None'), True
        match = re.match(r'^(?:\w+\.)*(List|list|Set|set|Sequence|Collection|Dict|dict|Mapping|MutableMapping)\[(.*)\]$', text)
        if match:
            kind = {'list': list, 'sequence': list, 'collection': list, 'set': set}.get(match[1].lower(), dict)
            return match[2].split(',')[-1].strip().strip('"\''), nullable, kind, ()
        return text.strip('"\''), nullable, None, ()
    origin = typing.get_origin(inner)
    extra = ()
    if origin is typing.Annotated:
        inner, extra = inner.__args__[0], inner.__metadata__
        origin = typing.get_origin(inner)
    if origin is typing.Union or origin is types.UnionType:
        args = [a for a in typing.get_args(inner) if a is not type(None)]
        nullable = len(args) < len(typing.get_args(inner))
        if len(args) == 1:
            found, _, kind, more = _parts(args[0])
            return found, nullable, kind, extra or more
        return inner, nullable, None, extra
    if origin in _COLLECTIONS and typing.get_args(inner):
        item = typing.get_args(inner)[-1]
        item = item.__forward_arg__ if isinstance(item, typing.ForwardRef) else item
        return item, nullable, _COLLECTIONS[origin] or dict, extra
    return inner, nullable, None, extra


def _bare(inner):
    """A type without its being optional."""
    if typing.get_origin(inner) in (typing.Union, types.UnionType):
        return next(a for a in typing.get_args(inner) if a is not type(None))
    return inner


def _type_for(kind, registry, cls, key, whole):
    """The type of a column for one of Python's."""
    given = registry.type_annotation_map
    for candidate in (whole, _bare(whole), kind):
        try:
            if candidate in given:
                return TypeEngine.made(given[candidate])
        except TypeError:
            pass
    if isinstance(kind, str):
        names = vars(sys.modules.get(cls.__module__, typing))
        try:
            kind = eval(kind, dict(names))
        except Exception:
            pass
    if isinstance(kind, type) and kind not in _TYPES:
        if issubclass(kind, enum.Enum):
            base = given.get(enum.Enum)
            return sqltypes.Enum(kind) if base is None else type(base)(kind, native_enum=base.native_enum, length=base.length or None) if not isinstance(
                base, type) else base(kind)
    if typing.get_origin(kind) is typing.Literal:
        return sqltypes.Enum(*typing.get_args(kind), native_enum=False)
    for base in getattr(kind, '__mro__', (kind,)):
        if base in given:
            return TypeEngine.made(given[base])
        if base in _TYPES:
            return _TYPES[base]()
    if getattr(kind, '__supertype__', None) is not None:
        return _type_for(kind.__supertype__, registry, cls, key, whole)
    raise exc.MappedAnnotationError(f'Could not locate SQLAlchemy Core type when resolving for Python type indicated by \'{kind}\' inside the '
                                    f'Mapped[] annotation for the {key!r} attribute; the type object is not resolvable by the registry')


def declare(registry, cls):
    """Maps a class."""
    from sqlalchemy.orm.mapper import Mapper
    from sqlalchemy.sql._tables import Table
    if any('_sa_united' in base.__dict__ for base in cls.__bases__):
        registry.united.append(cls)
        return
    parent = next((base.__dict__['__mapper__'] for base in cls.__mro__[1:] if '__mapper__' in base.__dict__), None)
    attributes = _gathered(cls, parent)
    if '_sa_dataclass' in cls.__dict__ or hasattr(cls, '_sa_dataclass'):
        from sqlalchemy.orm._dataclasses import as_dataclass
        as_dataclass(cls, attributes)
    properties, columns = {}, []
    for key, (value, annotation) in attributes.items():
        _take(registry, cls, key, value, annotation, properties, columns)
    table = cls.__dict__.get('__table__')
    name = _directive(cls, '__tablename__', parent)
    options, items = {}, []
    arguments = _directive(cls, '__table_args__', parent)
    if isinstance(arguments, dict):
        options = arguments
    elif arguments:
        items = list(arguments)
        if isinstance(items[-1], dict):
            options = items.pop()
    if table is None and name is not None:
        columns.sort(key=lambda entry: entry[0])
        table = Table(name, cls.__dict__.get('metadata') or getattr(cls, 'metadata', None) or registry.metadata, *[c for _, c in columns],
                      *[i._copy() if getattr(i, 'parent', None) is not None else i for i in items], **options)
        type.__setattr__(cls, '__table__', table)
    elif table is None and parent is not None:
        for _, column in columns:
            if column.key not in parent.local_table.c:
                parent.local_table.append_column(column)
    if parent is None and table is None:
        raise sa_exc.InvalidRequestError(f'Class {cls!r} does not have a __table__ or __tablename__ specified and does not inherit from an existing '
                                         'table-mapped class.')
    settings = dict(_directive(cls, '__mapper_args__', parent, inherit=True) or {})
    for setting in ('polymorphic_on', 'version_id_col'):
        if setting in settings and isinstance(settings[setting], MappedColumn):
            settings[setting] = settings[setting].column
    if 'primary_key' in settings:
        settings['primary_key'] = [c.column if isinstance(c, MappedColumn) else table.c[c] if isinstance(c, str) else c for c in settings['primary_key']]
    for key, prop in list(properties.items()):
        if isinstance(prop, ColumnProperty) and isinstance(prop.columns[0], Column) and prop.columns[0].table is None:
            existing = (table if table is not None else parent.local_table).c.get(prop.columns[0].key)
            if existing is not None:
                properties[key] = ColumnProperty(existing, deferred=prop.deferred)
    registry.classes[cls.__name__] = cls
    registry.done = False
    if settings.get('polymorphic_abstract'):
        settings.pop('polymorphic_abstract')
    mapper = Mapper(registry, cls, table, properties, inherits=parent, order=[c for _, c in columns], **settings)
    for name in dir(cls):
        value = next((b.__dict__[name] for b in cls.__mro__ if name in b.__dict__), None)
        for attribute in getattr(value, '_validates', ()):
            mapper.validators.setdefault(attribute, []).append(value)


def _directive(cls, name, parent, inherit=False):
    """`__tablename__` and its like: of the class itself or of a mixin, made by `declared_attr` where it is one."""
    from sqlalchemy.orm.decl_api import declared_attr
    for base in cls.__mro__:
        if base is not cls and '__mapper__' in base.__dict__ and not inherit:
            if name == '__tablename__' or name == '__table_args__':
                return None
        if name in base.__dict__:
            if base is not cls and '__mapper__' in base.__dict__:
                return None
            value = base.__dict__[name]
            if isinstance(value, declared_attr):
                return value.fget(cls)
            if isinstance(value, classmethod):
                return value.__func__(cls)
            return value
    return None


def _gathered(cls, parent):
    """The attributes of a class's body and of its mixins' bodies, with their annotations, in order."""
    from sqlalchemy.orm.decl_api import declared_attr
    found = {}
    for base in cls.__mro__:
        if base is object or base is not cls and '__mapper__' in base.__dict__ or base.__module__.startswith('sqlalchemy.'):
            continue
        annotations = base.__dict__.get('__annotations__', {})
        own = {}
        for key in annotations:
            own[key] = base.__dict__.get(key, NO_ARG), annotations[key]
        for key, value in base.__dict__.items():
            if key.startswith('__') or key in own:
                continue
            annotation = None
            if isinstance(value, declared_attr):
                annotation = getattr(value.fget, '__annotations__', {}).get('return') if base is not cls else None
                if not isinstance(annotation, _MappedAlias) and not (isinstance(annotation, str) and 'Mapped[' in annotation):
                    annotation = None
                value = value.fget(cls)
            if isinstance(value, (MapperProperty, MappedColumn, Column)):
                own[key] = value, annotation
        for key, (value, annotation) in own.items():
            if isinstance(value, declared_attr):
                value = value.fget(cls)
            if base is not cls and isinstance(value, (MappedColumn, Column)):
                copied = value._copy()
                if isinstance(value, Column):
                    copied._creation_order = value._creation_order
                value = copied
            if key in found or base is not cls and key in cls.__dict__ and cls.__dict__[key] is None:
                continue
            found[key] = value, annotation if annotation is None else _Annotated(annotation, base)
    return found


class _Annotated:
    def __init__(self, annotation, owner):
        self.annotation, self.owner = annotation, owner


def _take(registry, cls, key, value, annotated, properties, columns):
    """Makes a property of one attribute."""
    mapped = None
    if annotated is not None:
        mapped = _evaluated(annotated.annotation, annotated.owner)
        if not isinstance(mapped, _MappedAlias):
            if value is NO_ARG or not isinstance(value, (MapperProperty, MappedColumn, Column)):
                if typing.get_origin(mapped) is typing.ClassVar or mapped is None or not isinstance(value, (MapperProperty, MappedColumn, Column)):
                    return
            if isinstance(value, RelationshipProperty) or isinstance(value, MappedColumn):
                if typing.get_origin(mapped) is not typing.ClassVar and not getattr(cls, '__allow_unmapped__', False) and isinstance(value, MapperProperty):
                    raise exc.MappedAnnotationError(
                        f'Type annotation for "{cls.__name__}.{key}" can\'t be correctly interpreted for Annotated Declarative Table form.  ORM annotations should '
                        "normally make use of the ``Mapped[]`` generic type, or other ORM-compatible generic type, as a container for the actual type, which "
                        'indicates the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  '
                        'To allow Annotated Declarative to disregard legacy annotations which don\'t use Mapped[] to pass, set "__allow_unmapped__ = True" on the '
                        'class or a superclass this class.', code='zlpr')
            mapped = None
    if mapped is not None:
        inner = mapped.__args__[0]
        kind, nullable, collection, extra = _parts(inner)
        if isinstance(value, RelationshipProperty):
            if value.argument is None:
                value.argument = kind
            if collection is not None and value.collection_class is None:
                value.collection_class = collection if collection is not dict else value.collection_class
            if value.uselist is None and collection is None and mapped.__origin__ is Mapped:
                value.uselist = False
            if mapped.__origin__ is not Mapped:
                value.lazy = 'dynamic' if mapped.__origin__ is DynamicMapped else 'write_only'
        elif isinstance(value, CompositeProperty):
            pass
        elif value is NO_ARG or isinstance(value, (MappedColumn, Column)) or not isinstance(value, MapperProperty):
            if value is not NO_ARG and not isinstance(value, (MappedColumn, Column)):
                default, value = value, MappedColumn()
            value = value if isinstance(value, MappedColumn) else MappedColumn() if value is NO_ARG else _of_column(value)
            value = _with_annotated(value, extra)
            if value.column.type._isnull and not value.column.foreign_keys:
                value.column.type = _type_for(kind if collection is None else _bare(inner), registry, cls, key, inner)
            if not value.has_nullable and not value.column.primary_key:
                value.column.nullable = nullable
    if isinstance(value, RelationshipProperty) or isinstance(value, (SynonymProperty, CompositeProperty)):
        properties[key] = value
        if isinstance(value, CompositeProperty):
            for n, given in enumerate(value.attrs_given):
                if isinstance(given, MappedColumn):
                    name = given.column.name or f'{key}_{n}'
                    _take(registry, cls, name, given, None, properties, columns)
        return
    if isinstance(value, ColumnProperty):
        properties[key] = value
        for column in value.columns:
            if isinstance(column, Column) and column.table is None:
                column.name, column.key = column.name or key, column.key or key
                columns.append((0, column))
        return
    order = getattr(value, 'sort_order', 0)
    prop = property_of(value, key)
    if prop is None:
        return
    if isinstance(prop, Column):
        prop.name, prop.key = prop.name or key, prop.key or prop.name or key
        prop = ColumnProperty(prop)
    column = prop.columns[0]
    if column.table is None:
        columns.append((order, column))
    properties[key] = prop


def _of_column(column):
    found = MappedColumn()
    found.column, found.has_nullable = column, column._user_nullable
    return found


def _with_annotated(value, extra):
    """What `Annotated[type, mapped_column(…)]` says beside the type."""
    for item in extra:
        if isinstance(item, MappedColumn):
            copied, own = item._copy(), value.column
            column = copied.column
            for name in ('primary_key', 'unique', 'index', 'server_default', 'default', 'onupdate', 'comment'):
                if getattr(own, name) not in (None, False):
                    setattr(column, name, getattr(own, name))
            if not own.type._isnull:
                column.type = own.type
            if own.name is not None:
                column.name = column.key = own.name
            if value.has_nullable:
                column.nullable, copied.has_nullable = own.nullable, True
            for key in list(own.foreign_keys):
                key.parent = None
                key._set_column(column)
            column._creation_order = own._creation_order
            copied.sort_order = value.sort_order or copied.sort_order
            copied.dataclass_options = {**copied.dataclass_options, **value.dataclass_options}
            return copied
        if isinstance(item, TypeEngine) or isinstance(item, type) and issubclass(item, TypeEngine):
            value.column.type = TypeEngine.made(item)
    return value
