"""Applications."""
import os
import sys
from contextlib import closing
from inspect import iscoroutinefunction
from itertools import chain
from urllib.parse import quote

from werkzeug.datastructures import Headers
from werkzeug.exceptions import BadRequest, BadRequestKeyError, HTTPException, InternalServerError
from werkzeug.routing import BuildError, RequestRedirect, RoutingException
from werkzeug.utils import redirect as _redirect
from werkzeug.wrappers import Response as BaseResponse
from werkzeug.wsgi import get_host

from flask._setup import App
from flask.ctx import AppContext, RequestContext
from flask.globals import _cv_app, _cv_request, request, request_ctx
from flask.helpers import _split_blueprint_path
from flask.signals import appcontext_tearing_down, got_request_exception, request_finished, request_started, request_tearing_down

_sentinel = object()
_WANTED = ('The view function did not return a valid response. The return type must be a string, dict, list, tuple with headers or status, Response '
           'instance, or WSGI callable, but it was a ')


class Flask(App):
    """An application: requests go to its views, and what these return is the answer."""

    def create_url_adapter(self, request):
        if request is None:
            if self.config['SERVER_NAME'] is None:
                return None
            return self.url_map.bind(self.config['SERVER_NAME'], script_name=self.config['APPLICATION_ROOT'],
                                     url_scheme=self.config['PREFERRED_URL_SCHEME'])
        if self.config['TRUSTED_HOSTS'] is not None:
            request.trusted_hosts = self.config['TRUSTED_HOSTS']
        request.host = get_host(request.environ, request.trusted_hosts)
        subdomain, name = None, self.config['SERVER_NAME']
        if self.url_map.host_matching:
            name = None
        elif not self.subdomain_matching:
            subdomain = self.url_map.default_subdomain or ''
        return self.url_map.bind_to_environ(request.environ, server_name=name, subdomain=subdomain)

    def raise_routing_exception(self, request):
        error = request.routing_exception
        if not self.debug or not isinstance(error, RequestRedirect) or error.code in (307, 308) or request.method in ('GET', 'HEAD', 'OPTIONS'):
            raise error
        raise AssertionError(f"A request was sent to '{request.url}', but routing issued a redirect to the canonical URL '{error.new_url}'.")

    def update_template_context(self, context):
        given = context.copy()
        for name in chain((None,), reversed(request.blueprints)) if request else (None,):
            for function in self.template_context_processors.get(name, ()):
                context.update(self.ensure_sync(function)())
        context.update(given)

    def run(self, host=None, port=None, debug=None, load_dotenv=True, **options):
        """Serves the application until it is interrupted."""
        if os.environ.get('FLASK_RUN_FROM_CLI') == 'true':
            return
        if debug is not None:
            self.debug = bool(debug)
        name, _, name_port = (self.config.get('SERVER_NAME') or '').partition(':')
        port = int(port) if port or port == 0 else int(name_port or 5000)
        options = {'use_reloader': self.debug, 'use_debugger': self.debug, 'threaded': True, **options}
        print(f" * Serving Flask app '{self.name}'\n * Debug mode: {'on' if self.debug else 'off'}", flush=True)
        from werkzeug.serving import run_simple
        try:
            run_simple(host or name or '127.0.0.1', port, self, **options)
        finally:
            self._got_first_request = False

    def test_client(self, use_cookies=True, **kwargs):
        from flask.testing import FlaskClient
        return (self.test_client_class or FlaskClient)(self, self.response_class, use_cookies=use_cookies, **kwargs)

    def test_cli_runner(self, **kwargs):
        from flask import testing
        return (self.test_cli_runner_class or testing.FlaskCliRunner)(self, **kwargs)

    def _find_error_handler(self, e, blueprints):
        kind, code = self._get_exc_class_and_code(type(e))
        for each in (None,) if code is None else (code, None):
            for name in (*blueprints, None):
                handlers = self.error_handler_spec[name][each]
                for base in kind.__mro__ if handlers else ():
                    if handlers.get(base) is not None:
                        return handlers[base]

    def trap_http_exception(self, e):
        if self.config['TRAP_HTTP_EXCEPTIONS']:
            return True
        trap = self.config['TRAP_BAD_REQUEST_ERRORS']
        if trap is None and self.debug and isinstance(e, BadRequestKeyError):
            return True
        return bool(trap) and isinstance(e, BadRequest)

    def should_ignore_error(self, error):
        return False

    def redirect(self, location, code=302):
        return _redirect(location, code=code, Response=self.response_class)

    def handle_http_exception(self, e):
        if e.code is None or isinstance(e, RoutingException):
            return e
        handler = self._find_error_handler(e, request.blueprints)
        return e if handler is None else self.ensure_sync(handler)(e)

    def handle_user_exception(self, e):
        if isinstance(e, BadRequestKeyError) and (self.debug or self.config['TRAP_BAD_REQUEST_ERRORS']):
            e.show_exception = True
        if not isinstance(e, HTTPException) or self.trap_http_exception(e):
            if (found := self._find_error_handler(e, request.blueprints)) is None:
                raise
            return self.ensure_sync(found)(e)
        return self.handle_http_exception(e)

    def handle_exception(self, e):
        """What is answered where nobody has handled an error."""
        exc_info = sys.exc_info()
        got_request_exception.send(self, _async_wrapper=self.ensure_sync, exception=e)
        propagate = self.config['PROPAGATE_EXCEPTIONS']
        if self.testing or self.debug if propagate is None else propagate:
            if e is not exc_info[1]:
                raise e
            raise
        self.log_exception(exc_info)
        answer = InternalServerError(original_exception=e)
        handler = self._find_error_handler(answer, request.blueprints)
        if handler is not None:
            answer = self.ensure_sync(handler)(answer)
        return self.finalize_request(answer, from_error_handler=True)

    def log_exception(self, exc_info):
        self.logger.error(f'Exception on {request.path} [{request.method}]', exc_info=exc_info)

    def dispatch_request(self):
        asked = request_ctx.request
        if asked.routing_exception is not None:
            self.raise_routing_exception(asked)
        rule = asked.url_rule
        if getattr(rule, 'provide_automatic_options', False) and asked.method == 'OPTIONS':
            return self.make_default_options_response()
        return self.ensure_sync(self.view_functions[rule.endpoint])(**asked.view_args)

    def full_dispatch_request(self):
        self._got_first_request = True
        try:
            request_started.send(self, _async_wrapper=self.ensure_sync)
            answer = self.preprocess_request()
            if answer is None:
                answer = self.dispatch_request()
        except Exception as e:
            answer = self.handle_user_exception(e)
        return self.finalize_request(answer)

    def finalize_request(self, rv, from_error_handler=False):
        response = self.make_response(rv)
        try:
            response = self.process_response(response)
            request_finished.send(self, _async_wrapper=self.ensure_sync, response=response)
        except Exception:
            if not from_error_handler:
                raise
            self.logger.exception('Request finalizing failed with an error while handling an error')
        return response

    def make_default_options_response(self):
        response = self.response_class()
        response.allow.update(request_ctx.url_adapter.allowed_methods())
        return response

    def ensure_sync(self, func):
        return self.async_to_sync(func) if iscoroutinefunction(func) else func

    def async_to_sync(self, func):
        """A function that runs the coroutine function in a loop of a thread of its own."""
        def call(*args, **kwargs):
            import asyncio
            from concurrent.futures import ThreadPoolExecutor
            from contextvars import copy_context
            if asyncio._get_running_loop() is not None:
                raise RuntimeError('You cannot use AsyncToSync in the same thread as an async event loop - just await the async function directly.')
            with ThreadPoolExecutor(max_workers=1) as pool:
                return pool.submit(copy_context().run, asyncio.run, func(*args, **kwargs)).result()
        return call

    def url_for(self, /, endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
        context = _cv_request.get(None)
        if context is not None:
            adapter, blueprint = context.url_adapter, context.request.blueprint
            if endpoint[:1] == '.':
                endpoint = endpoint[1:] if blueprint is None else blueprint + endpoint
            _external = _scheme is not None if _external is None else _external
        else:
            around = _cv_app.get(None)
            adapter = self.create_url_adapter(None) if around is None else around.url_adapter
            if adapter is None:
                raise RuntimeError("Unable to build URLs outside an active request without 'SERVER_NAME' configured. Also configure "
                                   "'APPLICATION_ROOT' and "
                                   "'PREFERRED_URL_SCHEME' as needed.")
            _external = True if _external is None else _external
        if not (_external or _scheme is None):
            raise ValueError("When specifying '_scheme', '_external' must be True.")
        self.inject_url_defaults(endpoint, values)
        try:
            url = adapter.build(endpoint, values, method=_method, url_scheme=_scheme, force_external=_external)
        except BuildError as e:
            values.update(_anchor=_anchor, _method=_method, _scheme=_scheme, _external=_external)
            return self.handle_url_build_error(e, endpoint, values)
        return url if _anchor is None else url + '#' + quote(_anchor, safe="%!#$&'()*+,/:;=?@")

    def inject_url_defaults(self, endpoint, values):
        around = reversed(_split_blueprint_path(endpoint.rpartition('.')[0])) if '.' in endpoint else ()
        for name in (None, *around):
            for function in self.url_default_functions.get(name, ()):
                function(endpoint, values)

    def handle_url_build_error(self, error, endpoint, values):
        for handler in self.url_build_error_handlers:
            try:
                found = handler(error, endpoint, values)
            except BuildError as e:
                error = e
            else:
                if found is not None:
                    return found
        if error is sys.exc_info()[1]:
            raise
        raise error

    def make_response(self, rv):
        """A response of what a view has returned."""
        status = headers = None
        if isinstance(rv, tuple):
            if len(rv) == 3:
                rv, status, headers = rv
            elif len(rv) == 2:
                if isinstance(rv[1], (Headers, dict, tuple, list)):
                    rv, headers = rv
                else:
                    rv, status = rv
            else:
                raise TypeError('The view function did not return a valid response tuple. The tuple must have the form (body, status, headers), '
                                '(body, '
                                'status), or (body, headers).')
        if rv is None:
            raise TypeError(f'The view function for {request.endpoint!r} did not return a valid response. The function either returned None or ended '
                            'without a return statement.')
        if not isinstance(rv, self.response_class):
            if isinstance(rv, (str, bytes, bytearray)) or hasattr(rv, '__next__') and hasattr(rv, '__iter__'):
                return self.response_class(rv, status=status, headers=headers)
            rv = self._response_of(rv)
        if status is not None:
            rv.status = status
        if headers:
            rv.headers.update(headers)
        return rv

    def _response_of(self, body):
        """A response of what is neither text nor a response already."""
        if isinstance(body, (dict, list)):
            return self.json.response(body)
        fault = f'{_WANTED}{type(body).__name__}.'
        if not callable(body) and not isinstance(body, BaseResponse):
            raise TypeError(fault)
        try:
            return self.response_class.force_type(body, request.environ)
        except TypeError as e:
            raise TypeError(f'{e}\n{fault}').with_traceback(e.__traceback__) from None

    def preprocess_request(self):
        names = None, *reversed(request.blueprints)
        for name in names:
            for function in self.url_value_preprocessors.get(name, ()):
                function(request.endpoint, request.view_args)
        for name in names:
            for function in self.before_request_funcs.get(name, ()):
                answer = self.ensure_sync(function)()
                if answer is not None:
                    return answer

    def process_response(self, response):
        context = request_ctx._get_current_object()
        for function in context._after_request_functions:
            response = self.ensure_sync(function)(response)
        for name in (*request.blueprints, None):
            for function in reversed(self.after_request_funcs.get(name, ())):
                response = self.ensure_sync(function)(response)
        if not self.session_interface.is_null_session(context._session):
            self.session_interface.save_session(self, context._session, response)
        return response

    def do_teardown_request(self, exc=_sentinel):
        exc = sys.exc_info()[1] if exc is _sentinel else exc
        for name in (*request.blueprints, None):
            for function in reversed(self.teardown_request_funcs.get(name, ())):
                self.ensure_sync(function)(exc)
        request_tearing_down.send(self, _async_wrapper=self.ensure_sync, exc=exc)

    def do_teardown_appcontext(self, exc=_sentinel):
        exc = sys.exc_info()[1] if exc is _sentinel else exc
        for function in reversed(self.teardown_appcontext_funcs):
            self.ensure_sync(function)(exc)
        appcontext_tearing_down.send(self, _async_wrapper=self.ensure_sync, exc=exc)

    def app_context(self):
        return AppContext(self)

    def request_context(self, environ):
        return RequestContext(self, environ)

    def test_request_context(self, *args, **kwargs):
        from flask.testing import EnvironBuilder
        with closing(EnvironBuilder(self, *args, **kwargs)) as made:
            return self.request_context(made.get_environ())

    def wsgi_app(self, environ, start_response):
        context, error = self.request_context(environ), None
        try:
            try:
                context.push()
                answer = self.full_dispatch_request()
            except BaseException as e:
                error = e
                if not isinstance(e, Exception):
                    raise
                answer = self.handle_exception(e)
            return answer(environ, start_response)
        finally:
            keep = 'werkzeug.debug.preserve_context'
            for current in (_cv_app, _cv_request) if keep in environ else ():
                environ[keep](current.get())
            context.pop(None if error is not None and self.should_ignore_error(error) else error)

    def __call__(self, environ, start_response):
        return self.wsgi_app(environ, start_response)
