"""The last steps to a code object: cold blocks behind the others, cells, jumps' directions, offsets, tables."""
from _dis_flow import Block, Flow, chain
from _dis_opcodes import CACHE_SIZE, CONDITIONAL, JUMPS, PUSHES, TARGETED, UNCONDITIONAL, effect
from _dis_unit import Instr

_OPPOSITE = {'POP_JUMP_IF_NOT_NONE': 'POP_JUMP_IF_NONE', 'POP_JUMP_IF_NONE': 'POP_JUMP_IF_NOT_NONE',
             'POP_JUMP_IF_FALSE': 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_TRUE': 'POP_JUMP_IF_FALSE'}
_CELLS = {'MAKE_CELL', 'LOAD_CLOSURE', 'LOAD_DEREF', 'STORE_DEREF', 'DELETE_DEREF', 'LOAD_FROM_DICT_OR_DEREF'}
GENERATOR, COROUTINE, ASYNC_GENERATOR = 32, 128, 512


class Layout(Flow):
    """Basic blocks, and their order."""

    def laid_out(self, unit, flags):
        self.cold_to_end()
        self.resolve_lines()
        self.depths()
        names = self.place_cells(unit, flags)
        for block in self.blocks():
            for instr in block.instrs:
                if instr.op in PUSHES:
                    instr.become('NOP')
                elif instr.op in ('LOAD_CLOSURE', 'STORE_FAST_MAYBE_NULL'):
                    instr.op = instr.op.replace('CLOSURE', 'FAST').replace('_MAYBE_NULL', '')
        self.drop_nops_and_jumps()
        self.only_forward()
        return names

    def reach(self, todo, mark, skip):
        for block in todo:
            block.visited = True
        while todo:
            block = todo.pop()
            setattr(block, mark, True)
            following = [block.next] if block.next is not None and block.falls_through else []
            following += [instr.target for instr in block.instrs if instr.op in JUMPS]
            for after in following:
                if not after.visited and not (skip and getattr(after, skip)):
                    after.visited = True
                    todo.append(after)

    def cold_to_end(self):
        """What only exceptions lead to stands behind the rest."""
        if self.entry.next is None:
            return
        self.clear_visits()
        self.reach([self.entry], 'warm', None)
        self.clear_visits()
        self.reach([block for block in self.blocks() if block.handler], 'cold', 'warm')
        for block in list(self.blocks()):
            if block.cold and block.falls_through and block.next is not None and block.next.warm:
                jump = Block()
                jump.instrs.append(Instr('JUMP_NO_INTERRUPT', 0, None, block.next))
                block.next.label = True
                jump.cold, jump.predecessors, jump.next = True, 1, block.next
                block.next = jump
        blocks = list(self.blocks())
        order = [block for block in blocks if not block.cold] + [block for block in blocks if block.cold]
        for block, after in zip(order, order[1:] + [None]):
            block.next = after
        if order[-1].cold:
            self.drop_nops_and_jumps()

    def depths(self):
        """How high the stack is where each block begins."""
        self.highest, self.entry.depth = 0, 0
        todo = [self.entry]
        while todo:
            block = todo.pop()
            depth = block.depth
            following = block.next
            for instr in block.instrs:
                after = depth + effect(instr.op, instr.arg)
                if instr.op in TARGETED:
                    there = depth + effect(instr.op, instr.arg, True)
                    self.highest = max(self.highest, there)
                    if instr.target.depth is None:
                        instr.target.depth = there
                        todo.append(instr.target)
                depth = after
                self.highest = max(self.highest, depth)
            if following is not None and block.falls_through and following.depth is None:
                following.depth = depth
                todo.append(following)

    def place_cells(self, unit, flags):
        """Gives cells and free variables their places behind the locals; all names in order."""
        first = self.entry.instrs
        if flags & (GENERATOR | COROUTINE | ASYNC_GENERATOR):
            loc = unit.first_line, unit.first_line, -1, -1
            first[:0] = [Instr('RETURN_GENERATOR', 0, loc), Instr('POP_TOP', 0, loc)]
        names, fixed, made = list(unit.locals), {}, []
        for name, number in unit.cells.items():
            if name in unit.locals:
                fixed[number] = unit.locals[name]
            else:
                fixed[number] = len(names)
                names.append(name)
            made.append(number)
        for name, number in unit.free.items():
            fixed[number] = len(names)
            names.append(name)
        made.sort(key=fixed.get)
        first[:0] = [Instr('MAKE_CELL', number) for number in made]
        if unit.free:
            first.insert(0, Instr('COPY_FREE_VARS', len(unit.free)))
        for block in self.blocks():
            for instr in block.instrs:
                if instr.op in _CELLS:
                    instr.arg = fixed[instr.arg]
        return names

    def only_forward(self):
        """A condition only jumps forward: backward it jumps over a jump."""
        seen = set()
        for block in self.blocks():
            seen.add(block)
            last = block.last
            if last is not None and last.op in CONDITIONAL and last.target in seen:
                back = Block()
                back.instrs.append(Instr('JUMP', 0, last.loc, last.target))
                last.op, last.target = _OPPOSITE[last.op], block.next
                back.next, block.next = block.next, back

    def assembled(self):
        """The instructions in order with their offsets in units of two bytes, and the table of exceptions."""
        instrs, starts = [], {}
        for block in self.blocks():
            starts[block] = len(instrs)
            instrs += block.instrs
        for i, instr in enumerate(instrs):
            if instr.op in UNCONDITIONAL:
                forward = starts[instr.target] > i
                quiet = '_NO_INTERRUPT' if instr.op == 'JUMP_NO_INTERRUPT' else ''
                instr.op = 'JUMP_FORWARD' if forward else 'JUMP_BACKWARD' + quiet
        targets = [starts[instr.target] if instr.target is not None else None for instr in instrs]
        for instr, target in zip(instrs, targets):
            if target is not None:
                instr.arg = target
        while True:
            offsets, at = [], 0
            for instr in instrs:
                offsets.append(at)
                at += size(instr)
            offsets.append(at)
            changed = False
            for i, instr in enumerate(instrs):
                if targets[i] is not None:
                    before = size(instr)
                    instr.arg = abs(offsets[targets[i]] - offsets[i + 1])
                    changed = changed or size(instr) != before
            if not changed:
                break
        return instrs, offsets, self.exceptions(instrs, offsets, starts)

    @staticmethod
    def exceptions(instrs, offsets, starts):
        rows, start, handler = [], 0, None
        for i, instr in enumerate([*instrs, Instr('NOP')]):
            if instr.handler is not handler:
                if handler is not None:
                    depth = handler.depth - 1 - handler.lasti
                    rows.append((offsets[start], offsets[i], offsets[starts[handler]], depth, bool(handler.lasti)))
                start, handler = i, instr.handler
        return rows


def size(instr):
    """With what extends the argument, and room for what is remembered."""
    arg, extra = instr.arg, 0
    while arg > 255:
        arg >>= 8
        extra += 1
    return 1 + extra + CACHE_SIZE.get(instr.op, 0)
