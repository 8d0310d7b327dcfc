"""GROUP BY and aggregates: the rows of a group, and what its aggregates come to.

A member of a group is an environment of its own or, in a query of one source, that source's row.
"""
from _sqlite_values import key, key_of, truth


class Aggregate:
    """One call of an aggregate: what makes its state, the Values that it is given, FILTER's function, DISTINCT's key."""

    def __init__(self, of, make, values, only, distinct, picks):
        self.of, self.make, self.values, self.only, self.distinct = of, make, values, only, distinct
        # Whether the row of the value that it picks stands for the group.
        self.picks = picks


class Groups:
    """How the groups of one query are made. `descending`: how they are sorted by each term; None: they come as they are found.
    `slot`: that of the one source whose rows are the members; None: environments are."""

    def __init__(self, values, descending, aggregates, scope, slot):
        self.values, self.descending, self.aggregates, self.slot = values, descending, aggregates, slot
        self.keys = [key_of(scope.plan.collation(value.collation)) for value in values]
        # Functions of the program tell in which order they are called.
        self.scope, self.calls = scope, scope.calls
        picking = [n for n, one in enumerate(aggregates) if one.picks]
        self.pick = picking[0] if len(picking) == 1 else None
        picked = self.pick is not None and aggregates[self.pick]
        # What is left out by FILTER or DISTINCT leaves it open for SQLite whether the row is picked.
        self.one_by_one = picked and (picked.only is not None or picked.distinct is not None)

    def environments(self, members, base, result):
        """The environments of the groups of these members, with what their aggregates have come to in the slot `result`."""
        if not self.values:
            groups = [members]
        else:
            groups = self._grouped(members, base)
        for group in groups:
            results, first = self._results(group, base)
            if first is None:
                e = base[:]
                for source in self.scope.sources:
                    e[source.slot] = [None] * (len(source.columns) + 1)
            elif self.slot is None:
                e = first[:]
            else:
                e = base[:]
                e[self.slot] = first
            e[result] = results
            yield e

    def _grouped(self, members, base):
        if self.calls:
            columns = list(zip(*[[value.run(member) for value in self.values] for member in members])) or [()]
        else:
            columns = [self._of(value, members, base) for value in self.values]
        plain = [by is key for by in self.keys]
        columns = [column if same else list(map(by, column)) for column, same, by in zip(columns, plain, self.keys)]
        groups = {}
        for place, member in zip(columns[0] if len(columns) == 1 else zip(*columns), members):
            group = groups.get(place)
            if group is None:
                groups[place] = [member]
            else:
                group.append(member)
        found = list(groups)
        if self.descending is None:
            return list(groups.values())
        if len(columns) == 1:
            found.sort(key=key if plain[0] else None, reverse=self.descending[0])
        else:
            for n in range(len(columns) - 1, -1, -1):
                found.sort(key=(lambda place: key(place[n])) if plain[n] else lambda place: place[n], reverse=self.descending[n])
        return [groups[place] for place in found]

    def _of(self, value, members, base):
        """What an expression is for each member."""
        slot, run = self.slot, value.run
        if value.column is not None:
            at, place = value.column
            if slot is None:
                return [member[at][place] for member in members]
            return [member[place] for member in members]
        if slot is None:
            return [run(member) for member in members]
        e, found = base[:], []
        for e[slot] in members:
            found.append(run(e))
        return found

    def _results(self, members, base):
        """(what the aggregates come to, the member that stands for the group)."""
        states = [one.make() for one in self.aggregates]
        if self.calls or self.one_by_one or not all([hasattr(state, 'all') for state in states]):
            first = self._steps(states, members, base)
            return [state.result() for state in states], first
        first = members[0] if members else None
        for n, (one, state) in enumerate(zip(self.aggregates, states)):
            taken = members
            if one.only is not None:
                taken = [member for member, holds in zip(members, self._of(one.only, members, base)) if truth(holds)]
            if not one.values:
                state.count = len(taken)
                continue
            values = self._of(one.values[0], taken, base)
            if one.distinct is not None and not one.picks:
                once = {}
                for value in values:
                    once.setdefault(one.distinct(value), value)
                values = list(once.values())
            place = state.all(values)
            if n == self.pick and taken:
                # Where all are NULL, the last one has been looked at.
                first = taken[-1 if place is None else place]
        return [state.result() for state in states], first

    def _steps(self, states, members, base):
        """Member by member, since aggregates of the program's may tell in which order they are asked. Gives the member that stands for the group."""
        seen, first = [set() for _ in states], None
        e = base[:]
        for member in members:
            if self.slot is None:
                e = member
            else:
                e[self.slot] = member
            picked = first is None
            for n, (one, state) in enumerate(zip(self.aggregates, states)):
                if one.only is not None and not truth(one.only.run(e)):
                    continue
                values = [value.run(e) for value in one.values]
                if one.distinct is not None:
                    once = one.distinct(values[0])
                    if once in seen[n]:
                        continue
                    seen[n].add(once)
                state.step(*values)
                picked = picked or n == self.pick and (state.better or state.key is None)
            if picked:
                first = member[:]
        return first


def are_together(steps, terms):
    """Whether the rows of a group come one after another as the sources are gone through, one within another. `terms`: of each
    term of GROUP BY the column that it is, as (slot, place), or None; the slots that it looks at."""
    settled = set()
    for step in steps:
        source, table, once = step.source, step.source.table, step.single
        if table is None or step.join in ('RIGHT', 'FULL') or step.access is not None and not once and not table.without_rowid:
            return False
        if not once:
            places = _sorted_by(step)
            for n, place in enumerate(places):
                same = [(source.slot, place)]
                if place == table.rowid_column:
                    same.append((source.slot, len(source.columns)))
                found = [term for term in terms if term[0] in same]
                if not found:
                    break
                terms = [term for term in terms if term not in found]
                once = n == len(places) - 1
        if not once:
            break
        # What else there is of the row is the same wherever its key is.
        settled.add(source.slot)
        terms = [term for term in terms if not term[1] <= settled]
    return not terms and not any(step.join in ('RIGHT', 'FULL') for step in steps)


def _sorted_by(step):
    """By which columns the rows of a step are sorted; all of them together tell which row it is."""
    table = step.source.table
    rowid = len(step.source.columns) if table.rowid_column is None else table.rowid_column
    if step.index is not None:
        return [*step.index.places, rowid]
    if table.without_rowid:
        return [n for _, n in sorted((column.primary, n) for n, column in enumerate(table.columns) if column.primary)]
    return [rowid]
