"""Tables of names, as the compiler makes them: which names each block of a program has, and what they come to there."""
import ast as _ast
import _dis_symbols as _symbols
from enum import StrEnum

__all__ = ['symtable', 'SymbolTableType', 'SymbolTable', 'Class', 'Function', 'Symbol']
_FLAGS = {'USE': 16, 'DEF_GLOBAL': 1, 'DEF_NONLOCAL': 8, 'DEF_LOCAL': 2, 'DEF_PARAM': 4, 'DEF_IMPORT': 128, 'DEF_BOUND': 1158, 'DEF_ANNOT': 256}
globals().update(_FLAGS)
SCOPE_OFF, SCOPE_MASK = 12, 15
LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = 1, 2, 3, 4, 5
_SCOPES = {0: '0', LOCAL: 'LOCAL', GLOBAL_EXPLICIT: 'GLOBAL_EXPLICIT', GLOBAL_IMPLICIT: 'GLOBAL_IMPLICIT', FREE: 'FREE', CELL: 'CELL'}
_COMPREHENSIONS = {_ast.ListComp: 'listcomp', _ast.SetComp: 'setcomp', _ast.DictComp: 'dictcomp', _ast.GeneratorExp: 'genexpr'}


class SymbolTableType(StrEnum):
    MODULE = 'module'
    FUNCTION = 'function'
    CLASS = 'class'
    ANNOTATION = 'annotation'
    TYPE_ALIAS = 'type alias'
    TYPE_PARAMETERS = 'type parameters'
    TYPE_VARIABLE = 'type variable'


def symtable(code, filename, compile_type):
    """The table of a module, with those of the blocks in it."""
    compile(code, filename, compile_type, dont_inherit=True)
    tree = _ast.parse(code, filename, compile_type)
    if not isinstance(tree.body, list):
        tree.body = [_ast.Expr(tree.body, lineno=tree.body.lineno, col_offset=0)]
    future = any(isinstance(node, _ast.ImportFrom) and node.module == '__future__' and any(
        alias.name == 'annotations' for alias in node.names) for node in tree.body)
    symbols = _symbols.Symbols(tree, future)
    owners = {node.type_params[0]: node for node in _ast.walk(tree) if getattr(node, 'type_params', None)}
    described = {scope: _described(key, scope, owners) for key, scope in symbols.scopes.items()}
    return _table(symbols.top, described, filename, {})


def _described(key, scope, owners):
    """A block's kind, its name, and the line at which it begins."""
    if scope.kind == 'module':
        return SymbolTableType.MODULE, 'top', 0
    if scope.kind == 'parameters':
        return SymbolTableType.TYPE_PARAMETERS, getattr(owners[key].name, 'id', owners[key].name), owners[key].lineno
    if isinstance(key, tuple):
        node, which = key
        return SymbolTableType.TYPE_VARIABLE, node.name, (node.bound if which == 'bound' else node.default_value).lineno
    if scope.kind == 'annotation':
        return SymbolTableType.TYPE_ALIAS, key.name.id, key.lineno
    name = _COMPREHENSIONS.get(type(key)) or ('lambda' if isinstance(key, _ast.Lambda) else key.name)
    return SymbolTableType.CLASS if scope.kind == 'class' else SymbolTableType.FUNCTION, name, key.lineno


def _table(scope, described, filename, made):
    if scope not in made:
        kind = described[scope][0]
        of_kind = {SymbolTableType.FUNCTION: Function, SymbolTableType.CLASS: Class}.get(kind, SymbolTable)
        table = made[scope] = of_kind.__new__(of_kind)
        table._scope, table._filename, table._symbols = scope, filename, {}
        table._type, table._name, table._lineno = described[scope]
        table._children = [_table(child, described, filename, made) for child in scope.children]
    return made[scope]


class SymbolTable:
    """The names of a block."""

    def __init__(self, raw_table, filename):
        raise TypeError('symtable.symtable makes tables')

    def __repr__(self):
        kind = '' if type(self) is SymbolTable else type(self).__name__ + ' '
        where = f'module {self._filename}' if self._name == 'top' else f'{self._name} in {self._filename}'
        return f'<{kind}SymbolTable for {where}>'

    def get_type(self):
        return self._type

    def get_id(self):
        return id(self._scope)

    def get_name(self):
        return self._name

    def get_lineno(self):
        return self._lineno

    def is_optimized(self):
        """Whether its names are places of a frame."""
        return self._type == SymbolTableType.FUNCTION

    def is_nested(self):
        return self._scope.nested

    def has_children(self):
        return bool(self._children)

    def get_identifiers(self):
        return self._scope.names.keys()

    def lookup(self, name):
        """What is known of a name."""
        if name not in self._symbols:
            flags = self._scope.names[name]
            namespaces = [child for child in self._children if child._name == name]
            self._symbols[name] = Symbol(name, flags, namespaces, module_scope=self._name == 'top')
        return self._symbols[name]

    def get_symbols(self):
        return [self.lookup(name) for name in self.get_identifiers()]

    def get_children(self):
        return list(self._children)

    def _in_scopes(self, *scopes):
        return tuple(name for name, flags in self._scope.names.items() if flags >> SCOPE_OFF & SCOPE_MASK in scopes)

    def _flagged(self, flag):
        return tuple(name for name, flags in self._scope.names.items() if flags & flag)


class Function(SymbolTable):
    """The names of a function."""

    def get_parameters(self):
        return self._flagged(DEF_PARAM)

    def get_locals(self):
        return self._in_scopes(LOCAL, CELL)

    def get_globals(self):
        return self._in_scopes(GLOBAL_IMPLICIT, GLOBAL_EXPLICIT)

    def get_nonlocals(self):
        return self._flagged(DEF_NONLOCAL)

    def get_frees(self):
        return self._in_scopes(FREE)


class Class(SymbolTable):
    """The names of a class."""

    def get_methods(self):
        """Those of its own that are functions."""
        found = {}
        for child in self._children:
            if self._scope.scope(child._name) != LOCAL:
                continue
            if child._type == SymbolTableType.TYPE_PARAMETERS:
                is_method = any(isinstance(inner, Function) and inner._name == child._name for inner in child._children)
            else:
                is_method = isinstance(child, Function) and not (child._name == 'genexpr' and '.0' in child._scope.names)
            if is_method:
                found[child._name] = True
        return tuple(found)


class Symbol:
    """A name in a block: how it is used there, and whose it is."""

    def __init__(self, name, flags, namespaces=None, *, module_scope=False):
        self._name, self._flags, self._namespaces, self._of_module = name, flags, namespaces or (), module_scope
        self._scope = flags >> SCOPE_OFF & SCOPE_MASK

    def __repr__(self):
        return f'<symbol {self._name!r}: {self._scope_str()}, {"|".join(self._flags_str())}>'

    def _scope_str(self):
        return _SCOPES[self._scope]

    def _flags_str(self):
        for name, flag in _FLAGS.items():
            if self._flags & flag == flag:
                yield name

    def get_name(self):
        return self._name

    def is_referenced(self):
        return bool(self._flags & USE)

    def is_parameter(self):
        return bool(self._flags & DEF_PARAM)

    def _is_bound_in_module(self):
        return bool(self._of_module and self._flags & DEF_BOUND)

    def is_global(self):
        return self._scope in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT) or self._is_bound_in_module()

    def is_nonlocal(self):
        return bool(self._flags & DEF_NONLOCAL)

    def is_declared_global(self):
        return self._scope == GLOBAL_EXPLICIT

    def is_local(self):
        return self._scope in (LOCAL, CELL) or self._is_bound_in_module()

    def is_annotated(self):
        return bool(self._flags & DEF_ANNOT)

    def is_free(self):
        return self._scope == FREE

    def is_imported(self):
        return bool(self._flags & DEF_IMPORT)

    def is_assigned(self):
        return bool(self._flags & DEF_LOCAL)

    def is_namespace(self):
        """Whether it names a block."""
        return bool(self._namespaces)

    def get_namespaces(self):
        return self._namespaces

    def get_namespace(self):
        """The one block that it names."""
        if len(self._namespaces) != 1:
            raise ValueError('name is bound to multiple namespaces' if self._namespaces else 'name is not bound to any namespaces')
        return self._namespaces[0]
