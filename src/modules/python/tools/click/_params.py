"""Options and arguments."""
import enum
import inspect
import os

from click._context import ParameterSource, augment_usage_errors, listed
from click._parsing import split_opt
from click.exceptions import BadParameter, MissingParameter
from click.types import UNPROCESSED, BoolParamType, IntRange, NumberRange, StringParamType, convert_type
from click.utils import FLAG_NEEDS_VALUE, UNSET, echo


def deprecation(deprecated):
    return f'(DEPRECATED: {deprecated})' if isinstance(deprecated, str) else '(DEPRECATED)'


def warn_of(kind, name, deprecated):
    from click.termui import style
    more = f' {deprecated}' if isinstance(deprecated, str) else ''
    echo(style(f'DeprecationWarning: The {kind} {name!r} is deprecated.{more}', fg='red'), err=True)


class Parameter:
    param_type_name = 'parameter'

    def __init__(self, param_decls=None, type=None, required=False, default=UNSET, callback=None, nargs=None, multiple=False, metavar=None,
                 expose_value=True, is_eager=False, envvar=None, shell_complete=None, deprecated=False, help=None):
        self.name, self.opts, self.secondary_opts = self._parse_decls(param_decls or (), expose_value)
        self.type = convert_type(type, None if default is UNSET else default)
        if nargs is None:
            nargs = self.type.arity if self.type.is_composite else 1
        self.required, self.callback, self.nargs, self.multiple, self.default = required, callback, nargs, multiple, default
        self.expose_value, self.is_eager, self.metavar, self.envvar, self.deprecated = expose_value, is_eager, metavar, envvar, deprecated
        self._explicit = default is not UNSET
        help = inspect.cleandoc(help) if help else help
        self.help = f'{help or ""} {deprecation(deprecated)}'.strip() if deprecated else help
        if self.type.is_composite and nargs != self.type.arity:
            raise ValueError(f"'nargs' must be {self.type.arity} (or None) for type {self.type!r}, but it was {nargs}.")
        if required and deprecated:
            raise ValueError(f"The {self.param_type_name} '{self.human_readable_name}' is deprecated and still required. A deprecated "
                             f'{self.param_type_name} cannot be required.')

    def __repr__(self):
        return f'<{type(self).__name__} {self.name}>'

    @property
    def human_readable_name(self):
        return self.name

    def make_metavar(self, ctx):
        if self.metavar is not None:
            return self.metavar
        metavar = self.type.get_metavar(param=self, ctx=ctx)
        if metavar is None:
            metavar = self.type.name.upper()
        return metavar if self.nargs == 1 else metavar + '...'

    def get_default(self, ctx, call=True):
        value = ctx.lookup_default(self.name, call=False) if ctx._has_default(self.name) else self.default
        return value() if call and callable(value) else value

    # -- where a value comes from --
    def consume_value(self, ctx, opts):
        value = opts.get(self.name, UNSET)
        if value is not UNSET:
            return value, ParameterSource.COMMANDLINE
        value = self.value_from_envvar(ctx)
        if value is not None:
            return value, ParameterSource.ENVIRONMENT
        if ctx._has_default(self.name):
            value = ctx.lookup_default(self.name)
            if isinstance(value, str) and self.nargs != 1:
                value = self.type.split_envvar_value(value)
            return value, ParameterSource.DEFAULT_MAP
        return self.get_default(ctx), ParameterSource.DEFAULT

    def resolve_envvar_value(self, ctx):
        names = [self.envvar] if isinstance(self.envvar, str) else self.envvar or ()
        return next((os.environ[name] for name in names if os.environ.get(name)), None)

    def value_from_envvar(self, ctx):
        value = self.resolve_envvar_value(ctx)
        return value if value is None or self.nargs == 1 else self.type.split_envvar_value(value)

    # -- what becomes of it --
    def type_cast_value(self, ctx, value):
        if value is None:
            return () if self.multiple or self.nargs == -1 else None
        if not self.multiple:
            return self._cast(ctx, value)
        return tuple(self._cast(ctx, part) for part in self._listed(ctx, value))

    def _listed(self, ctx, value):
        try:
            return listed(value)
        except TypeError:
            raise BadParameter('Value must be an iterable.', ctx=ctx, param=self) from None

    def _cast(self, ctx, value):
        if self.nargs == 1 or self.type.is_composite:
            return self.type(value, param=self, ctx=ctx)
        parts = tuple(self._listed(ctx, value))
        if self.nargs not in (-1, len(parts)):
            given = '1 was' if len(parts) == 1 else f'{len(parts)} were'
            raise BadParameter(f'Takes {self.nargs} values but {given} given.', ctx=ctx, param=self)
        return tuple(self.type(part, self, ctx) for part in parts)

    def value_is_missing(self, value):
        return value is UNSET or (self.nargs != 1 or self.multiple) and value == ()

    def process_value(self, ctx, value):
        if value is not UNSET:
            value = self.type_cast_value(ctx, value)
        elif self.multiple or self.nargs == -1:
            value = ()
        if self.required and self.value_is_missing(value):
            raise MissingParameter(ctx=ctx, param=self)
        return self._called_back(ctx, value)

    def _called_back(self, ctx, value):
        if self.callback is None:
            return value
        unset = [name for name, other in ctx.params.items() if other is UNSET]
        ctx.params.update(dict.fromkeys(unset))
        value = self.callback(ctx, self, None if value is UNSET else value)
        ctx.params.update({name: UNSET for name in unset if ctx.params.get(name, 0) is None})
        return value

    def handle_parse_result(self, ctx, opts, args):
        before, source_before = ctx.params.get(self.name, UNSET), ctx.get_parameter_source(self.name)
        with augment_usage_errors(ctx, param=self):
            value, source = self.consume_value(ctx, opts)
            ctx.set_parameter_source(self.name, source)
            if self.deprecated and value is not UNSET and source < ParameterSource.DEFAULT_MAP:
                warn_of(self.param_type_name, self.human_readable_name, self.deprecated)
            try:
                value = self.process_value(ctx, value)
            except Exception:
                if not ctx.resilient_parsing:
                    raise
                value = UNSET
        weaker = source_before is not None and (source > source_before or source == source_before == ParameterSource.DEFAULT
                                                and ctx._explicit.get(self.name) and not self._explicit)
        if before is not UNSET and (weaker or source_before is None):
            if source_before is not None:
                ctx.set_parameter_source(self.name, source_before)
        elif self.expose_value:
            ctx.params[self.name], ctx._explicit[self.name] = value, self._explicit
        return value, args

    def get_help_record(self, ctx):
        pass

    def get_usage_pieces(self, ctx):
        return []

    def get_error_hint(self, ctx):
        return ' / '.join(f"'{name}'" for name in self.opts or [self.human_readable_name])

    def to_info_dict(self):
        return {'name': self.name, 'param_type_name': self.param_type_name, 'opts': self.opts, 'secondary_opts': self.secondary_opts,
                'type': self.type.to_info_dict(), 'required': self.required, 'nargs': self.nargs, 'multiple': self.multiple,
                'default': None if self.default is UNSET else self.default, 'envvar': self.envvar, 'help': self.help}


class Option(Parameter):
    param_type_name = 'option'

    def __init__(self, param_decls=None, show_default=None, prompt=False, confirmation_prompt=False, prompt_required=True, hide_input=False,
                 is_flag=None, flag_value=UNSET, multiple=False, count=False, allow_from_autoenv=True, type=None, help=None, hidden=False,
                 show_choices=True, show_envvar=False, deprecated=False, **attrs):
        super().__init__(param_decls, type=type, multiple=multiple, deprecated=deprecated, help=help, **attrs)
        if prompt is True and not self.name:
            raise TypeError("'name' is required with 'prompt=True'.")
        self.prompt = self.name.replace('_', ' ').capitalize() if prompt is True else None if prompt is False else prompt
        self.confirmation_prompt, self.prompt_required, self.hide_input, self.hidden = confirmation_prompt, prompt_required, hide_input, hidden
        self.show_default, self.show_choices, self.show_envvar = show_default, show_choices, show_envvar
        self.allow_from_autoenv, self.flag_value, self.count = allow_from_autoenv, flag_value, count
        needs = self.prompt is not None and not prompt_required
        if is_flag is None:
            is_flag = flag_value is not UNSET or bool(self.secondary_opts) and not needs
        elif is_flag is False:
            needs = needs or flag_value is not UNSET or self.default is UNSET
        self.is_flag, self._flag_needs_value = bool(is_flag), needs
        if type is None and count:
            self.type = IntRange(min=0)
        elif type is None and self.is_flag:
            self.type = self._flag_type(flag_value)
        if count and self.default is UNSET:
            self.default = 0
        for wrong, kind, text in (
                (deprecated and prompt, ValueError, '`deprecated` options cannot use `prompt`.'),
                (self.nargs == -1, TypeError, 'nargs=-1 is not supported for options.'),
                (not self.is_bool_flag and self.secondary_opts, TypeError, 'Secondary flag is not valid for non-boolean flag.'),
                (self.is_bool_flag and hide_input and self.prompt is not None, TypeError,
                 "'prompt' with 'hide_input' is not valid for boolean flag."),
                (count and multiple, TypeError, "'count' is not valid with 'multiple'."),
                (count and self.is_flag, TypeError, "'count' is not valid with 'is_flag'.")):
            if wrong:
                raise kind(text)

    @staticmethod
    def _flag_type(value):
        if value is UNSET or isinstance(value, bool):
            return BoolParamType()
        guessed = convert_type(None, value)
        return UNPROCESSED if isinstance(guessed, StringParamType) and not isinstance(value, (str, type(None))) else guessed

    def to_info_dict(self):
        known, flag = super().to_info_dict(), self.flag_activation_value if self.is_flag else self.flag_value
        if self.is_bool_flag and self.default is UNSET:
            known['default'] = False
        return {**known, 'prompt': self.prompt, 'is_flag': self.is_flag, 'flag_value': None if flag is UNSET else flag, 'count': self.count,
                'hidden': self.hidden}

    @property
    def is_bool_flag(self):
        return self.is_flag and isinstance(self.type, BoolParamType)

    @property
    def flag_activation_value(self):
        if self.flag_value is UNSET:
            return True if self.is_flag else None
        return self.flag_value

    def get_default(self, ctx, call=True):
        value = super().get_default(ctx, call=False)
        if self.is_flag and value is UNSET and not self.required:
            if self.multiple and not self.prompt:
                return ()
            if self.is_bool_flag:
                return False
        if value is True and self.is_flag and not self.is_bool_flag:
            return self.flag_activation_value
        return value() if call and callable(value) else value

    def get_error_hint(self, ctx):
        hint = super().get_error_hint(ctx)
        if self.show_envvar and self.envvar:
            names = [self.envvar] if isinstance(self.envvar, str) else self.envvar
            hint += f' (env var: {", ".join(map(repr, names))})'
        return hint

    def _parse_decls(self, decls, expose_value):
        name, opts, secondary = None, [], []
        for decl in decls:
            if decl.isidentifier():
                if name is not None:
                    raise TypeError(f"Name '{name}' defined twice")
                name = decl
                continue
            yes, slash, no = decl.partition(';' if decl[:1] == '/' else '/')
            yes, no = yes.rstrip(), no.lstrip()
            if slash and yes == no:
                raise ValueError(f'Boolean option {decl!r} cannot use the same flag for true/false.')
            if yes:
                opts.append(yes)
            if no:
                secondary.append(no)
        if name is None and opts:
            name = max(map(split_opt, opts), key=lambda parts: len(parts[0]))[1].replace('-', '_').lower()
            name = name if name.isidentifier() else None
        if name is None:
            if not expose_value:
                return '', opts, secondary
            raise TypeError(f'Could not determine name for option with declarations {decls!r}')
        if not opts and not secondary:
            raise TypeError(f"No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
                            f"Did you mean to pass '--{name}'?")
        return name, opts, secondary

    def add_to_parser(self, parser, ctx):
        action = 'append' if self.multiple else 'count' if self.count else 'store'
        if not self.is_flag:
            parser.add_option(self, self.opts, action)
        elif self.is_bool_flag and self.secondary_opts:
            parser.add_option(self, self.opts, action + '_const', True)
            parser.add_option(self, self.secondary_opts, action + '_const', False)
        else:
            parser.add_option(self, self.opts, action + '_const', self.flag_activation_value)

    def get_help_record(self, ctx):
        if self.hidden:
            return None
        slash, specs = False, []
        for opts in filter(None, (self.opts, self.secondary_opts)):
            slash = slash or any(split_opt(opt)[0] == '/' for opt in opts)
            spec = ', '.join(sorted(opts, key=lambda opt: len(split_opt(opt)[0])))
            specs.append(spec if self.is_flag or self.count else f'{spec} {self.make_metavar(ctx)}')
        extra = self.get_help_extra(ctx)
        notes = []
        if 'envvars' in extra:
            notes.append(f'env var: {", ".join(extra["envvars"])}')
        if 'default' in extra:
            notes.append(f'default: {extra["default"]}')
        notes += [extra[name] for name in ('range', 'required') if name in extra]
        help = self.help or ''
        if notes:
            note = f'[{"; ".join(notes)}]'
            help = f'{help}  {note}' if help else note
        return ('; ' if slash else ' / ').join(specs), help

    def get_help_extra(self, ctx):
        extra = {}
        if self.show_envvar:
            names = self.envvar
            if not names and self.allow_from_autoenv and ctx.auto_envvar_prefix is not None and self.name:
                names = f'{ctx.auto_envvar_prefix}_{self.name.upper()}'
            if names:
                extra['envvars'] = (names,) if isinstance(names, str) else tuple(map(str, names))
        shown = self._shown_default(ctx)
        if shown:
            extra['default'] = shown
        if isinstance(self.type, NumberRange) and not (self.count and self.type.min == 0 and self.type.max is None):
            extra['range'] = self.type.describe_range()
        if self.required:
            extra['required'] = 'required'
        return extra

    def _shown_default(self, ctx):
        resilient, ctx.resilient_parsing = ctx.resilient_parsing, True
        try:
            value = self.get_default(ctx, call=False)
        finally:
            ctx.resilient_parsing = resilient
        show = ctx.show_default if self.show_default is None else self.show_default
        if isinstance(show, str) and self.show_default is not None:
            return f'({show})'
        if not show or value is None or value is UNSET:
            return ''
        if isinstance(value, (list, tuple)):
            return ', '.join(map(str, value))
        if isinstance(value, enum.Enum):
            return value.name
        if inspect.isfunction(value):
            return '(dynamic)'
        if self.is_bool_flag and self.secondary_opts:
            return split_opt((self.opts if value else self.secondary_opts)[0])[1]
        if self.is_bool_flag and not value:
            return ''
        return '""' if value == '' else str(value)

    def prompt_for_value(self, ctx):
        from click.termui import confirm, prompt
        default = self.get_default(ctx)
        if default is UNSET:
            default = None
        if self.is_bool_flag:
            return confirm(self.prompt, None if default is None else bool(default))
        more = {} if self.show_default is None else {'show_default': self.show_default}
        return prompt(self.prompt, default=default, type=self.type, hide_input=self.hide_input, show_choices=self.show_choices,
                      confirmation_prompt=self.confirmation_prompt, value_proc=lambda value: self.process_value(ctx, value), **more)

    def resolve_envvar_value(self, ctx):
        value = super().resolve_envvar_value(ctx)
        if value is None and self.allow_from_autoenv and ctx.auto_envvar_prefix is not None and self.name:
            value = os.environ.get(f'{ctx.auto_envvar_prefix}_{self.name.upper()}') or None
        return value

    def value_from_envvar(self, ctx):
        value = self.resolve_envvar_value(ctx)
        if value is None:
            return None
        if self.is_flag and not self.is_bool_flag:
            if value == self.flag_value:
                return value
            state = BoolParamType.str_to_bool(value)
            return None if state is None else self.flag_value if state else False
        if self.nargs == 1 and not self.multiple:
            return value
        parts = self.type.split_envvar_value(value)
        return list(zip(*[iter(parts)] * self.nargs)) if self.multiple and self.nargs != 1 else parts

    def consume_value(self, ctx, opts):
        value, source = super().consume_value(ctx, opts)
        asks = self.prompt is not None and not ctx.resilient_parsing
        if value is FLAG_NEEDS_VALUE:
            if not asks:
                return self.flag_activation_value, ParameterSource.COMMANDLINE
        elif self.multiple and source == ParameterSource.COMMANDLINE:
            return [self.flag_activation_value if part is FLAG_NEEDS_VALUE else part for part in value], source
        elif not (asks and (self.required or self.prompt_required) and (value is UNSET or source >= ParameterSource.DEFAULT_MAP)):
            return value, source
        return self.prompt_for_value(ctx), ParameterSource.PROMPT

    def process_value(self, ctx, value):
        if value is UNSET and self.is_bool_flag and not self.required:
            return self._called_back(ctx, False)
        return super().process_value(ctx, value)


class Argument(Parameter):
    param_type_name = 'argument'

    def __init__(self, param_decls, required=None, help=None, **attrs):
        if required is None:
            required = attrs.get('default', UNSET) is UNSET and attrs.get('nargs', 1) > 0
        if 'multiple' in attrs:
            raise TypeError("__init__() got an unexpected keyword argument 'multiple'.")
        super().__init__(param_decls, required=required, help=help, **attrs)

    @property
    def human_readable_name(self):
        return self.name.upper() if self.metavar is None else self.metavar

    def make_metavar(self, ctx):
        if self.metavar is not None:
            return self.metavar
        name = self.type.get_metavar(param=self, ctx=ctx) or self.name.upper()
        bracketed = name[0] == '[' and name[-1] == ']'
        name += '!' if self.deprecated else ''
        if not self.required and not bracketed:
            name = f'[{name}]'
        return name if self.nargs == 1 else name + '...'

    def _parse_decls(self, decls, expose_value):
        if not decls and not expose_value:
            return '', [], []
        if not decls:
            raise TypeError('Argument is marked as exposed, but does not have a name.')
        if len(decls) > 1:
            raise TypeError(f'Arguments take exactly one parameter declaration, got {len(decls)}: {decls}.')
        return decls[0].replace('-', '_').lower(), [decls[0]], []

    def get_usage_pieces(self, ctx):
        return [self.make_metavar(ctx)]

    def get_help_record(self, ctx):
        return self.make_metavar(ctx), self.help or ''

    def get_error_hint(self, ctx):
        return f"'{self.human_readable_name if ctx is None else self.make_metavar(ctx)}'"

    def add_to_parser(self, parser, ctx):
        parser.arguments.append(self)


Parameter.__module__ = Option.__module__ = Argument.__module__ = 'click.core'
