"""The instructions of comprehensions: of generator expressions as functions, of others in the frame around (PEP 709)."""
import ast
from _dis_symbols import IS_CELL, IS_FREE, LOCAL, NONLOCAL, SHIFT
from _dis_unit import Label, place

_BUILD = {ast.ListComp: 'BUILD_LIST', ast.SetComp: 'BUILD_SET', ast.DictComp: 'BUILD_MAP'}
_NAME = {ast.ListComp: '<listcomp>', ast.SetComp: '<setcomp>', ast.DictComp: '<dictcomp>', ast.GeneratorExp: '<genexpr>'}
_ADD = {ast.ListComp: 'LIST_APPEND', ast.SetComp: 'SET_ADD', ast.DictComp: 'MAP_ADD'}


class Comprehensions:
    """What a compiler does with comprehensions; `self.unit` is the block that is written."""

    def do_ListComp(self, node, loc):
        scope, first, kind = self.symbols.scopes[node], node.generators[0], type(node)
        if scope.inlined:
            self.iterated(first)
            self.inlined(node, loc, scope, kind)
            return
        unit = self.enter('comprehension', _NAME[kind], node, node.lineno)
        if kind in _BUILD:
            unit.op(loc, _BUILD[kind], 0)
        self.generators(node, loc, 0, 0, False)
        if kind in _BUILD:
            unit.op(loc, 'RETURN_VALUE')
        else:
            self.guard_generator()
        self.closure(loc, self.leave(True))
        self.iterated(first)
        self.unit.op(loc, 'CALL', 0)
        if scope.coroutine and kind in _BUILD:
            self.awaited(loc, 0)

    do_SetComp = do_DictComp = do_GeneratorExp = do_ListComp

    def iterated(self, generator):
        self.expr(generator.iter)
        self.unit.op(place(generator.iter), 'GET_AITER' if generator.is_async else 'GET_ITER')

    def inlined(self, node, loc, scope, kind):
        unit = self.unit
        in_class = unit.scope.kind == 'class' and not unit.in_comprehension
        unit.in_comprehension += 1
        names, outer_names, pushed, hidden = unit.scope.names, {}, [], []
        for name, flags in scope.names.items():
            where, outside = flags >> SHIFT, names.get(name, 0)
            outer = outside >> SHIFT
            if where != outer and where != IS_FREE and not (where == IS_CELL and outer == IS_FREE) or in_class:
                outer_names[name] = outside
                names[name] = flags
            if flags & LOCAL and not flags & NONLOCAL or in_class:
                if not unit.scope.function_like and not unit.hidden.get(name):
                    unit.hidden[name] = True
                    hidden.append(name)
                unit.local(loc, 'LOAD_FAST_AND_CLEAR', name)
                if where == IS_CELL:
                    unit.op(loc, 'MAKE_CELL', unit.free[name] if outer == IS_FREE else unit.cells[name])
                pushed.append(name)
        cleanup, end = Label(), Label()
        if pushed:
            unit.op(loc, 'SWAP', len(pushed) + 1)
            unit.jump(loc, 'SETUP_FINALLY', cleanup)
        unit.op(loc, _BUILD[kind], 0)
        unit.op(loc, 'SWAP', 2)
        self.generators(node, loc, 0, 0, True)
        unit.in_comprehension -= 1
        names.update(outer_names)
        if pushed:
            unit.op(None, 'POP_BLOCK')
            unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(cleanup)
            unit.write(None, 'SWAP 2 POP_TOP')
            self.restored(loc, pushed)
            unit.op(None, 'RERAISE', 0)
            unit.use(end)
            self.restored(loc, pushed)
        for name in hidden:
            unit.hidden[name] = False

    def restored(self, loc, pushed):
        self.unit.op(loc, 'SWAP', len(pushed) + 1)
        for name in reversed(pushed):
            self.unit.local(loc, 'STORE_FAST_MAYBE_NULL', name)

    def generators(self, node, loc, index, depth, on_stack):
        unit, generator = self.unit, node.generators[index]
        start, except_, if_cleanup, anchor = Label(), Label(), Label(), Label()
        iter_loc, loops = place(generator.iter), True
        if not on_stack:
            if index == 0:
                unit.arguments = 1
                unit.op(loc, 'LOAD_FAST', 0)
            elif generator.is_async:
                self.expr(generator.iter)
                unit.op(iter_loc, 'GET_AITER')
            else:
                loops = not self.single(generator.iter)
                if loops:
                    self.expr(generator.iter)
                    unit.op(iter_loc, 'GET_ITER')
        if generator.is_async:
            unit.use(start)
            unit.jump(loc, 'SETUP_FINALLY', except_)
            unit.op(loc, 'GET_ANEXT')
            unit.load(loc, None)
            self.yield_from(loc, True)
            unit.op(loc, 'POP_BLOCK')
        elif loops:
            unit.use(start)
            unit.jump(iter_loc, 'FOR_ITER', anchor)
        self.expr(generator.target)
        for condition in generator.ifs:
            self.jump_if(loc, condition, if_cleanup, False)
        depth += loops
        if index + 1 < len(node.generators):
            self.generators(node, loc, index + 1, depth, False)
            at = place(node.key if isinstance(node, ast.DictComp) else node.elt)
        else:
            at = self.element(node, depth)
        unit.use(if_cleanup)
        if loops:
            unit.jump(at, 'JUMP', start)
        if generator.is_async:
            unit.use(except_)
            unit.op(loc, 'END_ASYNC_FOR')
        elif loops:
            unit.use(anchor)
            unit.write(None, 'END_FOR POP_TOP')

    def single(self, node):
        """`for y in [f(x)]` only names a value."""
        items = node.elts if isinstance(node, (ast.List, ast.Tuple)) else []
        if len(items) == 1 and not isinstance(items[0], ast.Starred):
            self.expr(items[0])
            return True
        return False

    def element(self, node, depth):
        unit = self.unit
        if isinstance(node, ast.DictComp):
            self.expr(node.key)
            self.expr(node.value)
            at = node.key.lineno, node.value.end_lineno, node.key.col_offset, node.value.end_col_offset
            unit.op(at, 'MAP_ADD', depth + 1)
            return at
        at = place(node.elt)
        self.expr(node.elt)
        if isinstance(node, ast.GeneratorExp):
            self.yielded(at)
            unit.op(at, 'POP_TOP')
        else:
            unit.op(at, _ADD[type(node)], depth + 1)
        return at
