"""Window functions."""
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled
from _postgres_scopes import Value, converted, settled
from _postgres_operators import rank_of
from _postgres_tables import key_of

_RANKS = ('row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist', 'ntile')


def register(tree, scope):
    """The Value of a window function's call."""
    _, name, arguments, options = tree
    if scope.windows is None:
        raise ServerError('42P20', f'window functions are not allowed in {scope.clause}')
    over = options[4]
    partition, order, frame = _window(over, scope)
    windows, scope.windows = scope.windows, None
    try:
        keys = [compiled(part, scope).run for part in partition]
        sorts = []
        for part, descending, first in order:
            value = compiled(part, scope)
            sorts.append((value.run, descending, first, rank_of(value.kind, scope.plan.enums)))
        function, kind = _function(name, arguments, options, scope, bool(sorts), _frame(frame, scope))
    finally:
        scope.windows = windows
    windows.append((keys, sorts, function))
    n = len(windows) - 1
    return Value(lambda e: e[scope.window_slot][n], kind)


def _window(over, scope):
    if isinstance(over, str):
        if over not in scope.named_windows:
            raise ServerError('42704', f'window "{over}" does not exist')
        return _window(scope.named_windows[over], scope)
    base, partition, order, frame = over
    if base is not None:
        earlier = _window(base, scope)
        return earlier[0], order or earlier[1], frame or earlier[2]
    return partition, order, frame


def _frame(frame, scope):
    """(mode, start, end): each bound as ('preceding' or 'following' or 'current', function or None)."""
    if frame is None:
        return None
    mode, *bounds = frame
    found = []
    for way, of in bounds:
        if of is not None and mode == 'range':
            missing('RANGE with an offset')
        if mode == 'groups':
            missing('GROUPS')
        found.append((way, converted(compiled(of, scope), 'int8', scope).run if of is not None else None))
    return mode, *found


def _function(name, arguments, options, scope, ordered, frame):
    """(function of the rows of a partition and what they are sorted by, which gives a value for each; type)."""
    if name in _RANKS:
        if name == 'ntile':
            buckets = converted(compiled(arguments[0], scope), 'int4', scope).run
            return lambda rows, keys: _tiles(len(rows), buckets(rows[0])), 'int4'
        return _ranker(name), 'float8' if name in ('percent_rank', 'cume_dist') else 'int8'
    if name in ('lag', 'lead'):
        value = settled(compiled(arguments[0], scope), scope)
        off = converted(compiled(arguments[1], scope), 'int4', scope).run if len(arguments) > 1 else lambda e: 1
        other = converted(compiled(arguments[2], scope), value.kind, scope).run if len(arguments) > 2 else lambda e: None
        run, sign = value.run, -1 if name == 'lag' else 1

        def moved(rows, keys):
            found = []
            for n, e in enumerate(rows):
                at = n + sign * off(e)
                found.append(run(rows[at]) if 0 <= at < len(rows) else other(e))
            return found
        return moved, value.kind
    if name in ('first_value', 'last_value', 'nth_value'):
        value = settled(compiled(arguments[0], scope), scope)
        run = value.run
        nth = converted(compiled(arguments[1], scope), 'int4', scope).run if name == 'nth_value' else None

        def one(members):
            if not members:
                return None
            if nth is not None:
                n = nth(members[0])
                return run(members[n - 1]) if n <= len(members) else None
            return run(members[0 if name == 'first_value' else -1])
        return _over_frame(one, ordered, frame), value.kind
    from _postgres_functions import AGGREGATES
    if name not in AGGREGATES:
        raise ServerError('42809', f'OVER specified, but {name} is not a window function nor an aggregate function')
    from _postgres_aggregates import prepared
    fold, kind, _ = prepared(name, arguments, (*options[:4], None, ()), scope)
    return _over_frame(fold, ordered, frame), kind


def _ranker(name):
    def run(rows, keys):
        size, found, rank, dense = len(rows), [], 0, 0
        for n in range(size):
            if n == 0 or keys[n] != keys[n - 1]:
                rank, dense = n + 1, dense + 1
            if name == 'cume_dist':
                last = n
                while last + 1 < size and keys[last + 1] == keys[n]:
                    last += 1
                found.append((last + 1) / size)
            else:
                found.append({'row_number': n + 1, 'rank': rank, 'dense_rank': dense,
                              'percent_rank': (rank - 1) / (size - 1) if size > 1 else 0.0}[name])
        return found
    return run


def _tiles(size, buckets):
    each, more = divmod(size, buckets)
    found = []
    for n in range(buckets):
        found += [n + 1] * (each + (n < more))
    return found


def _over_frame(fold, ordered, frame):
    """Applies a function to the frame of each row."""
    def run(rows, keys):
        size = len(rows)
        if frame is None and not ordered:
            return [fold(rows)] * size
        found, before = [], (None, None)
        for n in range(size):
            first, last = _bounds(n, size, keys, frame or ('range', ('preceding', None), ('current', None)), rows)
            if before[0] == (first, last):
                found.append(before[1])
                continue
            value = fold(rows[max(first, 0):max(last + 1, 0)])
            before = (first, last), value
            found.append(value)
        return found
    return run


def _bounds(n, size, keys, frame, rows):
    mode, start, end = frame

    def peers(at, step):
        while 0 <= at + step < size and keys[at + step] == keys[n]:
            at += step
        return at
    found = []
    for (way, of), step in (start, -1), (end, 1):
        if way == 'current':
            found.append(n if mode == 'rows' else peers(n, step))
        elif of is None:
            found.append(0 if way == 'preceding' else size - 1)
        else:
            found.append(n + (-1 if way == 'preceding' else 1) * of(rows[n]))
    return found


def windowed(windows, scope):
    """What computes all windows of environments."""
    def run(rows):
        from _postgres_select import _sort_key
        for e in rows:
            e[scope.window_slot] = [None] * len(windows)
        for n, (keys, sorts, function) in enumerate(windows):
            parts = {}
            for e in rows:
                parts.setdefault(key_of([key(e) for key in keys]), []).append(e)
            for members in parts.values():
                for key, descending, first, rank in reversed(sorts):
                    members.sort(key=_sort_key(key, descending, first, rank), reverse=descending)
                values = function(members, [[key(e) for key, *_ in sorts] for e in members])
                for e, value in zip(members, values):
                    e[scope.window_slot][n] = value
        return _in_order(rows, windows[-1])
    return run


def _in_order(rows, window):
    """Rows come in the order in which the last window has sorted them."""
    from _postgres_select import _sort_key
    keys, sorts, _ = window
    rows = list(rows)
    for key, descending, first, rank in reversed(sorts):
        rows.sort(key=_sort_key(key, descending, first, rank), reverse=descending)
    for key in reversed(keys):
        rows.sort(key=lambda e: ((v := key(e)) is None, 0 if v is None else v))
    return rows
