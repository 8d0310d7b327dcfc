"""The statements that make, change and drop tables, indexes, views and triggers, as trees."""
from _sqlite_errors import problem
from _sqlite_syntax import Node


def definition(p):
    """One of these statements."""
    if p.take('DROP'):
        kind = p.peek()
        if kind not in ('TABLE', 'INDEX', 'VIEW', 'TRIGGER'):
            p.fail()
        p.at += 1
        quiet = p.take('IF', 'EXISTS')
        schema, name = p.qualified()
        return Node('drop', what=kind.lower(), quiet=quiet, schema=schema, name=name)
    if p.take('ALTER'):
        return _alter(p)
    p.need('CREATE')
    temporary = p.take('TEMP') or p.take('TEMPORARY')
    unique = not temporary and p.take('UNIQUE')
    kind = p.peek()
    if kind == 'VIRTUAL' and p.peek(1) == 'TABLE':
        p.at = len(p.tokens)
        return Node('create virtual table')
    if kind not in ('TABLE', 'INDEX', 'VIEW', 'TRIGGER') or unique and kind != 'INDEX':
        p.fail()
    p.at += 1
    quiet = False
    if p.peek() == 'IF':
        p.need('IF', 'NOT', 'EXISTS')
        quiet = True
    schema, name = p.qualified()
    make = {'TABLE': _table, 'INDEX': _index, 'VIEW': _view, 'TRIGGER': _trigger}[kind]
    at = p.at
    found = make(p)
    first = p.tokens[at - 1][2]
    found.temporary, found.quiet, found.schema, found.name = temporary, quiet, 'temp' if temporary else schema, name
    # What sqlite_master shows.
    found.sql = 'CREATE ' + ('UNIQUE ' if unique else '') + kind + ' ' + p.sql[first:p.tokens[-1][3]]
    if kind == 'INDEX':
        found.unique = unique
    return found


def _table(p):
    if p.take('AS'):
        return Node('create table', columns=[], constraints=[], rows=p.select(), options=set())
    p.need('(')
    columns, constraints = [], []
    while True:
        if p.peek() in ('CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN') and p.kind() == 'word':
            constraints.append(_constraint(p))
        else:
            columns.append(_column(p))
        if not p.take(',') and p.peek() not in ('CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'):
            break
    p.need(')')
    options = set()
    while p.at < len(p.tokens):
        if p.take('WITHOUT'):
            word = p.name()
            if word.upper() != 'ROWID':
                raise problem(f'unknown table option: {word}')
            options.add('WITHOUT ROWID')
        else:
            word = p.name()
            if word.upper() != 'STRICT':
                raise problem(f'unknown table option: {word}')
            options.add('STRICT')
        if not p.take(','):
            break
    return Node('create table', columns=columns, constraints=constraints, rows=None, options=options)


def _conflict(p):
    if p.take('ON', 'CONFLICT'):
        word = p.peek()
        if word not in ('ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'):
            p.fail()
        p.at += 1
        return word
    return None


def _column(p):
    name = p.name()
    column = Node('column', name=name, type=p.type_name() if p.at < len(p.tokens) else '', primary=False, descending=False,
                  autoincrement=False, required=None, unique=None, default=None, default_text=None, collation=None, generated=None,
                  stored=False, conflict=None)
    column.checks, column.references = [], []
    while True:
        label = p.name() if p.take('CONSTRAINT') else None
        if p.take('PRIMARY'):
            p.need('KEY')
            column.primary = True
            column.descending = p.take('DESC')
            p.take('ASC')
            column.conflict = _conflict(p)
            column.autoincrement = p.take('AUTOINCREMENT')
        elif p.take('NOT', 'NULL'):
            column.required = _conflict(p) or 'ABORT'
        elif p.take('NULL'):
            _conflict(p)
        elif p.take('UNIQUE'):
            column.unique = _conflict(p) or 'ABORT'
        elif p.take('CHECK'):
            column.checks.append(_check(p, label))
        elif p.take('DEFAULT'):
            start = p.at
            if p.peek() == '(':
                p.at += 1
                column.default = p.expression()
                p.need(')')
                column.default_text = p.since(start)[1:-1]
            else:
                # A bare word is a text.
                bare = p.kind() in ('word', 'quoted') and p.peek() not in (
                    'NULL', 'TRUE', 'FALSE', 'CURRENT_TIMESTAMP', 'CURRENT_DATE', 'CURRENT_TIME')
                column.default = ('literal', p.name()) if bare else p.unary()
                column.default_text = p.since(start)
        elif p.take('COLLATE'):
            column.collation = p.name().lower()
        elif p.peek() == 'REFERENCES':
            column.references.append(_references(p, [column.name]))
        elif p.peek() == 'GENERATED' or p.peek() == 'AS':
            if p.take('GENERATED'):
                p.need('ALWAYS')
            p.need('AS', '(')
            column.generated = p.expression()
            p.need(')')
            column.stored = p.take('STORED')
            p.take('VIRTUAL')
        elif label is None:
            return column


def _check(p, label):
    """(name or None, expression, its source)."""
    p.need('(')
    start = p.at
    value = p.expression()
    text = p.since(start)
    p.need(')')
    _conflict(p)
    return label, value, text


def _references(p, columns):
    """(columns, table, its columns or None, ON DELETE, ON UPDATE, deferred)."""
    p.need('REFERENCES')
    table = p.name()
    names = p.parenthesised(p.name) if p.peek() == '(' else None
    actions, deferred = {'DELETE': 'NO ACTION', 'UPDATE': 'NO ACTION'}, False
    while True:
        if p.peek() == 'ON' and p.peek(1) in actions:
            event = p.peek(1)
            p.at += 2
            for action in ('SET NULL', 'SET DEFAULT', 'CASCADE', 'RESTRICT', 'NO ACTION'):
                if p.take(*action.split()):
                    actions[event] = action
                    break
            else:
                p.fail()
        elif p.take('MATCH'):
            p.name()
        elif p.peek() == 'DEFERRABLE' or p.peek() == 'NOT' and p.peek(1) == 'DEFERRABLE':
            p.take('NOT')
            p.at += 1
            if p.take('INITIALLY'):
                deferred = p.take('DEFERRED')
                p.take('IMMEDIATE')
        else:
            return columns, table, names, actions['DELETE'], actions['UPDATE'], deferred


def _constraint(p):
    label = p.name() if p.take('CONSTRAINT') else None
    if p.take('PRIMARY'):
        p.need('KEY')
        p.need('(')
        columns = p.several(p.ordering)
        automatic = p.take('AUTOINCREMENT')
        p.need(')')
        return Node('primary', columns=[_named(value) for value, *_ in columns], conflict=_conflict(p), autoincrement=automatic)
    if p.take('UNIQUE'):
        columns = p.parenthesised(p.ordering)
        return Node('unique', columns=[_named(value) for value, *_ in columns], conflict=_conflict(p) or 'ABORT')
    if p.take('CHECK'):
        return Node('check', check=_check(p, label))
    if p.take('FOREIGN'):
        p.need('KEY')
        return Node('foreign', references=_references(p, p.parenthesised(p.name)))
    p.fail()


def _named(value):
    if value[0] == 'collate':
        value = value[1]
    if value[0] == 'column':
        return value[2]
    if value[0] == 'literal' and isinstance(value[1], str):
        return value[1]
    raise problem('expressions prohibited in PRIMARY KEY and UNIQUE constraints')


def _index(p):
    p.need('ON')
    table = p.name()
    columns = p.parenthesised(p.ordering)
    return Node('create index', table=table, columns=columns, where=p.expression() if p.take('WHERE') else None)


def _view(p):
    names = p.parenthesised(p.name) if p.peek() == '(' else None
    p.need('AS')
    return Node('create view', names=names, select=p.select())


def _trigger(p):
    moment = 'BEFORE'
    if p.peek() in ('BEFORE', 'AFTER'):
        moment = p.peek()
        p.at += 1
    elif p.take('INSTEAD', 'OF'):
        moment = 'INSTEAD'
    event = p.peek()
    if event not in ('INSERT', 'UPDATE', 'DELETE'):
        p.fail()
    p.at += 1
    columns = p.several(p.name) if event == 'UPDATE' and p.take('OF') else None
    p.need('ON')
    table = p.name()
    if p.take('FOR'):
        p.need('EACH', 'ROW')
    when = p.expression() if p.take('WHEN') else None
    p.need('BEGIN')
    steps = []
    while not p.take('END'):
        steps.append(p.statement())
        p.need(';')
    return Node('create trigger', moment=moment, event=event, columns=columns, table=table, when=when, steps=steps)


def _alter(p):
    p.need('TABLE')
    schema, table = p.qualified()
    found = Node('alter', schema=schema, table=table, new=None, column=None)
    if p.take('RENAME', 'TO'):
        found.action, found.new = 'rename', p.name()
    elif p.take('RENAME'):
        p.take('COLUMN')
        found.action, found.column = 'rename column', p.name()
        p.need('TO')
        found.new = p.name()
    elif p.take('ADD'):
        p.take('COLUMN')
        start = p.at
        found.action, found.column = 'add', _column(p)
        found.text = p.since(start)
    elif p.take('DROP'):
        p.take('COLUMN')
        found.action, found.column = 'drop', p.name()
    else:
        p.fail()
    return found
