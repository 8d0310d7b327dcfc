"""Expressions with a syntax of their own: CASE, CAST, EXTRACT, OVER …"""
from sqlalchemy import exc
from sqlalchemy.sql import coercions, operators, sqltypes
from sqlalchemy.sql.elements import BinaryExpression, ClauseList, ColumnElement, Grouping
from sqlalchemy.sql.type_api import to_instance


class Case(ColumnElement):
    __visit_name__ = 'case'
    _parts = 'value', 'whens', 'else_'

    def __init__(self, *whens, value=None, else_=None):
        if len(whens) == 1 and isinstance(whens[0], dict):
            whens = tuple(whens[0].items())
        elif whens and isinstance(whens[0], list):
            raise exc.ArgumentError('The "whens" argument to case(), when referring to a sequence of items, is now passed as a series of positional '
                                    'elements, rather than as a list. ')
        self.value = None if value is None else coercions.column(value)
        # A list, as elements that are copied keep their parts' kind.
        self.whens = [(self._condition(c), coercions.column(r)) for c, r in whens]
        self.else_ = None if else_ is None else coercions.column(else_)
        self.type = next((t for t in [*(r.type for _, r in self.whens[::-1]), *([self.else_.type] if else_ is not None else [])] if not t._isnull),
                         sqltypes.NULLTYPE)

    def _condition(self, condition):
        if self.value is not None:
            return coercions.column(condition)
        return coercions.where(condition).self_group()


class Cast(ColumnElement):
    __visit_name__ = 'cast'
    _parts = 'clause',

    def __init__(self, expression, type_):
        self.type = to_instance(type_)
        self.clause = coercions.column(expression, type_=self.type)

    def _wrapped(self):
        return self.clause

    def _anon_base(self):
        return self.clause._anon_base() if isinstance(self.clause, ColumnElement) else 'anon'

    def _proxied(self):
        return [self]


class TryCast(Cast):
    __visit_name__ = 'try_cast'


class TypeCoerce(ColumnElement):
    __visit_name__ = 'type_coerce'
    _parts = 'clause',

    def __init__(self, expression, type_):
        self.type = to_instance(type_)
        self.clause = coercions.column(expression, type_=self.type)

    def _wrapped(self):
        return self.clause

    def self_group(self, against=None):
        inner = self.clause.self_group(against=against)
        return self if inner is self.clause else TypeCoerce(inner, self.type)


class Extract(ColumnElement):
    __visit_name__ = 'extract'
    _parts = 'expr',
    type = sqltypes.INTEGERTYPE

    def __init__(self, field, expr):
        self.field, self.expr = field, coercions.column(expr)


class Tuple(ColumnElement):
    __visit_name__ = 'tuple'
    _parts = 'clauses',
    operator = operators.comma_op

    def __init__(self, *clauses, types=None):
        self.clauses = [coercions.column(c) for c in clauses]
        self.type = sqltypes.TupleType(*[c.type for c in self.clauses])

    def self_group(self, against=None):
        return self

    def _bind(self, op, value, type_=None):
        if op in (operators.in_op, operators.not_in_op):
            return super()._bind(op, value, type_=self.type)
        return Tuple(*[c._bind(op, v) for c, v in zip(self.clauses, value)])


class CollationClause(ColumnElement):
    __visit_name__ = 'collation'

    def __init__(self, collation):
        self.collation = collation


class Over(ColumnElement):
    """A function over a window."""
    __visit_name__ = 'over'
    _parts = 'element', 'partition_by', 'order_by'

    def __init__(self, element, partition_by=None, order_by=None, range_=None, rows=None, groups=None):
        self.element = element
        self.partition_by, self.order_by = _list(partition_by), _list(order_by)
        self.range_, self.rows, self.groups = range_, rows, groups
        if sum(x is not None for x in (range_, rows, groups)) > 1:
            raise exc.ArgumentError("only one of 'rows', 'range_', or 'groups' may be provided")
        self.type = element.type


def _list(given):
    if given is None:
        return None
    return ClauseList(*(given if isinstance(given, (list, tuple)) else [given]), coerce=coercions.order_by)


class WithinGroup(ColumnElement):
    __visit_name__ = 'withingroup'
    _parts = 'element', 'order_by'

    def __init__(self, element, *order_by):
        self.element, self.order_by, self.type = element, _list(order_by), element.type

    def over(self, **kw):
        return Over(self, **kw)


class FunctionFilter(ColumnElement):
    __visit_name__ = 'funcfilter'
    _parts = 'func', 'criterion'

    def __init__(self, func, *criterion):
        self.func, self.criterion, self.type = func, None, func.type
        self.filter(*criterion)

    def filter(self, *criterion):
        from sqlalchemy.sql.elements import and_
        for condition in criterion:
            condition = coercions.where(condition)
            self.criterion = condition if self.criterion is None else and_(self.criterion, condition)
        return self

    def over(self, partition_by=None, order_by=None, range_=None, rows=None, groups=None):
        return Over(self, partition_by, order_by, range_, rows, groups)

    def self_group(self, against=None):
        return Grouping(self) if operators.is_precedent(operators.filter_op, against) else self


class ExpressionClauseList(ClauseList):
    pass


class JSONElement(BinaryExpression):
    """A part of a JSON value; as something else than JSON where that is said."""

    def _as(self, type_):
        return JSONElement(self.left, self.right, self.operator, type_=type_)

    @property
    def astext(self):
        return self._as(sqltypes.Text())

    def as_string(self):
        return self._as(sqltypes.Unicode())

    def as_integer(self):
        return self._as(sqltypes.Integer())

    def as_float(self):
        return self._as(sqltypes.Float())

    def as_boolean(self):
        return self._as(sqltypes.Boolean())

    def as_numeric(self, precision, scale, asdecimal=True):
        return self._as(sqltypes.Numeric(precision, scale, asdecimal=asdecimal))

    def as_json(self):
        return self
