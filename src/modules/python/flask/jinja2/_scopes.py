"""Which names a part of a template knows: where they come from when the part is entered."""
from jinja2 import nodes

RESOLVE, MISSING, PARAMETER = 'resolve', 'missing', 'parameter'


class Scope:
    """Names with the variables that stand for them, and what these are at first."""

    def __init__(self, parent=None, level=0):
        self.parent, self.level, self.names, self.first, self.stored = parent, level, {}, {}, set()

    def inner(self):
        return Scope(self, self.level + 1)

    def find(self, name):
        """The variable of a name, here or around."""
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent

    def is_parameter(self, variable):
        scope = self
        while scope is not None:
            if variable in scope.first:
                return scope.first[variable] == PARAMETER
            scope = scope.parent
        return False

    def _define(self, name, first):
        variable = self.names[name] = f'l_{self.level}_{name}'
        self.first[variable] = first
        return variable

    def parameter(self, name):
        self.stored.add(name)
        return self._define(name, PARAMETER)

    def take(self, target):
        """Each name of a loop's target."""
        for node in [target, *target.find_all(nodes.Name)]:
            if isinstance(node, nodes.Name):
                self.parameter(node.name)

    def load(self, name):
        if self.find(name) is None:
            self._define(name, RESOLVE)

    def store(self, name):
        self.stored.add(name)
        if name not in self.names:
            outer = self.parent and self.parent.find(name)
            self._define(name, outer or MISSING)

    def all_stored(self):
        """Names that something was stored under, with their variables; the innermost first."""
        found, scope = {}, self
        while scope is not None:
            for name in sorted(scope.stored):
                found.setdefault(name, self.find(name))
            scope = scope.parent
        return found

    def _copy(self):
        other = Scope(self.parent, self.level)
        other.names, other.first, other.stored = self.names.copy(), self.first.copy(), self.stored.copy()
        return other

    def look(self, node):
        """Takes in what a node within the part reads and stores."""
        kind = type(node)
        if kind is nodes.Name:
            (self.store if node.ctx == 'store' else self.parameter if node.ctx == 'param' else self.load)(node.name)
        elif kind is nodes.NSRef:
            self.load(node.name)
        elif kind is nodes.Macro:
            self.store(node.name)
        elif kind is nodes.Import:
            self.look(node.template)
            self.store(node.target)
        elif kind is nodes.FromImport:
            self.look(node.template)
            for name in node.names:
                self.store(name[1] if isinstance(name, tuple) else name)
        elif kind is nodes.If:
            self._look_at_branches(node)
        elif kind is nodes.Assign:
            self.look(node.node)
            self.look(node.target)
        elif kind in _LOOKED_AT:
            self.look_at(node.iter_child_nodes(only=_LOOKED_AT[kind]))
        else:
            self.look_at(node.iter_child_nodes())

    def look_at(self, found):
        for node in found:
            self.look(node)

    def _look_at_branches(self, node):
        self.look(node.test)
        branches = [node.body, node.elif_, node.else_]
        scopes = [self._copy() for _ in branches]
        for scope, body in zip(scopes, branches):
            scope.look_at(body)
        new = {name for scope in scopes for name in scope.stored - self.stored}
        for scope in scopes:
            self.names.update(scope.names)
            self.first.update(scope.first)
            self.stored.update(scope.stored)
        for name in new:
            # A branch may read it before, or leave it as it was.
            self.first[self.find(name)] = self.parent and self.parent.find(name) or RESOLVE


# What of a node belongs to the part that it stands in; the rest is a part of its own.
_LOOKED_AT = {nodes.For: ('iter',), nodes.CallBlock: ('call',), nodes.FilterBlock: ('filter',), nodes.With: ('values',), nodes.Block: (),
              nodes.Scope: (), nodes.AssignBlock: ('target', 'filter')}


def undeclared(body, wanted):
    """Those of the names that the nodes read without having stored them."""
    found, stored = set(), set()

    def look(node):
        if isinstance(node, nodes.Name):
            if node.ctx == 'load' and node.name in wanted and node.name not in stored:
                found.add(node.name)
            elif node.ctx != 'load':
                stored.add(node.name)
        elif not isinstance(node, nodes.Block):
            for child in node.iter_child_nodes():
                look(child)
    for node in body:
        look(node)
    return found
