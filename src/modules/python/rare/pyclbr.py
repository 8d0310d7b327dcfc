"""Classes and functions of a module, by its source alone."""
import ast
import importlib.machinery
import importlib.util
import sys

__all__ = ['readmodule', 'readmodule_ex', 'Class', 'Function']
_modules = {}


class _Object:
    """What a class and a function have alike."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module, self.name, self.file, self.lineno, self.end_lineno = module, name, file, lineno, end_lineno
        self.parent, self.children = parent, {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function or a method."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class, with its bases as far as they are known."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super, self.methods = super_ or [], {}


def readmodule(module, path=None):
    """The classes of a module."""
    return {name: found for name, found in _read(module, path or []).items() if isinstance(found, Class)}


def readmodule_ex(module, path=None):
    """Classes and functions of a module; of a package also `__path__`."""
    return _read(module, path or [])


def _read(module, path, package=None):
    full = module if package is None else f'{package}.{module}'
    if full in _modules:
        return _modules[full]
    if package is None and module in sys.builtin_module_names:
        return _modules.setdefault(module, {})
    outer, dot, inner = module.rpartition('.')
    if dot:
        parent = _read(outer, path, package)
        outer = outer if package is None else f'{package}.{outer}'
        if '__path__' not in parent:
            raise ImportError(f'No package named {outer}')
        return _read(inner, parent['__path__'], outer)
    spec = importlib.machinery.PathFinder.find_spec(full, path if package is not None else path + sys.path)
    if spec is None and package is None and module in sys.stdlib_module_names:
        import _frames
        _frames.not_supported("pyclbr of the library's modules")
    if spec is None:
        raise ModuleNotFoundError(f'no module named {full!r}', name=full)
    tree = _modules[full] = {}
    if spec.submodule_search_locations is not None:
        tree['__path__'] = spec.submodule_search_locations
    source = spec.loader.get_source(full) if hasattr(spec.loader, 'get_source') else None
    if source is not None:
        _Browser(full, path, spec.loader.get_filename(full), tree, package).visit(ast.parse(source))
    return tree


class _Browser(ast.NodeVisitor):
    """Puts what a source defines into a dict."""

    def __init__(self, module, path, file, tree, package):
        self.module, self.path, self.file, self.tree, self.package, self.stack = module, path, file, tree, package, []

    def _within(self, found, node):
        if not self.stack:
            self.tree[node.name] = found
        self.stack.append(found)
        self.generic_visit(node)
        self.stack.pop()

    def _parent(self):
        return self.stack[-1] if self.stack else None

    def visit_ClassDef(self, node):
        bases = [base for base in map(self._base, map(ast.unparse, node.bases)) if base is not None]
        self._within(Class(self.module, node.name, bases, self.file, node.lineno, self._parent(), end_lineno=node.end_lineno), node)

    def _base(self, name):
        if name in self.tree or '.' not in name:
            return self.tree.get(name, name)
        *_, module, last = name.split('.')
        return _modules[module].get(last, name) if module in _modules else None

    def visit_FunctionDef(self, node, *, is_async=False):
        self._within(Function(self.module, node.name, self.file, node.lineno, self._parent(), is_async, end_lineno=node.end_lineno), node)

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, is_async=True)

    def _imported(self, module, path, package):
        """What a module defines that the source imports; the library's has no source here."""
        if module.partition('.')[0] in sys.stdlib_module_names:
            return _modules.setdefault(module, {})
        return _read(module, path, package)

    def visit_Import(self, node):
        if node.col_offset:
            return
        for alias in node.names:
            try:
                try:
                    self._imported(alias.name, self.path, self.package)
                except ImportError:
                    self._imported(alias.name, [], None)
            except (ImportError, SyntaxError):
                pass

    def visit_ImportFrom(self, node):
        if node.col_offset:
            return
        try:
            found = self._imported('.' * node.level + (node.module or ''), self.path, self.package)
        except (ImportError, SyntaxError):
            return
        for alias in node.names:
            if alias.name in found:
                self.tree[alias.asname or alias.name] = found[alias.name]
            elif alias.name == '*':
                self.tree.update({name: one for name, one in found.items() if name[:1] != '_'})
