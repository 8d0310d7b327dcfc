"""Queries: what a SELECT gives."""
from _postgres_errors import Blocked, ServerError, missing
from _postgres_expressions import compiled, condition, place
from _postgres_joins import Joins
from _postgres_operators import rank_of
from _postgres_scopes import Scope, Source, Value, converted, settled
from _postgres_sets import gives_rows
from _postgres_tables import key_of
from _postgres_types import common


class Query:
    """A compiled query: the names, types and modifiers of its columns; `rows(e)` gives its rows as tuples."""

    def __init__(self, names, kinds, modifiers, rows, scope):
        self.names, self.kinds, self.modifiers, self.rows, self.scope = names, kinds, modifiers, rows, scope
        self._run, self._rows = None, None

    def once(self, e):
        """The rows; computed once in an execution where they do not depend on the query around."""
        if self.scope.outer:
            return self.rows(e)
        plan = self.scope.plan
        if self._run is not plan.step:
            step = plan.step
            self._rows, self._run = self.rows(e), step
        return self._rows


class _Grouped:
    """What a grouped query may use outside of aggregates."""

    def __init__(self):
        self.trees, self.columns, self.slots = [], set(), set()


def query_of(node, scope):
    """The Query of a tree; its scope is its own."""
    from _postgres_with import with_parts
    with_parts(node, scope)
    if node.kind != 'select':
        missing('a change within a query, but in WITH')
    if node.values is not None:
        query = _values(node, scope)
    elif node.combined is not None:
        query = _combined(node, scope)
    elif node.inner is not None:
        node.inner.settle = getattr(node, 'settle', True)
        query = query_of(node.inner, Scope(scope.plan, scope))
        scope.outer = scope.outer or query.scope.outer
    else:
        return _plain(node, scope)
    return _arranged(node, query, scope)


def _values(node, scope):
    table = [[compiled(tree, scope) for tree in row] for row in node.values]
    kinds = [common([row[n].kind for row in table], 'VALUES') for n in range(len(table[0]))]
    kinds = ['text' if kind == 'unknown' and getattr(node, 'settle', True) else kind for kind in kinds]
    runs = [[converted(value, kind, scope).run for value, kind in zip(row, kinds)] for row in table]
    names = [f'column{n}' for n in range(1, len(kinds) + 1)]

    def rows(e):
        inner = scope.environment(e)
        return [tuple(run(inner) for run in row) for row in runs]
    return Query(names, kinds, [()] * len(kinds), rows, scope)


def _combined(node, scope):
    word, every, left, right = node.combined
    left.settle = right.settle = False
    left, right = (query_of(side, Scope(scope.plan, scope)) for side in (left, right))
    scope.outer = scope.outer or left.scope.outer or right.scope.outer
    if len(left.names) != len(right.names):
        raise ServerError('42601', f'each {word.upper()} query must have the same number of columns')
    kinds = [common([a, b], word.upper()) for a, b in zip(left.kinds, right.kinds)]
    if getattr(node, 'settle', True):
        kinds = ['text' if kind == 'unknown' else kind for kind in kinds]
    first, second = _as_kinds(left, kinds, scope), _as_kinds(right, kinds, scope)

    def rows(e):
        inner = scope.environment(e)
        a, b = first(inner), second(inner)
        if word == 'union':
            return a + b if every else _unique(a + b)
        keys = {}
        for row in b:
            keys[key_of(list(row))] = keys.get(key_of(list(row)), 0) + 1
        found = []
        for row in a if every else _unique(a):
            key = key_of(list(row))
            there = keys.get(key, 0)
            if every and there:
                keys[key] -= 1
            if bool(there) is (word == 'intersect'):
                found.append(row)
        return found
    modifiers = [a if a == b else () for a, b in zip(left.modifiers, right.modifiers)]
    return Query(left.names, kinds, modifiers, rows, scope)


def _as_kinds(query, kinds, scope):
    """The rows of a query with their values as others of types."""
    cell = [None]
    casts = [None if a == b else converted(Value(lambda e: cell[0], a), b, scope).run for a, b in zip(query.kinds, kinds)]
    if not any(casts):
        return query.rows

    def cast(run, value):
        cell[0] = value
        return value if run is None else run(None)
    return lambda e: [tuple(cast(run, value) for run, value in zip(casts, row)) for row in query.rows(e)]


def _unique(rows):
    seen, found = set(), []
    for row in rows:
        key = key_of(list(row))
        if key not in seen:
            seen.add(key)
            found.append(row)
    return found


def _arranged(node, query, scope):
    """A query without sources of its own, sorted and limited."""
    keys = []
    for tree, descending, first in node.order:
        n = _ordinal(tree, query.names)
        if n is None:
            if tree[0] == 'column' and tree[1] is None:
                raise ServerError('42703', f'column "{tree[2]}" does not exist')
            raise ServerError('0A000', 'invalid UNION/INTERSECT/EXCEPT ORDER BY clause',
                              detail='Only result column names can be used, not expressions or functions.',
                              hint='Add the expression/function to every SELECT, or move the UNION into a FROM clause.')
        keys.append((n, descending, first, rank_of(query.kinds[n], scope.plan.enums)))
    cut = _cut(node, scope)
    inner = query.rows

    def rows(e):
        found = list(inner(e))
        for n, descending, first, rank in reversed(keys):
            found.sort(key=_sort_key(lambda row: row[n], descending, first, rank), reverse=descending)
        return cut(found, e)
    return Query(query.names, query.kinds, query.modifiers, rows, scope)


def _ordinal(tree, names):
    """Which column an item of ORDER BY or GROUP BY names by its number or its name."""
    if tree[0] == 'number' and tree[1].isdigit():
        if not 0 < int(tree[1]) <= len(names):
            raise ServerError('42P10', f'ORDER BY position {tree[1]} is not in select list')
        return int(tree[1]) - 1
    if tree[0] == 'column' and tree[1] is None and tree[2] in names:
        if names.count(tree[2]) > 1:
            raise ServerError('42702', f'ORDER BY "{tree[2]}" is ambiguous')
        return names.index(tree[2])
    return None


def _sort_key(of, descending, first, rank=None):
    plain = first == descending

    def key(row):
        value = of(row)
        if value is None:
            return (plain,)
        return not plain, value if rank is None else rank(value)
    return key


def _cut(node, scope):
    """What applies LIMIT and OFFSET."""
    limits = []
    for tree, what in (node.limit, 'LIMIT'), (node.offset, 'OFFSET'):
        limits.append(converted(compiled(tree, scope), 'int8', scope, how='assignment', what=what).run if tree is not None else None)
    limit, offset = limits

    def cut(rows, e):
        start = (offset(e) or 0) if offset else 0
        if start < 0:
            raise ServerError('2201X', 'OFFSET must not be negative')
        size = limit(e) if limit else None
        if size is not None and size < 0:
            raise ServerError('2201W', 'LIMIT must not be negative')
        return rows[start:] if size is None else rows[start:start + size]
    return cut if limit or offset else lambda rows, e: rows


def name_of(tree):
    """What a column is called that has no name given."""
    if tree[0] == 'column':
        return tree[2]
    if tree[0] == 'call':
        return tree[1]
    if tree[0] == 'cast':
        return _CAST_NAMES.get(tree[2][0], tree[2][0]) if tree[1][0] not in _NAMED else name_of(tree[1])
    if tree[0] == 'scalar':
        node = tree[1]
        while node.kind == 'select' and node.inner is not None:
            node = node.inner
        return (node.targets[0][1] or name_of(node.targets[0][0])) if node.targets else 'column1' if node.values else '?column?'
    if tree[0] in ('index', 'slice'):
        return name_of(tree[1])
    if tree[0] == 'case':
        found = name_of(tree[3]) if tree[3] else '?column?'
        return found if found != '?column?' else 'case'
    return {'exists': 'exists', 'array': 'array', 'arrayof': 'array', 'row': 'row', 'bool': 'bool'}.get(tree[0], '?column?')


# What has a name that a cast does not change.
_NAMED = ('column', 'call', 'scalar', 'exists', 'array', 'arrayof', 'row', 'index', 'slice')
_CAST_NAMES = {'int': 'int4', 'integer': 'int4', 'bigint': 'int8', 'smallint': 'int2', 'real': 'float4', 'float': 'float8',
               'decimal': 'numeric', 'boolean': 'bool', 'character': 'bpchar', 'char': 'bpchar'}


def expanded(targets, scope):
    """(name, tree or (source, place)) of each column: `*` stands for several."""
    found = []
    for tree, alias in targets:
        if tree[0] != 'star':
            found.append((alias or name_of(tree), tree))
            continue
        sources = [s for s in scope.sources if s.name == tree[1] or tree[1] is None and not s.name.startswith('?')]
        if not sources:
            if tree[1] is None:
                raise ServerError('42601', 'SELECT * with no tables specified is not valid')
            raise ServerError('42P01', f'missing FROM-clause entry for table "{tree[1]}"')
        for source in sources:
            for n, (name, *_) in enumerate(source.columns):
                if tree[1] is not None or name not in source.joined:
                    found.append((name, (source, n)))
    return found


def target(tree, scope):
    """The Value of a column that `expanded` gives."""
    return place(*tree, scope) if isinstance(tree[0], Source) else compiled(tree, scope)


def _plain(node, scope):
    plan = scope.plan
    targets, sets = _sets(node.targets)
    joins = Joins([*node.sources, *sets], scope)
    scope.named_windows = node.windows
    scope.aggregates = scope.windows = None
    where = [node.where] if node.where is not None else []
    joins.filter(where)
    targets = expanded(targets, scope)
    names = [name for name, _ in targets]
    trees = [tree for _, tree in targets]
    # Aggregates say themselves that a query is grouped.
    aggregates, windows = [], []
    scope.aggregates, scope.windows, scope.clause = aggregates, windows, 'SELECT'
    grouped, keys = _group(node, trees, names, scope)
    mark = scope.slot(), scope.slot()
    scope.aggregate_slot, scope.window_slot = mark
    scope.grouped = grouped
    values = [target(tree, scope) for tree in trees]
    order = []
    for tree, descending, first in node.order:
        n = _ordinal(tree, names)
        if n is None:
            if tree in trees:
                n = trees.index(tree)
            else:
                value = settled(compiled(tree, scope), scope)
                order.append((value.run, None, descending, first, rank_of(value.kind, plan.enums)))
                continue
        order.append((None, n, descending, first, None))
    distinct_on = []
    if node.distinct:
        for tree in node.distinct:
            n = _ordinal(tree, names)
            distinct_on.append(compiled(tree if n is None else trees[n], scope).run)
    scope.windows = None
    having = condition(node.having, scope, 'HAVING') if node.having is not None else None
    if grouped is None and (aggregates or having is not None):
        # All of it again, now that it is known to be grouped.
        scope.grouped = grouped = _Grouped()
        aggregates.clear()
        windows.clear()
        scope.windows = windows
        values = [target(tree, scope) for tree in trees]
        order = [(compiled(node.order[i][0], scope).run, *o[1:]) if o[1] is None else o for i, o in enumerate(order)]
        scope.windows = None
        having = condition(node.having, scope, 'HAVING') if node.having is not None else None
    scope.grouped = None
    if getattr(node, 'settle', True):
        values = [settled(value, scope) for value in values]
    runs = [value.run for value in values]
    order = [(runs[n] if n is not None else run, n, descending, first,
              rank_of(values[n].kind, plan.enums) if n is not None else rank) for run, n, descending, first, rank in order]
    if node.distinct == () and any(n is None for _, n, *_ in order):
        raise ServerError('42P10', 'for SELECT DISTINCT, ORDER BY expressions must appear in select list')
    scope.aggregates = None
    cut, locking = _cut(node, scope), _locking(node, scope)
    if grouped is not None:
        from _postgres_aggregates import groups
        group = groups(keys, aggregates, scope)
    if windows:
        from _postgres_windows import windowed
        window = windowed(windows, scope)
    has_keys = bool(node.group)

    def rows(e):
        found = joins.rows(e)
        if grouped is not None:
            found = group(found, e, has_keys)
            if having is not None:
                found = [row for row in found if having(row)]
        if windows:
            found = window(list(found))
        if order:
            found = list(found)
            for run, _, descending, first, rank in reversed(order):
                found.sort(key=_sort_key(run, descending, first, rank), reverse=descending)
        if distinct_on:
            seen, kept = set(), []
            for row in found:
                key = key_of([run(row) for run in distinct_on])
                if key not in seen:
                    seen.add(key)
                    kept.append(row)
            found = kept
        if node.distinct != ():
            if locking is not None:
                return [tuple([run(row) for run in runs]) for row in locking(found, lambda rows: cut(rows, e))]
            if node.limit is not None or node.offset is not None:
                found = cut(list(found), e)
            return [tuple([run(row) for run in runs]) for row in found]
        return cut(_unique([tuple([run(row) for run in runs]) for row in found]), e)
    return Query(names, [value.kind for value in values], [value.modifiers for value in values], rows, scope)


def _sets(targets):
    """Functions that give rows, of the list of columns: they stand as sources behind the others."""
    found = []

    def without(tree):
        if not isinstance(tree, tuple):
            return tree
        if tree and tree[0] == 'call' and gives_rows(tree[1]):
            if found:
                missing('two functions that give rows in one list of columns')
            found.append(('function', tree, '?rows', [tree[1]], False))
            return 'column', '?rows', tree[1]
        return tuple(map(without, tree))
    return [(without(tree), alias) for tree, alias in targets], found


def _group(node, trees, names, scope):
    """What GROUP BY names, and the functions of its keys."""
    if not node.group:
        return None, []
    grouped, keys = _Grouped(), []
    for tree in node.group:
        if tree[0] == 'number' and tree[1].isdigit():
            if not 0 < int(tree[1]) <= len(trees):
                raise ServerError('42P10', f'GROUP BY position {tree[1]} is not in select list')
            tree = trees[int(tree[1]) - 1]
        elif tree[0] == 'column' and tree[1] is None and scope.find(None, tree[2]) is None and tree[2] in names:
            tree = trees[names.index(tree[2])]
        found = tree if isinstance(tree[0], Source) else (
            scope.find(tree[1], tree[2]) if tree[0] == 'column' else None)
        if found is not None:
            grouped.columns.add((found[0].slot, found[1]))
        else:
            grouped.trees.append(tree)
        scope.aggregates, before = None, scope.aggregates
        scope.clause = 'GROUP BY'
        keys.append(target(tree, scope).run)
        scope.aggregates, scope.clause = before, 'SELECT'
    for source in scope.sources:
        primary = source.table.primary() if source.table is not None else None
        if primary is not None and all((source.slot, n) in grouped.columns for n in primary.places):
            grouped.slots.add(source.slot)
    return grouped, keys


def _locking(node, scope):
    """FOR UPDATE: locks the rows that remain, or raises Blocked."""
    if node.locking is None:
        return None
    level, of, policy = node.locking
    sources = [s for s in scope.sources if s.table is not None and (of is None or s.name in of)]
    plan = scope.plan
    if node.group or node.distinct is not None:
        raise ServerError('0A000', 'FOR UPDATE is not allowed with ' + ('GROUP BY clause' if node.group else 'DISTINCT clause'))

    def lock(found, cut):
        me, serial = plan.me, plan.session.serial
        kept = []
        for row in found if policy == 'skip' else cut(list(found)):
            try:
                for source in sources:
                    source.table.claim(row[source.slot], me, level, serial)
            except Blocked:
                if policy == 'skip':
                    continue
                if policy == 'nowait':
                    raise ServerError('55P03', f'could not obtain lock on row in relation "{sources[0].table.name}"') from None
                raise
            kept.append(row)
        if policy == 'skip':
            kept = cut(kept)
        for row in kept:
            for source in sources:
                source.table.lock(row[source.slot], me, level)
        return kept
    return lock
