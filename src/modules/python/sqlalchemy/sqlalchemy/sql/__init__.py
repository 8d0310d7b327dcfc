"""Statements and expressions."""
from sqlalchemy.sql.expression import *
from sqlalchemy.sql.expression import (
    Alias, ClauseElement, ColumnCollection, ColumnElement, Delete, FromClause, Insert, Join, Select, Selectable, TableClause, Update, alias, and_, any_, all_,
    asc, between, bindparam, case, cast, collate, column, delete, desc, distinct, except_, except_all, exists, extract, false, func, insert, intersect,
    intersect_all, join, label, lateral, literal, literal_column, modifier, not_, null, nulls_first, nulls_last, nullsfirst, nullslast, or_, outerjoin, over,
    quoted_name, select, table, text, true, try_cast, tuple_, type_coerce, union, union_all, update, values, within_group)
from sqlalchemy.sql import operators
