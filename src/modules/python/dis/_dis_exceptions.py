"""The instructions of `try` and `with`."""
from _dis_statements import Around
from _dis_unit import Label, place


class Exceptions:
    """What a compiler does where exceptions are caught and blocks are left."""

    def reraise_outer(self, loc):
        unit = self.unit
        unit.write(loc, 'COPY 3 POP_EXCEPT RERAISE 1')

    def call_with_nones(self, loc):
        for _ in range(3):
            self.unit.load(loc, None)
        self.unit.op(loc, 'CALL', 2)

    def do_Try(self, node, loc):
        if node.finalbody:
            self.finally_(node, loc, self.try_except)
        else:
            self.try_except(node, loc)

    def do_TryStar(self, node, loc):
        if node.finalbody:
            self.finally_(node, loc, self.try_star)
        else:
            self.try_star(node, loc)

    def finally_(self, node, loc, inner):
        unit = self.unit
        end, exit_, cleanup = Label(), Label(), Label()
        unit.jump(loc, 'SETUP_FINALLY', end)
        unit.around.append(Around('finally', loc, what=node.finalbody))
        if node.handlers:
            inner(node, loc)
        else:
            self.statements(node.body)
        unit.op(None, 'POP_BLOCK')
        unit.around.pop()
        self.final(node.finalbody)
        unit.jump(None, 'JUMP_NO_INTERRUPT', exit_)
        unit.use(end)
        unit.jump(None, 'SETUP_CLEANUP', cleanup)
        unit.op(None, 'PUSH_EXC_INFO')
        unit.around.append(Around('end of finally'))
        self.final(node.finalbody)
        unit.around.pop()
        unit.op(None, 'RERAISE', 0)
        unit.use(cleanup)
        self.reraise_outer(None)
        unit.use(exit_)

    def final(self, body):
        """What stands after `finally`, once for each way there."""
        unit, around = self.unit, self.unit.turn
        times = unit.turns[id(body), around] = unit.turns.get((id(body), around), -1) + 1
        unit.turn = *around, times
        self.statements(body)
        unit.turn = around

    def try_body(self, node, loc, except_):
        unit = self.unit
        unit.jump(loc, 'SETUP_FINALLY', except_)
        unit.around.append(Around('try', loc))
        self.statements(node.body)
        unit.around.pop()
        unit.op(None, 'POP_BLOCK')

    def try_except(self, node, loc):
        unit = self.unit
        except_, end, cleanup = Label(), Label(), Label()
        self.try_body(node, loc, except_)
        self.statements(node.orelse)
        unit.jump(None, 'JUMP_NO_INTERRUPT', end)
        unit.use(except_)
        unit.jump(None, 'SETUP_CLEANUP', cleanup)
        unit.op(None, 'PUSH_EXC_INFO')
        unit.around.append(Around('handlers'))
        for handler in node.handlers:
            at, next_ = place(handler), Label()
            if handler.type:
                self.expr(handler.type)
                unit.op(at, 'CHECK_EXC_MATCH')
                unit.jump(at, 'POP_JUMP_IF_FALSE', next_)
            if handler.name:
                cleanup_end = Label()
                unit.name_op(at, handler.name, 'STORE')
                unit.jump(at, 'SETUP_CLEANUP', cleanup_end)
                self.handled(handler, at)
                unit.write(None, 'POP_BLOCK POP_BLOCK POP_EXCEPT')
                self.forget(None, handler.name)
                unit.jump(None, 'JUMP_NO_INTERRUPT', end)
                unit.use(cleanup_end)
                self.forget(None, handler.name)
                unit.op(None, 'RERAISE', 1)
            else:
                unit.op(at, 'POP_TOP')
                self.handled(handler, at)
                unit.write(None, 'POP_BLOCK POP_EXCEPT')
                unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(next_)
        unit.around.pop()
        unit.op(None, 'RERAISE', 0)
        unit.use(cleanup)
        self.reraise_outer(None)
        unit.use(end)

    def handled(self, handler, loc):
        self.unit.around.append(Around('handler', loc, what=handler.name))
        self.statements(handler.body)
        self.unit.around.pop()

    def try_star(self, node, loc):
        unit = self.unit
        except_, orelse, end, cleanup, raise_rest = Label(), Label(), Label(), Label(), Label()
        self.try_body(node, loc, except_)
        unit.jump(None, 'JUMP_NO_INTERRUPT', orelse)
        unit.use(except_)
        unit.jump(None, 'SETUP_CLEANUP', cleanup)
        unit.op(None, 'PUSH_EXC_INFO')
        unit.around.append(Around('handlers'))
        for i, handler in enumerate(node.handlers):
            self.star_handler(handler, place(handler), i == 0)
            if i == len(node.handlers) - 1:
                unit.op(None, 'LIST_APPEND', 1)
                unit.jump(None, 'JUMP_NO_INTERRUPT', raise_rest)
        unit.around.pop()
        reraise = Label()
        unit.use(raise_rest)
        unit.write(None, 'CALL_INTRINSIC_2 1 COPY 1')
        unit.jump(None, 'POP_JUMP_IF_NOT_NONE', reraise)
        unit.write(None, 'POP_TOP POP_BLOCK POP_EXCEPT')
        unit.jump(None, 'JUMP_NO_INTERRUPT', end)
        unit.use(reraise)
        unit.write(None, 'POP_BLOCK SWAP 2 POP_EXCEPT RERAISE 0')
        unit.use(cleanup)
        self.reraise_outer(None)
        unit.use(orelse)
        self.statements(node.orelse)
        unit.use(end)

    def star_handler(self, handler, at, first):
        unit = self.unit
        next_, with_error, no_match, cleanup_end = Label(), Label(), Label(), Label()
        if first:
            unit.write(at, 'BUILD_LIST 0 COPY 2')
        self.expr(handler.type)
        unit.write(at, 'CHECK_EG_MATCH COPY 1')
        unit.jump(at, 'POP_JUMP_IF_NONE', no_match)
        if handler.name:
            unit.name_op(at, handler.name, 'STORE')
        else:
            unit.op(at, 'POP_TOP')
        unit.jump(at, 'SETUP_CLEANUP', cleanup_end)
        self.handled(handler, at)
        unit.op(None, 'POP_BLOCK')
        if handler.name:
            self.forget(None, handler.name)
        unit.jump(None, 'JUMP_NO_INTERRUPT', next_)
        unit.use(cleanup_end)
        if handler.name:
            self.forget(None, handler.name)
        unit.write(None, 'LIST_APPEND 3 POP_TOP')
        unit.jump(None, 'JUMP_NO_INTERRUPT', with_error)
        unit.use(next_)
        unit.op(None, 'NOP')
        unit.jump(None, 'JUMP_NO_INTERRUPT', with_error)
        unit.use(no_match)
        unit.op(at, 'POP_TOP')
        unit.use(with_error)

    # with

    def do_With(self, node, loc):
        self.with_(node, 0, False)

    def do_AsyncWith(self, node, loc):
        self.with_(node, 0, True)

    def with_(self, node, position, is_async):
        unit, item = self.unit, node.items[position]
        final, exit_, cleanup = Label(), Label(), Label()
        self.expr(item.context_expr)
        loc = place(item.context_expr)
        unit.op(loc, 'BEFORE_ASYNC_WITH' if is_async else 'BEFORE_WITH')
        if is_async:
            self.awaited(loc, 1)
        unit.jump(loc, 'SETUP_WITH', final)
        unit.around.append(Around('async with' if is_async else 'with', loc))
        if item.optional_vars:
            self.expr(item.optional_vars)
        else:
            unit.op(loc, 'POP_TOP')
        if position + 1 == len(node.items):
            self.statements(node.body)
        else:
            self.with_(node, position + 1, is_async)
        unit.around.pop()
        unit.op(loc if is_async else None, 'POP_BLOCK')
        self.call_with_nones(loc)
        if is_async:
            self.awaited(loc, 2)
        unit.op(loc, 'POP_TOP')
        unit.jump(loc, 'JUMP', exit_)
        unit.use(final)
        unit.jump(loc, 'SETUP_CLEANUP', cleanup)
        unit.write(loc, 'PUSH_EXC_INFO WITH_EXCEPT_START')
        if is_async:
            self.awaited(loc, 2)
        self.suppressed(cleanup)
        unit.use(exit_)

    def suppressed(self, cleanup):
        unit, suppress, exit_ = self.unit, Label(), Label()
        unit.op(None, 'TO_BOOL')
        unit.jump(None, 'POP_JUMP_IF_TRUE', suppress)
        unit.op(None, 'RERAISE', 2)
        unit.use(suppress)
        for op in 'POP_TOP', 'POP_BLOCK', 'POP_EXCEPT', 'POP_TOP', 'POP_TOP':
            unit.op(None, op)
        unit.jump(None, 'JUMP_NO_INTERRUPT', exit_)
        unit.use(cleanup)
        self.reraise_outer(None)
        unit.use(exit_)

    # Waiting

    def awaited(self, loc, how):
        self.unit.op(loc, 'GET_AWAITABLE', how)
        self.unit.load(loc, None)
        self.yield_from(loc, True)

    def yield_from(self, loc, is_await):
        unit = self.unit
        send, fail, exit_ = Label(), Label(), Label()
        unit.use(send)
        unit.jump(loc, 'SEND', exit_)
        unit.jump(loc, 'SETUP_FINALLY', fail)
        unit.op(loc, 'YIELD_VALUE', 1)
        unit.op(None, 'POP_BLOCK')
        unit.op(loc, 'RESUME', 3 if is_await else 2)
        unit.jump(loc, 'JUMP_NO_INTERRUPT', send)
        unit.use(fail)
        unit.op(loc, 'CLEANUP_THROW')
        unit.use(exit_)
        unit.op(loc, 'END_SEND')

    def yielded(self, loc):
        unit, scope = self.unit, self.unit.scope
        if scope.generator and scope.coroutine:
            unit.op(loc, 'CALL_INTRINSIC_1', 4)
        unit.write(loc, 'YIELD_VALUE 0 RESUME 1')
