"""The instructions of statements."""
import __future__
import ast
from _dis_unit import Label, place


class Around:
    """A statement that holds others: how to leave it, where `continue` and `break` go."""

    def __init__(self, kind, loc=None, start=None, end=None, what=None):
        self.kind, self.loc, self.start, self.end, self.what = kind, loc, start, end, what


def docstring(body):
    """The text that a body begins with."""
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return first.value.value
    return None


def cleaned(text):
    """A docstring as CPython keeps it: as `cleandoc` says, but with the blank lines around."""
    lines = text.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')]
    margin = min(margins, default=0)
    return '\n'.join([lines[0].lstrip(' '), *[line[min(margin, len(line) - len(line.lstrip(' '))):] for line in lines[1:]]])


def annotates(statements):
    """Whether names are annotated among the statements of a module or class."""
    for node in statements:
        if isinstance(node, ast.AnnAssign):
            return True
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.TryStar)):
            inner = [node.body, getattr(node, 'orelse', []), getattr(node, 'finalbody', [])]
            inner += [handler.body for handler in getattr(node, 'handlers', [])]
        elif isinstance(node, ast.Match):
            inner = [case.body for case in node.cases]
        else:
            continue
        if any(map(annotates, inner)):
            return True
    return False


class Statements:
    """What a compiler does with statements; `self.unit` is the block that is written."""

    def statements(self, nodes):
        for node in nodes:
            getattr(self, 'do_' + type(node).__name__)(node, place(node))

    def body(self, nodes, loc):
        unit = self.unit
        if unit.kind == 'module' and nodes:
            loc = place(nodes[0])
        if annotates(nodes):
            unit.op(loc, 'SETUP_ANNOTATIONS')
        text = docstring(nodes)
        if text is not None:
            unit.load(place(nodes[0].value), cleaned(text))
            unit.name_op(None, '__doc__', 'STORE')
            nodes = nodes[1:]
        self.statements(nodes)

    def do_Pass(self, node, loc):
        self.unit.op(loc, 'NOP')

    def do_Global(self, node, loc):
        pass

    do_Nonlocal = do_Global

    def do_Expr(self, node, loc):
        if isinstance(node.value, ast.Constant):
            self.unit.op(loc, 'NOP')
        else:
            self.expr(node.value)
            self.unit.op(None, 'POP_TOP')

    def do_Assign(self, node, loc):
        self.expr(node.value)
        for target in node.targets[:-1]:
            self.unit.op(loc, 'COPY', 1)
            self.expr(target)
        self.expr(node.targets[-1])

    def do_AugAssign(self, node, loc):
        unit, target, at = self.unit, node.target, place(node.target)
        sliced = isinstance(target, ast.Subscript) and self.plain_slice(target.slice)
        if isinstance(target, ast.Attribute):
            self.expr(target.value)
            unit.op(at, 'COPY', 1)
            at = self.attribute_place(at, target)
            unit.named(at, 'LOAD_ATTR', target.attr)
        elif isinstance(target, ast.Subscript):
            self.expr(target.value)
            if sliced:
                self.bounds(target.slice)
                for _ in range(3):
                    unit.op(at, 'COPY', 3)
                unit.op(at, 'BINARY_SLICE')
            else:
                self.expr(target.slice)
                unit.write(at, 'COPY 2 COPY 2 BINARY_SUBSCR')
        else:
            unit.name_op(at, target.id, 'LOAD')
        self.expr(node.value)
        self.binary(loc, node.op, 13)
        if isinstance(target, ast.Attribute):
            unit.op(at, 'SWAP', 2)
            unit.named(at, 'STORE_ATTR', target.attr)
        elif isinstance(target, ast.Subscript):
            for depth in (4, 3, 2) if sliced else (3, 2):
                unit.op(at, 'SWAP', depth)
            unit.op(at, 'STORE_SLICE' if sliced else 'STORE_SUBSCR')
        else:
            unit.name_op(at, target.id, 'STORE')

    def do_AnnAssign(self, node, loc):
        unit, target = self.unit, node.target
        if node.value:
            self.expr(node.value)
            self.expr(target)
        outer = unit.kind in ('module', 'class')
        if isinstance(target, ast.Name):
            if node.simple and outer:
                self.annotation(node.annotation)
                unit.named(loc, 'LOAD_NAME', '__annotations__')
                unit.load(loc, unit.scope.mangled(unit.private, target.id))
                unit.op(loc, 'STORE_SUBSCR')
        elif not node.value:
            self.evaluated(target.value)
            if isinstance(target, ast.Subscript):
                self.evaluated_index(target.slice)
        if not node.simple and outer and not self.future_annotations:
            self.evaluated(node.annotation)

    def evaluated(self, node):
        self.expr(node)
        self.unit.op(place(node), 'POP_TOP')

    def evaluated_index(self, node):
        if isinstance(node, ast.Slice):
            for part in node.lower, node.upper, node.step:
                if part:
                    self.evaluated(part)
        elif isinstance(node, ast.Tuple):
            for item in node.elts:
                self.evaluated_index(item)
        else:
            self.evaluated(node)

    def annotation(self, node):
        if self.future_annotations:
            self.unit.load(place(node), self.annotation_text(node))
        else:
            self.expr(node)

    def annotation_text(self, node):
        """An annotation as the compiler writes it, who is asked: `ast.unparse` writes some things in another way."""
        # A tree that a program has made has no text.
        text, names = ast.get_source_segment(self.text, node) if self.text else ast.unparse(node), {}
        if not isinstance(node, ast.Starred):
            text = f'({text}\n)'
        exec(compile(f'def f(*x: {text}): 0', '', 'exec', __future__.annotations.compiler_flag, True), names)
        return names['f'].__annotations__['x']

    def do_Delete(self, node, loc):
        for target in node.targets:
            self.expr(target)

    def do_Raise(self, node, loc):
        parts = [part for part in (node.exc, node.cause) if part]
        for part in parts:
            self.expr(part)
        self.unit.op(loc, 'RAISE_VARARGS', len(parts))

    def do_Assert(self, node, loc):
        unit, end = self.unit, Label()
        self.jump_if(loc, node.test, end, True)
        unit.op(loc, 'LOAD_ASSERTION_ERROR')
        if node.msg:
            self.expr(node.msg)
            unit.op(loc, 'CALL', 0)
        unit.op(place(node.test), 'RAISE_VARARGS', 1)
        unit.use(end)

    def do_Import(self, node, loc):
        unit = self.unit
        for alias in node.names:
            unit.load(loc, 0)
            unit.load(loc, None)
            unit.named(loc, 'IMPORT_NAME', alias.name)
            first, *inner = alias.name.split('.')
            if alias.asname and inner:
                for i, name in enumerate(inner):
                    if i:
                        unit.write(loc, 'SWAP 2 POP_TOP')
                    unit.op(loc, 'IMPORT_FROM', unit.number(unit.names, name))
                unit.name_op(loc, alias.asname, 'STORE')
                unit.op(loc, 'POP_TOP')
            else:
                unit.name_op(loc, alias.asname or first, 'STORE')

    def do_ImportFrom(self, node, loc):
        unit = self.unit
        unit.load(loc, node.level or 0)
        unit.load(loc, tuple([alias.name for alias in node.names]))
        unit.named(loc, 'IMPORT_NAME', node.module or '')
        for alias in node.names:
            if alias.name == '*':
                unit.op(loc, 'CALL_INTRINSIC_1', 2)
                unit.op(None, 'POP_TOP')
                return
            unit.named(loc, 'IMPORT_FROM', alias.name)
            unit.name_op(loc, alias.asname or alias.name, 'STORE')
        unit.op(loc, 'POP_TOP')

    # Branches and loops

    def do_If(self, node, loc):
        unit, end = self.unit, Label()
        next_ = Label() if node.orelse else end
        self.jump_if(loc, node.test, next_, False)
        self.statements(node.body)
        if node.orelse:
            unit.jump(None, 'JUMP_NO_INTERRUPT', end)
            unit.use(next_)
            self.statements(node.orelse)
        unit.use(end)

    def do_While(self, node, loc):
        unit = self.unit
        loop, body, end, anchor = Label(), Label(), Label(), Label()
        unit.use(loop)
        unit.around.append(Around('while', loc, loop, end))
        self.jump_if(loc, node.test, anchor, False)
        unit.use(body)
        self.statements(node.body)
        self.jump_if(loc, node.test, body, True)
        unit.around.pop()
        unit.use(anchor)
        self.statements(node.orelse)
        unit.use(end)

    def do_For(self, node, loc):
        unit = self.unit
        start, cleanup, end = Label(), Label(), Label()
        unit.around.append(Around('for', loc, start, end))
        self.expr(node.iter)
        at = place(node.iter)
        unit.op(at, 'GET_ITER')
        unit.use(start)
        unit.jump(at, 'FOR_ITER', cleanup)
        unit.op(place(node.target), 'NOP')
        self.expr(node.target)
        self.statements(node.body)
        unit.jump(None, 'JUMP', start)
        unit.use(cleanup)
        unit.write(None, 'END_FOR POP_TOP')
        unit.around.pop()
        self.statements(node.orelse)
        unit.use(end)

    def do_AsyncFor(self, node, loc):
        unit = self.unit
        start, except_, end = Label(), Label(), Label()
        self.expr(node.iter)
        at = place(node.iter)
        unit.op(at, 'GET_AITER')
        unit.use(start)
        unit.around.append(Around('for', loc, start, end))
        unit.jump(loc, 'SETUP_FINALLY', except_)
        unit.op(loc, 'GET_ANEXT')
        unit.load(loc, None)
        self.yield_from(loc, True)
        unit.op(loc, 'POP_BLOCK')
        self.expr(node.target)
        self.statements(node.body)
        unit.jump(None, 'JUMP', start)
        unit.around.pop()
        unit.use(except_)
        unit.op(at, 'END_ASYNC_FOR')
        self.statements(node.orelse)
        unit.use(end)

    # Leaving statements

    def do_Return(self, node, loc):
        unit, value = self.unit, node.value
        computed = value is not None and not isinstance(value, ast.Constant)
        line = loc[0]
        if computed:
            self.expr(value)
        elif value is not None:
            loc = place(value)
            unit.op(loc, 'NOP')
        if value is None or value.lineno != line:
            loc = place(node)
            unit.op(loc, 'NOP')
        loc, _ = self.unwind_all(loc, computed, False)
        if not computed:
            unit.load(loc, value and value.value)
        unit.op(loc, 'RETURN_VALUE')

    def do_Break(self, node, loc):
        self.unit.op(loc, 'NOP')
        loc, loop = self.unwind_all(loc, False, True)
        loc = self.unwind(loc, loop, False)
        self.unit.jump(loc, 'JUMP', loop.end)

    def do_Continue(self, node, loc):
        self.unit.op(loc, 'NOP')
        loc, loop = self.unwind_all(loc, False, True)
        self.unit.jump(loc, 'JUMP', loop.start)

    def unwind_all(self, loc, keep, to_loop):
        """Leaves the statements around, up to the innermost loop or altogether; where that stands, and the loop."""
        around = self.unit.around
        if not around:
            return loc, None
        top = around[-1]
        if to_loop and top.kind in ('while', 'for'):
            return loc, top
        around.pop()
        loc = self.unwind(loc, top, keep)
        loc, loop = self.unwind_all(loc, keep, to_loop)
        around.append(top)
        return loc, loop

    def unwind(self, loc, block, keep):
        """Leaves one; with a value on the stack to be kept. Where what follows stands."""
        unit, kind = self.unit, block.kind

        def swap():
            if keep:
                unit.op(loc, 'SWAP', 2)

        if kind in ('for', 'value'):
            swap()
            unit.op(loc, 'POP_TOP')
        elif kind == 'try':
            unit.op(loc, 'POP_BLOCK')
        elif kind == 'finally':
            unit.op(loc, 'POP_BLOCK')
            if keep:
                unit.around.append(Around('value'))
            self.final(block.what)
            if keep:
                unit.around.pop()
            return None
        elif kind == 'end of finally':
            swap()
            unit.op(loc, 'POP_TOP')
            swap()
            unit.write(loc, 'POP_BLOCK POP_EXCEPT')
        elif kind in ('with', 'async with'):
            loc = block.loc
            unit.op(loc, 'POP_BLOCK')
            swap()
            self.call_with_nones(loc)
            if kind == 'async with':
                self.awaited(loc, 2)
            unit.op(loc, 'POP_TOP')
            return None
        elif kind == 'handler':
            if block.what:
                unit.op(loc, 'POP_BLOCK')
            swap()
            unit.write(loc, 'POP_BLOCK POP_EXCEPT')
            if block.what:
                self.forget(loc, block.what)
        return loc

    def forget(self, loc, name):
        """The name of a caught exception, at the handler's end."""
        self.unit.load(loc, None)
        self.unit.name_op(loc, name, 'STORE')
        self.unit.name_op(loc, name, 'DELETE')
