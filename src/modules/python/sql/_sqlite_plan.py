"""What statements are compiled and run with: the databases of a connection, its functions, what a change brings about."""
from _sqlite_changes import Delete, Insert, Update, delete, update
from _sqlite_expressions import function_of
from _sqlite_select import Query
from _sqlite_errors import Ignored, problem
from _sqlite_tables import Master, row_scope
from _sqlite_values import applied, key, truth


class Plan:
    """One statement, compiled; or what triggers and foreign keys do for it."""

    def __init__(self, engine, parameters=0):
        self.engine = engine
        self.values = [None] * parameters
        # A new object for each run: what queries within a statement keep is kept for one.
        self.run, self.depth = object(), 0
        self.counted, self.later = 0, []
        # Whether there may be triggers.
        self.watched = True
        # The database that the statement changes.
        self.changes = None

    # --- names ---

    def databases(self, schema):
        found = self.engine.databases
        if schema is None:
            return [found['temp'], *[one for name, one in found.items() if name != 'temp']]
        if schema.lower() not in found:
            return []
        return [found[schema.lower()]]

    def find(self, schema, name):
        """(database, table or view) of this name, or None."""
        for database in self.databases(schema):
            table = database.tables.get(name.lower())
            if table is not None:
                return database, table
        return None

    def table(self, schema, name):
        low = name.lower()
        if low in ('sqlite_master', 'sqlite_schema', 'sqlite_temp_master', 'sqlite_temp_schema'):
            return Master(self.databases('temp' if 'temp' in low else schema or 'main')[0])
        found = self.find(schema, name)
        if found is not None:
            return found[1]
        raise problem(f'no such table: {schema}.{name}' if schema else f'no such table: {name}')

    def table_function(self, name, arguments):
        if name.lower().startswith('pragma_'):
            from _sqlite_pragmas import Rows
            return Rows(self, name.lower()[7:], arguments)
        if name.lower() in ('json_each', 'json_tree'):
            from _sqlite_json import Each
            return Each(name.lower(), arguments)
        raise problem(f'no such table: {name}')

    def changed(self, schema, name, event, columns=()):
        """(database, table) that a statement changes. `columns`: those that an UPDATE sets."""
        if name.lower() in ('sqlite_master', 'sqlite_schema'):
            raise problem(f'table {name} may not be modified')
        found = self.find(schema, name)
        if found is None:
            raise problem(f'no such table: {schema}.{name}' if schema else f'no such table: {name}')
        database, table = found
        if table.query is not None:
            from _sqlite_triggers import seen
            table = seen(table, self, database, event, columns)
        self.changes = database
        return database, table

    def query(self, select, scope, tables=None):
        return Query(self, select, scope, tables)

    def function(self, name, count):
        found = self.engine.functions.get((name, count)) or self.engine.functions.get((name, -1))
        return (0, 999, found) if found is not None else None

    def aggregate(self, name, count):
        found = self.engine.aggregates.get((name, count)) or self.engine.aggregates.get((name, -1))
        return (0, 999, found) if found is not None else None

    def has_made(self, name):
        """Whether the program has made a function of that name, for whatever number of arguments."""
        return any(name == known for known, _ in (*self.engine.functions, *self.engine.aggregates))

    def aggregating(self, tree):
        from _sqlite_functions import aggregate
        count = len(tree[2] or ())
        return bool(self.aggregate(tree[1], count) or (aggregate(tree[1]) and (tree[1] not in ('min', 'max') or count == 1))) and not (
            tree[3] and tree[3][2])

    def collation(self, name):
        """A collation's name, or the function of one that the program has made."""
        if name is None or not isinstance(name, str) or name in ('binary', 'nocase', 'rtrim'):
            return name
        if name not in self.engine.collations:
            raise problem(f'no such collation sequence: {name}')
        return self.engine.collations[name]

    # --- what a change of a row brings about ---

    def inserted(self, rowid):
        self.counted += 1
        if not self.depth:
            self.engine.last_rowid = rowid

    def triggered(self, table, moment, event, old, new, places=None):
        for database in self.databases(None) if self.watched else ():
            if not database.triggers:
                continue
            of = table.view or table
            found = [one for one in database.triggers.values() if one.table is of and one.moment == moment and one.event == event]
            # The newest comes first, save for temporary ones of what is not temporary.
            if database.name != 'temp' or database.tables.get(of.name.lower()) is of:
                found.reverse()
            for trigger in found:
                self._trigger(trigger, table, old, new, places)

    def _trigger(self, trigger, table, old, new, places):
        if trigger.columns is not None and not {table.places.get(name.lower()) for name in trigger.columns} & set(places or ()):
            return
        if self.depth > 900:
            raise problem('too many levels of trigger recursion')
        scope = row_scope(self, table, 'old', 'new')
        e = [None, old, new]
        if trigger.when is not None and not truth(function_of(trigger.when, scope)(e)):
            return
        counted = self.counted
        self.depth += 1
        try:
            for step in trigger.steps:
                self._step(step, scope, e, trigger.name)
        finally:
            self.depth -= 1
            self.counted = counted

    def _step(self, step, scope, e, name):
        """A statement of a trigger, in which OLD and NEW are the values that they are now."""
        from _sqlite_triggers import bound
        step = bound(step, e, scope)
        plan = Plan(self.engine)
        plan.depth = self.depth
        authorizer = self.engine.authorizer
        statement = plan.compiled(step) if authorizer is None else authorizer.within(name, plan.compiled, step)
        if isinstance(statement, Query):
            statement.rows()
        else:
            statement.execute()
            self.engine.total += plan.counted

    def compiled(self, node):
        """The Query or the Change of a statement's tree."""
        make = {'select': Query, 'insert': Insert, 'update': Update, 'delete': Delete}[node.kind]
        return make(self, node)

    # --- foreign keys ---

    def check_parents(self, database, table, row):
        if not self.engine.foreign_keys:
            return
        for foreign in table.foreign:
            self.later.append((database, table, foreign, row[-1]))

    def check_later(self):
        """At the end of a statement: each row has its parents."""
        waiting, self.later = self.later, []
        for database, table, foreign, rowid in waiting:
            if foreign.deferred or self.engine.defers:
                self.engine.deferred.append((database, table, foreign, rowid))
            else:
                self.check(database, table, foreign, rowid)

    def check(self, database, table, foreign, rowid):
        row = table.rows.get(rowid)
        if row is None or database.tables.get(table.name.lower()) is not table:
            return
        values = [row[place] for place in foreign.places]
        if None not in values and not any(True for _ in _fitting(*self._parent(database, table, foreign), values)):
            raise problem('FOREIGN KEY constraint failed', 'IntegrityError', 787)

    def _parent(self, database, table, foreign):
        """(parent table, places of its columns)."""
        parent = database.tables.get(foreign.parent.lower())
        if parent is None:
            raise problem(f'no such table: {database.name}.{foreign.parent}')
        names = foreign.names
        if names is None:
            places = [n for _, n in sorted((c.primary, n) for n, c in enumerate(parent.columns) if c.primary)]
        else:
            places = [parent.places.get(name.lower()) for name in names]
        unique = places == [parent.rowid_column] or any(i.unique and sorted(i.places) == sorted(places) for i in parent.indexes if None not in places)
        if len(places) != len(foreign.places) or not unique:
            raise problem(f'foreign key mismatch - "{table.name}" referencing "{parent.name}"')
        return parent, places

    def parent_changed(self, database, table, old, new):
        """What the rows do that refer to a row that is changed, or removed (new is None)."""
        if not self.engine.foreign_keys:
            return
        for child in list(database.tables.values()):
            for foreign in child.foreign if child.query is None else ():
                if foreign.parent.lower() != table.name.lower():
                    continue
                _, places = self._parent(database, child, foreign)
                before = [old[place] for place in places]
                if None in before or new is not None and before == [new[place] for place in places]:
                    continue
                self._orphans(database, child, foreign, before, None if new is None else [new[place] for place in places])

    def _orphans(self, database, child, foreign, before, after):
        action = foreign.deleted if after is None else foreign.updated
        child.prepare(self)
        for row in list(_fitting(child, foreign.places, before)):
            if action in ('NO ACTION', 'RESTRICT'):
                if action == 'RESTRICT':
                    raise problem('FOREIGN KEY constraint failed', 'IntegrityError', 787)
                self.later.append((database, child, foreign, row[-1]))
                continue
            counted = self.counted
            try:
                if action == 'CASCADE' and after is None:
                    delete(self, database, child, row)
                else:
                    values = after if action == 'CASCADE' else [
                        child.defaults[place]([None]) if action == 'SET DEFAULT' and child.defaults[place] else None for place in foreign.places]
                    update(self, database, child, row, (foreign.places, [lambda e, value=value: value for value in values]), None, None, None)
            except Ignored:
                pass
            self.engine.total += self.counted - counted
            self.counted = counted


def _fitting(table, places, values):
    """The rows that have these values there."""
    values = [applied(value, table.columns[place].affinity) for place, value in zip(places, values)]
    if places == [table.rowid_column]:
        row = table.rows.get(values[0])
        if row is not None:
            yield row
        return
    wanted = [key(value) for value in values]
    for row in table.scan():
        if [key(row[place]) for place in places] == wanted:
            yield row
