"""PostgreSQL's statements as trees."""
from _postgres_errors import ServerError, missing
from _postgres_syntax import Expressions


class Node:
    """A statement or a part of one: what it is, and its fields."""

    def __init__(self, kind, **fields):
        self.kind = kind
        self.__dict__.update(fields)


def parsed(sql):
    """The statements of a text, as (Node, its number of parameters)."""
    reader = Statements(sql)
    found = []
    while True:
        while reader.take(';'):
            pass
        if reader.kind() == 'end':
            return found
        reader.parameters = 0
        start = reader.tokens[reader.at][3]
        node = reader.statement()
        if reader.kind() != 'end' and reader.peek() != ';':
            reader.fail()
        node.source = sql[start:reader.tokens[reader.at][3]]
        found.append((node, reader.parameters))


class Statements(Expressions):
    def statement(self):
        word = self.peek()
        if self.at_select() or word == 'table':
            return self.select()
        if word == 'insert' or word == 'update' or word == 'delete':
            self.at += 1
            return getattr(self, word)(None)
        if word in ('create', 'drop', 'alter', 'truncate', 'comment'):
            from _postgres_ddl import DDL
            return DDL(self).statement()
        if self.kind() == 'word' and word in _CONTROL:
            self.at += 1
            return _CONTROL[word](self, word)
        if self.kind() == 'word' and word in _UNSUPPORTED:
            missing(word.upper())
        self.fail()

    # --- control of transactions and sessions ---

    def _begin(self, word):
        if word == 'start':
            self.need('transaction')
        else:
            self.one_of('work', 'transaction')
        return Node('begin', tag='BEGIN' if word == 'begin' else 'START TRANSACTION', modes=self._modes())

    def _modes(self):
        modes = {}
        while True:
            self.take(',')
            if self.take('isolation', 'level'):
                for level in ('serializable',), ('repeatable', 'read'), ('read', 'committed'), ('read', 'uncommitted'):
                    if self.take(*level):
                        modes['isolation'] = ' '.join(level)
                        break
                else:
                    self.fail()
            elif self.take('read', 'only'):
                modes['readonly'] = True
            elif self.take('read', 'write'):
                modes['readonly'] = False
            elif not (self.take('deferrable') or self.take('not', 'deferrable')):
                return modes

    def _commit(self, word):
        self.one_of('work', 'transaction')
        return Node('commit')

    def _rollback(self, word):
        self.one_of('work', 'transaction')
        if self.take('to'):
            self.take('savepoint')
            return Node('rollback to', name=self.name())
        return Node('rollback')

    def _savepoint(self, word):
        if word == 'release':
            self.take('savepoint')
        return Node(word, name=self.name())

    def _set(self, word):
        local = self.take('local')
        if not local:
            self.take('session')
        if self.take('transaction') or self.take('characteristics', 'as', 'transaction'):
            return Node('set transaction', modes=self._modes())
        if self.take('time', 'zone'):
            name = 'timezone'
        else:
            name = self.label()
            if self.take('.'):
                name += '.' + self.label()
            if not self.take('to'):
                self.need('=')
        values = []
        while True:
            kind, text, value, _ = self.tokens[self.at]
            if kind in ('end', 'sign'):
                self.fail()
            self.at += 1
            values.append(value if kind != 'number' else text)
            if not self.take(','):
                return Node('set', name=name, value=', '.join(values), local=local)

    def _show(self, word):
        if self.take('transaction', 'isolation', 'level'):
            return Node('show', name='transaction_isolation')
        if self.take('time', 'zone'):
            return Node('show', name='timezone')
        name = self.label()
        return Node('show', name=name)

    def _reset(self, word):
        return Node('reset', name=self.label())

    def _listen(self, word):
        if word == 'unlisten' and self.take('*'):
            return Node('unlisten', name=None)
        node = Node(word, name=self.name(), payload='')
        if word == 'notify' and self.take(','):
            node.payload = self.text()
        return node

    def _nothing(self, word):
        """What changes nothing that can be seen: ANALYZE, VACUUM, GRANT …"""
        start = self.at
        while self.kind() != 'end' and self.peek() != ';':
            self.at += 1
        return Node('nothing', word=word.upper(), rest=[t[2] for t in self.tokens[start:self.at]])

    # --- queries ---

    def select(self):
        """A whole query, with WITH, ORDER BY and what follows."""
        parts, recursive = self.with_() if self.peek() == 'with' else ((), False)
        if parts and self.peek() in ('insert', 'update', 'delete'):
            word = self.peek()
            self.at += 1
            return getattr(self, word)(parts, recursive)
        node = self.set_operations(0)
        if node.kind != 'select' or node.closed:
            node = Node('select', closed=False, values=None, combined=None, inner=node, **_EMPTY)
        node.with_, node.recursive = parts, recursive
        if self.take('order', 'by'):
            node.order = self.several(self.ordering)
        while True:
            if self.take('limit'):
                node.limit = None if self.take('all') else self.expression()
            elif self.take('offset'):
                node.offset = self.expression()
                self.one_of('row', 'rows')
            elif self.take('fetch'):
                self.one_of('first', 'next')
                node.limit = ('number', '1') if self.peek() in ('row', 'rows') else self.primary()
                self.one_of('row', 'rows')
                if self.take('with', 'ties'):
                    missing('WITH TIES')
                self.need('only')
            elif self.peek() == 'for' and self.peek(1) in ('update', 'share', 'no', 'key'):
                self.at += 1
                node.locking = self._locking()
            else:
                node.closed = True
                return node

    def _locking(self):
        level = 2 if self.take('no', 'key', 'update') else 3 if self.take('update') else 0 if self.take('key') else 1
        if level < 2:
            self.need('share')
        of = self.several(self.name) if self.take('of') else None
        policy = 'nowait' if self.take('nowait') else 'skip' if self.take('skip', 'locked') else None
        return level, of, policy

    def with_(self):
        self.need('with')
        recursive = self.take('recursive')

        def one():
            name = self.name()
            columns = self.parenthesised(self.name) if self.peek() == '(' else None
            self.need('as')
            if not self.take('materialized'):
                self.take('not', 'materialized')
            self.need('(')
            word = self.peek()
            if word in ('insert', 'update', 'delete'):
                self.at += 1
                of = getattr(self, word)(())
            else:
                of = self.select()
            self.need(')')
            return name, columns, of
        return self.several(one), recursive

    def set_operations(self, level):
        """UNION and EXCEPT, and INTERSECT, which binds tighter."""
        left = self.simple() if level else self.set_operations(1)
        while self.peek() in (('intersect',) if level else ('union', 'except')):
            word = self.peek()
            self.at += 1
            every = self.take('all')
            if not every:
                self.take('distinct')
            right = self.simple() if level else self.set_operations(1)
            left = Node('select', closed=False, values=None, inner=None, combined=(word, every, left, right), **_EMPTY)
        return left

    def simple(self):
        if self.take('('):
            node = self.select()
            self.need(')')
            return node
        if self.take('values'):
            rows = self.several(lambda: self.parenthesised(self._value))
            if any(len(row) != len(rows[0]) for row in rows):
                raise ServerError('42601', 'VALUES lists must all be the same length')
            return Node('select', closed=False, values=rows, inner=None, combined=None, **_EMPTY)
        node = Node('select', closed=False, values=None, inner=None, combined=None, **_EMPTY)
        if self.take('table'):
            schema, name = self.qualified()
            node.targets, node.sources = [(('star', None), None)], [('table', schema, name, None, None)]
            return node
        self.need('select')
        if self.take('distinct'):
            node.distinct = self.parenthesised(self.expression) if self.take('on') else ()
        else:
            self.take('all')
        node.targets = []
        if self.kind() != 'end' and self.peek() not in ('from', 'where', ';', ')', 'union', 'limit', 'order'):
            node.targets = self.targets()
        if self.take('into'):
            missing('SELECT INTO')
        if self.take('from'):
            node.sources = self.several(self.source)
        if self.take('where'):
            node.where = self.expression()
        if self.take('group', 'by'):
            if self.peek() in ('rollup', 'cube', 'grouping'):
                missing('GROUPING SETS')
            node.group = self.several(self.expression)
        if self.take('having'):
            node.having = self.expression()
        if self.take('window'):
            def one():
                name = self.name()
                self.need('as')
                return name, self.window()
            node.windows = dict(self.several(one))
        return node

    def targets(self):
        def one():
            if self.take('*'):
                return ('star', None), None
            of = self.expression()
            return of, None if of[0] == 'star' else self.alias()
        return self.several(one)

    def _value(self):
        if self.take('default'):
            return 'default',
        return self.expression()

    def source(self):
        left = self.simple_source()
        while True:
            natural = self.take('natural')
            if self.take('cross', 'join'):
                left = 'join', 'inner', left, self.simple_source(), None, None
                continue
            kind = 'inner'
            if self.peek() in ('inner', 'left', 'right', 'full') and self.peek(1) in ('join', 'outer'):
                kind = self.peek()
                self.at += 1
                self.take('outer')
            if not self.take('join'):
                return left
            right = self.source_group()
            on = using = None
            if natural:
                using = 'natural'
            elif self.take('on'):
                on = self.expression()
            elif self.take('using'):
                using = self.parenthesised(self.name)
            else:
                self.fail()
            left = 'join', kind, left, right, on, using

    def source_group(self):
        return self.simple_source()

    def simple_source(self):
        lateral = self.take('lateral')
        if self.peek() == '(':
            if self.at_select():
                self.at += 1
                of = self.select()
                self.need(')')
                alias, columns = self._aliased()
                if alias is None:
                    raise ServerError('42601', 'subquery in FROM must have an alias',
                                      hint='For example, FROM (SELECT ...) [AS] foo.')
                return 'select', of, alias, columns, lateral
            self.at += 1
            of = self.source()
            self.need(')')
            return of
        self.take('only')
        if self.peek(1) == '(' or self.peek(1) == '.' and self.peek(3) == '(':
            name = self.name(functional=True)
            if self.take('.'):
                name = self.label()
            of = self.call(name)
            ordinality = self.take('with', 'ordinality')
            alias, columns = self._aliased()
            return 'function', of, alias, columns, ordinality
        schema, name = self.qualified()
        self.take('*')
        alias, columns = self._aliased()
        if self.peek() == 'tablesample':
            missing('TABLESAMPLE')
        return 'table', schema, name, alias, columns

    def _aliased(self):
        alias = self.alias()
        columns = None
        if alias is not None and self.take('('):
            columns = []
            while True:
                columns.append(self.name())
                if self.kind() in ('word', 'quoted') and self.peek() != ')':
                    self.type_name()
                if not self.take(','):
                    break
            self.need(')')
        return alias, columns

    # --- changes ---

    def insert(self, parts, recursive=False):
        self.need('into')
        schema, name = self.qualified()
        alias = self.label() if self.take('as') else None
        node = Node('insert', with_=parts or (), recursive=recursive, schema=schema, table=name, alias=alias, columns=None, source=None,
                    conflict=None, returning=None, overriding=None)
        if self.peek() == '(' and not self.at_select():
            node.columns = self.parenthesised(self.name)
        if self.take('overriding'):
            node.overriding = self.one_of('system', 'user')
            self.need('value')
        if self.take('default', 'values'):
            node.of = None
        else:
            node.of = self.select()
        if self.take('on'):
            self.need('conflict')
            target = constraint = condition = None
            if self.peek() == '(':
                target = self.parenthesised(self.expression)
                if self.take('where'):
                    condition = self.expression()
            elif self.take('on', 'constraint'):
                constraint = self.name()
            self.need('do')
            if self.take('nothing'):
                node.conflict = target, constraint, condition, None, None
            else:
                self.need('update', 'set')
                sets = self.several(self._assignment)
                node.conflict = target, constraint, condition, sets, self.expression() if self.take('where') else None
                if target is None and constraint is None:
                    raise ServerError('42601', 'ON CONFLICT DO UPDATE requires inference specification or constraint name',
                                      hint='For example, ON CONFLICT (column_name).')
        return self._returning(node)

    def _returning(self, node):
        if self.take('returning'):
            node.returning = self.targets()
        return node

    def _assignment(self):
        """(columns, tree): one column, or several and a row."""
        if self.peek() == '(':
            columns = self.parenthesised(self.name)
            self.need('=')
            self.take('row')
            if self.peek() == '(' and not self.at_select():
                return columns, ('row', tuple(self.parenthesised(self._value)))
            return columns, self.expression()
        name = self.name()
        if self.peek() in ('[', '.'):
            missing('an assignment to a part of a column')
        self.need('=')
        return [name], self._value()

    def _changed(self, kind, parts, recursive):
        self.take('only')
        schema, name = self.qualified()
        alias = None if self.peek() == 'set' else self.alias()
        return Node(kind, with_=parts or (), recursive=recursive, schema=schema, table=name, alias=alias, sources=(), where=None,
                    returning=None)

    def update(self, parts, recursive=False):
        node = self._changed('update', parts, recursive)
        self.need('set')
        node.sets = self.several(self._assignment)
        if self.take('from'):
            node.sources = self.several(self.source)
        return self._where(node)

    def delete(self, parts, recursive=False):
        self.need('from')
        node = self._changed('delete', parts, recursive)
        if self.take('using'):
            node.sources = self.several(self.source)
        return self._where(node)

    def _where(self, node):
        if self.take('where'):
            if self.take('current'):
                missing('WHERE CURRENT OF')
            node.where = self.expression()
        return self._returning(node)


_EMPTY = {'with_': (), 'recursive': False, 'distinct': None, 'targets': (), 'sources': (), 'where': None, 'group': None, 'having': None,
          'windows': {}, 'order': (), 'limit': None, 'offset': None, 'locking': None}
_CONTROL = {
    'begin': Statements._begin, 'start': Statements._begin, 'commit': Statements._commit, 'end': Statements._commit,
    'rollback': Statements._rollback, 'abort': Statements._rollback, 'savepoint': Statements._savepoint,
    'release': Statements._savepoint, 'set': Statements._set, 'show': Statements._show, 'reset': Statements._reset,
    'listen': Statements._listen, 'unlisten': Statements._listen, 'notify': Statements._listen, 'analyze': Statements._nothing,
    'vacuum': Statements._nothing, 'grant': Statements._nothing, 'revoke': Statements._nothing, 'discard': Statements._nothing,
    'deallocate': Statements._nothing, 'checkpoint': Statements._nothing,
}
_UNSUPPORTED = frozenset('lock explain do call copy declare fetch move close prepare execute merge cluster reindex refresh import'.split())
