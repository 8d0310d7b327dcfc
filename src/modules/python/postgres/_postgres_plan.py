"""A statement made ready: what it sees, its parameters, and where it finds tables."""
from _postgres_errors import Blocked, ServerError


class Plan:
    """What the parts of one statement share. `types`: those of its parameters; `values`: the ones of this execution."""

    def __init__(self, session, parameters, types=None):
        self.session, self.types, self.values = session, types or [None] * parameters, [None] * parameters
        self.enums = session.database.enums
        # Which execution this is, and which step of one: what subqueries have come to holds for a step.
        self.run, self.step, self.parts = None, None, {}
        # Parts of WITH that change tables, and checks for the end of the statement.
        self.changes, self.pending = [], []
        # Where its changes begin in the transaction's log, and the versions that it has made and ended.
        self.mark, self.looked, self.made, self.ended = None, 0, set(), set()

    @property
    def me(self):
        return self.session.transaction

    def last(self):
        return self.session.last_seen

    def find(self, schema, name):
        """A table, view or sequence, or None. Raises Blocked while somebody else is about to change what it is."""
        session = self.session
        found = None
        if schema in (None, 'pg_temp'):
            found = session.temporary.get(name)
        if found is None:
            for one in (schema,) if schema else session.path():
                found = session.database.relations.get((one, name))
                if found is None:
                    dropper = session.database.dropped.get((one, name))
                    if dropper is not None and dropper is not session.transaction and not dropper.ended():
                        raise Blocked(dropper)
                if found is not None:
                    break
        if found is None:
            return None
        maker, holder = getattr(found, 'maker', None), getattr(found, 'holder', None)
        if maker is not None and not maker.ended() and maker is not session.transaction:
            return None
        if holder is not None and not holder.ended() and holder is not session.transaction:
            raise Blocked(holder)
        return found

    def relation(self, schema, name):
        found = self.find(schema, name)
        if found is None:
            shown = f'{schema}.{name}' if schema else name
            raise ServerError('42P01', f'relation "{shown}" does not exist')
        return found

    def table(self, schema, name, what='table'):
        found = self.relation(schema, name)
        if found.kind != 'table':
            raise ServerError('42809', f'"{name}" is not a {what}')
        return found

    def rows_of(self, table, rows=None):
        me = self.session.transaction
        if me.level == 'serializable':
            me.reads.add(table)
        seen = table.visible(me, self.session.last_seen, rows)
        if self.mark is None or len(me.log) == self.mark:
            return seen
        # What the statement itself has changed so far it does not see.
        for entry in me.log[self.looked:]:
            if entry[0] != 'act':
                (self.made if entry[0] == 'made' else self.ended).add(id(entry[2]))
        self.looked = len(me.log)
        if not self.ended:
            return [row for row in seen if id(row) not in self.made]
        seen = {id(row) for row in seen} | self.ended
        return [row for row in (table.rows if rows is None else rows) if id(row) in seen and id(row) not in self.made]

    def begin(self):
        """An execution begins."""
        self.run = self.step = object()
        self.pending, self.made, self.ended = [], set(), set()
        self.mark = self.looked = len(self.session.transaction.log)
