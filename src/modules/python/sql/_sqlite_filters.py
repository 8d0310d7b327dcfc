"""Conditions that are asked of many rows of a source at once: what a column is compared with is the same for all of them.

A filter is given rows and an environment, whose row of that source does not count, and gives those rows that are taken.
"""
from _sqlite_expressions import collation_of, compiled
from _sqlite_functions import pattern_of
from _sqlite_values import applied, comparison_affinities, key, text_of

_TURNED = {'=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<='}
_CHOSEN = {
    '=': lambda rows, place, wanted: [row for row in rows if row[place] == wanted],
    '<>': lambda rows, place, wanted: [row for row in rows if (value := row[place]) is not None and value != wanted],
    '<': lambda rows, place, wanted: [row for row in rows if (value := row[place]) is not None and value < wanted],
    '>': lambda rows, place, wanted: [row for row in rows if (value := row[place]) is not None and value > wanted],
    '<=': lambda rows, place, wanted: [row for row in rows if (value := row[place]) is not None and value <= wanted],
    '>=': lambda rows, place, wanted: [row for row in rows if (value := row[place]) is not None and value >= wanted],
}


def filter_of(tree, slot, scope):
    """The filter that a condition is for the source in this slot; None: it is to be asked of each row."""
    make = _MAKERS.get(tree[0])
    return make(tree, slot, scope) if make is not None else None


def _place(tree, slot, scope):
    """(place, Value) of a column of the source."""
    if tree[0] not in ('column', 'place'):
        return None, None
    value = compiled(tree, scope)
    return (value.column[1], value) if value.column is not None and value.column[0] == slot else (None, None)


def _is_same(tree, slot, scope):
    """Whether an expression is the same for all rows of the source, and computing it does nothing else."""
    kind = tree[0]
    if kind == 'sign':
        return tree[2][0] == 'literal'
    if kind == 'column':
        at = scope
        while at is not None and (found := at.find(tree[1], tree[2])) is None:
            if tree[1] is None and tree[2].lower() in at.aliases:
                return False
            at = at.parent
        return at is not None and (at is not scope or found[0].slot != slot)
    return kind in ('literal', 'parameter') or kind == 'place' and tree[1].slot != slot


def _compare(tree, slot, scope):
    _, sign, left, right = tree
    for one, other, sign in ((left, right, sign), (right, left, _TURNED[sign])):
        place, column = _place(one, slot, scope)
        if place is None or not _is_same(other, slot, scope):
            continue
        value = compiled(other, scope)
        of_column, of_value = comparison_affinities(column.affinity, value.affinity)
        collation = collation_of(*((column, value) if one is left else (value, column)), scope)
        if of_column is not None or collation not in (None, 'binary'):
            return None
        return _comparison(_CHOSEN[sign], place, value.run, of_value)
    return None


def _comparison(chosen, place, run, affinity):
    def taken(rows, e):
        wanted = run(e)
        if wanted is None:
            return ()
        if affinity is not None:
            wanted = applied(wanted, affinity)
        try:
            return chosen(rows, place, wanted)
        except TypeError:
            # Values of several kinds.
            wanted = key(wanted)
            return [row for row in rows if row[place] is not None and chosen(((key(row[place]),),), 0, wanted)]
    return taken


def _like(tree, slot, scope):
    _, name, arguments, more, *_ = tree
    if name != 'like' or len(arguments) != 2 or more and any(more) or scope.plan.function(name, 2):
        return None
    place, _ = _place(arguments[1], slot, scope)
    if place is None or not _is_same(arguments[0], slot, scope):
        return None
    run = compiled(arguments[0], scope).run

    def taken(rows, e):
        pattern = run(e)
        if pattern is None or type(pattern) is bytes:
            return ()
        matches = pattern_of(text_of(pattern), 'like', None).fullmatch
        return [row for row in rows if (value := row[place]) is not None and type(value) is not bytes and matches(
            value if type(value) is str else text_of(value))]
    return taken


def _in(tree, slot, scope):
    _, of, members, negated = tree
    place, column = _place(of, slot, scope)
    if place is None or negated or not isinstance(members, list) or not all([_is_same(member, slot, scope) for member in members]):
        return None
    if column.collation not in (None, 'binary'):
        return None
    affinity = 'NUMERIC' if column.affinity in ('INTEGER', 'REAL', 'NUMERIC') else 'TEXT' if column.affinity == 'TEXT' else None
    runs = [compiled(member, scope).run for member in members]

    def taken(rows, e):
        wanted = {applied(run(e), affinity) for run in runs} - {None}
        return [row for row in rows if row[place] in wanted]
    return taken


def _is(tree, slot, scope):
    _, left, right, negated = tree
    place, _ = _place(left, slot, scope)
    if place is None or right != ('literal', None):
        return None
    if negated:
        return lambda rows, e: [row for row in rows if row[place] is not None]
    return lambda rows, e: [row for row in rows if row[place] is None]


_MAKERS = {'compare': _compare, 'call': _like, 'in': _in, 'is': _is}
