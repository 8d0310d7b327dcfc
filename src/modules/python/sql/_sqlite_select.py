"""Selects: what they take from tables, joined, grouped and ordered as SQLite does it."""
from itertools import islice as _islice
from operator import itemgetter
from _sqlite_errors import DatabaseError, problem
from _sqlite_expressions import Scope, Value, compiled, function_of
from _sqlite_functions import Most
from _sqlite_groups import Aggregate, Groups, are_together
from _sqlite_joins import Joins
from _sqlite_loops import chosen
from _sqlite_values import key, key_of, numeric_text, truth
from _sqlite_with import with_tables


_NUMBERS = {int, float}


class Query:
    """A compiled select: the names and affinities of its columns; `outer`: it looks at queries around it."""

    def __init__(self, plan, node, parent=None, tables=None):
        self.plan, self.node = plan, node
        tables = with_tables(node, tables if tables is not None else parent.tables if parent else {})
        whole = node if len(node.parts) == 1 else None
        self.parts = [(how, _core(part, Scope(plan, parent, tables), whole)) for how, part in node.parts]
        first = self.parts[0][1]
        self.names, self.affinities, self.declared = first.names, first.affinities, first.declared
        self.collations = first.collations
        for how, part in self.parts[1:]:
            if len(part.names) != len(self.names):
                raise problem(f'SELECTs to the left and right of {how} do not have the same number of result columns')
        around = Scope(plan, parent, tables)
        self.limit, self.offset = count(node.limit, around), count(node.offset, around)
        self.order = self._compound_order() if len(self.parts) > 1 else []
        self.outer = around.outer or any(part.outer for _, part in self.parts)
        self.kept = None

    def _compound_order(self):
        found = []
        for number, (tree, descending, nulls) in enumerate(self.node.order, 1):
            collation = None
            if tree[0] == 'collate':
                collation, tree = tree[2].lower(), tree[1]
            if tree[0] == 'literal' and type(tree[1]) is int:
                place = tree[1] - 1
                if not 0 <= place < len(self.names):
                    raise problem(f'{_ordinal(number)} ORDER BY term out of range - should be between 1 and {len(self.names)}')
            elif tree[0] == 'column':
                place = next((n for _, part in self.parts for n, name in enumerate(part.names) if name.lower() == tree[2].lower()), None)
            else:
                place = None
            if place is None:
                raise problem(f'{_ordinal(number)} ORDER BY term does not match any column in the result set')
            found.append((place, descending, nulls, self.plan.collation(collation or self.collations[place])))
        return found

    def rows(self, e=None, most=None):
        """The rows in an environment around this query's; what depends on none of it is computed once a run."""
        if self.outer:
            return self._rows(e, most)
        run = self.plan.run
        if self.kept is None or self.kept[0] is not run or self.kept[2] != most:
            self.kept = run, self._rows(e, most), most
        return self.kept[1]

    def _rows(self, e, most):
        limit = self.limit(e) if self.limit else None
        offset = max(0, self.offset(e) or 0) if self.offset else 0
        limit = None if limit is not None and limit < 0 else limit
        if len(self.parts) == 1:
            stop = most if limit is None else limit if most is None else min(limit, most)
            found = self.parts[0][1].rows(e, None if stop is None else stop + offset)
        else:
            found = self._compound(e)
        return found[offset:None if limit is None else offset + limit] if offset or limit is not None else found

    def _compound(self, e):
        keys = [key_of(self.plan.collation(collation)) for collation in self.collations]

        def of(row):
            return tuple([k(value) for k, value in zip(keys, row)])
        found, ordered = self.parts[0][1].rows(e, None), True
        for how, part in self.parts[1:]:
            rows = part.rows(e, None)
            if how == 'UNION ALL':
                found, ordered = found + rows, True
                continue
            seen = {}
            if how == 'UNION':
                for row in found + rows:
                    seen[of(row)] = row
            else:
                others = {of(row) for row in rows}
                for row in found:
                    place = of(row)
                    if (place in others) == (how == 'INTERSECT'):
                        seen.setdefault(place, row)
            found = [seen[place] for place in sorted(seen)]
        for place, descending, nulls, collation in reversed(self.order):
            by = key_of(collation)
            found = _sorted(found, lambda row: by(row[place]), descending, nulls, lambda row: row[place] is None)
        return found


def _ordinal(number):
    return f'{number}{"th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")}'


def _sorted(rows, by, descending, nulls, is_null):
    rows = sorted(rows, key=by, reverse=descending)
    if nulls and (nulls == 'FIRST') == descending:
        empty = [row for row in rows if is_null(row)]
        full = [row for row in rows if not is_null(row)]
        rows = empty + full if nulls == 'FIRST' else full + empty
    return rows


def count(tree, scope):
    if tree is None:
        return None
    of = function_of(tree, scope)

    def count(e):
        value = of([e])
        if type(value) is str:
            value = numeric_text(value)
        if type(value) is float and value == int(value):
            value = int(value)
        if type(value) is not int:
            raise problem('datatype mismatch', 'IntegrityError', 20)
        return value
    return count


class Values:
    """VALUES (…), (…)."""

    def __init__(self, node, scope):
        rows = [[compiled(tree, scope) for tree in row] for row in node.rows]
        self.functions = [[value.run for value in row] for row in rows]
        self.names = [f'column{n + 1}' for n in range(len(rows[0]))]
        self.affinities = [value.affinity for value in rows[0]]
        self.collations, self.declared = [None] * len(rows[0]), [None] * len(rows[0])
        self.outer = scope.outer

    def rows(self, e, most):
        e = [e]
        return [tuple([run(e) for run in row]) for row in self.functions]


def _core(node, scope, whole):
    return Values(node, scope) if node.kind == 'values' else Core(node, scope, whole)


class Core:
    """One SELECT … FROM … WHERE … GROUP BY …, and the order of the whole if it is no compound."""

    def __init__(self, node, scope, whole):
        self.node, self.scope = node, scope
        authorizer = scope.plan.engine.authorizer
        self.left_out = authorizer is not None and authorizer.select()
        self.joins = Joins(scope, node.sources)
        results = self._results(node.columns)
        scope.aliases = {name.lower(): tree for tree, name, given in results if given}
        self._aggregates = []
        self.windows = None
        scope.aggregates = self._aggregate
        self.aggregate_slot = scope.slot()
        scope.windows = self._window
        values = [compiled(tree, scope) for tree, _, _ in results]
        self.names = [name for _, name, _ in results]
        self.results = [value.run for value in values]
        # What makes a result of an environment; of columns of one source it takes them from its row at once.
        columns = [value.column for value in values]
        slots = {column and column[0] for column in columns}
        self.slot = self.pick = None
        if len(slots) == 1 and None not in slots:
            self.slot = slots.pop()
            self.pick = itemgetter(*[place for _, place in columns]) if len(columns) > 1 else _one(columns[0][1])
        self.affinities = [value.affinity for value in values]
        self.collations = [value.collation for value in values]
        self.declared = [self._declared(tree) for tree, _, _ in results]
        if node.having is not None and not node.group and not self._aggregates:
            self.having = function_of(node.having, scope)
            if not self._aggregates:
                raise problem('a GROUP BY clause is required before HAVING')
        else:
            self.having = None if node.having is None else function_of(node.having, scope)
        scope.aggregates, windows, scope.windows = None, scope.windows, None
        self.joins.plan(node.where)
        scope.aggregates, scope.windows = self._aggregate, windows
        self.order = [self._ordering(term, results, values, n) for n, term in enumerate(whole.order, 1)] if whole else []
        scope.aggregates = scope.windows = None
        group = [self._numbered(tree, results, n, 'GROUP') for n, tree in enumerate(node.group, 1)]
        if any(tree[0] == 'call' and scope.plan.aggregating(tree) for tree in group):
            raise problem('aggregate functions are not allowed in the GROUP BY clause')
        self.group, looks = [], []
        for tree in group:
            before, scope.used = scope.used, set()
            self.group.append(compiled(tree, scope))
            looks.append({slot for slot, _ in scope.used})
            scope.used |= before
        if self.windows is not None:
            self.windows.compile()
        self.joins.choose(*self._wished(results, whole), bool(self.group) or whole is not None and whole.limit is not None)
        # Rows are taken as they are found.
        self.is_plain = not (self.group or self._aggregates or self.windows or self.order or node.distinct or self.left_out)
        steps = self.joins.steps
        # The one source whose rows are all that there is to look at.
        alone = len(steps) == 1 and not steps[0].join and not steps[0].conditions and self.windows is None and not scope.calls
        self.alone = steps[0] if alone else None
        # SQLite sorts the rows of groups in the directions of an ORDER BY of as many terms, whatever these are.
        directions = [descending for _, descending, _ in whole.order] if whole and len(whole.order) == len(group) else [False] * len(group)
        if self.group or self._aggregates:
            terms = [(value.column, slots) for value, slots in zip(self.group, looks)]
            together = bool(terms) and are_together(steps, terms)
            self.groups = Groups(self.group, None if together else directions, self._aggregates, scope, self.alone and self.alone.source.slot)
        self.outer = scope.outer
        if authorizer is not None:
            authorizer.selected(scope)

    def _wished(self, results, whole):
        """(terms as (place of a column of the first source, descending) of ORDER BY; places of DISTINCT's columns): an order of rows that saves
        sorting."""
        if not self.scope.sources:
            return (), ()
        first = self.scope.sources[0]
        if self.group:
            places = [value.column[1] if value.column is not None and value.column[0] == first.slot else None for value in self.group]
            return (), () if None in places else places
        if self._aggregates or self.windows is not None:
            return (), ()
        if self.order:
            terms = []
            for (tree, descending, nulls), (_, _, _, _) in zip(whole.order, self.order):
                if tree[0] == 'literal' and type(tree[1]) is int:
                    tree = results[tree[1] - 1][0]
                elif tree[0] == 'column' and tree[1] is None:
                    tree = next((one for one, name, given in results if given and name.lower() == tree[2].lower()), tree)
                terms.append((self.joins._place(first, tree), descending))
            return terms, ()
        return (), [self.joins._place(first, tree) for tree, _, _ in results] if self.node.distinct else ()

    def _results(self, columns):
        """(tree, name, whether it was given) of each column, those of * included."""
        found = []
        for tree, name, text in columns:
            if tree is not None:
                shown = name or (self._own_name(tree) or text)
                found.append((tree, shown, name is not None))
                continue
            if not self.scope.sources:
                raise problem('no tables specified')
            sources = [s for s in self.scope.sources if name is None or name.lower() in s.qualifiers]
            if not sources:
                raise problem(f'no such table: {name}')
            for source in sources:
                for n, column in enumerate(source.columns):
                    if name is None and column[0].lower() in source.joined:
                        continue
                    if source.table is not None and source.table.columns[n].hidden:
                        continue
                    found.append((('place', source, n), column[0], True))
        return found

    def _own_name(self, tree):
        if tree[0] != 'column':
            return None
        try:
            found = self.scope.find(tree[1], tree[2])
        except DatabaseError:
            found = None
        if found is None:
            return None
        source, place = found
        if place == len(source.columns):
            alias = source.table.rowid_column
            return tree[2] if alias is None else source.columns[alias][0]
        return source.columns[place][0]

    def _declared(self, tree):
        if tree[0] == 'place':
            source, place = tree[1:]
        else:
            found = self.scope.find(tree[1], tree[2]) if tree[0] == 'column' else None
            if found is None:
                return None
            source, place = found
        if source.table is None:
            return source.declared[place]
        return 'INTEGER' if place == len(source.columns) else source.table.columns[place].type

    def _numbered(self, tree, results, number, what):
        """The result's tree that a number stands for; else the tree."""
        if tree[:2] == ('sign', '-') and tree[2][0] == 'literal' and type(tree[2][1]) is int:
            tree = 'literal', -tree[2][1]
        if tree[0] == 'literal' and type(tree[1]) is int:
            if not 1 <= tree[1] <= len(results):
                raise problem(f'{_ordinal(number)} {what} BY term out of range - should be between 1 and {len(results)}')
            return results[tree[1] - 1][0]
        return tree

    def _ordering(self, term, results, values, number):
        tree, descending, nulls = term
        plain, collation = tree, None
        if plain[0] == 'collate':
            plain, collation = plain[1], plain[2].lower()
        place = None
        self._numbered(plain, results, number, 'ORDER')
        if plain[0] == 'literal' and type(plain[1]) is int:
            place = plain[1] - 1
        elif plain[0] == 'column' and plain[1] is None:
            place = next((n for n, (_, name, given) in enumerate(results) if given and name.lower() == plain[2].lower()), None)
        value = values[place] if place is not None else compiled(plain, self.scope)
        return value, key_of(self.scope.plan.collation(collation or value.collation)), descending, nulls

    # --- aggregates ---

    def _aggregate(self, tree, scope, make):
        """Registers a call of an aggregate; the value is what it has come to in a group."""
        _, name, arguments, more, *_ = tree
        known = next((n for n, one in enumerate(self._aggregates) if one.of == (id(scope), repr(tree))), None)
        if known is None:
            before, scope.aggregates = scope.aggregates, None
            windows, scope.windows = scope.windows, None
            values = [compiled(argument, scope) for argument in arguments or ()]
            only = compiled(more[1], scope) if more and more[1] else None
            scope.aggregates, scope.windows = before, windows
            if more and more[0] and len(values) != 1:
                raise problem('DISTINCT aggregates must have exactly one argument')
            distinct = key_of(scope.plan.collation(values[0].collation)) if more and more[0] else None
            # Not so the program's own of these names.
            picks = issubclass(make, Most)
            collation = values[0].collation if picks else None
            new = (lambda: make(scope.plan.collation(collation))) if collation else make
            known = len(self._aggregates)
            self._aggregates.append(Aggregate((id(scope), repr(tree)), new, values, only, distinct, picks))
        slot = self.aggregate_slot
        return Value(lambda e: e[slot][known])

    def _window(self, tree, scope):
        if self.windows is None:
            from _sqlite_windows import Windows
            self.windows = Windows(self, scope)
        return self.windows.value(tree)

    # --- rows ---

    def rows(self, outer, most):
        if self.left_out:
            return []
        e = [None] * self.scope.size
        e[0] = outer
        if self.is_plain and most != 0:
            found = self._found(e, most)
            if found is not None:
                return found
        rows = None
        if self.alone is not None:
            rows = self._rows_alone(e)
            if type(rows) is not list and (most is None or not self.is_plain):
                rows = list(rows)
        if self.group or self._aggregates:
            members = rows
            if rows is None:
                members = self.joins.environments(e)
                # Without GROUP BY each row is done with before the next one is looked for.
                if self.group or not self.scope.calls:
                    members = [one[:] for one in members]
            environments, rows = self.groups.environments(members, e, self.aggregate_slot), None
            if self.having is not None:
                environments = (e for e in environments if truth(self.having(e)))
        elif rows is None:
            environments = self.joins.environments(e)
        if self.windows is not None:
            environments = self.windows.environments([e[:] for e in environments])
        if rows is not None:
            found = self._made(rows, e, most if not self.order and not self.node.distinct else None)
            columns = [self._column(value, rows, e) for value, *_ in self.order]
        elif self.order:
            found, columns = self._made_in_order(environments)
        else:
            if most == 0:
                return []
            found = self._taken(environments, None if self.node.distinct else most)
            columns = ()
        if self.node.distinct:
            found, columns = self._distinct(found, columns)
        return self._ordered(found, columns) if self.order else found

    def _rows_alone(self, e):
        """The rows of the one source that there is."""
        step = self.alone
        for run in self.joins.constant:
            if not truth(run(e)):
                return ()
        rows = step.access({}, e) if step.access is not None else step.rows(e)
        progress = self.scope.plan.engine.progress
        if progress is not None:
            return (row for row in progress.watch(rows) if all([taken((row,), e) for taken in step.filters]))
        return chosen(rows, step.filters, e) if step.filters and rows else rows

    def _made(self, rows, e, most):
        """The results of these rows of the one source."""
        if self.pick is not None:
            return list(map(self.pick, rows if most is None else _islice(rows, most)))
        slot, results, found = self.alone.source.slot, self.results, []
        for e[slot] in rows if most is None else _islice(rows, most):
            found.append(tuple([run(e) for run in results]))
        return found

    def _column(self, value, rows, e):
        """What an expression is for each of these rows."""
        if value.column is not None:
            place = value.column[1]
            return [row[place] for row in rows]
        slot, run, found = self.alone.source.slot, value.run, []
        for e[slot] in rows:
            found.append(run(e))
        return found

    def _made_in_order(self, environments):
        """The results, and what each term of ORDER BY is for them."""
        results, slot, pick = self.results, self.slot, self.pick
        runs, found, keys = [value.run for value, *_ in self.order], [], []
        of, known = self._place_of() if self.node.distinct else None, set()
        for e in environments:
            row = tuple([run(e) for run in results]) if pick is None else pick(e[slot])
            if of is not None:
                place = of(row)
                if place in known:
                    continue
                known.add(place)
            found.append(row)
            keys.append([run(e) for run in runs])
        return found, [[one[n] for one in keys] for n in range(len(runs))]

    def _taken(self, environments, most):
        if self.pick is not None and most is None:
            slot, pick = self.slot, self.pick
            return [pick(e[slot]) for e in environments]
        results, found = self.results, []
        for e in environments:
            found.append(tuple([run(e) for run in results]))
            if most is not None and len(found) >= most:
                break
        return found

    def _ordered(self, found, columns):
        """The rows in the order of what the terms of ORDER BY are for them."""
        places = range(len(found))
        for column, (_, by, descending, nulls) in zip(reversed(columns), reversed(self.order)):
            kinds = {*map(type, column)}
            keys = column if kinds <= _NUMBERS or len(kinds) == 1 and by is key and None not in column else list(map(by, column))
            places = _sorted(places, keys.__getitem__, descending, nulls, lambda place: column[place] is None)
        return [found[place] for place in places]

    def _found(self, e, most):
        """The rows of a query of one source whose rows are found by a value; None: it is none."""
        steps, joins = self.joins.steps, self.joins
        if len(steps) != 1 or steps[0].access is None or joins.constant or steps[0].join or self.scope.plan.engine.progress is not None:
            return None
        step, results, found = steps[0], self.results, []
        slot, conditions = step.source.slot, [term.run for term in step.on + step.where if term is not step.reached]
        for row in step.access({}, e):
            e[slot] = row
            for run in conditions:
                if not truth(run(e)):
                    break
            else:
                found.append(tuple([run(e) for run in results]) if self.pick is None else self.pick(row))
                if most is not None and len(found) >= most:
                    break
        return found

    def _place_of(self):
        """The function that gives what two rows have in common that DISTINCT takes for one."""
        keys = [key_of(self.scope.plan.collation(collation)) for collation in self.collations]
        if all([by is key for by in keys]):
            return tuple
        return lambda row: tuple([by(value) for by, value in zip(keys, row)])

    def _distinct(self, rows, columns):
        """Each row once, where it comes first, and the columns of as many."""
        firsts = {}
        for n, place in enumerate(map(self._place_of(), rows)):
            firsts.setdefault(place, n)
        return [rows[n] for n in firsts.values()], [[column[n] for n in firsts.values()] for column in columns]


def _one(place):
    return lambda row: (row[place],)
