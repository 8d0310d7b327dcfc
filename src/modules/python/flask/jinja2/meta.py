"""What can be said of a template without running it."""
from jinja2 import nodes
from jinja2._scopes import RESOLVE
from jinja2.compiler import CodeGenerator


class TrackingCodeGenerator(CodeGenerator):
    def __init__(self, environment):
        super().__init__(environment, '<introspection>', '<introspection>')
        self.undeclared_identifiers = set()

    def enter(self, frame):
        super().enter(frame)
        for name, variable in frame.scope.names.items():
            if frame.scope.first[variable] == RESOLVE and name not in self.environment.globals:
                self.undeclared_identifiers.add(name)


def find_undeclared_variables(ast):
    generator = TrackingCodeGenerator(ast.environment)
    generator.generate(ast)
    return generator.undeclared_identifiers


def find_referenced_templates(ast):
    """The names of templates that are asked for; None for those that are not known yet."""
    for node in ast.find_all((nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)):
        wanted = node.template
        if isinstance(wanted, (nodes.Tuple, nodes.List)):
            for each in wanted.items:
                if not isinstance(each, nodes.Const):
                    yield None
                elif isinstance(each.value, str):
                    yield each.value
        elif not isinstance(wanted, nodes.Const):
            yield None
        elif isinstance(wanted.value, str):
            yield wanted.value
