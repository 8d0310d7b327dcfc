"""Requests to an application without a server."""
from contextlib import ExitStack, closing, contextmanager
from copy import copy
from urllib.parse import urlsplit

import werkzeug.test
from werkzeug.serving import _VERSION
from werkzeug.test import Client
from werkzeug.wrappers import Request as BaseRequest


class EnvironBuilder(werkzeug.test.EnvironBuilder):
    def __init__(self, app, path='/', base_url=None, subdomain=None, url_scheme=None, *args, **kwargs):
        assert not (base_url or subdomain or url_scheme) or (base_url is not None) != bool(subdomain or url_scheme), (
            'Cannot pass "subdomain" or "url_scheme" with "base_url".')
        if base_url is None:
            host, root = app.config.get('SERVER_NAME') or 'localhost', app.config['APPLICATION_ROOT'].lstrip('/')
            host, scheme = f'{subdomain}.{host}' if subdomain else host, app.config['PREFERRED_URL_SCHEME'] if url_scheme is None else url_scheme
            url = urlsplit(path)
            base_url = f'{url.scheme or scheme}://{url.netloc or host}/{root}'
            path = f'{url.path}?{url.query}' if url.query else url.path
        self.app = app
        super().__init__(path, base_url, *args, **kwargs)

    def json_dumps(self, obj, **kwargs):
        return self.app.json.dumps(obj, **kwargs)


class FlaskClient(Client):
    """A client; within `with`, the context of the last request stays."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.preserve_context, self._new_contexts, self._context_stack = False, [], ExitStack()
        self.environ_base = {'REMOTE_ADDR': '127.0.0.1', 'HTTP_USER_AGENT': f'Werkzeug/{_VERSION}'}

    @contextmanager
    def session_transaction(self, *args, **kwargs):
        """The session, to be looked at and changed between requests."""
        self._jar()
        app = self.application
        context = app.test_request_context(*args, **kwargs)
        self._add_cookies_to_wsgi(context.request.environ)
        with context:
            session = app.session_interface.open_session(app, context.request)
        if session is None:
            raise RuntimeError('Session backend did not open a session.')
        yield session
        response = app.response_class()
        if app.session_interface.is_null_session(session):
            return
        with context:
            app.session_interface.save_session(app, session, response)
        self._update_cookies_from_response(context.request.host.partition(':')[0], context.request.path, response.headers.getlist('Set-Cookie'))

    def _copy_environ(self, other):
        found = {**self.environ_base, **other}
        if self.preserve_context:
            found['werkzeug.debug.preserve_context'] = self._new_contexts.append
        return found

    def open(self, *args, buffered=False, follow_redirects=False, **kwargs):
        first = args[0] if args else None
        if isinstance(first, werkzeug.test.EnvironBuilder):
            builder = copy(first)
            builder.environ_base = self._copy_environ(builder.environ_base or {})
            request = builder.get_request()
        elif isinstance(first, dict):
            request = EnvironBuilder.from_environ(first, app=self.application, environ_base=self._copy_environ({})).get_request()
        elif isinstance(first, BaseRequest):
            request = copy(first)
            request.environ = self._copy_environ(request.environ)
        else:
            kwargs['environ_base'] = self._copy_environ(kwargs.get('environ_base', {}))
            with closing(EnvironBuilder(self.application, *args, **kwargs)) as made:
                request = made.get_request()
        self._context_stack.close()
        response = super().open(request, buffered=buffered, follow_redirects=follow_redirects)
        response.json_module = self.application.json
        for context in self._new_contexts:
            self._context_stack.enter_context(context)
        self._new_contexts.clear()
        return response

    def __enter__(self):
        is_nested, self.preserve_context = self.preserve_context, True
        if is_nested:
            raise RuntimeError('Cannot nest client invocations')
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.preserve_context = False
        self._context_stack.close()


def _cli_runner():
    """The runner of commands, which brings click along."""
    from click.testing import CliRunner

    from flask.cli import ScriptInfo

    class FlaskCliRunner(CliRunner):
        def __init__(self, app, **kwargs):
            self.app = app
            super().__init__(**kwargs)

        def invoke(self, cli=None, args=None, **kwargs):
            kwargs.setdefault('obj', ScriptInfo(create_app=lambda: self.app))
            return super().invoke(self.app.cli if cli is None else cli, args, **kwargs)
    FlaskCliRunner.__qualname__ = 'FlaskCliRunner'
    return FlaskCliRunner


def __getattr__(name):
    if name == 'FlaskCliRunner':
        found = globals()[name] = _cli_runner()
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
