"""What views call."""
import os
import sys
from functools import cache, update_wrapper

import werkzeug.utils
from werkzeug.exceptions import abort as _abort
from werkzeug.utils import redirect as _redirect

from flask.globals import _cv_app, _cv_request, current_app, request, request_ctx, session
from flask.signals import message_flashed


def get_debug_flag():
    value = os.environ.get('FLASK_DEBUG')
    return bool(value and value.lower() not in ('0', 'false', 'no'))


def get_load_dotenv(default=True):
    value = os.environ.get('FLASK_SKIP_DOTENV')
    return value.lower() in ('0', 'false', 'no') if value else default


def stream_with_context(generator_or_function):
    """An iterator that has the request while it is asked for more."""
    try:
        found = iter(generator_or_function)
    except TypeError:
        def decorated(*args, **kwargs):
            return stream_with_context(generator_or_function(*args, **kwargs))
        return update_wrapper(decorated, generator_or_function)

    def pieces():
        context = _cv_request.get(None)
        if context is None:
            raise RuntimeError("'stream_with_context' can only be used when a request context is active, such as in a view function.")
        around = _cv_app.get()
        yield None
        with around, context:
            try:
                yield from found
            finally:
                if hasattr(found, 'close'):
                    found.close()
    stream = pieces()
    next(stream)
    return stream


def make_response(*args):
    if not args:
        return current_app.response_class()
    return current_app.make_response(args[0] if len(args) == 1 else args)


def url_for(endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
    return current_app.url_for(endpoint, _anchor=_anchor, _method=_method, _scheme=_scheme, _external=_external, **values)


def redirect(location, code=302, Response=None):
    return current_app.redirect(location, code=code) if current_app else _redirect(location, code=code, Response=Response)


def abort(code, *args, **kwargs):
    if current_app:
        current_app.aborter(code, *args, **kwargs)
    _abort(code, *args, **kwargs)


def get_template_attribute(template_name, attribute):
    return getattr(current_app.jinja_env.get_template(template_name).module, attribute)


def flash(message, category='message'):
    """Says something to the next request."""
    session['_flashes'] = [*session.get('_flashes', []), (category, message)]
    app = current_app._get_current_object()
    message_flashed.send(app, _async_wrapper=app.ensure_sync, message=message, category=category)


def get_flashed_messages(with_categories=False, category_filter=()):
    found = request_ctx.flashes
    if found is None:
        found = request_ctx.flashes = session.pop('_flashes') if '_flashes' in session else []
    if category_filter:
        found = [pair for pair in found if pair[0] in category_filter]
    return found if with_categories else [message for _, message in found]


def _file_options(options):
    if options.get('max_age') is None:
        options['max_age'] = current_app.get_send_file_max_age
    return {**options, 'environ': request.environ, 'use_x_sendfile': current_app.config['USE_X_SENDFILE'],
            'response_class': current_app.response_class, '_root_path': current_app.root_path}


def send_file(path_or_file, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None, max_age=None):
    return werkzeug.utils.send_file(**_file_options(dict(locals())))


def send_from_directory(directory, path, **kwargs):
    return werkzeug.utils.send_from_directory(directory, path, **_file_options(kwargs))


def get_root_path(import_name):
    """The folder of a module."""
    module = sys.modules.get(import_name)
    if module is None and import_name != '__main__':
        try:
            import importlib
            module = importlib.import_module(import_name)
        except ImportError:
            pass
    file = getattr(module, '__file__', None)
    return os.getcwd() if file is None else os.path.dirname(os.path.abspath(file))


@cache
def _split_blueprint_path(name):
    """A blueprint's name, and those of the ones around it."""
    return [name, *(_split_blueprint_path(name.rpartition('.')[0]) if '.' in name else ())]
