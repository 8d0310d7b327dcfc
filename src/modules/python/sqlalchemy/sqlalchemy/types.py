"""The types of columns."""
from sqlalchemy.sql.sqltypes import *
from sqlalchemy.sql.sqltypes import (
    ARRAY, BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INT, INTEGER, JSON, NCHAR, NULLTYPE, NUMERIC,
    NVARCHAR, REAL, SMALLINT, STRINGTYPE, TEXT, TIME, TIMESTAMP, UUID, VARBINARY, VARCHAR, BigInteger, Boolean, Concatenable, Date, DateTime, Double, Enum,
    Float, Integer, Interval, LargeBinary, NullType, Numeric, PickleType, SmallInteger, String, Text, Time, TupleType, Unicode, UnicodeText, Uuid)
from sqlalchemy.sql.type_api import ExternalType, TypeDecorator, TypeEngine, UserDefinedType
