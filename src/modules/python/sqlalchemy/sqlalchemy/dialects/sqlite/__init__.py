"""SQLite."""
from sqlalchemy.dialects.sqlite.base import AioSQLiteDialect, SQLiteDialect
from sqlalchemy.dialects.sqlite.dml import Insert, insert
from sqlalchemy.sql.sqltypes import (
    BLOB, BOOLEAN, CHAR, DATE, DATETIME, DECIMAL, FLOAT, INTEGER, JSON, NUMERIC, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, VARCHAR)

dialect = SQLiteDialect
