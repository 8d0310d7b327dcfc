"""From a program's source to the code that CPython 3.13 would make of it."""
import ast
from _dis_assemble import ASYNC_GENERATOR, COROUTINE, GENERATOR, Layout
from _dis_comprehensions import Comprehensions
from _dis_definitions import Definitions
from _dis_exceptions import Exceptions
from _dis_expressions import Expressions
from _dis_folding import Folding
from _dis_match import Matching
from _dis_opcodes import OPMAP
from _dis_statements import Statements
from _dis_symbols import Symbols
from _dis_unit import constant_key

OPTIMIZED, NEW_LOCALS, VAR_ARGS, VAR_KEYWORDS, NESTED = 1, 2, 4, 8, 16
FUTURE_ANNOTATIONS = 0x1000000


class Code:
    """What a block comes to: the parts of a code object, as CPython names them."""

    def __init__(self, unit):
        self.co_name, self.co_qualname, self.co_firstlineno = unit.name, unit.qualname, unit.first_line
        self.co_freevars = tuple(unit.free)
        cells = [name for name in unit.locals if name in unit.cells]
        self.co_cellvars = tuple(cells + [name for name in unit.cells if name not in unit.locals])
        # By which a part that is compiled twice is the same.
        self.key, self.real = id(self), None

    def __repr__(self):
        if self.real is not None:
            return repr(self.real)
        return f'<code object {self.co_name} at {id(self):#x}, file "{self.co_filename}", line {self.co_firstlineno}>'


class Compiler(Statements, Expressions, Exceptions, Definitions, Comprehensions, Matching):
    """Compiles a text by its tree; of a block that begins in a line `wanted` only what leads there."""

    def __init__(self, text, tree, wanted=None, symbols=None, future_annotations=False):
        self.text = text
        self.future_annotations = future_annotations or isinstance(tree, ast.Module) and any(
            isinstance(node, ast.ImportFrom) and node.module == '__future__'
            and any(alias.name == 'annotations' for alias in node.names) for node in tree.body)
        self.unit, self.wanted, self.codes = None, wanted, []
        self.symbols = symbols or Symbols(tree, self.future_annotations)
        self.folding = Folding(self.future_annotations)
        unit = self.enter('module', '<module>', tree, 1)
        if isinstance(tree, ast.Expression):
            self.expr(self.folding.fold(tree.body))
        else:
            self.body(tree.body, (1, 1, 0, 0))
        self.code = self.leave(not isinstance(tree, ast.Expression))

    def statements(self, nodes):
        if self.wanted is not None:
            nodes = [node for node in nodes if _first_line(node) <= self.wanted <= node.end_lineno]
        if self.unit.kind == 'module':
            nodes = [self.folding.fold(node) for node in nodes]
        super().statements(nodes)

    def assembled(self, unit):
        code = Code(unit)
        if self.wanted is not None:
            return code
        scope, flags = unit.scope, 0
        if scope.function_like:
            flags = OPTIMIZED | NEW_LOCALS | (NESTED if scope.nested else 0)
            if scope.generator:
                flags |= ASYNC_GENERATOR if scope.coroutine else GENERATOR
            elif scope.coroutine:
                flags |= COROUTINE
            flags |= (VAR_ARGS if scope.varargs else 0) | (VAR_KEYWORDS if scope.keywords else 0)
        code.co_flags = flags | (FUTURE_ANNOTATIONS if self.future_annotations else 0)
        flow = Layout(unit)
        flow.optimized(len(unit.locals), len(scope.parameters))
        code.names = flow.laid_out(unit, flags)
        code.instrs, code.offsets, code.exceptions = flow.assembled()
        code.co_consts, code.co_names = tuple(flow.constants), tuple(unit.names)
        code.co_varnames, code.co_nlocals = tuple(unit.locals), len(unit.locals)
        code.co_argcount = unit.arguments + unit.positional_only
        code.co_posonlyargcount, code.co_kwonlyargcount = unit.positional_only, unit.keyword_only
        code.co_stacksize = max(flow.highest, 1)
        code.key = (code.co_qualname, code.co_firstlineno, tuple(map(constant_key, code.co_consts)),
                    tuple([(instr.op, instr.arg, instr.loc) for instr in code.instrs]))
        self.codes.append(code)
        return code


def _first_line(node):
    decorators = getattr(node, 'decorator_list', None)
    return decorators[0].lineno if decorators else node.lineno
