"""What makes statements and expressions."""
from sqlalchemy.sql import coercions, operators, sqltypes
from sqlalchemy.sql.base import ClauseElement, ColumnCollection, Executable
from sqlalchemy.sql.dml import Delete, Insert, Update, UpdateBase, ValuesBase, delete, insert, update
from sqlalchemy.sql.elements import (
    BinaryExpression, BindParameter, BooleanClauseList, Case, Cast, ClauseList, CollationClause, ColumnClause, ColumnElement, ExpressionClauseList, Extract,
    False_, FunctionFilter, Grouping, Label, Null, Over, TextClause, True_, TryCast, Tuple, TypeCoerce, UnaryExpression, WithinGroup, and_, literal,
    literal_column, not_, or_, quoted_name)
from sqlalchemy.sql.functions import Function, FunctionElement, func, modifier
from sqlalchemy.sql.selectable import (
    CTE, LABEL_STYLE_DEFAULT, LABEL_STYLE_DISAMBIGUATE_ONLY, LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, Alias, CompoundSelect, Exists, FromClause,
    GenerativeSelect, Join, Lateral, ScalarSelect, Select, SelectBase, Subquery, TableClause, TextualSelect, Values, select)

Selectable = FromClause


def text(text):
    return TextClause(text)


def bindparam(key, value=sqltypes.NULLTYPE, type_=None, unique=False, required=None, quote=None, callable_=None, expanding=False, isoutparam=False,
              literal_execute=False):
    options = {} if value is sqltypes.NULLTYPE else {'value': value}
    if required is not None:
        options['required'] = required
    return BindParameter(key, type_=type_, unique=unique, callable_=callable_, expanding=expanding, literal_execute=literal_execute, **options)


def column(text, type_=None, is_literal=False, _selectable=None):
    return ColumnClause(text, type_, is_literal, _selectable)


def table(name, *columns, **kw):
    return TableClause(name, *columns, **kw)


def null():
    return Null()


def true():
    return True_()


def false():
    return False_()


def case(*whens, value=None, else_=None):
    return Case(*whens, value=value, else_=else_)


def cast(expression, type_):
    return Cast(expression, type_)


def try_cast(expression, type_):
    return TryCast(expression, type_)


def type_coerce(expression, type_):
    return TypeCoerce(expression, type_)


def extract(field, expr):
    return Extract(field, expr)


def tuple_(*clauses, types=None):
    return Tuple(*clauses, types=types)


def label(name, element, type_=None):
    return Label(name, element, type_)


def between(expr, lower_bound, upper_bound, symmetric=False):
    return coercions.column(expr).between(lower_bound, upper_bound, symmetric=symmetric)


def collate(expression, collation):
    return coercions.column(expression).collate(collation)


def distinct(expr):
    return coercions.column(expr).distinct()


def _modifier(name):
    def make(column):
        return getattr(coercions.order_by(column), name)()
    make.__name__ = make.__qualname__ = name
    return make


asc, desc, nulls_first, nulls_last = map(_modifier, ('asc', 'desc', 'nulls_first', 'nulls_last'))
nullsfirst, nullslast = nulls_first, nulls_last


def any_(expr):
    return coercions.column(expr).any_()


def all_(expr):
    return coercions.column(expr).all_()


def bitwise_not(expr):
    return coercions.column(expr).bitwise_not()


def over(element, partition_by=None, order_by=None, range_=None, rows=None, groups=None):
    return Over(element, partition_by, order_by, range_, rows, groups)


def within_group(element, *order_by):
    return WithinGroup(element, *order_by)


def funcfilter(func, *criterion):
    return FunctionFilter(func, *criterion)


def exists(__argument=None):
    return Exists(__argument)


def alias(selectable, name=None, flat=False):
    return coercions.from_clause(selectable).alias(name)


def subquery(alias, *args, **kw):
    return Select(*args).subquery(alias)


def lateral(selectable, name=None):
    return coercions.element_of(selectable).lateral(name)


def cte(selectable, name=None, recursive=False):
    return coercions.element_of(selectable).cte(name, recursive)


def join(left, right, onclause=None, isouter=False, full=False):
    return Join(left, right, onclause, isouter, full)


def outerjoin(left, right, onclause=None, full=False):
    return Join(left, right, onclause, True, full)


def values(*columns, name=None, literal_binds=False):
    return Values(*columns, name=name, literal_binds=literal_binds)


def _compound(keyword):
    return lambda *selects: CompoundSelect(keyword, *selects)


union, union_all, intersect, intersect_all, except_, except_all = map(
    _compound, ('UNION', 'UNION ALL', 'INTERSECT', 'INTERSECT ALL', 'EXCEPT', 'EXCEPT ALL'))
