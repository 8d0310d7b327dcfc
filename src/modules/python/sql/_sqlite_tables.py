"""Databases: tables, indexes, and the log by which what was done is undone."""
from _sqlite_expressions import Scope, Source, function_of
from _sqlite_joins import width_of
from _sqlite_errors import problem
from _sqlite_values import affinity_of, key_of, truth

ABSENT = object()


class Column:
    """A column of a table, from its definition."""

    def __init__(self, node):
        plain = node.type.upper() in ('ANY', 'BLOB', 'INT', 'INTEGER', 'REAL', 'TEXT')
        self.name, self.type, self.collation = node.name, node.type.upper() if plain else node.type, node.collation
        self.affinity = affinity_of(node.type)
        # Values of this type are kept as they are.
        self.plain = {'TEXT': str, 'INTEGER': int, 'NUMERIC': int, 'REAL': float}.get(self.affinity)
        self.required, self.default, self.default_text = node.required, node.default, node.default_text
        self.generated, self.stored, self.hidden = node.generated, node.stored, False
        # Its place in the primary key, from 1 on.
        self.primary = 0


class Index:
    def __init__(self, name, table, trees, places, collations, descending, unique=None, where=None, sql=None, origin='c'):
        self.name, self.table, self.places, self.collations, self.descending = name, table, places, collations, descending
        # `unique`: what is done in a conflict; None: there is none.
        self.trees, self.unique, self.where, self.sql, self.origin = trees, unique, where, sql, origin
        self.entries = {}
        self.keys = [key_of(collation if collation in (None, 'binary', 'nocase', 'rtrim') else None) for collation in collations]
        self.width = sum(width_of(table.columns[place]) for place in places) + 1
        self._where = self._runs = None

    def prepare(self, plan):
        """Compiles what its expressions and its WHERE are."""
        if self.where is None and self.places or self._runs is not None:
            return
        scope = row_scope(plan, self.table)
        self._runs = [function_of(tree, scope) for tree in self.trees]
        self._where = function_of(self.where, scope) if self.where is not None else None

    def key(self, row):
        """What the entry of a row is found by; None: it has none that could conflict."""
        if self._where is not None and not truth(self._where([None, row])):
            return None
        values = [row[place] for place in self.places] if self.places else [run([None, row]) for run in self._runs]
        if None in values:
            return None
        return tuple([by(value) for by, value in zip(self.keys, values)])

    def words(self):
        if not self.places:
            return f"index '{self.name}'"
        return ', '.join(f'{self.table.name}.{self.table.columns[place].name}' for place in self.places)


def row_scope(plan, table, *names):
    """A scope whose one source is a row of a table, in slot 1; with names, such a source for each."""
    scope = Scope(plan)
    columns = [(column.name, column.affinity, column.collation) for column in table.columns]
    for name in names or (table.name,):
        scope.sources.append(Source(name, columns, scope.slot(), table))
    return scope


class Rows(dict):
    """Rows by their rowids. `ordered`: the dict's order is theirs; `greatest`: the greatest, or None."""
    ordered, greatest = True, 0
    # How often they have changed.
    changed = 0


def _rowid(row):
    return row[-1]


class Table:
    """A table, or a view, which has a query and no rows."""
    # `view`: the one that a statement changes by its triggers.
    query = view = None

    def __init__(self, name, columns, sql, temporary=False):
        self.name, self.columns, self.sql, self.temporary = name, columns, sql, temporary
        self.rows, self.indexes, self.checks, self.foreign = Rows(), [], [], []
        # The place of the column that is the rowid; what is done if one is there already.
        self.rowid_column, self.rowid_conflict = None, None
        self.autoincrement = self.without_rowid = self.strict = False
        self.places = {column.name.lower(): n for n, column in enumerate(columns)}
        self.defaults = None
        self.kept = {}

    @property
    def width(self):
        return sum(width_of(column) for column in self.columns) + (self.rowid_column is None)

    def scan(self):
        rows = self.rows
        if self.without_rowid:
            primary = sorted((c.primary, n) for n, c in enumerate(self.columns) if c.primary)
            return sorted(rows.values(), key=lambda row: [key_of(self.columns[n].collation)(row[n]) for _, n in primary])
        if not rows.ordered:
            for rowid in sorted(rows):
                rows[rowid] = rows.pop(rowid)
            rows.ordered = True
        return list(rows.values())

    def fitting(self, place, by):
        """The rows by the keys of their values in a column, each list in the rows' order."""
        kept = self.kept.get(place)
        if kept is None or kept[0] != (id(self.rows), self.rows.changed):
            found = {}
            for row in self.scan():
                found.setdefault(by(row[place]), []).append(row)
            kept = self.kept[place] = (id(self.rows), self.rows.changed), found, by
        return kept[1]

    def refit(self, old, new):
        """Has `fitting` know of one row that is about to be changed, removed (new: None) or added (old: None)."""
        now = id(self.rows), self.rows.changed
        for place, (when, found, by) in list(self.kept.items()):
            if when != now:
                del self.kept[place]
                continue
            before, after = old and by(old[place]), new and by(new[place])
            if old is not None:
                # Who goes through the rows that fit keeps those that there were.
                rows = found[before] = [row for row in found[before] if row is not old]
                if not rows:
                    del found[before]
            if new is not None:
                rows = found.get(after, ())
                found[after] = [*rows, new] if not rows or rows[-1][-1] < new[-1] else sorted([*rows, new], key=_rowid)
            self.kept[place] = (now[0], now[1] + 1), found, by

    def next_rowid(self):
        rows = self.rows
        if rows.greatest is None:
            rows.greatest = max(rows, default=0)
        return rows.greatest + 1 if rows else 1

    def prepare(self, plan):
        """Compiles defaults, checks and generated columns."""
        if self.defaults is None:
            # Who may look at what is asked of statements.
            authorizer, plan.engine.authorizer = plan.engine.authorizer, None
            nowhere = Scope(plan)
            scope = row_scope(plan, self)
            self.defaults = [None if column.default is None else function_of(column.default, nowhere) for column in self.columns]
            self.generated = [(n, function_of(column.generated, scope)) for n, column in enumerate(self.columns) if column.generated]
            self.required = [(n, column) for n, column in enumerate(self.columns) if column.required and n != self.rowid_column]
            self.check_runs = [(name or text, function_of(tree, scope)) for name, tree, text in self.checks]
            for index in self.indexes:
                index.prepare(plan)
            plan.engine.authorizer = authorizer


class View:
    def __init__(self, name, names, select, sql, temporary):
        self.name, self.names, self.select, self.sql, self.temporary = name, names, select, sql, temporary

    def query(self, plan):
        from _sqlite_select import Query
        from _sqlite_with import renamed
        return renamed(Query(plan, self.select), self)


class Master:
    """sqlite_master: what there is in a database, and the statements that have made it."""
    name, names = 'sqlite_master', ['type', 'name', 'tbl_name', 'rootpage', 'sql']
    affinities, collations, declared = ['TEXT', 'TEXT', 'TEXT', 'INTEGER', 'TEXT'], [None] * 5, ['TEXT', 'TEXT', 'TEXT', 'INT', 'TEXT']
    outer = False

    def __init__(self, database):
        self.database = database

    def query(self, plan):
        return self

    def rows(self, e=None, most=None):
        return [(kind, thing.name, thing.table.name if kind in ('index', 'trigger') else thing.name,
                 0 if kind in ('view', 'trigger') else n + 2, thing.sql) for n, (kind, thing) in enumerate(self.database.things())]


class Database:
    """What connections to one file share, or what one connection has in memory."""

    def __init__(self, name='main', file=None):
        self.name, self.file = name, file
        # How many connections have it.
        self.users = 0
        self.tables, self.triggers, self.order = {}, {}, {}
        # The connection that changes something; what has changed since it began.
        self.writer, self.log = None, []
        self.version = 0
        # What has been read of the file, and which file that was.
        self.read, self.inode = 0, None
        self.settings = {'user_version': 0, 'application_id': 0}

    def things(self):
        """(kind, table, index, view or trigger) in the order in which they were made."""
        for kind, thing in self.order.values():
            yield kind, thing

    def put(self, mapping, name, new, record=None):
        """Changes a dict so that it can be undone; new ABSENT: removes. The record is what is written to the file of it."""
        old = mapping.get(name, ABSENT)
        self.log.append((mapping, name, old, new, record))
        _set(mapping, name, new)

    def undo(self, place):
        """Undoes what has been done since the log was so long."""
        undone = self.log[place:]
        del self.log[place:]
        for mapping, name, old, _, _ in reversed(undone):
            if old is ABSENT:
                mapping.pop(name, None)
            else:
                if type(mapping) is Rows and name not in mapping:
                    mapping.ordered = False
                mapping[name] = old
        for mapping in {id(mapping): mapping for mapping, *_ in undone}.values():
            if type(mapping) is Rows:
                mapping.changed += 1
                mapping.greatest = None
            else:
                self.version += 1

    def hidden(self, run):
        """Runs what looks at the state before the changes that are not committed yet."""
        done = self.log
        for mapping, name, old, *_ in reversed(done):
            _set(mapping, name, old)
        try:
            return run()
        finally:
            for mapping, name, _, new, _ in done:
                _set(mapping, name, new)

    def sequence(self, name):
        """The row of sqlite_sequence of a table; None: there is none."""
        return next((row for row in self.tables['sqlite_sequence'].rows.values() if row[0] == name), None)

    def set_sequence(self, name, value):
        row, table = self.sequence(name), self.tables['sqlite_sequence']
        rowid = table.next_rowid() if row is None else row[-1]
        self.store(table, rowid, None if value is None else [name, value, rowid])

    def index(self, name):
        return next((thing for kind, thing in self.order.values() if kind == 'index' and thing.name.lower() == name.lower()), None)

    def indexed(self, index):
        """Fills the index with the rows there are."""
        if index.unique is None:
            return
        for rowid, row in index.table.rows.items():
            place = index.key(row)
            if place is not None:
                if place in index.entries:
                    raise problem(f'UNIQUE constraint failed: {index.words()}', 'IntegrityError', 2067)
                index.entries[place] = rowid

    def store(self, table, rowid, row):
        """Puts a row there, in place of another one of its rowid; None: nothing."""
        old = table.rows.get(rowid)
        for index in table.indexes:
            if index.unique is None:
                continue
            place = index.key(old) if old is not None else None
            after = index.key(row) if row is not None else None
            if place == after:
                continue
            if place is not None and index.entries.get(place) == rowid:
                self.put(index.entries, place, ABSENT)
            if after is not None:
                self.put(index.entries, after, rowid)
        rows = table.rows
        if table.kept:
            table.refit(old, row)
        record = None if self.file is None else ('row', table.name, rowid, row)
        if row is None:
            self.put(rows, rowid, ABSENT, record)
            if rows.greatest == rowid:
                rows.greatest = None
            return
        # As `put` does.
        self.log.append((rows, rowid, ABSENT if old is None else old, row, record))
        rows.changed += 1
        greatest = rows.greatest
        if old is None:
            rows.ordered = rows.ordered and greatest is not None and rowid > greatest
        rows[rowid] = row
        if greatest is not None:
            rows.greatest = rowid if rowid > greatest or len(rows) == 1 else greatest


def _set(mapping, name, value):
    if isinstance(mapping, Rows):
        mapping.changed += 1
    if value is ABSENT:
        mapping.pop(name, None)
    else:
        if isinstance(mapping, Rows) and name not in mapping:
            mapping.ordered = mapping.ordered and mapping.greatest is not None and name > mapping.greatest
        mapping[name] = value
