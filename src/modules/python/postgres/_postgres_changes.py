"""INSERT, UPDATE and DELETE."""
from _postgres_checks import Checks
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled, condition
from _postgres_scopes import Scope, Source, Value, converted
from _postgres_joins import Joins
from _postgres_select import expanded, query_of, target
from _postgres_tables import CHANGE
from _postgres_with import with_parts


class Change:
    """A compiled change. `execute` gives the rows of RETURNING; `count`: how many rows it has changed."""

    def __init__(self, plan):
        self.plan, self.count = plan, 0
        self.names = self.kinds = self.modifiers = None

    def execute(self, e=None):
        raise NotImplementedError


def change_of(node, plan, scope=None):
    scope = scope or Scope(plan)
    with_parts(node, scope)
    return {'insert': _Insert, 'update': _Update, 'delete': _Delete}[node.kind](node, plan, scope)


class _Returning:
    """What RETURNING gives of an environment."""

    def __init__(self, change, targets, scope):
        scope.clause = 'RETURNING'
        columns = expanded(targets, scope)
        values = [target(tree, scope) for _, tree in columns]
        values = [converted(v, 'text', scope) if v.kind == 'unknown' else v for v in values]
        change.names = [name for name, _ in columns]
        change.kinds, change.modifiers = [v.kind for v in values], [v.modifiers for v in values]
        self.runs = [v.run for v in values]

    def of(self, e):
        return tuple([run(e) for run in self.runs])


def _source_of(table, alias, scope):
    source = Source(alias or table.name, [(c.name, c.kind, c.modifiers) for c in table.columns], scope.slot(), table)
    scope.sources.append(source)
    return source


def _assignments(sets, table, scope):
    """(places, function of an environment that gives their values) of each assignment of SET."""
    found, seen = [], set()
    for names, tree in sets:
        places = [table.place(name) for name in names]
        for name in names:
            if name in seen:
                raise ServerError('42601', f'multiple assignments to same column "{name}"')
            seen.add(name)
        columns = [table.columns[n] for n in places]
        if len(names) == 1 and tree[0] != 'row':
            trees = [tree]
        elif tree[0] == 'row':
            trees = tree[1]
            if len(trees) != len(names):
                raise ServerError('42601', 'number of columns does not match number of values')
        elif tree[0] == 'scalar':
            from _postgres_expressions import subquery
            query = subquery(tree[1], scope)
            if len(query.names) != len(names):
                raise ServerError('42601', 'number of columns does not match number of values')

            cell = [None]
            casts = [converted(Value(lambda e: cell[0], kind), column.kind, scope, column.modifiers, 'assignment', column.name).run
                     for kind, column in zip(query.kinds, columns)]

            def row_of(e, query=query, casts=casts, cell=cell):
                found = []
                for run, cell[0] in zip(casts, (query.once(e) or [(None,) * len(casts)])[0]):
                    found.append(run(None))
                return found
            found.append((places, row_of))
            continue
        else:
            missing('this kind of SET')
        runs = [_stored(tree, column, table, scope) for tree, column in zip(trees, columns)]
        found.append((places, lambda e, runs=runs: [run(e) for run in runs]))
    return found


def default_of(column, scope):
    """The function of a column's default."""
    if column.default is None:
        return lambda e: None
    plain = Scope(scope.plan, None, {})
    return converted(compiled(column.default, plain), column.kind, plain, column.modifiers, 'assignment', column.name).run


def _stored(tree, column, table, scope):
    if column.generated is not None and tree != ('default',):
        raise ServerError('428C9', f'column "{column.name}" can only be updated to DEFAULT',
                          detail=f'Column "{column.name}" is a generated column.')
    if tree == ('default',):
        return default_of(column, scope)
    return compiled(('stored', tree, column), scope).run


class _Insert(Change):
    def __init__(self, node, plan, scope):
        super().__init__(plan)
        self.table = table = plan.table(node.schema, node.table)
        self.checks = Checks(table, plan)
        names = node.columns or [c.name for c in table.columns]
        places = [table.place(name) for name in names]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise ServerError('42701', f'column "{twice}" specified more than once')
        self._rows = self._source(node, table, places, node.columns is not None, scope)
        self.places = places
        self.defaults = [(n, default_of(c, scope)) for n, c in enumerate(table.columns) if c.default is not None]
        self.scope = Scope(plan, scope.parent, scope.tables)
        self.source = _source_of(table, node.alias, self.scope)
        self.conflict = None
        if node.conflict is not None:
            self._conflict(node, table)
        self.returning = _Returning(self, node.returning, self.scope) if node.returning else None

    def _source(self, node, table, places, named, scope):
        """What gives the rows to insert: (values, places that have them)."""
        if node.of is None:
            return lambda e: [((), ())]
        inner = node.of
        while inner.kind == 'select' and inner.inner is not None and not inner.with_ and not inner.order and inner.limit is None:
            inner = inner.inner
        if inner.kind == 'select' and inner.values is not None:
            return self._values(node, inner, table, places, named, scope)
        targets = getattr(inner, 'targets', ())
        if targets and not any(tree[0] == 'star' for tree, _ in targets):
            inner.targets = [(('stored', tree, table.columns[places[n]]) if n < len(places) and tree[0] in ('parameter', 'text', 'null')
                              else tree, alias) for n, (tree, alias) in enumerate(targets)]
        query = query_of(node.of, Scope(scope.plan, scope.parent, scope.tables))
        self._sizes(len(query.names), places, named)
        places = places[:len(query.names)]
        cell = [None]
        casts = []
        for n, kind, modifiers in zip(places, query.kinds, query.modifiers):
            column = table.columns[n]
            value = Value(lambda e: cell[0], kind, modifiers)
            casts.append(converted(value, column.kind, scope, column.modifiers, 'assignment', column.name).run)

        def rows(e):
            for row in query.rows(e):
                values = []
                for run, value in zip(casts, row):
                    cell[0] = value
                    values.append(run(None))
                yield values, places
        return rows

    def _values(self, node, inner, table, places, named, scope):
        rows = []
        inside = Scope(scope.plan, scope.parent, scope.tables)
        inside.clause = 'VALUES'
        for row in inner.values:
            self._sizes(len(row), places, named)
            kept = [(n, tree) for n, tree in zip(places, row) if tree != ('default',)]
            for n, tree in kept:
                column = table.columns[n]
                if column.identity == 'always' and node.overriding is None:
                    raise ServerError('428C9', f'cannot insert a non-DEFAULT value into column "{column.name}"',
                                      detail=f'Column "{column.name}" is an identity column defined as GENERATED ALWAYS.',
                                      hint='Use OVERRIDING SYSTEM VALUE to override.')
                if column.generated is not None:
                    raise ServerError('428C9', f'cannot insert a non-DEFAULT value into column "{column.name}"',
                                      detail=f'Column "{column.name}" is a generated column.')
            rows.append(([compiled(('stored', tree, table.columns[n]), inside).run for n, tree in kept], [n for n, _ in kept]))
        return lambda e: [([run(env) for run in runs], there) for runs, there in rows for env in [inside.environment(e)]]

    def _sizes(self, size, places, named):
        if size > len(places):
            raise ServerError('42601', 'INSERT has more expressions than target columns')
        if size < len(places) and named:
            raise ServerError('42601', 'INSERT has more target columns than expressions')

    def _conflict(self, node, table):
        trees, name, test, sets, where = node.conflict
        if trees is None and name is None:
            arbiters = [c for c in table.constraints if c.kind in ('primary', 'unique')]
        elif name is not None:
            arbiters = [c for c in table.constraints if c.name == name and c.kind in ('primary', 'unique')]
            if not arbiters:
                raise ServerError('42704', f'constraint "{name}" for table "{table.name}" does not exist')
        else:
            for tree in trees:
                if tree[0] == 'column':
                    table.place(tree[2])
            wanted = sorted(tree[2] for tree in trees if tree[0] == 'column')
            arbiters = [c for c in table.constraints if c.kind in ('primary', 'unique') and c.trees is None and len(wanted) == len(trees)
                        and sorted(table.columns[n].name for n in c.places) == wanted and (c.condition is None or test is not None)]
            arbiters += [c for c in table.constraints if c.trees is not None and list(c.trees) == trees]
            if not arbiters:
                raise ServerError('42P10', 'there is no unique or exclusion constraint matching the ON CONFLICT specification')
        scope = self.scope
        excluded = Source('excluded', self.source.columns, scope.slot())
        if sets is None:
            self.conflict = arbiters, None, None, excluded
            return
        scope.sources.append(excluded)
        # A column's name alone is that of the table, not of what is excluded.
        excluded.joined = {c.name for c in table.columns}
        scope.clause = 'ON CONFLICT'
        assignments = _assignments(sets, table, scope)
        check = condition(where, scope, 'WHERE') if where is not None else None
        scope.sources.remove(excluded)
        self.conflict = arbiters, assignments, check, excluded

    def execute(self, e=None):
        plan, table, found, checks = self.plan, self.table, [], self.checks
        self.count, me = 0, plan.me
        size, seen = len(table.columns), set()
        env = self.scope.environment(e)
        slot = self.source.slot
        for given, places in self._rows(e):
            values = [None] * size
            for n, value in zip(places, given):
                values[n] = value
            for n, default in self.defaults:
                if n not in places:
                    values[n] = default(e)
            checks.complete(values)
            if self.conflict is not None:
                row = self._met(values, me, seen, env)
                if row is False:
                    continue
                if row is None:
                    row = checks.insert(values, me)
                    seen.add(id(row))
            else:
                row = checks.insert(values, me)
            self.count += 1
            if self.returning is not None:
                env[slot] = row
                found.append(self.returning.of(env))
        return found

    def _met(self, values, me, seen, env):
        """What comes of a row that conflicts: None where there is none, False where nothing is done, or the changed version."""
        arbiters, assignments, check, excluded = self.conflict
        table = self.table
        self.checks.before(values)
        for constraint in arbiters:
            row = self.checks.conflict(constraint, values, me)
            if row is None:
                continue
            if assignments is None:
                return False
            if id(row) in seen:
                raise ServerError('21000', 'ON CONFLICT DO UPDATE command cannot affect row a second time',
                                  hint='Ensure that no rows proposed for insertion within the same command have duplicate constrained values.')
            table.claim(row, me, CHANGE, self.plan.session.serial)
            env[self.source.slot], env[excluded.slot] = row, values
            if check is not None and not check(env):
                return False
            row = self.checks.update(row, _changed(row, assignments, env, len(table.columns)), me)
            seen.add(id(row))
            table.lock(row, me, CHANGE)
            return row
        return None


def _changed(row, assignments, e, size):
    values = row[:size]
    for places, of in assignments:
        for n, value in zip(places, of(e)):
            values[n] = value
    return values


class _Found(Change):
    """An UPDATE or a DELETE: each row that its joins find, once."""

    def __init__(self, node, plan, scope):
        super().__init__(plan)
        self.table = table = plan.table(node.schema, node.table)
        self.scope, self.checks = scope, Checks(table, plan)
        self.joins = Joins([('table', node.schema, node.table, node.alias, None), *node.sources], scope)
        self.source = scope.sources[0]
        self.begin(node, scope)
        self.joins.filter([node.where] if node.where is not None else [])
        self.returning = _Returning(self, node.returning, scope) if node.returning else None

    def begin(self, node, scope):
        """What there is before the condition."""

    def change(self, row, env, me):
        """Changes a row; gives what RETURNING sees of it."""
        raise NotImplementedError

    def execute(self, e=None):
        found, slot, me, seen = [], self.source.slot, self.plan.me, set()
        self.count = 0
        for env in list(self.joins.rows(e)):
            row = env[slot]
            if id(row) in seen:
                continue
            seen.add(id(row))
            env[slot] = self.change(row, env, me)
            self.count += 1
            if self.returning is not None:
                found.append(self.returning.of(env))
        return found


class _Update(_Found):
    def begin(self, node, scope):
        scope.clause = 'UPDATE'
        self.assignments = _assignments(node.sets, self.table, scope)

    def change(self, row, env, me):
        self.table.claim(row, me, CHANGE, self.plan.session.serial)
        return self.checks.update(row, _changed(row, self.assignments, env, len(self.table.columns)), me)


class _Delete(_Found):
    def change(self, row, env, me):
        self.checks.delete(row, me)
        return row
