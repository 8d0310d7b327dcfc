"""What statements and expressions share: their trees are walked and copied, their text is the compiler's."""
from sqlalchemy import exc


class Anon:
    """A name that the compiler makes up: `base_1`, one for each owner."""
    __slots__ = 'owner', 'base'

    def __init__(self, owner, base):
        self.owner, self.base = owner, base

    def __repr__(self):
        return f'%({id(self.owner)} {self.base})s'

    def __eq__(self, other):
        return isinstance(other, Anon) and self.owner is other.owner and self.base == other.base

    def __hash__(self):
        return hash((id(self.owner), self.base))


class immutabledict(dict):
    """A dict that stays as it is."""

    def _refused(self, *args, **kw):
        raise TypeError(f'{type(self).__name__} object is immutable')

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refused

    def union(self, other=None, **kw):
        return immutabledict({**self, **(other or {}), **kw})

    merge_with = union
    __or__ = __ror__ = union

    def __repr__(self):
        return f'immutabledict({dict.__repr__(self)})'


def mapped(value, change):
    """A part of an element, with what elements it holds changed; the part itself if none did."""
    if isinstance(value, ClauseElement):
        return change(value)
    if isinstance(value, (list, tuple)):
        found = [mapped(item, change) for item in value]
        return value if all(a is b for a, b in zip(found, value)) else type(value)(found)
    return value


def held(value):
    """The elements that a part holds."""
    if isinstance(value, ClauseElement):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from held(item)


class ClauseElement:
    """Part of a statement. `_parts` names the attributes that hold others."""
    __visit_name__ = 'clause'
    _parts = ()
    is_selectable = is_clause_element = False
    _is_from = False

    def self_group(self, against=None):
        return self

    def _generate(self):
        found = self.__class__.__new__(self.__class__)
        found.__dict__.update(self.__dict__)
        return found

    def _copied(self, change):
        """A copy whose parts are changed; itself if none was."""
        new = {name: mapped(old, change) for name in self._parts if (old := getattr(self, name)) is not None}
        if all(value is getattr(self, name) for name, value in new.items()):
            return self
        found = self._generate()
        found.__dict__.update(new)
        found._after_copy()
        return found

    def _after_copy(self):
        pass

    def get_children(self, **kw):
        for name in self._parts:
            yield from held(getattr(self, name))

    def _from_objects(self):
        """What it selects from."""
        found = []
        for child in self.get_children():
            found += child._from_objects()
        return found

    def compile(self, bind=None, dialect=None, **kw):
        if dialect is None:
            dialect = bind.dialect if bind is not None else self._default_dialect()
        return dialect.compiled(self, **kw)

    def _default_dialect(self):
        from sqlalchemy.engine.default import StrCompileDialect
        return StrCompileDialect()

    def params(self, *optionaldict, **kwargs):
        values = {**(optionaldict[0] if optionaldict else {}), **kwargs}

        def change(element):
            if element.__visit_name__ == 'bindparam' and element.key in values:
                found = element._generate()
                found.value, found.required = values[element.key], False
                return found
            return None
        return replaced(self, change)

    unique_params = params

    def compare(self, other, **kw):
        return self is other or (isinstance(other, ClauseElement) and str(self) == str(other)
                                 and self.compile().params == other.compile().params)

    def _annotate(self, values):
        return self

    def __str__(self):
        return str(self.compile())

    def __repr__(self):
        described = getattr(self, 'description', None)
        if described is None:
            return object.__repr__(self)
        return f'<{type(self).__module__}.{type(self).__name__} at 0x{id(self):x}; {described}>'

    def __bool__(self):
        raise TypeError('Boolean value of this clause is not defined')

    def __invert__(self):
        return self._negate()

    def __and__(self, other):
        from sqlalchemy.sql.elements import and_
        return and_(self, other)

    def __or__(self, other):
        from sqlalchemy.sql.elements import or_
        return or_(self, other)


def walk(element):
    """An element and all below it."""
    yield element
    for child in element.get_children():
        yield from walk(child)


def replaced(element, change):
    """A tree in which `change` has put others for some elements (None: as it was)."""
    found = change(element)
    return found if found is not None else element._copied(lambda part: replaced(part, change))


class Executable:
    """What a connection executes."""
    supports_execution = True
    _execution_options = immutabledict()
    _with_options = ()
    is_select = is_dml = is_text = is_insert = is_update = is_delete = is_ddl = False

    def options(self, *options):
        found = self._generate()
        found._with_options = (*self._with_options, *options)
        return found

    def execution_options(self, **kw):
        if 'isolation_level' in kw:
            raise exc.ArgumentError("'isolation_level' execution option may only be specified on Connection.execution_options(), or per-engine using the "
                                    'isolation_level argument to create_engine().')
        found = self._generate()
        found._execution_options = self._execution_options.union(kw)
        return found

    def get_execution_options(self):
        return self._execution_options

    def _execute_on_connection(self, connection, parameters, options):
        return connection._execute_clauseelement(self, parameters, options)


class ColumnCollection:
    """Columns by name, and by number where asked for as a list."""

    def __init__(self, columns=()):
        self._all = list(columns)

    def _index(self):
        found = {}
        for key, column in self._all:
            found.setdefault(key, column)
        return found

    def add(self, column, key=None):
        self._add(column, key)

    def _add(self, column, key=None):
        key = key or column.key
        self._all = [(k, c) for k, c in self._all if k != key or isinstance(key, Anon)] + [(key, column)]

    def keys(self):
        return [key for key, _ in self._all]

    def values(self):
        return [column for _, column in self._all]

    def items(self):
        return list(self._all)

    def get(self, key, default=None):
        return self._index().get(key, default)

    def __getitem__(self, key):
        if isinstance(key, int):
            if not -len(self._all) <= key < len(self._all):
                raise IndexError(key)
            return self._all[key][1]
        if isinstance(key, (slice, tuple)):
            values = self.values()
            return ReadOnlyColumnCollection((c.key, c) for c in (values[key] if isinstance(key, slice) else [self[k] for k in key]))
        return self._index()[key]

    def __getattr__(self, key):
        if key[:2] != '__' and key != '_all':
            found = self._index().get(key)
            if found is not None:
                return found
        raise AttributeError(key)

    def __contains__(self, key):
        if not isinstance(key, str):
            raise exc.ArgumentError('__contains__ requires a string argument')
        return key in self._index()

    def __iter__(self):
        return iter(self.values())

    def __len__(self):
        return len(self._all)

    def __bool__(self):
        return True

    def contains_column(self, column):
        return any(c is column for _, c in self._all)

    def corresponding_column(self, column, require_embedded=False):
        for _, candidate in self._all:
            if candidate is column or column in candidate._proxied():
                return candidate
        return None

    def as_readonly(self):
        return ReadOnlyColumnCollection(self._all)

    def __str__(self):
        return f'{type(self).__name__}({", ".join(str(c) for c in self)})'

    __repr__ = __str__
    __hash__ = object.__hash__


class ReadOnlyColumnCollection(ColumnCollection):
    """What a program only looks at."""

    def _refused(self, *args, **kw):
        raise TypeError(f'{type(self).__name__} object is immutable and/or readonly')

    add = remove = update = clear = extend = __setitem__ = __delitem__ = _refused

    def __setattr__(self, name, value):
        if name != '_all':
            self._refused()
        super().__setattr__(name, value)


class DedupeColumnCollection(ColumnCollection):
    pass


NO_ARG = type('_NoArg', (), {'__repr__': lambda self: '_NoArg.NO_ARG'})()
