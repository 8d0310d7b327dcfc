"""Functions that give rows."""
from datetime import date
from itertools import zip_longest
from _postgres_dates import Interval, shifted
from _postgres_errors import ServerError
from _postgres_expressions import compiled
from _postgres_functions import call, chosen, unknown_function
from _postgres_json import SETS as SETS_OF_JSON
from _postgres_operators import regex_of
from _postgres_scopes import Source, converted

def _series(first, last, step=1):
    dates = isinstance(first, date)
    forward = step > (Interval(0, 0, 0) if dates else 0)
    if not dates and not step:
        raise ServerError('22023', 'step size cannot equal zero')
    while first <= last if forward else first >= last:
        yield first
        first = shifted(first, step) if dates else first + step


def _unnest(items):
    for item in items:
        if isinstance(item, list):
            yield from _unnest(item)
        else:
            yield item


def _regexp_rows(text, pattern, flags=''):
    regex = regex_of(pattern, 'i' in flags)
    for match in regex.finditer(text) if 'g' in flags else [m for m in [regex.search(text)] if m]:
        yield list(match.groups()) or [match[0]]


_SETS = {
    'generate_series': [(('int4', 'int4'), 'int4', _series), (('int4', 'int4', 'int4'), 'int4', _series),
                        (('int8', 'int8'), 'int8', _series), (('int8', 'int8', 'int8'), 'int8', _series),
                        (('numeric', 'numeric'), 'numeric', _series), (('numeric', 'numeric', 'numeric'), 'numeric', _series),
                        (('timestamp', 'timestamp', 'interval'), 'timestamp', _series),
                        (('timestamptz', 'timestamptz', 'interval'), 'timestamptz', _series)],
    'unnest': [(('anyarray',), 'anyelement', _unnest)],
    'generate_subscripts': [(('anyarray', 'int4'), 'int4', lambda items, n: range(1, len(items) + 1))],
    'regexp_split_to_table': [(('text', 'text'), 'text', lambda text, pattern: regex_of(pattern).split(text))],
    'regexp_matches': [(('text', 'text'), 'text[]', _regexp_rows), (('text', 'text', 'text'), 'text[]', _regexp_rows)],
    'string_to_table': [(('text', 'text'), 'text', lambda text, by: text.split(by))],
}


def gives_rows(name):
    return name in _SETS or name in SETS_OF_JSON


def source(item, scope):
    """The Source of a function in FROM."""
    _, tree, alias, names, ordinality = item
    name, arguments = tree[1], tree[2]
    rows = _SETS.get(name) or SETS_OF_JSON.get(name)
    # The arguments may use what stands to the left.
    values = [compiled(argument, scope) for argument in arguments]
    if rows is None:
        value = call(tree, scope)
        kinds, results, function, runs = [], value.kind, None, [value.run]
    elif name == 'unnest' and len(values) > 1:
        kinds = [value.kind for value in values]
        if not all(kind.endswith('[]') for kind in kinds):
            raise unknown_function(name, values)
        results = tuple(('unnest', kind[:-2]) for kind in kinds)
        runs = [value.run for value in values]

        def function(*arrays):
            return zip_longest(*map(_unnest, arrays))
    else:
        kinds, results, function = chosen(name, values, rows)
        runs = [converted(value, kind, scope, how='explicit').run for value, kind in zip(values, kinds)]
    shown_as = alias or name
    if isinstance(results, tuple):
        columns = [(column, kind, ()) for column, kind in results]
    else:
        columns = [(shown_as if name not in SETS_OF_JSON else 'value', results, ())]
    if ordinality:
        columns.append(('ordinality', 'int8', ()))
    for n, given in enumerate(names or ()):
        columns[n] = (given, *columns[n][1:])

    def of(e):
        if function is None:
            found = [runs[0](e)]
        else:
            given = [run(e) for run in runs]
            found = () if None in given else function(*given)
        found = (row if isinstance(row, tuple) else (row,) for row in found)
        return ((*row, n) for n, row in enumerate(found, 1)) if ordinality else found
    result = Source(shown_as, columns, scope.slot(), rows=of)
    result.scalar = len(columns) == 1
    return result
