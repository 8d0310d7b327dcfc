"""What templates run on: their context, and the names that they know."""
from markupsafe import Markup, escape, soft_str

from jinja2._loops import AsyncLoopContext, LoopContext
from jinja2.async_utils import auto_aiter, auto_await
from jinja2.exceptions import TemplateNotFound, TemplateRuntimeError, UndefinedError
from jinja2.nodes import EvalContext
from jinja2._undefined import ChainableUndefined, DebugUndefined, StrictUndefined, Undefined, make_logging_undefined
from jinja2.utils import Namespace, concat, import_string, missing, pass_argument_of, pass_eval_context

exported = ['LoopContext', 'TemplateReference', 'Macro', 'Markup', 'TemplateRuntimeError', 'missing', 'escape', 'markup_join', 'str_join',
            'identity', 'TemplateNotFound', 'Namespace', 'Undefined', 'known_function', 'import_string']
async_exported = ['AsyncLoopContext', 'auto_aiter', 'auto_await']


def identity(x):
    return x


def markup_join(seq):
    """Values one after the other: safe text if one of them is."""
    found = list(map(soft_str, seq))
    return Markup('').join(found) if any(hasattr(each, '__html__') for each in found) else concat(found)


def str_join(seq):
    return concat(map(str, seq))


def known_function(environment, kind, name):
    """A filter or test; one that is not there fails when it is called."""
    found = getattr(environment, kind + 's').get(name)
    if found is not None:
        return found

    def fail(*_):
        raise TemplateRuntimeError(f'No {kind} named {name!r} found.')
    return fail


def new_context(environment, template_name, blocks, vars=None, shared=False, globals=None, locals=None):
    vars = {} if vars is None else vars
    parent = vars if shared else dict(globals or (), **vars)
    if locals:
        parent = {**parent, **{key: value for key, value in locals.items() if value is not missing}}
    return environment.context_class(environment, parent, template_name, blocks, globals=globals)


class TemplateReference:
    """`self` in templates: their blocks."""

    def __init__(self, context):
        self.__context = context

    def __getitem__(self, name):
        return BlockReference(name, self.__context, self.__context.blocks[name], 0)

    def __repr__(self):
        return f'<{type(self).__name__} {self.__context.name!r}>'


class Context:
    """The variables of a template that runs."""

    def __init__(self, environment, parent, name, blocks, globals=None):
        self.parent, self.vars, self.environment, self.name = parent, {}, environment, name
        self.eval_ctx, self.exported_vars = EvalContext(environment, name), set()
        self.globals_keys = set() if globals is None else set(globals)
        self.blocks = {name: [block] for name, block in blocks.items()}

    def super(self, name, current):
        found = self.blocks.get(name, [])
        at = found.index(current) + 1 if current in found else len(found)
        if at >= len(found):
            return self.environment.undefined(f'there is no parent block called {name!r}.', name='super')
        return BlockReference(name, self, found, at)

    def resolve_or_missing(self, key):
        if key in self.vars:
            return self.vars[key]
        return self.parent.get(key, missing)

    def resolve(self, key):
        found = self.resolve_or_missing(key)
        return self.environment.undefined(name=key) if found is missing else found

    def get(self, key, default=None):
        found = self.resolve_or_missing(key)
        return default if found is missing else found

    def __getitem__(self, key):
        found = self.resolve_or_missing(key)
        if found is missing:
            raise KeyError(key)
        return found

    def __contains__(self, name):
        return name in self.vars or name in self.parent

    def get_exported(self):
        return {key: self.vars[key] for key in self.exported_vars}

    def get_all(self):
        return {**self.parent, **self.vars} if self.vars and self.parent else self.vars or self.parent

    def keys(self):
        return self.get_all().keys()

    def values(self):
        return self.get_all().values()

    def items(self):
        return self.get_all().items()

    def call(self, function, /, *args, _loop_vars=None, _block_vars=None, **kwargs):
        """Calls a function with what it wants to be passed."""
        passed = None
        if hasattr(function, '__call__') and pass_argument_of(function.__call__) is not None:
            function = function.__call__
        passed = pass_argument_of(function)
        if passed == 'context':
            context = self
            for found in (_loop_vars, _block_vars):
                if found:
                    context = context.derived(found)
            args = context, *args
        elif passed is not None:
            args = self.eval_ctx if passed == 'eval_context' else self.environment, *args
        try:
            return function(*args, **kwargs)
        except StopIteration:
            return self.environment.undefined('value was undefined because a callable raised a StopIteration exception')

    def derived(self, locals=None):
        context = new_context(self.environment, self.name, {}, self.get_all(), True, None, locals)
        context.eval_ctx = self.eval_ctx
        context.blocks.update((name, list(found)) for name, found in self.blocks.items())
        return context

    def __repr__(self):
        return f'<{type(self).__name__} {self.get_all()!r} of {self.name!r}>'


class BlockReference:
    """A block that can be called, and the one that it stands for."""

    def __init__(self, name, context, stack, depth):
        self.name, self._context, self._stack, self._depth = name, context, stack, depth

    @property
    def super(self):
        if self._depth + 1 >= len(self._stack):
            return self._context.environment.undefined(f'there is no parent block called {self.name!r}.', name='super')
        return BlockReference(self.name, self._context, self._stack, self._depth + 1)

    def _text(self, found):
        text = self._context.environment.concat(found)
        return Markup(text) if self._context.eval_ctx.autoescape else text

    async def _async_call(self):
        return self._text([each async for each in self._stack[self._depth](self._context)])

    def __call__(self):
        if self._context.environment.is_async:
            return self._async_call()
        return self._text(list(self._stack[self._depth](self._context)))


class Macro:
    """A macro of a template's."""

    def __init__(self, environment, func, name, arguments, catch_kwargs, catch_varargs, caller, default_autoescape=None):
        self._environment, self._func, self._argument_count = environment, func, len(arguments)
        self.name, self.arguments, self.catch_kwargs, self.catch_varargs, self.caller = name, arguments, catch_kwargs, catch_varargs, caller
        self.explicit_caller = 'caller' in arguments
        if default_autoescape is None:
            default_autoescape = environment.autoescape
            if callable(default_autoescape):
                default_autoescape = default_autoescape(None)
        self._default_autoescape = default_autoescape

    @pass_eval_context
    def __call__(self, *args, **kwargs):
        autoescape = self._default_autoescape
        if args and isinstance(args[0], EvalContext):
            autoescape, args = args[0].autoescape, args[1:]
        count = self._argument_count
        given = list(args[:count])
        has_caller = self.explicit_caller and (len(given) == count or 'caller' in self.arguments[len(given):])
        given += [kwargs.pop(name, missing) for name in self.arguments[len(given):]]
        if self.caller and not has_caller:
            caller = kwargs.pop('caller', None)
            given.append(self._environment.undefined('No caller defined', name='caller') if caller is None else caller)
        if self.catch_kwargs:
            given.append(kwargs)
        elif 'caller' in kwargs:
            raise TypeError(f'macro {self.name!r} was invoked with two values for the special caller argument. This is most likely a bug.')
        elif kwargs:
            raise TypeError(f'macro {self.name!r} takes no keyword argument {next(iter(kwargs))!r}')
        if self.catch_varargs:
            given.append(args[count:])
        elif len(args) > count:
            raise TypeError(f'macro {self.name!r} takes not more than {len(self.arguments)} argument(s)')
        return self._invoke(given, autoescape)

    async def _async_invoke(self, given, autoescape):
        text = await self._func(*given)
        return Markup(text) if autoescape else text

    def _invoke(self, given, autoescape):
        if self._environment.is_async:
            return self._async_invoke(given, autoescape)
        text = self._func(*given)
        return Markup(text) if autoescape else text

    def __repr__(self):
        return f"<{type(self).__name__} {'anonymous' if self.name is None else repr(self.name)}>"
