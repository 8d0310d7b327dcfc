"""Aggregates, and the groups of rows that they are of."""
import math
from decimal import Decimal
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled, condition
from _postgres_scopes import Value, converted, settled
from _postgres_json import dumped, of_value, written
from _postgres_operators import quotient, rank_of, scale
from _postgres_tables import key_of
from _postgres_types import INTEGERS, exact, rounded


def aggregate(tree, scope):
    """The Value of an aggregate of the query that it stands in."""
    _, name, arguments, options = tree
    at = scope
    if at.aggregates is None:
        if getattr(at, 'in_aggregate', False):
            raise ServerError('42803', 'aggregate function calls cannot be nested')
        raise ServerError('42803', f'aggregate functions are not allowed in {at.clause}')
    known = next((n for n, (other, _) in enumerate(at.aggregates) if other == tree), None)
    before, at.aggregates, at.in_aggregate = at.aggregates, None, True
    grouped, scope.grouped = scope.grouped, None
    try:
        fold, kind, modifiers = prepared(name, arguments, options, scope)
    finally:
        at.aggregates, at.in_aggregate, scope.grouped = before, False, grouped
    if known is None:
        at.aggregates.append((tree, fold))
        known = len(at.aggregates) - 1
    return Value(lambda e: e[scope.aggregate_slot][known], kind, modifiers)


def prepared(name, arguments, options, scope):
    """(function of the environments of a group, type, modifiers)."""
    distinct, order, star, test, _, named = options or (False, (), False, None, None, ())
    test = condition(test, scope, 'FILTER') if test is not None else None
    if name == 'count' and (star or not arguments):
        if not star:
            raise ServerError('42809', 'count(*) must be used to call a parameterless aggregate function')
        return (lambda rows: len(rows) if test is None else sum(1 for e in rows if test(e))), 'int8', ()
    if named == ('within',):
        return _within(name, arguments, order, test, scope)
    values = [settled(compiled(argument, scope), scope) for argument in arguments]
    kind, function = _fold(name, values, scope)
    runs = [value.run for value in values]
    if name in ('string_agg',):
        runs[0] = converted(values[0], 'text', scope).run
    keys = []
    for tree, descending, first in order:
        value = compiled(tree, scope)
        keys.append((value.run, descending, first, rank_of(value.kind, scope.plan.enums)))
    keeps = name in ('array_agg', 'json_agg', 'jsonb_agg', 'json_object_agg', 'jsonb_object_agg')
    run = runs[0]

    def fold(rows):
        if test is not None:
            rows = [e for e in rows if test(e)]
        if keys:
            from _postgres_select import _sort_key
            rows = list(rows)
            for key, descending, first, rank in reversed(keys):
                rows.sort(key=_sort_key(key, descending, first, rank), reverse=descending)
        if len(runs) == 1:
            found = [value for e in rows if (value := run(e)) is not None or keeps]
        else:
            found = [value for e in rows if (value := tuple([one(e) for one in runs]))[0] is not None or keeps]
        if distinct:
            seen = {}
            for value in found:
                seen.setdefault(key_of(value), value)
            found = list(seen.values()) if keys else _sorted(list(seen.values()))
        return function(found)
    return fold, kind, values[0].modifiers if name in ('min', 'max') else ()


def _sorted(values):
    """Distinct values of an aggregate come sorted, as PostgreSQL finds them."""
    return sorted(values, key=lambda v: (v is None, 0 if v is None else v))


def _fold(name, values, scope):
    """(type, function of the values that are there)."""
    from _postgres_functions import unknown_function
    kind = values[0].kind
    if len(values) > 1 and name not in ('string_agg', 'json_object_agg', 'jsonb_object_agg'):
        raise unknown_function(name, values)

    def refused():
        return unknown_function(name, values)
    if name == 'count':
        return 'int8', len
    if name == 'sum':
        result = {'int2': 'int8', 'int4': 'int8', 'int8': 'numeric'}.get(kind, kind)
        if result not in ('int8', 'numeric', 'float8', 'float4', 'interval'):
            raise refused()
        if kind == 'int8':
            return result, lambda found: Decimal(sum(found)) if found else None
        if kind == 'numeric':
            return result, lambda found: _total(found) if found else None
        return result, lambda found: sum(found[1:], found[0]) if found else None
    if name == 'avg':
        if kind in INTEGERS:
            return 'numeric', lambda found: quotient(Decimal(sum(found)), Decimal(len(found))) if found else None
        if kind == 'numeric':
            return 'numeric', lambda found: quotient(_total(found), Decimal(len(found))) if found else None
        if kind in ('float4', 'float8'):
            return 'float8', lambda found: math.fsum(found) / len(found) if found else None
        if kind == 'interval':
            return kind, lambda found: sum(found[1:], found[0]) * (1 / len(found)) if found else None
        raise refused()
    if name in ('min', 'max'):
        if kind in ('bool', 'json', 'jsonb', 'uuid', 'record'):
            raise refused()
        rank, best = rank_of(kind, scope.plan.enums), min if name == 'min' else max
        return ('text' if kind == 'varchar' else kind), lambda found: best(found, key=rank) if found else None
    if name == 'string_agg':
        if len(values) != 2 or kind not in ('text', 'varchar', 'bpchar', 'name'):
            raise refused()
        return 'text', lambda found: found[0][0] + ''.join((by or '') + text for text, by in found[1:]) if found else None
    if name == 'array_agg':
        return kind + '[]', lambda found: found or None
    if name in ('bool_and', 'bool_or', 'every'):
        if kind != 'bool':
            raise refused()
        return 'bool', lambda found: (any if name == 'bool_or' else all)(found) if found else None
    if name in ('json_agg', 'jsonb_agg'):
        of = values[0].modifiers if kind == 'record' else kind
        if name == 'jsonb_agg':
            return 'jsonb', lambda found: dumped([of_value(v, of) for v in found]) if found else None
        between = ', \n ' if kind == 'record' else ', '
        return 'json', lambda found: '[' + between.join(written(v, of) for v in found) + ']' if found else None
    if name in ('json_object_agg', 'jsonb_object_agg'):
        def objects(found):
            if not found:
                return None
            found = [(key if isinstance(key, str) else str(key), value) for key, value in found]
            if name == 'jsonb_object_agg':
                return dumped({key: of_value(value, values[1].kind) for key, value in found})
            return '{ ' + ', '.join(f'{dumped(key)} : {written(value, values[1].kind)}' for key, value in found) + ' }'
        return name[:-11], objects
    if name in ('stddev', 'stddev_samp', 'stddev_pop', 'variance', 'var_samp', 'var_pop'):
        real = kind in ('float4', 'float8')
        return ('float8' if real else 'numeric'), _spread(name, real)
    raise refused()


def _total(found):
    total = found[0]
    for value in found[1:]:
        total = exact.add(total, value)
    return total


def _spread(name, real):
    less, root = not name.endswith('pop'), name.startswith('std')

    def run(found):
        n = len(found)
        if n <= less:
            return None
        if real:
            mean = math.fsum(found) / n
            value = math.fsum((v - mean) ** 2 for v in found) / (n - less)
            return math.sqrt(value) if root else value
        found = [Decimal(v) for v in found]
        top = exact.subtract(exact.multiply(Decimal(n), _total([exact.multiply(v, v) for v in found])),
                             exact.multiply(_total(found), _total(found)))
        if not top:
            return Decimal(0)
        value = quotient(top, Decimal(n * (n - less)))
        return rounded(exact.sqrt(value), scale(value)) if root else value
    return run


def _within(name, arguments, order, test, scope):
    """percentile_cont, percentile_disc and mode, of sorted values."""
    (tree, descending, _), = order
    value = compiled(tree, scope)
    if name == 'percentile_cont' and value.kind != 'interval':
        value = converted(value, 'float8', scope, how='assignment')
    part = converted(compiled(arguments[0], scope), 'float8', scope).run if arguments else None
    run, kind = value.run, value.kind

    def fold(rows):
        found = sorted((v for e in rows if (test is None or test(e)) and (v := run(e)) is not None), reverse=descending)
        if not found:
            return None
        if name == 'mode':
            counts = {}
            for v in found:
                counts[v] = counts.get(v, 0) + 1
            return max(counts, key=counts.get)
        at = part(rows[0])
        if name == 'percentile_disc':
            return found[max(math.ceil(at * len(found)) - 1, 0)]
        at *= len(found) - 1
        low = math.floor(at)
        a, b = found[low], found[min(low + 1, len(found) - 1)]
        return a if at == low else a + (b - a) * (at - low)
    if kind == 'interval' and name == 'percentile_cont':
        missing('percentiles of intervals')
    return fold, kind, ()


def groups(keys, aggregates, scope):
    """What makes of environments one for each group."""
    def run(rows, outer, has_keys):
        if not has_keys:
            rows = list(rows)
            found = [(rows[0] if rows else _nothing(scope, outer), rows)]
        else:
            by_key = {}
            if len(keys) == 1:
                key, = keys
                for e in rows:
                    by_key.setdefault(key_of(key(e)), []).append(e)
            else:
                for e in rows:
                    by_key.setdefault(key_of([key(e) for key in keys]), []).append(e)
            found = [(members[0], members) for members in by_key.values()]
        out = []
        for first, members in found:
            e = first[:]
            e[scope.aggregate_slot] = [fold(members) for _, fold in aggregates]
            out.append(e)
        return out
    return run


def _nothing(scope, outer):
    e = scope.environment(outer)
    for source in scope.sources:
        e[source.slot] = [None] * (len(source.columns) + 3)
    return e
