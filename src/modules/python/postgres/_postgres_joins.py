"""FROM and WHERE: the environments of a query."""
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled, condition, paired
from _postgres_scopes import Scope, Source


def conjuncts(tree):
    if tree[0] == 'and':
        return conjuncts(tree[1]) + conjuncts(tree[2])
    return [tree]


class _Step:
    """One source, and how it joins those to its left."""

    def __init__(self, source, kind):
        self.source, self.kind = source, kind
        # Conditions of a join that keeps rows without a partner, and those that hold for what comes of it.
        self.on, self.tests = [], []
        # (place, function): rows are looked up by a column's value.
        self.lookup = None


class Joins:
    def __init__(self, items, scope):
        self.scope, self.steps, self.full = scope, [], None
        for item in items:
            self._add(item, 'inner')

    # --- sources ---

    def _add(self, item, kind):
        """Adds an item's sources; gives these."""
        if item[0] != 'join':
            source = source_of(item, self.scope)
            if any(other.name == source.name for other in self.scope.sources):
                raise ServerError('42712', f'table name "{source.name}" specified more than once')
            self.scope.sources.append(source)
            self.steps.append(_Step(source, kind))
            return [source]
        _, join, left, right, on, using = item
        if join == 'right':
            if left[0] == 'join' or self.steps:
                missing('RIGHT JOIN behind another join')
            rights = self._add(right, kind)
            lefts = self._add(left, 'left')
            self.scope.sources[:] = lefts + rights
            self._joined(lefts, rights, on, using, 'left', True)
            return lefts + rights
        lefts = self._add(left, kind)
        if right[0] == 'join' and join != 'inner':
            missing('a join in parentheses at the right')
        rights = self._add(right, 'left' if join in ('left', 'full') else 'inner')
        if join == 'full':
            if self.full or len(self.steps) != 2:
                missing('FULL JOIN among other joins')
            self.full = self.steps[0].source, self.steps[1].source
        self._joined(lefts, rights, on, using, 'left' if join == 'full' else join)
        return lefts + rights

    def _joined(self, lefts, rights, on, using, join, swapped=False):
        scope = self.scope
        tests = []
        if using == 'natural':
            here = [name for source in lefts for name, *_ in source.columns]
            using = [name for name, *_ in rights[0].columns if name in here]
        if using is not None:
            for name in using:
                pair = []
                for side, word in (lefts, 'left'), (rights, 'right'):
                    found = [s for s in side if name in s.places and name not in s.joined]
                    if not found:
                        raise ServerError('42703', f'column "{name}" specified in USING clause does not exist in {word} table')
                    pair.append(found[0])
                if swapped or self.full:
                    missing('USING in a RIGHT or FULL JOIN')
                tests.append(('op', '=', ('column', pair[0].name, name), ('column', pair[1].name, name)))
                rights[0].joined.add(name)
        elif on is not None:
            tests = conjuncts(on)
        step = self.steps[-1]
        for tree in tests:
            scope.clause = 'JOIN conditions'
            if join == 'left':
                self._place(tree, step, True)
            else:
                self._place(tree, None, False)
            scope.clause = 'WHERE'

    def filter(self, trees):
        for tree in trees:
            for one in conjuncts(tree):
                self._place(one, None, False)

    def _place(self, tree, step, outer):
        """Puts a condition where all that it uses is known."""
        scope = self.scope
        used, scope.used = scope.used, set()
        test = condition(tree, scope, 'JOIN/ON' if outer else 'WHERE')
        slots = {slot for slot, _ in scope.used}
        inner = _inner_slots(tree, scope)
        scope.used = used | scope.used
        slots = slots | inner
        if outer:
            step.on.append(test)
        else:
            later = [s for s in self.steps if s.source.slot in slots]
            step = later[-1] if later else self.steps[0] if self.steps else None
            if self.full or step is None:
                step = self.steps[-1] if self.steps else None
            if step is None:
                self.steps.append(step := _Step(Source(None, [], scope.slot(), rows=lambda e: [()]), 'inner'))
            step.tests.append(test)
        if step.lookup is None and step.source.table is not None and not self.full and (outer or step.kind == 'inner'):
            step.lookup = self._lookup(tree, step)

    def _lookup(self, tree, step):
        """How a source's rows are found by an equality with what is known before."""
        if tree[0] == 'any' and tree[1] == '=' and not tree[4] and isinstance(tree[3], tuple):
            left, right, several = tree[2], tree[3], True
        elif tree[0] == 'op' and tree[1] == '=':
            left, right, several = tree[2], tree[3], False
        else:
            return None
        for one, other in ((left, right),) if several else ((left, right), (right, left)):
            if one[0] != 'column':
                continue
            found = self.scope.find(one[1], one[2])
            if found is None or found[0] is not step.source:
                continue
            used, self.scope.used = self.scope.used, set()
            value = compiled(other, self.scope)
            slots = {slot for slot, _ in self.scope.used} | _inner_slots(other, self.scope)
            self.scope.used = used
            before = {s.source.slot for s in self.steps[:self.steps.index(step)]}
            if not slots <= before:
                continue
            kind = found[0].columns[found[1]][1]
            if several:
                if value.kind == kind + '[]':
                    return found[1], value.run, True
                continue
            if kind in ('bpchar',) or value.kind != kind and not (kind in ('int2', 'int4', 'int8') and value.kind in ('int2', 'int4', 'int8')
                                                                  or kind in ('text', 'varchar') and value.kind in ('text', 'varchar')):
                if value.literal is None and value.number is None:
                    continue
            value = paired('=', compiled(one, self.scope), value, self.scope)[1]
            return found[1], value.run, False
        return None

    # --- environments ---

    def rows(self, outer):
        """The environments, one after the other."""
        e = self.scope.environment(outer)
        if not self.steps:
            return [e]
        if self.full:
            return self._full(e)
        return self._from(e, 0)

    def _from(self, e, n):
        step = self.steps[n]
        source, slot, last = step.source, step.source.slot, n + 1 == len(self.steps)
        on, tests, table, found = step.on, step.tests, step.source.table, False
        if step.lookup is not None:
            place, of, several = step.lookup
            value = of(e)
            if several:
                rows, seen = [], set()
                for one in value or ():
                    if one is not None and one not in seen:
                        seen.add(one)
                        rows.extend(table.candidates(place, one))
                if len(seen) > 1:
                    wanted = set(map(id, rows))
                    rows = [row for row in table.rows if id(row) in wanted]
            else:
                rows = table.candidates(place, value) if value is not None else ()
            rows = self.scope.plan.rows_of(table, rows)
        elif table is not None:
            rows = self.scope.plan.rows_of(table)
        else:
            rows = source.rows(e)
        for row in rows:
            e[slot] = row
            for test in on:
                if not test(e):
                    break
            else:
                found = True
                for test in tests:
                    if not test(e):
                        break
                else:
                    if last:
                        yield e[:]
                    else:
                        yield from self._from(e, n + 1)
        if not found and step.kind == 'left':
            e[slot] = [None] * (len(source.columns) + 3)
            if all(test(e) for test in tests):
                if last:
                    yield e[:]
                else:
                    yield from self._from(e, n + 1)
        e[slot] = None

    def _full(self, e):
        first, second = self.steps
        left, right = self.full
        lefts, rights, met = self._all(first.source, e), self._all(second.source, e), set()
        for row in lefts:
            e[left.slot], found = row, False
            for n, other in enumerate(rights):
                e[right.slot] = other
                if all(test(e) for test in second.on):
                    found = True
                    met.add(n)
                    if all(test(e) for test in second.tests):
                        yield e[:]
            if not found:
                e[right.slot] = [None] * (len(right.columns) + 3)
                if all(test(e) for test in second.tests):
                    yield e[:]
        e[left.slot] = [None] * (len(left.columns) + 3)
        for n, other in enumerate(rights):
            e[right.slot] = other
            if n not in met and all(test(e) for test in second.tests):
                yield e[:]

    def _all(self, source, e):
        return self.scope.plan.rows_of(source.table) if source.table is not None else list(source.rows(e))


def _inner_slots(tree, scope):
    """All sources, where a condition has a query of its own that refers to what is around it."""
    if any(isinstance(part, tuple) and _inner_slots(part, scope) for part in tree):
        return {s.slot for s in scope.sources}
    return {s.slot for s in scope.sources} if any(hasattr(part, 'kind') for part in tree) else set()


def source_of(item, scope):
    """The Source of an item of FROM."""
    if item[0] == 'table':
        return _table(item, scope)
    if item[0] == 'function':
        from _postgres_sets import source
        return source(item, scope)
    _, node, alias, names, lateral = item
    from _postgres_select import query_of
    inner = Scope(scope.plan, scope if lateral else scope.parent, scope.tables)
    query = query_of(node, inner)
    if lateral:
        return Source(alias, _renamed(query, names, alias), scope.slot(), rows=query.rows)
    scope.outer = scope.outer or inner.outer
    return Source(alias, _renamed(query, names, alias), scope.slot(), rows=lambda e: query.once(e[0]))


def _renamed(query, names, alias):
    columns = list(zip(query.names, query.kinds, query.modifiers))
    if names:
        if len(names) > len(columns):
            raise ServerError('42P10', f'table "{alias}" has {len(columns)} columns available but {len(names)} columns specified')
        columns = [(name, *column[1:]) for name, column in zip(names, columns)] + columns[len(names):]
    return columns


def _table(item, scope):
    _, schema, name, alias, names = item
    plan = scope.plan
    if schema is None and name in scope.tables:
        part = scope.tables[name]
        return Source(alias or name, _renamed(part, names, alias or name), scope.slot(), rows=part.source_rows)
    from _postgres_catalog import catalog
    columns, rows = catalog(schema, name, plan)
    if columns is not None:
        return Source(alias or name, columns, scope.slot(), rows=rows)
    relation = plan.relation(schema, name)
    if relation.kind == 'table':
        columns = [(c.name, c.kind, c.modifiers) for c in relation.columns]
        if names:
            columns = [(given, *c[1:]) for given, c in zip(names, columns)] + columns[len(names):]
        return Source(alias or name, columns, scope.slot(), relation)
    if relation.kind == 'sequence':
        return Source(alias or name, [('last_value', 'int8', ()), ('log_cnt', 'int8', ()), ('is_called', 'bool', ())], scope.slot(),
                      rows=lambda e: [(relation.last, 0, relation.called)])
    from _postgres_select import query_of
    query = query_of(relation.node, Scope(plan, None, {}))
    return Source(alias or name, _renamed(query, names or relation.columns, name), scope.slot(), rows=lambda e: query.once(None))


