"""The loops over the rows of one source after another."""
from itertools import chain as _chain
from _sqlite_values import truth

# How many rows are asked at once.
_AT_ONCE = 512


def met(environments, step, e, progress):
    """The environments with each row of one more source for which the conditions hold."""
    slot, access, index, every = step.source.slot, step.access, {}, None
    filters, conditions = step.filters, step.conditions
    if progress is not None:
        filters, conditions = (), [term.run for term in step.on + step.where]
    for _ in environments:
        if access is not None:
            rows = access(index, e)
        else:
            if every is None:
                every = step.rows(e)
            rows = every
        if progress is not None:
            rows = progress.watch(rows)
        elif filters and rows:
            rows = chosen(rows, filters, e)
        for row in rows:
            e[slot] = row
            for run in conditions:
                value = run(e)
                if value != 1 and not truth(value):
                    break
            else:
                yield e


def chosen(rows, filters, e):
    """The rows that all filters take; of many rows some are asked at once, since it may be that only the first ones are wanted."""
    if len(rows) > _AT_ONCE:
        rows = list(rows)
        return _chain.from_iterable(chosen(rows[at:at + _AT_ONCE], filters, e) for at in range(0, len(rows), _AT_ONCE))
    for taken in filters:
        rows = taken(rows, e)
        if not rows:
            break
    return rows


def joined(environments, step, e, before, progress):
    """The environments with the rows of one more source of an outer join."""
    slot, source, access = step.source.slot, step.source, step.access
    on, where = [term.run for term in step.on], [term.run for term in step.where]
    nothing = [None] * (len(source.columns) + 1)
    index, every, matched_rows = {}, None, set()
    for _ in environments:
        if access is not None:
            rows = access(index, e)
        else:
            if every is None:
                every = step.rows(e)
            rows = every
        matched = False
        for row in rows if progress is None else progress.watch(rows):
            e[slot] = row
            for run in on:
                if not truth(run(e)):
                    break
            else:
                matched = True
                if step.join in ('RIGHT', 'FULL'):
                    matched_rows.add(id(row))
                if all([truth(run(e)) for run in where]):
                    yield e
        if not matched and step.join in ('LEFT', 'FULL'):
            e[slot] = nothing
            if all([truth(run(e)) for run in where]):
                yield e
    if step.join in ('RIGHT', 'FULL'):
        for other in before:
            e[other.source.slot] = [None] * (len(other.source.columns) + 1)
        for row in source.rows(e) if every is None else every:
            if id(row) not in matched_rows:
                e[slot] = row
                if all([truth(run(e)) for run in where]):
                    yield e
