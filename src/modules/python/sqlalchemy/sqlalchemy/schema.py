"""Tables and what belongs to them."""
from sqlalchemy.sql.ddl import (
    DDL, AddConstraint, CreateColumn, CreateIndex, CreateSchema, CreateSequence, CreateTable, DDLElement, DropConstraint, DropIndex, DropSchema, DropSequence,
    DropTable, ExecutableDDLElement, sort_tables)
from sqlalchemy.sql.schema import (
    BLANK_SCHEMA, RETAIN_SCHEMA, CheckConstraint, Column, ColumnCollectionConstraint, ColumnDefault, Computed, Constraint, DefaultClause, FetchedValue,
    ForeignKey, ForeignKeyConstraint, Identity, Index, MetaData, PrimaryKeyConstraint, SchemaItem, Sequence, Table, UniqueConstraint)
