"""Commands of an application."""
from functools import update_wrapper

import click

from flask.globals import current_app


class ScriptInfo:
    """How a command comes to its application."""

    def __init__(self, app_import_path=None, create_app=None, set_debug_flag=True, load_dotenv_defaults=True):
        self.app_import_path, self.create_app, self.set_debug_flag, self.data, self._app = app_import_path, create_app, set_debug_flag, {}, None

    def load_app(self):
        if self._app is None:
            if self.create_app is None:
                from _frames import not_supported
                not_supported('flask.cli.ScriptInfo.load_app()', 'app.test_cli_runner()')
            self._app = self.create_app()
        return self._app


pass_script_info = click.make_pass_decorator(ScriptInfo, ensure=True)


def with_appcontext(f):
    """The command runs within the application's context."""
    @click.pass_context
    def decorated(context, /, *args, **kwargs):
        if not current_app:
            context.with_resource(context.ensure_object(ScriptInfo).load_app().app_context())
        return context.invoke(f, *args, **kwargs)
    return update_wrapper(decorated, f)


class AppGroup(click.Group):
    def command(self, *args, **kwargs):
        wrap = kwargs.pop('with_appcontext', True)

        def decorate(f):
            return super(AppGroup, self).command(*args, **kwargs)(with_appcontext(f) if wrap else f)
        return decorate

    def group(self, *args, **kwargs):
        kwargs.setdefault('cls', AppGroup)
        return super().group(*args, **kwargs)


def __getattr__(name):
    if name in ('FlaskGroup', 'main', 'cli', 'run_command', 'shell_command', 'routes_command', 'load_dotenv'):
        from _frames import not_supported
        not_supported(f'flask.cli.{name}', 'app.run()')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
