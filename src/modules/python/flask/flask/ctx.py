"""Contexts: which application and which request are current."""
import sys
from functools import update_wrapper

from werkzeug.exceptions import HTTPException

from flask.globals import _cv_app, _cv_request
from flask.signals import appcontext_popped, appcontext_pushed

_sentinel = object()


class _AppCtxGlobals:
    """`g`: attributes of one context."""

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    def pop(self, name, default=_sentinel):
        return self.__dict__.pop(name) if default is _sentinel else self.__dict__.pop(name, default)

    def setdefault(self, name, default=None):
        return self.__dict__.setdefault(name, default)

    def __getattr__(self, name):
        raise AttributeError(name)

    def __delattr__(self, name):
        if name not in self.__dict__:
            raise AttributeError(name)
        del self.__dict__[name]

    def __contains__(self, item):
        return item in self.__dict__

    def __iter__(self):
        return iter(self.__dict__)

    def __repr__(self):
        found = _cv_app.get(None)
        return object.__repr__(self) if found is None else f"<flask.g of '{found.app.name}'>"


def _current_request_context(name):
    found = _cv_request.get(None)
    if found is None:
        raise RuntimeError(f"'{name}' can only be used when a request context is active, such as in a view function.")
    return found


def after_this_request(f):
    _current_request_context('after_this_request')._after_request_functions.append(f)
    return f


def copy_current_request_context(f):
    """A function that has this request wherever it is called."""
    context = _current_request_context('copy_current_request_context').copy()

    def call(*args, **kwargs):
        with context:
            return context.app.ensure_sync(f)(*args, **kwargs)
    return update_wrapper(call, f)


def has_request_context():
    return _cv_request.get(None) is not None


def has_app_context():
    return _cv_app.get(None) is not None


class AppContext:
    def __init__(self, app):
        self.app, self.url_adapter, self.g, self._cv_tokens = app, app.create_url_adapter(None), app.app_ctx_globals_class(), []

    def push(self):
        self._cv_tokens.append(_cv_app.set(self))
        appcontext_pushed.send(self.app, _async_wrapper=self.app.ensure_sync)

    def pop(self, exc=_sentinel):
        try:
            if len(self._cv_tokens) == 1:
                self.app.do_teardown_appcontext(sys.exc_info()[1] if exc is _sentinel else exc)
        finally:
            current = _cv_app.get()
            _cv_app.reset(self._cv_tokens.pop())
        if current is not self:
            raise AssertionError(f'Popped wrong app context. ({current!r} instead of {self!r})')
        appcontext_popped.send(self.app, _async_wrapper=self.app.ensure_sync)

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.pop(exc_value)


class RequestContext:
    """A request, its session and the rule that it matches."""

    def __init__(self, app, environ, request=None, session=None):
        is_new = request is None
        request = app.request_class(environ) if is_new else request
        if is_new:
            request.json_module = app.json
        self.app, self.request, self.url_adapter, self.flashes, self._session = app, request, None, None, session
        self._after_request_functions, self._cv_tokens = [], []
        try:
            self.url_adapter = app.create_url_adapter(request)
        except HTTPException as e:
            request.routing_exception = e

    def copy(self):
        return self.__class__(self.app, environ=self.request.environ, request=self.request, session=self._session)

    def match_request(self):
        try:
            self.request.url_rule, self.request.view_args = self.url_adapter.match(return_rule=True)
        except HTTPException as e:
            self.request.routing_exception = e

    @property
    def session(self):
        assert self._session is not None, 'The session has not yet been opened.'
        self._session.accessed = True
        return self._session

    def push(self):
        around = _cv_app.get(None)
        if around is None or around.app is not self.app:
            around = self.app.app_context()
            around.push()
        else:
            around = None
        self._cv_tokens.append((_cv_request.set(self), around))
        if self._session is None:
            interface = self.app.session_interface
            self._session = interface.open_session(self.app, self.request)
            if self._session is None:
                self._session = interface.make_null_session(self.app)
        if self.url_adapter is not None:
            self.match_request()

    def pop(self, exc=_sentinel):
        last = len(self._cv_tokens) == 1
        try:
            if last:
                exc = sys.exc_info()[1] if exc is _sentinel else exc
                self.app.do_teardown_request(exc)
                close = getattr(self.request, 'close', None)
                if close is not None:
                    close()
        finally:
            current = _cv_request.get()
            token, around = self._cv_tokens.pop()
            _cv_request.reset(token)
            if last:
                current.request.environ['werkzeug.request'] = None
            if around is not None:
                around.pop(exc)
            if current is not self:
                raise AssertionError(f'Popped wrong request context. ({current!r} instead of {self!r})')

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.pop(exc_value)

    def __repr__(self):
        return f'<{type(self).__name__} {self.request.url!r} [{self.request.method}] of {self.app.name}>'
