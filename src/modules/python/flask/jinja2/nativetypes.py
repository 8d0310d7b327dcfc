"""Templates that give values instead of text."""
import ast
from itertools import islice

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import Environment, Template


def native_concat(values):
    """One value as it is, several as text; text that is a literal as what it stands for."""
    values = iter(values)
    found = list(islice(values, 2))
    if not found:
        return None
    if len(found) == 1:
        text = found[0]
        if not isinstance(text, str):
            return text
    else:
        text = ''.join(map(str, [*found, *values]))
    try:
        return ast.literal_eval(ast.parse(text, mode='eval'))
    except (ValueError, SyntaxError, MemoryError):
        return text


class NativeCodeGenerator(CodeGenerator):
    def as_text(self, text, frame):
        return text

    def known_text(self, node, frame):
        return node.data if isinstance(node, nodes.TemplateData) else None


class NativeEnvironment(Environment):
    code_generator_class = NativeCodeGenerator
    concat = staticmethod(native_concat)


class NativeTemplate(Template):
    environment_class = NativeEnvironment

    def _concat(self, found):
        return self.environment_class.concat(found)


NativeEnvironment.template_class = NativeTemplate
