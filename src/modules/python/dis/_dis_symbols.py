"""Whose name it is: for each block of a program, which names are its own, cells, free, or global (CPython's symtable)."""
import ast

(GLOBAL, LOCAL, PARAM, NONLOCAL, USE, FREE_CLASS, IMPORT, ANNOTATED, TARGET, TYPE_PARAM, COMPREHENSION_CELL) = (
    1, 2, 4, 8, 16, 64, 128, 256, 512, 1024, 2048)
BOUND = LOCAL | PARAM | IMPORT | TYPE_PARAM
# What a name comes to stands above these bits.
SHIFT, FLAGS = 12, (1 << 12) - 1
IS_LOCAL, IS_GLOBAL, IS_BUILTIN, IS_FREE, IS_CELL = 1, 2, 3, 4, 5
FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef


def mangled(private, name):
    """A class's private name as it is kept."""
    if private is None or not name.startswith('__') or name.endswith('__') or '.' in name:
        return name
    private = private.lstrip('_')
    return '_' + private + name if private else name


class Scope:
    """A block: its kind, and its names with what was said of them, in order."""

    def __init__(self, kind, parent):
        self.kind, self.names, self.children, self.parameters = kind, {}, [], []
        self.function_like = kind in ('function', 'parameters', 'annotation')
        self.nested = parent is not None and (parent.nested or parent.function_like)
        self.sees_class = self.generator = self.coroutine = self.varargs = self.keywords = False
        self.needs_class = self.needs_classdict = self.inlined = self.target = False
        self.comprehension = None
        self.mangles = None if parent is None or kind == 'class' else parent.mangles

    def scope(self, name):
        """What the name is here; 0 if it is not known."""
        return self.names.get(name, 0) >> SHIFT

    def mangled(self, private, name):
        """A private name as this block keeps it."""
        return name if self.mangles is not None and name not in self.mangles else mangled(private, name)


class Symbols(ast.NodeVisitor):
    """The scopes of a program, by the nodes that open them."""

    def __init__(self, tree, future_annotations):
        self.future_annotations = future_annotations
        self.scopes, self.stack, self.private = {}, [], None
        self.top = self.enter('module', tree)
        for child in tree.body if isinstance(tree.body, list) else [tree.body]:
            self.visit(child)
        self.stack.pop()
        _analyze(self.top, None, set(), set(), set(), None)

    def enter(self, kind, key):
        parent = self.stack[-1] if self.stack else None
        scope = self.scopes[key] = Scope(kind, parent)
        if parent:
            parent.children.append(scope)
        self.stack.append(scope)
        return scope

    def define(self, name, flag, scope=None):
        scope = scope or self.stack[-1]
        name = scope.mangled(self.private, name)
        if scope.target:
            flag |= TARGET
        scope.names[name] = scope.names.get(name, 0) | flag
        if flag & PARAM:
            scope.parameters.append(name)
        elif flag & GLOBAL:
            self.top.names[name] = self.top.names.get(name, 0) | flag

    def all(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    # Statements

    def visit_FunctionDef(self, node):
        self.define(node.name, LOCAL)
        self.all(node.args.defaults)
        self.all(node.args.kw_defaults)
        self.all(node.decorator_list)
        if node.type_params:
            scope = self.parameters_of(node, True, any(node.args.kw_defaults))
            self.all(node.type_params)
        if not self.future_annotations:
            self.annotations(node)
        scope = self.enter('function', node)
        scope.coroutine = isinstance(node, ast.AsyncFunctionDef)
        self.arguments(node.args)
        self.all(node.body)
        self.stack.pop()
        if node.type_params:
            self.stack.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def annotations(self, node):
        args = node.args
        for arg in args.posonlyargs + args.args + [args.vararg, args.kwarg] + args.kwonlyargs:
            if arg is not None and arg.annotation is not None:
                self.visit(arg.annotation)
        if node.returns is not None:
            self.visit(node.returns)

    def arguments(self, args):
        for arg in args.posonlyargs + args.args + args.kwonlyargs:
            self.define(arg.arg, PARAM)
        if args.vararg:
            self.define(args.vararg.arg, PARAM)
            self.stack[-1].varargs = True
        if args.kwarg:
            self.define(args.kwarg.arg, PARAM)
            self.stack[-1].keywords = True

    def parameters_of(self, node, defaults=False, kwdefaults=False):
        in_class = self.stack[-1].kind == 'class'
        # The list of parameters has the scope: the definition has its own.
        scope = self.enter('parameters', node.type_params[0])
        if in_class:
            scope.sees_class = True
            self.define('__classdict__', USE)
        if isinstance(node, ast.ClassDef):
            for name in '.type_params', '.generic_base':
                self.define(name, LOCAL | USE)
        if defaults:
            self.define('.defaults', PARAM)
        if kwdefaults:
            self.define('.kwdefaults', PARAM)
        return scope

    def visit_ClassDef(self, node):
        self.define(node.name, LOCAL)
        self.all(node.decorator_list)
        private = self.private
        if node.type_params:
            scope = self.parameters_of(node)
            self.private = node.name
            scope.mangles = set()
            self.all(node.type_params)
        self.all(node.bases)
        self.all(node.keywords)
        self.enter('class', node)
        self.private = node.name
        if node.type_params:
            self.define('__type_params__', LOCAL)
            self.define('.type_params', USE)
        self.all(node.body)
        self.stack.pop()
        if node.type_params:
            self.stack.pop()
        self.private = private

    def visit_TypeAlias(self, node):
        self.visit(node.name)
        in_class = self.stack[-1].kind == 'class'
        if node.type_params:
            self.parameters_of(node)
            self.all(node.type_params)
        self.lazily(node, node.value, in_class)
        if node.type_params:
            self.stack.pop()

    def lazily(self, key, value, in_class):
        scope = self.enter('annotation', key)
        scope.sees_class = in_class
        if in_class:
            self.define('__classdict__', USE)
        self.visit(value)
        self.stack.pop()

    def visit_TypeVar(self, node):
        here = self.stack[-1]
        if here.mangles is not None:
            here.mangles.add(node.name)
        self.define(node.name, TYPE_PARAM | LOCAL)
        if getattr(node, 'bound', None):
            self.lazily((node, 'bound'), node.bound, here.sees_class)
        if node.default_value:
            self.lazily((node, 'default'), node.default_value, here.sees_class)

    visit_TypeVarTuple = visit_ParamSpec = visit_TypeVar

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name):
            if node.simple:
                self.define(node.target.id, ANNOTATED | LOCAL)
            elif node.value:
                self.define(node.target.id, LOCAL)
        else:
            self.visit(node.target)
        if not self.future_annotations:
            self.visit(node.annotation)
        if node.value:
            self.visit(node.value)

    def visit_alias(self, node):
        if node.name != '*':
            self.define(node.asname or node.name.split('.')[0], IMPORT)

    def visit_Global(self, node):
        for name in node.names:
            self.define(name, GLOBAL)

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.define(name, NONLOCAL)

    def visit_ExceptHandler(self, node):
        self.all([node.type])
        if node.name:
            self.define(node.name, LOCAL)
        self.all(node.body)

    def capture(self, node):
        self.generic_visit(node)
        name = node.rest if isinstance(node, ast.MatchMapping) else node.name
        if name:
            self.define(name, LOCAL)

    visit_MatchAs = visit_MatchStar = visit_MatchMapping = capture

    # Expressions

    def visit_Name(self, node):
        load = isinstance(node.ctx, ast.Load)
        self.define(node.id, USE if load else LOCAL)
        if load and node.id == 'super' and self.stack[-1].function_like:
            self.define('__class__', USE)

    def visit_NamedExpr(self, node):
        name = node.target.id
        if self.stack[-1].comprehension:
            for scope in reversed(self.stack):
                if scope.comprehension:
                    continue
                if scope.kind == 'module':
                    self.define(name, GLOBAL)
                    self.define(name, GLOBAL, scope)
                else:
                    self.define(name, GLOBAL if scope.names.get(scope.mangled(self.private, name), 0) & GLOBAL else NONLOCAL)
                    self.define(name, LOCAL, scope)
                break
        self.visit(node.value)
        self.visit(node.target)

    def visit_Lambda(self, node):
        self.all(node.args.defaults)
        self.all(node.args.kw_defaults)
        self.enter('function', node)
        self.arguments(node.args)
        self.visit(node.body)
        self.stack.pop()

    def visit_Yield(self, node):
        self.stack[-1].generator = True
        self.generic_visit(node)

    visit_YieldFrom = visit_Yield

    def visit_Await(self, node):
        self.generic_visit(node)
        self.stack[-1].coroutine = True

    def comprehension(self, node):
        first, *others = node.generators
        self.visit(first.iter)
        scope = self.enter('function', node)
        scope.comprehension = type(node).__name__
        scope.coroutine = bool(first.is_async)
        self.define('.0', PARAM)
        self.target(first.target)
        self.all(first.ifs)
        for generator in others:
            self.target(generator.target)
            self.visit(generator.iter)
            self.all(generator.ifs)
            if generator.is_async:
                scope.coroutine = True
        if isinstance(node, ast.DictComp):
            self.visit(node.value)
            self.visit(node.key)
        else:
            self.visit(node.elt)
        scope.generator = isinstance(node, ast.GeneratorExp)
        self.stack.pop()
        if scope.coroutine and not scope.generator:
            self.stack[-1].coroutine = True

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    def target(self, node):
        self.stack[-1].target = True
        self.visit(node)
        self.stack[-1].target = False


def _analyze(scope, bound, free, globals_, type_params, class_scope):
    """Says of each name of the scope and of those in it what it comes to; adds to `free` what is asked for further out."""
    own, found, inner_free, inlined_cells = set(), {}, set(), set()
    inner_bound, inner_globals = set(), set()
    if scope.kind == 'class':
        inner_globals |= globals_
        inner_bound |= bound or set()
    for name, flags in scope.names.items():
        found[name] = _resolve(scope, name, flags, bound, own, free, globals_, type_params, class_scope)
    if scope.kind == 'class':
        inner_bound |= {'__class__', '__classdict__'}
    else:
        if scope.function_like:
            inner_bound |= own
        inner_bound |= bound or set()
        inner_globals |= globals_
    for child in scope.children:
        seen = (scope if scope.kind == 'class' else class_scope) if child.sees_class else None
        child_free = set()
        _analyze(child, set(inner_bound), child_free, set(inner_globals), set(type_params), seen)
        if child.comprehension and child.comprehension != 'GeneratorExp' and not scope.sees_class:
            child.inlined = True
            _inline(scope, child, found, child_free, inlined_cells)
        inner_free |= child_free
    scope.children = [inner for child in scope.children for inner in (child.children if child.inlined else (child,))]
    if scope.function_like:
        for name, where in found.items():
            if where == IS_LOCAL and (name in inner_free or name in inlined_cells):
                found[name] = IS_CELL
                inner_free.discard(name)
    elif scope.kind == 'class':
        scope.needs_class = '__class__' in inner_free
        scope.needs_classdict = '__classdict__' in inner_free
        inner_free -= {'__class__', '__classdict__'}
    for name, flags in scope.names.items():
        scope.names[name] = flags | found[name] << SHIFT | (COMPREHENSION_CELL if name in inlined_cells else 0)
    for name in sorted(inner_free):
        if name in scope.names:
            if scope.kind == 'class' or scope.sees_class:
                scope.names[name] |= FREE_CLASS
        elif bound is None or name in bound:
            scope.names[name] = IS_FREE << SHIFT
    free |= inner_free


def _resolve(scope, name, flags, bound, own, free, globals_, type_params, class_scope):
    if flags & GLOBAL:
        globals_.add(name)
        if bound:
            bound.discard(name)
        return IS_GLOBAL
    if flags & NONLOCAL:
        free.add(name)
        return IS_FREE
    if flags & BOUND:
        own.add(name)
        globals_.discard(name)
        return IS_LOCAL
    if class_scope:
        outer = class_scope.names.get(name, 0)
        if outer & BOUND and not outer & NONLOCAL:
            return IS_BUILTIN
        if outer & GLOBAL:
            return IS_GLOBAL
    if bound and name in bound:
        free.add(name)
        return IS_FREE
    return IS_BUILTIN


def _inline(scope, comprehension, found, child_free, inlined_cells):
    """The names of a comprehension that runs in the frame around."""
    for name, flags in list(comprehension.names.items()):
        if flags & PARAM:
            continue
        where = flags >> SHIFT
        if where == IS_CELL or flags & COMPREHENSION_CELL:
            inlined_cells.add(name)
        if name not in scope.names:
            if where == IS_FREE and scope.kind == 'class' and name == '__class__':
                where = IS_BUILTIN
                child_free.discard(name)
                del comprehension.names[name]
            scope.names[name] = flags & FLAGS
            found[name] = where
        elif scope.names[name] & BOUND and scope.kind != 'class' and not any(
                child.names.get(name, 0) >> SHIFT == IS_FREE for child in comprehension.children):
            child_free.discard(name)
