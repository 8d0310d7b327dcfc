"""Applications before they answer: settings, rules, templates, what is called when."""
import os
import sys
from datetime import timedelta

from werkzeug.datastructures import ImmutableDict
from werkzeug.exceptions import Aborter
from werkzeug.routing import Map, Rule
from werkzeug.utils import cached_property

from flask.config import Config, ConfigAttribute
from flask.ctx import _AppCtxGlobals
from flask.globals import g, request, session
from flask.helpers import get_debug_flag, get_flashed_messages
from flask.json.provider import DefaultJSONProvider
from flask.logging import create_logger
from flask.scaffold import Scaffold, _endpoint_from_view_func, setupmethod
from flask.sessions import SecureCookieSessionInterface
from flask.templating import DispatchingJinjaLoader, Environment
from flask.wrappers import Request, Response


def _make_timedelta(value):
    return value if value is None or isinstance(value, timedelta) else timedelta(seconds=value)


class App(Scaffold):
    """What is set up of an application."""
    aborter_class, jinja_environment, app_ctx_globals_class, config_class = Aborter, Environment, _AppCtxGlobals, Config
    testing, secret_key = ConfigAttribute('TESTING'), ConfigAttribute('SECRET_KEY')
    permanent_session_lifetime = ConfigAttribute('PERMANENT_SESSION_LIFETIME', get_converter=_make_timedelta)
    json_provider_class, jinja_options, url_rule_class, url_map_class = DefaultJSONProvider, {}, Rule, Map
    test_client_class = test_cli_runner_class = None
    request_class, response_class, session_interface = Request, Response, SecureCookieSessionInterface()
    default_config = ImmutableDict({
        'DEBUG': None, 'TESTING': False, 'PROPAGATE_EXCEPTIONS': None, 'SECRET_KEY': None, 'SECRET_KEY_FALLBACKS': None,
        'PERMANENT_SESSION_LIFETIME': timedelta(days=31), 'USE_X_SENDFILE': False, 'TRUSTED_HOSTS': None, 'SERVER_NAME': None,
        'APPLICATION_ROOT': '/',
        'SESSION_COOKIE_NAME': 'session', 'SESSION_COOKIE_DOMAIN': None, 'SESSION_COOKIE_PATH': None, 'SESSION_COOKIE_HTTPONLY': True,
        'SESSION_COOKIE_SECURE': False, 'SESSION_COOKIE_PARTITIONED': False, 'SESSION_COOKIE_SAMESITE': None, 'SESSION_REFRESH_EACH_REQUEST': True,
        'MAX_CONTENT_LENGTH': None, 'MAX_FORM_MEMORY_SIZE': 500_000, 'MAX_FORM_PARTS': 1_000, 'SEND_FILE_MAX_AGE_DEFAULT': None,
        'TRAP_BAD_REQUEST_ERRORS': None, 'TRAP_HTTP_EXCEPTIONS': False, 'EXPLAIN_TEMPLATE_LOADING': False, 'PREFERRED_URL_SCHEME': 'http',
        'TEMPLATES_AUTO_RELOAD': None, 'MAX_COOKIE_SIZE': 4093, 'PROVIDE_AUTOMATIC_OPTIONS': True})

    def __init__(self, import_name, static_url_path=None, static_folder='static', static_host=None, host_matching=False, subdomain_matching=False,
                 template_folder='templates', instance_path=None, instance_relative_config=False, root_path=None):
        super().__init__(import_name, static_folder, static_url_path, template_folder, root_path)
        if instance_path is None:
            instance_path = self.auto_find_instance_path()
        elif not os.path.isabs(instance_path):
            raise ValueError('If an instance path is provided it must be absolute. A relative path was given instead.')
        self.instance_path = instance_path
        self.config, self.aborter = self.make_config(instance_relative_config), self.make_aborter()
        self.json, self.blueprints, self.extensions = self.json_provider_class(self), {}, {}
        self.url_build_error_handlers, self.teardown_appcontext_funcs, self.shell_context_processors = [], [], []
        self.url_map, self.subdomain_matching, self._got_first_request = self.url_map_class(host_matching=host_matching), subdomain_matching, False
        if self.has_static_folder:
            assert bool(static_host) == host_matching, 'Invalid static_host/host_matching combination'
            self.add_url_rule(f'{self.static_url_path}/<path:filename>', endpoint='static', host=static_host,
                              view_func=lambda **kw: self.send_static_file(**kw))

    def _check_setup_finished(self, f_name):
        if self._got_first_request:
            raise AssertionError(f"The setup method '{f_name}' can no longer be called on the application. It has already handled its first "
                                 f"request, any "
                                 'changes will not be applied consistently.\nMake sure all imports, decorators, functions, etc. needed to set up the '
                                 'application are done before running it.')

    @cached_property
    def name(self):
        if self.import_name == '__main__':
            file = getattr(sys.modules['__main__'], '__file__', None)
            return '__main__' if file is None else os.path.splitext(os.path.basename(file))[0]
        return self.import_name

    @cached_property
    def logger(self):
        return create_logger(self)

    @cached_property
    def jinja_env(self):
        return self.create_jinja_environment()

    def create_jinja_environment(self):
        options = {'autoescape': self.select_jinja_autoescape, **self.jinja_options}
        if 'auto_reload' not in options:
            wanted = self.config['TEMPLATES_AUTO_RELOAD']
            options['auto_reload'] = self.debug if wanted is None else wanted
        found = self.jinja_environment(self, **options)
        found.globals.update(url_for=self.url_for, get_flashed_messages=get_flashed_messages, config=self.config, request=request, session=session,
                             g=g)
        found.policies['json.dumps_function'] = self.json.dumps
        return found

    def make_config(self, instance_relative=False):
        return self.config_class(self.instance_path if instance_relative else self.root_path, {**self.default_config, 'DEBUG': get_debug_flag()})

    def make_aborter(self):
        return self.aborter_class()

    def auto_find_instance_path(self):
        module = sys.modules.get(self.import_name.partition('.')[0])
        file = None if self.import_name == '__main__' else getattr(module, '__file__', None)
        folder = os.getcwd() if file is None else os.path.dirname(os.path.abspath(file))
        return os.path.join(os.path.dirname(folder) if hasattr(module, '__path__') else folder, 'instance')

    def create_global_jinja_loader(self):
        return DispatchingJinjaLoader(self)

    def select_jinja_autoescape(self, filename):
        return filename is None or filename.endswith(('.html', '.htm', '.xml', '.xhtml', '.svg'))

    @property
    def debug(self):
        return self.config['DEBUG']

    @debug.setter
    def debug(self, value):
        self.config['DEBUG'] = value
        if self.config['TEMPLATES_AUTO_RELOAD'] is None:
            self.jinja_env.auto_reload = value

    def open_instance_resource(self, resource, mode='rb', encoding='utf-8'):
        return open(os.path.join(self.instance_path, resource), mode, encoding=None if 'b' in mode else encoding)

    @setupmethod
    def register_blueprint(self, blueprint, **options):
        blueprint.register(self, options)

    def iter_blueprints(self):
        return self.blueprints.values()

    @setupmethod
    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        endpoint = options['endpoint'] = _endpoint_from_view_func(view_func) if endpoint is None else endpoint
        given = options.pop('methods', None)
        given = getattr(view_func, 'methods', None) or ('GET',) if given is None else given
        if isinstance(given, str):
            raise TypeError('Allowed methods must be a list of strings, for example: @app.route(..., methods=["POST"])')
        methods = {each.upper() for each in given}
        required = set(getattr(view_func, 'required_methods', ()))
        if provide_automatic_options is None:
            provide_automatic_options = getattr(view_func, 'provide_automatic_options', None)
        if provide_automatic_options is None:
            provide_automatic_options = 'OPTIONS' not in methods and self.config['PROVIDE_AUTOMATIC_OPTIONS']
            if provide_automatic_options:
                required.add('OPTIONS')
        made = self.url_rule_class(rule, methods=methods | required, **options)
        made.provide_automatic_options = provide_automatic_options
        self.url_map.add(made)
        if view_func is not None:
            known = self.view_functions.get(endpoint)
            if known is not None and known != view_func:
                raise AssertionError(f'View function mapping is overwriting an existing endpoint function: {endpoint}')
            self.view_functions[endpoint] = view_func

    @setupmethod
    def teardown_appcontext(self, f):
        self.teardown_appcontext_funcs.append(f)
        return f

    @setupmethod
    def shell_context_processor(self, f):
        self.shell_context_processors.append(f)
        return f

    def make_shell_context(self):
        found = {'app': self, 'g': g}
        for processor in self.shell_context_processors:
            found.update(processor())
        return found


def _for_templates(kind):
    """The methods that give templates a filter, a test or a global."""
    def add(self, f, name=None):
        getattr(self.jinja_env, kind + 's')[name or f.__name__] = f

    def decorator(self, name=None):
        if callable(name):
            getattr(self, add.__name__)(name)
            return name

        def decorate(f):
            getattr(self, add.__name__)(f, name=name)
            return f
        return decorate
    add.__name__, decorator.__name__ = f'add_template_{kind}', f'template_{kind}'
    for each in (add, decorator):
        setattr(App, each.__name__, setupmethod(each))


for _kind in ('filter', 'test', 'global'):
    _for_templates(_kind)
