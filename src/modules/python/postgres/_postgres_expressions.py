"""Expressions as Python functions of an environment, with the types that PostgreSQL gives them."""
from decimal import Decimal
from _postgres_errors import ServerError, missing
from _postgres_operators import compared, like_of, operator_of
from _postgres_scopes import Anonymous, Scope, Value, converted, settled, type_of, unknown_column
from _postgres_tables import LOCKS
from _postgres_types import INTEGERS, TEXTS, common, exact, plain, shown

HINT = 'You might need to add explicit type casts.'


def compiled(tree, scope):
    """The Value of a tree."""
    grouped = scope.grouped
    if grouped is not None and tree in grouped.trees and tree[0] != 'column':
        scope.grouped = None
        try:
            return _COMPILERS[tree[0]](tree, scope)
        finally:
            scope.grouped = grouped
    return _COMPILERS[tree[0]](tree, scope)


def of_type(tree, kind, scope, what='argument'):
    return converted(compiled(tree, scope), kind, scope, what=what)


def condition(tree, scope, what):
    """The function of a condition."""
    return of_type(tree, 'bool', scope, f'argument of {what}').run


# --- columns ---

def _column(tree, scope):
    _, qualifier, name = tree
    at, depth = scope, 0
    while at is not None:
        found = at.find(qualifier, name)
        if found is not None:
            return _through(place(*found, at), depth)
        if qualifier is None:
            for source in at.sources:
                if source.name == name:
                    if source.scalar:
                        return _through(place(source, 0, at), depth)
                    return _through(_whole_row(source, at), depth)
        at.outer = True
        at, depth = at.parent, depth + 1
    if name in _SYSTEM:
        return _system(qualifier, name, scope)
    raise unknown_column(qualifier, name, scope)


_SYSTEM = 'xmax', 'xmin', 'ctid', 'tableoid', 'cmin', 'cmax'


def _system(qualifier, name, scope):
    """xmax, which tells whether ON CONFLICT has updated a row."""
    sources = [s for s in scope.sources if s.table is not None and qualifier in (None, s.name)]
    if name != 'xmax' or len(sources) != 1:
        missing(f'the column {name}')
    slot, session = sources[0].slot, scope.plan.session
    return Value(lambda e: 0 if e[slot][LOCKS] is None else session.xid(), 'int8')


def _whole_row(source, scope):
    if scope.grouped is not None:
        missing('a whole row in a grouped query')
    scope.used.update((source.slot, n) for n in range(len(source.columns)))
    slot, size = source.slot, len(source.columns)
    columns = (tuple if source.table is not None else Anonymous)((name, kind) for name, kind, *_ in source.columns)
    return Value(lambda e: None if e[slot] is None else tuple(e[slot][:size]), 'record', columns)


def place(source, n, scope):
    """The Value of a source's column."""
    slot = source.slot
    scope.used.add((slot, n))
    column = source.columns[n]
    grouped = scope.grouped
    if grouped is not None and (slot, n) not in grouped.columns and slot not in grouped.slots:
        raise ServerError('42803', f'column "{source.name}.{column[0]}" must appear in the GROUP BY clause or be used in an aggregate function')
    return Value(lambda e: e[slot][n], column[1], column[2])


def _through(value, depth):
    """The value of an environment that is so many queries further out."""
    run = value.run
    for _ in range(depth):
        run = _outer(run)
    return Value(run, value.kind, value.modifiers)


def _outer(run):
    return lambda e: run(e[0])


# --- plain values ---

def _number(tree, scope):
    text = tree[1]
    if text.lstrip('-').isdigit():
        value = int(text)
        kind = 'int4' if -2**31 <= value < 2**31 else 'int8' if -2**63 <= value < 2**63 else 'numeric'
        value = Decimal(value) if kind == 'numeric' else value
    else:
        value, kind = plain(Decimal(text)), 'numeric'
    return Value(lambda e: value, kind, constant=True)


def _text(tree, scope):
    text = tree[1]
    return Value(lambda e: text, 'unknown', literal=text)


def _null(tree, scope):
    return Value(lambda e: None, 'unknown', constant=True)


def _bool(tree, scope):
    value = tree[1]
    return Value(lambda e: value, 'bool', constant=True)


def _parameter(tree, scope):
    plan, n = scope.plan, tree[1] - 1
    if n < 0:
        raise ServerError('42P02', f'there is no parameter ${tree[1]}')
    values = plan.values
    if plan.types[n] is None:
        return Value(lambda e: values[n], 'unknown', number=n)
    return Value(lambda e: values[n], plan.types[n])


def _default(tree, scope):
    raise ServerError('42601', 'DEFAULT is not allowed in this context')


def _star(tree, scope):
    source = scope.source(tree[1]) if tree[1] is not None else None
    if source is not None:
        return _column(('column', None, tree[1]), scope)
    raise ServerError('42601', 'syntax error at or near "*"')


# --- logic ---

def _and(tree, scope):
    left, right = (condition(t, scope, 'AND') for t in tree[1:])

    def run(e):
        a = left(e)
        if a is False:
            return False
        b = right(e)
        return False if b is False else None if a is None or b is None else True
    return Value(run, 'bool')


def _or(tree, scope):
    left, right = (condition(t, scope, 'OR') for t in tree[1:])

    def run(e):
        a = left(e)
        if a:
            return True
        b = right(e)
        return True if b else None if a is None or b is None else False
    return Value(run, 'bool')


def _not(tree, scope):
    of = condition(tree[1], scope, 'NOT')
    return Value(lambda e: None if (found := of(e)) is None else not found, 'bool')


def _isnull(tree, scope):
    value, negated = compiled(tree[1], scope), tree[2]
    value = settled(value, scope) if value.number is None else value
    of = value.run
    return Value((lambda e: of(e) is not None) if negated else (lambda e: of(e) is None), 'bool')


def _istrue(tree, scope):
    of, wanted, negated = condition(tree[1], scope, 'IS TRUE'), tree[2], tree[3]
    return Value(lambda e: (of(e) is wanted) is not negated, 'bool')


def _distinct(tree, scope):
    left, right, _ = paired('=', compiled(tree[1], scope), compiled(tree[2], scope), scope)
    negated, a, b = tree[3], left.run, right.run
    return Value(lambda e: (a(e) != b(e)) is not negated, 'bool')


def paired(sign, left, right, scope):
    """Two Values as ones that can be compared, and the type in which they are."""
    kind = compared(sign, left, right)
    return converted(left, kind, scope), converted(right, kind, scope), kind


def _between(tree, scope):
    _, of, low, high, negated, symmetric = tree
    inside = 'and', ('op', '>=', of, low), ('op', '<=', of, high)
    if symmetric:
        inside = 'or', inside, ('and', ('op', '>=', of, high), ('op', '<=', of, low))
    return compiled(('not', inside) if negated else inside, scope)


def _in(tree, scope):
    _, of, over, negated = tree
    if not isinstance(over, tuple):
        return _any(('any', '<>' if negated else '=', of, over, negated), scope)
    if of[0] == 'row':
        found = ('bool', False)
        for item in over:
            found = ('or', found, ('op', '=', of, item))
        return compiled(('not', found) if negated else found, scope)
    left = compiled(of, scope)
    items = [compiled(item, scope) for item in over]
    for item in items:
        left, item, kind = paired('=', left, item, scope)
    if kind == 'unknown':
        kind = 'text'
    runs = [paired('=', left, item, scope)[1].run for item in items]
    left = left.run

    def run(e):
        value = left(e)
        if value is None:
            return None
        unknown = False
        for item in runs:
            other = item(e)
            if other is None:
                unknown = True
            elif other == value:
                return not negated
        return None if unknown else negated
    return Value(run, 'bool')


def _like(tree, scope):
    _, of, pattern, escape, negated, fold = tree
    left, right = compiled(of, scope), compiled(pattern, scope)
    for value in left, right:
        if value.kind not in TEXTS and value.kind != 'unknown':
            sign = ('!' if negated else '') + '~~' + ('*' if fold else '')
            raise ServerError('42883', f'operator does not exist: {shown(left.kind)} {sign} {shown(right.kind)}',
                              hint='No operator matches the given name and argument types. ' + HINT)
    left, right = settled(left, scope).run, settled(right, scope).run
    escaped = settled(compiled(escape, scope), scope).run if escape else lambda e: '\\'

    def run(e):
        text, wanted = left(e), right(e)
        if text is None or wanted is None:
            return None
        return (like_of(wanted, escaped(e), fold)(text) is not None) is not negated
    return Value(run, 'bool')


def _op(tree, scope):
    _, sign, left, right = tree
    if left[0] == 'row' or right[0] == 'row':
        return _rows(sign, left, right, scope)
    return operator_of(sign, compiled(left, scope), compiled(right, scope), scope)


def _rows(sign, left, right, scope):
    if left[0] != right[0] or sign not in ('=', '<>', '<', '<=', '>', '>='):
        missing('this comparison of rows')
    if len(left[1]) != len(right[1]):
        raise ServerError('42601', 'unequal number of entries in row expressions')
    pairs = list(zip(left[1], right[1]))
    if sign in ('=', '<>'):
        found = ('op', '=', *pairs[0])
        for pair in pairs[1:]:
            found = 'and', found, ('op', '=', *pair)
        return compiled(found if sign == '=' else ('not', found), scope)
    found = ('op', sign, *pairs[-1])
    for pair in reversed(pairs[:-1]):
        found = 'or', ('op', sign[0], *pair), ('and', ('op', '=', *pair), found)
    return compiled(found, scope)


def _sign(tree, scope):
    _, sign, of = tree
    if sign == '|/':
        return compiled(('call', 'sqrt', (of,), None), scope)
    if sign == '@':
        return compiled(('call', 'abs', (of,), None), scope)
    value = compiled(of, scope)
    if sign == '~':
        value = converted(value, 'int4' if value.kind == 'unknown' else value.kind, scope)
        if value.kind not in INTEGERS:
            raise ServerError('42883', f'operator does not exist: ~ {shown(value.kind)}')
        run = value.run
        return Value(lambda e: None if (v := run(e)) is None else ~v, value.kind)
    if value.kind == 'unknown':
        value = converted(value, 'float8', scope)
    if value.kind not in ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'interval'):
        raise ServerError('42883', f'operator does not exist: {sign} {shown(value.kind)}',
                          hint='No operator matches the given name and argument type. You might need to add an explicit type cast.')
    if sign == '+':
        return value
    run = value.run
    if value.kind == 'numeric':
        return Value(lambda e: None if (v := run(e)) is None else exact.minus(v) if v else v, value.kind)
    return Value(lambda e: None if (v := run(e)) is None else -v, value.kind)


def _any(tree, scope):
    _, sign, of, over, every = tree
    left = compiled(of, scope) if of[0] != 'row' else None
    if isinstance(over, tuple):
        right = compiled(over, scope)
        if right.kind == 'unknown':
            right = converted(right, ('text' if left.kind == 'unknown' else left.kind) + '[]', scope)
        if not right.kind.endswith('[]'):
            raise ServerError('42809', 'op ANY/ALL (array) requires array on right side')
        of_array, kind = right.run, right.kind[:-2]

        def values(e):
            return of_array(e)
    else:
        query = subquery(over, scope)
        if of[0] == 'row':
            return _row_in(of, query, sign, every, scope)
        if len(query.names) != 1:
            raise ServerError('42601', 'subquery has too many columns')
        kind = query.kinds[0]

        def values(e):
            return [row[0] for row in query.once(e)]
    cell = [None]
    item = Value(lambda e: cell[0], kind)
    test = operator_of(sign, left, item, scope).run

    def run(e):
        found = values(e)
        if found is None:
            return None
        unknown = False
        for value in found:
            cell[0] = value
            result = test(e)
            if result is None:
                unknown = True
            elif result is not every:
                return not every
        return None if unknown else every
    return Value(run, 'bool')


def _row_in(of, query, sign, every, scope):
    if len(of[1]) != len(query.names):
        raise ServerError('42601', 'subquery has too ' + ('many' if len(of[1]) < len(query.names) else 'few') + ' columns')
    lefts = [converted(compiled(t, scope), kind, scope, how='assignment').run for t, kind in zip(of[1], query.kinds)]

    def run(e):
        wanted = tuple(left(e) for left in lefts)
        found = any(row == wanted for row in query.once(e))
        if not found and (None in wanted or any(None in row for row in query.once(e))):
            return None
        return found if sign == '=' else not found
    return Value(run, 'bool')


# --- others ---

def _case(tree, scope):
    _, base, whens, otherwise = tree
    tests = [condition(w, scope, 'CASE/WHEN') if base is None else compiled(('op', '=', base, w), scope).run for w, _ in whens]
    results = [compiled(then, scope) for _, then in whens] + [compiled(otherwise or ('null',), scope)]
    kind = common([r.kind for r in results], 'CASE')
    kind = 'text' if kind == 'unknown' else kind
    *thens, last = [converted(r, kind, scope).run for r in results]
    pairs = list(zip(tests, thens))

    def run(e):
        for test, then in pairs:
            if test(e):
                return then(e)
        return last(e)
    return Value(run, kind)


def _cast(tree, scope):
    kind, modifiers = type_of(tree[2], scope.plan)
    if kind == 'regclass':
        return compiled(('call', 'to_regclass!', (tree[1],), None), scope)
    if tree[1][0] == 'array':
        items = tree[1][1]
        if not items:
            return Value(lambda e: [], kind)
    value = compiled(tree[1], scope)
    return converted(value, kind, scope, modifiers, 'explicit')


def _stored(tree, scope):
    """What is stored in a column without a type of its own."""
    _, of, column = tree
    return converted(compiled(of, scope), column.kind, scope, column.modifiers, 'assignment', column.name)


def _array(tree, scope):
    if not tree[1]:
        raise ServerError('42P18', 'cannot determine type of empty array',
                          hint='Explicitly cast to the desired type, for example ARRAY[]::integer[].')
    items = [compiled(t, scope) for t in tree[1]]
    kind = common([v.kind for v in items], 'ARRAY')
    kind = 'text' if kind == 'unknown' else kind
    runs = [converted(v, kind, scope).run for v in items]
    return Value(lambda e: [run(e) for run in runs], kind if kind.endswith('[]') else kind + '[]')


def _arrayof(tree, scope):
    query = subquery(tree[1], scope)
    return Value(lambda e: [row[0] for row in query.once(e)], query.kinds[0] + '[]')


def _index(tree, scope):
    value, n = compiled(tree[1], scope), of_type(tree[2], 'int4', scope, 'array subscript').run if tree[2][0] != 'text' else None
    if value.kind == 'jsonb':
        return compiled(('op', '->', tree[1], tree[2]), scope)
    if not value.kind.endswith('[]'):
        raise ServerError('42804', f'cannot subscript type {shown(value.kind)} because it does not support subscripting')
    of = value.run

    def run(e):
        items, at = of(e), n(e)
        return items[at - 1] if items is not None and at is not None and 0 < at <= len(items) else None
    return Value(run, value.kind[:-2])


def _slice(tree, scope):
    value = compiled(tree[1], scope)
    low, high = (of_type(t, 'int4', scope).run if t else lambda e: None for t in tree[2:])
    of = value.run

    def run(e):
        items = of(e)
        return None if items is None else items[max((low(e) or 1) - 1, 0):high(e)]
    return Value(run, value.kind)


def subquery(node, scope):
    from _postgres_select import query_of
    return query_of(node, Scope(scope.plan, scope))


def _scalar(tree, scope):
    query = subquery(tree[1], scope)
    if len(query.names) != 1:
        raise ServerError('42601', 'subquery must return only one column')

    def run(e):
        rows = query.once(e)
        if len(rows) > 1:
            raise ServerError('21000', 'more than one row returned by a subquery used as an expression')
        return rows[0][0] if rows else None
    return Value(run, query.kinds[0], query.modifiers[0])


def _exists(tree, scope):
    query = subquery(tree[1], scope)
    return Value(lambda e: bool(query.once(e)), 'bool')


def _row(tree, scope):
    items = [settled(compiled(t, scope), scope) for t in tree[1]]
    runs = [v.run for v in items]
    return Value(lambda e: tuple(run(e) for run in runs), 'record', Anonymous((None, v.kind) for v in items))


def _call(tree, scope):
    from _postgres_functions import call
    return call(tree, scope)


_COMPILERS = {
    'number': _number, 'text': _text, 'null': _null, 'bool': _bool, 'parameter': _parameter, 'default': _default, 'star': _star,
    'column': _column, 'and': _and, 'or': _or, 'not': _not, 'isnull': _isnull, 'istrue': _istrue, 'distinct': _distinct,
    'between': _between, 'in': _in, 'like': _like, 'op': _op, 'sign': _sign, 'any': _any, 'case': _case, 'cast': _cast,
    'array': _array, 'arrayof': _arrayof, 'index': _index, 'slice': _slice, 'scalar': _scalar, 'exists': _exists, 'row': _row,
    'call': _call, 'stored': _stored,
}
