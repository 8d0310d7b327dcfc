"""Operators of expressions: how each is written and how strongly it binds, and the methods that Python's operators call."""
from operator import add, and_, eq, floordiv, ge, getitem, gt, inv, le, lshift, lt, mod, mul, ne, neg, or_, rshift, sub, truediv


class Operator:
    """One that Python has none of; `name` is what `repr` shows."""

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, a, *rest, **named):
        return a.operate(self, *rest, **named)

    def __repr__(self):
        return f'<function {self.__name__}>'


for _name in '''concat_op match_op not_match_op regexp_match_op not_regexp_match_op regexp_replace_op ilike_op not_ilike_op like_op not_like_op
in_op not_in_op is_ is_not is_distinct_from is_not_distinct_from between_op not_between_op distinct_op is_true is_false comma_op desc_op asc_op
nulls_first_op nulls_last_op collate as_ exists from_ any_op all_op filter_op bitwise_not_op bitwise_xor_op bitwise_or_op bitwise_and_op
bitwise_lshift_op bitwise_rshift_op startswith_op endswith_op contains_op not_startswith_op not_endswith_op not_contains_op json_getitem_op
json_path_getitem_op _asbool cast_op over_op'''.split():
    globals()[_name] = Operator(_name)


class custom_op(Operator):
    def __init__(self, opstring, precedence=0, is_comparison=False, return_type=None):
        super().__init__('custom_op')
        self.opstring, self.precedence, self.is_comparison, self.return_type = opstring, precedence, is_comparison, return_type


_G = globals()
PRECEDENCE = {_G[name]: level for level, names in {
    15: 'from_ any_op all_op getitem json_getitem_op json_path_getitem_op',
    8: 'mul truediv floordiv mod neg bitwise_not_op',
    7: 'add sub bitwise_xor_op bitwise_or_op bitwise_and_op bitwise_lshift_op bitwise_rshift_op',
    6: 'filter_op',
    5: 'concat_op match_op not_match_op regexp_match_op not_regexp_match_op regexp_replace_op ilike_op not_ilike_op like_op not_like_op in_op not_in_op '
       'is_ is_not eq ne is_distinct_from is_not_distinct_from gt lt ge le between_op not_between_op distinct_op inv is_true is_false',
    4: 'collate', 3: 'and_ desc_op asc_op', 2: 'or_', 0: 'exists', -1: 'comma_op as_', -10: '_asbool'}.items() for name in names.split()}
_SELF_PRECEDENT = {and_, or_, add, mul, concat_op, comma_op}
NEGATIONS = {eq: ne, lt: ge, gt: le, in_op: not_in_op, is_: is_not, like_op: not_like_op, ilike_op: not_ilike_op, between_op: not_between_op,
             is_distinct_from: is_not_distinct_from, match_op: not_match_op, regexp_match_op: not_regexp_match_op, startswith_op: not_startswith_op,
             endswith_op: not_endswith_op, contains_op: not_contains_op, is_true: is_false}
NEGATIONS.update({b: a for a, b in list(NEGATIONS.items())})
COMPARISONS = {eq, ne, lt, le, gt, ge, is_, is_not, in_op, not_in_op, like_op, not_like_op, ilike_op, not_ilike_op, between_op, not_between_op,
               is_distinct_from, is_not_distinct_from, match_op, not_match_op, startswith_op, not_startswith_op, endswith_op, not_endswith_op,
               contains_op, not_contains_op, regexp_match_op, not_regexp_match_op}
TEXTS = {and_: ' AND ', or_: ' OR ', add: ' + ', mul: ' * ', sub: ' - ', mod: ' % ', neg: '-', lt: ' < ', le: ' <= ', ne: ' != ', gt: ' > ', ge: ' >= ',
         eq: ' = ', is_distinct_from: ' IS DISTINCT FROM ', is_not_distinct_from: ' IS NOT DISTINCT FROM ', concat_op: ' || ', match_op: ' MATCH ',
         not_match_op: ' NOT MATCH ', in_op: ' IN ', not_in_op: ' NOT IN ', comma_op: ', ', from_: ' FROM ', as_: ' AS ', is_: ' IS ', is_not: ' IS NOT ',
         collate: ' COLLATE ', exists: 'EXISTS ', distinct_op: 'DISTINCT ', inv: 'NOT ', any_op: 'ANY ', all_op: 'ALL ', desc_op: ' DESC', asc_op: ' ASC',
         nulls_first_op: ' NULLS FIRST', nulls_last_op: ' NULLS LAST', bitwise_xor_op: ' ^ ', bitwise_or_op: ' | ', bitwise_and_op: ' & ',
         bitwise_not_op: '~', bitwise_lshift_op: ' << ', bitwise_rshift_op: ' >> '}


def is_precedent(operator, against):
    """Whether what `operator` joins needs parentheses inside what `against` joins."""
    if operator is against and operator in _SELF_PRECEDENT:
        return False
    if against is None:
        return True
    mine = PRECEDENCE.get(operator, getattr(operator, 'precedence', -100))
    return mine <= PRECEDENCE.get(against, getattr(against, 'precedence', 100))


class ColumnOperators:
    """Python's operators, which make expressions: each is `operate`, with the operator and what stands at its right."""
    __slots__ = ()
    timetuple = None

    def operate(self, op, *other, **named):
        raise NotImplementedError(str(op))

    def reverse_operate(self, op, other, **named):
        raise NotImplementedError(str(op))

    def __hash__(self):
        return id(self)

    def op(self, opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None):
        operator = custom_op(opstring, precedence, is_comparison, return_type)
        return lambda other: self.operate(operator, other)

    def bool_op(self, opstring, precedence=0, python_impl=None):
        return self.op(opstring, precedence=precedence, is_comparison=True)

    def between(self, cleft, cright, symmetric=False):
        return self.operate(between_op, cleft, cright, symmetric=symmetric)

    def contains(self, other, **kw):
        return self.operate(contains_op, other, **kw)

    def icontains(self, other, **kw):
        return self.operate(contains_op, other, ignoring_case=True, **kw)

    def startswith(self, other, **kw):
        return self.operate(startswith_op, other, **kw)

    def istartswith(self, other, **kw):
        return self.operate(startswith_op, other, ignoring_case=True, **kw)

    def endswith(self, other, **kw):
        return self.operate(endswith_op, other, **kw)

    def iendswith(self, other, **kw):
        return self.operate(endswith_op, other, ignoring_case=True, **kw)

    def regexp_replace(self, pattern, replacement, flags=None):
        return self.operate(regexp_replace_op, pattern, replacement=replacement, flags=flags)

    def is_(self, other):
        return self.operate(is_, other)

    def __getitem__(self, index):
        return self.operate(getitem, index)

    def __neg__(self):
        return self.operate(neg)

    def __invert__(self):
        return self.operate(inv)


def _methods():
    def infix(op):
        return lambda self, other: self.operate(op, other)

    def reflected(op):
        return lambda self, other: self.reverse_operate(op, other)

    def bare(op):
        return lambda self: self.operate(op)

    for name, op in dict(and_=and_, or_=or_, lt=lt, le=le, eq=eq, ne=ne, gt=gt, ge=ge, lshift=lshift, rshift=rshift, add=add, sub=sub, mul=mul,
                         mod=mod, truediv=truediv, floordiv=floordiv).items():
        setattr(ColumnOperators, f'__{name.strip("_")}__', infix(op))
    for name, op in dict(add=add, sub=sub, mul=mul, mod=mod, truediv=truediv, floordiv=floordiv).items():
        setattr(ColumnOperators, f'__r{name}__', reflected(op))
    for name, op in dict(in_=in_op, not_in=not_in_op, notin_=not_in_op, is_not=is_not, isnot=is_not, is_distinct_from=is_distinct_from,
                         is_not_distinct_from=is_not_distinct_from, concat=concat_op, collate=collate, bitwise_xor=bitwise_xor_op,
                         bitwise_or=bitwise_or_op, bitwise_and=bitwise_and_op, bitwise_lshift=bitwise_lshift_op,
                         bitwise_rshift=bitwise_rshift_op).items():
        setattr(ColumnOperators, name, infix(op))
    for name, op in dict(desc=desc_op, asc=asc_op, nulls_first=nulls_first_op, nullsfirst=nulls_first_op, nulls_last=nulls_last_op,
                         nullslast=nulls_last_op, distinct=distinct_op, any_=any_op, all_=all_op, bitwise_not=bitwise_not_op).items():
        setattr(ColumnOperators, name, bare(op))
    for name, op in dict(like=like_op, notlike=not_like_op, not_like=not_like_op, ilike=ilike_op, notilike=not_ilike_op, not_ilike=not_ilike_op).items():
        setattr(ColumnOperators, name, lambda self, other, escape=None, op=op: self.operate(op, other, escape=escape))
    for name, op in dict(match=match_op, regexp_match=regexp_match_op).items():
        setattr(ColumnOperators, name, lambda self, other, op=op, **kw: self.operate(op, other, **kw))


_methods()
