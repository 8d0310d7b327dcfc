"""What goes wrong, and how it is shown."""
import sys

from click.globals import resolve_color_default
from click.utils import echo, format_filename


def _hint(hint):
    return hint if hint is None or isinstance(hint, str) else ' / '.join(map(repr, hint))


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message):
        super().__init__(message)
        self.show_color, self.message = resolve_color_default(), message

    def format_message(self):
        return self.message

    def __str__(self):
        return self.message

    def show(self, file=None):
        echo(f'Error: {self.format_message()}', file=file or sys.stderr, color=self.show_color)


class UsageError(ClickException):
    exit_code = 2

    def __init__(self, message, ctx=None):
        super().__init__(message)
        self.ctx = ctx
        self.cmd = ctx.command if ctx else None

    def show(self, file=None):
        file, ctx, color = file or sys.stderr, self.ctx, None
        if ctx is not None:
            color, hint = ctx.color, ''
            if ctx.command.get_help_option(ctx) is not None:
                longest = max(ctx.command.get_help_option_names(ctx), key=len)
                hint = f"Try '{ctx.command_path} {longest}' for help.\n"
            echo(f'{ctx.get_usage()}\n{hint}', file=file, color=color)
        echo(f'Error: {self.format_message()}', file=file, color=color)


class BadParameter(UsageError):
    def __init__(self, message, ctx=None, param=None, param_hint=None):
        super().__init__(message, ctx)
        self.param, self.param_hint = param, param_hint

    def _where(self):
        if self.param_hint is not None or self.param is None:
            return _hint(self.param_hint)
        return self.param.get_error_hint(self.ctx)

    def format_message(self):
        where = self._where()
        return f'Invalid value: {self.message}' if where is None else f'Invalid value for {where}: {self.message}'


class MissingParameter(BadParameter):
    def __init__(self, message=None, ctx=None, param=None, param_hint=None, param_type=None):
        super().__init__(message or '', ctx, param, param_hint)
        self.param_type = param_type

    def format_message(self):
        where, kind, parts = self._where(), self.param_type, [self.message]
        if self.param is not None:
            kind = kind or self.param.param_type_name
            parts.append(self.param.type.get_missing_message(param=self.param, ctx=self.ctx))
        more = '. '.join(part for part in parts if part)
        return f'Missing {kind}{" " + where if where else ""}.{" " + more if more else ""}'

    def __str__(self):
        return self.message or f'Missing parameter: {self.param.name if self.param else None}'


class _NoSuch(UsageError):
    def __init__(self, name, message=None, possibilities=None, ctx=None):
        super().__init__(f'No such {self._kind} {name!r}.' if message is None else message, ctx)
        setattr(self, f'{self._kind}_name', name)
        self.possibilities = None
        if possibilities:
            from difflib import get_close_matches
            self.possibilities = get_close_matches(name, possibilities)

    def format_message(self):
        if not self.possibilities:
            return self.message
        names = ', '.join(map(repr, sorted(self.possibilities)))
        return f'{self.message} ' + (f'Did you mean {names}?' if len(self.possibilities) == 1 else f'(Did you mean one of: {names}?)')


class NoSuchOption(_NoSuch):
    _kind = 'option'

    def __init__(self, option_name, message=None, possibilities=None, ctx=None):
        super().__init__(option_name, message, possibilities, ctx)


class NoSuchCommand(_NoSuch):
    _kind = 'command'

    def __init__(self, command_name, message=None, possibilities=None, ctx=None):
        super().__init__(command_name, message, possibilities, ctx)


class BadOptionUsage(UsageError):
    def __init__(self, option_name, message, ctx=None):
        super().__init__(message, ctx)
        self.option_name = option_name


class BadArgumentUsage(UsageError):
    pass


class NoArgsIsHelpError(UsageError):
    def __init__(self, ctx):
        super().__init__(ctx.get_help(), ctx=ctx)

    def show(self, file=None):
        echo(self.format_message(), file=file, err=True, color=self.ctx.color)


class FileError(ClickException):
    def __init__(self, filename, hint=None):
        super().__init__('unknown error' if hint is None else hint)
        self.ui_filename, self.filename = format_filename(filename), filename

    def format_message(self):
        return f'Could not open file {self.ui_filename!r}: {self.message}'


class Abort(RuntimeError):
    pass


class Exit(RuntimeError):
    def __init__(self, code=0):
        self.exit_code = code
