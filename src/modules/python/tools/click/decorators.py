"""Functions become commands."""
import functools
import sys

from click.core import Argument, Command, Group, Option
from click.globals import get_current_context
from click.utils import echo


def pass_context(f):
    @functools.wraps(f)
    def new_func(*args, **kwargs):
        return f(get_current_context(), *args, **kwargs)

    return new_func


def pass_obj(f):
    @functools.wraps(f)
    def new_func(*args, **kwargs):
        return f(get_current_context().obj, *args, **kwargs)

    return new_func


def make_pass_decorator(object_type, ensure=False):
    def decorator(f):
        @functools.wraps(f)
        def new_func(*args, **kwargs):
            ctx = get_current_context()
            obj = ctx.ensure_object(object_type) if ensure else ctx.find_object(object_type)
            if obj is None:
                raise RuntimeError(f'Managed to invoke callback without a context object of type {object_type.__name__!r} existing.')
            return ctx.invoke(f, obj, *args, **kwargs)

        return new_func

    return decorator


def pass_meta_key(key, *, doc_description=None):
    def decorator(f):
        @functools.wraps(f)
        def new_func(*args, **kwargs):
            ctx = get_current_context()
            return ctx.invoke(f, ctx.meta[key], *args, **kwargs)

        return new_func

    return decorator


def command(name=None, cls=None, **attrs):
    if callable(name):
        assert cls is None, "Use 'command(cls=cls)(callable)' to specify a class."
        assert not attrs, "Use 'command(**kwargs)(callable)' to provide arguments."
        return command()(name)

    def decorator(f):
        if isinstance(f, Command):
            raise TypeError('Attempted to convert a callback into a command twice.')
        params = list(attrs.pop('params', None) or ())
        params.extend(reversed(f.__dict__.pop('__click_params__', ())))
        if attrs.get('help') is None:
            attrs['help'] = f.__doc__
        own = name
        if own is None:
            own = f.__name__.lower().replace('_', '-')
            left, dash, end = own.rpartition('-')
            if dash and end in ('command', 'cmd', 'group', 'grp'):
                own = left
        made = (cls or Command)(name=own, callback=f, params=params, **attrs)
        made.__doc__ = f.__doc__
        return made

    return decorator


def group(name=None, cls=None, **attrs):
    cls = cls or Group
    return command(cls=cls, **attrs)(name) if callable(name) else command(name, cls, **attrs)


def _parameter(kind, decls, cls, attrs):
    def decorator(f):
        param = (cls or kind)(decls, **attrs)
        if isinstance(f, Command):
            f.params.append(param)
        else:
            f.__dict__.setdefault('__click_params__', []).append(param)
        return f

    return decorator


def argument(*param_decls, cls=None, **attrs):
    return _parameter(Argument, param_decls, cls, attrs)


def option(*param_decls, cls=None, **attrs):
    return _parameter(Option, param_decls, cls, attrs)


def confirmation_option(*param_decls, **kwargs):
    def callback(ctx, param, value):
        if not value:
            ctx.abort()

    return option(*param_decls or ('--yes',), **{
        'is_flag': True, 'callback': callback, 'expose_value': False, 'prompt': 'Do you want to continue?',
        'help': 'Confirm the action without prompting.', **kwargs})


def password_option(*param_decls, **kwargs):
    return option(*param_decls or ('--password',), **{'prompt': True, 'confirmation_prompt': True, 'hide_input': True, **kwargs})


def _telling(tell, param_decls, kwargs, **defaults):
    """A flag that makes the program tell something, and end."""
    def callback(ctx, param, value):
        if value and not ctx.resilient_parsing:
            echo(tell(ctx), color=ctx.color)
            ctx.exit()

    return option(*param_decls, **{'is_flag': True, 'expose_value': False, 'is_eager': True, 'callback': callback, **defaults, **kwargs})


def version_option(version=None, *param_decls, package_name=None, prog_name=None, message=None, **kwargs):
    if version is None and package_name is None:
        names = sys._getframe(1).f_globals
        package_name = names.get('__name__')
        if package_name == '__main__':
            package_name = names.get('__package__')
        package_name = package_name and package_name.partition('.')[0]

    def tell(ctx):
        if version is None and package_name:
            raise RuntimeError(f"{package_name!r} is not installed. Try passing 'package_name' instead.")
        if version is None:
            raise RuntimeError(f'Could not determine the version for {package_name!r} automatically.')
        prog = ctx.find_root().info_name if prog_name is None else prog_name
        return (message or '%(prog)s, version %(version)s') % {'prog': prog, 'package': package_name, 'version': version}

    return _telling(tell, param_decls or ('--version',), kwargs, help='Show the version and exit.')


def custom_version_option(callback, *param_decls, **kwargs):
    return _telling(callback, param_decls or ('--version',), kwargs, help='Show the version and exit.')


def help_option(*param_decls, **kwargs):
    return _telling(lambda ctx: ctx.get_help(), param_decls or ('--help',), kwargs, help='Show this message and exit.')
