"""FROM and WHERE: the sources of a select, in which order they are gone through, and by what rows are found."""
import math as _math
import re as _re
from itertools import permutations as _permutations
from _sqlite_expressions import Source, collation_of, compiled, conjuncts, function_of
from _sqlite_errors import problem
from _sqlite_filters import filter_of
from _sqlite_loops import joined, met
from _sqlite_values import applied, comparison_affinities, key, key_of, truth

_ROWS = 1048576


class Term:
    """One condition: its function, the slots of the sources that it looks at, the join that it is of (None: of WHERE)."""

    def __init__(self, tree, scope, join=None):
        before, scope.used = scope.used, set()
        self.tree, self.join = tree, join
        self.run = function_of(tree, scope)
        self.slots = {slot for slot, _ in scope.used}
        scope.used |= before


class Step:
    """One source in the order in which they are gone through."""

    def __init__(self, source, join):
        self.source, self.join = source, join
        # What must hold for a row to be joined, and what for the row to be taken then.
        self.on, self.where = [], []
        # By what its rows are found: None (all of them), or a function that is given a fresh index, and the environment.
        self.access = None
        # The index in whose order its rows are gone through, and what brings them into that order.
        self.index = self.sorted = None
        # The term that holds for the rows that `access` finds; whether it finds one at most.
        self.reached, self.single = None, False
        # What else must hold: what is asked of many rows at once, then of each.
        self.filters, self.conditions = [], []

    def rows(self, e):
        """All of its rows, in the order in which SQLite comes to them."""
        rows = self.source.rows(e)
        return rows if self.sorted is None else self.sorted(rows)

    def settle(self, scope):
        """Decides how its terms are asked, once it is known how its rows are found."""
        terms = [term for term in self.on + self.where if term is not self.reached]
        for at, term in enumerate(terms):
            chosen = filter_of(term.tree, self.source.slot, scope)
            if chosen is None:
                terms = terms[at:]
                break
            self.filters.append(chosen)
        else:
            terms = []
        self.conditions = [term.run for term in terms]


class Joins:
    def __init__(self, scope, nodes):
        self.scope, self.kinds, self.conditions = scope, [], []
        for words, node, condition, using in nodes:
            self._add(words, node, condition, using)
        self.terms, self.steps = [], []

    # --- what there is ---

    def _add(self, words, node, condition, using):
        scope = self.scope
        source = self._source(node)
        kind = next((word for word in ('LEFT', 'RIGHT', 'FULL') if word in words), 'CROSS' if 'CROSS' in words else '')
        index = len(self.kinds)
        if 'NATURAL' in words:
            using = [name for name, *_ in source.columns if scope.find(None, name) is not None]
        conditions = conjuncts(condition)
        for name in using or ():
            place = source.places.get(name.lower())
            other = scope.find(None, name)
            if place is None or other is None:
                raise problem(f'cannot join using column {name} - column not present in both tables')
            conditions.append(('compare', '=', ('place', *other), ('place', source, place)))
            source.joined.add(name.lower())
        scope.sources.append(source)
        self.kinds.append(kind)
        self.conditions.append((index, conditions))

    def _source(self, node):
        scope, plan = self.scope, self.scope.plan
        if node.kind == 'select source':
            source = self._of_query(node.alias, plan.query(node.select, None, scope.tables))
            self._names_within(source, getattr(node, 'nested', None) or ())
            return source
        given = scope.tables.get(node.name.lower()) if node.schema is None else None
        name = node.alias or node.name
        authorizer = plan.engine.authorizer
        if given is not None:
            return self._of_query(name, given.query(plan) if authorizer is None else authorizer.within(given.name, given.query, plan))
        if node.arguments is not None:
            return self._of_query(name, plan.table_function(node.name, [function_of(tree, scope) for tree in node.arguments]))
        table = plan.table(node.schema, node.name)
        if table.query is not None:
            if hasattr(table, 'select') and not plan.engine.options[1015]:
                raise problem(f'access to view "{table.name}" prohibited')
            if authorizer is None or not hasattr(table, 'name'):
                return self._of_query(name, table.query(plan))
            source = self._of_query(name, authorizer.within(table.name, table.query, plan))
            source.seen = table
            return source
        columns = [(column.name, column.affinity, column.collation) for column in table.columns]
        source = Source(name, columns, scope.slot(), table)
        if node.schema:
            source.qualifiers.add(f'{node.schema.lower()}.{name.lower()}')
        return source

    def _names_within(self, source, nested):
        """Of a join in parentheses: its tables' names are known outside of them."""
        at = 0
        if any(using or 'NATURAL' in words for words, _, _, using in nested):
            return
        for _, node, _, _ in nested:
            inner = self._source(node)
            places = {name: at + place for name, place in inner.places.items()}
            source.within.update(dict.fromkeys(inner.qualifiers, places))
            for qualifier, names in inner.within.items():
                source.within[qualifier] = {name: at + place for name, place in names.items()}
            at += len(inner.columns)

    def _of_query(self, name, query):
        columns = [(column, affinity, collation) for column, affinity, collation in zip(query.names, query.affinities, query.collations)]
        return Source(name, columns, self.scope.slot(), query=query)

    def plan(self, where):
        """Reads the conditions, once all names are known."""
        for tree in conjuncts(where):
            for n, source in enumerate(self.scope.sources):
                if self.kinds[n] == 'LEFT' and self._needs(source, tree):
                    self.kinds[n] = ''
        terms = [Term(tree, self.scope) for tree in conjuncts(where)]
        for index, conditions in self.conditions:
            self.terms += [Term(tree, self.scope, index) for tree in conditions]
        self.terms += terms

    def _needs(self, source, tree):
        """Whether a condition cannot hold where the source has no row."""
        if tree[0] in ('column', 'place'):
            return self._place(source, tree) is not None
        if tree[0] == 'in' and (not tree[2] or not isinstance(tree[2], list)):
            # In no list is NULL neither.
            return False
        parts = {'compare': tree[2:], 'number': tree[2:], 'join': tree[2:], 'sign': tree[2:], 'not': tree[1:], 'collate': tree[1:2],
                 'cast': tree[1:2], 'between': tree[1:2], 'in': tree[1:2]}.get(tree[0], ())
        return any(self._needs(source, part) for part in parts)

    # --- in which order ---

    def choose(self, order_by=(), distinct=(), limited=False, changing=False):
        """Decides all. `order_by`, `distinct`: what order of the first source's rows would be welcome. `changing`:
        for a change of rows."""
        authorizer = self.scope.plan.engine.authorizer
        if authorizer is None:
            return self._choose(order_by, distinct, limited, changing)
        before, authorizer.again = authorizer.again, True
        try:
            self._choose(order_by, distinct, limited, changing)
        finally:
            authorizer.again = before

    def _choose(self, order_by, distinct, limited, changing):
        sources = self.scope.sources
        free = next((n for n, kind in enumerate(self.kinds) if kind), len(self.kinds))
        if 'RIGHT' in self.kinds or 'FULL' in self.kinds:
            free = 0
        order = list(range(len(sources)))
        if 2 <= free <= 6:
            order[:free] = min(_permutations(range(free)), key=self._cost)
        padding = [n for n, kind in enumerate(self.kinds) if kind in ('RIGHT', 'FULL')]
        self.steps = [Step(sources[n], self.kinds[n]) for n in order]
        places = {sources[n].slot: place for place, n in enumerate(order)}
        self.constant = []
        for term in self.terms:
            place = max((places[slot] for slot in term.slots), default=None)
            kind = self.kinds[term.join] if term.join is not None else None
            if kind in ('LEFT', 'RIGHT', 'FULL'):
                self.steps[term.join].on.append(term)
            elif place is None:
                self.constant.append(term.run)
            else:
                # A join to the right that adds rows without a left part adds them whatever an ON before it says.
                last = max((n for n in padding if term.join is None or n <= term.join), default=-1)
                step = self.steps[max(place, last)]
                (step.where if step.join in ('LEFT', 'RIGHT', 'FULL') or term.join is None and step.join else step.on).append(term)
        seen = set()
        for step in self.steps:
            terms = step.on if step.join in ('LEFT', 'RIGHT', 'FULL') else step.on + step.where
            if step.join not in ('RIGHT', 'FULL'):
                step.access, step.reached, step.single = self._access(step.source, terms, seen)
            if step.access is None and step.source.table is not None:
                step.index, step.sorted = self._order_of(step.source, terms, *(() if seen else (order_by, distinct, limited, changing)))
            if step.join not in ('LEFT', 'RIGHT', 'FULL'):
                step.settle(self.scope)
            seen.add(step.source.slot)

    def _cost(self, order):
        seen, visited, total = set(), 1.0, 0.0
        for n in order:
            source = self.scope.sources[n]
            terms = [term for term in self.terms if source.slot in term.slots and term.slots - {source.slot} <= seen]
            rows, cost = _ROWS, 3.0 * _ROWS
            found = [place for term in terms for place, *_ in self._equal(source, term)]
            table = source.table
            if table is not None and (table.rowid_column in found or len(source.columns) in found):
                rows, cost = 1, 10
            elif table is not None and any(i.unique and set(i.places) <= set(found) for i in table.indexes if i.places):
                rows, cost = 1, 15
            elif table is not None and any(i.places and i.places[0] in found for i in table.indexes):
                rows, cost = 10, 64
            elif table is not None and (ranged := self._ranged(source, terms)) is not None:
                rows, cost = _ROWS / 4, ranged
            elif found and seen:
                total += 25.0 * _ROWS
                rows, cost = 20, 40
            else:
                cost = min((_ROWS * _weight(i) for i in self._covering(source)), default=cost) if table is not None else cost
                for term in terms:
                    rows *= 0.25 if term.tree[:2] == ('compare', '=') else 0.93
            total += visited * cost
            visited *= rows
            seen.add(source.slot)
        return total

    def _ranged(self, source, terms):
        """What it costs to find the rows in a range of the rowid or of an index; None: there is none."""
        table, least = source.table, None
        for term in terms:
            for place, *_ in self._equal(source, term, ('<', '<=', '>', '>=')):
                if place in (table.rowid_column, len(source.columns)):
                    return _ROWS / 4 * 2
                for index in table.indexes:
                    if index.places and index.places[0] == place:
                        cost = _ROWS / 4 * (_weight(index) + (0 if index in self._covering(source, wider=True) else 3.03))
                        least = cost if least is None else min(cost, least)
        return least

    def _covering(self, source, wider=False):
        """The indexes that have all that is looked at, and are smaller than the table."""
        table = source.table
        used = {place for slot, place in self.scope.used if slot == source.slot}
        return [index for index in reversed(table.indexes) if index.places and index.where is None and (wider or index.width < table.width)
                and used <= set(index.places) | {len(source.columns), table.rowid_column}]

    def _equal(self, source, term, signs=('=',)):
        """(place of a column of this source, its Value, that of what it is compared with, which other sources that needs, the collation)."""
        if (term.tree[0] != 'compare' or term.tree[1] not in signs) and not ('=' in signs and term.tree[0] == 'is' and not term.tree[3] and term.tree[2] == ('literal', None)):
            return
        left, right = (term.tree[2], term.tree[3]) if term.tree[0] == 'compare' else (term.tree[1], term.tree[2])
        for one, other in ((left, right), (right, left)):
            place = self._place(source, one)
            if place is None:
                continue
            column, value, used = compiled(one, self.scope), compiled(other, self.scope), self._used([other])
            if source.slot not in used and (source.table is None or comparison_affinities(column.affinity, value.affinity)[0] is None):
                yield place, column, value, used, collation_of(*((column, value) if one is left else (value, column)), self.scope) or 'binary'

    def _used(self, trees):
        """The slots of the sources that expressions look at."""
        before, self.scope.used = self.scope.used, set()
        for tree in trees:
            compiled(tree, self.scope)
        used, self.scope.used = {slot for slot, _ in self.scope.used}, before
        return used

    def _place(self, source, tree):
        if tree[0] == 'place':
            return tree[2] if tree[1] is source else None
        if tree[0] != 'column':
            return None
        found = self.scope.find(tree[1], tree[2])
        return found[1] if found is not None and found[0] is source else None

    # --- by what rows are found ---

    def _access(self, source, terms, seen):
        best = None
        for term in terms:
            if term.tree[0] != 'compare':
                continue
            for place, column, value, used, collation in self._equal(source, term):
                if not used <= seen:
                    continue
                # A column that an authorizer hides is NULL.
                reached = term if column.column is not None else None
                table = source.table
                if table is not None and (place == len(source.columns) or place == table.rowid_column):
                    return _by_rowid(table, value.run), reached, True
                indexes = [i for i in table.indexes if i.places and i.places[0] == place] if table is not None else ()
                if len(indexes) == 1 and len(indexes[0].places) == 1 and indexes[0].where is None and (
                        indexes[0].collations[0] or 'binary') == collation:
                    return _by_index(indexes[0], value.run, comparison_affinities(column.affinity, value.affinity)[1]), reached, indexes[0].unique is not None
                if seen and best is None:
                    best = place, column, value, reached, collation
        if best is None:
            return None, None, False
        place, column, value, reached, collation = best
        of_column, of_value = comparison_affinities(column.affinity, value.affinity)
        by = key_of(collation)
        run, order = value.run, None
        table = source.table
        if table is None or not table.without_rowid and not any(i.places and i.places[0] == place for i in table.indexes):
            # SQLite makes an index of its own then, of all that is looked at.
            used = sorted(other for slot, other in self.scope.used if slot == source.slot and other not in (place, len(source.columns)))
            keys = [(other, key_of(self.scope.plan.collation(source.columns[other][2]))) for other in used]
            order = (lambda row: [by(row[other]) for other, by in keys]) if keys else None

        def found(index, e, source=source):
            if not index:
                for row in sorted(source.rows(e), key=order) if order else source.rows(e):
                    one = row[place]
                    if one is not None:
                        index.setdefault(by(applied(one, of_column) if of_column else one), []).append(row)
                index.setdefault(None, ())
            wanted = run(e)
            if wanted is None:
                return ()
            return index.get(by(applied(wanted, of_value) if of_value else wanted), ())
        return found, reached, False

    def _order_of(self, source, terms, order_by=(), distinct=(), limited=False, changing=False):
        """How SQLite would find the rows: by an index, whose order they have then: (index, what orders the rows). None: by rowid."""
        table = source.table
        equal, ranged = set(), set()
        for term in terms:
            equal.update(place for place, *_ in self._equal(source, term))
            tree = term.tree
            if tree[0] == 'compare' and tree[1] != '<>':
                ranged.update(place for place, *_ in self._equal(source, term, ('<', '<=', '>', '>=')))
            elif tree[0] == 'in' and not tree[3] and (place := self._place(source, tree[1])) is not None:
                if not isinstance(tree[2], list) or source.slot not in self._used(tree[2]):
                    ranged.add(place)
        ranged -= equal
        rowid = {len(source.columns), table.rowid_column}
        if rowid & (equal | ranged):
            return None, None
        best, score, backwards = None, (0, 0), False
        for index in reversed(table.indexes):
            if not index.places or index.where is not None:
                continue
            fixed = 0
            while fixed < len(index.places) and index.places[fixed] in equal:
                fixed += 1
            more = fixed < len(index.places) and index.places[fixed] in ranged
            if (fixed, more) > score:
                best, score = (index, fixed), (fixed, more)
        if best is None and (order_by or distinct):
            best, backwards = self._welcome(source, order_by, distinct, rowid, limited)
        if best is None and not changing:
            least = min(self._covering(source), key=lambda index: index.width, default=None)
            best = None if least is None else (least, 0)
        if best is None:
            return None, None
        index, fixed = best
        parts = [(place, key_of(self.scope.plan.collation(collation)), descending) for place, collation, descending in
                 zip(index.places[fixed:], index.collations[fixed:], index.descending[fixed:])]

        def ordered(rows):
            if backwards:
                rows = rows[::-1]
            for place, by, descending in reversed(parts):
                rows = sorted(rows, key=lambda row: by(row[place]), reverse=descending != backwards)
            return rows
        return index, ordered

    def _welcome(self, source, order_by, distinct, rowid, limited):
        """((an index whose order is that of ORDER BY, or has equal rows together, 0) or None, whether it is gone through backwards)."""
        if order_by and order_by[0][0] in rowid or rowid & set(distinct) - {None}:
            return None, False
        for index in reversed(source.table.indexes):
            if not index.places or index.where is not None:
                continue
            together = 0
            while together < len(index.places) and index.places[together] in distinct:
                together += 1
            done = next((n for n, place in enumerate(distinct) if place not in index.places[:together]), len(distinct))
            if done and (not limited or done == len(distinct)):
                return (index, 0), False
            turned = {descending != index.descending[n] for n, (place, descending) in enumerate(order_by) if n < len(index.places)}
            if order_by and [place for place, _ in order_by] == index.places[:len(order_by)] and len(turned) == 1:
                return (index, 0), turned.pop()
        return None, False

    # --- rows ---

    def environments(self, e):
        for run in self.constant:
            if not truth(run(e)):
                return iter(())
        found, progress = iter((e,)), self.scope.plan.engine.progress
        for n, step in enumerate(self.steps):
            if step.join in ('LEFT', 'RIGHT', 'FULL'):
                found = joined(found, step, e, self.steps[:n], progress)
            else:
                found = met(found, step, e, progress)
        return found


def _weight(index):
    """How much it costs to go through an index, a row of the table in SQLite's measure being about 3."""
    return 2 ** ((1 + 15 * _math.log2(4 * index.width) / _math.log2(4 * index.table.width)) / 10)


def _by_rowid(table, run):
    def found(index, e):
        value = applied(run(e), 'INTEGER')
        row = table.rows.get(value) if type(value) is int else None
        return (row,) if row is not None else ()
    return found


def _by_index(index, run, affinity):
    """Finds rows by an index of one column."""
    table, by, place = index.table, index.keys[0], index.places[0]

    def found(_, e):
        wanted = run(e)
        if wanted is None:
            return ()
        wanted = by(applied(wanted, affinity) if affinity else wanted)
        if index.unique is None:
            return table.fitting(place, by).get(wanted, ())
        row = table.rows.get(index.entries.get((wanted,)))
        return (row,) if row is not None else ()
    return found


_DIGITS = _re.compile(r'\d+')


def width_of(column):
    """How wide SQLite takes a column to be, in fours of bytes."""
    if not column.type:
        return 1
    if column.affinity not in ('TEXT', 'BLOB'):
        return 1
    kind = column.type.upper()
    size = 16
    if 'CHAR' in kind or 'BLOB' in kind and '(' in kind:
        digits = _DIGITS.search(kind)
        size = int(digits.group()) if digits else 0
    return min(size // 4 + 1, 255)
