"""Programs' command lines: commands of decorated functions, help pages, prompts."""
from click.core import Argument, Command, CommandCollection, Context, Group, Option, Parameter, ParameterSource
from click.decorators import (argument, command, confirmation_option, custom_version_option, group, help_option, make_pass_decorator, option,
                              pass_context, pass_obj, password_option, version_option)
from click.exceptions import (Abort, BadArgumentUsage, BadOptionUsage, BadParameter, ClickException, FileError, MissingParameter, NoSuchCommand,
                              NoSuchOption, UsageError)
from click.formatting import HelpFormatter, wrap_text
from click.globals import get_current_context
from click.termui import (clear, confirm, echo_via_pager, edit, get_pager_file, getchar, launch, pause, progressbar, prompt, secho, style,
                          unstyle)
from click.types import (BOOL, FLOAT, INT, STRING, UNPROCESSED, UUID, Choice, DateTime, File, FloatRange, IntRange, ParamType, Path, Tuple)
from click.utils import echo, format_filename, get_app_dir, open_file


def __getattr__(name):
    if name in ('BaseCommand', 'MultiCommand'):
        from click import core
        return getattr(core, name)
    if name == '__version__':
        return '8.5.1'
    if name in ('get_binary_stream', 'get_text_stream'):
        from click import utils
        return getattr(utils, name)
    raise AttributeError(f"module 'click' has no attribute {name!r}")
