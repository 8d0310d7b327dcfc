"""Calls of functions, aggregates and window functions in expressions."""
from _sqlite_expressions import Value, compiled
from _sqlite_functions import aggregate, scalar
from _sqlite_errors import problem
from _sqlite_values import key_of, truth


def call(tree, scope):
    _, name, arguments, more, *_ = tree
    shown = tree[4] if len(tree) > 4 else name
    over = more[2] if more else None
    count = 0 if arguments is None else len(arguments)
    authorizer = scope.plan.engine.authorizer
    if authorizer is not None and authorizer.calls(name):
        return Value(lambda e: None)
    aggregating = name not in ('min', 'max') or count == 1
    known = aggregating and (scope.plan.aggregate(name, count) or aggregate(name))
    if over is not None or name in _WINDOWS:
        return scope.windows(tree, scope) if scope.windows and over is not None else _misused(shown, 'window function')
    if known:
        least, most, make = known
        if not least <= count <= most or arguments is None and name != 'count':
            raise problem(f'wrong number of arguments to function {shown}()')
        if scope.aggregates is None:
            return _misused(shown, 'aggregate function')
        return scope.aggregates(tree, scope, make)
    if more and (more[0] or more[1]):
        raise problem(f'{"DISTINCT" if more[0] else "FILTER"} is not supported for {name}()' if more[0] else f'FILTER may not be used with non-aggregate {name}()')
    found = scope.plan.function(name, count) or scalar(name)
    if found is None:
        raise problem(f'wrong number of arguments to function {shown}()' if scope.plan.has_made(name) else f'no such function: {shown}')
    least, most, function = found
    if arguments is None or not least <= count <= most:
        raise problem(f'wrong number of arguments to function {shown}()')
    values = [compiled(argument, scope) for argument in arguments]
    runs = [value.run for value in values]
    if name.startswith('json'):
        from _sqlite_json import marked
        runs = [marked(argument, run) for argument, run in zip(arguments, runs)]
    if name in ('max', 'min') or name == 'nullif':
        collation = next((value.collation for value in values if value.collation), None)
        if collation:
            by = key_of(scope.plan.collation(collation))
            if name == 'nullif':
                return Value(lambda e: None if by(runs[0](e)) == by(runs[1](e)) else runs[0](e))
            pick = max if name == 'max' else min
            return Value(lambda e: None if None in (found := [run(e) for run in runs]) else pick(found, key=by))
    if name in ('coalesce', 'ifnull'):
        return Value(lambda e: next((value for run in runs if (value := run(e)) is not None), None))
    if name == 'iif':
        return Value(lambda e: runs[1](e) if truth(runs[0](e)) else runs[2](e))
    if count == 1:
        one = runs[0]
        return Value(lambda e: function(one(e)))
    return Value(lambda e: function(*[run(e) for run in runs]))


_WINDOWS = ('row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist', 'ntile', 'lag', 'lead', 'first_value', 'last_value', 'nth_value')


def _misused(name, what):
    raise problem(f'misuse of {what} {name}()')
