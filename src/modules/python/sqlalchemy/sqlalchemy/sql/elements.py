"""Expressions: columns' operators make trees of these."""
import re
from sqlalchemy import exc
from sqlalchemy.sql import coercions, operators, sqltypes
from sqlalchemy.sql.base import NO_ARG, Anon, ClauseElement, Executable
from sqlalchemy.sql.operators import ColumnOperators
from sqlalchemy.sql.sqltypes import NULLTYPE
from sqlalchemy.sql.type_api import TypeEngine, to_instance


def text_refused(given, message):
    shown = given if len(given) <= 20 else given[:20] + '...'
    raise exc.ArgumentError(message % {'column': shown})


class quoted_name(str):
    def __new__(cls, value, quote=None):
        found = str.__new__(cls, value)
        found.quote = quote
        return found


class ColumnElement(ColumnOperators, ClauseElement):
    """An expression with a type."""
    __visit_name__ = 'column_element'
    type = NULLTYPE
    key = name = None
    primary_key = False
    foreign_keys = frozenset()
    _label_base = None
    table = None
    __hash__ = ColumnOperators.__hash__
    __invert__ = ColumnOperators.__invert__
    __and__, __or__ = ColumnOperators.__and__, ColumnOperators.__or__

    def operate(self, op, *other, **kw):
        from sqlalchemy.sql.comparisons import operate
        return operate(self, op, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        from sqlalchemy.sql.comparisons import reverse_operate
        return reverse_operate(self, op, other, **kw)

    @property
    def expression(self):
        return self

    @property
    def comparator(self):
        return self

    def _bind(self, op, value, type_=None):
        """A parameter for a value that this is compared with."""
        return BindParameter(None, value, _compared_to=self, _operator=op, type_=type_, unique=True)

    def _proxied(self):
        """The columns that it stands for, itself the first."""
        return [self]

    def shares_lineage(self, other):
        return any(a is b for a in self._proxied() for b in other._proxied())

    def self_group(self, against=None):
        if against in (operators.and_, operators.or_, operators._asbool) and self.type.affinity is sqltypes.Boolean:
            return AsBoolean(self, operators.is_true)
        return self

    def _negate(self):
        if self.type.affinity is sqltypes.Boolean:
            return AsBoolean(self, operators.is_false)
        return UnaryExpression(self.self_group(against=operators.inv), operator=operators.inv, type_=sqltypes.BOOLEANTYPE)

    def __getattr__(self, name):
        kind = self.__dict__.get('type')
        if name[:1] != '_' and kind is not None and name in getattr(kind, 'extra_methods', ()):
            from functools import partial
            return partial(getattr(kind, kind.extra_methods[name]), self)
        raise AttributeError(f"Neither '{type(self).__name__}' object nor 'Comparator' object has an attribute {name!r}")

    def label(self, name=None):
        return Label(name, self, self.type)

    def cast(self, type_):
        return Cast(self, type_)

    @property
    def anon_label(self):
        return Anon(self, self._anon_base())

    def _anon_base(self):
        return 'anon'

    def _result_name(self):
        """The name that it has in a SELECT's list without a label; None: it needs one."""
        return None


class BindParameter(ColumnElement):
    """A value that is passed beside the statement."""
    __visit_name__ = 'bindparam'

    def __init__(self, key, value=NO_ARG, type_=None, unique=False, required=NO_ARG, quote=None, callable_=None, expanding=False, isoutparam=False,
                 literal_execute=False, _compared_to=None, _operator=None):
        self.required = (value is NO_ARG and callable_ is None) if required is NO_ARG else required
        self.value = None if value is NO_ARG else value
        self.callable, self.unique, self.expanding, self.literal_execute = callable_, unique, expanding, literal_execute
        base = key if key is not None else 'param'
        self._original_key = base
        self.key = Anon(self, base) if unique or key is None else key
        self.expand_op = None
        if type_ is None:
            if expanding and value is not NO_ARG and value:
                sample = next(iter(value))
                self.type = _compared_to.type.coerce_compared_value(_operator, sample) if _compared_to is not None else sqltypes.type_of_value(sample)
            elif _compared_to is not None:
                self.type = _compared_to.type.coerce_compared_value(_operator, self.value)
            else:
                self.type = sqltypes.type_of_value(self.value)
        else:
            self.type = to_instance(type_)

    @property
    def effective_value(self):
        return self.callable() if self.callable is not None else self.value

    def _with_value(self, value):
        found = self._generate()
        found.value, found.required = value, False
        if found.type is NULLTYPE:
            found.type = sqltypes.type_of_value(value)
        return found

    def _with_type(self, type_):
        found = self._generate()
        found.type = type_
        if isinstance(found.key, Anon) and found.key.owner is self:
            found.key = Anon(found, found.key.base)
        return found

    def __repr__(self):
        return f'BindParameter({self.key!r}, {self.value!r}, type_={self.type!r})'


class Null(ColumnElement):
    __visit_name__ = 'null'

    def _negate(self):
        return UnaryExpression(self, operator=operators.inv)


class True_(ColumnElement):
    __visit_name__ = 'true'
    type = sqltypes.BOOLEANTYPE

    def self_group(self, against=None):
        return self

    def _negate(self):
        return False_()


class False_(ColumnElement):
    __visit_name__ = 'false'
    type = sqltypes.BOOLEANTYPE

    def self_group(self, against=None):
        return self

    def _negate(self):
        return True_()


class Grouping(ColumnElement):
    __visit_name__ = 'grouping'
    _parts = 'element',

    def __init__(self, element):
        self.element, self.type = element, getattr(element, 'type', NULLTYPE)

    def self_group(self, against=None):
        return self

    def _result_name(self):
        return self.element._result_name() if isinstance(self.element, ColumnElement) else None


class UnaryExpression(ColumnElement):
    __visit_name__ = 'unary'
    _parts = 'element',

    def __init__(self, element, operator=None, modifier=None, type_=None, negate=None):
        self.operator, self.modifier, self.negate = operator, modifier, negate
        self.element = element.self_group(against=operator or modifier)
        self.type = to_instance(type_)

    def self_group(self, against=None):
        if self.operator and operators.is_precedent(self.operator, against):
            return Grouping(self)
        return self

    def _negate(self):
        if self.operator is operators.inv:
            return self.element
        return UnaryExpression(self.self_group(against=operators.inv), operator=operators.inv, type_=sqltypes.BOOLEANTYPE)


class AsBoolean(UnaryExpression):
    """A boolean value as a condition."""

    def __init__(self, element, operator):
        self.element, self.operator, self.modifier, self.type = element, operator, None, sqltypes.BOOLEANTYPE

    def self_group(self, against=None):
        return self

    def _negate(self):
        return AsBoolean(self.element, operators.NEGATIONS[self.operator])


class BinaryExpression(ColumnElement):
    __visit_name__ = 'binary'
    _parts = 'left', 'right'

    def __init__(self, left, right, operator, type_=None, negate=None, modifiers=None):
        self.operator, self.negate, self.modifiers = operator, negate, modifiers or {}
        self.left, self.right = left.self_group(against=operator), right.self_group(against=operator)
        self.type = to_instance(type_)

    def self_group(self, against=None):
        return Grouping(self) if operators.is_precedent(self.operator, against) else self

    def _negate(self):
        if self.negate is not None:
            return BinaryExpression(self.left, self.right, self.negate, type_=self.type, negate=self.operator, modifiers=self.modifiers)
        return UnaryExpression(self.self_group(against=operators.inv), operator=operators.inv, type_=sqltypes.BOOLEANTYPE)

    def __bool__(self):
        if self.operator in (operators.eq, operators.ne):
            same = _identity(self.left) == _identity(self.right)
            return same if self.operator is operators.eq else not same
        raise TypeError('Boolean value of this clause is not defined')


def _identity(element):
    return ('value', id(element)) if not isinstance(element, BindParameter) else ('bind', repr(element.key), element.value)


class ClauseList(ClauseElement):
    """Elements with something between them."""
    __visit_name__ = 'clauselist'
    _parts = 'clauses',

    def __init__(self, *clauses, operator=operators.comma_op, group=True, group_contents=True, coerce=coercions.column):
        self.operator, self.group, self.group_contents = operator, group, group_contents
        self.clauses = [e.self_group(against=operator) if group_contents else e for e in map(coerce, clauses)]

    def __iter__(self):
        return iter(self.clauses)

    def __len__(self):
        return len(self.clauses)

    def self_group(self, against=None):
        return Grouping(self) if self.group and operators.is_precedent(self.operator, against) else self


class BooleanClauseList(ColumnElement):
    """Conditions that are joined by AND or OR."""
    __visit_name__ = 'clauselist'
    _parts = 'clauses',
    type = sqltypes.BOOLEANTYPE

    def __init__(self, operator, clauses):
        self.operator, self.clauses, self.group = operator, clauses, True

    @classmethod
    def of(cls, operator, clauses, initial=None):
        """What conditions come to: constants decide or drop out, those of the same kind are taken apart."""
        goes_on, decides = (True_, False_) if operator is operators.and_ else (False_, True_)
        found, empty, last = [], None, None
        for clause in clauses:
            clause = coercions.where(clause)
            if isinstance(clause, goes_on):
                empty = clause
                continue
            if isinstance(clause, decides):
                return clause
            found.append(clause)
        if not found:
            return empty if empty is not None else cls(operator, [])
        if len(found) == 1:
            return found[0].self_group(against=operators._asbool)
        flat = []
        for clause in found:
            if isinstance(clause, BooleanClauseList) and clause.operator is operator:
                flat += clause.clauses
            else:
                flat.append(clause.self_group(against=operator))
        return cls(operator, flat)

    def self_group(self, against=None):
        if not self.clauses:
            return self
        return Grouping(self) if operators.is_precedent(self.operator, against) else self

    def _negate(self):
        return UnaryExpression(Grouping(self), operator=operators.inv, type_=sqltypes.BOOLEANTYPE)

    def __iter__(self):
        return iter(self.clauses)


def and_(*clauses):
    return BooleanClauseList.of(operators.and_, clauses)


def or_(*clauses):
    return BooleanClauseList.of(operators.or_, clauses)


def not_(clause):
    element = coercions.where(clause)
    return ~element


class Label(ColumnElement):
    """An expression under a name."""
    __visit_name__ = 'label'
    _parts = '_element',

    def __init__(self, name, element, type_=None):
        element = coercions.column(element)
        while isinstance(element, Label):
            element = element._element
        self.name = name if name is not None else Anon(self, getattr(element, 'name', None) or 'anon')
        self.key = self.name
        self._element, self.type = element, to_instance(type_) if type_ is not None else element.type

    @property
    def element(self):
        return self._element

    primary_key = property(lambda self: getattr(self._element, 'primary_key', False))
    foreign_keys = property(lambda self: getattr(self._element, 'foreign_keys', frozenset()))

    def self_group(self, against=None):
        inner = self._element.self_group(against=against)
        return self if inner is self._element else Label(self.name, inner, self.type)

    def _bind(self, op, value, type_=None):
        return BindParameter(self.name if isinstance(self.name, str) else None, value, _compared_to=self, _operator=op, type_=type_, unique=True)

    def _proxied(self):
        return [self, *self._element._proxied()]

    def _result_name(self):
        return self.name


class LabelReference(ColumnElement):
    """A name in ORDER BY or GROUP BY: of a label or of a column of the statement's."""
    __visit_name__ = 'label_reference'

    def __init__(self, name):
        self.element = name


class ColumnClause(ColumnElement):
    """A column by name."""
    __visit_name__ = 'column'

    def __init__(self, text, type_=None, is_literal=False, _selectable=None):
        self.key = self.name = text
        self.table, self.type, self.is_literal = _selectable, to_instance(type_), is_literal

    description = property(lambda self: self.name)

    def _from_objects(self):
        return [self.table] if self.table is not None else []

    def _bind(self, op, value, type_=None):
        return BindParameter(self.key if not self.is_literal else None, value, _compared_to=self, _operator=op, type_=type_, unique=True)

    def _anon_base(self):
        return self.name

    def _result_name(self):
        return self.name

    def _proxy(self, selectable, name=None, key=None):
        found = ColumnClause(name or self.name, self.type, _selectable=selectable)
        found.key = key or (self.key if name is None else name)
        found._proxies = [self]
        return found

    def _proxied(self):
        found = [self]
        for proxy in self.__dict__.get('_proxies', ()):
            found += proxy._proxied()
        return found


class TextClause(Executable, ClauseElement):
    """SQL as the program has written it; `:name` is a parameter."""
    __visit_name__ = 'textclause'
    is_text = True
    key = None
    type = NULLTYPE
    BINDS = re.compile(r'(?<![:\w\x5c]):(\w+)(?!:)', re.UNICODE)

    def __init__(self, text):
        self._binds = {}

        def found(match):
            self._binds[match.group(1)] = BindParameter(match.group(1))
            return ':' + match.group(1)
        self.text = self.BINDS.sub(found, text)

    def bindparams(self, *binds, **names_to_values):
        found = self._generate()
        found._binds = dict(self._binds)
        for bind in binds:
            name = bind._original_key
            if name not in found._binds:
                raise exc.ArgumentError(f'This text() construct doesn\'t define a bound parameter named {name!r}')
            found._binds[name] = bind
        for name, value in names_to_values.items():
            if name not in found._binds:
                raise exc.ArgumentError(f'This text() construct doesn\'t define a bound parameter named {name!r}')
            found._binds[name] = found._binds[name]._with_value(value)
        return found

    def columns(self, *cols, **types):
        from sqlalchemy.sql.selectable import TextualSelect
        found = [coercions.columns_clause(c) for c in cols]
        by_name = {c.key: c for c in found if isinstance(getattr(c, 'key', None), str)}
        rest = [ColumnClause(name, type_) for name, type_ in types.items() if name not in by_name]
        return TextualSelect(self, found + rest, positional=bool(found) and not types)

    def self_group(self, against=None):
        return Grouping(self) if against is operators.in_op else self

    def _proxied(self):
        return [self]

    def _hidden(self):
        return []

    _leaves = _hidden

    def _result_name(self):
        return self.text

    def __and__(self, other):
        return and_(self, other)

    def __or__(self, other):
        return or_(self, other)

    def _negate(self):
        return UnaryExpression(self, operator=operators.inv)

    __hash__ = object.__hash__


def literal(value, type_=None, literal_execute=False):
    return BindParameter(None, value, type_=type_, unique=True, literal_execute=literal_execute)


def literal_column(text, type_=None):
    return ColumnClause(text, type_=type_, is_literal=True)


from sqlalchemy.sql._more_elements import (
    Case, Cast, CollationClause, ExpressionClauseList, Extract, FunctionFilter, Over, Tuple, TryCast, TypeCoerce, WithinGroup)

for _class in (Case, Cast, CollationClause, ExpressionClauseList, Extract, FunctionFilter, Over, Tuple, TryCast, TypeCoerce, WithinGroup):
    _class.__module__ = __name__
