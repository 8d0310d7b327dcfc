"""What the columns of a SELECT are called: by their own names, or by labels where two would be the same."""
from sqlalchemy.sql.base import Anon


class Named:
    """A column in a SELECT's list: the label that is written after it (None: none), its name in the result, and its key."""
    __slots__ = 'column', 'label', 'name', 'key'

    def __init__(self, column, label, name, key):
        self.column, self.label, self.name, self.key = column, label, name, key

    def proxied(self):
        return _Proxyable(self)


class _Proxyable:
    """What makes a column of an alias for one of a subquery's."""

    def __init__(self, named):
        self.named = named

    def __getattr__(self, name):
        return getattr(self.named.column, name)

    def __str__(self):
        return str(self.named.column)

    def __repr__(self):
        return repr(self.named.column)

    def _proxy(self, selectable):
        from sqlalchemy.sql.elements import ColumnClause
        column = self.named.column
        made = getattr(column, '_proxy', None)
        if made is not None:
            return made(selectable, self.named.name, self.named.key)
        found = ColumnClause(self.named.name, column.type, _selectable=selectable)
        found.key, found._proxies = self.named.key, [column]
        found.primary_key, found.foreign_keys = column.primary_key, column.foreign_keys
        return found


def _own(column):
    """The name and key of an expression that has one of its own, and whether it must be written as a label."""
    name = column._result_name()
    wrapped = column
    while name is None and hasattr(wrapped, '_wrapped'):
        wrapped = wrapped._wrapped()
        name = wrapped._result_name() if hasattr(wrapped, '_result_name') else None
        if name is not None:
            return name, True
    return name, False


def named(columns, style, asfrom=False):
    """The columns of a SELECT's list, named."""
    from sqlalchemy.sql.selectable import LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL
    found, names, repeats = [], {}, {}
    for column in columns:
        visit = column.__visit_name__
        if visit == 'textclause':
            found.append(Named(column, None, column.text, column.text))
            continue
        name, needs_label = _own(column)
        key = column.key if isinstance(getattr(column, 'key', None), str) else name
        label = None
        if visit == 'unary' and name is None and not asfrom and _of_named(column):
            found.append(Named(column, None, Anon(column, 'anon'), 'anon'))
            continue
        if name is None:
            base = column._anon_base()
            name = label = Anon(column, base)
            key = base if base != 'anon' else label
        elif style is LABEL_STYLE_TABLENAME_PLUS_COL and visit == 'column' and column.table is not None and column.table.named_with_column \
                and not getattr(column, 'is_literal', False):
            name = label = _table_label(column)
            key = label
        elif visit == 'label' or needs_label:
            label = name
            key = name if visit == 'label' else key or name
        if style is not LABEL_STYLE_NONE and name in names:
            if names[name] is column:
                repeats[name] = repeats.get(name, 0) + 1
                label = _Repeat(column, name, repeats[name])
            else:
                label = Anon(column, name if isinstance(name, str) else name.base)
            name = label
        names.setdefault(name, column)
        found.append(Named(column, label, name, key))
    return found


def _of_named(unary):
    """Whether a unary expression is of a column, and has no label then."""
    from sqlalchemy.sql import operators
    if unary.operator in (operators.is_false, operators.is_true):
        return False
    inner = unary.element
    while inner.__visit_name__ == 'unary':
        inner = inner.element
    return inner.__visit_name__ in ('column', 'label')


class _Repeat(Anon):
    """The name of a column that stands there again: `id__1`."""
    __slots__ = 'number',

    def __init__(self, owner, base, number):
        super().__init__(owner, base)
        self.number = number

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__


def _table_label(column):
    table = column.table
    if isinstance(table.name, Anon):
        return _Joined(column, table.name, column.name)
    schema = f'{table.schema.replace(".", "_")}_' if table.schema else ''
    return f'{schema}{table.name}_{column.name}'


class _Joined(Anon):
    """A label that begins with a name that the compiler makes up: `users_1_id`."""
    __slots__ = 'table',

    def __init__(self, owner, table, base):
        super().__init__(owner, base)
        self.table = table

    def __eq__(self, other):
        return isinstance(other, _Joined) and self.owner is other.owner

    def __hash__(self):
        return id(self.owner)
