"""The instructions of expressions."""
import ast
from _dis_symbols import IMPORT, IS_BUILTIN, IS_FREE
from _dis_unit import Label, place

# Of more values than this at once none is kept on the stack.
MANY = 30
_CONTEXT = {ast.Load: 'LOAD', ast.Store: 'STORE', ast.Del: 'DELETE'}
_COMPARE = {ast.Lt: 2, ast.LtE: 42, ast.Eq: 72, ast.NotEq: 103, ast.Gt: 132, ast.GtE: 172}
_OTHER = {ast.Is: ('IS_OP', 0), ast.IsNot: ('IS_OP', 1), ast.In: ('CONTAINS_OP', 0), ast.NotIn: ('CONTAINS_OP', 1)}
_BINARY = [ast.Add, ast.BitAnd, ast.FloorDiv, ast.LShift, ast.MatMult, ast.Mult, ast.Mod, ast.BitOr, ast.Pow, ast.RShift,
           ast.Sub, ast.Div, ast.BitXor]
_CONVERSION = {ord('s'): 1, ord('r'): 2, ord('a'): 3}


def all_constant(nodes):
    return all(isinstance(node, ast.Constant) for node in nodes)


class Expressions:
    """What a compiler does with expressions; `self.unit` is the block that is written."""

    def expr(self, node):
        getattr(self, 'do_' + type(node).__name__)(node, place(node))

    def exprs(self, nodes):
        for node in nodes:
            self.expr(node)

    def do_Constant(self, node, loc):
        self.unit.load(loc, node.value)

    def do_Name(self, node, loc):
        self.unit.name_op(loc, node.id, _CONTEXT[type(node.ctx)])

    def do_NamedExpr(self, node, loc):
        self.expr(node.value)
        self.unit.op(loc, 'COPY', 1)
        self.expr(node.target)

    # Operators

    def binary(self, loc, op, inplace=0):
        self.unit.op(loc, 'BINARY_OP', _BINARY.index(type(op)) + inplace)

    def do_BinOp(self, node, loc):
        self.expr(node.left)
        self.expr(node.right)
        self.binary(loc, node.op)

    def do_UnaryOp(self, node, loc):
        unit = self.unit
        self.expr(node.operand)
        if isinstance(node.op, ast.UAdd):
            unit.op(loc, 'CALL_INTRINSIC_1', 5)
        elif isinstance(node.op, ast.Not):
            unit.write(loc, 'TO_BOOL UNARY_NOT')
        else:
            unit.op(loc, 'UNARY_INVERT' if isinstance(node.op, ast.Invert) else 'UNARY_NEGATIVE')

    def do_BoolOp(self, node, loc):
        unit, end = self.unit, Label()
        jump = 'POP_JUMP_IF_FALSE' if isinstance(node.op, ast.And) else 'POP_JUMP_IF_TRUE'
        for value in node.values[:-1]:
            self.expr(value)
            unit.write(loc, 'COPY 1 TO_BOOL')
            unit.jump(loc, jump, end)
            unit.op(loc, 'POP_TOP')
        self.expr(node.values[-1])
        unit.use(end)

    def comparison(self, loc, op):
        kind = type(op)
        if kind in _OTHER:
            self.unit.op(loc, *_OTHER[kind])
        else:
            self.unit.op(loc, 'COMPARE_OP', _COMPARE[kind])

    def do_Compare(self, node, loc):
        unit = self.unit
        self.expr(node.left)
        *ops, last = node.ops
        if ops:
            cleanup, end = Label(), Label()
            for op, value in zip(ops, node.comparators):
                self.expr(value)
                unit.write(loc, 'SWAP 2 COPY 2')
                self.comparison(loc, op)
                unit.write(loc, 'COPY 1 TO_BOOL')
                unit.jump(loc, 'POP_JUMP_IF_FALSE', cleanup)
                unit.op(loc, 'POP_TOP')
        self.expr(node.comparators[-1])
        self.comparison(loc, last)
        if ops:
            unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(cleanup)
            unit.write(loc, 'SWAP 2 POP_TOP')
            unit.use(end)

    def do_IfExp(self, node, loc):
        unit, end, next_ = self.unit, Label(), Label()
        self.jump_if(loc, node.test, next_, False)
        self.expr(node.body)
        unit.jump(None, 'JUMP_NO_INTERRUPT', end)
        unit.use(next_)
        self.expr(node.orelse)
        unit.use(end)

    def jump_if(self, loc, node, label, wanted):
        """Jumps if the condition comes to what is wanted."""
        unit, at = self.unit, place(node)
        jump = 'POP_JUMP_IF_TRUE' if wanted else 'POP_JUMP_IF_FALSE'
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.jump_if(loc, node.operand, label, not wanted)
        elif isinstance(node, ast.BoolOp):
            is_or = isinstance(node.op, ast.Or)
            short = label if is_or == wanted else Label()
            for value in node.values[:-1]:
                self.jump_if(loc, value, short, is_or)
            self.jump_if(loc, node.values[-1], label, wanted)
            if short is not label:
                unit.use(short)
        elif isinstance(node, ast.IfExp):
            end, next_ = Label(), Label()
            self.jump_if(loc, node.test, next_, False)
            self.jump_if(loc, node.body, label, wanted)
            unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(next_)
            self.jump_if(loc, node.orelse, label, wanted)
            unit.use(end)
        elif isinstance(node, ast.Compare) and len(node.ops) > 1:
            cleanup, end = Label(), Label()
            self.expr(node.left)
            for op, value in zip(node.ops[:-1], node.comparators):
                self.expr(value)
                unit.write(at, 'SWAP 2 COPY 2')
                self.comparison(at, op)
                unit.op(at, 'TO_BOOL')
                unit.jump(at, 'POP_JUMP_IF_FALSE', cleanup)
            self.expr(node.comparators[-1])
            self.comparison(at, node.ops[-1])
            unit.op(at, 'TO_BOOL')
            unit.jump(at, jump, label)
            unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(cleanup)
            unit.op(at, 'POP_TOP')
            if not wanted:
                unit.jump(None, 'JUMP_NO_INTERRUPT', label)
            unit.use(end)
        else:
            self.expr(node)
            unit.op(at, 'TO_BOOL')
            unit.jump(at, jump, label)

    # Containers

    def collected(self, loc, nodes, pushed, kind):
        """A tuple, list or set of values, some of which may be spread out."""
        unit, count = self.unit, len(nodes)
        build = 'BUILD_SET' if kind == 'set' else 'BUILD_LIST'
        add, extend = ('SET_ADD', 'SET_UPDATE') if kind == 'set' else ('LIST_APPEND', 'LIST_EXTEND')
        if count > 2 and all_constant(nodes):
            folded = tuple([node.value for node in nodes])
            if kind == 'tuple' and not pushed:
                unit.load(loc, folded)
                return
            unit.op(loc, build, pushed)
            unit.load(loc, frozenset(folded) if kind == 'set' else folded)
            unit.op(loc, extend, 1)
        else:
            big = count + pushed > MANY
            starred = [isinstance(node, ast.Starred) for node in nodes]
            if not big and not any(starred):
                self.exprs(nodes)
                unit.op(loc, 'BUILD_TUPLE' if kind == 'tuple' else build, count + pushed)
                return
            built = big
            if big:
                unit.op(loc, build, pushed)
            for i, node in enumerate(nodes):
                if starred[i]:
                    if not built:
                        unit.op(loc, build, i + pushed)
                        built = True
                    self.expr(node.value)
                    unit.op(loc, extend, 1)
                else:
                    self.expr(node)
                    if built:
                        unit.op(loc, add, 1)
        if kind == 'tuple':
            unit.op(loc, 'CALL_INTRINSIC_1', 6)

    def do_List(self, node, loc, kind='list'):
        if isinstance(node.ctx, ast.Load):
            self.collected(loc, node.elts, 0, kind)
            return
        if isinstance(node.ctx, ast.Store):
            self.unpacked(loc, [isinstance(item, ast.Starred) for item in node.elts])
        for item in node.elts:
            self.expr(item.value if isinstance(item, ast.Starred) else item)

    def do_Tuple(self, node, loc):
        self.do_List(node, loc, 'tuple')

    def unpacked(self, loc, starred):
        if True in starred:
            before = starred.index(True)
            self.unit.op(loc, 'UNPACK_EX', before + (len(starred) - before - 1 << 8))
        else:
            self.unit.op(loc, 'UNPACK_SEQUENCE', len(starred))

    def do_Set(self, node, loc):
        self.collected(loc, node.elts, 0, 'set')

    def do_Dict(self, node, loc):
        unit, begun, pending = self.unit, False, []

        def flush():
            nonlocal begun
            if pending:
                self.part_of_dict(loc, pending)
                if begun:
                    unit.op(loc, 'DICT_UPDATE', 1)
                begun = True
                pending.clear()

        for key, value in zip(node.keys, node.values):
            if key is None:
                flush()
                if not begun:
                    unit.op(loc, 'BUILD_MAP', 0)
                    begun = True
                self.expr(value)
                unit.op(loc, 'DICT_UPDATE', 1)
            else:
                pending.append((key, value))
                if (len(pending) - 1) * 2 > MANY:
                    flush()
        flush()
        if not begun:
            unit.op(loc, 'BUILD_MAP', 0)

    def part_of_dict(self, loc, items):
        unit, count = self.unit, len(items)
        big = count * 2 > MANY
        keys = [key for key, _ in items]
        if count > 1 and not big and all_constant(keys):
            for _, value in items:
                self.expr(value)
            unit.load(loc, tuple([key.value for key in keys]))
            unit.op(loc, 'BUILD_CONST_KEY_MAP', count)
            return
        if big:
            unit.op(loc, 'BUILD_MAP', 0)
        for key, value in items:
            self.expr(key)
            self.expr(value)
            if big:
                unit.op(loc, 'MAP_ADD', 1)
        if not big:
            unit.op(loc, 'BUILD_MAP', count)

    # Texts

    def do_JoinedStr(self, node, loc):
        unit, count = self.unit, len(node.values)
        if count > MANY:
            unit.load(loc, '')
            unit.named(loc, 'LOAD_METHOD', 'join')
            unit.op(loc, 'BUILD_LIST', 0)
            for value in node.values:
                self.expr(value)
                unit.op(loc, 'LIST_APPEND', 1)
            unit.op(loc, 'CALL', 1)
            return
        self.exprs(node.values)
        if count > 1:
            unit.op(loc, 'BUILD_STRING', count)
        elif not count:
            unit.load(loc, '')

    def do_FormattedValue(self, node, loc):
        unit = self.unit
        self.expr(node.value)
        if node.conversion != -1:
            unit.op(loc, 'CONVERT_VALUE', _CONVERSION[node.conversion])
        if node.format_spec:
            self.expr(node.format_spec)
            unit.op(loc, 'FORMAT_WITH_SPEC')
        else:
            unit.op(loc, 'FORMAT_SIMPLE')

    # Parts of objects

    def attribute_place(self, loc, node):
        """Of an attribute that stands on a later line than its object: where the attribute is."""
        if loc[0] != node.end_lineno:
            line, end, column, end_column = loc
            line, column = node.end_lineno, max(node.end_col_offset - len(node.attr), -1)
            end = max(line, end)
            return line, end, column, max(column, end_column) if line == end else end_column
        return loc

    def do_Attribute(self, node, loc):
        unit, how = self.unit, _CONTEXT[type(node.ctx)]
        if how == 'LOAD' and self.plain_super(node):
            self.super_arguments(node.value)
            unit.named(loc, 'LOAD_SUPER_ATTR' if node.value.args else 'LOAD_ZERO_SUPER_ATTR', node.attr)
            unit.op(self.attribute_place(loc, node), 'NOP')
            return
        if how == 'STORE' and isinstance(node.value, ast.Name) and node.value.id == 'self':
            self.static_attribute(node.attr)
        self.expr(node.value)
        unit.named(self.attribute_place(loc, node), how + '_ATTR', node.attr)

    def static_attribute(self, name):
        outer = self.unit.parent
        while outer is not None and outer.kind != 'class':
            outer = outer.parent
        if outer is not None:
            outer.static_attributes[name] = True

    @staticmethod
    def plain_slice(node):
        return isinstance(node, ast.Slice) and node.step is None

    def bounds(self, node):
        for part in node.lower, node.upper:
            if part:
                self.expr(part)
            else:
                self.unit.load(place(node), None)

    def do_Slice(self, node, loc):
        self.bounds(node)
        if node.step:
            self.expr(node.step)
        self.unit.op(loc, 'BUILD_SLICE', 3 if node.step else 2)

    def do_Subscript(self, node, loc):
        unit, how = self.unit, _CONTEXT[type(node.ctx)]
        self.expr(node.value)
        if self.plain_slice(node.slice) and how != 'DELETE':
            self.bounds(node.slice)
            unit.op(loc, 'BINARY_SLICE' if how == 'LOAD' else 'STORE_SLICE')
        else:
            self.expr(node.slice)
            unit.op(loc, 'BINARY_SUBSCR' if how == 'LOAD' else how + '_SUBSCR')

    # Coroutines and generators

    def do_Await(self, node, loc):
        self.expr(node.value)
        self.awaited(loc, 0)

    def do_Yield(self, node, loc):
        if node.value:
            self.expr(node.value)
        else:
            self.unit.load(loc, None)
        self.yielded(loc)

    def do_YieldFrom(self, node, loc):
        self.expr(node.value)
        self.unit.op(loc, 'GET_YIELD_FROM_ITER')
        self.unit.load(loc, None)
        self.yield_from(loc, False)

    # super()

    def plain_super(self, node):
        """Whether this is `super().name`, with a `super` that nobody has defined anew."""
        call, unit = node.value, self.unit
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == 'super'
                and node.attr != '__class__' and not call.keywords):
            return False
        if unit.scope.scope('super') != IS_BUILTIN or self.symbols.top.scope('super'):
            return False
        if len(call.args) == 2:
            return not any(isinstance(arg, ast.Starred) for arg in call.args)
        return not call.args and bool(unit.arguments or unit.positional_only) and self.reference('__class__') == IS_FREE

    def super_arguments(self, call):
        unit, loc = self.unit, place(call)
        unit.name_op(place(call.func), 'super', 'LOAD')
        if call.args:
            self.exprs(call.args)
        else:
            unit.name_op(loc, '__class__', 'LOAD')
            unit.name_op(loc, next(iter(unit.locals)), 'LOAD')

    # Calls

    def do_Call(self, node, loc):
        unit, function = self.unit, node.func
        if isinstance(function, ast.Attribute) and self.simple_call(node):
            self.method_call(node, loc, function)
            return
        self.expr(function)
        unit.op(place(function), 'PUSH_NULL')
        self.call(loc, 0, node.args, node.keywords)

    def simple_call(self, node):
        owner, args, keywords = node.func.value, node.args, node.keywords
        if isinstance(owner, ast.Name) and self.symbols.top.names.get(owner.id, 0) & IMPORT:
            return False
        return (len(args) + len(keywords) + bool(keywords) < MANY
                and not any(isinstance(arg, ast.Starred) for arg in args) and all(keyword.arg for keyword in keywords))

    def method_call(self, node, loc, function):
        unit, at = self.unit, place(function)
        if self.plain_super(function):
            self.super_arguments(function.value)
            unit.named(at, 'LOAD_SUPER_METHOD' if function.value.args else 'LOAD_ZERO_SUPER_METHOD', function.attr)
            at = self.attribute_place(at, function)
            unit.op(at, 'NOP')
        else:
            self.expr(function.value)
            at = self.attribute_place(at, function)
            unit.named(at, 'LOAD_METHOD', function.attr)
        self.exprs(node.args)
        whole = self.attribute_place(loc, function)
        self.finish_call(at, whole, node.args, node.keywords, 0)

    def finish_call(self, names_loc, loc, args, keywords, pushed):
        unit = self.unit
        for keyword in keywords:
            self.expr(keyword.value)
        if keywords:
            unit.load(names_loc, tuple([keyword.arg for keyword in keywords]))
        unit.op(loc, 'CALL_KW' if keywords else 'CALL', pushed + len(args) + len(keywords))

    def call(self, loc, pushed, args, keywords):
        unit = self.unit
        spread = any(isinstance(arg, ast.Starred) for arg in args) or not all(keyword.arg for keyword in keywords)
        if not spread and len(args) + 2 * len(keywords) <= MANY:
            self.exprs(args)
            self.finish_call(loc, loc, args, keywords, pushed)
            return
        if not pushed and len(args) == 1 and isinstance(args[0], ast.Starred):
            self.expr(args[0].value)
        else:
            self.collected(loc, args, pushed, 'tuple')
        begun, pending = False, []
        for keyword in [*keywords, None]:
            if keyword is not None and keyword.arg:
                pending.append(keyword)
                continue
            if pending:
                self.part_of_keywords(loc, pending)
                if begun:
                    unit.op(loc, 'DICT_MERGE', 1)
                begun, pending = True, []
            if keyword is not None:
                if not begun:
                    unit.op(loc, 'BUILD_MAP', 0)
                    begun = True
                self.expr(keyword.value)
                unit.op(loc, 'DICT_MERGE', 1)
        unit.op(loc, 'CALL_FUNCTION_EX', int(bool(keywords)))

    def part_of_keywords(self, loc, keywords):
        unit, count = self.unit, len(keywords)
        big = count * 2 > MANY
        if count > 1 and not big:
            for keyword in keywords:
                self.expr(keyword.value)
            unit.load(loc, tuple([keyword.arg for keyword in keywords]))
            unit.op(loc, 'BUILD_CONST_KEY_MAP', count)
            return
        if big:
            unit.op(None, 'BUILD_MAP', 0)
        for keyword in keywords:
            unit.load(loc, keyword.arg)
            self.expr(keyword.value)
            if big:
                unit.op(None, 'MAP_ADD', 1)
        if not big:
            unit.op(loc, 'BUILD_MAP', count)
