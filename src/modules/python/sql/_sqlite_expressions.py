"""Expressions as Python functions of an environment.

An environment is a list: the environment of the query around this one, then a row for each source of the query, then what
aggregates and windows have come to. A row is a list of a table's values with its rowid behind them.
"""
import operator as _operator
from _sqlite_errors import Ignored, failing, problem
from _sqlite_functions import scalar
from _sqlite_values import affinity_of, applied, arithmetic, cast, comparison_affinities, integer_of, key_of, signed, text_of, truth

_SIGNS = {'=': _operator.eq, '<>': _operator.ne, '<': _operator.lt, '<=': _operator.le, '>': _operator.gt, '>=': _operator.ge}
_NUMBERS = (int, float)
ROWIDS = ('rowid', '_rowid_', 'oid')


class Value:
    """A compiled expression: its function, its affinity, its collation (and whether COLLATE gave it)."""
    __slots__ = 'run', 'affinity', 'collation', 'given', 'column'

    def __init__(self, run, affinity=None, collation=None, given=False, column=None):
        self.run, self.affinity, self.collation, self.given = run, affinity, collation, given
        # (slot, place), if it is a column of the query's own.
        self.column = column


class Source:
    """A table, view or select of a query: its name there, its columns as (name, affinity, collation), its place in environments."""

    def __init__(self, name, columns, slot, table=None, query=None):
        self.name, self.columns, self.slot, self.table = name, columns, slot, table
        # What its columns are declared as where it is no table, and what gives its rows in an environment.
        self.declared = query.declared if query is not None else None
        # The view that it is.
        self.seen = None
        self.rows = query.rows if query is not None else lambda e: table.scan()
        self.places = {}
        for n, column in enumerate(columns):
            self.places.setdefault(column[0].lower(), n)
        # Columns that a join by USING has joined with those of sources to the left.
        self.joined = set()
        self.qualifiers = {name.lower()} if name else set()
        # Places by the names of the tables that it joins, if it is a join in parentheses.
        self.within = {}


class Scope:
    """The names that an expression may use."""

    def __init__(self, plan, parent=None, tables=None):
        self.plan, self.parent, self.sources, self.size = plan, parent, [], 1
        self.aliases = {}
        # What aggregates are registered in; None: there may be none.
        self.aggregates = None
        self.windows = None
        # Whether functions of the program are called, which may tell in which order.
        self.calls = False
        self.used = set()
        self.outer = False
        # Those of WITH, by their names.
        self.tables = tables if tables is not None else parent.tables if parent else {}

    def slot(self):
        self.size += 1
        return self.size - 1

    def find(self, qualifier, name):
        """(source, place of the column), or None. Two that fit are ambiguous."""
        found = None
        low = name.lower()
        for source in self.sources:
            if qualifier is not None and qualifier.lower() not in source.qualifiers:
                if qualifier.lower() not in source.within:
                    continue
                place = source.within[qualifier.lower()].get(low)
            else:
                place = source.places.get(low)
            if place is None and low in ROWIDS and source.table is not None and not source.table.without_rowid:
                place = len(source.columns)
            if place is None or qualifier is None and low in source.joined:
                continue
            if found is not None:
                if low in ROWIDS and place == len(source.columns):
                    continue
                shown = f'{qualifier}.{name}' if qualifier else name
                raise problem(f'ambiguous column name: {shown}')
            found = source, place
        return found


def _call(tree, scope):
    from _sqlite_calls import call
    return call(tree, scope)


def compiled(tree, scope):
    """The Value of a tree."""
    return _COMPILERS[tree[0]](tree, scope)


def function_of(tree, scope):
    return compiled(tree, scope).run


def _literal(tree, scope):
    value = tree[1]
    return Value(lambda e: value)


def _parameter(tree, scope):
    values, place = scope.plan.values, tree[1] - 1
    return Value(lambda e: values[place])


def _column(tree, scope):
    _, qualifier, name, quoted = tree
    at, depth = scope, 0
    while at is not None:
        found = at.find(qualifier, name)
        if found is not None:
            source, place = found
            at.used.add((source.slot, place))
            if scope.plan.engine.authorizer is not None and scope.plan.engine.authorizer.reads(source, place):
                return Value(lambda e: None)
            if place == len(source.columns):
                affinity, collation = 'INTEGER', None
            else:
                _, affinity, collation = source.columns[place]
            value = Value(_getter(source.slot, place), affinity, collation or 'binary' if source.table else collation, False, (source.slot, place))
            return _through(value, depth) if depth else value
        if qualifier is None and name.lower() in at.aliases:
            of = at.aliases.pop(name.lower())
            try:
                return _through(compiled(of, at), depth)
            finally:
                at.aliases[name.lower()] = of
        at.outer = True
        at, depth = at.parent, depth + 1
    if quoted and scope.plan.engine.options[1013]:
        return Value(lambda e: name)
    raise problem(f'no such column: {qualifier}.{name}' if qualifier else f'no such column: {name}')


def _place(tree, scope):
    _, source, place = tree
    scope.used.add((source.slot, place))
    if scope.plan.engine.authorizer is not None and scope.plan.engine.authorizer.reads(source, place):
        return Value(lambda e: None)
    _, affinity, collation = source.columns[place]
    return Value(_getter(source.slot, place), affinity, collation or 'binary' if source.table else collation, False, (source.slot, place))


def _getter(slot, place):
    return lambda e: e[slot][place]


def _through(value, depth):
    """The value of an environment that is so many queries further out."""
    run = value.run
    for _ in range(depth):
        run = _outer(run)
    return Value(run, value.affinity, value.collation, value.given)


def _outer(run):
    return lambda e: run(e[0])


def _and(tree, scope):
    left, right = function_of(tree[1], scope), function_of(tree[2], scope)

    def run(e):
        a = truth(left(e))
        if a is False:
            return 0
        b = truth(right(e))
        if b is False:
            return 0
        return None if a is None or b is None else 1
    return Value(run)


def _or(tree, scope):
    left, right = function_of(tree[1], scope), function_of(tree[2], scope)

    def run(e):
        a = truth(left(e))
        if a:
            return 1
        b = truth(right(e))
        if b:
            return 1
        return None if a is None or b is None else 0
    return Value(run)


def _not(tree, scope):
    of = function_of(tree[1], scope)

    def run(e):
        value = truth(of(e))
        return None if value is None else int(not value)
    return Value(run)


def collation_of(left, right, scope):
    """The collation by which two are compared."""
    name = left.collation if left.given else right.collation if right.given else left.collation or right.collation
    return scope.plan.collation(name)


def _comparison(sign, left, right, scope):
    operation = _SIGNS[sign]
    of_left, of_right = comparison_affinities(left.affinity, right.affinity)
    collation = collation_of(left, right, scope)
    left, right, sorted_by = left.run, right.run, key_of(collation)
    plain = collation in (None, 'binary')

    def run(e):
        a, b = left(e), right(e)
        if a is None or b is None:
            return None
        if of_left is not None:
            a = applied(a, of_left)
        if of_right is not None:
            b = applied(b, of_right)
        one, other = type(a), type(b)
        if one is other and (plain or one is not str) or one in _NUMBERS and other in _NUMBERS:
            return int(operation(a, b))
        return int(operation(sorted_by(a), sorted_by(b)))
    return run


def _compare(tree, scope):
    _, sign, left, right = tree
    if left[0] == 'row' or right[0] == 'row':
        return Value(_row_comparison(sign, _members(left, scope), _members(right, scope), scope))
    return Value(_comparison(sign, compiled(left, scope), compiled(right, scope), scope))


def _members(tree, scope):
    if tree[0] == 'row':
        return [compiled(one, scope) for one in tree[1]]
    if tree[0] == 'scalar':
        query = scope.plan.query(tree[1], scope)
        rows = _row_getter(query)
        return [Value(lambda e, n=n: rows(e)[n], affinity) for n, affinity in enumerate(query.affinities)]
    raise problem('row value misused')


def _row_getter(query):
    nothing = [None] * len(query.names)

    def row(e):
        found = query.rows(e, 1)
        return found[0] if found else nothing
    return row


def _row_comparison(sign, left, right, scope):
    if len(left) != len(right):
        raise problem('row value misused')
    pairs = [(_comparison('=', a, b, scope), _comparison('<' if sign in ('<', '<=') else '>', a, b, scope)) for a, b in zip(left, right)]

    def run(e):
        unknown = False
        for equal, ordered in pairs:
            same = equal(e)
            if same is None:
                if sign not in ('=', '<>'):
                    return None
                unknown = True
            elif not same:
                return 0 if sign == '=' else 1 if sign == '<>' else ordered(e)
        return None if unknown else int(sign in ('=', '<=', '>='))
    return run


def _is(tree, scope):
    _, left, right, negated = tree
    if right[0] == 'literal' and right[1] is None:
        of = function_of(left, scope)
        return Value((lambda e: int(of(e) is not None)) if negated else (lambda e: int(of(e) is None)))
    one, other = compiled(left, scope), compiled(right, scope)
    equal = _comparison('=', one, other, scope)

    def run(e):
        a, b = one.run(e), other.run(e)
        same = a is None and b is None if a is None or b is None else bool(equal(e))
        return int(same != negated)
    return Value(run)


def _between(tree, scope):
    _, of, low, high, negated = tree
    found = 'and', ('compare', '>=', of, low), ('compare', '<=', of, high)
    return compiled(('not', found) if negated else found, scope)


def _in(tree, scope):
    _, of, members, negated = tree
    if not isinstance(members, list):
        return Value(_in_select(of, members, negated, scope))
    if of[0] == 'row':
        raise problem('row value misused')
    left = compiled(of, scope)
    values = [compiled(member, scope).run for member in members]
    affinity = 'NUMERIC' if left.affinity in ('INTEGER', 'REAL', 'NUMERIC') else 'TEXT' if left.affinity == 'TEXT' else None
    sorted_by = key_of(scope.plan.collation(left.collation))
    left = left.run
    known = None
    if all(member[0] == 'literal' for member in members):
        known = [applied(member[1], affinity) for member in members]

    def run(e):
        if not values:
            return int(negated)
        a = left(e)
        if a is None:
            return None
        if known is not None:
            others = known
        else:
            others = [applied(value(e), affinity) for value in values]
        if sorted_by(a) in [sorted_by(b) for b in others if b is not None]:
            return int(not negated)
        return None if None in others else int(negated)
    return Value(run)


def _in_select(of, select, negated, scope):
    query = scope.plan.query(select, scope)
    left = [compiled(one, scope) for one in of[1]] if of[0] == 'row' else [compiled(of, scope)]
    if len(left) != len(query.names):
        raise problem(f'sub-select returns {len(query.names)} columns - expected {len(left)}')
    affinities = [comparison_affinities(one.affinity, other) for one, other in zip(left, query.affinities)]
    keys = [key_of(scope.plan.collation(one.collation)) for one in left]
    runs = [one.run for one in left]

    def of_rows(rows):
        found, unknown = set(), False
        for row in rows:
            row = tuple(applied(value, a) if a else value for value, (_, a) in zip(row, affinities))
            unknown = unknown or None in row
            found.add(tuple(k(value) for k, value in zip(keys, row)))
        return found, unknown
    kept = []

    def run(e):
        if query.outer:
            rows = of_rows(query.rows(e))
        else:
            source = query.rows(e)
            if not kept or kept[0] is not source:
                kept[:] = source, of_rows(source)
            rows = kept[1]
        found, unknown = rows
        values = [one(e) for one in runs]
        values = [applied(value, a) if a else value for value, (a, _) in zip(values, affinities)]
        if not found:
            return int(negated)
        if None in values:
            return None
        if tuple(k(value) for k, value in zip(keys, values)) in found:
            return int(not negated)
        return None if unknown else int(negated)
    return run


def _number(tree, scope):
    _, sign, left, right = tree
    left, right = function_of(left, scope), function_of(right, scope)
    return Value(lambda e: arithmetic(sign, left(e), right(e)))


def _join(tree, scope):
    _, sign, left, right = tree
    left, right = function_of(left, scope), function_of(right, scope)
    if sign != '||':
        extract = scalar(sign)[2]
        return Value(lambda e: extract(left(e), right(e)))

    def run(e):
        a, b = left(e), right(e)
        return None if a is None or b is None else text_of(a) + text_of(b)
    return Value(run)


def _sign(tree, scope):
    _, sign, of = tree
    if sign == '-' and of == ('literal', 9223372036854775808.0):
        return Value(lambda e: -9223372036854775808)
    if sign == '-' and of[0] == 'literal' and type(of[1]) is float:
        negative = -of[1]
        return Value(lambda e: negative)
    value = compiled(of, scope)
    run = value.run
    if sign == '+':
        return Value(run, None, value.collation, value.given)
    if sign == '~':
        return Value(lambda e: None if (a := run(e)) is None else signed(~integer_of(a)))
    return Value(lambda e: arithmetic('-', 0, run(e)))


def _collate(tree, scope):
    value = compiled(tree[1], scope)
    name = tree[2].lower()
    scope.plan.collation(name)
    return Value(value.run, value.affinity, name, True)


def _case(tree, scope):
    _, base, cases, last = tree
    if base is not None:
        of = compiled(base, scope)
        held = [None]
        kept = Value(lambda e: held[0], of.affinity, of.collation, of.given)
        tests = [_comparison('=', kept, compiled(condition, scope), scope) for condition, _ in cases]
    else:
        tests = [function_of(condition, scope) for condition, _ in cases]
    results = [function_of(value, scope) for _, value in cases]
    pairs = list(zip(tests, results))
    last = function_of(last, scope) if last is not None else lambda e: None

    def run(e):
        if base is not None:
            held[0] = of.run(e)
        for test, result in pairs:
            if truth(test(e)):
                return result(e)
        return last(e)
    return Value(run)


def _cast(tree, scope):
    of, kind = function_of(tree[1], scope), tree[2]
    return Value(lambda e: cast(of(e), kind), affinity_of(kind))


def _exists(tree, scope):
    query = scope.plan.query(tree[1], scope)
    return Value(lambda e: int(bool(query.rows(e, 1))))


def _scalar(tree, scope):
    query = scope.plan.query(tree[1], scope)
    if len(query.names) != 1:
        raise problem(f'sub-select returns {len(query.names)} columns - expected 1')
    row = _row_getter(query)
    return Value(lambda e: row(e)[0], query.affinities[0])


def _row(tree, scope):
    raise problem('row value misused')


def _raise(tree, scope):
    _, kind, message = tree

    def run(e):
        if kind == 'IGNORE':
            raise Ignored
        raise failing(problem(message, 'IntegrityError', 1811), kind)
    return Value(run)


_COMPILERS = {
    'literal': _literal, 'parameter': _parameter, 'column': _column, 'and': _and, 'or': _or, 'not': _not, 'compare': _compare, 'is': _is,
    'between': _between, 'in': _in, 'number': _number, 'join': _join, 'sign': _sign, 'collate': _collate, 'case': _case, 'cast': _cast,
    'exists': _exists, 'place': _place, 'scalar': _scalar, 'row': _row, 'raise': _raise, 'call': _call,
}


def conjuncts(tree):
    """The terms that an expression joins by AND."""
    if tree is None:
        return []
    if tree[0] == 'and':
        return conjuncts(tree[1]) + conjuncts(tree[2])
    if tree[0] == 'between' and not tree[4]:
        return [('compare', '>=', tree[1], tree[2]), ('compare', '<=', tree[1], tree[3])]
    return [tree]
