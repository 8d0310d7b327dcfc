"""What trees of statements name."""


def columns_of(tree):
    """The names of the columns that an expression uses."""
    if not isinstance(tree, (tuple, list)):
        return []
    if len(tree) == 3 and tree[0] == 'column':
        return [tree[2]]
    return [name for part in tree for name in columns_of(part)]


def mentions(part, name):
    if isinstance(part, (tuple, list)):
        return len(part) == 5 and part[0] == 'table' and part[2] == name or any(mentions(p, name) for p in part)
    return hasattr(part, 'kind') and any(mentions(p, name) for p in vars(part).values())


def mentions_text(tree, name):
    if isinstance(tree, tuple):
        return len(tree) == 2 and tree[0] == 'text' and tree[1].split('.')[-1].strip('"') == name or any(mentions_text(p, name) for p in tree)
    return False
