"""Parts of applications."""
from collections import defaultdict
from functools import update_wrapper

from flask.scaffold import Scaffold, _endpoint_from_view_func, setupmethod

_sentinel = object()


class BlueprintSetupState:
    """A blueprint that is being registered, with the options of that."""

    def __init__(self, blueprint, app, options, first_registration):
        self.app, self.blueprint, self.options, self.first_registration = app, blueprint, options, first_registration
        self.subdomain, self.url_prefix = (getattr(blueprint, name) if options.get(name) is None else options[name]
                                           for name in ('subdomain', 'url_prefix'))
        self.name, self.name_prefix = options.get('name', blueprint.name), options.get('name_prefix', '')
        self.url_defaults = {**blueprint.url_values_defaults, **dict(options.get('url_defaults', ()))}

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        if self.url_prefix is not None:
            rule = '/'.join((self.url_prefix.rstrip('/'), rule.lstrip('/'))) if rule else self.url_prefix
        options.setdefault('subdomain', self.subdomain)
        endpoint = _endpoint_from_view_func(view_func) if endpoint is None else endpoint
        defaults = dict(self.url_defaults, **options.pop('defaults')) if 'defaults' in options else self.url_defaults
        self.app.add_url_rule(rule, f'{self.name_prefix}.{self.name}.{endpoint}'.lstrip('.'), view_func, defaults=defaults, **options)


class Blueprint(Scaffold):
    """What is done with an application when the blueprint is registered there."""
    _got_registered_once = False

    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None, subdomain=None,
                 url_defaults=None, root_path=None, cli_group=_sentinel):
        super().__init__(import_name, static_folder, static_url_path, template_folder, root_path)
        fault = "contain a dot '.' character" if name and '.' in name else None if name else 'be empty'
        if fault:
            raise ValueError(f"'name' may not {fault}.")
        self.name, self.url_prefix, self.subdomain, self.url_values_defaults = name, url_prefix, subdomain, url_defaults or {}
        self.deferred_functions, self.cli_group, self._blueprints = [], cli_group, []

    def _check_setup_finished(self, f_name):
        if self._got_registered_once:
            raise AssertionError(f"The setup method '{f_name}' can no longer be called on the blueprint '{self.name}'. It has already been "
                                 f"registered at "
                                 'least once, any changes will not be applied consistently.\nMake sure all imports, decorators, functions, etc. '
                                 'needed '
                                 'to set up the blueprint are done before registering it.')

    @setupmethod
    def record(self, func):
        self.deferred_functions.append(func)

    @setupmethod
    def record_once(self, func):
        def once(state):
            if state.first_registration:
                func(state)
        self.record(update_wrapper(once, func))

    def make_setup_state(self, app, options, first_registration=False):
        return BlueprintSetupState(self, app, options, first_registration)

    @setupmethod
    def register_blueprint(self, blueprint, **options):
        if blueprint is self:
            raise ValueError('Cannot register a blueprint on itself')
        self._blueprints.append((blueprint, options))

    def register(self, app, options):
        own = options.get('name', self.name)
        name = f"{options.get('name_prefix', '')}.{own}".lstrip('.')
        if name in app.blueprints:
            which, where = 'this' if app.blueprints[name] is self else 'a different', f" '{name}'" if own != name else ''
            raise ValueError(f"The name '{own}' is already registered for {which} blueprint{where}. Use 'name=' to provide a unique name.")
        first = not any(blueprint is self for blueprint in app.blueprints.values())
        app.blueprints[name], self._got_registered_once = self, True
        state = self.make_setup_state(app, options, first)
        if self.has_static_folder:
            state.add_url_rule(f'{self.static_url_path}/<path:filename>', view_func=self.send_static_file, endpoint='static')
        self._merge_blueprint_funcs(app, name)
        for deferred in self.deferred_functions:
            deferred(state)
        self._register_commands(app, name, options.get('cli_group', self.cli_group))
        for blueprint, nested in self._blueprints:
            nested = dict(nested)
            subdomain = blueprint.subdomain if nested.get('subdomain') is None else nested['subdomain']
            prefix = blueprint.url_prefix if nested.get('url_prefix') is None else nested['url_prefix']
            if subdomain is not None or state.subdomain is not None:
                nested['subdomain'] = '.'.join(each for each in (subdomain, state.subdomain) if each is not None)
            if state.url_prefix is not None and prefix is not None:
                nested['url_prefix'] = state.url_prefix.rstrip('/') + '/' + prefix.lstrip('/')
            elif prefix is not None or state.url_prefix is not None:
                nested['url_prefix'] = state.url_prefix if prefix is None else prefix
            blueprint.register(app, {**nested, 'name_prefix': name})

    def _register_commands(self, app, name, group):
        if 'cli' in self.__dict__ and self.cli.commands:
            if group is None:
                app.cli.commands.update(self.cli.commands)
            else:
                self.cli.name = name if group is _sentinel else group
                app.cli.add_command(self.cli)

    def _merge_blueprint_funcs(self, app, name):
        def key_of(key):
            return name if key is None else f'{name}.{key}'
        for key, found in self.error_handler_spec.items():
            app.error_handler_spec[key_of(key)] = defaultdict(dict, {code: dict(handlers) for code, handlers in found.items()})
        app.view_functions.update(self.view_functions)
        for kind in ('before_request_funcs', 'after_request_funcs', 'teardown_request_funcs', 'url_default_functions', 'url_value_preprocessors',
                     'template_context_processors'):
            for key, functions in getattr(self, kind).items():
                getattr(app, kind)[key_of(key)].extend(functions)

    @setupmethod
    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        if endpoint and '.' in endpoint:
            raise ValueError("'endpoint' may not contain a dot '.' character.")
        if view_func and '.' in getattr(view_func, '__name__', ''):
            raise ValueError("'view_func' name may not contain a dot '.' character.")
        self.record(lambda state: state.add_url_rule(rule, endpoint, view_func, provide_automatic_options=provide_automatic_options, **options))

    @setupmethod
    def app_errorhandler(self, code):
        def decorate(f):
            self.record_once(lambda state: state.app.errorhandler(code)(f))
            return f
        return decorate


def _for_templates(kind):
    """The methods that give templates of the whole application a filter, a test or a global."""
    def add(self, f, name=None):
        self.record_once(lambda state: getattr(state.app.jinja_env, kind + 's').__setitem__(name or f.__name__, f))

    def decorator(self, name=None):
        if callable(name):
            getattr(self, add.__name__)(name)
            return name

        def decorate(f):
            getattr(self, add.__name__)(f, name=name)
            return f
        return decorate
    add.__name__, decorator.__name__ = f'add_app_template_{kind}', f'app_template_{kind}'
    for each in (add, decorator):
        setattr(Blueprint, each.__name__, setupmethod(each))


def _for_app(name, functions):
    """A method that has a function called for each request of the application."""
    def method(self, f):
        self.record_once(lambda state: getattr(state.app, functions)[None].append(f))
        return f
    method.__name__ = name
    setattr(Blueprint, name, setupmethod(method))


for _kind in ('filter', 'test', 'global'):
    _for_templates(_kind)
for _name, _functions in (('before_app_request', 'before_request_funcs'), ('after_app_request', 'after_request_funcs'),
                          ('teardown_app_request', 'teardown_request_funcs'), ('app_context_processor', 'template_context_processors'),
                          ('app_url_value_preprocessor', 'url_value_preprocessors'), ('app_url_defaults', 'url_default_functions')):
    _for_app(_name, _functions)
