"""The instructions of a block while they are written: labels, constants, names, and the statements around that must be left."""
from _dis_symbols import IS_BUILTIN, IS_CELL, IS_FREE, IS_GLOBAL, IS_LOCAL, FREE_CLASS, COMPREHENSION_CELL, SHIFT


class Label:
    """A place to jump to."""


class Instr:
    """An instruction: its place in the source, where it jumps to, and in which `turn` of a text that stands several times."""
    __slots__ = 'op', 'arg', 'loc', 'target', 'handler', 'turn'

    def __init__(self, op, arg=0, loc=None, target=None, turn=()):
        self.op, self.arg, self.loc, self.target, self.handler, self.turn = op, arg, loc, target, None, turn

    @property
    def line(self):
        return -1 if self.loc is None else self.loc[0]

    def become(self, op, arg=0):
        self.op, self.arg, self.target = op, arg, None

    def copy(self):
        made = Instr(self.op, self.arg, self.loc, self.target, self.turn)
        made.handler = self.handler
        return made

    def moved(self, lines):
        """The same so many lines further down."""
        made = self.copy()
        if made.loc is not None:
            line, end_line, *columns = made.loc
            made.loc = line + lines, end_line + lines, *columns
        return made


def place(node):
    """(line, last line, column, last column); of what has no place of its own, None."""
    if node.lineno is None:
        return None
    return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset


def constant_key(value):
    """By which constants are the same: 1 is not True, 0.0 not -0.0."""
    kind = type(value)
    if kind is tuple:
        return kind, tuple(map(constant_key, value))
    if kind is frozenset:
        return kind, frozenset(map(constant_key, value))
    if kind is float or kind is complex:
        return kind, repr(value) if value == value else id(value)
    return kind, getattr(value, 'key', value)


class Unit:
    """A block that is written."""

    def __init__(self, kind, name, scope, parent, private, first_line):
        self.kind, self.name, self.scope, self.parent, self.private = kind, name, scope, parent, private
        self.first_line = first_line
        self.qualname = name if parent is None else self.qualified()
        self.instrs, self.labels = [], {}
        # How often each `finally` has been written within a turn of those around it.
        self.turn, self.turns = (), {}
        self.constants, self.constant_numbers = [], {}
        self.names, self.hidden, self.around = {}, {}, []
        self.locals = {name: i for i, name in enumerate(scope.parameters)}
        cells = sorted(name for name, flags in scope.names.items()
                       if flags >> SHIFT == IS_CELL or flags & COMPREHENSION_CELL)
        if scope.needs_class:
            cells.append('__class__')
        if scope.needs_classdict:
            cells.append('__classdict__')
        self.cells = {name: i for i, name in enumerate(dict.fromkeys(cells))}
        free = sorted(name for name, flags in scope.names.items() if flags >> SHIFT == IS_FREE or flags & FREE_CLASS)
        self.free = {name: len(self.cells) + i for i, name in enumerate(free)}
        self.arguments = self.positional_only = self.keyword_only = 0
        self.in_comprehension = 0
        self.static_attributes = {}

    def qualified(self):
        parent = self.parent
        if parent.kind == 'parameters':
            parent = parent.parent
        if parent is None or parent.kind == 'module':
            return self.name
        if (self.kind in ('function', 'async function', 'class')
                and parent.scope.scope(parent.scope.mangled(parent.private, self.name)) == IS_GLOBAL):
            return self.name
        inner = '.<locals>' if parent.kind in ('function', 'async function', 'lambda') else ''
        return f'{parent.qualname}{inner}.{self.name}'

    # Instructions

    def op(self, loc, op, arg=0):
        self.instrs.append(Instr(op, arg, loc, None, self.turn))

    def write(self, loc, text):
        """Instructions as they are listed: names, some with a number behind."""
        for word in text.split():
            if word.isdigit():
                self.instrs[-1].arg = int(word)
            else:
                self.op(loc, word)

    def jump(self, loc, op, label):
        self.instrs.append(Instr(op, 0, loc, label, self.turn))

    def use(self, label):
        self.labels[label] = len(self.instrs)

    def begin_with(self, instr):
        """Puts an instruction before all others."""
        self.instrs.insert(0, instr)
        for label in self.labels:
            self.labels[label] += 1

    # Constants and names

    def constant(self, value):
        key = constant_key(value)
        number = self.constant_numbers.get(key)
        if number is None:
            number = self.constant_numbers[key] = len(self.constants)
            # CPython keeps a copy of a set, whose items may stand in another order.
            self.constants.append(frozenset(list(value)) if type(value) is frozenset else value)
        return number

    def load(self, loc, value):
        self.op(loc, 'LOAD_CONST', self.constant(value))

    def number(self, names, name):
        return names.setdefault(name, len(names))

    def named(self, loc, op, name):
        """An instruction with a name's number."""
        number = self.number(self.names, self.scope.mangled(self.private, name))
        if op == 'LOAD_ATTR':
            number <<= 1
        elif op == 'LOAD_METHOD':
            op, number = 'LOAD_ATTR', number << 1 | 1
        elif 'SUPER' in op:
            number = number << 2 | ('ZERO' not in op) << 1 | op.endswith('METHOD')
            op = 'LOAD_SUPER_ATTR'
        self.op(loc, op, number)

    def local(self, loc, op, name):
        self.op(loc, op, self.number(self.locals, name))

    def name_op(self, loc, name, how):
        """LOAD, STORE or DELETE of a variable, by whose it is."""
        scope = self.scope
        name = scope.mangled(self.private, name)
        where = scope.scope(name)
        if where in (IS_FREE, IS_CELL):
            if how == 'LOAD':
                if scope.kind == 'class' and not self.in_comprehension:
                    self.op(loc, 'LOAD_LOCALS')
                    how = 'LOAD_FROM_DICT_OR'
                elif scope.sees_class:
                    self.op(loc, 'LOAD_DEREF', self.free['__classdict__'])
                    how = 'LOAD_FROM_DICT_OR'
            self.op(loc, how + '_DEREF', self.free[name] if where == IS_FREE else self.cells[name])
            return
        if where == IS_LOCAL and (scope.function_like or self.hidden.get(name)):
            self.local(loc, how + '_FAST', name)
            return
        kind = 'NAME'
        if where == IS_GLOBAL or where == IS_BUILTIN and scope.function_like:
            kind = 'GLOBAL'
            if how == 'LOAD' and scope.sees_class and where == IS_BUILTIN:
                self.op(loc, 'LOAD_DEREF', self.free['__classdict__'])
                how, kind = 'LOAD_FROM_DICT_OR', 'GLOBALS'
        elif how == 'LOAD' and scope.kind == 'class' and self.in_comprehension:
            kind = 'GLOBAL'
        number = self.number(self.names, name)
        if how == 'LOAD' and kind == 'GLOBAL':
            number <<= 1
        self.op(loc, f'{how}_{kind}', number)
