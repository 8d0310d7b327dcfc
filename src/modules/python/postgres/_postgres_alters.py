"""ALTER TABLE."""
from _postgres_changes import default_of
from _postgres_checks import row_function
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled
from _postgres_scopes import Scope, converted, type_of
from _postgres_tables import MADE, Constraint
from _postgres_trees import columns_of
from _postgres_types import assignable, castable, caster, limit, shown


class Alters:
    def alter_table(self, node):
        found = self.plan.find(node.schema, node.name)
        if found is None and node.exists:
            return
        table = self.plan.table(node.schema, node.name)
        self.hold(table)
        for action in node.actions:
            getattr(self, '_' + action[0].replace(' ', '_'))(table, *action[1:])

    def _nothing(self, table):
        pass

    def _add_constraint(self, table, constraint):
        self.constraint(table, constraint, check=True)

    def _add_column(self, table, definition, exists):
        if any(c.name == definition.name for c in table.columns):
            if exists:
                return
            raise ServerError('42701', f'column "{definition.name}" of relation "{table.name}" already exists')
        column = self.column(table, definition)
        live = self.plan.rows_of(table)
        if column.not_null and column.default is None and live and column.generated is None:
            raise self.nulls(table, column.name)
        n = len(table.columns)
        default = default_of(column, Scope(self.plan, None, {}))
        self.setting(table, 'columns', [*table.columns, column])
        self.widen(table, n, lambda row: default(None))
        if column.generated is not None:
            of = row_function(table, column.generated, self.plan, column)
            for row in table.rows:
                row[n] = of(row)
        for constraint in definition.constraints:
            self.constraint(table, constraint, check=True)

    def widen(self, table, n, value):
        rows = list(table.rows)
        for row in rows:
            row.insert(n, value(row))
        table.indexes = {}

        def back():
            for row in table.rows:
                del row[n]
            table.indexes = {}
        self.undo(back)

    def _drop_column(self, table, name, exists, cascade):
        if exists and not any(c.name == name for c in table.columns):
            return
        self.drop_column(table, name)

    def drop_column(self, table, name):
        n = table.place(name)
        if any(c.kind == 'foreign' and c.target is table and n in c.target_places for t in self.database.relations.values()
               if t.kind == 'table' for c in t.constraints):
            missing('DROP COLUMN of one that others refer to')
        kept = []
        for c in table.constraints:
            if n in c.places or c.kind == 'check' and name in columns_of(c.tree) or c.trees is not None:
                continue
            copy = Constraint(c.kind, c.name)
            copy.__dict__.update(c.__dict__)
            copy.places = [p - (p > n) for p in c.places]
            kept.append(copy)
        for t in self.database.relations.values():
            for c in t.constraints if t.kind == 'table' else ():
                if c.kind == 'foreign' and c.target is table and any(p > n for p in c.target_places):
                    self.setting(c, 'target_places', [p - (p > n) for p in c.target_places])
        self.setting(table, 'constraints', kept)
        column = table.columns[n]
        self.setting(table, 'columns', table.columns[:n] + table.columns[n + 1:])
        if column.sequence is not None and (column.sequence.schema, column.sequence.name) in self.database.relations:
            self.gone(self.database.relations, (column.sequence.schema, column.sequence.name))
        gone = {id(row): row.pop(n) for row in table.rows}
        table.indexes = {}

        def back():
            for row in table.rows:
                row.insert(n, gone.get(id(row)))
            table.indexes = {}
        self.undo(back)

    def _drop_constraint(self, table, name, exists):
        found = [c for c in table.constraints if c.name == name and not c.index]
        if not found and not exists:
            raise ServerError('42704', f'constraint "{name}" of relation "{table.name}" does not exist')
        self.setting(table, 'constraints', [c for c in table.constraints if c not in found])

    def _rename(self, table, name):
        self.home(table.schema, name)
        self.gone(self.database.relations, (table.schema, table.name))
        self.setting(table, 'name', name)
        self.put(self.database.relations, (table.schema, name), table)

    def _rename_column(self, table, old, new):
        n = table.place(old)
        if any(c.name == new for c in table.columns):
            raise ServerError('42701', f'column "{new}" of relation "{table.name}" already exists')
        if any(old in columns_of(tree) for c in table.constraints for tree in (c.tree, c.condition, *(c.trees or ())) if tree) or any(
                c.generated is not None for c in table.columns):
            missing('RENAME COLUMN of one that a constraint names')
        self.setting(table.columns[n], 'name', new)

    def _default(self, table, name, tree):
        column = table.columns[table.place(name)]
        old = column.default
        self.setting(column, 'default', tree)
        try:
            default_of(column, Scope(self.plan, None, {}))
        except ServerError:
            column.default = old
            raise

    def _not_null(self, table, name, wanted):
        n = table.place(name)
        if wanted and any(row[n] is None for row in self.plan.rows_of(table)):
            raise self.nulls(table, name)
        if not wanted and table.primary() is not None and n in table.primary().places:
            raise ServerError('42P16', f'column "{name}" is in a primary key')
        self.setting(table.columns[n], 'not_null', wanted)

    def _type(self, table, name, type_name, using):
        n = table.place(name)
        column = table.columns[n]
        kind, modifiers = type_of(type_name, self.plan)
        if using is not None:
            from _postgres_joins import Joins
            scope = Scope(self.plan)
            Joins([('table', table.schema if not table.temporary else None, table.name, None, None)], scope)
            run = converted(compiled(using, scope), kind, scope, modifiers, 'assignment', name).run

            def of(row):
                e = scope.environment(None)
                e[scope.sources[0].slot] = row
                return run(e)
        else:
            if not assignable(column.kind, kind) or not castable(column.kind, kind):
                raise ServerError('42804', f'column "{name}" cannot be cast automatically to type {shown(kind)}',
                                  hint=f'You might need to specify "USING {name}::{shown(kind)}".')
            cast, fit = caster(column.kind, kind, self.database.enums), limit(kind, modifiers, False)

            def of(row):
                value = row[n]
                value = cast(value) if cast and value is not None else value
                return fit(value) if fit and value is not None else value
        values = [of(row) if row[MADE].number is None or row[MADE].number != float('inf') else None for row in table.rows]
        old = [row[n] for row in table.rows]
        rows = list(table.rows)
        for row, value in zip(rows, values):
            row[n] = value
        table.indexes = {}
        self.undo(lambda: [row.__setitem__(n, value) for row, value in zip(rows, old)])
        self.setting(column, 'kind', kind)
        self.setting(column, 'modifiers', modifiers)
