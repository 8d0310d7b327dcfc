"""SQL's statements as trees: select, what changes rows, what makes and drops tables, transactions."""
from _sqlite_errors import problem
from _sqlite_schema import definition
from _sqlite_syntax import JOINS, Expressions, Node, tokens


class Statements(Expressions):
    """The parser of whole statements."""

    def statement(self):
        word = self.peek()
        if word == 'EXPLAIN':
            self.at += 1
            plan = self.take('QUERY', 'PLAN')
            return Node('explain', plan=plan, of=self.statement())
        make = _MAKERS.get(word)
        if make is None or self.kind() != 'word':
            self.fail()
        return make(self)

    # --- select ---

    def select(self):
        tables, recursive = self.with_tables()
        return self.select_behind(tables, recursive)

    def with_tables(self):
        """The tables of WITH: (name, names of columns, select)."""
        tables, recursive = [], False
        if self.take('WITH'):
            recursive = self.take('RECURSIVE')
            tables = self.several(self.with_table)
        return tables, recursive

    def with_table(self):
        name = self.name()
        names = self.parenthesised(self.name) if self.peek() == '(' else None
        self.need('AS')
        if self.take('NOT'):
            self.need('MATERIALIZED')
        else:
            self.take('MATERIALIZED')
        self.need('(')
        select = self.select()
        self.need(')')
        return name, names, select

    def select_behind(self, tables, recursive):
        parts = [(None, self.core())]
        while self.peek() in ('UNION', 'INTERSECT', 'EXCEPT'):
            word = self.peek()
            self.at += 1
            if word == 'UNION' and self.take('ALL'):
                word = 'UNION ALL'
            parts.append((word, self.core()))
        order, limit, offset = self.ordered()
        return Node('select', tables=tables, recursive=recursive, parts=parts, order=order, limit=limit, offset=offset)

    def ordered(self):
        order, limit, offset = [], None, None
        if self.take('ORDER'):
            self.need('BY')
            order = self.several(self.ordering)
        if self.take('LIMIT'):
            limit = self.expression()
            if self.take('OFFSET'):
                offset = self.expression()
            elif self.take(','):
                offset, limit = limit, self.expression()
        return order, limit, offset

    def core(self):
        if self.take('VALUES'):
            rows = self.several(lambda: self.parenthesised(self.expression))
            if len({len(row) for row in rows}) > 1:
                raise problem('all VALUES must have the same number of terms')
            return Node('values', rows=rows)
        self.need('SELECT')
        distinct = self.take('DISTINCT')
        if not distinct:
            self.take('ALL')
        columns = self.several(self.result)
        sources, where, group, having, windows = [], None, [], None, {}
        if self.take('FROM'):
            sources = self.sources()
        if self.take('WHERE'):
            where = self.expression()
        if self.take('GROUP'):
            self.need('BY')
            group = self.several(self.expression)
        if self.take('HAVING'):
            having = self.expression()
        if self.peek() == 'WINDOW' and self.is_name(1):
            self.at += 1
            for name, window in self.several(self.named_window):
                windows[name.lower()] = window
        return Node('core', distinct=distinct, columns=columns, sources=sources, where=where, group=group, having=having,
                    windows=windows)

    def named_window(self):
        name = self.name()
        self.need('AS')
        return name, self.window()

    def result(self):
        """(expression, name that it is given, its source); expression None: all columns, of the table named."""
        if self.take('*'):
            return None, None, '*'
        if self.is_name() and self.peek(1) == '.' and self.peek(2) == '*':
            name = self.name()
            self.at += 2
            return None, name, '*'
        start = self.at
        value = self.expression()
        text = self.since(start)
        return value, self.alias(), text

    def alias(self):
        if self.take('AS'):
            return self.name()
        if self.kind() in ('quoted', 'text') or self.kind() == 'word' and self.is_name() and self.peek() not in (
                'WINDOW', 'EXCEPT', 'OFFSET', 'FILTER', 'OVER', 'INDEXED'):
            return self.name()
        return None

    def sources(self):
        """(join, source, condition, names of USING) of each table, in their order. A join's words are a frozenset."""
        found = [(frozenset(), self.source(), None, None)]
        while True:
            words = set()
            if self.take(','):
                words = {','}
            else:
                while self.peek() in JOINS:
                    words.add(self.peek())
                    self.at += 1
                if words or self.peek() == 'JOIN':
                    self.need('JOIN')
                    words.add('JOIN')
            if not words:
                return found
            source, condition, using = self.source(), None, None
            if self.take('ON'):
                condition = self.expression()
            elif self.take('USING'):
                using = self.parenthesised(self.name)
            found.append((frozenset(words), source, condition, using))

    def source(self):
        if self.take('('):
            if self.peek() in ('SELECT', 'WITH', 'VALUES'):
                select = self.select()
                self.need(')')
                return Node('select source', select=select, alias=self.alias())
            inner = self.sources()
            self.need(')')
            if len(inner) == 1:
                return inner[0][1]
            select = Node('select', tables=[], recursive=False, order=[], limit=None, offset=None, parts=[(None, Node(
                'core', distinct=False, columns=[(None, None, '*')], sources=inner, where=None, group=[], having=None, windows={}))])
            return Node('select source', select=select, alias=self.alias(), nested=inner)
        schema, name = self.qualified()
        arguments = None
        if self.peek() == '(':
            self.at += 1
            arguments = [] if self.peek() == ')' else self.several(self.expression)
            self.need(')')
        alias = self.alias()
        if self.take('INDEXED'):
            self.need('BY')
            self.name()
        elif self.take('NOT', 'INDEXED'):
            pass
        return Node('table source', schema=schema, name=name, alias=alias, arguments=arguments)

    def qualified(self):
        name, schema = self.name(), None
        if self.take('.'):
            schema, name = name, self.name()
        return schema, name

    def select_all(self, name):
        return Node('select', tables=[], recursive=False, order=[], limit=None, offset=None, parts=[(None, Node(
            'core', distinct=False, columns=[(None, None, '*')], where=None, group=[], having=None, windows={}, sources=[
                (frozenset(), Node('table source', schema=None, name=name, alias=None, arguments=None), None, None)]))])

    # --- rows ---

    def with_(self):
        tables, recursive = self.with_tables()
        if self.peek() in ('INSERT', 'REPLACE', 'UPDATE', 'DELETE'):
            found = _MAKERS[self.peek()](self)
            found.tables, found.recursive = tables, recursive
            return found
        return self.select_behind(tables, recursive)

    def otherwise(self):
        if self.take('OR'):
            word = self.peek()
            if word not in ('ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'):
                self.fail()
            self.at += 1
            return word
        return None

    def insert(self):
        action = 'REPLACE' if self.take('REPLACE') else None
        if action is None:
            self.need('INSERT')
            action = self.otherwise()
        self.need('INTO')
        schema, table = self.qualified()
        alias = self.name() if self.take('AS') else None
        columns = self.parenthesised(self.name) if self.peek() == '(' and self.peek(1) not in ('SELECT', 'WITH') else None
        rows, upserts = None, []
        if self.take('DEFAULT'):
            self.need('VALUES')
        else:
            rows = self.select() if self.peek() in ('SELECT', 'WITH', 'VALUES') else self.fail()
            while self.peek() == 'ON' and self.peek(1) == 'CONFLICT':
                upserts.append(self.upsert())
        return Node('insert', action=action, schema=schema, table=table, alias=alias, columns=columns, rows=rows, upserts=upserts,
                    returning=self.returning(), tables=[], recursive=False)

    def upsert(self):
        """(names of the columns in conflict, what to set, where); nothing to set: None."""
        self.at += 2
        names = None
        if self.peek() == '(':
            names = [value[2] if value[0] == 'column' else None for value, *_ in self.parenthesised(self.ordering)]
            if self.take('WHERE'):
                self.expression()
        self.need('DO')
        if self.take('NOTHING'):
            return names, None, None
        self.need('UPDATE', 'SET')
        changes = self.several(self.change)
        return names, changes, self.expression() if self.take('WHERE') else None

    def change(self):
        names = self.parenthesised(self.name) if self.peek() == '(' else [self.name()]
        self.need('=')
        return names, self.expression()

    def returning(self):
        return self.several(self.result) if self.take('RETURNING') else None

    def update(self):
        self.need('UPDATE')
        action = self.otherwise()
        schema, table = self.qualified()
        alias = self.name() if self.take('AS') else None
        self.need('SET')
        changes = self.several(self.change)
        sources = self.sources() if self.take('FROM') else []
        where = self.expression() if self.take('WHERE') else None
        returning = self.returning()
        order, limit, offset = self.ordered()
        return Node('update', action=action, schema=schema, table=table, alias=alias, changes=changes, sources=sources, where=where,
                    returning=returning, order=order, limit=limit, offset=offset, tables=[], recursive=False)

    def delete(self):
        self.need('DELETE', 'FROM')
        schema, table = self.qualified()
        alias = self.name() if self.take('AS') else None
        where = self.expression() if self.take('WHERE') else None
        returning = self.returning()
        order, limit, offset = self.ordered()
        return Node('delete', schema=schema, table=table, alias=alias, where=where, returning=returning, order=order, limit=limit,
                    offset=offset, tables=[], recursive=False)

    # --- transactions and the rest ---

    def begin(self):
        self.need('BEGIN')
        mode = self.peek() if self.peek() in ('DEFERRED', 'IMMEDIATE', 'EXCLUSIVE') else 'DEFERRED'
        self.take(mode)
        self.transaction()
        return Node('begin', mode=mode)

    def transaction(self):
        if self.take('TRANSACTION') and self.is_name():
            self.name()

    def commit(self):
        self.at += 1
        self.transaction()
        return Node('commit')

    def rollback(self):
        self.at += 1
        self.transaction()
        name = None
        if self.take('TO'):
            self.take('SAVEPOINT')
            name = self.name()
        return Node('rollback', name=name)

    def savepoint(self):
        self.at += 1
        return Node('savepoint', name=self.name())

    def release(self):
        self.at += 1
        self.take('SAVEPOINT')
        return Node('release', name=self.name())

    def pragma(self):
        self.at += 1
        schema, name = self.qualified()
        value = None
        parenthesis = self.take('(')
        if parenthesis or self.take('='):
            sign = '-' if self.take('-') else ''
            self.take('+')
            value = sign + self.tokens[self.at][1] if self.kind() in ('number', 'word') else self.name()
            self.at += self.kind() in ('number', 'word')
            if parenthesis:
                self.need(')')
        return Node('pragma', schema=schema, name=name.lower(), value=value)

    def nothing(self):
        """Statements that change nothing that can be seen."""
        word = self.peek()
        self.at += 1
        name = self.tokens[self.at][1] if self.at < len(self.tokens) else None
        while self.is_name() or self.kind() == 'text' or self.peek() in ('.', 'INTO'):
            self.at += 1
        return Node('nothing', word=word, name=name)

    def attach(self):
        self.at += 1
        self.take('DATABASE')
        file = self.expression()
        self.need('AS')
        return Node('attach', file=file, name=self.name())

    def detach(self):
        self.at += 1
        self.take('DATABASE')
        return Node('detach', name=self.name())


_MAKERS = {
    'SELECT': Statements.select, 'VALUES': Statements.select, 'WITH': Statements.with_, 'INSERT': Statements.insert,
    'REPLACE': Statements.insert, 'UPDATE': Statements.update, 'DELETE': Statements.delete, 'BEGIN': Statements.begin,
    'COMMIT': Statements.commit, 'END': Statements.commit, 'ROLLBACK': Statements.rollback, 'SAVEPOINT': Statements.savepoint,
    'RELEASE': Statements.release, 'PRAGMA': Statements.pragma, 'VACUUM': Statements.nothing, 'ANALYZE': Statements.nothing,
    'REINDEX': Statements.nothing, 'ATTACH': Statements.attach, 'DETACH': Statements.detach, 'CREATE': definition, 'DROP': definition,
    'ALTER': definition,
}


def parsed(sql):
    """The first statement of a text, the names of its parameters, and where the rest begins; None: there is none."""
    found = tokens(sql)
    closed = bool(found) and found[-1][1] == ';'
    ends = len(found) - closed
    rest = found[ends][3] if closed else len(sql)
    parser = Statements(sql, found[:ends], closed)
    if ends == 0:
        if not closed:
            return None, [], rest
        statement, parameters, more = parsed(sql[rest:])
        return statement, parameters, rest + more
    statement = parser.statement()
    if parser.at < ends:
        parser.fail()
    statement.source = sql[found[0][2]:found[ends - 1][3]]
    return statement, parser.parameters, rest
