"""Writes the nodes of a pattern as a program for _sre."""
import _sre

from re._nodes import PatternError, _A, _I, _MANY, _Parser, _X
from re._matches import Pattern

_MATCH, _CHAR, _CHAR_I, _ANY, _ANY_ALL, _SET, _SPLIT, _JUMP, _SAVE, _AT, _LOOK, _BACKREF, _REPEAT, _PROGRESS, \
    _ATOMIC, _IF, _FAIL = range(17)


def _width(node, groups):
    """The least and the most that a node matches."""
    kind = node[0]
    if kind in ('char', 'any', 'set'):
        return 1, 1
    if kind == 'seq':
        low = high = 0
        for item in node[1]:
            a, b = _width(item, groups)
            low, high = low + a, high + b
        return low, min(high, _MANY)
    if kind == 'or':
        both = [_width(way, groups) for way in node[1]]
        return min(a for a, _ in both), max(b for _, b in both)
    if kind == 'group':
        groups[node[1]] = found = _width(node[2], groups)
        return found
    if kind == 'repeat':
        a, b = _width(node[1], groups)
        return min(a * node[2], _MANY), min(b * node[3], _MANY)
    if kind == 'back':
        return groups.get(node[1], (0, _MANY))
    if kind == 'if':
        a, b = _width(node[2], groups), _width(node[3], groups)
        return min(a[0], b[0]), max(a[1], b[1])
    if kind == 'atomic':
        return _width(node[1], groups)
    if kind == 'look':
        _width(node[2], groups)
    return 0, 0


class _Coder:
    """Writes nodes as a program."""

    def __init__(self, parser):
        self.parser, self.code, self.sets, self.slots, self.widths = parser, [], [], parser.groups * 2, {}

    def put(self, *numbers):
        self.code += numbers
        return len(self.code) - 1

    def code_of(self, node):  #: in re/_compiler.py _code
        self.write(node)  #: 580 «_compile(code, p.data, flags)»

    def refuse_width(self):  #: in re/_compiler.py _compile
        raise PatternError('look-behind requires fixed-width pattern')  #: 153 raise PatternError("look-behind requires fixed-width pattern")

    def write(self, node):  #: -
        code, kind = self.code, node[0]
        if kind == 'char':
            point, flags = node[1], node[2]
            c = chr(point)
            if flags & _I and (c.lower() != c or c.upper() != c) and (self.parser.is_text and not flags & _A
                                                                      or point < 128):
                if self.parser.is_text and not flags & _A:
                    self.put(_CHAR_I, _sre.fold(point))
                else:
                    self.sets.append([0, 1, 1, 0, point, point])
                    self.put(_SET, len(self.sets) - 1)
            else:
                self.put(_CHAR, point)
        elif kind == 'any':
            self.put(_ANY_ALL if node[1] else _ANY)
        elif kind == 'set':
            _, negated, items, flags, ascii = node
            if flags & _I and not ascii:
                alone = [low for kind, low, high in items if kind == 0 and low == high and low > 127]
                items = [*items, *((0, _sre.fold(low), _sre.fold(low)) for low in alone)]
            self.sets.append([int(negated), int(bool(flags & _I)), int(ascii), *(n for item in items for n in item)])
            self.put(_SET, len(self.sets) - 1)
        elif kind == 'at':
            self.put(_AT, node[1], node[2])
        elif kind == 'seq':
            for item in node[1]:
                self.write(item)
        elif kind == 'or':
            ends = []
            for way in node[1][:-1]:
                split = self.put(_SPLIT, len(code) + 3, 0)
                self.write(way)
                ends.append(self.put(_JUMP, 0))
                code[split] = len(code)
            self.write(node[1][-1])
            for end in ends:
                code[end] = len(code)
        elif kind == 'group':
            self.put(_SAVE, node[1] * 2)
            self.write(node[2])
            self.put(_SAVE, node[1] * 2 + 1)
        elif kind == 'back':
            self.put(_BACKREF, node[1], int(bool(node[2] & _I)))
        elif kind == 'look':
            low, high = _width(node[2], dict(self.widths))
            if node[1] >= 2 and low != high:
                self.refuse_width()
            if node[1] == 1 and node[2] == ('seq', []):
                self.put(_FAIL)
                return
            self.put(_LOOK, node[1], low if node[1] >= 2 else 0)
            end = self.put(0)
            self.write(node[2])
            self.put(_MATCH)
            code[end] = len(code)
        elif kind == 'atomic':
            end = self.put(_ATOMIC, 0)
            self.write(node[1])
            self.put(_MATCH)
            code[end] = len(code)
        elif kind == 'if':
            _, group, yes, no = node
            target = self.put(_IF, group, 0)
            self.write(yes)
            end = self.put(_JUMP, 0)
            code[target] = len(code)
            self.write(no)
            code[end] = len(code)
        elif kind == 'repeat':
            self.repeat(*node[1:])

    def repeat(self, node, least, most, kind):
        code = self.code
        while node[0] == 'seq' and len(node[1]) == 1:
            node = node[1][0]
        if node[0] in ('char', 'any', 'set'):
            self.put(_REPEAT, least, most, kind)
            self.write(node)
            return
        if kind == 2:
            self.write(('atomic', ('repeat', node, least, most, 1)))
            return
        for _ in range(least):
            self.write(node)
            if len(code) > 200000:
                raise PatternError('pattern too large')
        if most == _MANY:
            slot, self.slots = self.slots, self.slots + 1
            split = self.split(kind)
            body = len(code)
            self.put(_SAVE, slot)
            self.write(node)
            self.put(_PROGRESS, slot, body - 3)
            code[split] = len(code)
        else:
            splits = []
            for _ in range(most - least):
                splits.append(self.split(kind))
                self.write(node)
                if len(code) > 200000:
                    raise PatternError('pattern too large')
            for split in splits:
                code[split] = len(code)

    def split(self, kind):
        """A choice whose one way goes on right here; the place of the other's target."""
        here = len(self.code) + 3
        if kind == 1:
            return self.put(_SPLIT, here, 0)
        self.put(_SPLIT, 0, here)
        return len(self.code) - 2


def _made(pattern, flags):  #: in re/_compiler.py compile
    parser = _Parser(pattern, flags)
    node = parser.parse()  #: 743 p = «_parser.parse(p, flags)»
    if parser.flags & _X and not flags & _X:
        flags |= _X
        parser = _Parser(pattern, flags)
        node = parser.parse()
    coder = _Coder(parser)
    _width(node, coder.widths)
    coder.code_of(node)  #: 747 code = «_code(p, flags)»
    coder.put(_MATCH)
    made = object.__new__(Pattern)
    made._set(pattern, parser.flags & ~128, _sre.compile(coder.code, coder.sets, coder.slots), parser)
    return made
