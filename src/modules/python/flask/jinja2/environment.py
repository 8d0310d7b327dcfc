"""Environments: what holds for the templates that are made in them."""
import weakref
from functools import lru_cache, reduce

from jinja2 import defaults, nodes
from jinja2._templates import Template, TemplateExpression, TemplateModule, TemplateStream
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import TemplateNotFound, TemplateRuntimeError, TemplatesNotFound, TemplateSyntaxError, UndefinedError
from jinja2.lexer import TokenStream, get_lexer
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from jinja2.utils import LRUCache, import_string, missing, pass_argument_of

_OPTIONS = ('block_start_string block_end_string variable_start_string variable_end_string comment_start_string comment_end_string '
            'line_statement_prefix line_comment_prefix trim_blocks lstrip_blocks newline_sequence keep_trailing_newline optimized undefined '
            'finalize autoescape loader auto_reload bytecode_cache').split()


def create_cache(size):
    return None if size == 0 else {} if size < 0 else LRUCache(size)


def load_extensions(environment, extensions):
    found = {}
    for extension in extensions:
        if isinstance(extension, str):
            extension = import_string(extension)
        found[extension.identifier] = extension(environment)
    return found


def _checked(environment):
    assert issubclass(environment.undefined, Undefined), "'undefined' must be a subclass of 'jinja2.Undefined'."
    assert environment.block_start_string != environment.variable_start_string != environment.comment_start_string, (
        'block, variable and comment start strings must be different.')
    assert environment.newline_sequence in {'\r', '\r\n', '\n'}, r"'newline_sequence' must be one of '\n', '\r\n', or '\r'."
    return environment


@lru_cache(maxsize=10)
def get_spontaneous_environment(cls, *args):
    environment = cls(*args)
    environment.shared = True
    return environment


class Environment:
    sandboxed = overlayed = shared = False
    linked_to = None
    code_generator_class, concat, context_class, template_class = CodeGenerator, ''.join, Context, Template

    def __init__(self, block_start_string='{%', block_end_string='%}', variable_start_string='{{', variable_end_string='}}',
                 comment_start_string='{#', comment_end_string='#}', line_statement_prefix=None, line_comment_prefix=None,
                 trim_blocks=False, lstrip_blocks=False, newline_sequence='\n', keep_trailing_newline=False, extensions=(), optimized=True,
                 undefined=Undefined, finalize=None,
                 autoescape=False, loader=None, cache_size=400, auto_reload=True, bytecode_cache=None, enable_async=False):
        given = locals()
        for name in _OPTIONS:
            setattr(self, name, given[name])
        self.filters, self.tests, self.globals = defaults.DEFAULT_FILTERS.copy(), defaults.DEFAULT_TESTS.copy(), defaults.DEFAULT_NAMESPACE.copy()
        self.policies, self.cache, self._lexer = defaults.DEFAULT_POLICIES.copy(), create_cache(cache_size), None
        self.extensions = load_extensions(self, extensions)
        self.is_async = enable_async
        _checked(self)

    def add_extension(self, extension):
        self.extensions.update(load_extensions(self, [extension]))

    def extend(self, **attributes):
        for key, value in attributes.items():
            if not hasattr(self, key):
                setattr(self, key, value)

    def overlay(self, block_start_string=missing, block_end_string=missing, variable_start_string=missing, variable_end_string=missing,
                comment_start_string=missing, comment_end_string=missing, line_statement_prefix=missing, line_comment_prefix=missing,
                trim_blocks=missing, lstrip_blocks=missing, newline_sequence=missing, keep_trailing_newline=missing, extensions=missing,
                optimized=missing, undefined=missing, finalize=missing, autoescape=missing, loader=missing, cache_size=missing, auto_reload=missing,
                bytecode_cache=missing, enable_async=missing):
        """The same environment with some things otherwise."""
        given, other = locals(), object.__new__(self.__class__)
        other.__dict__.update(self.__dict__, overlayed=True, linked_to=self, _lexer=None)
        other.__dict__.update({name: given[name] for name in _OPTIONS if given[name] is not missing})
        if cache_size is not missing:
            other.cache = create_cache(cache_size)
        elif self.cache is not None:
            other.cache = {} if type(self.cache) is dict else LRUCache(self.cache.capacity)
        other.extensions = {key: extension.bind(other) for key, extension in self.extensions.items()}
        if extensions is not missing:
            other.extensions.update(load_extensions(other, extensions))
        if enable_async is not missing:
            other.is_async = enable_async
        return _checked(other)

    @property
    def lexer(self):
        key = tuple(getattr(self, name) for name in _OPTIONS[:12])
        if self._lexer is None or self._lexer[0] != key:
            self._lexer = key, get_lexer(self)
        return self._lexer[1]

    def iter_extensions(self):
        return iter(sorted(self.extensions.values(), key=lambda extension: extension.priority))

    def getitem(self, obj, argument):
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            found = getattr(obj, str(argument), missing) if isinstance(argument, str) else missing
            return self.undefined(obj=obj, name=argument) if found is missing else found

    def getattr(self, obj, attribute):
        found = getattr(obj, attribute, missing)
        if found is missing:
            try:
                found = obj[attribute]
            except (AttributeError, LookupError, TypeError):
                found = self.undefined(obj=obj, name=attribute)
        return found

    def _call(self, kind, name, value, args, kwargs, context, eval_ctx):
        """Calls a filter or test by its name."""
        function = getattr(self, kind + 's').get(name)
        if function is None:
            text = f'No {kind} named {name!r}.'
            if isinstance(name, Undefined):
                try:
                    name._fail_with_undefined_error()
                except Exception as why:
                    text += f' ({why}; did you forget to quote the callable name?)'
            raise TemplateRuntimeError(text)
        passed, first = pass_argument_of(function), ()
        if passed == 'context':
            if context is None:
                raise TemplateRuntimeError(f'Attempted to invoke a context {kind} without context.')
            first = context,
        elif passed == 'eval_context':
            first = eval_ctx or (nodes.EvalContext(self) if context is None else context.eval_ctx),
        elif passed == 'environment':
            first = self,
        return function(*first, value, *(args or ()), **(kwargs or {}))

    def call_filter(self, name, value, args=None, kwargs=None, context=None, eval_ctx=None):
        return self._call('filter', name, value, args, kwargs, context, eval_ctx)

    def call_test(self, name, value, args=None, kwargs=None, context=None, eval_ctx=None):
        return self._call('test', name, value, args, kwargs, context, eval_ctx)

    def parse(self, source, name=None, filename=None):
        try:
            return self._parse(source, name=name, filename=filename)
        except TemplateSyntaxError:
            self.handle_exception(source=source)

    def _parse(self, source, name, filename):
        return Parser(self, source, name, filename).parse()

    def lex(self, source, name=None, filename=None):
        return self.lexer.tokeniter(str(source), name, filename)

    def preprocess(self, source, name=None, filename=None):
        return reduce(lambda text, extension: extension.preprocess(text, name, filename), self.iter_extensions(), str(source))

    def _tokenize(self, source, name, filename=None, state=None):
        stream = self.lexer.tokenize(self.preprocess(source, name, filename), name, filename, state)
        for extension in self.iter_extensions():
            stream = extension.filter_stream(stream)
            if not isinstance(stream, TokenStream):
                stream = TokenStream(stream, name, filename)
        return stream

    def compile(self, source, name=None, filename=None, raw=False, defer_init=False):
        """The code of a template."""
        text = None
        try:
            if isinstance(source, str):
                text = source
                source = self._parse(source, name, filename)
            maker = self.code_generator_class(self, name, filename)
            if not isinstance(source, nodes.Template):
                raise TypeError("Can't compile non template nodes")
            made = maker.generate(source)
            if raw:
                return made
            made += f'\ndebug_info = {maker.debug_info!r}'
            return compile(made, filename or '<template>', 'exec')
        except TemplateSyntaxError:
            self.handle_exception(source=text)

    def compile_expression(self, source, undefined_to_none=True):
        parser = Parser(self, source, state='variable')
        try:
            value = parser.parse_expression()
            if parser.stream:
                raise TemplateSyntaxError('chunk after expression', parser.stream.current.lineno, None, None)
        except TemplateSyntaxError:
            self.handle_exception(source=source)
        body = [nodes.Assign(nodes.Name('result', 'store'), value.set_environment(self), lineno=1)]
        return TemplateExpression(self.from_string(nodes.Template(body, lineno=1)), undefined_to_none)

    def list_templates(self, extensions=None, filter_func=None):
        assert self.loader is not None, 'No loader configured.'
        names = self.loader.list_templates()
        if extensions is None:
            return names if filter_func is None else list(filter(filter_func, names))
        if filter_func is None:
            return [name for name in names if '.' in name and name.rpartition('.')[2] in extensions]
        raise TypeError('either extensions or filter_func can be passed, but not both')

    def handle_exception(self, source=None):
        from jinja2.debug import rewrite_traceback_stack
        raise rewrite_traceback_stack(source=source)

    def join_path(self, template, parent):
        return template

    def _load_template(self, name, globals):
        if self.loader is None:
            raise TypeError('no loader for this environment specified')
        key, cache = (weakref.ref(self.loader), name), {} if self.cache is None else self.cache
        found = cache.get(key)
        if found is not None and (found.is_up_to_date or not self.auto_reload):
            found.globals.update(globals or {})
        else:
            found = cache[key] = self.loader.load(self, name, self.make_globals(globals))
        return found

    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, Template):
            return name
        return self._load_template(name if parent is None else self.join_path(name, parent), globals)

    def select_template(self, names, parent=None, globals=None):
        if isinstance(names, Undefined):
            names._fail_with_undefined_error()
        if not names:
            raise TemplatesNotFound(message='Tried to select from an empty list of templates.')
        for name in names:
            try:
                return self.get_template(name, parent, globals)
            except (TemplateNotFound, UndefinedError):
                pass
        raise TemplatesNotFound(names)

    def get_or_select_template(self, template_name_or_list, parent=None, globals=None):
        if isinstance(template_name_or_list, (str, Undefined)):
            return self.get_template(template_name_or_list, parent, globals)
        if isinstance(template_name_or_list, Template):
            return template_name_or_list
        return self.select_template(template_name_or_list, parent, globals)

    def from_string(self, source, globals=None, template_class=None):
        return (template_class or self.template_class).from_code(self, self.compile(source), self.make_globals(globals), None)

    def make_globals(self, d):
        from collections import ChainMap
        return ChainMap(d or {}, self.globals)

    def __getattr__(self, name):
        if name == 'compile_templates':
            from _frames import not_supported
            not_supported('jinja2.Environment.compile_templates', 'jinja2.Environment.get_template')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


Template.environment_class = Environment
for _kind in (Template, TemplateExpression, TemplateModule, TemplateStream):
    _kind.__module__ = __name__
