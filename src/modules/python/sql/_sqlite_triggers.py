"""Statements of triggers: OLD and NEW stand for values that are known when the trigger runs."""
from _sqlite_expressions import compiled
from _sqlite_errors import problem
from _sqlite_syntax import Node
from _sqlite_tables import Column, Table


class Seen(Table):
    """A view as what a statement changes: its triggers are run instead."""

    def __init__(self, view, plan):
        query = view.query(plan)
        columns = []
        for name, kind, affinity, collation in zip(query.names, query.declared, query.affinities, query.collations):
            columns.append(Column(Node('column', name=name, type=kind or '', collation=collation, required=None, default=None, default_text=None,
                                       generated=None, stored=False)))
            columns[-1].affinity = affinity
        super().__init__(view.name, columns, None)
        self.view = view


def seen(view, plan, database, event, columns):
    """The view, if there are triggers for such a change of it."""
    found = Seen(view, plan)
    changed = {found.places.get(name.lower()) for name in columns}
    for trigger in (*database.triggers.values(), *plan.engine.databases['temp'].triggers.values()):
        if trigger.table is view and trigger.event == event:
            if trigger.columns is None or changed & {found.places.get(name.lower()) for name in trigger.columns}:
                return found
    raise problem(f'cannot modify {view.name} because it is a view')


def bound(tree, e, scope):
    """A copy of a tree in which columns of OLD and NEW are literals."""
    if isinstance(tree, Node):
        found = Node(tree.kind)
        found.__dict__.update({name: bound(part, e, scope) if isinstance(part, (tuple, list, dict, Node)) else part
                               for name, part in tree.__dict__.items()})
        return found
    if isinstance(tree, dict):
        return {name: bound(part, e, scope) for name, part in tree.items()}
    if isinstance(tree, list):
        return [bound(part, e, scope) for part in tree]
    if isinstance(tree, tuple):
        if len(tree) == 4 and tree[0] == 'column' and isinstance(tree[1], str) and tree[1].lower() in ('old', 'new'):
            if e[1 if tree[1].lower() == 'old' else 2] is not None:
                return 'literal', compiled(tree, scope).run(e)
        return tuple([bound(part, e, scope) for part in tree])
    return tree
