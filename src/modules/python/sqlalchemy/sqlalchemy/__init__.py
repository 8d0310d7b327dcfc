"""SQLAlchemy: SQL as expressions, engines, and objects that are rows."""
from sqlalchemy import exc
from sqlalchemy.sql.expression import *
from sqlalchemy.sql.expression import (
    BindParameter, alias, all_, and_, any_, asc, between, bindparam, bitwise_not, case, cast, collate, column, cte, delete, desc, distinct, except_, except_all,
    exists, extract, false, func, funcfilter, insert, intersect, intersect_all, join, label, lateral, literal, literal_column, modifier, not_, null, nulls_first,
    nulls_last, nullsfirst, nullslast, or_, outerjoin, over, quoted_name, select, table, text, true, try_cast, tuple_, type_coerce, union, union_all, update,
    values, within_group)
from sqlalchemy.sql.base import ColumnCollection
from sqlalchemy.sql.operators import ColumnOperators, custom_op
from sqlalchemy.sql.selectable import AliasedReturnsRows, FromGrouping, TableValuedAlias
from sqlalchemy.types import *
from sqlalchemy.types import (
    ARRAY, BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INT, INTEGER, JSON, NCHAR, NUMERIC, NVARCHAR,
    REAL, SMALLINT, TEXT, TIME, TIMESTAMP, UUID, VARBINARY, VARCHAR, BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary,
    Numeric, PickleType, SmallInteger, String, Text, Time, TupleType, TypeDecorator, Unicode, UnicodeText, Uuid)
from sqlalchemy.schema import (
    BLANK_SCHEMA, DDL, CheckConstraint, Column, ColumnDefault, Computed, Constraint, DDLElement, DefaultClause, ExecutableDDLElement, FetchedValue, ForeignKey,
    ForeignKeyConstraint, Identity, Index, MetaData, PrimaryKeyConstraint, Sequence, Table, UniqueConstraint)
from sqlalchemy.engine import (
    URL, ChunkedIteratorResult, Compiled, Connection, CursorResult, Dialect, Engine, ExceptionContext, FilterResult, FrozenResult, IteratorResult, MappingResult,
    NestedTransaction, Result, RootTransaction, Row, RowMapping, ScalarResult, Transaction, TupleResult, create_engine, create_mock_engine, engine_from_config,
    make_url)
from sqlalchemy.pool import (
    AssertionPool, AsyncAdaptedQueuePool, FallbackAsyncAdaptedQueuePool, NullPool, Pool, PoolProxiedConnection, QueuePool, SingletonThreadPool, StaticPool)
from sqlalchemy.inspection import inspect
from sqlalchemy import engine, event, inspection, pool, schema, sql, types, util

__version__ = '2.0.58'
_MISSING = ('''AdaptedConnection Any BindTyping CacheKey CollectionAggregate CreateEnginePlugin ExecutionContext HasCTE HasPrefixes HasSuffixes LambdaElement
MergedResult NotNullable Nullable Operators PoolResetState ReleaseSavepointClause ReturnsRows RollbackToSavepointClause SavepointClause SelectLabelStyle
StatementLambdaElement TableSample TextAsFrom TwoPhaseTransaction TypeClause TypeCompiler Visitable create_pool_from_url insert_sentinel lambda_stmt outparam
result_tuple tablesample''').split()


def __getattr__(name):
    if name == 'Inspector':
        from sqlalchemy.engine.reflection import Inspector
        return Inspector
    if name in ('orm', 'ext', 'dialects', 'log', 'future'):
        import importlib
        return importlib.import_module(f'sqlalchemy.{name}')
    if name in ('ColumnExpressionArgument', 'SQLColumnExpression'):
        from sqlalchemy.sql.elements import ColumnElement
        return ColumnElement
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'sqlalchemy.{name}')
    raise AttributeError(f"module 'sqlalchemy' has no attribute {name!r}")
