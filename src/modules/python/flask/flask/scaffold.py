"""What applications and blueprints have in common: views, and what is called around them."""
import os
from collections import defaultdict
from functools import update_wrapper

from werkzeug.exceptions import HTTPException, default_exceptions
from werkzeug.utils import cached_property

from flask.helpers import get_root_path
from flask.templating import _default_template_ctx_processor


def setupmethod(f):
    """A method that is not to be called once requests are answered."""
    def call(self, *args, **kwargs):
        self._check_setup_finished(f.__name__)
        return f(self, *args, **kwargs)
    return update_wrapper(call, f)


def _endpoint_from_view_func(view_func):
    assert view_func is not None, 'expected view func if endpoint is not provided.'
    return view_func.__name__


def _routed(name):
    """The decorator of views for one method."""
    def decorate(self, rule, **options):
        if 'methods' not in options:
            return self.route(rule, methods=[name.upper()], **options)
        raise TypeError("Use the 'route' decorator to use the 'methods' argument.")
    decorate.__name__, decorate.__qualname__ = name, f'Scaffold.{name}'
    return setupmethod(decorate)


class Scaffold:
    _static_folder = _static_url_path = None

    def __init__(self, import_name, static_folder=None, static_url_path=None, template_folder=None, root_path=None):
        self.import_name, self.template_folder = import_name, template_folder
        self.static_folder, self.static_url_path = static_folder, static_url_path
        self.root_path = get_root_path(import_name) if root_path is None else root_path
        self.view_functions = {}
        self.error_handler_spec = defaultdict(lambda: defaultdict(dict))
        self.before_request_funcs, self.after_request_funcs, self.teardown_request_funcs = defaultdict(list), defaultdict(list), defaultdict(list)
        self.url_value_preprocessors, self.url_default_functions = defaultdict(list), defaultdict(list)
        self.template_context_processors = defaultdict(list, {None: [_default_template_ctx_processor]})

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    @cached_property
    def cli(self):
        """The commands, which bring click along."""
        from flask.cli import AppGroup
        found = AppGroup()
        found.name = self.name
        return found

    @property
    def static_folder(self):
        return None if self._static_folder is None else os.path.join(self.root_path, self._static_folder)

    @static_folder.setter
    def static_folder(self, value):
        self._static_folder = None if value is None else os.fspath(value).rstrip('\\/')

    @property
    def has_static_folder(self):
        return self.static_folder is not None

    @property
    def static_url_path(self):
        if self._static_url_path is not None or self.static_folder is None:
            return self._static_url_path
        return f'/{os.path.basename(self.static_folder)}'.rstrip('/')

    @static_url_path.setter
    def static_url_path(self, value):
        self._static_url_path = None if value is None else value.rstrip('/')

    @cached_property
    def jinja_loader(self):
        if self.template_folder is None:
            return None
        from jinja2 import FileSystemLoader
        return FileSystemLoader(os.path.join(self.root_path, self.template_folder))

    def get_send_file_max_age(self, filename):
        from flask.globals import current_app
        value = current_app.config['SEND_FILE_MAX_AGE_DEFAULT']
        return int(value.total_seconds()) if hasattr(value, 'total_seconds') else value

    def send_static_file(self, filename):
        from flask.helpers import send_from_directory
        if not self.has_static_folder:
            raise RuntimeError("'static_folder' must be set to serve static_files.")
        return send_from_directory(self.static_folder, filename, max_age=self.get_send_file_max_age(filename))

    def open_resource(self, resource, mode='rb', encoding=None):
        if mode not in ('r', 'rt', 'rb'):
            raise ValueError('Resources can only be opened for reading.')
        return open(os.path.join(self.root_path, resource), mode, encoding=None if mode == 'rb' else encoding)

    get, post, put, delete, patch = map(_routed, ('get', 'post', 'put', 'delete', 'patch'))

    @setupmethod
    def route(self, rule, **options):
        def decorate(f):
            self.add_url_rule(rule, options.pop('endpoint', None), f, **options)
            return f
        return decorate

    @setupmethod
    def endpoint(self, endpoint):
        def decorate(f):
            self.view_functions[endpoint] = f
            return f
        return decorate

    @setupmethod
    def before_request(self, f):
        self.before_request_funcs[None].append(f)
        return f

    @setupmethod
    def after_request(self, f):
        self.after_request_funcs[None].append(f)
        return f

    @setupmethod
    def teardown_request(self, f):
        self.teardown_request_funcs[None].append(f)
        return f

    @setupmethod
    def context_processor(self, f):
        self.template_context_processors[None].append(f)
        return f

    @setupmethod
    def url_value_preprocessor(self, f):
        self.url_value_preprocessors[None].append(f)
        return f

    @setupmethod
    def url_defaults(self, f):
        self.url_default_functions[None].append(f)
        return f

    @setupmethod
    def errorhandler(self, code_or_exception):
        def decorate(f):
            self.register_error_handler(code_or_exception, f)
            return f
        return decorate

    @setupmethod
    def register_error_handler(self, code_or_exception, f):
        kind, code = self._get_exc_class_and_code(code_or_exception)
        self.error_handler_spec[None][code][kind] = f

    @staticmethod
    def _get_exc_class_and_code(exc_class_or_code):
        kind = exc_class_or_code
        if isinstance(kind, int):
            if kind not in default_exceptions:
                raise ValueError(f"'{kind}' is not a recognized HTTP error code. Use a subclass of HTTPException with that code instead.")
            kind = default_exceptions[kind]
        if isinstance(kind, Exception):
            raise TypeError(f'{kind!r} is an instance, not a class. Handlers can only be registered for Exception classes or HTTP error codes.')
        if not issubclass(kind, Exception):
            raise ValueError(f"'{kind.__name__}' is not a subclass of Exception. Handlers can only be registered for Exception classes or HTTP error "
                             'codes.')
        return kind, kind.code if issubclass(kind, HTTPException) else None
