"""Statements of triggers: OLD and NEW stand for values that are known when the trigger runs."""
from _sqlite_expressions import compiled
from _sqlite_syntax import Node


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
