"""Window functions: what each row gets to see of the rows around it."""
from _sqlite_expressions import Value, compiled, function_of
from _sqlite_functions import Most, aggregate
from _sqlite_errors import problem
from _sqlite_values import integer_of, key, key_of, truth


class Windows:
    """The window functions of one select."""

    def __init__(self, core, scope):
        self.core, self.scope, self.slot = core, scope, scope.slot()
        self.calls = []

    def value(self, tree):
        """Registers a call; its value is found in the environment."""
        known = next((n for n, one in enumerate(self.calls) if one == tree), None)
        if known is None:
            known = len(self.calls)
            self.calls.append(tree)
        slot = self.slot
        return Value(lambda e: e[slot][known])

    def compile(self):
        """Compiles the calls, once all aggregates of the select are known."""
        scope = self.scope
        scope.windows = None
        scope.aggregates = self.core._aggregate if self.core.group or self.core._aggregates else None
        self.parts = [self._part(tree) for tree in self.calls]

    def _part(self, tree):
        _, name, arguments, more, *_ = tree
        scope, over = self.scope, more[2]
        if isinstance(over, str):
            over = self._named(over)
        elif over[0] is not None:
            base = self._named(over[0])
            over = (None, base[1], over[2] or base[2], *over[3:])
        _, partition, order, unit, first, last, excluded = over
        if more[0]:
            raise problem('DISTINCT is not supported for window functions')
        partition = [compiled(one, scope) for one in partition]
        partition = [(one.run, key_of(scope.plan.collation(one.collation))) for one in partition]
        terms = []
        for one, descending, nulls in order:
            value = compiled(one, scope)
            terms.append((value.run, key_of(scope.plan.collation(value.collation)), descending, nulls))
        if unit:
            _check_frame(unit, first, last, len(order))
        bounds = [(side, None if value is None else function_of(value, scope)) for side, value in (first, last)] if unit else None
        runs = [function_of(one, scope) for one in arguments or ()]
        only = function_of(more[1], scope) if more[1] else None
        # An aggregate; None: one of those that look at the rows' places.
        known = scope.plan.aggregate(name, len(runs)) or name not in _OWN and aggregate(name)
        make = known[2] if known else None
        return name, runs, only, partition, terms, unit, bounds, make, repr((over[1], over[2])), excluded

    def _named(self, name):
        found = self.core.node.windows.get(name.lower())
        if found is None:
            raise problem(f'no such window: {name}')
        return found

    def environments(self, environments):
        values = [[None] * len(self.parts) for _ in environments]
        for e, own in zip(environments, values):
            e[self.slot] = own
        shapes = []
        for part in reversed(self.parts):
            if part[8] not in shapes:
                shapes.append(part[8])
                environments = _ordered(environments, part)
                for n, other in enumerate(self.parts):
                    if other[8] == part[8]:
                        self._fill(environments, n, other)
        return environments

    def _fill(self, environments, n, part):
        _, _, _, partition, *_ = part
        groups = {}
        for e in environments:
            groups.setdefault(tuple([by(run(e)) for run, by in partition]), []).append(e)
        for group in groups.values():
            for e, value in zip(group, _values(group, part)):
                e[self.slot][n] = value


def _ordered(environments, part):
    _, _, _, partition, terms, *_ = part
    for run, by, descending, nulls in reversed(terms):
        environments = sorted(environments, key=lambda e: by(run(e)), reverse=descending)
        if nulls and (nulls == 'FIRST') == descending:
            empty = [e for e in environments if run(e) is None]
            full = [e for e in environments if run(e) is not None]
            environments = empty + full if nulls == 'FIRST' else full + empty
    for run, by in reversed(partition):
        environments = sorted(environments, key=lambda e: by(run(e)))
    return environments


def _peers(group, terms):
    """For each row, where the rows that are ordered alike begin and end."""
    places = [tuple([by(run(e)) for run, by, *_ in terms]) for e in group]
    starts, at = [], 0
    for n, place in enumerate(places):
        if place != places[at]:
            at = n
        starts.append(at)
    ends = [0] * len(group)
    end = len(group)
    for n in range(len(group) - 1, -1, -1):
        ends[n] = end
        if starts[n] == n:
            end = n
    return starts, ends


def _values(group, part):
    name, runs, only, partition, terms, unit, bounds, make, _, excluded = part
    size = len(group)
    starts, ends = _peers(group, terms)
    if make is None and name in _RANKS:
        return _RANKS[name](group, starts, ends, runs)
    if make is None and name in ('lag', 'lead'):
        return _shifted(group, runs, -1 if name == 'lag' else 1)
    frames = _frames(group, terms, unit, bounds, starts, ends)
    if excluded:
        left = (_left(group, frame, n, excluded, starts, ends) for n, frame in enumerate(frames))
        return [_of_rows(part, rows, e) for e, rows in zip(group, left)]
    if make is None:
        return [_of_frame(name, group[first:last], e, runs) for e, (first, last) in zip(group, frames)]
    if hasattr(make, 'inverse'):
        return _sliding(group, part, frames, starts)
    found, state, reached, begun = [], None, 0, None
    for first, last in frames:
        if state is None or first != begun or last < reached:
            state, begun, reached = make(), first, first
        for e in group[reached:last]:
            if only is None or truth(only(e)):
                state.step(*[run(e) for run in runs])
        reached = max(reached, last)
        found.append(state.value() if hasattr(state, 'value') and not isinstance(state, Most) else state.result())
    return found


def _left(group, frame, n, excluded, starts, ends):
    """What is left of a frame's rows."""
    first, last = (n, n + 1) if excluded == 'CURRENT' else (starts[n], ends[n])
    return [group[at] for at in range(*frame) if not first <= at < last or excluded == 'TIES' and at == n]


def _of_rows(part, rows, e):
    """What a function comes to that has nothing left of the rows before."""
    name, runs, only, _, _, _, _, make, *_ = part
    if make is None:
        return _of_frame(name, rows, e, runs)
    state = make()
    for one in rows:
        if only is None or truth(only(one)):
            state.step(*[run(one) for run in runs])
    return state.result()


def _sliding(group, part, frames, starts):
    """What a class of the program makes of frames: rows come and go, and rows that are ordered alike have one value."""
    _, runs, only, _, _, unit, _, make, *_ = part
    found, state, begun, reached = [], make(), 0, 0

    def tell(method, first, last):
        for e in group[first:last]:
            if only is None or truth(only(e)):
                method(*[run(e) for run in runs])
    for n, (first, last) in enumerate(frames):
        if unit != 'ROWS' and n and starts[n] == starts[n - 1]:
            found.append(found[-1])
            continue
        tell(state.inverse, begun, min(first, reached))
        tell(state.step, max(first, reached), last)
        begun, reached = max(begun, first), max(reached, last)
        found.append(state.value())
    state.end()
    return found


def _shifted(group, runs, direction):
    found = []
    for n, e in enumerate(group):
        by = integer_of(runs[1](e)) if len(runs) > 1 else 1
        place = n + direction * by
        found.append(runs[0](group[place]) if 0 <= place < len(group) else runs[2](e) if len(runs) > 2 else None)
    return found


def _check_frame(unit, first, last, terms):
    """Refuses frames that can have no rows, and distances where it is not known of what."""
    (begin, by), (end, to) = first, last
    if end == 'PRECEDING' and begin != 'PRECEDING' or begin == 'FOLLOWING' and end != 'FOLLOWING':
        raise problem('unsupported frame specification')
    if unit == 'RANGE' and terms != 1 and (by is not None or to is not None):
        raise problem('RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression')


def _offset(by, unit, first):
    """How far away a frame begins or ends."""
    whole = unit != 'RANGE'
    try:
        number = float(by) if isinstance(by, str) else by
        if number >= 0 and not (whole and number != int(number)):
            return int(number) if whole else number
    except (TypeError, ValueError):
        pass
    side, kind = 'starting' if first else 'ending', 'integer' if whole else 'number'
    raise problem(f'frame {side} offset must be a non-negative {kind}')


def _frames(group, terms, unit, bounds, starts, ends):
    """(first, end) of the rows that each row sees."""
    size = len(group)
    if unit is None:
        return [(0, end) for end in ends] if terms else [(0, size)] * size
    found = []
    for n, e in enumerate(group):
        ways = []
        for (side, value), first in zip(bounds, (True, False)):
            if value is None and side != 'CURRENT':
                ways.append(0 if side == 'PRECEDING' else size)
            elif unit == 'ROWS':
                by = 0 if side == 'CURRENT' else _offset(value(e), unit, first) * (-1 if side == 'PRECEDING' else 1)
                ways.append(min(max(n + by + (not first), 0), size))
            elif side == 'CURRENT':
                ways.append(starts[n] if first else ends[n])
            elif unit == 'GROUPS':
                ways.append(_groups_away(n, _offset(value(e), unit, first), side, first, starts, ends))
            else:
                ways.append(_range_away(group, terms, e, _offset(value(e), unit, first), side, first, n, starts, ends))
        found.append((ways[0], max(ways)))
    return found


def _groups_away(n, by, side, first, starts, ends):
    at = starts[n]
    for _ in range(by):
        if side == 'PRECEDING':
            if at == 0:
                return 0
            at = starts[at - 1]
        else:
            at = ends[at]
            if at == len(starts):
                return at
    return at if first else ends[at]


def _range_away(group, terms, e, by, side, first, n, starts, ends):
    run, _, descending, nulls = terms[0]
    here = run(e)
    if here is None:
        return starts[n] if first else ends[n]
    sign = (-1 if side == 'PRECEDING' else 1) * (-1 if descending else 1)
    limit = here + sign * by
    values = [run(other) for other in group]
    least = not nulls and (not descending) != first  # what is not there is less than all that is
    inside = [least if value is None else value >= limit if (not descending) == first else value <= limit for value in values]
    if first:
        return inside.index(True) if True in inside else len(group)
    return len(group) - inside[::-1].index(True) if True in inside else 0


def _of_frame(name, rows, e, runs):
    if name == 'first_value':
        return runs[0](rows[0]) if rows else None
    if name == 'last_value':
        return runs[0](rows[-1]) if rows else None
    n = integer_of(runs[1](e))
    if n < 1:
        raise problem('second argument to nth_value must be a positive integer')
    return runs[0](rows[n - 1]) if n <= len(rows) else None


def _dense(group, starts, ends, runs):
    ranks = {start: n for n, start in enumerate(sorted(set(starts)), 1)}
    return [ranks[start] for start in starts]


def _ntile(group, starts, ends, runs):
    parts = integer_of(runs[0](group[0]))
    if parts < 1:
        raise problem('argument of ntile must be a positive integer')
    size, more = divmod(len(group), parts)
    found = []
    for part in range(1, parts + 1):
        found += [part] * (size + (part <= more))
    return found


_RANKS = {
    'row_number': lambda group, starts, ends, runs: list(range(1, len(group) + 1)),
    'rank': lambda group, starts, ends, runs: [start + 1 for start in starts], 'dense_rank': _dense, 'ntile': _ntile,
    'percent_rank': lambda group, starts, ends, runs: [start / (len(group) - 1) if len(group) > 1 else 0.0 for start in starts],
    'cume_dist': lambda group, starts, ends, runs: [end / len(group) for end in ends],
}
_OWN = {*_RANKS, 'lag', 'lead', 'first_value', 'last_value', 'nth_value'}
