"""Statuses by number, with their names."""
from _http_statuses import PHRASES

HTTP_STATUS_CODES = dict(PHRASES)
# Where names differ from those of `http`.
HTTP_STATUS_CODES |= {203: 'Non Authoritative Information', 207: 'Multi Status', 306: 'Switch Proxy', 413: 'Request Entity Too Large',
                      414: 'Request URI Too Long', 416: 'Requested Range Not Satisfiable', 418: "I'm a teapot", 422: 'Unprocessable Entity',
                      449: 'Retry With', 511: 'Network Authentication Failed'}
HTTP_STATUS_CODES = dict(sorted(HTTP_STATUS_CODES.items()))
