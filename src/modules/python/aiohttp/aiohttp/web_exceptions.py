"""Answers that may be raised, one for each status."""
import warnings as _warnings
from yarl import URL as _URL

from aiohttp.web_response import Response as _Response


class HTTPException(_Response, Exception):
    """An answer that may be raised."""
    status_code = -1
    empty_body = False
    __http_exception__ = True

    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None):
        if body is not None:
            _warnings.warn('body argument is deprecated for http web exceptions', DeprecationWarning)
        _Response.__init__(self, status=self.status_code, headers=headers, reason=reason, body=body, text=text,
                           content_type=content_type)
        Exception.__init__(self, self.reason)
        if self.body is None and not self.empty_body:
            self.text = f'{self.status}: {self.reason}'

    __str__ = Exception.__str__

    def __bool__(self):
        return True


class HTTPError(HTTPException):
    """What went wrong."""


class HTTPRedirection(HTTPException):
    """What is elsewhere."""


class HTTPSuccessful(HTTPException):
    """What went well."""


class HTTPClientError(HTTPError):
    """What the client did wrong."""


class HTTPServerError(HTTPError):
    """What the server could not do."""


class HTTPMove(HTTPRedirection):
    """What is at another place."""

    def __init__(self, location, *, headers=None, reason=None, body=None, text=None, content_type=None):
        if not location:
            raise ValueError('HTTP redirects need a location to redirect to.')
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self.headers['Location'] = str(_URL(location))
        self.location = location


class HTTPMethodNotAllowed(HTTPClientError):
    status_code = 405

    def __init__(self, method, allowed_methods, *, headers=None, reason=None, body=None, text=None, content_type=None):
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self.headers['Allow'] = ','.join(sorted(allowed_methods))
        self.allowed_methods, self.method = set(allowed_methods), method.upper()


class HTTPRequestEntityTooLarge(HTTPClientError):
    status_code = 413

    def __init__(self, max_size, actual_size=0, **kwargs):
        kwargs.setdefault('text', f'Maximum request body size {max_size} exceeded.')
        super().__init__(**kwargs)


class HTTPUnavailableForLegalReasons(HTTPClientError):
    status_code = 451

    def __init__(self, link, *, headers=None, reason=None, body=None, text=None, content_type=None):
        super().__init__(headers=headers, reason=reason, body=body, text=text, content_type=content_type)
        self._link = _URL(link) if link else None
        if link:
            self.headers['Link'] = f'<{self._link}>; rel="blocked-by"'

    link = property(lambda self: self._link)


_OTHERS = {
    HTTPSuccessful: {200: 'Ok', 201: 'Created', 202: 'Accepted', 203: 'NonAuthoritativeInformation', 204: 'NoContent',
                     205: 'ResetContent', 206: 'PartialContent'},
    HTTPRedirection: {304: 'NotModified'},
    HTTPMove: {300: 'MultipleChoices', 301: 'MovedPermanently', 302: 'Found', 303: 'SeeOther', 305: 'UseProxy',
               307: 'TemporaryRedirect', 308: 'PermanentRedirect'},
    HTTPClientError: {400: 'BadRequest', 401: 'Unauthorized', 402: 'PaymentRequired', 403: 'Forbidden', 404: 'NotFound',
                      406: 'NotAcceptable', 407: 'ProxyAuthenticationRequired', 408: 'RequestTimeout', 409: 'Conflict',
                      410: 'Gone', 411: 'LengthRequired', 412: 'PreconditionFailed', 414: 'RequestURITooLong',
                      415: 'UnsupportedMediaType', 416: 'RequestRangeNotSatisfiable', 417: 'ExpectationFailed',
                      421: 'MisdirectedRequest', 422: 'UnprocessableEntity', 424: 'FailedDependency',
                      426: 'UpgradeRequired', 428: 'PreconditionRequired', 429: 'TooManyRequests',
                      431: 'RequestHeaderFieldsTooLarge'},
    HTTPServerError: {500: 'InternalServerError', 501: 'NotImplemented', 502: 'BadGateway', 503: 'ServiceUnavailable',
                      504: 'GatewayTimeout', 505: 'VersionNotSupported', 506: 'VariantAlsoNegotiates',
                      507: 'InsufficientStorage', 510: 'NotExtended', 511: 'NetworkAuthenticationRequired'},
}
for _base, _names in _OTHERS.items():
    for _status, _name in _names.items():
        _body = {'status_code': _status, '__module__': __name__} | ({'empty_body': True} if _status in (204, 205, 304) else {})
        globals()['HTTP' + _name] = type('HTTP' + _name, (_base,), _body)


class NotAppKeyWarning(UserWarning):
    """An application's key is a text."""
    __module__ = 'aiohttp.web_exceptions'


__all__ = [_name for _name in globals() if _name.startswith('HTTP')] + ['NotAppKeyWarning']
