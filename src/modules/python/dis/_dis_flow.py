"""Basic blocks: what CPython makes of a block's instructions before it lays them out (flowgraph.c)."""
from _dis_opcodes import CHECKS, CONDITIONAL, ENDS, EXITS, JUMPS, PUSHES, TARGETED, UNCONDITIONAL
from _dis_swaps import apply_swaps, shorten_swaps
from _dis_unit import Instr, constant_key


class Block:
    """Instructions of which only the last may jump; `next` is what follows in the listing."""

    def __init__(self):
        self.instrs, self.next = [], None
        self.label = self.handler = self.cold = self.warm = self.lasti = self.visited = False
        self.depth, self.predecessors, self.unsafe, self.stack = None, 0, 0, None

    @property
    def last(self):
        return self.instrs[-1] if self.instrs else None

    @property
    def falls_through(self):
        return not self.instrs or self.instrs[-1].op not in ENDS

    @property
    def exits(self):
        return bool(self.instrs) and self.instrs[-1].op in EXITS

    @property
    def has_no_line(self):
        return all(instr.line < 0 for instr in self.instrs)


def chain(block):
    """The block and those that follow it."""
    while block is not None:
        yield block
        block = block.next


def nonempty(block):
    while block is not None and not block.instrs:
        block = block.next
    return block


class Flow:
    """A block of the program as basic blocks."""

    def __init__(self, unit):
        self.constants = unit.constants
        starts = {unit.labels[instr.target] for instr in unit.instrs if instr.op in TARGETED}
        places = {}
        self.entry = block = Block()
        for i, instr in enumerate(unit.instrs):
            if i in starts:
                if block.instrs or block.label:
                    block.next = block = Block()
                block.label, places[i] = True, block
            elif block.last is not None and (block.last.op in ENDS or block.last.op in JUMPS):
                block.next = block = Block()
            block.instrs.append(instr)
        for instr in unit.instrs:
            if instr.op in TARGETED:
                instr.target = places[unit.labels[instr.target]]

    def blocks(self):
        return chain(self.entry)

    def optimized(self, locals_count, parameters):
        for block in self.blocks():
            for instr in block.instrs:
                if instr.op in PUSHES:
                    instr.target.handler = True
        self.find_handlers()
        self.inline_small()
        self.drop_unreachable()
        self.resolve_lines()
        for block in self.blocks():
            self.use_constants(block)
        for block in self.blocks():
            self.improve(block)
        self.drop_pairs()
        self.drop_unreachable()
        self.drop_nops_and_jumps()
        self.drop_constants()
        self.check_locals(locals_count, parameters)
        self.join_instructions()

    def clear_visits(self):
        for block in self.blocks():
            block.visited = False

    def find_handlers(self):
        """Which handler each instruction has."""
        self.clear_visits()
        self.entry.stack, self.entry.visited = [], True
        todo = [self.entry]

        def go(block, stack):
            if not block.visited:
                block.stack, block.visited = stack, True
                todo.append(block)

        while todo:
            block = todo.pop()
            stack, after_yield = block.stack, -1
            for instr in block.instrs:
                top = stack[-1] if stack else None
                if instr.op in PUSHES:
                    go(instr.target, list(stack))
                    instr.target.lasti = instr.op != 'SETUP_FINALLY' or instr.target.lasti
                    stack.append(instr.target)
                    continue
                if instr.op == 'POP_BLOCK':
                    stack.pop()
                    instr.become('NOP')
                    continue
                instr.handler = top
                if instr.op in JUMPS:
                    go(instr.target, list(stack))
                elif instr.op == 'YIELD_VALUE':
                    after_yield = len(stack)
                elif instr.op == 'RESUME' and instr.arg:
                    if after_yield == 1:
                        instr.arg |= 4
                    after_yield = -1
            if block.falls_through and block.next is not None:
                go(block.next, stack)

    # What goes away

    def inline_small(self):
        changed = True
        while changed:
            changed = False
            for block in self.blocks():
                last = block.last
                if last is None or last.op not in UNCONDITIONAL:
                    continue
                target, jump = last.target, last.op
                lineless = target.has_no_line and not target.falls_through
                if target.exits and len(target.instrs) <= 4 or lineless:
                    last.become('NOP')
                    block.instrs += [instr.copy() for instr in target.instrs]
                    if lineless and block.last.op in UNCONDITIONAL and jump == 'JUMP':
                        block.last.op = 'JUMP'
                    target.predecessors -= 1
                    changed = True

    def drop_unreachable(self):
        self.clear_visits()
        for block in self.blocks():
            block.predecessors = 0
        self.entry.predecessors = 1
        todo = [self.entry]
        while todo:
            block = todo.pop()
            block.visited = True
            if block.next is not None and block.falls_through:
                if not block.next.visited:
                    todo.append(block.next)
                    # Counted once, however often it is waiting here.
                    block.next.visited = True
                block.next.predecessors += 1
            for instr in block.instrs:
                if instr.op in TARGETED:
                    if not instr.target.visited:
                        todo.append(instr.target)
                        instr.target.visited = True
                    instr.target.predecessors += 1
        for block in self.blocks():
            if not block.predecessors:
                block.instrs, block.handler = [], False

    def drop_nops(self):
        """Whether any went."""
        changed = False
        for block in self.blocks():
            kept, previous = [], -1
            instrs = block.instrs
            for i, instr in enumerate(instrs):
                line = instr.line
                if instr.op == 'NOP' and self.is_needless(block, i, line, previous):
                    changed = True
                    continue
                kept.append(instr)
                previous = line
            block.instrs = kept
        return changed

    @staticmethod
    def is_needless(block, i, line, previous):
        if line < 0 or line == previous:
            return True
        if i + 1 < len(block.instrs):
            after = block.instrs[i + 1]
            if after.line < 0:
                after.loc = block.instrs[i].loc
                return True
            return after.line == line
        following = nonempty(block.next)
        if following is not None:
            for instr in following.instrs:
                if instr.op != 'NOP' or instr.line >= 0:
                    return instr.line == line
        return False

    def drop_jumps(self):
        changed = False
        for block in self.blocks():
            last = block.last
            if last is not None and last.op in UNCONDITIONAL and nonempty(last.target) is nonempty(block.next):
                last.become('NOP')
                changed = True
        return changed

    def drop_nops_and_jumps(self):
        changed = True
        while changed:
            changed = self.drop_nops()
            changed = self.drop_jumps() or changed

    def drop_pairs(self):
        """What is put on the stack only to be popped."""
        done = False
        while not done:
            done, instr = True, None
            self.drop_nops()
            for block in self.blocks():
                if block.label:
                    instr = None
                for following in block.instrs:
                    previous, instr = instr, following
                    if instr.op == 'POP_TOP' and previous is not None and (
                            previous.op == 'LOAD_CONST' or previous.op == 'COPY' and previous.arg == 1):
                        previous.become('NOP')
                        instr.become('NOP')
                        done = False
                if instr is not None and instr.op in JUMPS or not block.falls_through:
                    instr = None

    def drop_constants(self):
        constants = self.constants
        if not constants:
            return
        users = [instr for block in self.blocks() for instr in block.instrs if instr.op in ('LOAD_CONST', 'RETURN_CONST')]
        used = sorted({0, *[instr.arg for instr in users]})
        numbers = {old: new for new, old in enumerate(used)}
        for instr in users:
            instr.arg = numbers[instr.arg]
        constants[:] = [constants[i] for i in used]

    # What becomes simpler

    def constant(self, value):
        key = constant_key(value)
        for i, known in enumerate(self.constants):
            if constant_key(known) == key:
                return i
        self.constants.append(value)
        return len(self.constants) - 1

    def use_constants(self, block):
        instrs = block.instrs
        op, arg, i = None, 0, -1
        while i + 1 < len(instrs):
            i += 1
            instr = instrs[i]
            if not (op == 'LOAD_CONST' and instr.op == 'COPY' and instr.arg == 1):
                op, arg = instr.op, instr.arg
            if op != 'LOAD_CONST' or i + 1 == len(instrs):
                continue
            following, value = instrs[i + 1], self.constants[arg]
            if following.op in ('POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE'):
                instr.become('NOP')
                if bool(value) == (following.op == 'POP_JUMP_IF_TRUE'):
                    following.op = 'JUMP'
                else:
                    following.become('NOP')
            elif following.op == 'IS_OP' and value is None:
                self.test_none(instrs, i)
            elif following.op == 'RETURN_VALUE':
                instr.become('NOP')
                i += 1
                following.become('RETURN_CONST', arg)
            elif following.op == 'TO_BOOL':
                instr.become('NOP')
                following.become('LOAD_CONST', self.constant(bool(value)))

    @staticmethod
    def test_none(instrs, i):
        if len(instrs) <= i + 2:
            return
        test, jump = instrs[i + 1], instrs[i + 2]
        if jump.op == 'TO_BOOL':
            jump.become('NOP')
            if len(instrs) <= i + 3:
                return
            jump = instrs[i + 3]
        if jump.op in ('POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE'):
            unless = bool(test.arg) != (jump.op == 'POP_JUMP_IF_FALSE')
            instrs[i].become('NOP')
            test.become('NOP')
            jump.op = 'POP_JUMP_IF_NOT_NONE' if unless else 'POP_JUMP_IF_NONE'

    def improve(self, block):
        instrs, i = block.instrs, 0
        while i < len(instrs):
            instr = instrs[i]
            op, arg = instr.op, instr.arg
            following = instrs[i + 1] if i + 1 < len(instrs) else None
            after = following.op if following else None
            if op == 'BUILD_TUPLE':
                if after == 'UNPACK_SEQUENCE' and arg == following.arg and 1 <= arg <= 3:
                    instr.become('NOP')
                    if arg == 1:
                        following.become('NOP')
                    else:
                        following.op = 'SWAP'
                elif i >= arg:
                    self.fold_tuple(instrs[i - arg:i], instr)
            elif op in CONDITIONAL or op in UNCONDITIONAL:
                target = instr.target.instrs[0] if instr.target.instrs else None
                jumps = UNCONDITIONAL if op in UNCONDITIONAL else ('JUMP',)
                if target is not None and target.op in jumps and instr.target is not target.target:
                    instr.become('NOP')
                    how = 'JUMP' if op in UNCONDITIONAL and target.op == 'JUMP' else op
                    instrs.append(Instr(how, 0, target.loc, target.target))
            elif op == 'STORE_FAST' and after == op and arg == following.arg and instr.line == following.line:
                instr.become('POP_TOP')
            elif op == 'SWAP' and arg == 1:
                instr.become('NOP')
            elif op == 'LOAD_GLOBAL' and after == 'PUSH_NULL' and not arg & 1:
                instr.arg |= 1
                following.become('NOP')
            elif after == 'TO_BOOL' and op in ('COMPARE_OP', 'CONTAINS_OP', 'IS_OP', 'UNARY_NOT', 'TO_BOOL'):
                instr.become('NOP')
                if op != 'TO_BOOL':
                    following.become(op, arg | 16 if op == 'COMPARE_OP' else arg)
            elif op == after == 'UNARY_NOT':
                instr.become('NOP')
                following.become('NOP')
            i += 1
        shorten_swaps(instrs, apply_swaps)

    def fold_tuple(self, items, instr):
        if all(item.op == 'LOAD_CONST' for item in items):
            number = self.constant(tuple([self.constants[item.arg] for item in items]))
            for item in items:
                item.become('NOP')
            instr.become('LOAD_CONST', number)

    def join_instructions(self):
        for block in self.blocks():
            for i, instr in enumerate(block.instrs[:-1]):
                following = block.instrs[i + 1]
                pair = instr.op + '_' + following.op
                if pair in ('LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'):
                    lines = instr.line, following.line
                    if (min(lines) < 0 or lines[0] == lines[1]) and instr.arg < 16 and following.arg < 16:
                        instr.become(pair, instr.arg << 4 | following.arg)
                        following.become('NOP')
        self.drop_nops()

    # Locals that may have no value

    def check_locals(self, count, parameters):
        if not count:
            return
        if count > 64:
            self.check_many()
            count = 64
        self.clear_visits()
        todo = []
        self.unsafe(self.entry, sum(1 << i for i in range(parameters, count)), todo)
        for block in self.blocks():
            self.scan(block, todo)
        while todo:
            block = todo.pop()
            block.visited = False
            self.scan(block, todo)

    @staticmethod
    def unsafe(block, mask, todo):
        both = block.unsafe | mask
        if block.unsafe != both:
            block.unsafe = both
            if not block.visited:
                todo.append(block)
                block.visited = True

    def scan(self, block, todo):
        mask = block.unsafe
        for instr in block.instrs:
            if instr.handler is not None:
                self.unsafe(instr.handler, mask, todo)
            op = instr.op
            if 'FAST' not in op or instr.arg >= 64:
                continue
            bit = 1 << instr.arg
            if op in ('DELETE_FAST', 'LOAD_FAST_AND_CLEAR', 'STORE_FAST_MAYBE_NULL'):
                mask |= bit
            else:
                if op == 'LOAD_FAST' and mask & bit:
                    instr.op = 'LOAD_FAST_CHECK'
                mask &= ~bit
        if block.next is not None and block.falls_through:
            self.unsafe(block.next, mask, todo)
        if block.last is not None and block.last.op in JUMPS:
            self.unsafe(block.last.target, mask, todo)

    def check_many(self):
        """Of locals beyond the 64th nothing is known where a block begins."""
        for block in self.blocks():
            known = set()
            for instr in block.instrs:
                if instr.arg < 64 or 'FAST' not in instr.op:
                    continue
                if instr.op in ('DELETE_FAST', 'LOAD_FAST_AND_CLEAR', 'STORE_FAST_MAYBE_NULL'):
                    known.discard(instr.arg)
                    continue
                if instr.op == 'LOAD_FAST' and instr.arg not in known:
                    instr.op = 'LOAD_FAST_CHECK'
                known.add(instr.arg)

    # Lines

    def resolve_lines(self):
        """Ends of the block get a line of their own (PEP 626): those without one are copied for each jump to them."""
        for block in self.blocks():
            last = block.last
            if last is None or last.op not in JUMPS:
                continue
            target = nonempty(last.target)
            if self.needs_line(target) and target.predecessors > 1:
                made = Block()
                made.instrs = [instr.copy() for instr in target.instrs]
                made.handler = target.handler
                made.cold, made.label = target.cold, True
                made.instrs[0].loc = last.loc
                last.target = made
                target.predecessors -= 1
                made.predecessors = 1
                made.next, target.next = target.next, made
        for block in self.blocks():
            if block.falls_through and block.next is not None and block.instrs and self.needs_line(block.next):
                block.next.instrs[0].loc = block.last.loc
        self.spread_lines()

    @staticmethod
    def needs_line(block):
        return (block.exits or any(instr.op in CHECKS for instr in block.instrs)) and block.has_no_line

    def spread_lines(self):
        for block in self.blocks():
            last = block.last
            if last is None:
                continue
            loc = None
            for instr in block.instrs:
                if instr.line < 0:
                    instr.loc = loc
                else:
                    loc = instr.loc
            following = [block.next] if block.falls_through else []
            if last.op in JUMPS:
                following.append(last.target)
            for after in following:
                if after.predecessors == 1 and after.instrs and after.instrs[0].line < 0:
                    after.instrs[0].loc = loc
