"""WITH: parts of a query, those that refer to themselves, and those that change tables."""
from _postgres_errors import ServerError, missing
from _postgres_scopes import Scope
from _postgres_tables import key_of


class Part:
    """One of WITH: columns, and the rows that it gives in an execution."""

    def __init__(self, name, names, kinds, modifiers, rows, plan):
        self.name, self.names, self.kinds, self.modifiers, self.of, self.plan = name, names, kinds, modifiers, rows, plan
        # Rows of the step before, while a recursive part is computed.
        self.working = None

    def source_rows(self, e):
        if self.working is not None:
            return self.working
        if self.name is None:
            return self.of(e[0])
        run, rows = self.plan.parts.get(id(self), (None, None))
        if run is not self.plan.run or run is None:
            rows = list(self.of(e[0]))
            self.plan.parts[id(self)] = self.plan.run, rows
        return rows


def with_parts(node, scope):
    """Gives a scope the parts of a statement's WITH; those that change tables go to the plan's list of things to do."""
    if not node.with_:
        return
    from _postgres_select import query_of
    scope.tables = dict(scope.tables)
    plan = scope.plan
    for name, columns, of in node.with_:
        if of.kind != 'select':
            from _postgres_changes import change_of
            change = change_of(of, plan, Scope(plan, scope.parent, scope.tables))
            part = Part(name, change.names or [], change.kinds or [], change.modifiers or [], lambda e, change=change: change.execute(e), plan)
            part.change = change
            plan.changes.append(part)
        elif node.recursive and _refers(of, name):
            part = _recursive(name, columns, of, scope)
        else:
            inner = Scope(plan, scope.parent, scope.tables)
            query = query_of(of, inner)
            scope.outer = scope.outer or inner.outer
            part = Part(name, query.names, query.kinds, query.modifiers, query.rows, plan)
        if columns:
            part.names = [*columns, *part.names[len(columns):]]
        scope.tables[name] = part


def _refers(node, name):
    """Whether a query asks a table of a name."""
    def within(part):
        if isinstance(part, (tuple, list)):
            if len(part) == 5 and part[0] == 'table' and part[1] is None and part[2] == name:
                return True
            return any(map(within, part))
        return hasattr(part, 'kind') and any(map(within, vars(part).values()))
    return within(node)


def _recursive(name, columns, node, scope):
    from _postgres_select import query_of
    inner = node
    while inner.combined is None and inner.inner is not None and not inner.order and inner.limit is None:
        inner = inner.inner
    if inner.combined is None or inner.combined[0] != 'union' or _refers(inner.combined[2], name):
        missing('this kind of WITH RECURSIVE')
    _, every, first, then = inner.combined
    base = query_of(first, Scope(scope.plan, scope.parent, scope.tables))
    part = Part(name, list(base.names), list(base.kinds), list(base.modifiers), None, scope.plan)
    if columns:
        part.names = [*columns, *part.names[len(columns):]]
    tables = dict(scope.tables)
    tables[name] = part
    step = query_of(then, Scope(scope.plan, scope.parent, tables))
    for n, (a, b) in enumerate(zip(part.kinds, step.kinds)):
        from _postgres_types import implicit
        if a != b and not implicit(b, a):
            from _postgres_types import shown
            raise ServerError('42804', f'recursive query "{name}" column {n + 1} has type {shown(a)} in non-recursive term but type '
                              f'{shown(b)} overall', hint=f'Cast the output of the non-recursive term to type {shown(b)}.')

    def rows(e):
        from _postgres_select import _as_kinds
        convert = _as_kinds(step, part.kinds, scope)
        seen, found = set(), []
        fresh = list(base.rows(e))
        while fresh:
            kept = []
            for row in fresh:
                key = None if every else key_of(list(row))
                if every or key not in seen:
                    seen.add(key)
                    kept.append(row)
            found += kept
            if len(found) > 100000:
                missing('a WITH RECURSIVE of more than 100,000 rows')
            part.working = kept
            # What has been computed once depends on the rows of this step.
            scope.plan.step = object()
            try:
                fresh = list(convert(e)) if kept else []
            finally:
                part.working = None
        return found
    part.of = rows
    return part
