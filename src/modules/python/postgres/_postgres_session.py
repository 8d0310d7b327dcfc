"""What a connection has on the server: its transaction, its settings; how statements are executed one after the other."""
import asyncio
from _frames import awaiting_request
from _postgres_dates import clock
from _postgres_errors import Blocked, ServerError
from _postgres_scopes import Scope
from _postgres_plan import Plan
from _postgres_select import query_of
from _postgres_settings import Settings
from _postgres_statements import parsed
from _postgres_tables import Clock, Transaction, database, finish, undo

DEADLOCK = 1.0
_sessions, _random = [], []
_numbers = {'pid': 4300, 'xid': 730}


def _next(what):
    _numbers[what] += 1
    return _numbers[what]


def users(name):
    """How many sessions a database has."""
    return sum(session.database.name == name for session in _sessions)


_PLANNED = 'select', 'insert', 'update', 'delete'


class Statement:
    """A statement made ready. `names`: its columns, or None where it gives no rows."""

    def __init__(self, session, node, parameters):
        self.session, self.node, self.parameters = session, node, parameters if node.kind in _PLANNED else 0
        self.plan = self.query = self.change = self.names = self.kinds = self.modifiers = None
        self.version = None

    def compile(self):
        session, node = self.session, self.node
        if self.version == (session.database.version, session.path()):
            return
        types = self.plan.types if self.plan is not None else None
        self.plan = plan = Plan(session, self.parameters, types)
        if node.kind == 'select':
            self.query = found = query_of(node, Scope(plan))
        elif node.kind in ('insert', 'update', 'delete'):
            from _postgres_changes import change_of
            self.change = found = change_of(node, plan)
        else:
            found = None
            if node.kind == 'show':
                self.names, self.kinds, self.modifiers = [session.settings.shown_name(node.name)], ['text'], [()]
        for n, kind in enumerate(plan.types):
            if kind is None:
                raise ServerError('42P18', f'could not determine data type of parameter ${n + 1}')
        if found is not None:
            self.names, self.kinds, self.modifiers = found.names, found.kinds, found.modifiers
        self.version = session.database.version, session.path()

    def run(self, values):
        """(tag, rows)."""
        self.compile()
        plan = self.plan
        plan.values[:] = values
        plan.begin()
        if self.change is None and not plan.changes:
            rows = self.query.rows(None)
            return f'SELECT {len(rows)}', rows
        for part in plan.changes:
            plan.parts[id(part)] = plan.run, part.of(None)
        if self.change is not None:
            rows = self.change.execute(None)
            words = {'insert': 'INSERT 0', 'update': 'UPDATE', 'delete': 'DELETE'}
            tag = f'{words[self.node.kind]} {self.change.count}'
        else:
            rows = self.query.rows(None)
            tag = f'SELECT {len(rows)}'
        while plan.pending:
            pending, plan.pending = plan.pending, []
            for check in pending:
                check()
        for table in {part.change.table for part in plan.changes} | ({self.change.table} if self.change else set()):
            table.tidy()
        return tag, rows


class Session:
    def __init__(self, user, name, given):
        if len(_sessions) >= 100:
            raise ServerError('53300', 'sorry, too many clients already')
        self.user, self.database, self.pid = user, database(name), _next('pid')
        self.transaction, self.block, self.modes = None, None, {}
        self.settings = Settings(self, given)
        self.temporary, self.sequences, self.last_sequence, self.consumed = {}, {}, None, []
        self.serial, self.last_seen, self.sleeps, self.statement_began = None, 0, 0, None
        self.asked = 'CONNECT'
        self.waits_for, self.notices, self.advisories, self.on_notify = None, [], {}, None
        # When what it does now has come: who reads the clock often has it move.
        self.closed, self.moment = False, clock()
        _sessions.append(self)

    # --- what statements ask ---

    def path(self):
        return self.settings.path

    def now(self):
        return self.transaction.began

    def xid(self):
        if self.transaction.xid_number is None:
            self.transaction.xid_number = _next('xid')
        return self.transaction.xid_number

    def random(self):
        if not _random:
            import random
            _random.append(random.Random(42))
        return _random[0]

    def setting(self, name, quiet=False):
        return self.settings.get(name, quiet)

    def set(self, name, value, local):
        self.settings.set(name, value, local)

    def notify(self, channel, payload):
        notice = channel, payload
        if notice not in self.notices:
            self.notices.append(notice)

    def advisory(self, name, key):
        from _postgres_locks import advisory
        return advisory(self, name, key)

    # --- transactions ---

    async def travel(self, seconds, asked=None):
        """What is asked for is on its way; None: still what was asked for last."""
        self.asked = asked or self.asked
        await awaiting_request(seconds, self.asked)
        self.moment = clock()

    def _open(self):
        if self.transaction is None:
            self.transaction = Transaction(self)
            self.transaction.began = self.moment
            self.serial = None
            self.transaction.level = self.modes.get('isolation') or self.settings.get('default_transaction_isolation')

    def _look(self):
        """Begins a statement: what it sees is what has been committed by now, or when the transaction began to look."""
        self.statement_began, self.sleeps, self.consumed = self.moment, 0, []
        if self.transaction.level in ('repeatable read', 'serializable'):
            if self.serial is None:
                self.serial = Clock.commits
            self.last_seen = self.serial
        else:
            self.last_seen = Clock.commits

    def commit(self):
        """Ends the transaction; gives the tag, which tells whether it had failed."""
        transaction = self.transaction
        if self.block == 'failed':
            self.roll_back()
            return 'ROLLBACK'
        try:
            self._look()
            for check in transaction.deferred:
                check()
            from _postgres_locks import serialized
            serialized(transaction, self.serial)
        except ServerError:
            self.roll_back()
            raise
        for name, table in list(self.temporary.items()):
            if table.kind == 'table' and table.on_commit == 'drop':
                del self.temporary[name]
            elif table.kind == 'table' and table.on_commit == 'delete':
                table.rows, table.indexes = [], {}
        self.settings.ended(True)
        notices, self.notices = self.notices, []
        self._finish(True)
        for channel, payload in notices:
            for session in list(self.database.listeners.get(channel, ())):
                if session.on_notify is not None:
                    session.on_notify(self.pid, channel, payload)
        return 'COMMIT'

    def roll_back(self):
        self.settings.ended(False)
        self.notices = []
        self._finish(False)

    def _finish(self, committed):
        transaction, self.transaction, self.block, self.modes = self.transaction, None, None, {}
        if transaction is not None:
            if not transaction.ended():
                finish(transaction, committed)
            from _postgres_locks import released
            released(self, transaction)

    def failed(self):
        """An error within a block: what its innermost savepoint has seen since is undone, or all of it."""
        self.block = 'failed'
        transaction = self.transaction
        if transaction.savepoints:
            undo(transaction, transaction.savepoints[-1][1])
        elif not transaction.ended():
            finish(transaction, False)

    # --- statements ---

    async def waited(self, other):
        """Waits until another transaction ends."""
        loop = asyncio.get_running_loop()
        future = loop.create_future()

        def wake():
            if not future.done():
                loop.call_soon_threadsafe(lambda: future.done() or future.set_result(None))
        other.waiters.append(wake)
        self.waits_for = other
        try:
            done, _ = await asyncio.wait([future], timeout=DEADLOCK)
            if not done:
                from _postgres_locks import in_circle
                in_circle(self)
                await future
        finally:
            self.waits_for = None
            if wake in other.waiters:
                other.waiters.remove(wake)

    async def attempt(self, run):
        """Does something; as often as it must wait for another transaction, it is done again after that."""
        while True:
            mark = len(self.transaction.log)
            try:
                return run()
            except Blocked as blocked:
                other = blocked.transaction
            undo(self.transaction, mark)
            for sequence, last, called in reversed(self.consumed):
                sequence.last, sequence.called = last, called
            await self.waited(other)
            self.moment = clock()
            self._look()

    async def prepare(self, sql):
        """The Statement of a text that holds one."""
        try:
            found = parsed(sql)
            if len(found) > 1:
                raise ServerError('42601', 'cannot insert multiple commands into a prepared statement')
        except ServerError:
            if self.block == 'open':
                self.failed()
            raise
        if not found:
            return None
        statement = Statement(self, *found[0])
        self._admit(statement.node)
        await self.recompile(statement)
        return statement

    async def recompile(self, statement):
        """Makes a statement ready again where tables have changed since."""
        if statement is None or statement.version == (self.database.version, self.path()):
            return
        own = self.transaction is None
        self._open()
        try:
            self._look()
            await self.attempt(statement.compile)
        except ServerError:
            if not own:
                self.failed()
            raise
        finally:
            if own and self.transaction is not None:
                self.roll_back()

    def _admit(self, node):
        if self.block == 'failed' and node.kind not in ('commit', 'rollback', 'rollback to'):
            raise ServerError('25P02', 'current transaction is aborted, commands ignored until end of transaction block')

    async def simple(self, sql):
        """Executes all statements of a text; gives the last one's tag."""
        try:
            found = parsed(sql)
        except ServerError:
            if self.block == 'open':
                self.failed()
            raise
        tag = ''
        several = len(found) > 1
        for node, parameters in found:
            if parameters:
                if self.block == 'open':
                    self.failed()
                raise ServerError('42P02', 'there is no parameter $1')
            try:
                tag, _ = await self.execute(Statement(self, node, 0), (), several)
            except BaseException:
                if self.block is None and self.transaction is not None:
                    self.roll_back()
                raise
        if self.block is None and self.transaction is not None:
            self.commit()
        return tag

    async def execute(self, statement, values, several=False):
        """(tag, rows) of a statement."""
        node = statement.node
        self._admit(node)
        control = None if node.kind in _PLANNED else getattr(self, '_do_' + node.kind.replace(' ', '_'), None)
        if control is not None:
            return control(node), []
        own = self.transaction is None
        self._open()
        try:
            self._look()
            self._may(node)
            tag, rows = await self.attempt(lambda: self._run(statement, values))
            if self.sleeps:
                await self.travel(self.sleeps)
        except BaseException as error:
            if self.block is not None:
                if self.block == 'open':
                    self.failed()
            elif self.transaction is not None and (own or not isinstance(error, ServerError)):
                self.roll_back()
            raise
        if self.block is None and not several:
            self.commit()
        return tag, rows

    def _run(self, statement, values):
        kind = statement.node.kind
        if kind in ('select', 'insert', 'update', 'delete'):
            return statement.run(values)
        if kind == 'show':
            return 'SHOW', [(self.setting(statement.node.name),)]
        if kind == 'nothing':
            return {'DEALLOCATE': 'DEALLOCATE ALL', 'DISCARD': 'DISCARD ALL'}.get(statement.node.word, statement.node.word), []
        if kind in ('set', 'reset'):
            if kind == 'set':
                self.set(statement.node.name, statement.node.value, statement.node.local)
            else:
                self.settings.reset(statement.node.name)
            return kind.upper(), []
        if kind in ('listen', 'unlisten', 'notify'):
            self._channel(statement.node)
            return kind.upper(), []
        if self.block is not None and kind in ('create database',) or kind == 'drop' and statement.node.what == 'database' and self.block:
            raise ServerError('25001', f'{"CREATE" if kind != "drop" else "DROP"} DATABASE cannot run inside a transaction block')
        from _postgres_makes import make
        return make(statement.node, self), []

    def _channel(self, node):
        listeners = self.database.listeners
        if node.kind == 'notify':
            self.notify(node.name, node.payload)
        elif node.kind == 'listen':
            if self not in listeners.setdefault(node.name, []):
                listeners[node.name].append(self)
        else:
            for channel in [node.name] if node.name is not None else list(listeners):
                if self in listeners.get(channel, ()):
                    listeners[channel].remove(self)

    def _may(self, node):
        if self.modes.get('readonly') and node.kind not in ('select', 'show', 'set', 'reset', 'nothing', 'listen', 'unlisten'):
            word = {'alter table': 'ALTER TABLE', 'truncate': 'TRUNCATE TABLE'}.get(node.kind, node.kind.upper())
            raise ServerError('25006', f'cannot execute {word} in a read-only transaction')

    # --- control ---

    def _do_begin(self, node):
        if self.block is None:
            if self.transaction is not None:
                self.commit()
            self.modes = dict(node.modes)
            self._open()
            self.block = 'open'
        return node.tag

    def _do_commit(self, node):
        if self.block is None:
            return 'COMMIT'
        return self.commit()

    def _do_rollback(self, node):
        if self.block is not None:
            self.roll_back()
        elif self.transaction is not None:
            self.roll_back()
        return 'ROLLBACK'

    def _needs_block(self, what):
        if self.block is None:
            raise ServerError('25P01', f'{what} can only be used in transaction blocks')

    def _do_savepoint(self, node):
        self._needs_block('SAVEPOINT')
        self.transaction.savepoints.append((node.name, len(self.transaction.log)))
        return 'SAVEPOINT'

    def _found(self, name):
        points = self.transaction.savepoints
        for n in range(len(points) - 1, -1, -1):
            if points[n][0] == name:
                return n
        if self.block == 'open':
            self.failed()
        raise ServerError('3B001', f'savepoint "{name}" does not exist')

    def _do_release(self, node):
        self._needs_block('RELEASE SAVEPOINT')
        del self.transaction.savepoints[self._found(node.name):]
        return 'RELEASE'

    def _do_rollback_to(self, node):
        self._needs_block('ROLLBACK TO SAVEPOINT')
        n = self._found(node.name)
        undo(self.transaction, self.transaction.savepoints[n][1])
        del self.transaction.savepoints[n + 1:]
        self.block = 'open'
        return 'ROLLBACK'

    def _do_set_transaction(self, node):
        if self.block is not None:
            if self.serial is not None and 'isolation' in node.modes:
                raise ServerError('25001', 'SET TRANSACTION ISOLATION LEVEL must be called before any query')
            self.modes.update(node.modes)
            if 'isolation' in node.modes:
                self.transaction.level = node.modes['isolation']
        return 'SET'

    # --- the end ---

    def reset(self):
        """What a pool does to a connection that it takes back."""
        if self.block is not None:
            self.roll_back()
        self.settings.reset('all')
        from _postgres_locks import unlock_all
        unlock_all(self)
        for sessions in self.database.listeners.values():
            if self in sessions:
                sessions.remove(self)

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.transaction is not None:
            self.roll_back()
        self.reset()
        _sessions.remove(self)
