"""Commands and groups of them."""
import errno
import functools
import inspect
import os
import sys

from click._context import Context, ParameterSource, augment_usage_errors
from click._params import Argument, Option, Parameter, deprecation, warn_of
from click._parsing import Parser, split_opt
from click.exceptions import Abort, ClickException, Exit, NoArgsIsHelpError, NoSuchCommand
from click.utils import UNSET, echo, make_str, program_name, short_help


class Command:
    context_class = Context
    allow_extra_args = False
    allow_interspersed_args = True
    ignore_unknown_options = False

    def __init__(self, name, context_settings=None, callback=None, params=None, help=None, epilog=None, short_help=None,
                 options_metavar='[OPTIONS]', add_help_option=True, no_args_is_help=False, hidden=False, deprecated=False):
        self.name, self.context_settings, self.callback, self.params = name, context_settings or {}, callback, params or []
        self.help, self.epilog, self.short_help, self.options_metavar = help, epilog, short_help, options_metavar
        self.add_help_option, self.no_args_is_help, self.hidden, self.deprecated = add_help_option, no_args_is_help, hidden, deprecated
        self._help_option = None

    def __repr__(self):
        return f'<{type(self).__name__} {self.name}>'

    def __call__(self, *args, **kwargs):
        return self.main(*args, **kwargs)

    def to_info_dict(self, ctx):
        return {'name': self.name, 'params': [param.to_info_dict() for param in self.get_params(ctx)], 'help': self.help,
                'epilog': self.epilog, 'short_help': self.short_help, 'hidden': self.hidden, 'deprecated': self.deprecated}

    # -- parameters --
    def get_params(self, ctx):
        help_option = self.get_help_option(ctx)
        params = self.params if help_option is None else [*self.params, help_option]
        opts = [opt for param in params for opt in param.opts]
        if len(set(opts)) < len(opts):
            import warnings
            for opt in dict.fromkeys(opt for opt in opts if opts.count(opt) > 1):
                warnings.warn(f'The parameter {opt} is used more than once. Remove its duplicate as parameters should be unique.', stacklevel=3)
        return params

    def get_help_option_names(self, ctx):
        taken = {name for param in self.params for name in (*param.opts, *param.secondary_opts)}
        return [name for name in dict.fromkeys(ctx.help_option_names) if name not in taken]

    def get_help_option(self, ctx):
        names = self.get_help_option_names(ctx)
        if not names or not self.add_help_option:
            return None
        if self._help_option is None:
            from click.decorators import help_option
            help_option(*names, '_click_internal_help_option')(self)
            self._help_option = self.params.pop()
        return self._help_option

    def make_parser(self, ctx):
        parser = Parser(ctx)
        for param in self.get_params(ctx):
            param.add_to_parser(parser, ctx)
        return parser

    # -- help --
    def collect_usage_pieces(self, ctx):
        pieces = [self.options_metavar] if self.options_metavar else []
        return pieces + [piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx)]

    def get_usage(self, ctx):
        return self._page(ctx, self.format_usage)

    def get_help(self, ctx):
        return self._page(ctx, self.format_help)

    def _page(self, ctx, write):
        formatter = ctx.make_formatter()
        write(ctx, formatter)
        return formatter.getvalue().rstrip('\n')

    def get_short_help_str(self, limit=45):
        text = inspect.cleandoc(self.short_help) if self.short_help else short_help(self.help, limit) if self.help else ''
        return f'{text} {deprecation(self.deprecated)}'.strip() if self.deprecated else text.strip()

    def format_usage(self, ctx, formatter):
        formatter.write_usage(ctx.command_path, ' '.join(self.collect_usage_pieces(ctx)))

    def format_help(self, ctx, formatter):
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_arguments(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)

    def format_help_text(self, ctx, formatter):
        text = '' if self.help is None else inspect.cleandoc(self.help).partition('\f')[0]
        if self.deprecated:
            text = f'{text} {deprecation(self.deprecated)}'.strip()
        self._paragraph(text, formatter)

    def format_epilog(self, ctx, formatter):
        self._paragraph(inspect.cleandoc(self.epilog or ''), formatter)

    @staticmethod
    def _paragraph(text, formatter):
        if text:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)

    def format_arguments(self, ctx, formatter):
        arguments = [param for param in self.get_params(ctx) if isinstance(param, Argument)]
        if any(argument.help is not None for argument in arguments):
            self._section('Positional arguments', [argument.get_help_record(ctx) for argument in arguments], formatter)

    def format_options(self, ctx, formatter):
        records = (param.get_help_record(ctx) for param in self.get_params(ctx) if not isinstance(param, Argument))
        self._section('Options', [record for record in records if record is not None], formatter)

    @staticmethod
    def _section(title, rows, formatter):
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)

    # -- a call --
    def make_context(self, info_name, args, parent=None, **extra):
        ctx = self.context_class(self, info_name=info_name, parent=parent, **{**self.context_settings, **extra})
        with ctx.scope(cleanup=False):
            self.parse_args(ctx, args)
        return ctx

    def parse_args(self, ctx, args):
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            raise NoArgsIsHelpError(ctx)
        opts, args, order = self.make_parser(ctx).parse(args)
        places = {param: index for index, param in reversed(list(enumerate(order)))}
        for param in sorted(self.get_params(ctx), key=lambda param: (not param.is_eager, places.get(param, len(order)))):
            _, args = param.handle_parse_result(ctx, opts, args)
        ctx.params.update({name: None for name, value in ctx.params.items() if value is UNSET})
        if args and not ctx.allow_extra_args and not ctx.resilient_parsing:
            ctx.fail(f'Got unexpected extra argument{"s" if len(args) > 1 else ""} ({" ".join(map(str, args))})')
        ctx.args = args
        return args

    def invoke(self, ctx):
        if self.deprecated:
            warn_of('command', self.name, self.deprecated)
        if self.callback is not None:
            return ctx.invoke(self.callback, **ctx.params)

    def main(self, args=None, prog_name=None, complete_var=None, standalone_mode=True, windows_expand_args=True, **extra):
        args = sys.argv[1:] if args is None else list(args)
        code, show = 1, None
        try:
            with self.make_context(program_name() if prog_name is None else prog_name, args, **extra) as ctx:
                result = self.invoke(ctx)
                if not standalone_mode:
                    return result
                ctx.exit()
        except Exit as end:
            if not standalone_mode:
                return end.exit_code
            code = end.exit_code
        except Abort:
            if not standalone_mode:
                raise
            show = _aborted
        except (EOFError, KeyboardInterrupt) as error:
            echo(file=sys.stderr)
            if not standalone_mode:
                raise Abort() from error
            show = _aborted
        except ClickException as error:
            if not standalone_mode:
                raise
            code, show = error.exit_code, error.show
        except OSError as error:
            if error.errno != errno.EPIPE:
                raise
        if show is not None:
            show()
        sys.exit(code)


def _aborted():
    echo('Aborted!', file=sys.stderr)


class Group(Command):
    allow_extra_args = True
    allow_interspersed_args = False
    command_class = group_class = None

    def __init__(self, name=None, commands=None, invoke_without_command=False, no_args_is_help=None, subcommand_metavar=None, chain=False,
                 result_callback=None, **kwargs):
        super().__init__(name, **kwargs)
        if not hasattr(commands, 'items'):
            commands = {command.name: command for command in commands or () if command.name is not None}
        self.commands, self.invoke_without_command, self.chain, self._result_callback = commands, invoke_without_command, chain, result_callback
        self.no_args_is_help = not invoke_without_command if no_args_is_help is None else no_args_is_help
        if subcommand_metavar is None:
            first = f'COMMAND{"1" if chain else ""}'
            subcommand_metavar = (f'[{first}]' if invoke_without_command else first) + ' [ARGS]...'
            if chain:
                subcommand_metavar += ' [COMMAND2 [ARGS]...]...'
        self.subcommand_metavar = subcommand_metavar
        if chain and any(isinstance(param, Argument) and not param.required for param in self.params):
            raise RuntimeError('A group in chain mode cannot have optional arguments.')

    def add_command(self, cmd, name=None):
        name = name or cmd.name
        if name is None:
            raise TypeError('Command has no name.')
        if self.chain and isinstance(cmd, Group):
            raise RuntimeError(f'It is not possible to add the group {name!r} to another group {self.name!r} that is in chain mode.')
        self.commands[name] = cmd

    def command(self, *args, **kwargs):
        from click.decorators import command
        return self._added(command, self.command_class, args, kwargs)

    def group(self, *args, **kwargs):
        from click.decorators import group
        return self._added(group, type(self) if self.group_class is type else self.group_class, args, kwargs)

    def _added(self, make, cls, args, kwargs):
        function = None
        if args and callable(args[0]):
            assert len(args) == 1 and not kwargs, "Use 'command(**kwargs)(callable)' to provide arguments."
            function, args = args[0], ()
        if cls is not None and kwargs.get('cls') is None:
            kwargs['cls'] = cls

        def decorator(function):
            command = make(*args, **kwargs)(function)
            self.add_command(command)
            return command

        return decorator if function is None else decorator(function)

    def result_callback(self, replace=False):
        def decorator(function):
            before = self._result_callback
            if before is None or replace:
                self._result_callback = function
                return function

            @functools.wraps(function)
            def both(value, /, *args, **kwargs):
                return function(before(value, *args, **kwargs), *args, **kwargs)

            self._result_callback = both
            return both

        return decorator

    def to_info_dict(self, ctx):
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        told = {}
        for name, command in commands.items():
            if command is not None:
                with ctx.__class__(command, info_name=name, parent=ctx).scope(cleanup=False) as inner:
                    told[name] = command.to_info_dict(inner)
        return {**super().to_info_dict(ctx), 'commands': told, 'chain': self.chain}

    def get_command(self, ctx, cmd_name):
        return self.commands.get(cmd_name)

    def list_commands(self, ctx):
        return sorted(self.commands)

    def collect_usage_pieces(self, ctx):
        return [*super().collect_usage_pieces(ctx), self.subcommand_metavar]

    def format_options(self, ctx, formatter):
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx, formatter):
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        commands = [(name, command) for name, command in commands if command is not None and not command.hidden]
        if commands:
            limit = formatter.width - 6 - max(len(name) for name, _ in commands)
            self._section('Commands', [(name, command.get_short_help_str(limit)) for name, command in commands], formatter)

    def parse_args(self, ctx, args):
        rest = super().parse_args(ctx, args)
        ctx._protected_args, ctx.args = (rest, []) if self.chain else (rest[:1], rest[1:])
        return ctx.args

    def invoke(self, ctx):
        args = [*ctx._protected_args, *ctx.args]
        if not args and not self.invoke_without_command:
            ctx.fail('Missing command.')
        ctx._protected_args, ctx.args = [], []
        with ctx:
            if not args:
                result = super().invoke(ctx)
                return self._finished(ctx, [] if self.chain else result)
            if not self.chain:
                name, command, args = self.resolve_command(ctx, args)
                ctx.invoked_subcommand = name
                super().invoke(ctx)
                with command.make_context(name, args, parent=ctx) as inner:
                    return self._finished(ctx, inner.command.invoke(inner))
            ctx.invoked_subcommand = '*'
            super().invoke(ctx)
            links = []
            while args:
                name, command, args = self.resolve_command(ctx, args)
                links.append(command.make_context(name, args, parent=ctx, allow_extra_args=True, allow_interspersed_args=False))
                args, links[-1].args = links[-1].args, []
            results = []
            for inner in links:
                with inner:
                    results.append(inner.command.invoke(inner))
            return self._finished(ctx, results)

    def _finished(self, ctx, value):
        return value if self._result_callback is None else ctx.invoke(self._result_callback, value, **ctx.params)

    def resolve_command(self, ctx, args):
        name = make_str(args[0])
        command = self.get_command(ctx, name)
        if command is None and ctx.token_normalize_func is not None:
            name = ctx.token_normalize_func(name)
            command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            if split_opt(name)[0]:
                self.parse_args(ctx, args)
            raise NoSuchCommand(name, possibilities=self.commands, ctx=ctx)
        return name if command else None, command, args[1:]


class CommandCollection(Group):
    def __init__(self, name=None, sources=None, **kwargs):
        super().__init__(name, **kwargs)
        self.sources = sources or []

    def add_source(self, group):
        self.sources.append(group)

    def get_command(self, ctx, cmd_name):
        found = (source.get_command(ctx, cmd_name) for source in self.sources)
        return super().get_command(ctx, cmd_name) or next((command for command in found if command is not None), None)

    def list_commands(self, ctx):
        return sorted({*super().list_commands(ctx), *(name for source in self.sources for name in source.list_commands(ctx))})


def __getattr__(name):
    old = {'BaseCommand': Command, 'MultiCommand': Group}
    if name in old:
        import warnings
        warnings.warn(f"'{name}' is deprecated and will be removed in Click 9.0. Use '{old[name].__name__}' instead.", DeprecationWarning,
                      stacklevel=2)
        return old[name]
    raise AttributeError(name)
