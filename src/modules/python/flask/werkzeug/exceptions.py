"""Errors that are answers as well."""
from datetime import datetime as _datetime

from markupsafe import Markup, escape

from werkzeug._statuses import HTTP_STATUS_CODES as _NAMES


class HTTPException(Exception):
    """An answer of an error's; it is an application as well."""
    code = description = None

    def __init__(self, description=None, response=None):
        super().__init__()
        self.response = response
        if description is not None:
            self.description = description

    @property
    def name(self):
        return _NAMES.get(self.code, 'Unknown Error')

    def get_description(self, environ=None, scope=None):
        text = escape('' if self.description is None else self.description).replace('\n', Markup('<br>'))
        return f'<p>{text}</p>'

    def get_body(self, environ=None, scope=None):
        name = escape(self.name)
        return (f'<!doctype html>\n<html lang=en>\n<title>{self.code} {name}</title>\n<h1>{name}</h1>\n{self.get_description(environ)}\n')

    def get_headers(self, environ=None, scope=None):
        return [('Content-Type', 'text/html; charset=utf-8')]

    def get_response(self, environ=None, scope=None):
        from werkzeug.wrappers import Response
        if self.response is not None:
            return self.response
        environ = getattr(environ, 'environ', environ)
        return Response(self.get_body(environ, scope), self.code, self.get_headers(environ, scope))

    def __call__(self, environ, start_response):
        return self.get_response(environ)(environ, start_response)

    def __str__(self):
        return f"{'???' if self.code is None else self.code} {self.name}: {self.description}"

    def __repr__(self):
        return f"<{type(self).__name__} '{'???' if self.code is None else self.code}: {self.name}'>"


def _error(base, code, name, description=None):
    attributes = {'__module__': __name__, **({'code': code} if code else {}), **({'description': description} if description else {})}
    globals()[name] = type(name, (base,), attributes)


_error(HTTPException, 400, 'BadRequest', 'The browser (or proxy) sent a request that this server could not understand.')


class BadRequestKeyError(BadRequest, KeyError):
    """A key that is missed in what was sent."""
    _description, show_exception = BadRequest.description, False

    def __init__(self, arg=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        KeyError.__init__(self, *([] if arg is None else [arg]))

    @property
    def description(self):
        return f'{self._description}\nKeyError: {KeyError.__str__(self)}' if self.show_exception else self._description

    @description.setter
    def description(self, value):
        self._description = value


for _name in ('ClientDisconnected', 'SecurityError', 'BadHost'):
    _error(BadRequest, None, _name)


class Unauthorized(HTTPException):
    code = 401
    description = ('The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials '
                   "(e.g. a bad password), or your browser doesn't understand how to supply the credentials required.")

    def __init__(self, description=None, response=None, www_authenticate=None):
        super().__init__(description, response)
        from werkzeug.datastructures import WWWAuthenticate
        self.www_authenticate = (www_authenticate,) if isinstance(www_authenticate, WWWAuthenticate) else www_authenticate

    def get_headers(self, environ=None, scope=None):
        return super().get_headers(environ, scope) + [('WWW-Authenticate', str(each)) for each in self.www_authenticate or ()]


for _line in '''403 Forbidden You don't have the permission to access the requested resource. It is either read-protected or not \
readable by the server.
404 NotFound The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.
406 NotAcceptable The resource identified by the request is only capable of generating response entities which have content characteristics not \
acceptable according to the accept headers sent in the request.
408 RequestTimeout The server closed the network connection because the browser didn't finish the request within the specified time.
409 Conflict A conflict happened while processing the request. The resource might have been modified while the request was being processed.
410 Gone The requested URL is no longer available on this server and there is no forwarding address. If you followed a link from a foreign page, \
please contact the author of this page.
411 LengthRequired A request with this method requires a valid <code>Content-Length</code> header.
412 PreconditionFailed The precondition on the request for the URL failed positive evaluation.
413 RequestEntityTooLarge The data value transmitted exceeds the capacity limit.
414 RequestURITooLarge The length of the requested URL exceeds the capacity limit for this server. The request cannot be processed.
415 UnsupportedMediaType The server does not support the media type transmitted in the request.
417 ExpectationFailed The server could not meet the requirements of the Expect header
418 ImATeapot This server is a teapot, not a coffee machine
421 MisdirectedRequest The server is not able to produce a response.
422 UnprocessableEntity The request was well-formed but was unable to be followed due to semantic errors.
423 Locked The resource that is being accessed is locked.
424 FailedDependency The method could not be performed on the resource because the requested action depended on another action and that action failed.
428 PreconditionRequired This request is required to be conditional; try using "If-Match" or "If-Unmodified-Since".
431 RequestHeaderFieldsTooLarge One or more header fields exceeds the maximum size.
451 UnavailableForLegalReasons Unavailable for legal reasons.
501 NotImplemented The server does not support the action requested by the browser.
502 BadGateway The proxy server received an invalid response from an upstream server.
504 GatewayTimeout The connection to an upstream server timed out.
505 HTTPVersionNotSupported The server does not support the HTTP protocol version used in the request.'''.split('\n'):
    _code, _name, _text = _line.split(' ', 2)
    _error(HTTPException, int(_code), _name, _text)


class MethodNotAllowed(HTTPException):
    code, description = 405, 'The method is not allowed for the requested URL.'

    def __init__(self, valid_methods=None, description=None, response=None):
        super().__init__(description, response)
        self.valid_methods = valid_methods

    def get_headers(self, environ=None, scope=None):
        return super().get_headers(environ, scope) + ([('Allow', ', '.join(self.valid_methods))] if self.valid_methods else [])


class RequestedRangeNotSatisfiable(HTTPException):
    code, description = 416, 'The server cannot provide the requested range.'

    def __init__(self, length=None, units='bytes', description=None, response=None):
        super().__init__(description, response)
        self.length, self.units = length, units

    def get_headers(self, environ=None, scope=None):
        more = [] if self.length is None else [('Content-Range', f'{self.units} */{self.length}')]
        return super().get_headers(environ, scope) + more


class _RetryAfter(HTTPException):
    def __init__(self, description=None, response=None, retry_after=None):
        super().__init__(description, response)
        self.retry_after = retry_after

    def get_headers(self, environ=None, scope=None):
        found, when = super().get_headers(environ, scope), self.retry_after
        if when:
            if isinstance(when, _datetime):
                from werkzeug.http import http_date
                when = http_date(when)
            found.append(('Retry-After', str(when)))
        return found


_error(_RetryAfter, 429, 'TooManyRequests', 'This user has exceeded an allotted request count. Try again later.')
_error(_RetryAfter, 503, 'ServiceUnavailable', 'The server is temporarily unable to service your request due to maintenance downtime or capacity '
       'problems. Please try again later.')


class InternalServerError(HTTPException):
    code = 500
    description = ('The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an '
                   'error in the application.')

    def __init__(self, description=None, response=None, original_exception=None):
        self.original_exception = original_exception
        super().__init__(description, response)


default_exceptions = {}
for _kind in list(globals().values()):
    if isinstance(_kind, type) and issubclass(_kind, HTTPException) and _kind.code is not None:
        default_exceptions.setdefault(_kind.code, _kind)
default_exceptions = dict(sorted(default_exceptions.items()))


class Aborter:
    """Raises the error of a status."""

    def __init__(self, mapping=None, extra=None):
        self.mapping = dict(default_exceptions if mapping is None else mapping)
        self.mapping.update(extra or {})

    def __call__(self, code, *args, **kwargs):
        from werkzeug.wrappers import Response
        if isinstance(code, Response):
            raise HTTPException(response=code)
        kind = self.mapping.get(code)
        if kind is None:
            raise LookupError(f'no exception for {code!r}')
        raise kind(*args, **kwargs)


_aborter = Aborter()


def abort(status, *args, **kwargs):
    _aborter(status, *args, **kwargs)
