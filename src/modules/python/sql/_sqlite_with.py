"""The tables of WITH, recursive ones included."""
from _sqlite_expressions import Scope
from _sqlite_errors import problem
from _sqlite_syntax import Node
from _sqlite_values import key


def with_tables(node, tables):
    """The tables of WITH that a statement sees: those around it, and its own."""
    if not node.tables:
        return tables
    tables = dict(tables)
    for name, names, select in node.tables:
        tables[name.lower()] = With(name, names, select, tables)
    return tables


class With:
    """A table of WITH."""

    def __init__(self, name, names, select, tables):
        self.name, self.names, self.select, self.tables = name, names, select, tables

    def query(self, plan):
        """What gives the table's rows: a query, or a recursion."""
        tables = dict(self.tables)
        recursive = [n for n, (_, part) in enumerate(self.select.parts) if _names(part, self.name)]
        if recursive and recursive[0] > 0:
            return Recursion(self, plan, tables, recursive[0])
        tables[self.name.lower()] = _Circular(self.name)
        from _sqlite_select import Query
        return renamed(Query(plan, self.select, None, tables), self)


class _Circular:
    def __init__(self, name):
        self.name = name

    def query(self, plan):
        raise problem(f'circular reference: {self.name}')


def _names(core, name):
    return core.kind == 'core' and any(
        source.kind == 'table source' and source.name.lower() == name.lower() or source.kind == 'select source' and any(
            _names(part, name) for _, part in source.select.parts) for _, source, *_ in core.sources)


def renamed(query, table):
    if table.names is not None:
        if len(table.names) != len(query.names):
            raise problem(f'table {table.name} has {len(query.names)} values for {len(table.names)} columns')
        query.names = table.names
    return query


class Recursion:
    """A table of WITH RECURSIVE: rows of the first selects, then those that the others make of each row in turn."""

    def __init__(self, table, plan, tables, first):
        from _sqlite_select import Query, count
        node = table.select
        self.plan, self.outer, self.kept = plan, False, None

        def part(parts):
            return Query(plan, Node('select', tables=node.tables, recursive=node.recursive, parts=parts, order=[], limit=None, offset=None), None, tables)
        self.start = renamed(part([(None if n == 0 else how, core) for n, (how, core) in enumerate(node.parts[:first])]), table)
        self.names, self.affinities, self.collations = self.start.names, self.start.affinities, self.start.collations
        self.declared = self.start.declared
        self.row = [None]
        tables[table.name.lower()] = _Current(self)
        self.steps = [part([(None, core)]) for _, core in node.parts[first:]]
        for step in self.steps:
            if len(step.names) != len(self.names):
                raise problem(f'SELECTs to the left and right of {node.parts[first][0]} do not have the same number of result columns')
            step.outer = True
        self.all = node.parts[first][0] == 'UNION ALL'
        self.order = [(next((n for n, name in enumerate(self.names) if tree[0] == 'column' and name.lower() == tree[2].lower()), tree[1] - 1 if
                            tree[0] == 'literal' else 0), descending) for tree, descending, _ in node.order]
        around = Scope(plan, None, tables)
        self.limit, self.offset = count(node.limit, around), count(node.offset, around)

    def rows(self, e=None, most=None):
        if self.kept is None or self.kept[0] is not self.plan.run:
            self.kept = self.plan.run, self._rows(e)
        return self.kept[1]

    def _rows(self, e):
        limit = self.limit(e) if self.limit else -1
        offset = self.offset(e) if self.offset else 0
        waiting, found, seen = [], [], set()

        def add(rows):
            for row in rows:
                if not self.all:
                    place = tuple([key(value) for value in row])
                    if place in seen:
                        continue
                    seen.add(place)
                waiting.append(row)
            for place, descending in reversed(self.order):
                waiting.sort(key=lambda row: key(row[place]), reverse=descending)
        add(self.start.rows(e))
        at = 0
        while at < len(waiting):
            row = waiting[at]
            if self.order:
                del waiting[at]
            else:
                at += 1
            if offset > 0:
                offset -= 1
            else:
                found.append(row)
            if 0 <= limit <= len(found):
                return found[:limit]
            self.row[0] = row
            for step in self.steps:
                add(step.rows(e))
        return found


class _Current:
    """Within a recursion: its table is the row that it has come to."""

    def __init__(self, recursion):
        self.recursion = recursion

    def query(self, plan):
        return self

    def __getattr__(self, name):
        return getattr(self.recursion, name)

    outer = True

    def rows(self, e=None, most=None):
        return [self.recursion.row[0]]
