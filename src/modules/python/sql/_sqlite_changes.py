"""INSERT, UPDATE and DELETE, with the constraints, foreign keys and triggers that they meet."""
from _sqlite_errors import Ignored, failing, problem
from _sqlite_expressions import Scope, function_of
from _sqlite_joins import Joins
from _sqlite_select import Query, Values
from _sqlite_syntax import Node
from _sqlite_tables import ABSENT, row_scope
from _sqlite_values import MOST, applied, key_of, truth
from _sqlite_with import with_tables


def _failed(kind, what, code):
    return problem(f'{kind} constraint failed: {what}' if what else f'{kind} constraint failed', 'IntegrityError', code)


class Change:
    """What the three have in common: a table, and what RETURNING gives."""
    names = declared = None

    def __init__(self, plan, node, event):
        self.plan, self.node = plan, node
        columns = [name for names, _ in node.changes for name in names] if event == 'UPDATE' else ()
        self.database, self.table = plan.changed(node.schema, node.table, event, columns)
        self.table.prepare(plan)
        self.tables = with_tables(node, {})
        self.returned = []
        self.found = []
        # Whether an authorizer has it do nothing.
        self.left_out = False
        authorizer = plan.engine.authorizer
        if authorizer is not None and event != 'UPDATE':
            left_out = authorizer.leaves_out(18 if event == 'INSERT' else 9, self.table.name, None, self.database.name)
            self.left_out = left_out and event == 'INSERT'

    def returning(self, columns):
        if columns is None:
            return
        scope = row_scope(self.plan, self.table)
        self.names, self.declared, self.returned = [], [], []
        for tree, name, text in columns:
            if tree is None:
                for n, column in enumerate(self.table.columns):
                    self.returned.append(function_of(('place', scope.sources[0], n), scope))
                    self.names.append(column.name)
                    self.declared.append(column.type)
                continue
            self.returned.append(function_of(tree, scope))
            self.names.append(name or (tree[2] if tree[0] == 'column' else text))
            self.declared.append(None)

    def row_is(self, row):
        """Keeps what RETURNING gives of a row."""
        if self.returned:
            self.found.append(tuple([run([None, row]) for run in self.returned]))

    def execute(self):
        plan = self.plan
        self.found, plan.counted = [], 0
        last_rowid = plan.engine.last_rowid
        for database in plan.engine.databases.values():
            if database.triggers and plan.engine.options[1003]:
                break
        else:
            plan.watched = False
        try:
            if not self.left_out:
                self.run()
        finally:
            plan.watched = True
        if plan.later:
            try:
                plan.check_later()
            except BaseException:
                if self.alone():
                    plan.engine.last_rowid = last_rowid
                raise
        return self.found

    def alone(self):
        """Whether it writes one row at most, whose parents SQLite looks for before it has written it."""
        return False

    def target(self, names):
        places = []
        for name in names:
            place = self.table.places.get(name.lower())
            if place is None:
                if name.lower() in ('rowid', '_rowid_', 'oid') and not self.table.without_rowid:
                    place = self.table.rowid_column if self.table.rowid_column is not None else len(self.table.columns)
                elif self.node.kind == 'insert':
                    raise problem(f'table {self.table.name} has no column named {name}')
                else:
                    raise problem(f'no such column: {name}')
            elif self.table.columns[place].generated:
                raise problem(f'cannot {"INSERT into" if self.node.kind == "insert" else "UPDATE"} generated column "{self.table.columns[place].name}"')
            places.append(place)
        return places


class Insert(Change):
    def __init__(self, plan, node):
        super().__init__(plan, node, 'INSERT')
        table = self.table
        every = [n for n, column in enumerate(table.columns) if not column.generated]
        self.places = every if node.columns is None else self.target(node.columns)
        self.query = None
        if node.rows is not None:
            self.query = Query(plan, node.rows, None, self.tables)
            given = len(self.query.names)
            if given != len(self.places):
                raise problem(f'table {table.name} has {len(every)} columns but {given} values were supplied' if node.columns is None else
                              f'{given} values for {len(self.places)} columns')
        # What a row begins as: what has no default is NULL.
        self.blank = [ABSENT if default else None for default in table.defaults]
        # The functions of VALUES' rows, which need no query.
        values = self.query and self.query.parts[0][1]
        plain = isinstance(values, Values) and len(self.query.parts) == 1 and not self.query.limit and not values.outer
        self.rows = values.functions if plain else None
        # The places of the parameters that the one row consists of; whether a row has all columns as they are.
        trees = node.rows.parts[0][1].rows[0] if plain and len(values.functions) == 1 else [()]
        self.parameters = [tree[1] - 1 for tree in trees] if all([tree and tree[0] == 'parameter' for tree in trees]) else None
        self.whole = self.query is not None and self.places == list(range(len(table.columns)))
        self.upserts = [self._upsert(*upsert) for upsert in node.upserts]
        self.returning(node.returning)

    def _upsert(self, names, changes, where):
        """(index in conflict, 'rowid', or None: any; changes; where)."""
        if self.table.view is not None:
            raise problem('cannot UPSERT a view')
        table, index = self.table, None
        if names is not None:
            places = {table.places.get(name.lower()) if name else None for name in names}
            index = 'rowid' if places == {table.rowid_column} else next(
                (i for i in table.indexes if i.unique and set(i.places) == places), None)
            if index is None:
                raise problem('ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint')
        if changes is None:
            return index, None, None
        scope = row_scope(self.plan, table, self.node.alias or table.name, 'excluded')
        # Names alone are those of the row that is there.
        scope.sources[1].joined = set(scope.sources[1].places)
        return index, _changes(self, changes, scope), None if where is None else function_of(where, scope)

    def alone(self):
        return (self.query is None or self.rows is not None and len(self.rows) == 1) and self.node.action != 'REPLACE' and not any(
            trigger.table is self.table for database in self.plan.engine.databases.values() for trigger in database.triggers.values())

    def run(self):
        table, places = self.table, self.places
        if self.parameters is not None:
            values = self.plan.values
            rows = [[values[place] for place in self.parameters]]
        elif self.rows is not None:
            e = [None]
            rows = [[run(e) for run in row] for row in self.rows]
        else:
            rows = [()] if self.query is None else self.query.rows()
        for given in rows:
            rowid = None
            if self.whole:
                values = list(given)
            else:
                values = self.blank[:]
                for place, value in zip(places, given):
                    if place == len(values):
                        rowid = value
                    else:
                        values[place] = value
            try:
                insert(self.plan, self.database, table, values, rowid, self.node.action, self)
            except Ignored:
                pass


def _changes(change, changes, scope):
    """(places, functions of their values) of what SET sets."""
    places, runs, authorizer = [], [], scope.plan.engine.authorizer
    for names, tree in changes:
        found = change.target(names)
        if authorizer is not None:
            run = function_of(tree, scope) if len(names) == 1 else None
            if any([authorizer.leaves_out(23, change.table.name, name, change.database.name) for name in names]):
                continue
        places += found
        if len(names) == 1:
            runs.append(function_of(tree, scope) if authorizer is None else run)
        elif tree[0] == 'row' and len(tree[1]) == len(names):
            runs += [function_of(one, scope) for one in tree[1]]
        else:
            given = len(tree[1]) if tree[0] == 'row' else 1
            query = scope.plan.query(tree[1], scope) if tree[0] == 'scalar' else None
            if query is None or len(query.names) != len(names):
                raise problem(f'{len(names)} columns assigned {len(query.names) if query else given} values')
            runs += [lambda e, n=n: (query.rows(e, 1) or [[None] * len(names)])[0][n] for n in range(len(names))]
    return places, runs


def insert(plan, database, table, values, rowid, action, change=None):
    """One row of an INSERT; ABSENT stands for a default. Ignored: it is left out, or what follows for it is."""
    if ABSENT in values:
        values = [default([None]) if value is ABSENT and default else None if value is ABSENT else value
                  for value, default in zip(values, table.defaults)]
    if table.view is not None:
        plan.triggered(table, 'INSTEAD', 'INSERT', None, values + [-1])
        if change is not None:
            change.row_is(values + [-1])
        return
    place = table.rowid_column
    if place is not None:
        rowid = values[place]
    if plan.watched:
        plan.triggered(table, 'BEFORE', 'INSERT', None, values + [rowid])
    if rowid is not None and type(rowid) is not int:
        rowid = applied(rowid, 'INTEGER')
    if rowid is None:
        rowid = _new_rowid(database, table)
    elif type(rowid) is not int:
        raise problem('datatype mismatch', 'IntegrityError', 20)
    if place is not None:
        values[place] = rowid
    row = _kept(table, values, rowid)
    _constraints(plan, database, table, row, None, action, change)
    database.store(table, rowid, row)
    if table.autoincrement and rowid > _greatest(database, table):
        database.set_sequence(table.name, rowid)
    plan.inserted(rowid)
    if table.foreign:
        plan.check_parents(database, table, row)
    if change is not None and change.returned:
        change.row_is(row)
    if plan.watched:
        plan.triggered(table, 'AFTER', 'INSERT', None, row)


def _greatest(database, table):
    row = database.sequence(table.name)
    return 0 if row is None else row[1]


def _new_rowid(database, table):
    rowid = table.next_rowid()
    if table.autoincrement:
        rowid = max(rowid, _greatest(database, table) + 1)
    if rowid > MOST:
        raise problem('database or disk is full', code=13)
    return rowid


_STRICT = {'INT': int, 'INTEGER': int, 'REAL': float, 'TEXT': str, 'BLOB': bytes}
_KINDS = {int: 'INT', float: 'REAL', str: 'TEXT', bytes: 'BLOB'}


def _kept(table, values, rowid):
    """A row as it is kept: values by their columns' affinities, generated ones."""
    row = [value if value is None or type(value) is column.plain and value else applied(value, column.affinity) for value, column in zip(values, table.columns)]
    row.append(rowid)
    for n, run in table.generated:
        row[n] = applied(run([None, row]), table.columns[n].affinity)
    if table.strict:
        for value, column in zip(row, table.columns):
            wanted = _STRICT.get(column.type.upper())
            if value is not None and wanted is not None and type(value) is not wanted:
                raise problem(f'cannot store {_KINDS[type(value)]} value in {column.type.upper()} column {table.name}.{column.name}', 'IntegrityError', 3091)
    return row


def _constraints(plan, database, table, row, old, action, change=None):
    """Looks whether a row may be there; what REPLACE puts it in place of is removed. Ignored: it is left out."""
    for n, column in table.required:
        if row[n] is None:
            does = action or column.required
            if does == 'REPLACE' and table.defaults[n] is not None:
                row[n] = table.defaults[n]([None])
            elif does == 'IGNORE':
                raise Ignored
            if row[n] is None:
                raise _failed('NOT NULL', f'{table.name}.{column.name}', 1299)
    for name, run in table.check_runs:
        if truth(run([None, row])) is False:
            if action == 'IGNORE':
                raise Ignored
            raise _failed('CHECK', name, 275)
    rowid, old_rowid = row[-1], None if old is None else old[-1]
    if rowid != old_rowid and rowid in table.rows and not table.without_rowid:
        _conflict(plan, database, table, row, 'rowid', rowid, action or table.rowid_conflict, change)
    for index in reversed(table.indexes) if table.indexes else ():
        if index.unique is None:
            continue
        place = index.key(row)
        there = index.entries.get(place) if place is not None else None
        if there is not None and there != old_rowid:
            _conflict(plan, database, table, row, index, there, action or index.unique, change)


def _conflict(plan, database, table, row, index, there, action, change):
    for wanted, changes, where in change.upserts if isinstance(change, Insert) else ():
        if wanted is None or wanted is index:
            if changes is not None:
                e = [None, table.rows[there], row]
                if where is None or truth(where(e)):
                    update(plan, database, table, table.rows[there], changes, e, None, change)
            raise Ignored
    if action == 'IGNORE':
        raise Ignored
    if action == 'REPLACE':
        delete(plan, database, table, table.rows[there], counts=False)
        return
    what = index.words() if index != 'rowid' else f'{table.name}.{table.columns[table.rowid_column].name if table.rowid_column is not None else "rowid"}'
    code = 1555 if index == 'rowid' and table.rowid_column is not None or index != 'rowid' and index.origin == 'pk' else 2067
    raise failing(_failed('UNIQUE', what, code), action)


class Sought:
    """The rows that an UPDATE or a DELETE means."""

    def __init__(self, plan, node, table, tables, sources=()):
        self.table = table
        target = Node('table source', schema=node.schema, name=node.table, alias=node.alias, arguments=None)
        self.node, self.scope = node, Scope(plan, None, tables)
        self.joins = Joins(self.scope, [(frozenset(), target, None, None)] + [(words or frozenset({','}), *rest) for words, *rest in sources])
        self.slot = self.scope.sources[0].slot

    def settle(self):
        """Decides how they are found, once all that is looked at is known."""
        node, scope = self.node, self.scope
        self.joins.plan(node.where)
        self.order = [(function_of(tree, scope), descending) for tree, descending, _ in node.order]
        self.limit = None if node.limit is None else function_of(node.limit, scope)
        self.joins.choose(changing=True)

    def environments(self):
        """Copies of the environments of the rows that are meant, each row once."""
        e = [None] * self.scope.size
        found, seen = [], set()
        if len(self.joins.steps) == 1:
            found = [one[:] for one in self.joins.environments(e)]
        else:
            for one in self.joins.environments(e):
                # The rows of a view have none.
                rowid = one[self.slot][-1] if self.table.view is None else None
                if rowid is None or rowid not in seen:
                    seen.add(rowid)
                    found.append(one[:])
        for run, descending in reversed(self.order):
            found.sort(key=lambda e: key_of(None)(run(e)), reverse=descending)
        return found if self.limit is None else found[:self.limit(e)]


class Update(Change):
    def __init__(self, plan, node):
        super().__init__(plan, node, 'UPDATE')
        self.sought = Sought(plan, node, self.table, self.tables, node.sources)
        self.changes = _changes(self, node.changes, self.sought.scope)
        self.sought.settle()
        self.returning(node.returning)

    def run(self):
        plan, table, slot = self.plan, self.table, self.sought.slot
        for e in self.sought.environments():
            if table.view is not None:
                self._instead(e)
            elif e[slot][-1] in table.rows:
                e[slot] = table.rows[e[slot][-1]]
                try:
                    update(plan, self.database, table, e[slot], self.changes, e, self.node.action, self)
                except Ignored:
                    pass


    def _instead(self, e):
        old, (places, runs) = [*e[self.sought.slot], None], self.changes
        new = old[:]
        for place, run in zip(places, runs):
            new[place] = run(e)
        try:
            self.plan.triggered(self.table, 'INSTEAD', 'UPDATE', old, new, places)
        except Ignored:
            return
        self.row_is(new)


def update(plan, database, table, old, changes, e, action, change):
    """Changes one row. Ignored: it stays as it is, or what follows for it is left out."""
    places, runs = changes
    values = old[:-1]
    rowid = old[-1]
    for place, value in zip(places, [run(e) for run in runs]):
        if place == len(values):
            rowid = value
        else:
            values[place] = value
    if table.rowid_column is not None:
        rowid = applied(values[table.rowid_column], 'INTEGER')
        values[table.rowid_column] = rowid
    if type(rowid) is not int:
        raise problem('datatype mismatch', 'IntegrityError', 20)
    row = _kept(table, values, rowid)
    if plan.watched:
        plan.triggered(table, 'BEFORE', 'UPDATE', old, row, places)
    _constraints(plan, database, table, row, old, action)
    if rowid != old[-1]:
        database.store(table, old[-1], None)
    database.store(table, rowid, row)
    plan.counted += 1
    plan.check_parents(database, table, row)
    plan.parent_changed(database, table, old, row)
    if change is not None:
        change.row_is(row)
    if plan.watched:
        plan.triggered(table, 'AFTER', 'UPDATE', old, row, places)


class Delete(Change):
    def __init__(self, plan, node):
        super().__init__(plan, node, 'DELETE')
        self.sought = Sought(plan, node, self.table, self.tables)
        self.sought.settle()
        self.returning(node.returning)

    def run(self):
        for e in self.sought.environments():
            row = e[self.sought.slot]
            if self.table.view is not None:
                try:
                    self.plan.triggered(self.table, 'INSTEAD', 'DELETE', [*row, None], None)
                    self.row_is([*row, None])
                except Ignored:
                    pass
            elif row[-1] in self.table.rows:
                try:
                    delete(self.plan, self.database, self.table, row, self)
                except Ignored:
                    pass


def delete(plan, database, table, row, change=None, counts=True):
    """Removes one row. Ignored: it stays, or what follows for it is left out."""
    if counts:
        plan.triggered(table, 'BEFORE', 'DELETE', row, None)
    if row[-1] not in table.rows:
        return
    database.store(table, row[-1], None)
    plan.counted += counts
    plan.parent_changed(database, table, row, None)
    if change is not None:
        change.row_is(row)
    if counts:
        plan.triggered(table, 'AFTER', 'DELETE', row, None)
