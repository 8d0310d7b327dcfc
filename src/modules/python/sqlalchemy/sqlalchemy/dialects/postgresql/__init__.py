"""PostgreSQL."""
from sqlalchemy.dialects.postgresql.base import PGDialect_asyncpg, PostgreSQLDialect
from sqlalchemy.dialects.postgresql.types import (
    ARRAY, BYTEA, CIDR, CITEXT, ENUM, HSTORE, INET, INTERVAL, JSON, JSONB, MACADDR, MONEY, OID, TIMESTAMP, TIME, TSVECTOR, array)
from sqlalchemy.dialects.sqlite.dml import Insert, insert
from sqlalchemy.sql.sqltypes import (
    BIGINT, BOOLEAN, CHAR, DATE, DOUBLE_PRECISION, FLOAT, INTEGER, NUMERIC, REAL, SMALLINT, TEXT, UUID, VARCHAR)

dialect = PostgreSQLDialect
_MISSING = ('BIT DATERANGE DOMAIN ExcludeConstraint INT4MULTIRANGE INT4RANGE INT8RANGE NUMRANGE REGCLASS TSQUERY TSRANGE TSTZRANGE aggregate_order_by hstore '
            'Range ts_headline to_tsquery to_tsvector array_agg').split()


def __getattr__(name):
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'sqlalchemy.dialects.postgresql.{name}')
    raise AttributeError(f"module 'sqlalchemy.dialects.postgresql' has no attribute {name!r}")
