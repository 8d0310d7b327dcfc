"""The instructions of definitions: functions, classes, lambdas, type parameters."""
import ast
from _dis_statements import cleaned, docstring
from _dis_symbols import FUNCTIONS, IS_CELL
from _dis_unit import Instr, Label, Unit, place

_DEFAULTS, _KEYWORD_DEFAULTS, _ANNOTATIONS, _CLOSURE = 1, 2, 4, 8


class Definitions:
    """What a compiler does with what has code of its own; `self.unit` is the block that is written."""

    def enter(self, kind, name, key, first_line):
        outer = self.unit
        unit = self.unit = Unit(kind, name, self.symbols.scopes[key], outer, outer and outer.private, first_line)
        unit.wanted = self.wanted
        if self.wanted == first_line and kind != 'module':
            self.wanted = None
        loc = (first_line, first_line, 0, 0) if kind != 'module' else (0, 1, 0, 0)
        unit.op(loc, 'RESUME', 0)
        return unit

    def leave(self, add_none):
        """Ends the block; what it comes to."""
        unit = self.unit
        if add_none:
            unit.load(None, None)
        unit.op(None, 'RETURN_VALUE')
        code = self.assembled(unit)
        self.unit, self.wanted = unit.parent, unit.wanted
        return code

    def reference(self, name):
        """What a name is for the functions inside this block."""
        unit = self.unit
        if unit.kind == 'class' and name in ('__class__', '__classdict__'):
            return IS_CELL
        return unit.scope.scope(name)

    def closure(self, loc, code, flags=0):
        """Makes a function of code."""
        unit = self.unit
        for name in code.co_freevars:
            names = unit.cells if self.reference(name) == IS_CELL else unit.free
            unit.op(loc, 'LOAD_CLOSURE', names[name])
        if code.co_freevars:
            unit.op(loc, 'BUILD_TUPLE', len(code.co_freevars))
            flags |= _CLOSURE
        unit.load(loc, code)
        unit.op(loc, 'MAKE_FUNCTION')
        for flag in _CLOSURE, _ANNOTATIONS, _KEYWORD_DEFAULTS, _DEFAULTS:
            if flags & flag:
                unit.op(loc, 'SET_FUNCTION_ATTRIBUTE', flag)

    def decorated(self, decorators):
        for decorator in reversed(decorators):
            self.unit.op(place(decorator), 'CALL', 0)

    def defaults(self, loc, args):
        unit, flags = self.unit, 0
        if args.defaults:
            self.exprs(args.defaults)
            unit.op(loc, 'BUILD_TUPLE', len(args.defaults))
            flags = _DEFAULTS
        names = []
        for arg, value in zip(args.kwonlyargs, args.kw_defaults):
            if value is not None:
                names.append(unit.scope.mangled(unit.private, arg.arg))
                self.expr(value)
        if names:
            unit.load(loc, tuple(names))
            unit.op(loc, 'BUILD_CONST_KEY_MAP', len(names))
            flags |= _KEYWORD_DEFAULTS
        return flags

    def annotations(self, loc, args, returns):
        unit, count = self.unit, 0
        named = [(arg.arg, arg.annotation)
                 for arg in args.args + args.posonlyargs + [args.vararg] + args.kwonlyargs + [args.kwarg] if arg]
        for name, annotation in named + [('return', returns)]:
            if annotation is None:
                continue
            unit.load(loc, unit.scope.mangled(unit.private, name))
            if isinstance(annotation, ast.Starred) and not self.future_annotations:
                self.expr(annotation.value)
                unit.op(loc, 'UNPACK_SEQUENCE', 1)
            else:
                self.annotation(annotation)
            count += 2
        if count:
            unit.op(loc, 'BUILD_TUPLE', count)
        return _ANNOTATIONS if count else 0

    def do_FunctionDef(self, node, loc):
        args = node.args
        self.exprs(node.decorator_list)
        first_line = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        flags = self.defaults(loc, args)
        given = bool(flags & _DEFAULTS) + bool(flags & _KEYWORD_DEFAULTS)
        if node.type_params:
            if given == 2:
                self.unit.op(loc, 'SWAP', 2)
            self.enter('parameters', f'<generic parameters of {node.name}>', node.type_params[0], first_line)
            self.type_params(node.type_params)
            for i in range(given):
                self.unit.op(loc, 'LOAD_FAST', i)
        flags |= self.annotations(loc, args, node.returns)
        self.function_body(node, loc, flags, first_line)
        unit = self.unit
        if node.type_params:
            unit.write(loc, 'SWAP 2 CALL_INTRINSIC_2 4')
            unit.arguments = given
            code = self.leave(False)
            unit = self.unit
            self.closure(loc, code)
            if given:
                unit.op(loc, 'SWAP', given + 1)
                unit.op(loc, 'CALL', given - 1)
            else:
                unit.write(loc, 'PUSH_NULL CALL 0')
        self.decorated(node.decorator_list)
        unit.name_op(loc, node.name, 'STORE')

    do_AsyncFunctionDef = do_FunctionDef

    def takes(self, args):
        unit = self.unit
        unit.arguments, unit.positional_only = len(args.args), len(args.posonlyargs)
        unit.keyword_only = len(args.kwonlyargs)

    def function_body(self, node, loc, flags, first_line):
        kind = 'async function' if isinstance(node, ast.AsyncFunctionDef) else 'function'
        unit = self.enter(kind, node.name, node, first_line)
        text = docstring(node.body)
        unit.constant(None if text is None else cleaned(text))
        self.takes(node.args)
        self.statements(node.body if text is None else node.body[1:])
        if unit.scope.coroutine or unit.scope.generator:
            self.guard_generator()
        self.closure(loc, self.leave(True), flags)

    def guard_generator(self):
        """A StopIteration that leaves a generator becomes a RuntimeError."""
        unit, handler = self.unit, Label()
        unit.begin_with(Instr('SETUP_CLEANUP', 0, None, handler))
        unit.load(None, None)
        unit.op(None, 'RETURN_VALUE')
        unit.use(handler)
        unit.write(None, 'CALL_INTRINSIC_1 3 RERAISE 1')

    def do_Lambda(self, node, loc):
        flags = self.defaults(loc, node.args)
        unit = self.enter('lambda', '<lambda>', node, node.lineno)
        unit.constant(None)
        self.takes(node.args)
        self.expr(node.body)
        if unit.scope.generator:
            code = self.leave(False)
        else:
            unit.op(place(node.body), 'RETURN_VALUE')
            code = self.leave(True)
        self.closure(loc, code, flags)

    def do_ClassDef(self, node, loc):
        self.exprs(node.decorator_list)
        first_line = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        bases = node.bases
        if node.type_params:
            unit = self.enter('parameters', f'<generic parameters of {node.name}>', node.type_params[0], first_line)
            unit.private = node.name
            self.type_params(node.type_params)
            unit.name_op(loc, '.type_params', 'STORE')
        self.class_body(node, loc, first_line)
        if node.type_params:
            unit.name_op(loc, '.type_params', 'LOAD')
            unit.op(loc, 'CALL_INTRINSIC_1', 10)
            unit.name_op(loc, '.generic_base', 'STORE')
            base = ast.copy_location(ast.Name('.generic_base', ast.Load()), node)
            self.call(loc, 2, [*bases, base], node.keywords)
            code = self.leave(False)
            self.closure(loc, code)
            self.unit.write(loc, 'PUSH_NULL CALL 0')
        else:
            self.call(loc, 2, bases, node.keywords)
        self.decorated(node.decorator_list)
        self.unit.name_op(loc, node.name, 'STORE')

    def class_body(self, node, loc, first_line):
        unit = self.enter('class', node.name, node, first_line)
        unit.private = node.name
        at = first_line, first_line, 0, 0
        unit.name_op(at, '__name__', 'LOAD')
        unit.name_op(at, '__module__', 'STORE')
        unit.load(at, unit.qualname)
        unit.name_op(at, '__qualname__', 'STORE')
        unit.load(at, first_line)
        unit.name_op(at, '__firstlineno__', 'STORE')
        if node.type_params:
            unit.name_op(at, '.type_params', 'LOAD')
            unit.name_op(at, '__type_params__', 'STORE')
        if unit.scope.needs_classdict:
            unit.op(at, 'LOAD_LOCALS')
            unit.op(at, 'STORE_DEREF', unit.cells['__classdict__'])
        self.body(node.body, at)
        unit.load(None, tuple(sorted(unit.static_attributes)))
        unit.name_op(None, '__static_attributes__', 'STORE')
        if unit.scope.needs_classdict:
            unit.op(None, 'LOAD_CLOSURE', unit.cells['__classdict__'])
            unit.name_op(None, '__classdictcell__', 'STORE')
        if unit.scope.needs_class:
            unit.op(None, 'LOAD_CLOSURE', unit.cells['__class__'])
            unit.op(None, 'COPY', 1)
            unit.name_op(None, '__classcell__', 'STORE')
        else:
            unit.load(None, None)
        unit.op(None, 'RETURN_VALUE')
        code = self.leave(True)
        self.unit.write(loc, 'LOAD_BUILD_CLASS PUSH_NULL')
        self.closure(loc, code)
        self.unit.load(loc, node.name)

    # PEP 695

    def type_params(self, params):
        unit = self.unit
        for param in params:
            loc, kind = place(param), type(param).__name__
            unit.load(loc, param.name)
            bound = getattr(param, 'bound', None)
            if bound:
                self.lazily(param.name, (param, 'bound'), bound)
                unit.op(loc, 'CALL_INTRINSIC_2', 3 if isinstance(bound, ast.Tuple) else 2)
            else:
                unit.op(loc, 'CALL_INTRINSIC_1', {'TypeVar': 7, 'ParamSpec': 8, 'TypeVarTuple': 9}[kind])
            if param.default_value:
                self.lazily(param.name, (param, 'default'), param.default_value)
                unit.op(loc, 'CALL_INTRINSIC_2', 5)
            unit.op(loc, 'COPY', 1)
            unit.name_op(loc, param.name, 'STORE')
        unit.op(place(params[0]), 'BUILD_TUPLE', len(params))

    def lazily(self, name, key, node):
        unit = self.enter('parameters', name, key, node.lineno)
        if isinstance(node, ast.Starred):
            self.expr(node.value)
            unit.op(place(node), 'UNPACK_SEQUENCE', 1)
        else:
            self.expr(node)
        unit.op(place(node), 'RETURN_VALUE')
        self.closure(place(node), self.leave(True))

    def do_TypeAlias(self, node, loc):
        name = node.name.id
        if node.type_params:
            self.enter('parameters', f'<generic parameters of {name}>', node.type_params[0], node.lineno)
        self.unit.load(loc, name)
        if node.type_params:
            self.type_params(node.type_params)
        else:
            self.unit.load(loc, None)
        inner = self.enter('function', name, node, node.lineno)
        inner.constant(None)
        self.expr(node.value)
        inner.op(loc, 'RETURN_VALUE')
        self.closure(loc, self.leave(False))
        self.unit.write(loc, 'BUILD_TUPLE 3 CALL_INTRINSIC_1 11')
        if node.type_params:
            code = self.leave(False)
            self.closure(loc, code)
            self.unit.write(loc, 'PUSH_NULL CALL 0')
        self.unit.name_op(loc, name, 'STORE')
