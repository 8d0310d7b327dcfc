"""What one connection has: databases, a transaction, the statements that it has prepared."""
import os as _os
import time as _time
from _frames import extension as _extension
from _thread import allocate_lock as _allocate_lock, get_ident as _get_ident
from _sqlite_plan import Plan
from _sqlite_select import Query
from _sqlite_statements import parsed
from _sqlite_errors import DatabaseError, action_of, problem
from _sqlite_tables import Database

HEADER = b'SQLite format 3\0'
# Databases in files, by their paths; one statement at a time runs in any of them.
_files, _shared = {}, {}
_PAUSES = (1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100)


class _Turn:
    """A lock that a thread may take again, and that nobody sees: it is none of the program's."""

    def __init__(self):
        self._lock, self._owner, self._depth = _allocate_lock(), None, 0

    def __enter__(self):
        me = _get_ident()
        if self._owner != me:
            self._lock.acquire()
            self._owner = me
        self._depth += 1

    def __exit__(self, kind, value, traceback):
        self._depth -= 1
        if not self._depth:
            self._owner = None
            self._lock.release()

    def pause(self, seconds):
        """Lets others have it for so long."""
        depth, self._depth, self._owner = self._depth, 0, None
        self._lock.release()
        try:
            _time.sleep(seconds)
        finally:
            self._lock.acquire()
            self._owner, self._depth = _get_ident(), depth


_turn = _Turn()


class Statement:
    """A statement that has been parsed. `names`: its columns, once it has run; None: it has none."""

    def __init__(self, engine, node, parameters):
        self.engine, self.node, self.parameters = engine, node, parameters
        self.changes = node.kind in ('insert', 'update', 'delete')
        # Whether the module knows it as one that changes rows, by its first word.
        self.counts = self.changes and not getattr(node, 'tables', None)
        # Whether an authorizer has it do nothing.
        self.left_out = False
        self.names = self.declared = self._of = None
        self._versions = self._plan = None
        # Whether all parameters are `?`; what a cursor tells of the columns, and of which names that is.
        self.nameless = all([name is None or name[0] == '?' for name in parameters])
        self.described = self.described_of = None

    def _compiled(self):
        """The plan and the Query or Change, made anew when a database has other tables than before."""
        versions = self.engine.version
        for database in self.engine.databases.values():
            versions += database.version
        if self._versions != versions:
            self._plan = Plan(self.engine, len(self.parameters))
            if self.engine.authorizer is not None:
                self.engine.authorizer.begin()
            self._of = self._plan.compiled(self.node)
            self._versions = versions
            self.names, self.declared = self._of.names, self._of.declared
        return self._plan, self._of

    def run(self, values):
        """The rows that the statement gives."""
        # As `with _turn` does.
        engine, me = self.engine, _get_ident()
        if _turn._owner != me:
            _turn._lock.acquire()
            _turn._owner = me
        _turn._depth += 1
        try:
            if engine.filed:
                engine.refresh()
            if engine.progress is not None:
                engine.progress.spend(engine.progress.STATEMENT)
            return self._run(values)
        finally:
            _turn._depth -= 1
            if not _turn._depth:
                _turn._owner = None
                _turn._lock.release()

    def _run(self, values):
        engine, kind = self.engine, self.node.kind
        if kind == 'select':
            run = self._select
            for database in engine.databases.values():
                if database.writer is not None and database.writer is not engine and database.log:
                    run = (lambda run, database: lambda values: database.hidden(lambda: run(values)))(run, database)
            return run(values)
        if self.changes:
            return engine.changing(self._change, values)
        self.names = None
        if self.left_out:
            return ()
        if kind in ('create table', 'create index', 'create view', 'create trigger', 'create virtual table', 'drop', 'alter'):
            from _sqlite_makes import make
            return engine.changing(make, engine, self.node)
        if kind == 'pragma':
            from _sqlite_pragmas import pragma
            found = pragma(engine, self.node)
            if found is None:
                return ()
            self.names, rows = found
            self.declared = [None] * len(self.names)
            return rows
        if kind == 'explain':
            from _frames import not_supported
            not_supported('EXPLAIN', 'the statement itself')
        if kind == 'attach':
            engine.attach(self.node)
        elif kind == 'detach':
            engine.detach(self.node.name)
        elif kind == 'nothing':
            engine.nothing(self.node)
        else:
            getattr(engine, kind)(self.node)
        return ()

    def _select(self, values):
        plan, query = self._compiled()
        if values:
            plan.values[:] = values
        plan.run = object()
        return query.rows()

    def _change(self, values):
        plan, change = self._compiled()
        self.engine.writes(plan.changes)
        plan.values[:] = values
        plan.run = object()
        try:
            rows = change.execute()
        except BaseException as error:
            action = action_of(error) or getattr(self.node, 'action', None)
            self.engine.must_roll_back, self.engine.keeps = action == 'ROLLBACK', action == 'FAIL'
            if not self.engine.keeps:
                plan.counted = 0
            raise
        finally:
            plan.later = []
            self.engine.changed = plan.counted
            self.engine.total += plan.counted
        return rows


Statement.__module__ = 'sqlite3'
_extension(Statement)


class Engine:
    def __init__(self, file, timeout=5.0, readonly=False):
        self.readonly = readonly
        self.timeout, self.functions, self.aggregates, self.collations, self.progress, self.authorizer = timeout, {}, {}, {}, None, None
        self.last_rowid = self.changed = self.total = self.version = 0
        self.functions['last_insert_rowid', 0] = lambda: self.last_rowid
        self.functions['changes', 0] = lambda: self.changed
        self.functions['total_changes', 0] = lambda: self.total
        self.foreign_keys = self.defers = self.must_roll_back = self.keeps = False
        self.deferred, self.open, self.savepoints = [], False, []
        # Options by their numbers, those that are on at first; that of foreign keys stands by itself.
        self.options = {number: number in (1003, 1004, 1005, 1013, 1014, 1015, 1017) for number in range(1003, 1018)}
        # Whether any of the databases is one that others may write to.
        self.filed = False
        self.databases = {'main': self.opened('main', file), 'temp': Database('temp')}

    def plan(self):
        return Plan(self)

    def prepare(self, sql):
        """(Statement or None, where the rest of the text begins)."""
        node, parameters, rest = parsed(sql)
        if node is None:
            return None, rest
        statement = Statement(self, node, parameters)
        if node.kind in ('select', 'insert', 'update', 'delete'):
            with _turn:
                self.refresh()
                statement._compiled()
        elif self.authorizer is not None:
            statement.left_out = self.authorizer.statement(node)
        return statement, rest

    def option(self, number):
        if number == 1002:
            return self.foreign_keys
        if number not in self.options:
            raise ValueError(f"unknown config 'op': {number}")
        return self.options[number]

    def set_option(self, number, value):
        self.option(number)
        self.version += 1
        if number == 1002:
            self.foreign_keys = value
        else:
            self.options[number] = value

    def nothing(self, node):
        """VACUUM, ANALYZE, REINDEX."""
        if node.word == 'VACUUM' and self.open:
            raise problem('cannot VACUUM from within a transaction')
        if node.name is not None and node.word == 'ANALYZE' and self.plan().find(None, node.name) is None and not any(
                d.index(node.name) for d in self.databases.values()) and node.name.lower() not in self.databases:
            raise problem(f'no such table: {node.name}')

    # --- files ---

    def opened(self, name, file):
        found = self._opened(name, file)
        found.users += 1
        return found

    def _opened(self, name, file):
        if file in (':memory:', ''):
            return Database(name)
        if file.startswith(':shared:'):
            return _shared.setdefault(file, Database(name))
        path, self.filed = _os.path.realpath(file), True
        if not _os.path.isdir(_os.path.dirname(path)) or _os.path.isdir(path):
            raise problem('unable to open database file', code=14)
        try:
            with open(path, 'ab'):
                pass
        except OSError:
            if not _os.path.isfile(path):
                raise problem('unable to open database file', code=14) from None
        found, there = _files.get(path), _os.stat(path)
        if found is None or found.inode != there.st_ino or there.st_size < found.read:
            found = _files[path] = Database(name, path)
            found.inode = there.st_ino
        return found

    def refresh(self):
        for database in self.databases.values():
            if database.file is not None and database.writer is None:
                self._read(database)

    def _read(self, database):
        """Takes what others have written to the file."""
        try:
            size = _os.stat(database.file).st_size
        except OSError:
            return
        if size <= database.read:
            return
        import pickle
        with open(database.file, 'rb') as file:
            if database.read == 0 and file.read(len(HEADER)) != HEADER:
                raise problem('file is not a database', 'DatabaseError', 26)
            file.seek(max(database.read, len(HEADER)))
            databases = getattr(self, 'databases', None)
            self.databases = {'main': database, 'temp': Database('temp')}
            try:
                while file.tell() < size:
                    for record in pickle.load(file):
                        self._apply(database, record)
            except (pickle.UnpicklingError, EOFError, AttributeError, ValueError, IndexError, KeyError):
                from _frames import not_supported
                not_supported('reading a file that SQLite itself has written', 'a database that the program makes')
            finally:
                self.databases = databases
        database.log.clear()
        database.writer, database.read = None, size
        database.version += 1

    def _apply(self, database, record):
        if record[0] == 'row':
            _, name, rowid, row = record
            table = database.tables[name.lower()]
            table.prepare(self.plan())
            database.store(table, rowid, row)
        else:
            from _sqlite_makes import make
            database.writer = self
            make(self, parsed(record[1])[0])

    def attach(self, node):
        from _sqlite_expressions import Scope, function_of
        name = node.name.lower()
        if name in self.databases:
            raise problem(f'database {node.name} is already in use')
        if self.open:
            raise problem('cannot ATTACH database within transaction')
        self.databases[name] = self.opened(node.name, function_of(node.file, Scope(self.plan()))([None]))
        self.version += 1

    def detach(self, name):
        if name.lower() not in self.databases or name.lower() in ('main', 'temp'):
            raise problem(f'no such database: {name}' if name.lower() not in self.databases else f'cannot detach database {name}')
        # The sum of all versions is never again what it was.
        found = self.databases.pop(name.lower())
        self._let_go(found)
        self.version += found.version + 1

    # --- transactions ---

    def writes(self, database):
        """Takes a database for this connection, waiting for others as long as its timeout."""
        if database.writer is self:
            return
        if self.readonly and database.file is not None:
            raise problem('attempt to write a readonly database', code=8)
        waited, pauses = 0, iter(_PAUSES)
        while database.writer is not None:
            pause = min(next(pauses, 100), int(self.timeout * 1000) - waited)
            if pause <= 0:
                raise problem('database is locked', code=5)
            waited += pause
            _turn.pause(pause / 1000)
        if database.file is not None:
            self._read(database)
        database.writer = self
        database.log.clear()

    def changing(self, run, *arguments):
        """Runs what changes something; what it has done is undone if it fails, and committed if there is no transaction."""
        marks = [len(d.log) if d.writer is self else 0 for d in self.databases.values()]
        self.must_roll_back = self.keeps = False
        try:
            rows = run(*arguments)
        except BaseException:
            if self.must_roll_back:
                self.rollback()
            elif not self.keeps:
                for mark, database in zip(marks, self.databases.values()):
                    if database.writer is self:
                        database.undo(mark)
            if not self.open:
                self._release() if not self.keeps else self._commit()
            raise
        if not self.open:
            self._commit()
        return rows

    def begin(self, node=None):
        if self.open:
            raise problem('cannot start a transaction within a transaction')
        if node is not None and node.mode != 'DEFERRED':
            self.writes(self.databases['main'])
        self.open = True

    def commit(self, node=None):
        if not self.open:
            raise problem('cannot commit - no transaction is active')
        self._commit()
        self.open = False

    def _commit(self):
        waiting, self.deferred = self.deferred, []
        try:
            for database, table, foreign, rowid in waiting:
                self.plan().check(database, table, foreign, rowid)
        except DatabaseError:
            self.deferred = waiting
            if not self.open:
                self.rollback()
            raise
        for database in self.databases.values():
            if database.writer is self and database.file is not None and database.log:
                self._write(database)
        self.defers = False
        self._release()

    def _write(self, database):
        records = [entry[4] for entry in database.log if entry[4] is not None]
        if not records:
            return
        import pickle
        try:
            if not _os.path.exists(database.file):
                raise problem('attempt to write a readonly database', code=8)
            with open(database.file, 'ab') as file:
                file.write((b'' if database.read else HEADER) + pickle.dumps(records))
                database.read = file.tell()
        except OSError:
            raise problem('attempt to write a readonly database', code=8) from None

    def _release(self):
        for database in self.databases.values():
            if database.writer is self:
                if database.log:
                    database.version += any(mapping is database.order for mapping, *_ in database.log)
                database.log.clear()
                database.writer = None
        self.savepoints.clear()

    def rollback(self, node=None):
        if node is not None and node.name is not None:
            return self._roll_back_to(node.name)
        if node is not None and not self.open:
            raise problem('cannot rollback - no transaction is active')
        for database in self.databases.values():
            if database.writer is self:
                database.undo(0)
        self.deferred = []
        self._release()
        self.open = False

    def savepoint(self, node):
        marks = {name: len(d.log) if d.writer is self else 0 for name, d in self.databases.items()}
        self.savepoints.append((node.name.lower(), marks, self.open))
        self.open = True

    def _savepoint(self, name):
        for n in range(len(self.savepoints) - 1, -1, -1):
            if self.savepoints[n][0] == name.lower():
                return n
        raise problem(f'no such savepoint: {name}')

    def _roll_back_to(self, name):
        n = self._savepoint(name)
        for database_name, mark in self.savepoints[n][1].items():
            database = self.databases[database_name]
            if database.writer is self:
                database.undo(mark)
        del self.savepoints[n + 1:]

    def release(self, node):
        n = self._savepoint(node.name)
        _, _, was_open = self.savepoints[n]
        del self.savepoints[n:]
        if not was_open and not self.savepoints:
            self.commit()

    def close(self):
        with _turn:
            for database in self.databases.values():
                if database.writer is self and database.users <= 1 and database.log:
                    # Nobody will see what is not committed: it need not be undone.
                    database.log.clear()
                    if database.file is not None and _files.get(database.file) is database:
                        del _files[database.file]
            self.rollback()
            for database in self.databases.values():
                self._let_go(database)

    def _let_go(self, database):
        """One that is in memory, and that connections share, is gone with the last of them."""
        database.users -= 1
        if not database.users and database.file is None:
            for name in [name for name, shared in _shared.items() if shared is database]:
                del _shared[name]
