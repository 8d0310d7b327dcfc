"""Extensions: tags of one's own, do, break and continue, debug."""
import pprint

from jinja2 import nodes


class Extension:
    """What adds tags, or changes templates before they are parsed."""
    identifier, tags, priority = None, set(), 100

    def __init_subclass__(cls):
        cls.identifier = f'{cls.__module__}.{cls.__name__}'

    def __init__(self, environment):
        self.environment = environment

    def bind(self, environment):
        other = object.__new__(self.__class__)
        other.__dict__.update(self.__dict__)
        other.environment = environment
        return other

    def preprocess(self, source, name, filename=None):
        return source

    def filter_stream(self, stream):
        return stream

    def parse(self, parser):
        raise NotImplementedError()

    def attr(self, name, lineno=None):
        return nodes.ExtensionAttribute(self.identifier, name, lineno=lineno)

    def call_method(self, name, args=None, kwargs=None, dyn_args=None, dyn_kwargs=None, lineno=None):
        """A call of a method of the extension's when the template runs."""
        args, kwargs = ([] if each is None else each for each in (args, kwargs))
        return nodes.Call(self.attr(name, lineno), args, kwargs, dyn_args, dyn_kwargs, lineno=lineno)


class ExprStmtExtension(Extension):
    tags = {'do'}

    def parse(self, parser):
        lineno = next(parser.stream).lineno
        return nodes.ExprStmt(parser.parse_tuple(), lineno=lineno)


class LoopControlExtension(Extension):
    tags = {'break', 'continue'}

    def parse(self, parser):
        token = next(parser.stream)
        return (nodes.Break if token.value == 'break' else nodes.Continue)(lineno=token.lineno)


class DebugExtension(Extension):
    tags = {'debug'}

    def parse(self, parser):
        lineno = next(parser.stream).lineno
        return nodes.Output([self.call_method('_render', [nodes.ContextReference()], lineno=lineno)], lineno=lineno)

    def _render(self, context):
        found = {'context': context.get_all(), 'filters': sorted(self.environment.filters), 'tests': sorted(self.environment.tests)}
        return pprint.pformat(found, depth=3, compact=True)


do, loopcontrols, debug = ExprStmtExtension, LoopControlExtension, DebugExtension


def __getattr__(name):
    if name in ('InternationalizationExtension', 'i18n', 'extract_from_ast', 'GETTEXT_FUNCTIONS'):
        from jinja2 import _translations
        return getattr(_translations, 'InternationalizationExtension' if name == 'i18n' else name)
    if name == 'babel_extract':
        from _frames import not_supported
        not_supported('jinja2.ext.babel_extract', 'jinja2.ext.extract_from_ast')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
