"""Who may do what: a function of the program's is asked about all that a statement will do, while it is compiled."""
from _sqlite_errors import problem
from _sqlite_values import text_of

(CREATE_INDEX, CREATE_TABLE, CREATE_TEMP_INDEX, CREATE_TEMP_TABLE, CREATE_TEMP_TRIGGER, CREATE_TEMP_VIEW, CREATE_TRIGGER, CREATE_VIEW, DELETE,
 DROP_INDEX, DROP_TABLE, DROP_TEMP_INDEX, DROP_TEMP_TABLE, DROP_TEMP_TRIGGER, DROP_TEMP_VIEW, DROP_TRIGGER, DROP_VIEW, INSERT, PRAGMA, READ,
 SELECT, TRANSACTION, UPDATE, ATTACH, DETACH, ALTER_TABLE, REINDEX, ANALYZE, _, _, FUNCTION, SAVEPOINT, RECURSIVE) = range(1, 34)
_CREATED = {'create table': CREATE_TABLE, 'create index': CREATE_INDEX, 'create view': CREATE_VIEW, 'create trigger': CREATE_TRIGGER}
_DROPPED = {'table': DROP_TABLE, 'index': DROP_INDEX, 'view': DROP_VIEW, 'trigger': DROP_TRIGGER}
_TEMPORARY = {CREATE_TABLE: CREATE_TEMP_TABLE, CREATE_INDEX: CREATE_TEMP_INDEX, CREATE_VIEW: CREATE_TEMP_VIEW,
              CREATE_TRIGGER: CREATE_TEMP_TRIGGER, DROP_TABLE: DROP_TEMP_TABLE, DROP_INDEX: DROP_TEMP_INDEX, DROP_VIEW: DROP_TEMP_VIEW,
              DROP_TRIGGER: DROP_TEMP_TRIGGER}


class Authorizer:
    """Asks `callback(action, first, second, database, inner)`: 0 allows, 1 forbids, 2 has it left out."""

    def __init__(self, engine, callback):
        self.engine, self.callback = engine, callback
        # The view, trigger or table of WITH that is compiled; how many selects are; what is asked once the outermost one is.
        self.begin()

    def begin(self):
        self.inner, self.depth, self.later = None, 0, []
        # What was said of columns, and whether they are compiled once more, for how rows are found.
        self.said, self.again = {}, False

    def verdict(self, action, first, second, database):
        try:
            verdict = self.callback(action, first, second, database, self.inner)
            if not isinstance(verdict, int) or not -(1 << 31) <= verdict < 1 << 31:
                verdict = 1
        except Exception as error:
            from _sqlite_binding import callback_tracebacks
            if callback_tracebacks[0]:
                import _frames
                _frames.unraisable(error, self.callback)
            verdict = 1
        if verdict not in (0, 1, 2):
            raise problem('authorizer malfunction')
        return verdict

    def leaves_out(self, action, first=None, second=None, database=None):
        """Whether something is to be left out; what is forbidden ends the statement."""
        verdict = self.verdict(action, first, second, database)
        if verdict == 1:
            raise problem('not authorized', 'DatabaseError', 23)
        return verdict == 2

    # --- parts of selects ---

    def select(self):
        """A select begins; those within another one are asked about when that is compiled."""
        self.depth += 1
        if self.depth > 1:
            self.later.append((SELECT, None, None, None, self.inner))
            return False
        return self.leaves_out(SELECT)

    def selected(self, scope):
        """A select has been compiled: tables of which no column is looked at are told."""
        for source in scope.sources:
            table = source.table
            if table is not None and not any(
                    slot == source.slot and place not in (len(source.columns), table.rowid_column) for slot, place in scope.used):
                self.later.append((READ, table.name, '', None, self.inner))
        self.depth -= 1
        if not self.depth:
            later, self.later, inner = self.later, [], self.inner
            for *what, self.inner in later:
                self.leaves_out(*what)
            self.inner = inner

    def within(self, name, make, *arguments):
        """What compiling a view, a trigger's step or a table of WITH gives."""
        before, self.inner = self.inner, name
        try:
            return make(*arguments)
        finally:
            self.inner = before

    def database(self, table):
        for database in self.engine.databases.values():
            if getattr(table, 'database', None) is database or database.tables.get(table.name.lower()) is table:
                return database
        return None

    def reads(self, source, place):
        """Whether a column is to be NULL."""
        table = source.table or source.seen
        if table is None:
            return False
        if self.again:
            return self.said.get((id(source), place), False)
        database = self.database(table)
        if place == len(source.columns):
            alias = getattr(table, 'rowid_column', None)
            name = 'ROWID' if alias is None else table.columns[alias].name
        else:
            name = source.columns[place][0]
        where = database.name if database is not None else 'main'
        verdict = self.verdict(READ, table.name, name, where)
        if verdict == 1:
            shown = f'{table.name}.{name}'
            if where != 'main' or len(self.engine.databases) > 2:
                shown = f'{where}.{shown}'
            raise problem(f'access to {shown} is prohibited', 'DatabaseError', 23)
        self.said[id(source), place] = verdict == 2
        return verdict == 2

    def calls(self, name):
        """Whether a function is to give NULL."""
        if self.again:
            return self.said.get(name, False)
        verdict = self.verdict(FUNCTION, None, name, None)
        if verdict == 1:
            raise problem(f'not authorized to use function: {name}')
        self.said[name] = verdict == 2
        return verdict == 2

    # --- statements that are no selects and change no rows ---

    def statement(self, node):
        """Whether a statement is to do nothing."""
        self.begin()
        kind = node.kind
        if kind in ('begin', 'commit'):
            return self.leaves_out(TRANSACTION, kind.upper())
        if kind == 'rollback':
            return self.leaves_out(TRANSACTION, 'ROLLBACK') if node.name is None else self.leaves_out(SAVEPOINT, 'ROLLBACK', node.name)
        if kind in ('savepoint', 'release'):
            return self.leaves_out(SAVEPOINT, 'BEGIN' if kind == 'savepoint' else 'RELEASE', node.name)
        if kind == 'pragma':
            return self.leaves_out(PRAGMA, node.name, None if node.value is None else str(node.value), node.schema)
        if kind == 'attach':
            return self.leaves_out(ATTACH, text_of(node.file[1]) if node.file[0] == 'literal' and node.file[1] is not None else None)
        if kind == 'detach':
            return self.leaves_out(DETACH, node.name)
        if kind in _CREATED:
            return self._created(node)
        if kind == 'drop':
            return self._dropped(node)
        if kind == 'alter':
            found = self.engine.plan().find(node.schema, node.table)
            return found is not None and self.leaves_out(ALTER_TABLE, found[0].name, found[1].name)
        return False

    def _master(self, schema):
        return 'sqlite_temp_master' if schema == 'temp' else 'sqlite_master'

    def _created(self, node):
        schema = 'temp' if node.temporary else (node.schema or 'main').lower()
        on = None
        if node.kind in ('create index', 'create trigger'):
            found = self.engine.plan().find(node.schema, node.table)
            if found is None:
                return False
            schema, on = found[0].name, found[1]
        master = self._master(schema)
        action = _CREATED[node.kind]
        action = _TEMPORARY[action] if schema == 'temp' else action
        asked = [(INSERT, master, None, schema), (action, node.name, on and on.name, schema)]
        if node.kind == 'create trigger':
            asked = [*asked[::-1], asked[0]]
        if any([self.leaves_out(*one) for one in asked]):
            return True
        if node.kind == 'create index':
            return any([*[self.leaves_out(READ, on.name, value[2], schema) for value, *_ in node.columns if value[0] == 'column'],
                        self.leaves_out(*asked[0]), self.leaves_out(REINDEX, node.name, None, schema)])
        if node.kind == 'create trigger' or self.engine.plan().find(schema, node.name):
            return False
        if node.kind == 'create table':
            for number, names in enumerate(self._unique(node), 1):
                index = CREATE_TEMP_INDEX if schema == 'temp' else CREATE_INDEX
                self.leaves_out(*asked[0])
                self.leaves_out(index, f'sqlite_autoindex_{node.name}_{number}', node.name, schema)
                for name in names:
                    self.leaves_out(READ, node.name, name, schema)
                self.leaves_out(*asked[0])
        for column in ('type', 'name', 'tbl_name', 'rootpage', 'sql'):
            self.leaves_out(UPDATE, master, column, schema)
        self.leaves_out(READ, master, 'ROWID', schema)
        return False

    def _unique(self, node):
        """The columns of each index that comes with a table."""
        for column in node.columns:
            if column.primary and column.type.upper() != 'INTEGER' or getattr(column, 'unique', None):
                yield [column.name]
        for constraint in node.constraints:
            if constraint.kind in ('primary', 'unique'):
                names = [name for name in constraint.columns if isinstance(name, str)]
                kinds = [column.type.upper() for column in node.columns if column.name.lower() in [name.lower() for name in names]]
                if constraint.kind == 'unique' or kinds != ['INTEGER']:
                    yield names

    def _dropped(self, node):
        plan = self.engine.plan()
        on = None
        if node.what in ('table', 'view'):
            found = plan.find(node.schema, node.name)
        elif node.what == 'index':
            found = next(((d, i) for d in plan.databases(node.schema) if (i := d.index(node.name)) is not None), None)
        else:
            found = next(((d, t) for d in plan.databases(node.schema) if (t := d.triggers.get(node.name.lower())) is not None), None)
        if found is None:
            return False
        database, thing = found
        if node.what in ('index', 'trigger'):
            on = thing.table.name
        schema = database.name
        master = self._master(schema)
        action = _DROPPED[node.what]
        action = _TEMPORARY[action] if schema == 'temp' else action
        remove, drop = (DELETE, master, None, schema), (action, thing.name, on, schema)
        asked = [drop, remove] if node.what == 'trigger' else [remove, drop]
        if node.what in ('table', 'view'):
            asked.append((DELETE, thing.name, None, schema))
        if any([self.leaves_out(*one) for one in asked]):
            return True
        by = 'name' if node.what in ('index', 'trigger') else 'tbl_name'
        asked = [remove, (READ, master, by, schema), (READ, master, 'type', schema)]
        if node.what in ('table', 'index'):
            asked += [(UPDATE, master, 'rootpage', schema), (READ, master, 'rootpage', schema)]
        return any([self.leaves_out(*one) for one in asked])
