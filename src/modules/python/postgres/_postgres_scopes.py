"""Compiled expressions, and what their names mean.

An environment is a list: the environment of the query around this one, then a row for each source of the query, then what
aggregates and windows have come to.
"""
from _postgres_errors import ServerError
from _postgres_types import TEXTS, assignable, canonical, castable, caster, implicit, limit, read, shown


class Anonymous(tuple):
    """The columns of a row that is of no table."""


class Value:
    """A compiled expression: its function and its type. `literal`: the text that it is, if that has no type yet;
    `number`: the parameter that it is, if nothing has said its type so far; `constant`: it is the same
    in every environment."""
    __slots__ = 'run', 'kind', 'modifiers', 'literal', 'number', 'constant'

    def __init__(self, run, kind, modifiers=(), literal=None, number=None, constant=False):
        self.run, self.kind, self.modifiers, self.literal, self.number, self.constant = run, kind, modifiers, literal, number, constant


class Source:
    """A table or a query among those of FROM: its name there, its columns as (name, type, modifiers), its place in environments."""

    def __init__(self, name, columns, slot, table=None, rows=None, schema=None):
        self.name, self.columns, self.slot, self.table, self.rows, self.schema = name, columns, slot, table, rows, schema
        self.places = {}
        for n, column in enumerate(columns):
            self.places.setdefault(column[0], n)
        # Columns that a join by USING has joined with those of sources to the left.
        self.joined = set()
        # Whether the one column of a function is also what the function's alias means.
        self.scalar = False


class Scope:
    """The names that an expression may use."""

    def __init__(self, plan, parent=None, tables=None):
        self.plan, self.parent, self.sources, self.size, self.outer = plan, parent, [], 1, False
        self.tables = tables if tables is not None else parent.tables if parent else {}
        # What aggregates and windows are registered in; None: there may be none, for the reason in `clause`.
        self.aggregates = self.windows = None
        self.clause, self.named_windows, self.grouped = 'WHERE', {}, None
        self.used = set()

    def slot(self):
        self.size += 1
        return self.size - 1

    def environment(self, outer):
        return [outer] + [None] * (self.size - 1)

    def find(self, qualifier, name):
        """(source, place of the column) or None."""
        found = None
        for source in self.sources:
            if qualifier is not None and source.name != qualifier:
                continue
            place = source.places.get(name)
            if place is None or qualifier is None and name in source.joined:
                continue
            if found is not None:
                raise ServerError('42702', f'column reference "{name}" is ambiguous')
            found = source, place
        return found

    def source(self, name):
        for source in self.sources:
            if source.name == name:
                return source
        return self.parent.source(name) if self.parent else None


def converted(value, kind, scope, modifiers=(), how='implicit', what=None):
    """A Value as one of a type. `how`: implicit, assignment (`what`: the column) or explicit."""
    enums = scope.plan.enums
    fit = limit(kind, modifiers, how == 'explicit')
    if value.number is not None:
        types = scope.plan.types
        if types[value.number] is None:
            types[value.number] = kind
        value = Value(value.run, types[value.number])
    if value.literal is not None and kind != 'unknown':
        found = read(value.literal, kind, enums)
        found = fit(found) if fit else found
        return Value(lambda e: found, kind, modifiers, constant=True)
    if value.kind == 'unknown' and value.constant or kind == value.kind and (not fit or modifiers == value.modifiers):
        return Value(value.run, kind, value.modifiers if kind == value.kind else modifiers, constant=value.constant)
    allowed = {'implicit': implicit, 'assignment': assignable, 'explicit': castable}[how](value.kind, kind) or value.kind == 'unknown' or (
        value.kind == kind) or value.kind not in TEXTS and kind in TEXTS and how != 'implicit'
    if how == 'explicit' and value.kind.endswith('[]') and kind.endswith('[]'):
        allowed = castable(value.kind[:-2], kind[:-2])
    if not allowed:
        if how == 'assignment':
            raise ServerError('42804', f'column "{what}" is of type {shown(kind)} but expression is of type {shown(value.kind)}',
                              hint='You will need to rewrite or cast the expression.')
        if how == 'explicit':
            raise ServerError('42846', f'cannot cast type {shown(value.kind)} to {shown(kind)}')
        raise ServerError('42804', f'{what} must be type {shown(kind)}, not type {shown(value.kind)}')
    cast, run = caster(value.kind, kind, enums), value.run
    if cast is None and fit is None:
        return Value(run, kind, modifiers)
    if cast is None or fit is None:
        cast = cast or fit
        return Value(lambda e: None if (found := run(e)) is None else cast(found), kind, modifiers)
    return Value(lambda e: None if (found := run(e)) is None else fit(cast(found)), kind, modifiers)


def settled(value, scope):
    """A Value whose type is known: what has none is a text."""
    return converted(value, 'text', scope) if value.kind == 'unknown' else value


def type_of(name, plan):
    """The type and the modifiers that a type's name says."""
    word, modifiers, dimensions = name
    if word in ('float',) and modifiers:
        return ('float4' if modifiers[0] < 25 else 'float8') + '[]' * bool(dimensions), ()
    kind = canonical(word, plan.enums)
    if kind == 'bpchar' and not modifiers and word != 'bpchar':
        modifiers = 1,
    if kind == 'interval':
        modifiers = ()
    return kind + ('[]' if dimensions else ''), modifiers



def _distance(a, b):
    row = list(range(len(b) + 1))
    for n, c in enumerate(a, 1):
        last, row[0] = row[0], n
        for m, d in enumerate(b, 1):
            last, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, last + (c != d))
    return row[-1]


def unknown_column(qualifier, name, scope):
    near, best = [], 4
    if qualifier is not None and scope.source(qualifier) is None:
        at = scope
        while at:
            for source in at.sources:
                if source.table is not None and source.table.name == qualifier:
                    return ServerError('42P01', f'invalid reference to FROM-clause entry for table "{qualifier}"',
                                       hint=f'Perhaps you meant to reference the table alias "{source.name}".')
            at = at.parent
        return ServerError('42P01', f'missing FROM-clause entry for table "{qualifier}"')
    at = scope
    while at:
        for source in at.sources:
            penalty = 0 if qualifier is None else _distance(qualifier, source.name)
            for column, *_ in source.columns:
                distance = _distance(name, column)
                if distance > len(column) // 2 or distance + penalty > best or distance + penalty > 3:
                    continue
                if distance + penalty < best:
                    near, best = [], distance + penalty
                near.append(f'the column "{source.name}.{column}"')
        at = at.parent
    fields = {'hint': f'Perhaps you meant to reference {" or ".join(near)}.'} if 0 < len(near) < 3 else {}
    full = f'column {qualifier}.{name} does not exist' if qualifier else f'column "{name}" does not exist'
    return ServerError('42703', full, **fields)
