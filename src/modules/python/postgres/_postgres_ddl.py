"""Statements that make, change and drop, as trees."""
from _postgres_errors import missing
from _postgres_statements import Node

_SERIALS = {'serial': 'int4', 'serial4': 'int4', 'bigserial': 'int8', 'serial8': 'int8', 'smallserial': 'int2', 'serial2': 'int2'}


class Definition:
    """A column as CREATE TABLE or ADD COLUMN has it."""

    def __init__(self, name, type_name):
        self.name, self.type_name, self.serial = name, type_name, _SERIALS.get(type_name[0]) if not type_name[2] else None
        self.not_null, self.default, self.identity, self.generated, self.options, self.constraints = False, None, None, None, {}, []


class DDL:
    def __init__(self, reader):
        self.reader = reader

    def __getattr__(self, name):
        return getattr(self.reader, name)

    def statement(self):
        word = self.peek()
        self.reader.at += 1
        return getattr(self, word)()

    # --- CREATE ---

    def create(self):
        replace = self.take('or', 'replace')
        temporary = bool(self.one_of('temp', 'temporary')) or (self.take('global') or self.take('local')) and bool(
            self.one_of('temp', 'temporary'))
        self.take('unlogged')
        word = self.peek()
        self.reader.at += 1
        if word == 'table':
            return self.create_table(temporary)
        if word in ('unique', 'index'):
            if word == 'unique':
                self.need('index')
            return self.create_index(word == 'unique')
        if word == 'view' or word == 'recursive':
            schema, name = self.qualified()
            columns = self.parenthesised(self.name) if self.peek() == '(' else None
            self.need('as')
            start = self.tokens[self.at][3]
            of = self.select()
            source = self.sql[start:self.tokens[self.at][3]]
            if self.take('with'):
                missing('WITH CHECK OPTION')
            return Node('create view', schema=schema, name=name, columns=columns, of=of, replace=replace, text=source, temporary=temporary)
        if word == 'type':
            schema, name = self.qualified()
            self.need('as')
            if not self.take('enum'):
                missing('CREATE TYPE, but of an enumeration')
            self.need('(')
            labels = [] if self.peek() == ')' else self.several(self.text)
            self.need(')')
            return Node('create type', name=name, labels=labels)
        if word == 'schema':
            exists = self.take('if', 'not', 'exists')
            name = self.name()
            if self.take('authorization'):
                self.name()
            return Node('create schema', name=name, exists=exists)
        if word == 'sequence':
            exists = self.take('if', 'not', 'exists')
            schema, name = self.qualified()
            return Node('create sequence', schema=schema, name=name, exists=exists, options=self.sequence_options(), temporary=temporary)
        if word == 'extension':
            exists = self.take('if', 'not', 'exists')
            name = self.label()
            self.skip()
            return Node('create extension', name=name, exists=exists)
        if word == 'database':
            name = self.label()
            self.skip()
            return Node('create database', name=name)
        if word in ('role', 'user', 'group'):
            name = self.name()
            self.skip()
            return Node('create role', name=name)
        if word in ('function', 'procedure', 'trigger', 'materialized', 'domain', 'rule', 'policy', 'aggregate', 'operator', 'cast',
                    'collation', 'foreign', 'server', 'publication', 'subscription', 'event', 'language', 'statistics', 'tablespace'):
            missing(f'CREATE {word.upper()}')
        self.reader.at -= 1
        self.fail()

    def skip(self):
        while self.kind() != 'end' and self.peek() != ';':
            self.reader.at += 1

    def create_table(self, temporary):
        exists = self.take('if', 'not', 'exists')
        schema, name = self.qualified()
        node = Node('create table', schema=schema, name=name, temporary=temporary, exists=exists, columns=[], constraints=[], like=[],
                    of=None, names=None, on_commit=None, data=True)
        if self.take('as'):
            return self.as_select(node)
        if self.take('of') or self.take('partition', 'of'):
            missing('partitions and typed tables')
        self.need('(')
        if self.kind() == 'word' and self.peek(1) in (',', ')') and self.peek() not in ('like',):
            node.names = self.several(self.name)
            self.need(')')
            self.need('as')
            return self.as_select(node)
        while self.peek() != ')':
            if self.take('like'):
                node.like.append(self.qualified())
                while self.one_of('including', 'excluding'):
                    self.label()
            elif self.peek() in ('constraint', 'primary', 'unique', 'check', 'foreign', 'exclude'):
                node.constraints.append(self.constraint())
            else:
                node.columns.append(self.column())
            if not self.take(','):
                break
        self.need(')')
        if self.take('inherits') or self.take('partition'):
            missing('partitions and inheritance')
        if self.take('with'):
            self.need('(')
            self.skip_parenthesis()
        if self.take('on', 'commit'):
            node.on_commit = 'drop' if self.take('drop') else 'delete' if self.take('delete') else 'preserve'
            if node.on_commit != 'drop':
                self.take('preserve')
                self.need('rows')
        if self.take('tablespace'):
            self.name()
        return node

    def skip_parenthesis(self):
        depth = 1
        while depth:
            if self.kind() == 'end':
                self.fail()
            depth += {'(': 1, ')': -1}.get(self.peek(), 0)
            self.reader.at += 1

    def as_select(self, node):
        node.of = self.select()
        if self.take('with', 'no', 'data'):
            node.data = False
        else:
            self.take('with', 'data')
        return node

    def column(self):
        name = self.name()
        column = Definition(name, self.type_name())
        while True:
            named = self.name() if self.take('constraint') else None
            if self.take('not', 'null'):
                column.not_null = True
            elif self.take('null'):
                pass
            elif self.take('default'):
                column.default = self.reader.other()
            elif self.take('collate'):
                self.label()
            elif self.take('generated'):
                column.identity = 'always' if self.take('always') else 'default'
                if column.identity == 'default':
                    self.need('by', 'default')
                self.need('as')
                if self.take('identity'):
                    if self.take('('):
                        column.options = self.sequence_options()
                        self.need(')')
                else:
                    self.need('(')
                    column.identity, column.generated = None, self.expression()
                    self.need(')')
                    self.need('stored')
            elif self.peek() in ('primary', 'unique', 'check', 'references'):
                column.constraints.append(self.constraint_of(named, [name]))
            else:
                return column

    def constraint(self):
        return self.constraint_of(self.name() if self.take('constraint') else None, None)

    def constraint_of(self, name, columns):
        """(kind, name, columns, more) of a constraint, of a column if that is given."""
        more = {}
        if self.take('primary', 'key') or self.peek() == 'unique':
            kind = 'primary'
            if self.take('unique'):
                kind = 'unique'
                if self.take('nulls', 'not', 'distinct'):
                    missing('NULLS NOT DISTINCT')
            columns = columns or self.parenthesised(self.name)
        elif self.take('check'):
            kind = 'check'
            self.need('(')
            more['tree'] = self.expression()
            self.need(')')
            self.take('not', 'valid')
            more['column'] = columns[0] if columns else None
        elif self.take('references') or self.take('foreign', 'key'):
            kind = 'foreign'
            if columns is None:
                columns = self.parenthesised(self.name)
                self.need('references')
            more['target'] = self.qualified()
            more['target_columns'] = self.parenthesised(self.name) if self.peek() == '(' else None
            while True:
                if self.take('match'):
                    if self.label() == 'full':
                        missing('MATCH FULL')
                elif self.take('on'):
                    what = self.one_of('delete', 'update')
                    for action in ('no', 'action'), ('restrict',), ('cascade',), ('set', 'null'), ('set', 'default'):
                        if self.take(*action):
                            more['on_' + what] = ' '.join(action)
                            break
                    else:
                        self.fail()
                else:
                    break
        elif self.take('exclude'):
            missing('EXCLUDE')
        else:
            self.fail()
        while True:
            if self.take('deferrable') or self.take('initially', 'immediate') or self.take('not', 'deferrable') or self.take('not', 'valid'):
                continue
            if self.take('initially', 'deferred'):
                more['deferred'] = True
                if kind in ('primary', 'unique'):
                    missing('a deferred UNIQUE')
                continue
            return kind, name, columns, more

    def sequence_options(self):
        found = {}
        while True:
            self.take('no') and found.setdefault('no', True)
            word = self.one_of('start', 'restart', 'increment', 'minvalue', 'maxvalue', 'cache', 'cycle', 'owned', 'as')
            if word is None:
                return found
            no = found.pop('no', False)
            if word == 'cycle':
                found['cycle'] = not no
            elif word == 'owned':
                self.need('by')
                owner = [self.label()]
                while self.take('.'):
                    owner.append(self.label())
                found['owned'] = owner
            elif word == 'as':
                found['type'] = self.type_name()
            elif no:
                continue
            else:
                self.one_of('with', 'by')
                found[word] = self.reader.number() if self.kind() == 'number' or self.peek() == '-' else None

    def create_index(self, unique):
        self.take('concurrently')
        exists = self.take('if', 'not', 'exists')
        name = None if self.peek() == 'on' else self.qualified()[1]
        self.need('on')
        self.take('only')
        schema, table = self.qualified()
        method = self.label() if self.take('using') else 'btree'

        def item():
            if self.take('('):
                tree = self.expression()
                self.need(')')
            elif self.peek(1) == '(':
                tree = self.reader.primary()
            else:
                tree = 'column', None, self.name()
            if self.take('collate'):
                self.label()
            if self.kind() == 'word' and self.peek() not in ('asc', 'desc', 'nulls'):
                self.label()
            self.one_of('asc', 'desc')
            if self.take('nulls'):
                self.one_of('first', 'last')
            return tree
        trees = self.parenthesised(item)
        if self.take('include'):
            self.parenthesised(self.name)
        if self.take('with'):
            self.need('(')
            self.skip_parenthesis()
        where = self.expression() if self.take('where') else None
        return Node('create index', name=name, schema=schema, table=table, trees=trees, unique=unique, exists=exists, where=where,
                    method=method)

    # --- DROP, TRUNCATE, COMMENT ---

    def drop(self):
        word = self.peek()
        self.reader.at += 1
        if word in ('function', 'procedure', 'trigger', 'materialized', 'domain', 'rule', 'policy', 'aggregate', 'operator'):
            missing(f'DROP {word.upper()}')
        if word not in ('table', 'view', 'index', 'type', 'schema', 'sequence', 'database', 'extension', 'role', 'user'):
            self.reader.at -= 1
            self.fail()
        self.take('concurrently')
        exists = self.take('if', 'exists')
        names = self.several(self.qualified)
        cascade = self.take('cascade')
        self.take('restrict')
        self.skip() if word == 'database' else None
        return Node('drop', what=word, names=names, exists=exists, cascade=cascade)

    def truncate(self):
        self.take('table')
        self.take('only')
        names = self.several(self.qualified)
        restart = self.take('restart', 'identity')
        self.take('continue', 'identity')
        cascade = self.take('cascade')
        self.take('restrict')
        return Node('truncate', names=names, restart=restart, cascade=cascade)

    def comment(self):
        self.skip()
        return Node('nothing', word='COMMENT', rest=[])

    # --- ALTER ---

    def alter(self):
        word = self.peek()
        self.reader.at += 1
        if word == 'table':
            exists = self.take('if', 'exists')
            self.take('only')
            schema, name = self.qualified()
            return Node('alter table', schema=schema, name=name, exists=exists, actions=self.several(self.action))
        if word == 'sequence':
            self.take('if', 'exists')
            schema, name = self.qualified()
            if self.take('owner') or self.take('rename'):
                missing('ALTER SEQUENCE … RENAME')
            return Node('alter sequence', schema=schema, name=name, options=self.sequence_options())
        if word == 'type':
            schema, name = self.qualified()
            if self.take('add', 'value'):
                exists = self.take('if', 'not', 'exists')
                label = self.text()
                where = self.one_of('before', 'after')
                return Node('alter type', name=name, label=label, exists=exists, where=where, other=self.text() if where else None)
            missing('ALTER TYPE, but ADD VALUE')
        if word in ('database', 'role', 'user', 'default', 'system'):
            self.skip()
            return Node('nothing', word='ALTER ' + {'user': 'ROLE', 'default': 'DEFAULT PRIVILEGES'}.get(word, word.upper()), rest=[])
        if word in ('index', 'view', 'schema', 'extension', 'function', 'materialized', 'domain', 'trigger'):
            missing(f'ALTER {word.upper()}')
        self.reader.at -= 1
        self.fail()

    def action(self):
        if self.take('add'):
            if self.peek() in ('constraint', 'primary', 'unique', 'check', 'foreign', 'exclude'):
                return 'add constraint', self.constraint()
            self.take('column')
            exists = self.take('if', 'not', 'exists')
            return 'add column', self.column(), exists
        if self.take('drop'):
            if self.take('constraint'):
                exists = self.take('if', 'exists')
                name = self.name()
                self.one_of('cascade', 'restrict')
                return 'drop constraint', name, exists
            self.take('column')
            exists = self.take('if', 'exists')
            name = self.name()
            cascade = self.take('cascade')
            self.take('restrict')
            return 'drop column', name, exists, cascade
        if self.take('rename'):
            if self.take('to'):
                return 'rename', self.name()
            if self.take('constraint'):
                missing('RENAME CONSTRAINT')
            self.take('column')
            old = self.name()
            self.need('to')
            return 'rename column', old, self.name()
        if self.take('alter'):
            self.take('column')
            name = self.name()
            if self.take('set', 'default'):
                return 'default', name, self.expression()
            if self.take('drop', 'default'):
                return 'default', name, None
            if self.take('set', 'not', 'null'):
                return 'not null', name, True
            if self.take('drop', 'not', 'null'):
                return 'not null', name, False
            if self.take('type') or self.take('set', 'data', 'type'):
                of = self.type_name()
                if self.take('collate'):
                    self.label()
                return 'type', name, of, self.expression() if self.take('using') else None
            missing('this ALTER COLUMN')
        if self.take('owner', 'to'):
            self.label()
            return 'nothing',
        if self.peek() in ('set', 'enable', 'disable', 'cluster', 'attach', 'detach', 'inherit', 'validate', 'replica', 'force', 'no'):
            missing(f'ALTER TABLE … {self.peek().upper()}')
        self.fail()
