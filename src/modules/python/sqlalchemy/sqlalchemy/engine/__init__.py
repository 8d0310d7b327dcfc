"""Engines, connections and results."""
from sqlalchemy.engine.base import Connection, Engine, NestedTransaction, RootTransaction, Transaction, ExceptionContext
from sqlalchemy.engine.create import create_engine, create_mock_engine, engine_from_config
from sqlalchemy.engine.default import DefaultDialect as Dialect
from sqlalchemy.engine.result import (
    ChunkedIteratorResult, CursorResult, FilterResult, FrozenResult, IteratorResult, MappingResult, Result, ScalarResult, TupleResult)
from sqlalchemy.engine.row import Row, RowMapping
from sqlalchemy.engine.url import URL, make_url
from sqlalchemy.sql.compiler import Compiled


def __getattr__(name):
    if name in ('Inspector', 'reflection'):
        from sqlalchemy.engine import reflection
        return reflection if name == 'reflection' else reflection.Inspector
    raise AttributeError(f"module 'sqlalchemy.engine' has no attribute {name!r}")
