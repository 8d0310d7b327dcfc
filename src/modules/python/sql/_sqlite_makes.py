"""CREATE, DROP and ALTER."""
import re as _re
from _sqlite_expressions import Scope, compiled, function_of
from _sqlite_select import Query
from _sqlite_errors import problem
from _sqlite_syntax import Node
from _sqlite_tables import ABSENT, Column, Index, Table, View, row_scope
from _sqlite_values import applied


class Foreign:
    """A foreign key: places of a table's columns, the parent's name and its columns' (None: its primary key)."""

    def __init__(self, table, columns, parent, names, deleted, updated, deferred):
        self.columns, self.parent, self.names, self.deleted, self.updated, self.deferred = columns, parent, names, deleted, updated, deferred
        self.places = []
        for name in columns:
            place = table.places.get(name.lower())
            if place is None:
                raise problem(f'unknown column "{name}" in foreign key definition')
            self.places.append(place)
        if names is not None and len(names) != len(columns):
            raise problem('number of columns in foreign key does not match the number of columns in the referenced table')


class Trigger:
    def __init__(self, table, node):
        self.table, self.name, self.sql, self.temporary = table, node.name, node.sql, node.temporary
        self.moment, self.event, self.columns, self.when, self.steps = node.moment, node.event, node.columns, node.when, node.steps


def make(engine, node):
    """Runs one of these statements."""
    authorizer = engine.authorizer
    if node.kind != 'create table' or node.rows is None:
        # It has been asked about the statement as a whole.
        engine.authorizer = None
    try:
        _make(engine, node)
    finally:
        engine.authorizer = authorizer


def _make(engine, node):
    {'create table': _create_table, 'create index': _create_index, 'create view': _create_view, 'create trigger': _create_trigger,
     'drop': _drop, 'alter': _alter, 'create virtual table': _create_virtual}[node.kind](engine, node)


def _create_virtual(engine, node):
    from _frames import not_supported
    not_supported('CREATE VIRTUAL TABLE', 'a table, and LIKE')


def _database(engine, schema):
    name = (schema or 'main').lower()
    if name not in engine.databases:
        raise problem(f'unknown database {schema}')
    return engine.databases[name]


def _reserved(node):
    if node.name.lower().startswith('sqlite_'):
        raise problem(f'object name reserved for internal use: {node.name}')


def _enter(database, kind, thing, sql):
    """Puts a thing into a database's list of all things."""
    record = ('sql', sql) if sql and database.file is not None else None
    database.put(database.order, (kind, thing.name.lower()), (kind, thing), record)
    database.version += 1


def _room(engine, node):
    """The database in which a table or view is made; None: it is there already, and that is no error."""
    database = _database(engine, node.schema)
    _reserved(node)
    there = database.tables.get(node.name.lower())
    if there is not None:
        if node.quiet:
            return None
        raise problem(f'{"view" if there.query else "table"} {node.name} already exists')
    if database.index(node.name) is not None:
        raise problem(f'there is already an index named {node.name}')
    engine.writes(database)
    return database


def _create_table(engine, node):
    database = _room(engine, node)
    if database is None:
        return
    rows = None
    if node.rows is not None:
        query = Query(engine.plan(), node.rows)
        rows = query.rows()
        _columns_of(node, query)
    table = defined(node)
    database.put(database.tables, node.name.lower(), table)
    _enter(database, 'table', table, table.sql)
    for index in table.indexes:
        _enter(database, 'index', index, None)
    if table.autoincrement and 'sqlite_sequence' not in database.tables:
        sequence = defined(_parsed('CREATE TABLE sqlite_sequence(name,seq)')[0])
        sequence.prepare(engine.plan())
        database.put(database.tables, sequence.name, sequence)
        _enter(database, 'table', sequence, None)
    for n, row in enumerate(rows or (), 1):
        database.store(table, n, [applied(value, column.affinity) for value, column in zip(row, table.columns)] + [n])


def _columns_of(node, query):
    """The columns of CREATE TABLE … AS."""
    kinds = {'INTEGER': 'INT', 'NUMERIC': 'NUM', 'TEXT': 'TEXT', 'REAL': 'REAL'}
    node.columns, seen = [], set()
    for name, affinity in zip(query.names, query.affinities):
        base, n = name, 0
        while name.lower() in seen:
            n += 1
            name = f'{base}:{n}'
        seen.add(name.lower())
        node.columns.append(Node('column', name=name, type=kinds.get(affinity, ''), primary=False, descending=False, autoincrement=False,
                                 required=None, unique=None, default=None, default_text=None, collation=None, generated=None, stored=False,
                                 conflict=None, checks=[], references=[]))
    shown = [f'{name if _re.fullmatch(r"[A-Za-z_][A-Za-z_0-9]*", name) else chr(34) + name + chr(34)}{" " + c.type if c.type else ""}'
             for name, c in ((c.name, c) for c in node.columns)]
    long = sum(len(text) + 5 for text in shown) + len(node.name) > 50
    node.sql = f'CREATE TABLE {node.name}(' + ('\n  ' if long else '') + (',\n  ' if long else ',').join(shown) + ('\n)' if long else ')')


def defined(node):
    """The table of a CREATE TABLE."""
    columns = [Column(column) for column in node.columns]
    seen = set()
    for column in columns:
        if column.name.lower() in seen:
            raise problem(f'duplicate column name: {column.name}')
        seen.add(column.name.lower())
    table = Table(node.name, columns, node.sql, node.temporary)
    table.without_rowid, table.strict = 'WITHOUT ROWID' in node.options, 'STRICT' in node.options
    primaries = [([c.name], c.conflict, c.autoincrement, c.descending) for c in node.columns if c.primary]
    primaries += [(c.columns, c.conflict, c.autoincrement, False) for c in node.constraints if c.kind == 'primary']
    if len(primaries) > 1:
        raise problem(f'table "{node.name}" has more than one primary key')
    if table.strict:
        for column in columns:
            if not column.type:
                raise problem(f'missing datatype for {node.name}.{column.name}')
            if column.type.upper() not in ('INT', 'INTEGER', 'REAL', 'TEXT', 'BLOB', 'ANY'):
                raise problem(f'unknown datatype for {node.name}.{column.name}: "{column.type}"')
    wanted = []
    for column in node.columns:
        if column.primary:
            wanted.append(('pk', *primaries[0]))
        if column.unique:
            wanted.append(('u', [column.name], column.unique))
        table.checks += column.checks
        table.foreign += [Foreign(table, *reference) for reference in column.references]
    for constraint in node.constraints:
        if constraint.kind == 'primary':
            wanted.append(('pk', *primaries[0]))
        elif constraint.kind == 'unique':
            wanted.append(('u', constraint.columns, constraint.conflict))
        elif constraint.kind == 'check':
            table.checks.append(constraint.check)
        else:
            table.foreign.append(Foreign(table, *constraint.references))
    for origin, names, conflict, *more in wanted:
        _unique(table, origin, names, conflict, *more)
    return table


def _unique(table, origin, names, conflict, automatic=False, descending=False):
    places = []
    for name in names:
        place = table.places.get(name.lower())
        if place is None:
            raise problem(f'table {table.name} has no column named {name}')
        places.append(place)
    if origin == 'pk':
        for n, place in enumerate(places, 1):
            table.columns[place].primary = n
            if table.without_rowid:
                table.columns[place].required = table.columns[place].required or 'ABORT'
        if len(places) == 1 and table.columns[places[0]].type.upper() == 'INTEGER' and not descending and not table.without_rowid:
            table.rowid_column, table.rowid_conflict, table.autoincrement = places[0], conflict, automatic
            return
        if automatic:
            raise problem('AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY')
    if places == [table.rowid_column] or any(index.places == places for index in table.indexes):
        return
    name = f'sqlite_autoindex_{table.name}_{len(table.indexes) + 1}'
    table.indexes.append(Index(name, table, [], places, [table.columns[p].collation for p in places], [False] * len(places),
                               conflict or 'ABORT', origin=origin))


def _create_index(engine, node):
    found = engine.plan().find(node.schema, node.table)
    if found is None or found[1].query is not None:
        raise problem('views may not be indexed' if found else f'no such table: {node.schema or "main"}.{node.table}')
    database, table = found
    _reserved(node)
    if database.index(node.name) is not None:
        if node.quiet:
            return
        raise problem(f'index {node.name} already exists')
    if node.name.lower() in database.tables:
        raise problem(f'there is already a table named {node.name}')
    engine.writes(database)
    scope = row_scope(engine.plan(), table)
    places, collations, trees = [], [], []
    for tree, _, _ in node.columns:
        collation, plain = None, tree
        if tree[0] == 'collate':
            collation, plain = tree[2].lower(), tree[1]
        if plain[0] == 'literal' and isinstance(plain[1], str):
            plain = ('column', None, plain[1], False)
        compiled(plain, scope)
        trees.append(tree)
        place = table.places.get(plain[2].lower()) if plain[0] == 'column' else None
        places.append(place)
        collations.append(collation or (table.columns[place].collation if place is not None else None))
    if None in places:
        places = []
    index = Index(node.name, table, trees, places, collations, [descending for _, descending, _ in node.columns],
                  'ABORT' if node.unique else None, node.where, node.sql)
    index.prepare(engine.plan())
    database.indexed(index)
    _indexes(database, table, [*table.indexes, index])
    _enter(database, 'index', index, node.sql)


def _indexes(database, table, indexes):
    """Gives a table other indexes, so that it can be undone."""
    database.put(table.__dict__, 'indexes', indexes)


def _create_view(engine, node):
    database = _room(engine, node)
    if database is None:
        return
    view = View(node.name, node.names, node.select, node.sql, node.temporary)
    database.put(database.tables, node.name.lower(), view)
    _enter(database, 'view', view, node.sql)


def _create_trigger(engine, node):
    found = engine.plan().find(None if node.temporary else node.schema, node.table)
    if found is None:
        raise problem(f'no such table: {node.schema or "main"}.{node.table}')
    database, table = found
    if node.temporary:
        database = engine.databases['temp']
    if node.name.lower() in database.triggers:
        if node.quiet:
            return
        raise problem(f'trigger {node.name} already exists')
    if table.query is not None and node.moment != 'INSTEAD':
        raise problem(f'cannot create {node.moment} trigger on view: {node.table}')
    if table.query is None and node.moment == 'INSTEAD':
        raise problem(f'cannot create INSTEAD OF trigger on table: {node.table}')
    engine.writes(database)
    trigger = Trigger(table, node)
    database.put(database.triggers, node.name.lower(), trigger)
    _enter(database, 'trigger', trigger, node.sql)


def _drop(engine, node):
    plan = engine.plan()
    if node.what in ('table', 'view'):
        found = plan.find(node.schema, node.name)
        if node.name.lower() in ('sqlite_master', 'sqlite_sequence') and (found is not None or 'm' in node.name.lower()):
            raise problem(f'table {node.name} may not be dropped')
        if found is not None and (found[1].query is not None) != (node.what == 'view'):
            raise problem(f'use DROP {"VIEW" if found[1].query else "TABLE"} to delete {"view" if found[1].query else "table"} {node.name}')
    elif node.what == 'index':
        found = next(((d, i) for d in plan.databases(node.schema) if (i := d.index(node.name)) is not None), None)
        if found is not None and found[1].origin != 'c':
            raise problem('index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped')
    else:
        found = next(((d, t) for d in plan.databases(node.schema) if (t := d.triggers.get(node.name.lower())) is not None), None)
    if found is None:
        if node.quiet:
            return
        raise problem(f'no such {node.what}: {node.schema + "." if node.schema else ""}{node.name}')
    database, thing = found
    engine.writes(database)
    if node.what == 'table':
        if engine.foreign_keys:
            thing.prepare(plan)
            for row in thing.scan():
                plan.parent_changed(database, thing, row, None)
        if thing.autoincrement and database.sequence(thing.name) is not None:
            database.set_sequence(thing.name, None)
    if node.what in ('table', 'view'):
        for holder in {id(one): one for one in (database, engine.databases['temp'])}.values():
            for (kind, name), (_, other) in list(holder.order.items()):
                if kind in ('index', 'trigger') and other.table is thing:
                    engine.writes(holder)
                    holder.put(holder.order, (kind, name), ABSENT)
                    if kind == 'trigger':
                        holder.put(holder.triggers, name, ABSENT)
        database.put(database.tables, thing.name.lower(), ABSENT)
    elif node.what == 'index':
        _indexes(database, thing.table, [index for index in thing.table.indexes if index is not thing])
    else:
        database.put(database.triggers, thing.name.lower(), ABSENT)
    database.put(database.order, (node.what, thing.name.lower()), ABSENT, None if database.file is None else ('sql', node.source))
    database.version += 1
    plan.check_later()


def _alter(engine, node):
    found = engine.plan().find(node.schema, node.table)
    if found is None:
        raise problem(f'no such table: {node.schema + "." if node.schema else ""}{node.table}')
    database, table = found
    if table.query is not None:
        raise problem('Cannot add a column to a view' if node.action == 'add' else f'view {table.name} may not be altered')
    engine.writes(database)
    sql, change = _ALTER[node.action](engine, database, table, node)
    statement, _, _ = _parsed(sql)
    new = defined(statement)
    rows = new.rows
    for row in table.scan():
        rows[row[-1]] = change(row)
    rows.greatest = table.next_rowid() - 1
    made = [index for index in table.indexes if index.origin == 'c']
    _replace(engine, database, table, new, made, node)


def _parsed(sql):
    from _sqlite_statements import parsed
    return parsed(sql)


def _replace(engine, database, table, new, made, node):
    """Puts a changed table in place of the one before it, with its indexes and triggers."""
    order = list(database.order.items())
    for name, _ in order:
        database.put(database.order, name, ABSENT)
    database.put(database.tables, table.name.lower(), ABSENT)
    database.put(database.tables, new.name.lower(), new)
    for index in new.indexes:
        index.prepare(engine.plan())
        database.indexed(index)
    for (kind, name), (_, thing) in order:
        if thing is table:
            database.put(database.order, ('table', new.name.lower()), ('table', new))
            for index in new.indexes:
                database.put(database.order, ('index', index.name.lower()), ('index', index))
        elif kind == 'index' and thing.table is table:
            if thing in made:
                sql = thing.sql
                if node.action == 'rename':
                    sql = _re.sub(r'(?i)(\bON\s+)("[^"]*"|\w+)', lambda m: f'{m[1]}"{new.name}"', sql, count=1)
                elif node.action == 'rename column':
                    sql = _renamed_column(sql, node.column, node.new)
                statement, _, _ = _parsed(sql)
                _create_index(engine, statement)
        elif kind == 'trigger' and thing.table is table:
            database.put(thing.__dict__, 'table', new)
            database.put(database.order, (kind, name), (kind, thing))
        else:
            database.put(database.order, (kind, name), (kind, thing))
    temporary = engine.databases['temp']
    for trigger in temporary.triggers.values() if temporary is not database else ():
        if trigger.table is table:
            engine.writes(temporary)
            temporary.put(trigger.__dict__, 'table', new)
    if node.action == 'rename':
        for other in database.tables.values():
            for foreign in other.foreign if other.query is None else ():
                if foreign.parent.lower() == table.name.lower():
                    database.put(foreign.__dict__, 'parent', new.name)
        if table.autoincrement and (row := database.sequence(table.name)) is not None:
            database.set_sequence(table.name, None)
            database.set_sequence(new.name, row[1])
    database.put(database.settings, 'altered', node.source, None if database.file is None else ('sql', node.source))
    database.version += 1


def _rename(engine, database, table, node):
    if node.new.lower() in database.tables and node.new.lower() != table.name.lower() or database.index(node.new):
        raise problem(f'there is already another table or index with this name: {node.new}')
    sql = _re.sub(r'(?i)^(CREATE TABLE\s+)("(?:[^"]|"")*"|\[[^\]]*\]|`[^`]*`|[\w$]+)', lambda m: f'{m[1]}"{node.new}"', table.sql, count=1)
    return sql, list


def _renamed_column(sql, old, new):
    from _sqlite_syntax import tokens, unquoted
    plain = _re.fullmatch(r'[A-Za-z_]\w*', new)
    parts, at = [], 0
    for kind, text, start, end, _ in tokens(sql):
        if kind in ('word', 'quoted') and (text if kind == 'word' else unquoted(text)).lower() == old.lower():
            parts += [sql[at:start], f'"{new}"' if kind == 'quoted' or not plain else new]
            at = end
    return ''.join(parts) + sql[at:]


def _rename_column(engine, database, table, node):
    if node.column.lower() not in table.places:
        raise problem(f'no such column: "{node.column}"')
    if node.new.lower() in table.places and node.new.lower() != node.column.lower():
        raise problem(f'error in table {table.name} after rename: duplicate column name: {node.new}')
    return _renamed_column(table.sql, node.column, node.new), list


def _add(engine, database, table, node):
    column = node.column
    if column.name.lower() in table.places:
        raise problem(f'duplicate column name: {column.name}')
    if column.primary:
        raise problem('Cannot add a PRIMARY KEY column')
    if column.unique:
        raise problem('Cannot add a UNIQUE column')
    value = None
    if column.default is not None:
        if column.default[0] == 'call':
            raise problem('Cannot add a column with non-constant default')
        value = applied(function_of(column.default, Scope(engine.plan()))([None]), Column(column).affinity)
    if column.required and value is None and table.rows:
        raise problem('Cannot add a NOT NULL column with default value NULL')
    end = table.sql.rindex(')')
    return f'{table.sql[:end]}, {node.text}{table.sql[end:]}', lambda row: [*row[:-1], value, row[-1]]


def _drop_column(engine, database, table, node):
    place = table.places.get(node.column.lower())
    if place is None:
        raise problem(f'no such column: "{node.column}"')
    column = table.columns[place]
    if column.primary:
        raise problem(f'cannot drop PRIMARY KEY column: "{column.name}"')
    if any(place in index.places and index.origin == 'u' for index in table.indexes):
        raise problem(f'cannot drop UNIQUE column: "{column.name}"')
    if len(table.columns) == 1:
        raise problem(f'cannot drop column "{column.name}": no other columns exist')
    for index in table.indexes:
        if place in index.places:
            raise problem(f'error in index {index.name} after drop column: no such column: {column.name}')
    from _sqlite_syntax import tokens
    found, depth, starts = tokens(table.sql), 0, []
    for _, text, start, end, _ in found:
        depth += (text == '(') - (text == ')')
        if depth == 1 and text in '(,' or depth == 0 and text == ')' and starts:
            starts.append(start)
    if place == 0:
        sql = table.sql[:starts[0] + 1] + table.sql[starts[1] + 1:].lstrip()
    else:
        sql = table.sql[:starts[place]] + table.sql[starts[place + 1]:]
    return sql, lambda row: row[:place] + row[place + 1:]


_ALTER = {'rename': _rename, 'rename column': _rename_column, 'add': _add, 'drop': _drop_column}
