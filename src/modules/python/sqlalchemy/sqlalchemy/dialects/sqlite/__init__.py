"""SQLite."""
from sqlalchemy.dialects.sqlite.base import SQLiteDialect_aiosqlite, SQLiteDialect_pysqlite
from sqlalchemy.dialects.sqlite.dml import Insert, insert
from sqlalchemy.sql.sqltypes import (
    BLOB, BOOLEAN, CHAR, DATE, DATETIME, DECIMAL, FLOAT, INTEGER, JSON, NUMERIC, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, VARCHAR)

dialect = SQLiteDialect_pysqlite
