"""Makes tables and their like."""
from _postgres_alters import Alters
from _postgres_changes import default_of
from _postgres_checks import Checks, row_function
from _postgres_drops import Drops
from _postgres_errors import Blocked, ServerError, missing
from _postgres_plan import Plan
from _postgres_scopes import Scope, type_of
from _postgres_select import query_of
from _postgres_tables import ENDED, MADE, Column, Constraint, Sequence, Table, View, database, databases, roles
from _postgres_trees import columns_of
from _postgres_types import INTEGERS, shown


def make(node, session):
    """Executes a statement; gives its tag."""
    maker = Maker(session)
    return getattr(maker, node.kind.replace(' ', '_'))(node) or node.kind.upper()


class Maker(Drops, Alters):
    def __init__(self, session):
        self.session, self.database, self.me = session, session.database, session.transaction
        self.plan = Plan(session, 0)
        self.plan.run = self.plan.step = object()

    def undo(self, run):
        self.me.log.append(('act', run))

    def put(self, mapping, key, value):
        """Sets a key of a mapping, to be undone with the transaction."""
        old, there = mapping.get(key), key in mapping
        mapping[key] = value
        self.database.version += 1
        self.undo(lambda: (mapping.__setitem__(key, old) if there else mapping.pop(key, None), self.changed()))

    def gone(self, mapping, key):
        old = mapping.pop(key)
        self.database.version += 1
        self.undo(lambda: (mapping.__setitem__(key, old), self.changed()))

    def setting(self, thing, name, value):
        old = getattr(thing, name)
        setattr(thing, name, value)
        self.database.version += 1
        self.undo(lambda: (setattr(thing, name, old), self.changed()))

    def changed(self):
        self.database.version += 1

    def hold(self, table):
        """Takes a table for this transaction alone."""
        for row in table.rows:
            for other in row[MADE], row[ENDED]:
                if other is not None and other is not self.me and other.number is None:
                    raise Blocked(other)
        if table.holder is not self.me:
            table.holder = self.me

    def home(self, schema, name, temporary=False):
        """The mapping that a new thing goes to, and its key there; raises where its name is taken."""
        if temporary:
            if name in self.session.temporary:
                raise ServerError('42P07', f'relation "{name}" already exists')
            return self.session.temporary, name
        schema = schema or self.session.path()[0]
        if schema not in self.database.schemas:
            raise ServerError('3F000', f'schema "{schema}" does not exist')
        key = schema, name
        found = self.database.relations.get(key)
        if found is not None:
            maker = getattr(found, 'maker', None)
            if maker is not None and maker is not self.me and not maker.ended():
                raise Blocked(maker)
            raise ServerError('42P07', f'relation "{name}" already exists')
        if any(name in t.named_indexes and t.schema == schema for t in self.database.relations.values() if t.kind == 'table'):
            raise ServerError('42P07', f'relation "{name}" already exists')
        return self.database.relations, key

    # --- tables ---

    def create_table(self, node):
        try:
            mapping, key = self.home(node.schema, node.name, node.temporary)
        except ServerError as error:
            if node.exists and error.code == '42P07':
                return None
            raise
        schema = 'pg_temp' if node.temporary else key[0]
        table = Table(schema, node.name, [], node.temporary)
        table.maker, table.on_commit = self.me, node.on_commit
        query = None
        if node.of is not None:
            query = query_of(node.of, Scope(self.plan))
            table.columns = [Column(name, kind, modifiers) for name, kind, modifiers in zip(
                [*(node.names or ()), *query.names[len(node.names or ()):]], query.kinds, query.modifiers)]
        names = set()
        for like in node.like:
            other = self.plan.table(*like)
            table.columns += [Column(c.name, c.kind, c.modifiers, c.not_null) for c in other.columns]
        for definition in node.columns:
            if definition.name in names:
                raise ServerError('42701', f'column "{definition.name}" specified more than once')
            names.add(definition.name)
            table.columns.append(self.column(table, definition))
        self.put(mapping, key, table)
        for definition in node.columns:
            for constraint in definition.constraints:
                self.constraint(table, constraint)
            if definition.generated is not None:
                row_function(table, definition.generated, self.plan)
        for constraint in node.constraints:
            self.constraint(table, constraint)
        if query is not None:
            rows = query.once(None) if node.data else []
            for row in rows:
                table.add(list(row), self.me)
            return f'SELECT {len(rows)}'
        return 'CREATE TABLE'

    def column(self, table, definition):
        if definition.serial:
            kind, modifiers = definition.serial, ()
        else:
            kind, modifiers = type_of(definition.type_name, self.plan)
        column = Column(definition.name, kind, modifiers, definition.not_null, definition.default, definition.identity, definition.generated)
        if definition.serial or definition.identity:
            if definition.identity and kind not in INTEGERS:
                raise ServerError('22023', 'identity column type must be smallint, integer, or bigint')
            column.not_null = True
            sequence = self.sequence(table.schema, self.free(table, f'{table.name}_{definition.name}_seq'), definition.options, kind)
            sequence.owner = table
            column.sequence = sequence
            column.default = 'call', 'nextval', (('text', f'"{sequence.schema}"."{sequence.name}"'),), None
        elif definition.default is not None:
            default_of(column, Scope(self.plan, None, {}))
        return column

    def free(self, table, name):
        base, n = name[:63], 0
        while name in self.session.temporary or (table.schema, name) in self.database.relations:
            n += 1
            name = f'{base}{n}'
        return name

    def sequence(self, schema, name, options, kind='int8'):
        step = options.get('increment') or 1
        sequence = Sequence(schema, name, 1, step, options.get('minvalue'), options.get('maxvalue'), options.get('cycle', False), kind)
        sequence.start = sequence.last = options.get('start') or (sequence.least if step > 0 else sequence.most)
        if schema == 'pg_temp':
            self.put(self.session.temporary, name, sequence)
        else:
            self.put(self.database.relations, (schema, name), sequence)
        return sequence

    def constraint(self, table, given, check=False):
        kind, name, columns, more = given
        places = [self.key_place(table, column) for column in columns or ()]
        if kind == 'check':
            tree = more['tree']
            used = sorted(set(columns_of(tree)))
            middle = f'_{more["column"] or used[0]}' if more['column'] or len(used) == 1 else ''
            constraint = Constraint('check', name or self.named(table, f'{table.name}{middle}_check'), tree=tree)
            row_function(table, tree, self.plan, 'condition')
        elif kind == 'foreign':
            target = self.plan.table(*more['target'], what='table')
            wanted = more['target_columns']
            if wanted is None:
                primary = target.primary()
                if primary is None:
                    raise ServerError('42704', f'there is no primary key for referenced table "{target.name}"')
                target_places = primary.places
            else:
                target_places = []
                for column in wanted:
                    if column not in [c.name for c in target.columns]:
                        raise ServerError('42703', f'column "{column}" referenced in foreign key constraint does not exist')
                    target_places.append(target.place(column))
            if not any(c.kind in ('primary', 'unique') and sorted(c.places) == sorted(target_places) for c in target.constraints):
                raise ServerError('42830', f'there is no unique constraint matching given keys for referenced table "{target.name}"')
            name = name or self.named(table, f'{table.name}_{"_".join(columns)}_fkey')
            for n, t in zip(places, target_places):
                from _postgres_operators import compared
                from _postgres_scopes import Value
                try:
                    compared('=', Value(None, table.columns[n].kind), Value(None, target.columns[t].kind))
                except ServerError:
                    raise ServerError('42804', f'foreign key constraint "{name}" cannot be implemented',
                                      detail=f'Key columns "{table.columns[n].name}" and "{target.columns[t].name}" are of incompatible types: '
                                      f'{shown(table.columns[n].kind)} and {shown(target.columns[t].kind)}.') from None
            constraint = Constraint('foreign', name, places, target=target, target_places=target_places)
            for field in 'on_delete', 'on_update', 'deferred':
                if field in more:
                    setattr(constraint, field, more[field])
        else:
            if kind == 'primary':
                if table.primary() is not None:
                    raise ServerError('42P16', f'multiple primary keys for table "{table.name}" are not allowed')
                for n in places:
                    self.setting(table.columns[n], 'not_null', True)
            ending = 'pkey' if kind == 'primary' else f'{"_".join(columns)}_key'
            constraint = Constraint(kind, name or self.named(table, f'{table.name}_{ending}'), places)
        if any(c.name == constraint.name for c in table.constraints):
            raise ServerError('42710', f'constraint "{constraint.name}" for relation "{table.name}" already exists')
        self.setting(table, 'constraints', [*table.constraints, constraint])
        if check:
            self.fulfilled(table, constraint)

    def key_place(self, table, column):
        if column not in [c.name for c in table.columns]:
            raise ServerError('42703', f'column "{column}" named in key does not exist')
        return table.place(column)

    def named(self, table, name):
        base, n = name[:63], 0
        while any(c.name == name for c in table.constraints):
            n += 1
            name = f'{base}{n}'
        return name

    def fulfilled(self, table, constraint):
        """Raises where rows that are there do not keep to a new constraint."""
        rows, checks = self.plan.rows_of(table), Checks(table, self.plan)
        if constraint.kind == 'check':
            test = row_function(table, constraint.tree, self.plan, 'condition')
            if any(test(row) is False for row in rows):
                raise ServerError('23514', f'check constraint "{constraint.name}" of relation "{table.name}" is violated by some row')
        elif constraint.kind == 'foreign':
            for row in rows:
                checks._parent(constraint, row)
        else:
            for row in rows:
                if constraint.kind == 'primary' and any(row[n] is None for n in constraint.places):
                    name = next(table.columns[n].name for n in constraint.places if row[n] is None)
                    raise self.nulls(table, name)
                if checks.conflict(constraint, row, self.me, row) is not None:
                    from _postgres_checks import shown_key
                    fields = {} if constraint.trees else {'detail': f'Key {shown_key(table, constraint.places, row)} is duplicated.'}
                    raise ServerError('23505', f'could not create unique index "{constraint.name}"', schema_name=table.schema,
                                      table_name=table.name, constraint_name=constraint.name, **fields)

    def nulls(self, table, name):
        return ServerError('23502', f'column "{name}" of relation "{table.name}" contains null values', schema_name=table.schema,
                           table_name=table.name, column_name=name)

    def create_index(self, node):
        table = self.plan.table(node.schema, node.table)
        for tree in node.trees:
            for column in columns_of(tree):
                if column not in [c.name for c in table.columns]:
                    raise ServerError('42703', f'column "{column}" does not exist')
        name = node.name
        if name is None:
            parts = [tree[2] if tree[0] == 'column' else tree[1] if tree[0] == 'call' else 'expr' for tree in node.trees]
            name = f'{table.name}_{"_".join(parts)}_idx'
            base, n = name, 0
            while self.index_named(name):
                n += 1
                name = f'{base}{n}'
        elif self.index_named(name) or (table.schema, name) in self.database.relations:
            if node.exists:
                return
            raise ServerError('42P07', f'relation "{name}" already exists')
        constraint = None
        if node.unique:
            plain = all(tree[0] == 'column' for tree in node.trees)
            constraint = Constraint('unique', name, [table.place(tree[2]) for tree in node.trees] if plain else (), condition=node.where,
                                    trees=None if plain else node.trees, index=True)
            self.setting(table, 'constraints', [*table.constraints, constraint])
            self.fulfilled(table, constraint)
        columns = ', '.join(tree[2] if tree[0] == 'column' else '…' for tree in node.trees)
        text = f'CREATE {"UNIQUE " if node.unique else ""}INDEX {name} ON {table.schema}.{table.name} USING {node.method} ({columns})'
        self.put(table.named_indexes, name, (constraint, text))

    def index_named(self, name):
        for table in [*self.database.relations.values(), *self.session.temporary.values()]:
            if table.kind == 'table' and (name in table.named_indexes or any(
                    c.name == name and c.kind in ('primary', 'unique') for c in table.constraints)):
                return table
        return None

    def create_view(self, node):
        query = query_of(node.of, Scope(self.plan))
        schema = node.schema or self.session.path()[0]
        old = self.database.relations.get((schema, node.name))
        if not (node.replace and old is not None and old.kind == 'view'):
            self.home(node.schema, node.name)
        else:
            names = node.columns or query.names
            if len(names) < len(old.columns):
                raise ServerError('42P16', 'cannot drop columns from view')
            for was, name in zip(old.columns, names):
                if was != name:
                    raise ServerError('42P16', f'cannot change name of view column "{was}" to "{name}"',
                                      hint='Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.')
        self.put(self.database.relations, (schema, node.name), View(schema, node.name, node.of, node.columns or query.names, node.text))

    def create_type(self, node):
        if node.name in self.database.enums or self.plan.find(None, node.name) is not None:
            raise ServerError('42710', f'type "{node.name}" already exists')
        self.put(self.database.enums, node.name, node.labels)

    def alter_type(self, node):
        labels = self.database.enums.get(node.name)
        if labels is None:
            raise ServerError('42704', f'type "{node.name}" does not exist')
        if node.label in labels:
            if node.exists:
                return
            raise ServerError('42710', f'enum label "{node.label}" already exists')
        at = len(labels) if node.where is None else labels.index(node.other) + (node.where == 'after')
        self.put(self.database.enums, node.name, [*labels[:at], node.label, *labels[at:]])

    def create_schema(self, node):
        if node.name in self.database.schemas:
            if node.exists:
                return
            raise ServerError('42P06', f'schema "{node.name}" already exists')
        self.database.schemas.add(node.name)
        self.undo(lambda: self.database.schemas.discard(node.name))

    def create_sequence(self, node):
        try:
            mapping, key = self.home(node.schema, node.name, node.temporary)
        except ServerError:
            if node.exists:
                return
            raise
        kind = type_of(node.options['type'], self.plan)[0] if 'type' in node.options else 'int8'
        self.sequence('pg_temp' if node.temporary else key[0], node.name, node.options, kind)

    def alter_sequence(self, node):
        sequence = self.plan.relation(node.schema, node.name)
        options = node.options
        if 'restart' in options:
            self.setting(sequence, 'called', False)
            self.setting(sequence, 'last', options['restart'] if options['restart'] is not None else sequence.start)
        for option, field in ('increment', 'step'), ('start', 'start'), ('minvalue', 'least'), ('maxvalue', 'most'), ('cycle', 'cycle'):
            if option in options:
                self.setting(sequence, field, options[option])

    def create_extension(self, node):
        if node.name in self.database.extensions:
            if node.exists:
                return
            raise ServerError('42710', f'extension "{node.name}" already exists')
        if node.name not in ('uuid-ossp', 'pgcrypto', 'plpgsql'):
            missing(f'the extension {node.name}')
        self.database.extensions.add(node.name)

    def create_database(self, node):
        if node.name in databases:
            raise ServerError('42P04', f'database "{node.name}" already exists')
        database(node.name)

    def create_role(self, node):
        if node.name in roles or node.name == self.session.user:
            raise ServerError('42710', f'role "{node.name}" already exists')
        roles.add(node.name)
        self.undo(lambda: roles.discard(node.name))
