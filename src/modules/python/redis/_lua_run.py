"""Runs trees of Lua. Strings are bytes, numbers are floats, nil is None; a function takes a list and gives one."""
import math

from _lua_syntax import LuaError, Parser

# How many steps a script may take: it has the server for itself.
_STEPS = 2000000


class Table:
    def __init__(self, values=()):
        self.values, self.meta = dict(values), None

    def get(self, key):
        return self.values.get(_key(key))

    def set(self, key, value):
        if value is None:
            self.values.pop(_key(key), None)
        else:
            self.values[_key(key)] = value

    def __len__(self):
        size = len(self.values)
        if size and (not (size in self.values) or size + 1 in self.values):
            size = 0
            while size + 1 in self.values:
                size += 1
        return size

    def items(self):
        return [(_KEYS.get(key, key), value) for key, value in self.values.items()]


# True and 1 are one key of a dict, and two of a table.
_TRUE, _FALSE = object(), object()
_KEYS = {_TRUE: True, _FALSE: False}


def _key(key):
    return _TRUE if key is True else _FALSE if key is False else key


def listed(values):
    return Table((float(n), value) for n, value in enumerate(values, 1) if value is not None)


def kind(value):
    if value is None:
        return b'nil'
    if isinstance(value, bool):
        return b'boolean'
    return {float: b'number', bytes: b'string', Table: b'table'}.get(type(value), b'function')


def text(value):
    """What `tostring` gives."""
    if isinstance(value, bytes):
        return value
    if value is None or isinstance(value, bool):
        return {None: b'nil', True: b'true', False: b'false'}[value]
    if isinstance(value, float):
        if math.isinf(value) or math.isnan(value):
            return b'-nan' if math.isnan(value) else b'inf' if value > 0 else b'-inf'
        return b'%.14g' % value
    return kind(value) + b': 0x%08x' % (id(value) & 0xffffffff)


def number(value):
    """A number, or what a string says as one; None for others."""
    if isinstance(value, float):
        return value
    if isinstance(value, bytes):
        try:
            stripped = value.strip()
            return float(int(stripped, 16)) if stripped[:2].lower() == b'0x' else float(stripped) if b'_' not in stripped else None
        except ValueError:
            return None
    return None


def fail(line, what):
    raise LuaError(b'user_script:%d: %s' % (line, what))


class _Break(Exception):
    pass


class _Return(Exception):
    pass


class Scope:
    """Names in a block, and the block around it."""

    def __init__(self, outer):
        self.names, self.outer = {}, outer

    def holder(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names
            scope = scope.outer


class Machine:
    """Runs one script. `library`: its global names."""

    def __init__(self, library):
        self.library, self.steps = library, 0

    def run(self, source):
        try:
            self.block(Parser(source).script(), Scope(None))
        except _Return as result:
            return result.args[0]
        return []

    def block(self, statements, scope):
        for statement in statements:
            self.steps += 1
            if self.steps > _STEPS:
                fail(statement[1], b'script took too many steps')
            getattr(self, '_do_' + statement[0].replace(' ', '_'))(scope, *statement[1:])

    # --- statements ---

    def _do_return(self, scope, line, values):
        raise _Return(self.all(values, scope))

    def _do_break(self, scope, line):
        raise _Break

    def _do_do(self, scope, line, body):
        self.block(body, Scope(scope))

    def _do_if(self, scope, line, cases, last):
        for test, body in cases:
            if self.true(test, scope):
                return self.block(body, Scope(scope))
        self.block(last, Scope(scope))

    def _do_while(self, scope, line, test, body):
        try:
            while self.true(test, scope):
                self.steps += 1
                self.block(body, Scope(scope))
        except _Break:
            pass

    def _do_repeat(self, scope, line, body, test):
        try:
            while True:
                inner = Scope(scope)
                self.block(body, inner)
                if self.true(test, inner):
                    break
        except _Break:
            pass

    def _do_count(self, scope, line, name, ends, body):
        values = [number(value) for value in self.all(ends, scope)]
        for value, what in zip(values, (b'initial', b'limit', b'step')):
            if value is None:
                fail(line, b"'for' " + what + (b' value' if what == b'initial' else b'') + b' must be a number')
        at, limit, step = (*values, 1.0)[:3]
        try:
            while at <= limit if step > 0 else at >= limit:
                inner = Scope(scope)
                inner.names[name] = at
                self.block(body, inner)
                at += step
        except _Break:
            pass

    def _do_for(self, scope, line, names, values, body):
        step, state, last = (*self.all(values, scope), None, None, None)[:3]
        try:
            while True:
                found = self.call(step, [state, last], line, b'?')
                last = found[0] if found else None
                if last is None:
                    break
                inner = Scope(scope)
                inner.names.update(zip(names, [*found, *[None] * len(names)]))
                self.block(body, inner)
        except _Break:
            pass

    def _do_local_function(self, scope, line, name, function):
        scope.names[name] = None
        scope.names[name] = self.one(function, scope)

    def _do_local(self, scope, line, names, values):
        found = self.all(values, scope)
        scope.names.update(zip(names, [*found, *[None] * len(names)]))

    def _do_assign(self, scope, line, targets, values):
        found = self.all(values, scope)
        for target, value in zip(targets, [*found, *[None] * len(targets)]):
            if target[0] == 'name':
                holder = scope.holder(target[2])
                if holder is None:
                    fail(target[1], b'Attempt to modify a readonly table')
                holder[target[2]] = value
            elif target[0] == 'index':
                table, key = self.one(target[2], scope), self.one(target[3], scope)
                if not isinstance(table, Table):
                    fail(target[1], b'attempt to index ' + self.described(target[2], table))
                if key is None:
                    fail(target[1], b'table index is nil')
                table.set(key, value)
            else:
                fail(line, b'unexpected symbol')

    def _do_call_statement(self, scope, line, call):
        self.many(call, scope)

    # --- expressions ---

    def true(self, tree, scope):
        value = self.one(tree, scope)
        return value is not None and value is not False

    def all(self, trees, scope):
        """The values of expressions; the last one may give several."""
        if not trees:
            return []
        return [self.one(tree, scope) for tree in trees[:-1]] + self.many(trees[-1], scope)

    def one(self, tree, scope):
        found = self.many(tree, scope)
        return found[0] if found else None

    def many(self, tree, scope):
        how = tree[0]
        if how in ('number', 'string'):
            return [tree[2]]
        return getattr(self, '_' + how)(scope, *tree[1:])

    def _word(self, scope, line, word):
        if word == b'...':
            holder = scope.holder(b'...')
            return list(holder[b'...']) if holder else []
        return [{b'nil': None, b'true': True, b'false': False}[word]]

    def _name(self, scope, line, name):
        holder = scope.holder(name)
        if holder is not None:
            return [holder[name]]
        if name not in self.library:
            fail(line, b"Script attempted to access nonexistent global variable '%s'" % name)
        return [self.library[name]]

    def _alone(self, scope, line, tree):
        return [self.one(tree, scope)]

    def _function(self, scope, line, names, rest, body):
        def call(arguments):
            inner = Scope(scope)
            inner.names.update(zip(names, [*arguments, *[None] * len(names)]))
            if rest:
                inner.names[b'...'] = arguments[len(names):]
            try:
                self.block(body, inner)
            except _Return as result:
                return result.args[0]
            except RecursionError:
                fail(line, b'stack overflow')
            return []
        return [call]

    def _table(self, scope, line, entries):
        table, count = Table(), 0
        for n, (key, value) in enumerate(entries):
            if key is not None:
                table.set(self.one(key, scope), self.one(value, scope))
                continue
            for found in (self.many(value, scope) if n == len(entries) - 1 else [self.one(value, scope)]):
                count += 1
                table.set(float(count), found)
        return [table]

    def _index(self, scope, line, tree, key):
        table = self.one(tree, scope)
        if isinstance(table, bytes):
            table = self.library[b'string']
        if not isinstance(table, Table):
            fail(line, b'attempt to index ' + self.described(tree, table))
        return [table.get(self.one(key, scope))]

    def described(self, tree, value):
        """How a message names what an expression gave."""
        if tree[0] == 'name':
            where = b'local' if value is not None else b'global'
            return b"%s '%s' (a %s value)" % (where, tree[2], kind(value))
        if tree[0] == 'index' and tree[3][0] == 'string':
            return b"field '%s' (a %s value)" % (tree[3][2], kind(value))
        return b'a %s value' % kind(value)

    def call(self, function, arguments, line, what):
        if not callable(function):
            fail(line, b'attempt to call ' + what)
        return function(arguments)

    def _call(self, scope, line, tree, arguments):
        function = self.one(tree, scope)
        if not callable(function):
            fail(line, b'attempt to call ' + self.described(tree, function))
        try:
            return function(self.all(arguments, scope))
        except LuaError as error:
            if isinstance(error.args[0], bytes) and error.args[0].startswith(b'?'):
                raise LuaError(b'user_script:%d%s' % (line, error.args[0][1:])) from None
            raise

    def _method(self, scope, line, tree, name, arguments):
        owner = self.one(tree, scope)
        table = self.library[b'string'] if isinstance(owner, bytes) else owner
        if not isinstance(table, Table):
            fail(line, b'attempt to index ' + self.described(tree, owner))
        return self.call(table.get(name), [owner, *self.all(arguments, scope)], line, b"method '%s' (a nil value)" % name)

    def _unary(self, scope, line, word, tree):
        value = self.one(tree, scope)
        if word == b'not':
            return [value is None or value is False]
        if word == b'#':
            if not isinstance(value, (bytes, Table)):
                fail(line, b'attempt to get length of ' + self.described(tree, value))
            return [float(len(value))]
        if number(value) is None:
            fail(line, b'attempt to perform arithmetic on ' + self.described(tree, value))
        return [-number(value)]

    def _binary(self, scope, line, word, left, right):
        first = self.one(left, scope)
        if word in (b'and', b'or'):
            return [self.one(right, scope) if (first is None or first is False) is (word == b'or') else first]
        second = self.one(right, scope)
        if word in (b'==', b'~='):
            equal = first is second or type(first) is type(second) and first == second and not isinstance(first, Table)
            return [equal is (word == b'==')]
        if word == b'..':
            for value, tree in ((first, left), (second, right)):
                if not isinstance(value, (bytes, float)):
                    fail(line, b'attempt to concatenate ' + self.described(tree, value))
            return [text(first) + text(second)]
        if word in (b'<', b'>', b'<=', b'>='):
            if type(first) is not type(second) or not isinstance(first, (float, bytes)):
                names = kind(first), kind(second)
                fail(line, b'attempt to compare two %s values' % names[0] if names[0] == names[1] else b'attempt to compare %s with %s' % names)
            return [first < second if word == b'<' else first > second if word == b'>' else first <= second if word == b'<=' else first >= second]
        for value, tree in ((first, left), (second, right)):
            if number(value) is None:
                fail(line, b'attempt to perform arithmetic on ' + self.described(tree, value))
        return [_calculated(word, number(first), number(second))]


def _calculated(word, a, b):
    try:
        if word == b'+':
            return a + b
        if word == b'-':
            return a - b
        if word == b'*':
            return a * b
        if word == b'/':
            return a / b
        if word == b'%':
            return a - math.floor(a / b) * b
        return math.pow(a, b)
    except ZeroDivisionError:
        return math.nan if not a or word == b'%' else math.copysign(math.inf, a) * math.copysign(1, b)
    except (OverflowError, ValueError):
        return math.inf
