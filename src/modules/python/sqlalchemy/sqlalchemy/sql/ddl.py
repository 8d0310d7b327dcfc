"""CREATE, DROP and ALTER, and who writes them in which order."""
from sqlalchemy import event, exc
from sqlalchemy.sql.base import ClauseElement, Executable


class DDLElement(Executable, ClauseElement):
    is_ddl = True
    target = None

    def execute_if(self, dialect=None, callable_=None, state=None):
        found = self._generate()
        found._only = (dialect, callable_, state)
        return found

    _only = None

    def _execute_on_connection(self, connection, parameters, options):
        return connection._execute_ddl(self, parameters, options)

    def __call__(self, target, bind, **kw):
        """As what listens to events of a table."""
        if self._only is not None:
            dialect, wanted, state = self._only
            if dialect is not None and bind.dialect.name not in ([dialect] if isinstance(dialect, str) else dialect):
                return None
            if wanted is not None and not wanted(self, target, bind, state=state, **kw):
                return None
        found = self._generate()
        found.target = target
        return bind.execute(found)


ExecutableDDLElement = BaseDDLElement = DDLElement


class DDL(DDLElement):
    __visit_name__ = 'ddl'

    def __init__(self, statement, context=None):
        if not isinstance(statement, str):
            raise exc.ArgumentError(f'Expected a string or unicode SQL statement, got {statement!r}')
        self.statement, self.context = statement, context or {}

    def __repr__(self):
        return f'<{type(self).__name__}@{id(self)}; {self.statement!r}>'


class _OfElement(DDLElement):
    def __init__(self, element, if_exists=False, if_not_exists=False, **kw):
        self.element = self.target = element
        self.if_exists, self.if_not_exists = if_exists, if_not_exists

    def to_metadata(self, *args):
        return self


def _kind(name, visit):
    globals()[name] = type(name, (_OfElement,), {'__visit_name__': visit, '__module__': __name__})


for _name, _visit in dict(CreateTable='create_table', DropTable='drop_table', CreateIndex='create_index', DropIndex='drop_index',
                          CreateSequence='create_sequence', DropSequence='drop_sequence', CreateSchema='create_schema', DropSchema='drop_schema',
                          AddConstraint='add_constraint', DropConstraint='drop_constraint', CreateColumn='create_column',
                          CreateEnumType='create_enum_type', DropEnumType='drop_enum_type').items():
    _kind(_name, _visit)


def sorted_by_dependency(pairs, items):
    """Items, each after those that it depends on; else as they are given."""
    edges = {}
    for parent, child in pairs:
        edges.setdefault(id(child), set()).add(id(parent))
    todo, found = list(items), []
    while todo:
        left = {id(item) for item in todo}
        output = [item for item in todo if left.isdisjoint(edges.get(id(item), ()))]
        if not output:
            raise exc.CircularDependencyError('Circular dependency detected.', todo, pairs)
        gone = {id(item) for item in output}
        todo = [item for item in todo if id(item) not in gone]
        found += output
    return found


def sort_tables(tables, skip_fn=None, extra_dependencies=None):
    tables = list(tables)
    pairs = list(extra_dependencies or ())
    for table in tables:
        for constraint in table.foreign_key_constraints:
            other = constraint.referred_table
            if other is not table and not constraint.use_alter and any(other is t for t in tables):
                pairs.append((other, table))
    try:
        return sorted_by_dependency(pairs, tables)
    except exc.CircularDependencyError:
        names = ', '.join(repr(t) for t in sorted(t.key for t in tables))
        exc.warned(f'Cannot correctly sort tables; there are unresolvable cycles between tables "{names.replace(chr(39), "")}", which is usually caused by '
                   'mutually dependent foreign key constraints.  Foreign key constraints involving these tables will not be considered; this warning may '
                   'raise an error in a future release.')
        return tables


class SchemaGenerator:
    """Makes tables with what belongs to them."""

    def __init__(self, connection, checkfirst=True, tables=None):
        self.connection, self.dialect, self.checkfirst, self.tables = connection, connection.dialect, checkfirst, tables

    def _there(self, table):
        return self.dialect.has_table(self.connection, table.name, schema=table.schema)

    def _fire(self, name, target, **kw):
        for listener in event.listeners(target, name):
            listener(target, self.connection, checkfirst=self.checkfirst, _ddl_runner=self, **kw)

    def metadata(self, metadata):
        wanted = list(self.tables) if self.tables is not None else list(metadata.tables.values())
        wanted = sort_tables([t for t in wanted if not (self.checkfirst and self._there(t))])
        sequences = [s for s in metadata._sequences.values() if self.dialect.supports_sequences]
        self._fire('before_create', metadata, tables=wanted)
        self.dialect.before_create(self, [t for t in wanted], metadata)
        for sequence in sequences:
            self.connection.execute(CreateSequence(sequence))
        for table in wanted:
            self.table(table)
        self._fire('after_create', metadata, tables=wanted)

    def table(self, table):
        self._fire('before_create', table, _is_metadata_operation=True)
        self.connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: index.name or ''):
            self.connection.execute(CreateIndex(index))
        self.dialect.after_create(self, table)
        self._fire('after_create', table, _is_metadata_operation=True)


class SchemaDropper(SchemaGenerator):
    def metadata(self, metadata):
        wanted = list(self.tables) if self.tables is not None else list(metadata.tables.values())
        wanted = sort_tables([t for t in wanted if not self.checkfirst or self._there(t)])[::-1]
        self._fire('before_drop', metadata, tables=wanted)
        for table in wanted:
            self.table(table)
        self.dialect.after_drop(self, wanted)
        self._fire('after_drop', metadata, tables=wanted)

    def table(self, table):
        self._fire('before_drop', table, _is_metadata_operation=True)
        self.connection.execute(DropTable(table))
        self._fire('after_drop', table, _is_metadata_operation=True)
