"""What a database holds: tables of versions of rows, sequences, views, enumerations; and transactions, which see some versions.

A row is a list: the values, then who locks it, the transaction that made this version, and the one that has ended it. An update makes
a new version behind all others.
"""
from _postgres_errors import Blocked, ServerError

LOCKS, MADE, ENDED = -3, -2, -1
_EVER = float('inf')
# Ways to lock a row, weakest first; two go together whose sum is less than the last.
KEY_SHARE, SHARE, CHANGE, UPDATE = range(4)


class Transaction:
    """`number`: which commit of the server it was; None while it runs, infinite once it has been rolled back."""

    def __init__(self, session):
        self.session, self.number = session, None
        # What undoes its changes, newest last; where savepoints are; whom to tell of its end; what to do at its commit.
        self.log, self.savepoints, self.waiters, self.at_commit = [], [], [], []
        self.deferred, self.locked = [], []
        self.began, self.level, self.xid_number = None, 'read committed', None
        # Tables that a serializable transaction has read.
        self.reads = set()

    def ended(self):
        return self.number is not None


_FIRST = Transaction(None)
_FIRST.number = 0


class Clock:
    """Counts commits."""
    commits = 0


def finish(transaction, committed):
    """Ends a transaction and wakes who waits for it."""
    if committed:
        Clock.commits += 1
        transaction.number = Clock.commits
    else:
        undo(transaction, 0)
        transaction.number = _EVER
    for row in transaction.locked:
        if row[LOCKS]:
            row[LOCKS] = [lock for lock in row[LOCKS] if lock[0] is not transaction] or None
    transaction.log.clear()
    waiters, transaction.waiters = transaction.waiters, []
    for wake in waiters:
        wake()


def undo(transaction, mark):
    log = transaction.log
    while len(log) > mark:
        entry = log.pop()
        if entry[0] == 'made':
            _, table, row = entry
            row[MADE] = _GONE
            table.dead += 1
        elif entry[0] == 'ended':
            entry[2][ENDED] = None
        else:
            entry[1]()


_GONE = Transaction(None)
_GONE.number = _EVER


class Column:
    def __init__(self, name, kind, modifiers=(), not_null=False, default=None, identity=None, generated=None, sequence=None):
        self.name, self.kind, self.modifiers, self.not_null, self.default = name, kind, modifiers, not_null, default
        self.identity, self.generated, self.sequence = identity, generated, sequence


class Sequence:
    kind = 'sequence'

    def __init__(self, schema, name, start=1, step=1, least=None, most=None, cycle=False, type_name='int8'):
        self.schema, self.name, self.start, self.step, self.cycle, self.type_name = schema, name, start, step, cycle, type_name
        top = {'int2': 2**15, 'int4': 2**31, 'int8': 2**63}[type_name] - 1
        self.least = least if least is not None else (1 if step > 0 else -top - 1)
        self.most = most if most is not None else (top if step > 0 else -1)
        self.last, self.called, self.owner = start, False, None

    def next(self, session):
        session.consumed.append((self, self.last, self.called))
        value = self.last + self.step if self.called else self.last
        if value > self.most or value < self.least:
            if not self.cycle:
                what = 'maximum' if value > self.most else 'minimum'
                limit = self.most if value > self.most else self.least
                raise ServerError('2200H', f'nextval: reached {what} value of sequence "{self.name}" ({limit})')
            value = self.least if self.step > 0 else self.most
        self.last, self.called = value, True
        session.sequences[self] = value
        session.last_sequence = self
        return value


class View:
    kind = 'view'

    def __init__(self, schema, name, node, columns, source):
        self.schema, self.name, self.node, self.columns, self.source = schema, name, node, columns, source


class Constraint:
    """kind: primary, unique, check, foreign. `places`: those of its columns. A unique one may have a `condition` (a partial index)
    or `trees` (an index of expressions) in place of columns."""

    def __init__(self, kind, name, places=(), **fields):
        self.kind, self.name, self.places = kind, name, list(places)
        self.condition = self.trees = self.tree = self.target = self.target_places = None
        self.on_delete = self.on_update = 'no action'
        self.deferred, self.index = False, False
        self.__dict__.update(fields)


class Table:
    kind = 'table'

    def __init__(self, schema, name, columns, temporary=False):
        self.schema, self.name, self.columns, self.temporary = schema, name, columns, temporary
        self.constraints, self.rows, self.dead, self.indexes = [], [], 0, {}
        # Indexes by name: (columns, unique constraint or None, definition); who has made, changed or dropped it and not committed.
        self.named_indexes, self.maker, self.holder = {}, None, None
        self.on_commit = None
        self.version = 0

    def place(self, name):
        for n, column in enumerate(self.columns):
            if column.name == name:
                return n
        raise ServerError('42703', f'column "{name}" of relation "{self.name}" does not exist')

    def primary(self):
        return next((c for c in self.constraints if c.kind == 'primary'), None)

    # --- versions ---

    def visible(self, me, last, rows=None):
        """The versions that a transaction sees, with all that had been committed up to then."""
        return [row for row in (self.rows if rows is None else rows)
                if (row[-2] is me or row[-2].number is not None and row[-2].number <= last)
                and (row[-1] is None or row[-1] is not me and (row[-1].number is None or row[-1].number > last))]

    def index(self, place):
        """The versions by the values of a column; made when first wanted."""
        found = self.indexes.get(place)
        if found is None:
            found = self.indexes[place] = {}
            for row in self.rows:
                if row[place] is not None:
                    found.setdefault(key_of(row[place]), []).append(row)
        return found

    def candidates(self, place, value):
        index = self.indexes.get(place)
        if index is None:
            index = self.index(place)
        return index.get(key_of(value) if type(value) is list else value, ())

    def add(self, values, me):
        row = [*values, None, me, None]
        self.rows.append(row)
        for place, index in self.indexes.items():
            value = row[place]
            if value is not None:
                key = key_of(value) if type(value) is list else value
                if key in index:
                    index[key].append(row)
                else:
                    index[key] = [row]
        me.log.append(('made', self, row))
        return row

    def end(self, row, me, serial=None, level=UPDATE):
        """Ends a version: it is deleted, or followed by another. `serial`: what a transaction with one snapshot saw last."""
        self.claim(row, me, level, serial)
        row[ENDED] = me
        self.dead += 1
        me.log.append(('ended', self, row))

    def claim(self, row, me, level, serial=None):
        """Raises Blocked while somebody else changes a version, or locks it in a way that does not go with this one."""
        ended = row[ENDED]
        if ended is not None and ended is not me:
            if ended.number is None:
                raise Blocked(ended)
            if serial is not None and ended.number > serial and ended.number != _EVER:
                raise ServerError('40001', 'could not serialize access due to concurrent update')
        for other, held in row[LOCKS] or ():
            if other is not me and held + level >= UPDATE:
                raise Blocked(other)

    def lock(self, row, me, level):
        lock = me, level
        row[LOCKS] = [*(row[LOCKS] or ()), lock]
        me.locked.append(row)
        me.log.append(('act', lambda: row.__setitem__(LOCKS, [one for one in row[LOCKS] or () if one is not lock] or None)))

    def tidy(self):
        """Lets go of versions that nobody sees any more."""
        if self.dead < 50 + len(self.rows) // 2:
            return
        self.rows = [row for row in self.rows if row[MADE].number != _EVER and (row[ENDED] is None or row[ENDED].number is None)]
        self.dead = sum(row[ENDED] is not None for row in self.rows)
        self.indexes = {}

    def conflict(self, constraint, values, me, apart=None):
        """A version that has the same values in a unique constraint, or None. Raises Blocked while that is open."""
        places = constraint.places
        wanted = [values[place] for place in places]
        if None in wanted or not places:
            return None
        if constraint.condition is not None and not constraint.test(values):
            return None
        for row in self.candidates(places[0], wanted[0]):
            if row is apart or any(row[place] != value for place, value in zip(places[1:], wanted[1:])):
                continue
            if constraint.condition is not None and not constraint.test(row):
                continue
            made, ended = row[MADE], row[ENDED]
            if made.number == _EVER or ended is me:
                continue
            if made is not me and made.number is None:
                raise Blocked(made)
            if ended is None:
                return row
            if ended.number is None:
                raise Blocked(ended)
        return None


def key_of(value):
    """A value as a key of dicts."""
    return tuple(map(key_of, value)) if type(value) is list else value


class Database:
    def __init__(self, name):
        self.name, self.relations, self.enums, self.version = name, {}, {}, 0
        self.schemas, self.extensions, self.listeners = {'public', 'pg_catalog', 'information_schema'}, {'plpgsql'}, {}
        # Tables that somebody has dropped and not committed.
        self.dropped = {}
        self.numbers = 16384

    def number(self):
        self.numbers += 1
        return self.numbers


databases, roles = {}, {'postgres'}


def database(name):
    """A database, made when it is first asked for."""
    if name not in databases:
        databases[name] = Database(name)
    return databases[name]
