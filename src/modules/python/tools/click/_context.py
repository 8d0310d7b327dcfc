"""Contexts: what one invocation of a command knows."""
import contextlib
import enum
from collections.abc import Sequence

from click.exceptions import Abort, BadParameter, Exit, UsageError
from click.formatting import HelpFormatter
from click.globals import pop_context, push_context
from click.utils import UNSET


class ParameterSource(enum.IntEnum):
    PROMPT = 1
    COMMANDLINE = 2
    ENVIRONMENT = 3
    DEFAULT_MAP = 4
    DEFAULT = 5


@contextlib.contextmanager
def augment_usage_errors(ctx, param=None):
    """Says of errors where they come from."""
    try:
        yield
    except UsageError as error:
        if error.ctx is None:
            error.ctx = ctx
        if param is not None and isinstance(error, BadParameter) and error.param is None:
            error.param = param
        raise


class Context:
    formatter_class = HelpFormatter

    def __init__(self, command, parent=None, info_name=None, obj=None, auto_envvar_prefix=None, default_map=None, terminal_width=None,
                 max_content_width=None, resilient_parsing=False, allow_extra_args=None, allow_interspersed_args=None,
                 ignore_unknown_options=None, help_option_names=None, token_normalize_func=None, color=None, show_default=None):
        self.command, self.parent, self.info_name = command, parent, info_name

        def inherit(name, value, otherwise=None):
            setattr(self, name, value if value is not None else otherwise if parent is None else getattr(parent, name))

        inherit('obj', obj)
        inherit('terminal_width', terminal_width)
        inherit('max_content_width', max_content_width)
        inherit('help_option_names', help_option_names, ['--help'])
        inherit('token_normalize_func', token_normalize_func)
        inherit('color', color)
        inherit('show_default', show_default)
        for name, value in (('allow_extra_args', allow_extra_args), ('allow_interspersed_args', allow_interspersed_args),
                            ('ignore_unknown_options', ignore_unknown_options)):
            setattr(self, name, getattr(command, name) if value is None else value)
        if default_map is None and None not in (info_name, parent) and parent.default_map is not None:
            default_map = parent.default_map.get(info_name)
        if auto_envvar_prefix is not None:
            auto_envvar_prefix = auto_envvar_prefix.upper()
        elif parent is not None and parent.auto_envvar_prefix is not None and info_name is not None:
            auto_envvar_prefix = f'{parent.auto_envvar_prefix}_{info_name.upper()}'
        self.auto_envvar_prefix = auto_envvar_prefix and auto_envvar_prefix.replace('-', '_')
        self.default_map, self.resilient_parsing = default_map, resilient_parsing
        self.params, self.args, self._protected_args, self.invoked_subcommand = {}, [], [], None
        self.meta = {} if parent is None else parent.meta
        self._sources, self._explicit, self._depth, self._exits = {}, {}, 0, contextlib.ExitStack()

    def __enter__(self):
        self._depth += 1
        push_context(self)
        return self

    def __exit__(self, kind, exc, tb):
        self._depth -= 1
        result = self._end(kind, exc, tb) if self._depth == 0 else None
        pop_context()
        return result

    @contextlib.contextmanager
    def scope(self, cleanup=True):
        self._depth += not cleanup
        try:
            with self as ctx:
                yield ctx
        finally:
            self._depth -= not cleanup

    def _end(self, *error):
        exits, self._exits = self._exits, contextlib.ExitStack()
        return exits.__exit__(*error)

    def close(self):
        self._end(None, None, None)

    def with_resource(self, context_manager):
        return self._exits.enter_context(context_manager)

    def call_on_close(self, f):
        return self._exits.callback(f)

    def to_info_dict(self):
        told = 'info_name', 'allow_extra_args', 'allow_interspersed_args', 'ignore_unknown_options', 'auto_envvar_prefix'
        return {'command': self.command.to_info_dict(self), **{name: getattr(self, name) for name in told}}

    def make_formatter(self):
        return self.formatter_class(width=self.terminal_width, max_width=self.max_content_width)

    @property
    def protected_args(self):
        return self._protected_args

    @property
    def command_path(self):
        path = self.info_name or ''
        if self.parent is not None:
            pieces = [piece for param in self.parent.command.get_params(self.parent) for piece in param.get_usage_pieces(self)]
            path = ' '.join([self.parent.command_path, *pieces, path])
        return path.lstrip()

    def _upward(self):
        ctx = self
        while ctx is not None:
            yield ctx
            ctx = ctx.parent

    def find_root(self):
        *_, root = self._upward()
        return root

    def find_object(self, object_type):
        return next((ctx.obj for ctx in self._upward() if isinstance(ctx.obj, object_type)), None)

    def ensure_object(self, object_type):
        found = self.find_object(object_type)
        if found is None:
            found = self.obj = object_type()
        return found

    def _has_default(self, name):
        return bool(self.default_map) and self.default_map.get(name, UNSET) is not UNSET

    def lookup_default(self, name, call=True):
        if not self._has_default(name):
            return None
        value = self.default_map[name]
        return value() if call and callable(value) else value

    def fail(self, message):
        raise UsageError(message, self)

    def abort(self):
        raise Abort()

    def exit(self, code=0):
        self.close()
        raise Exit(code)

    def get_usage(self):
        return self.command.get_usage(self)

    def get_help(self):
        return self.command.get_help(self)

    def invoke(self, callback, /, *args, **kwargs):
        from click.core import Command
        ctx = self
        if isinstance(callback, Command):
            command, callback = callback, callback.callback
            if callback is None:
                raise TypeError('The given command does not have a callback that can be invoked.')
            ctx = type(self)(command, info_name=command.name, parent=self)
            for param in command.params:
                if param.expose_value and param.name not in kwargs:
                    default = param.get_default(ctx)
                    kwargs[param.name] = param.type_cast_value(ctx, None if default is UNSET else default)
            ctx.params.update(kwargs)
        with augment_usage_errors(self), ctx:
            return callback(*args, **kwargs)

    def forward(self, cmd, /, *args, **kwargs):
        from click.core import Command
        if not isinstance(cmd, Command):
            raise TypeError('Callback is not a command.')
        return self.invoke(cmd, *args, **{**self.params, **kwargs})

    def set_parameter_source(self, name, source):
        self._sources[name] = source

    def get_parameter_source(self, name):
        return self._sources.get(name)


Context.__module__ = ParameterSource.__module__ = 'click.core'


def listed(value):
    """Iterates over what is no single text."""
    if isinstance(value, str) or not isinstance(value, Sequence) and not hasattr(value, '__iter__'):
        raise TypeError
    return iter(value)
