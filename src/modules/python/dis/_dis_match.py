"""The instructions of `match`."""
import ast
from _dis_unit import Label, place


class Pattern:
    """What a pattern being matched has on the stack: how much on top, and the values of names below."""

    def __init__(self):
        self.on_top, self.stores, self.fail = 0, [], []


def wildcard(pattern):
    return isinstance(pattern, ast.MatchAs) and pattern.name is None


def star_wildcard(pattern):
    return isinstance(pattern, ast.MatchStar) and pattern.name is None


class Matching:
    """What a compiler does with `match`; `self.unit` is the block that is written."""

    def do_Match(self, node, loc):
        unit, end, cases = self.unit, Label(), node.cases
        self.expr(node.subject)
        default = wildcard(cases[-1].pattern) and len(cases) > 1
        tried = cases[:-1] if default else cases
        for case in tried:
            at, last = place(case.pattern), case is tried[-1]
            if not last:
                unit.op(at, 'COPY', 1)
            state = Pattern()
            self.pattern(case.pattern, state)
            for name in state.stores:
                unit.name_op(at, name, 'STORE')
            if case.guard:
                self.failures(state, 0)
                self.jump_if(at, case.guard, state.fail[0], False)
            if not last:
                unit.op(at, 'POP_TOP')
            self.statements(case.body)
            unit.jump(None, 'JUMP', end)
            self.emit_failures(at, state)
        if default:
            case = cases[-1]
            at = place(case.pattern)
            unit.op(at, 'NOP')
            if case.guard:
                self.jump_if(at, case.guard, end, False)
            self.statements(case.body)
        unit.use(end)

    def failures(self, state, count):
        while len(state.fail) <= count:
            state.fail.append(Label())

    def fail_jump(self, loc, state, op):
        count = state.on_top + len(state.stores)
        self.failures(state, count)
        self.unit.jump(loc, op, state.fail[count])

    def emit_failures(self, loc, state):
        unit = self.unit
        while len(state.fail) > 1:
            unit.use(state.fail.pop())
            unit.op(loc, 'POP_TOP')
        if state.fail:
            unit.use(state.fail.pop())

    def rotate(self, loc, count):
        while count > 1:
            self.unit.op(loc, 'SWAP', count)
            count -= 1

    def captured(self, loc, name, state):
        if name is None:
            self.unit.op(loc, 'POP_TOP')
            return
        self.rotate(loc, state.on_top + len(state.stores) + 1)
        state.stores.append(name)

    def pattern(self, node, state):
        getattr(self, 'match_' + type(node).__name__)(node, place(node), state)

    def match_MatchValue(self, node, loc, state):
        self.expr(node.value)
        self.comparison(loc, ast.Eq())
        self.unit.op(loc, 'TO_BOOL')
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')

    def match_MatchSingleton(self, node, loc, state):
        self.unit.load(loc, node.value)
        self.unit.op(loc, 'IS_OP', 0)
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')

    def match_MatchStar(self, node, loc, state):
        self.captured(loc, node.name, state)

    def match_MatchAs(self, node, loc, state):
        if node.pattern is not None:
            state.on_top += 1
            self.unit.op(loc, 'COPY', 1)
            self.pattern(node.pattern, state)
            state.on_top -= 1
        self.captured(loc, node.name, state)

    def long_enough(self, loc, state, count, op):
        unit = self.unit
        unit.op(loc, 'GET_LEN')
        unit.load(loc, count)
        self.comparison(loc, op())
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')

    def match_MatchSequence(self, node, loc, state):
        unit, patterns = self.unit, node.patterns
        starred = [isinstance(item, ast.MatchStar) for item in patterns]
        star = starred.index(True) if True in starred else -1
        state.on_top += 1
        unit.op(loc, 'MATCH_SEQUENCE')
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')
        if star < 0:
            self.long_enough(loc, state, len(patterns), ast.Eq)
        elif len(patterns) > 1:
            self.long_enough(loc, state, len(patterns) - 1, ast.GtE)
        state.on_top -= 1
        if all(wildcard(item) or star_wildcard(item) for item in patterns):
            unit.op(loc, 'POP_TOP')
        elif star >= 0 and star_wildcard(patterns[star]):
            self.subscripts(loc, patterns, star, state)
        else:
            self.unpacked(loc, starred)
            self.each(patterns, state)

    def each(self, patterns, state):
        state.on_top += len(patterns)
        for item in patterns:
            state.on_top -= 1
            self.pattern(item, state)

    def subscripts(self, loc, patterns, star, state):
        unit = self.unit
        state.on_top += 1
        for i, item in enumerate(patterns):
            if wildcard(item) or i == star:
                continue
            unit.op(loc, 'COPY', 1)
            if i < star:
                unit.load(loc, i)
            else:
                unit.op(loc, 'GET_LEN')
                unit.load(loc, len(patterns) - i)
                self.binary(loc, ast.Sub())
            unit.op(loc, 'BINARY_SUBSCR')
            self.pattern(item, state)
        state.on_top -= 1
        unit.op(loc, 'POP_TOP')

    def not_none(self, loc):
        unit = self.unit
        unit.op(loc, 'COPY', 1)
        unit.load(loc, None)
        unit.op(loc, 'IS_OP', 1)

    def match_MatchClass(self, node, loc, state):
        unit = self.unit
        self.expr(node.cls)
        unit.load(loc, tuple(node.kwd_attrs))
        unit.op(loc, 'MATCH_CLASS', len(node.patterns))
        self.not_none(loc)
        state.on_top += 1
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')
        patterns = node.patterns + node.kwd_patterns
        unit.op(loc, 'UNPACK_SEQUENCE', len(patterns))
        state.on_top += len(patterns) - 1
        for item in patterns:
            state.on_top -= 1
            if wildcard(item):
                unit.op(loc, 'POP_TOP')
            else:
                self.pattern(item, state)

    def match_MatchMapping(self, node, loc, state):
        unit, count = self.unit, len(node.keys)
        state.on_top += 1
        unit.op(loc, 'MATCH_MAPPING')
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')
        if not count and not node.rest:
            state.on_top -= 1
            unit.op(loc, 'POP_TOP')
            return
        if count:
            self.long_enough(loc, state, count, ast.GtE)
        self.exprs(node.keys)
        unit.op(loc, 'BUILD_TUPLE', count)
        unit.op(loc, 'MATCH_KEYS')
        state.on_top += 2
        self.not_none(loc)
        self.fail_jump(loc, state, 'POP_JUMP_IF_FALSE')
        unit.op(loc, 'UNPACK_SEQUENCE', count)
        state.on_top -= 1
        self.each(node.patterns, state)
        state.on_top -= 2
        if not node.rest:
            unit.write(loc, 'POP_TOP POP_TOP')
            return
        unit.write(loc, 'BUILD_MAP 0 SWAP 3 DICT_UPDATE 2')
        unit.op(loc, 'UNPACK_SEQUENCE', count)
        for left in range(count, 0, -1):
            unit.op(loc, 'COPY', 1 + left)
            unit.write(loc, 'SWAP 2 DELETE_SUBSCR')
        self.captured(loc, node.rest, state)

    def match_MatchOr(self, node, loc, state):
        unit, end, control = self.unit, Label(), None
        for alternative in node.patterns:
            at, inner = place(alternative), Pattern()
            unit.op(at, 'COPY', 1)
            self.pattern(alternative, inner)
            if control is None:
                control = list(inner.stores)
            else:
                self.same_order(at, inner.stores, control)
            unit.jump(at, 'JUMP', end)
            self.emit_failures(at, inner)
        unit.op(loc, 'POP_TOP')
        self.fail_jump(loc, state, 'JUMP')
        unit.use(end)
        rotations = len(control) + 1 + state.on_top + len(state.stores)
        for name in control:
            self.rotate(loc, rotations)
            state.stores.append(name)
        unit.op(loc, 'POP_TOP')

    def same_order(self, loc, stores, control):
        """Brings the values of an alternative's names into the order of the first one's."""
        for wanted in reversed(range(len(control))):
            at = stores.index(control[wanted])
            if at != wanted:
                turned = stores[:at + 1]
                del stores[:at + 1]
                stores[wanted - at:wanted - at] = turned
                for _ in range(at + 1):
                    self.rotate(loc, wanted + 1)
