"""The ORM: classes that are mapped to tables, and sessions of their instances."""
from sqlalchemy.orm import attributes, exc
from sqlalchemy.orm._declaring import DynamicMapped, Mapped, WriteOnlyMapped
from sqlalchemy.orm._joining import foreign, remote
from sqlalchemy.orm.attributes import InstrumentedAttribute, QueryableAttribute
from sqlalchemy.orm.collections import (
    KeyFuncDict, MappedCollection, attribute_keyed_dict, attribute_mapped_collection, column_keyed_dict, column_mapped_collection, keyfunc_mapping,
    mapped_collection)
from sqlalchemy.orm.context import FromStatement
from sqlalchemy.orm.decl_api import (
    DeclarativeBase, DeclarativeBaseNoMeta, DeclarativeMeta, MappedAsDataclass, as_declarative, declarative_base, declarative_mixin, declared_attr,
    has_inherited_table, mapped_as_dataclass, registry, synonym_for)
from sqlalchemy.orm.dynamic import AppenderQuery, WriteOnlyCollection
from sqlalchemy.orm.mapper import Mapper, class_mapper, configure_mappers, object_mapper, reconstructor, validates
from sqlalchemy.orm._polymorphic import polymorphic_union, with_polymorphic
from sqlalchemy.orm.properties import (
    ColumnProperty, Composite, CompositeProperty, MappedColumn, MapperProperty, Synonym, SynonymProperty)
from sqlalchemy.orm.query import Query
from sqlalchemy.orm.relationships import MANYTOMANY, MANYTOONE, ONETOMANY, CascadeOptions, Relationship, RelationshipProperty
from sqlalchemy.orm.scoping import scoped_session
from sqlalchemy.orm.session import (
    ORMExecuteState, Session, close_all_sessions, make_transient, make_transient_to_detached, object_session, sessionmaker)
from sqlalchemy.orm._session_state import IdentityMap, SessionTransaction
from sqlalchemy.orm.state import NO_VALUE, AttributeState, InstanceState
from sqlalchemy.orm.strategy_options import (
    LoadFor as Load, contains_eager, defaultload, defer, immediateload, joinedload, lazyload, load_only, noload, raiseload, selectin_polymorphic,
    selectinload, subqueryload, undefer, undefer_group, with_loader_criteria)
from sqlalchemy.orm.util import Bundle, aliased, join, outerjoin, was_deleted, with_parent

mapped_column, composite = MappedColumn, CompositeProperty
_MISSING = ('''EXT_CONTINUE EXT_SKIP EXT_STOP AliasOption AttributeEventToken AttributeEvents ClassManager InspectionAttr InstanceEvents LoaderCallableStatus
LoaderCriteriaOption MappedSQLExpression MapperEvents NotExtension PassiveFlag PropComparator QueryContext QueryEvents SessionEvents
SessionTransactionOrigin UOWTransaction UserDefinedOption add_mapped_attribute clear_mappers contains_alias create_session dynamic_loader
merge_frozen_result merge_result orm_insert_sentinel query_expression with_expression''').split()


def relationship(argument=None, secondary=None, **kw):
    return RelationshipProperty(argument, secondary, **kw)


def backref(name, **kwargs):
    return name, kwargs


def column_property(column, *additional_columns, deferred=False, group=None, raiseload=False, expire_on_flush=True, active_history=False, info=None, doc=None,
                    **kw):
    return ColumnProperty(column, *additional_columns, deferred=deferred, group=group, raiseload=raiseload, active_history=active_history, info=info)


def deferred(column, *additional_columns, group=None, raiseload=False, **kw):
    return ColumnProperty(column, *additional_columns, deferred=True, group=group, raiseload=raiseload)


def synonym(name, **kw):
    return SynonymProperty(name, **kw)


def __getattr__(name):
    if name in ('ORMDescriptor', 'SQLORMExpression', 'MappedClassProtocol', 'QueryPropertyDescriptor'):
        return QueryableAttribute
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'sqlalchemy.orm.{name}')
    raise AttributeError(f"module 'sqlalchemy.orm' has no attribute {name!r}")
