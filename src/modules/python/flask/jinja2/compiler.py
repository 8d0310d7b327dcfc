"""Makes a Python module of a template: functions that yield its text."""
from markupsafe import escape

from jinja2 import nodes
from jinja2._code import Expressions
from jinja2._constants import constant
from jinja2._scopes import MISSING, PARAMETER, RESOLVE, Scope, undeclared
from jinja2.exceptions import TemplateAssertionError
from jinja2.utils import pass_argument_of


class _NothingMore(Exception):
    """What comes behind a statement is never reached."""


class Frame:
    """What holds for the statements that are being written."""

    def __init__(self, eval_ctx, scope):
        self.eval_ctx, self.scope, self.buffer, self.block = eval_ctx, scope, None, None
        self.toplevel = self.rootlevel = self.soft = self.checks_parent = False
        self.tracks = None

    def inner(self):
        frame = Frame(self.eval_ctx, self.scope.inner())
        frame.buffer, frame.block, frame.checks_parent = self.buffer, self.block, self.checks_parent
        return frame

    def softened(self):
        """The same names, for a branch that need not be run."""
        frame = Frame(self.eval_ctx, self.scope)
        frame.__dict__.update(self.__dict__, rootlevel=False, soft=True)
        return frame


class CodeGenerator(Expressions):
    def __init__(self, environment, name, filename, defer_init=False):
        self.environment, self.name, self.filename = environment, name, filename
        self.is_async = environment.is_async
        self.lines, self.indent, self.debug_info, self.blocks, self.functions = [], 0, [], {}, {}
        self.extends, self.always_extends, self.unset, self._count, self.imported, self._opened = 0, False, set(), 0, {}, []

    def fail(self, msg, lineno):
        raise TemplateAssertionError(msg, lineno, self.name, self.filename)

    def new_name(self):
        self._count += 1
        return f't_{self._count}'

    def line(self, text, node=None):
        self.lines.append(' ' * self.indent + text)
        if node is not None and node.lineno and (not self.debug_info or self.debug_info[-1][0] != node.lineno):
            self.debug_info.append((node.lineno, len(self.lines)))

    def within(self, text, node=None):
        """A line that opens what is indented."""
        self.line(text, node)
        return self

    def __enter__(self):
        self.indent += 1
        self._opened.append(len(self.lines))

    def __exit__(self, *_):
        if self._opened.pop() == len(self.lines):
            self.line('pass')
        self.indent -= 1

    def define(self, text, node=None):
        return self.within(f"{'async ' * self.is_async}def {text}:", node)

    def put(self, frame, text, node=None):
        """Text that goes to what is written."""
        self.line(f'{frame.buffer}.append({text})' if frame.buffer else f'yield {text}', node)

    def put_all(self, frame, stream, node=None, is_async=None):
        """All texts of a generator go to what is written."""
        is_async = self.is_async if is_async is None else is_async
        if frame.buffer or self.is_async:
            with self.within(f"{'async ' * is_async}for event in {stream}:", node):
                self.put(frame, 'event')
        else:
            self.line(f'yield from {stream}', node)

    def buffer(self, frame):
        frame.buffer = self.new_name()
        self.line(f'{frame.buffer} = []')

    def joined(self, frame, force_unescaped=False):
        """What a buffer holds, as text that is safe where things are escaped."""
        text = f'concat({frame.buffer})'
        if force_unescaped:
            return text
        if frame.eval_ctx.volatile:
            return f'(Markup if context.eval_ctx.autoescape else identity)({text})'
        return f'Markup({text})' if frame.eval_ctx.autoescape else text

    def enter(self, frame):
        absent = []
        for name, variable in frame.scope.names.items():
            first = frame.scope.first[variable]
            if first == RESOLVE:
                self.line(f'{variable} = resolve({name!r})')
            elif first == MISSING:
                absent.append(variable)
            elif first != PARAMETER:
                self.line(f'{variable} = {first}')
        if absent:
            self.line(f"{' = '.join(absent)} = missing")

    def body(self, body, frame):
        try:
            for node in body:
                getattr(self, f'do_{type(node).__name__}')(node, frame)
        except _NothingMore:
            pass

    def locals_of(self, frame):
        return '{' + ', '.join(f'{name!r}: {variable}' for name, variable in frame.scope.all_stored().items()) + '}'

    def _commons(self):
        self.line('resolve, undefined, concat = context.resolve_or_missing, environment.undefined, environment.concat')
        self.line('if 0: yield None')

    def generate(self, node):
        """The text of the module."""
        eval_ctx = nodes.EvalContext(self.environment, self.name)
        self.line(f'name = {self.name!r}')
        has_extends = node.find(nodes.Extends) is not None
        for block in node.find_all(nodes.Block):
            if self.blocks.setdefault(block.name, block) is not block:
                self.fail(f'block {block.name!r} defined twice', block.lineno)
        with self.define('root(context)', node):
            frame = Frame(eval_ctx, Scope())
            frame.toplevel = frame.rootlevel = True
            frame.checks_parent = has_extends
            self._commons()
            if 'self' in undeclared(node.body, ('self',)):
                self.line(f"{frame.scope.parameter('self')} = TemplateReference(context)")
            frame.scope.look_at(node.body)
            if has_extends:
                self.line('parent_template = None')
            self.enter(frame)
            self.body(node.body, frame)
            if has_extends:
                stream = 'parent_template.root_render_func(context)'
                if self.always_extends:
                    self.put_all(frame, stream)
                else:
                    with self.within('if parent_template is not None:'):
                        self.put_all(frame, stream)
        for name, block in self.blocks.items():
            self._block(name, block, eval_ctx)
        self.line('blocks = {' + ', '.join(f'{name!r}: block_{name}' for name in self.blocks) + '}')
        for variable, (kind, name) in self.functions.items():
            self.line(f'{variable} = known_function(environment, {kind!r}, {name!r})')
        for name, variable in self.imported.items():
            self.line(f'{variable} = import_string({name!r})')
        return '\n'.join(self.lines)

    def _block(self, name, block, eval_ctx):
        with self.define(f'block_{name}(context)', block):
            frame = Frame(eval_ctx, Scope())
            frame.block, frame.tracks = name, '_block_vars' if _sets(block) else None
            self._commons()
            if frame.tracks:
                self.line('_block_vars = {}')
            special = undeclared(block.body, ('self', 'super'))
            if 'self' in special:
                self.line(f"{frame.scope.parameter('self')} = TemplateReference(context)")
            if 'super' in special:
                self.line(f"{frame.scope.parameter('super')} = context.super({name!r}, block_{name})")
            frame.scope.look_at(block.body)
            self.enter(frame)
            self.body(block.body, frame)

    def do_Block(self, node, frame):
        if frame.toplevel:
            if self.always_extends:
                return
            if self.extends:
                with self.within('if parent_template is None:'):
                    return self._call_block(node, frame)
        self._call_block(node, frame)

    def _call_block(self, node, frame):
        context = f'context.derived({self.locals_of(frame)})' if node.scoped else 'context'
        if node.required:
            with self.within(f'if len(context.blocks[{node.name!r}]) <= 1:', node):
                self.line(f"raise TemplateRuntimeError({f'Required block {node.name!r} not found'!r})", node)
        self.put_all(frame, f'context.blocks[{node.name!r}][0]({context})', node)

    def do_Extends(self, node, frame):
        if not frame.toplevel:
            self.fail('cannot use extend from a non top-level scope', node.lineno)
        if self.extends:
            if self.always_extends:
                self.line("raise TemplateRuntimeError('extended multiple times')", node)
                raise _NothingMore
            with self.within('if parent_template is not None:', node):
                self.line("raise TemplateRuntimeError('extended multiple times')", node)
        self.line(f'parent_template = environment.get_template({self.expr(node.template, frame)}, {self.name!r})', node)
        with self.within('for name, block in parent_template.blocks.items():'):
            self.line('context.blocks.setdefault(name, []).append(block)')
        if frame.rootlevel:
            self.always_extends = True
        self.extends += 1

    def do_Include(self, node, frame):
        wanted = node.template
        method = 'get_or_select_template'
        if isinstance(wanted, nodes.Const):
            method = 'get_template' if isinstance(wanted.value, str) else 'select_template'
        elif isinstance(wanted, (nodes.Tuple, nodes.List)):
            method = 'select_template'
        text = f'template = environment.{method}({self.expr(wanted, frame)}, {self.name!r})'
        if not node.ignore_missing:
            self.line(text, node)
            return self._included(node, frame)
        with self.within('try:'):
            self.line(text, node)
        with self.within('except TemplateNotFound:'):
            pass
        with self.within('else:'):
            self._included(node, frame)

    def _included(self, node, frame):
        if node.with_context:
            self.put_all(frame, f'template.root_render_func(template.new_context(context.get_all(), True, {self.locals_of(frame)}))')
        elif self.is_async:
            self.put_all(frame, '(await template._get_default_module_async())._body_stream', is_async=False)
        else:
            # As Jinja does: the text goes past what is being gathered.
            self.line('yield from template._get_default_module()._body_stream')

    def _imported(self, node, frame):
        found = f'environment.get_template({self.expr(node.template, frame)}, {self.name!r})'
        sync = '_async' * self.is_async
        call = (f'make_module{sync}(context.get_all(), True, {self.locals_of(frame)})' if node.with_context else
                f'_get_default_module{sync}(context)')
        return f"{'await ' * self.is_async}{found}.{call}"

    def do_Import(self, node, frame):
        name = node.target
        self.line(f'{frame.scope.find(name)} = {self._imported(node, frame)}', node)
        if frame.toplevel:
            self.line(f'context.vars[{name!r}] = {frame.scope.find(name)}')
            if name[0] != '_':
                self.line(f'context.exported_vars.discard({name!r})')

    def do_FromImport(self, node, frame):
        self.line(f'included_template = {self._imported(node, frame)}', node)
        where = f'line {node.lineno}' + (f' in {self.name!r}' if self.name is not None else '')
        for each in node.names:
            name, alias = each if isinstance(each, tuple) else (each, each)
            variable = frame.scope.find(alias)
            self.line(f'{variable} = getattr(included_template, {name!r}, missing)', node)
            with self.within(f'if {variable} is missing:'):
                told = f' (imported on {where}) does not export the requested name {name!r}'
                self.line(f"{variable} = undefined(f'the template {{included_template.__name__!r}}' + {told!r}, name={name!r})")
            if frame.toplevel:
                self.line(f'context.vars[{alias!r}] = {variable}')
                if alias[0] != '_':
                    self.line(f'context.exported_vars.discard({alias!r})')

    def do_For(self, node, frame):
        loop, other, test = frame.inner(), frame.inner(), frame.inner()
        loop.tracks = '_loop_vars' if _sets(node) else None
        has_loop = node.recursive or 'loop' in undeclared(node.body, ('loop',)) or any(block.scoped for block in node.find_all(nodes.Block))
        variable = loop.scope.parameter('loop') if has_loop else None
        loop.scope.take(node.target)
        loop.scope.look_at(node.body)
        other.scope.look_at(node.else_)
        for name in node.find_all(nodes.Name):
            if name.ctx == 'store' and name.name == 'loop':
                self.fail("Can't assign to special loop variable in for-loop target", name.lineno)
        source = self.expr(node.iter, frame)
        aiter = f'auto_aiter({source})' if self.is_async else source
        keep = None
        if node.test:
            test.scope.take(node.target)
            test.scope.look(node.test)
            keep = self.new_name()
            with self.define(f'{keep}(fiter)', node.test):
                self.enter(test)
                with self.within(f"{'async ' * self.is_async}for {self.target(node.target, test)} in "
                                 f"{'auto_aiter(fiter)' if self.is_async else 'fiter'}:"):
                    with self.within(f'if {self.expr(node.test, test)}:', node.test):
                        self.line(f'yield {self.target(node.target, test)}')
        if not node.recursive:
            return self._loop(node, frame, loop, other, variable, source if has_loop or keep else aiter, keep, 'undefined')
        name = self.new_name()
        with self.define(f'{name}(reciter, loop_render_func, depth=0)', node):
            self.buffer(loop)
            other.buffer = loop.buffer
            self._loop(node, frame, loop, other, variable, 'reciter', keep, 'undefined, loop_render_func, depth')
            self.line(f'return {self.joined(loop)}')
        self.put(frame, f"{'await ' * self.is_async}{name}({aiter}, {name})", node)

    def _loop(self, node, frame, loop, other, variable, source, keep, more):
        if variable:
            self.line(f'{variable} = missing')
        empty = self.new_name() if node.else_ else None
        if empty:
            self.line(f'{empty} = True')
        if keep:
            source = f'{keep}({source})'
        target = self.target(node.target, loop)
        if variable:
            target, source = f'{target}, {variable}', f"{'Async' * self.is_async}LoopContext({source}, {more})"
        with self.within(f"{'async ' * self.is_async}for {target} in {source}:", node):
            self.enter(loop)
            if loop.tracks:
                self.line('_loop_vars = {}')
            self.body(node.body, loop)
            if empty:
                self.line(f'{empty} = False')
        if empty:
            with self.within(f'if {empty}:'):
                self.enter(other)
                self.body(node.else_, other)

    def do_Continue(self, node, frame):
        self.line('continue', node)

    def do_Break(self, node, frame):
        self.line('break', node)

    def do_If(self, node, frame):
        soft = frame.softened()
        for word, branch in [('if', node), *(('elif', each) for each in node.elif_)]:
            with self.within(f'{word} {self.expr(branch.test, soft)}:', branch):
                self.body(branch.body, soft)
        if node.else_:
            with self.within('else:'):
                self.body(node.else_, soft)

    def _macro(self, node, frame):
        """Writes the function of a macro or call block; gives what makes the macro."""
        macro = frame.inner()
        macro.checks_parent = False
        given = [arg.name for arg in node.args]
        special = undeclared(node.body, ('caller', 'kwargs', 'varargs'))
        if 'caller' in special and 'caller' in given:
            if len(given) - given.index('caller') > len(node.defaults):
                self.fail('When defining macros or call blocks the special "caller" argument must be omitted or be given a default.', node.lineno)
        parameters = [macro.scope.parameter(name) for name in given]
        parameters += [macro.scope.parameter(name) for name in ('caller', 'kwargs', 'varargs') if name in special and name not in given]
        macro.scope.look_at([*node.defaults, *node.body])
        name = self.new_name()
        with self.define(f"{name}({', '.join(parameters)})", node):
            self.buffer(macro)
            self.enter(macro)
            before, self.unset = self.unset, set(parameters[:len(given)])
            for at, (arg, variable) in enumerate(zip(given, parameters), len(node.defaults) - len(given)):
                with self.within(f'if {variable} is missing:'):
                    default = (self.expr(node.defaults[at], macro) if at >= 0 else
                               f"undefined({f'parameter {arg!r} was not provided'!r}, name={arg!r})")
                    self.line(f'{variable} = {default}')
                self.unset.discard(variable)
            self.unset = before
            self.body(node.body, macro)
            self.line(f'return {self.joined(macro, True)}')
        flags = ', '.join(str(each in special and (each == 'caller' or each not in given)) for each in ('kwargs', 'varargs', 'caller'))
        arguments = repr(tuple(given))
        return f'Macro(environment, {name}, {getattr(node, "name", None)!r}, {arguments}, {flags}, context.eval_ctx.autoescape)'

    def do_Macro(self, node, frame):
        made, variable = self._macro(node, frame), frame.scope.find(node.name)
        self.line(f'{variable} = {made}')
        if frame.toplevel:
            if node.name[0] != '_':
                self.line(f'context.exported_vars.add({node.name!r})')
            self.line(f'context.vars[{node.name!r}] = {variable}')

    def do_CallBlock(self, node, frame):
        caller = self.new_name()
        self.line(f'{caller} = {self._macro(node, frame)}')
        self.put(frame, self.call(node.call, frame, caller), node)

    def do_FilterBlock(self, node, frame):
        inner = frame.inner()
        inner.scope.look_at([*node.body, node.filter])
        self.enter(inner)
        self.buffer(inner)
        self.body(node.body, inner)
        self.put(frame, self.of_Filter(node.filter, inner), node)

    def do_With(self, node, frame):
        inner = frame.inner()
        for target in node.targets:
            inner.scope.look(target)
        inner.scope.look_at(node.body)
        self.enter(inner)
        for target, value in zip(node.targets, node.values):
            self.line(f'{self.target(target, inner)} = {self.expr(value, frame)}', node)
        self.body(node.body, inner)

    def do_Scope(self, node, frame):
        inner = frame.inner()
        inner.scope.look_at(node.body)
        self.enter(inner)
        self.body(node.body, inner)

    def do_ExprStmt(self, node, frame):
        self.line(self.expr(node.node, frame), node)

    def do_Output(self, node, frame):
        if frame.checks_parent:
            if self.always_extends:
                return
            with self.within('if parent_template is None:', node):
                return self._output(node, frame)
        self._output(node, frame)

    def known_text(self, node, frame):
        """The text of a value that is known already, else None."""
        if isinstance(node, nodes.TemplateData):
            return node.data
        finalize = self.environment.finalize
        try:
            if finalize is not None and pass_argument_of(finalize) is not None:
                return None
            value = constant(node, self.environment, frame.eval_ctx)
            value = escape(value) if frame.eval_ctx.autoescape else value
            return str(value if finalize is None else finalize(value))
        except Exception:
            return None

    def _output(self, node, frame):
        known, first = '', None
        for child in [*node.nodes, None]:
            text = None if child is None else self.known_text(child, frame)
            if text is not None:
                known, first = known + text, first or child
                continue
            if first is not None:
                self.put(frame, repr(known), first)
                known, first = '', None
            if child is not None:
                self.put(frame, self.shown(self.expr(child, frame), frame), child)

    def _assigned(self, target, frame):
        """Notes in the context what was set."""
        names = [name.name for name in [target, *target.find_all(nodes.Name)] if isinstance(name, nodes.Name) and name.ctx == 'store']
        if not frame.tracks and not frame.toplevel:
            return
        for name in names:
            self.line(f"{frame.tracks or 'context.vars'}[{name!r}] = {frame.scope.find(name)}")
            if not frame.tracks and name[0] != '_':
                self.line(f'context.exported_vars.add({name!r})')

    def _check_namespaces(self, target, frame):
        for name in dict.fromkeys(each.name for each in [target, *target.find_all(nodes.NSRef)] if isinstance(each, nodes.NSRef)):
            with self.within(f'if not isinstance({frame.scope.find(name)}, Namespace):', target):
                self.line("raise TemplateRuntimeError('cannot assign attribute on non-namespace object')", target)

    def do_Assign(self, node, frame):
        self._check_namespaces(node.target, frame)
        self.line(f'{self.target(node.target, frame)} = {self.expr(node.node, frame)}', node)
        self._assigned(node.target, frame)

    def do_AssignBlock(self, node, frame):
        inner = frame.inner()
        inner.checks_parent = False
        inner.scope.look_at([*node.body, *([node.filter] if node.filter else [])])
        self.enter(inner)
        self.buffer(inner)
        self.body(node.body, inner)
        self._check_namespaces(node.target, frame)
        text = f'concat({inner.buffer})' if node.filter is None else self.of_Filter(node.filter, inner)
        self.line(f'{self.target(node.target, frame)} = (Markup if context.eval_ctx.autoescape else identity)({text})', node)
        self._assigned(node.target, frame)

    def do_EvalContextModifier(self, node, frame):
        for option in node.options:
            self.line(f'context.eval_ctx.{option.key} = {self.expr(option.value, frame)}', node)
            if isinstance(option.value, nodes.Const):
                setattr(frame.eval_ctx, option.key, option.value.value)
            else:
                frame.eval_ctx.volatile = True

    def do_ScopedEvalContextModifier(self, node, frame):
        kept, saved = self.new_name(), frame.eval_ctx.save()
        self.line(f'{kept} = context.eval_ctx.save()')
        self.do_EvalContextModifier(node, frame)
        self.body(node.body, frame)
        frame.eval_ctx.revert(saved)
        self.line(f'context.eval_ctx.revert({kept})')


def _sets(node):
    """Whether something is set within, which functions that are passed the context are to see."""
    return node.find((nodes.Assign, nodes.AssignBlock)) is not None
