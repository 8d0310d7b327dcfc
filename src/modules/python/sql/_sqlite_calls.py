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
    own = not known and name in _WINDOWS
    found = known or own or scope.plan.function(name, count) or scalar(name)
    if not found:
        raise problem(f'wrong number of arguments to function {shown}()' if scope.plan.has_made(name) else f'no such function: {shown}')
    if over is not None or own:
        if not (known or own) or known and getattr(known[2], 'plain', False):
            # One of the program's is a window function only if it says so.
            raise problem(f'{shown}() may not be used as a window function')
        least, most = known[:2] if known else _WINDOWS[name]
        if not least <= count <= most:
            raise problem(f'wrong number of arguments to function {shown}()')
        return scope.windows(tree, scope) if scope.windows and over is not None else _misused(shown, 'window function')
    if known:
        least, most, make = known
        if not least <= count <= most or arguments is None and name != 'count':
            raise problem(f'wrong number of arguments to function {shown}()')
        if scope.aggregates is None:
            return _misused(shown, 'aggregate function')
        return scope.aggregates(tree, scope, make)
    least, most, function = found
    if scope.plan.function(name, count):
        around = scope
        while around is not None:
            around.calls, around = True, around.parent
    if arguments is None or not least <= count <= most:
        raise problem(f'wrong number of arguments to function {shown}()')
    if more and more[1]:
        raise problem(f'FILTER may not be used with non-aggregate {shown}()')
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


# SQLite's window functions that are no aggregates: how many arguments they take.
_WINDOWS = {'row_number': (0, 0), 'rank': (0, 0), 'dense_rank': (0, 0), 'percent_rank': (0, 0), 'cume_dist': (0, 0), 'ntile': (1, 1),
            'lag': (1, 3), 'lead': (1, 3), 'first_value': (1, 1), 'last_value': (1, 1), 'nth_value': (2, 2)}


def _misused(name, what):
    raise problem(f'misuse of {what} {name}()')
