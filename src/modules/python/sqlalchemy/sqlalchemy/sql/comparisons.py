"""What each operator makes of a column and what stands at its right."""
from sqlalchemy import exc
from sqlalchemy.sql import coercions, operators as ops, sqltypes
from sqlalchemy.sql.elements import (
    BinaryExpression, BindParameter, BooleanClauseList, ClauseList, CollationClause, False_, Null, True_, Tuple, UnaryExpression)

_ALIASES = {ops.nulls_first_op: None, ops.nulls_last_op: None, ops.desc_op: None, ops.asc_op: None}
_LIKES = {ops.startswith_op: (ops.like_op, False, True), ops.endswith_op: (ops.like_op, True, False), ops.contains_op: (ops.like_op, True, True)}
_PLAIN = {ops.like_op, ops.not_like_op, ops.ilike_op, ops.not_ilike_op, ops.match_op, ops.is_distinct_from, ops.is_not_distinct_from, ops.lt, ops.le, ops.gt,
          ops.ge, ops.eq, ops.ne, ops.is_, ops.is_not, ops.regexp_match_op}
_BITWISE = {ops.bitwise_and_op, ops.bitwise_or_op, ops.bitwise_xor_op, ops.bitwise_lshift_op, ops.bitwise_rshift_op}


class _Bounds(BooleanClauseList):
    """What BETWEEN has on its right."""

    def self_group(self, against=None):
        return self


def operand(expr, op, other, type_=None):
    """What stands at the other side, as an element."""
    element = coercions.element_of(other)
    if element is not None:
        if isinstance(element, BindParameter) and element.type._isnull and not element.expanding:
            return element._with_type(expr.type)
        return coercions.scalar(element)
    return expr._bind(op, other, type_)


def operate(expr, op, *other, **kw):
    """The expression of an operator and its operands."""
    if op in (ops.and_, ops.or_):
        return BooleanClauseList.of(op, [expr, *other])
    custom = getattr(expr.type, 'operate', None)
    if custom is not None and (found := custom(expr, op, *other, **kw)) is not NotImplemented:
        return found
    if op in _PLAIN:
        return compared(expr, op, other[0], **kw)
    if op in (ops.in_op, ops.not_in_op):
        return _in(expr, op, other[0])
    if op in _ALIASES:
        return UnaryExpression(expr, modifier=op, type_=expr.type)
    if op in _LIKES:
        return _like(expr, op, other[0], **kw)
    if op is ops.inv:
        return expr._negate()
    if op is ops.neg:
        return UnaryExpression(expr, operator=op, type_=expr.type)
    if op is ops.between_op:
        low, high = (operand(expr, ops.and_, value) for value in other)
        return BinaryExpression(expr, _Bounds(ops.and_, [low.self_group(against=ops.between_op), high.self_group(against=ops.between_op)]),
                                op, type_=sqltypes.BOOLEANTYPE, negate=ops.not_between_op, modifiers=kw)
    if op is ops.distinct_op:
        return UnaryExpression(expr, operator=op, type_=expr.type)
    if op is ops.collate:
        return BinaryExpression(expr, CollationClause(other[0]), op, type_=expr.type)
    if op is ops.getitem:
        return _item(expr, other[0])
    if op in (ops.any_op, ops.all_op):
        return UnaryExpression(expr, operator=op, type_=getattr(expr.type, 'item_type', expr.type))
    if op is ops.bitwise_not_op:
        return UnaryExpression(expr, operator=op, type_=expr.type)
    if isinstance(op, ops.custom_op):
        right = operand(expr, op, other[0])
        kind = sqltypes.BOOLEANTYPE if op.is_comparison else op.return_type or expr.type.adapted(op, right.type)[1]
        return BinaryExpression(expr, right, op, type_=kind)
    if op is ops.concat_op or op in _BITWISE or op in sqltypes._ARITHMETIC:
        right = operand(expr, op, other[0])
        op, kind = expr.type.adapted(op, right.type)
        return BinaryExpression(expr, right, op, type_=kind)
    if op is ops.regexp_replace_op:
        return BinaryExpression(expr, operand(expr, op, other[0]), op, type_=expr.type, modifiers={**kw, 'replacement': operand(expr, op, kw['replacement'])})
    raise NotImplementedError(f"Operator '{op.__name__}' is not supported on this expression")


def reverse_operate(expr, op, other, **kw):
    left = operand(expr, op, other)
    op, kind = left.type.adapted(op, expr.type)
    return BinaryExpression(left, expr, op, type_=kind)


def compared(expr, op, other, escape=None, **kw):
    """A comparison: with None it is IS, with True and False by their words."""
    if isinstance(other, (Null, True_, False_)) or other is None or other is True or other is False:
        if op in (ops.eq, ops.ne) and not isinstance(other, Null) and other is not None:
            return BinaryExpression(expr, coercions.constant(other), op, type_=sqltypes.BOOLEANTYPE, negate=ops.NEGATIONS[op])
        if op in (ops.is_distinct_from, ops.is_not_distinct_from):
            return BinaryExpression(expr, coercions.constant(other), op, type_=sqltypes.BOOLEANTYPE, negate=ops.NEGATIONS[op])
        if op in (ops.eq, ops.is_):
            return BinaryExpression(expr, coercions.constant(other), ops.is_, type_=sqltypes.BOOLEANTYPE, negate=ops.is_not)
        if op in (ops.ne, ops.is_not):
            return BinaryExpression(expr, coercions.constant(other), ops.is_not, type_=sqltypes.BOOLEANTYPE, negate=ops.is_)
        raise exc.ArgumentError("Only '='/'!=', 'is_()'/'is_not()', 'is_distinct_from()'/'is_not_distinct_from()' operators can be used with None/True/False")
    right = operand(expr, op, other)
    modifiers = {'escape': escape} if escape is not None else kw
    return BinaryExpression(expr, right, op, type_=sqltypes.BOOLEANTYPE, negate=ops.NEGATIONS.get(op), modifiers=modifiers)


def _in(expr, op, given):
    element = coercions.element_of(given)
    negation = ops.NEGATIONS[op]
    if element is not None:
        if element.__visit_name__ in ('select', 'compound_select'):
            right = element.scalar_subquery()
        elif element.is_selectable and element.__visit_name__ in ('alias', 'subquery', 'cte', 'table'):
            from sqlalchemy.sql.selectable import select
            right = select(element).scalar_subquery()
        elif isinstance(element, BindParameter):
            right = element._generate()
            right.expanding, right.expand_op = True, op
            if right.type._isnull:
                right.type = expr.type
            if isinstance(right.key, type(element.key)) and not isinstance(right.key, str):
                right.key = type(right.key)(right, right.key.base)
        else:
            right = element
        return BinaryExpression(expr, right, op, type_=sqltypes.BOOLEANTYPE, negate=negation)
    if isinstance(given, (str, bytes)) or not hasattr(given, '__iter__'):
        advice = ''
        raise exc.ArgumentError(f'IN expression list, SELECT construct, or bound parameter object expected, got {given!r}.{advice}')
    values = list(given)
    if any(coercions.element_of(v) is not None for v in values):
        right = ClauseList(*[v if (e := coercions.element_of(v)) is not None else (Null() if v is None else expr._bind(op, v)) for v in values])
        return BinaryExpression(expr, right.self_group(against=op), op, type_=sqltypes.BOOLEANTYPE, negate=negation)
    if isinstance(expr, Tuple):
        right = BindParameter(None, values, type_=expr.type, unique=True, expanding=True)
    else:
        right = BindParameter(_bind_name(expr), values, unique=True, expanding=True, _compared_to=expr, _operator=op, type_=None if values else expr.type)
    right.expand_op = op
    return BinaryExpression(expr, right, op, type_=sqltypes.BOOLEANTYPE, negate=negation)


def _bind_name(expr):
    sample = expr._bind(ops.eq, None)
    return sample._original_key if sample._original_key != 'param' else None


def _like(expr, op, other, autoescape=None, escape=None, ignoring_case=False):
    """LIKE with the signs that stand for any text put around a value."""
    _, before, after = _LIKES[op]
    if autoescape:
        if autoescape is not True:
            exc.warned('The autoescape parameter is now a simple boolean True/False')
        if not isinstance(other, str):
            raise TypeError('String value expected when autoescape=True')
        escape = escape or '/'
        if escape not in ('%', '_'):
            other = other.replace(escape, escape + escape)
        other = other.replace('%', escape + '%').replace('_', escape + '_')
    right = operand(expr, op, other)
    modifiers = {'escape': escape} if escape is not None else {}
    if ignoring_case:
        modifiers['ignoring_case'] = True
    return BinaryExpression(expr, right, op, type_=sqltypes.BOOLEANTYPE, negate=ops.NEGATIONS[op], modifiers=modifiers)


def _item(expr, index):
    found = getattr(expr.type, '_index', None)
    if found is not None:
        return found(expr, index)
    if isinstance(expr.type, sqltypes.ARRAY):
        right = operand(expr, ops.getitem, index, type_=sqltypes.INTEGERTYPE)
        return BinaryExpression(expr, right, ops.getitem, type_=expr.type.item_type)
    raise NotImplementedError("Operator 'getitem' is not supported on this expression")
