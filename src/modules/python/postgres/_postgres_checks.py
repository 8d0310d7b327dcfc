"""What the rows of a table must keep to, and what follows from their changes in tables that refer to them."""
from _postgres_errors import Blocked, ServerError
from _postgres_expressions import compiled, condition
from _postgres_scopes import Scope, Source, converted
from _postgres_tables import CHANGE, ENDED, KEY_SHARE, LOCKS, MADE, UPDATE
from _postgres_types import text_of

_EVER = float('inf')


def shown_key(table, places, values):
    names = ', '.join(table.columns[n].name for n in places)
    return f'({names})=({", ".join(shown_value(table, n, values[n]) for n in places)})'


def shown_value(table, n, value):
    if value is None:
        return 'null'
    return 'tf'[not value] if table.columns[n].kind == 'bool' else text_of(value, table.columns[n].kind)


def _row_source(table, plan):
    scope = Scope(plan, None, {})
    source = Source(table.name, [(c.name, c.kind, c.modifiers) for c in table.columns], scope.slot(), table)
    scope.sources.append(source)
    return scope, source


def row_function(table, tree, plan, wanted=None):
    """The function of a row's values that an expression over a table's columns is."""
    scope, source = _row_source(table, plan)
    if wanted == 'condition':
        run = condition(tree, scope, 'CHECK')
    elif wanted is not None:
        run = converted(compiled(tree, scope), wanted.kind, scope, wanted.modifiers, 'assignment', wanted.name).run
    else:
        run = compiled(tree, scope).run

    def of(values):
        e = scope.environment(None)
        e[source.slot] = values
        return run(e)
    return of


class Checks:
    def __init__(self, table, plan):
        self.table, self.plan, self.size = table, plan, len(table.columns)
        self.not_null = [(n, c.name) for n, c in enumerate(table.columns) if c.not_null]
        self.generated = [(n, row_function(table, c.generated, plan, c)) for n, c in enumerate(table.columns) if c.generated is not None]
        self.checks = [(c.name, row_function(table, c.tree, plan, 'condition')) for c in table.constraints if c.kind == 'check']
        self.uniques = [c for c in table.constraints if c.kind in ('primary', 'unique')]
        for constraint in self.uniques:
            if constraint.condition is not None:
                constraint.test = row_function(table, constraint.condition, plan, 'condition')
        self.expressions = {id(c): [row_function(table, tree, plan) for tree in c.trees] for c in self.uniques if c.trees is not None}
        self.keys = {n for c in self.uniques if c.trees is None and c.condition is None for n in c.places}
        self.foreign = [c for c in table.constraints if c.kind == 'foreign']
        self.referring = None

    def complete(self, values):
        for n, of in self.generated:
            values[n] = of(values)

    def _fields(self, **more):
        return {'schema_name': self.table.schema, 'table_name': self.table.name, **more}

    def before(self, values):
        """What must hold whatever else there is."""
        table = self.table
        for n, name in self.not_null:
            if values[n] is None:
                raise ServerError('23502', f'null value in column "{name}" of relation "{table.name}" violates not-null constraint',
                                  detail=self._failing(values), **self._fields(column_name=name))
        for name, test in self.checks:
            if test(values) is False:
                raise ServerError('23514', f'new row for relation "{table.name}" violates check constraint "{name}"',
                                  detail=self._failing(values), **self._fields(constraint_name=name))

    def _failing(self, values):
        def short(text):
            return text if len(text) <= 64 else text[:64] + '...'
        return f'Failing row contains ({", ".join(short(shown_value(self.table, n, v)) for n, v in enumerate(values[:self.size]))}).'

    def conflict(self, constraint, values, me, apart=None):
        """A version with the same key, or None."""
        if constraint.trees is None:
            return self.table.conflict(constraint, values, me, apart)
        runs = self.expressions[id(constraint)]
        wanted = [run(values) for run in runs]
        if None in wanted:
            return None
        for row in self.table.rows:
            if row is apart or row[MADE].number == _EVER or row[ENDED] is me or row[ENDED] is not None and row[ENDED].number is not None:
                continue
            if [run(row) for run in runs] == wanted:
                for other in row[MADE], row[ENDED]:
                    if other is not None and other is not me and other.number is None:
                        raise Blocked(other)
                return row
        return None

    def _unique(self, values, me, apart=None):
        table = self.table
        for constraint in self.uniques:
            if apart is not None and constraint.trees is None and constraint.condition is None and all(
                    values[n] == apart[n] for n in constraint.places):
                continue
            if self.conflict(constraint, values, me, apart) is not None:
                if constraint.trees is None:
                    key = shown_key(table, constraint.places, values)
                else:
                    found = ', '.join(str(run(values)) for run in self.expressions[id(constraint)])
                    key = f'({", ".join(shown_tree(tree, table) for tree in constraint.trees)})=({found})'
                raise ServerError('23505', f'duplicate key value violates unique constraint "{constraint.name}"',
                                  detail=f'Key {key} already exists.', **self._fields(constraint_name=constraint.name))

    def insert(self, values, me):
        self.before(values)
        self._unique(values, me)
        row = self.table.add(values, me)
        for constraint in self.foreign:
            self._later(constraint, lambda constraint=constraint: self._parent(constraint, row))
        return row

    def update(self, row, values, me):
        """Ends a version and makes the next."""
        self.complete(values)
        self.before(values)
        table = self.table
        if row[ENDED] is me:
            return row
        self._unique(values, me, row)
        locks = row[LOCKS]
        level = UPDATE if any(row[n] != values[n] for n in self.keys) else CHANGE
        table.end(row, me, self.plan.session.serial, level)
        if level == UPDATE:
            # Nobody may refer to it meanwhile.
            table.lock(row, me, level)
        new = table.add(values, me)
        if locks:
            new[LOCKS] = locks
            for other, _ in locks:
                other.locked.append(new)
        for constraint in self.foreign:
            if any(row[n] != new[n] for n in constraint.places):
                self._later(constraint, lambda constraint=constraint: self._parent(constraint, new))
        for other, constraint in self._referring():
            if any(row[n] != new[n] for n in constraint.target_places):
                self._children(other, constraint, row, new, me)
        return new

    def delete(self, row, me):
        self.table.end(row, me, self.plan.session.serial)
        for other, constraint in self._referring():
            self._children(other, constraint, row, None, me)

    # --- references ---

    def _later(self, constraint, check):
        (self.plan.me.deferred if constraint.deferred else self.plan.pending).append(check)

    def _referring(self):
        if self.referring is None:
            relations = [*self.plan.session.database.relations.values(), *self.plan.session.temporary.values()]
            self.referring = [(other, c) for other in relations if other.kind == 'table' for c in other.constraints
                              if c.kind == 'foreign' and c.target is self.table]
        return self.referring

    def _live(self, table, places, key, me, parent=False):
        """The versions with a key that count: those that are not ended; raises Blocked while that is open."""
        found, several = [], len(places) > 1
        rows = table.candidates(places[0], key[0])
        for row in rows:
            made, ended = row[MADE], row[ENDED]
            if made.number == _EVER or several and any(row[place] != value for place, value in zip(places, key)):
                continue
            if made.number is None and made is not me:
                # Made of a version with the same key, which counts already; or new, which a row that refers to it does not see.
                if parent or any(other[ENDED] is made and self._same(other, places, key) for other in rows):
                    continue
                raise Blocked(made)
            if ended is None:
                found.append(row)
            elif ended.number is None and ended is not me:
                # An update that leaves the key alone keeps what refers to it.
                if not any(other[MADE] is ended and self._same(other, places, key) for other in rows):
                    raise Blocked(ended)
                found.append(row)
        return found

    @staticmethod
    def _same(row, places, key):
        return all(row[place] == value for place, value in zip(places, key))

    def _parent(self, constraint, row):
        key, me = [row[n] for n in constraint.places], self.plan.me
        if None in key or row[ENDED] is not None or row[MADE].number == _EVER:
            return
        target = constraint.target
        found = self._live(target, constraint.target_places, key, me, True)
        for other, held in found[0][LOCKS] or () if found else ():
            if other is not me and held == UPDATE:
                raise Blocked(other)
        if found and self.plan.session.block is not None and not any(other is me for other, _ in found[0][LOCKS] or ()):
            target.lock(found[0], me, KEY_SHARE)
        if not found:
            raise ServerError('23503', f'insert or update on table "{self.table.name}" violates foreign key constraint "{constraint.name}"',
                              detail=f'Key {shown_key(self.table, constraint.places, row)} is not present in table "{target.name}".',
                              **self._fields(constraint_name=constraint.name))

    def _children(self, other, constraint, row, new, me):
        """What becomes of rows that refer to one that has been changed or deleted."""
        key = [row[n] for n in constraint.target_places]
        if None in key:
            return
        action = constraint.on_delete if new is None else constraint.on_update
        if action in ('no action', 'restrict'):
            self._later(constraint, lambda: self._unreferred(other, constraint, row, key, me))
            return
        checks = Checks(other, self.plan)
        for child in self._live(other, constraint.places, key, me):
            if action == 'cascade' and new is None:
                checks.delete(child, me)
                continue
            values = child[:len(other.columns)]
            for n, target in zip(constraint.places, constraint.target_places):
                if action == 'cascade':
                    values[n] = new[target]
                elif action == 'set default':
                    from _postgres_changes import default_of
                    values[n] = default_of(other.columns[n], Scope(self.plan))(None)
                else:
                    values[n] = None
            checks.update(child, values, me)
        if action == 'set default':
            # The default may be what is gone.
            self._later(constraint, lambda: self._unreferred(other, constraint, row, key, me))

    def _unreferred(self, other, constraint, row, key, me):
        if self._live(self.table, constraint.target_places, key, me):
            return
        if self._live(other, constraint.places, key, me):
            raise ServerError('23503', f'update or delete on table "{self.table.name}" violates foreign key constraint "{constraint.name}" '
                              f'on table "{other.name}"',
                              detail=f'Key {shown_key(self.table, constraint.target_places, row)} is still referenced from table '
                              f'"{other.name}".', schema_name=other.schema, table_name=other.name, constraint_name=constraint.name)


def shown_tree(tree, table):
    """An indexed expression as messages show it."""
    if tree[0] == 'column':
        kind = table.columns[table.place(tree[2])].kind
        return tree[2] + ('::text' if kind == 'varchar' else '')
    if tree[0] == 'call':
        return f'{tree[1]}({", ".join(shown_tree(part, table) for part in tree[2])})'
    return str(tree[1])
