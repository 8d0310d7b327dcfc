"""Templates, and what is got of them: text, modules, streams, the values of expressions."""
from markupsafe import Markup

from jinja2 import runtime
from jinja2.runtime import Undefined, new_context

_KNOWN = {name: getattr(runtime, name) for name in runtime.exported + runtime.async_exported}


class Template:
    """A template that was compiled."""
    environment_class = None

    def __new__(cls, source, block_start_string='{%', block_end_string='%}', variable_start_string='{{', variable_end_string='}}',
                comment_start_string='{#', comment_end_string='#}', line_statement_prefix=None, line_comment_prefix=None, trim_blocks=False,
                lstrip_blocks=False, newline_sequence='\n', keep_trailing_newline=False, extensions=(), optimized=True, undefined=Undefined,
                finalize=None, autoescape=False, enable_async=False):
        from jinja2.environment import get_spontaneous_environment
        environment = get_spontaneous_environment(
            cls.environment_class, block_start_string, block_end_string, variable_start_string, variable_end_string, comment_start_string,
            comment_end_string, line_statement_prefix, line_comment_prefix, trim_blocks, lstrip_blocks, newline_sequence, keep_trailing_newline,
            frozenset(extensions), optimized, undefined, finalize, autoescape, None, 0, False, None, enable_async)
        return environment.from_string(source, template_class=cls)

    @classmethod
    def from_code(cls, environment, code, globals, uptodate=None):
        namespace = {**_KNOWN, 'environment': environment, '__file__': code.co_filename}
        exec(code, namespace)
        template = object.__new__(cls)
        template.environment, template.globals, template.name, template.filename = environment, globals, namespace['name'], code.co_filename
        template.blocks, template.root_render_func, template.debug_info = namespace['blocks'], namespace['root'], namespace['debug_info']
        template._module, template._uptodate = None, uptodate
        namespace['__jinja_template__'] = template
        return template

    def _concat(self, found):
        return self.environment.concat(found)

    def render(self, *args, **kwargs):
        if self.environment.is_async:
            import asyncio
            return asyncio.run(self.render_async(*args, **kwargs))
        context = self.new_context(dict(*args, **kwargs))
        try:
            return self._concat(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()

    def _check_async(self):
        if not self.environment.is_async:
            raise RuntimeError('The environment was not created with async mode enabled.')

    async def render_async(self, *args, **kwargs):
        self._check_async()
        context = self.new_context(dict(*args, **kwargs))
        try:
            return self._concat([each async for each in self.root_render_func(context)])
        except Exception:
            self.environment.handle_exception()

    def stream(self, *args, **kwargs):
        return TemplateStream(self.generate(*args, **kwargs))

    def generate(self, *args, **kwargs):
        if self.environment.is_async:
            import asyncio

            async def found():
                return [each async for each in self.generate_async(*args, **kwargs)]
            yield from asyncio.run(found())
            return
        context = self.new_context(dict(*args, **kwargs))
        try:
            yield from self.root_render_func(context)
        except Exception:
            self.environment.handle_exception()

    async def generate_async(self, *args, **kwargs):
        self._check_async()
        context = self.new_context(dict(*args, **kwargs))
        try:
            found = self.root_render_func(context)
            try:
                async for each in found:
                    yield each
            finally:
                await found.aclose()
        except Exception:
            self.environment.handle_exception()

    def new_context(self, vars=None, shared=False, locals=None):
        return new_context(self.environment, self.name, self.blocks, vars, shared, self.globals, locals)

    def make_module(self, vars=None, shared=False, locals=None):
        return TemplateModule(self, self.new_context(vars, shared, locals))

    async def make_module_async(self, vars=None, shared=False, locals=None):
        context = self.new_context(vars, shared, locals)
        return TemplateModule(self, context, [each async for each in self.root_render_func(context)])

    def _new_globals(self, context):
        """Globals of an importing template's that this one does not have."""
        names = context.globals_keys - self.globals.keys() if context is not None else ()
        return {name: context.parent[name] for name in names}

    def _get_default_module(self, ctx=None):
        if self.environment.is_async:
            raise RuntimeError('Module is not available in async mode.')
        if new := self._new_globals(ctx):
            return self.make_module(new)
        if self._module is None:
            self._module = self.make_module()
        return self._module

    async def _get_default_module_async(self, ctx=None):
        new = self._new_globals(ctx)
        if new or self._module is None:
            made = await self.make_module_async(new)
            if new:
                return made
            self._module = made
        return self._module

    @property
    def module(self):
        return self._get_default_module()

    def get_corresponding_lineno(self, lineno):
        """The line of the template's that a line of its code is of."""
        return next((line for line, code_line in reversed(self.debug_info) if code_line <= lineno), 1)

    @property
    def is_up_to_date(self):
        return True if self._uptodate is None else self._uptodate()

    def __repr__(self):
        return f"<{type(self).__name__} {f'memory:{id(self):x}' if self.name is None else repr(self.name)}>"


class TemplateModule:
    """What a template exports, as attributes."""

    def __init__(self, template, context, body_stream=None):
        if body_stream is None:
            if context.environment.is_async:
                raise RuntimeError('Async mode requires a body stream to be passed to a template module. Use the async methods of the API you are '
                                   'using.')
            body_stream = list(template.root_render_func(context))
        self.__dict__.update(context.get_exported())
        self._body_stream, self.__name__ = body_stream, template.name

    def __html__(self):
        return Markup(''.join(self._body_stream))

    def __str__(self):
        return ''.join(self._body_stream)

    def __repr__(self):
        return f"<{type(self).__name__} {f'memory:{id(self):x}' if self.__name__ is None else repr(self.__name__)}>"


class TemplateExpression:
    """An expression that can be called with its variables."""

    def __init__(self, template, undefined_to_none):
        self._template, self._undefined_to_none = template, undefined_to_none

    def __call__(self, *args, **kwargs):
        context = self._template.new_context(dict(*args, **kwargs))
        for _ in self._template.root_render_func(context):
            pass
        found = context.vars['result']
        return None if self._undefined_to_none and isinstance(found, Undefined) else found


class TemplateStream:
    """The pieces of a template's text, some of them joined."""

    def __init__(self, gen):
        self._gen = gen
        self.disable_buffering()

    def dump(self, fp, encoding=None, errors='strict'):
        """Writes all to a file."""
        opened = isinstance(fp, str)
        file = open(fp, 'wb') if opened else fp
        encoding = encoding or ('utf-8' if opened else None)
        try:
            pieces = self if encoding is None else (each.encode(encoding, errors) for each in self)
            if hasattr(file, 'writelines'):
                file.writelines(pieces)
            else:
                for each in pieces:
                    file.write(each)
        finally:
            if opened:
                file.close()

    def disable_buffering(self):
        self._pieces, self.buffered = self._gen, False

    def _joined(self, size):
        found, count = [], 0
        for each in self._gen:
            found.append(each)
            count += bool(each)
            if count == size:
                yield ''.join(found)
                found, count = [], 0
        if count:
            yield ''.join(found)

    def enable_buffering(self, size=5):
        if size <= 1:
            raise ValueError('buffer size too small')
        self._pieces, self.buffered = self._joined(size), True

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pieces)
