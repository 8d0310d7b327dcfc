"""FROMs that no condition joins: a statement whose rows are all combinations of theirs is told of."""
from sqlalchemy.sql import operators

_SELECTS = {'select', 'compound_select', 'scalar_select', 'select_statement_grouping', 'textual_select'}
_KINDS = {'table', 'alias', 'subquery', 'cte', 'join', 'grouping', 'values'}


def unjoined(froms, conditions):
    """(names of the FROMs that nothing leads to from the first, its name); None: there are none."""
    names, edges = {}, []
    for item in froms:
        if not _enter(item, names, edges):
            return None
    for condition in conditions:
        _conditions(condition, edges)
    if len(names) < 2:
        return None
    first = next(iter(names))
    reached, waiting = {first}, [first]
    while waiting:
        at = waiting.pop()
        for one, other in edges:
            for here, there in ((one, other), (other, one)):
                if here == at and there not in reached:
                    reached.add(there)
                    waiting.append(there)
    rest = [name for item, name in names.items() if item not in reached]
    return (rest, names[first]) if rest else None


def _enter(item, names, edges):
    """Whether the FROM is of a kind that needs a condition."""
    kind = item.__visit_name__
    if kind not in _KINDS:
        return False
    if kind == 'grouping':
        return _enter(item.element, names, edges)
    if kind == 'join':
        _join(item.left, item.right, edges)
        return _enter(item.left, names, edges) and _enter(item.right, names, edges)
    names[id(item)] = getattr(item, 'fullname', item.name) if kind == 'table' else item.name
    return True


def _conditions(condition, edges):
    operator = getattr(condition, 'operator', None)
    if condition.__visit_name__ == 'binary' and (operator in operators.COMPARISONS or getattr(operator, 'is_comparison', False)):
        _join(condition.left, condition.right, edges)
    for child in condition.get_children():
        # Those of a SELECT within are told by itself.
        if child.__visit_name__ not in _SELECTS:
            _conditions(child, edges)


def _join(left, right, edges):
    ones = {id(item) for item in left._from_objects()}
    edges += [(one, id(other)) for other in right._from_objects() for one in ones]
