"""Statuses and methods of HTTP."""
import enum as _enum

__all__ = ['HTTPStatus', 'HTTPMethod']
_TABLE = """100 CONTINUE Continue
101 SWITCHING_PROTOCOLS Switching Protocols
102 PROCESSING Processing
103 EARLY_HINTS Early Hints
200 OK OK
201 CREATED Created
202 ACCEPTED Accepted
203 NON_AUTHORITATIVE_INFORMATION Non-Authoritative Information
204 NO_CONTENT No Content
205 RESET_CONTENT Reset Content
206 PARTIAL_CONTENT Partial Content
207 MULTI_STATUS Multi-Status
208 ALREADY_REPORTED Already Reported
226 IM_USED IM Used
300 MULTIPLE_CHOICES Multiple Choices
301 MOVED_PERMANENTLY Moved Permanently
302 FOUND Found
303 SEE_OTHER See Other
304 NOT_MODIFIED Not Modified
305 USE_PROXY Use Proxy
307 TEMPORARY_REDIRECT Temporary Redirect
308 PERMANENT_REDIRECT Permanent Redirect
400 BAD_REQUEST Bad Request
401 UNAUTHORIZED Unauthorized
402 PAYMENT_REQUIRED Payment Required
403 FORBIDDEN Forbidden
404 NOT_FOUND Not Found
405 METHOD_NOT_ALLOWED Method Not Allowed
406 NOT_ACCEPTABLE Not Acceptable
407 PROXY_AUTHENTICATION_REQUIRED Proxy Authentication Required
408 REQUEST_TIMEOUT Request Timeout
409 CONFLICT Conflict
410 GONE Gone
411 LENGTH_REQUIRED Length Required
412 PRECONDITION_FAILED Precondition Failed
413 CONTENT_TOO_LARGE Content Too Large
414 URI_TOO_LONG URI Too Long
415 UNSUPPORTED_MEDIA_TYPE Unsupported Media Type
416 RANGE_NOT_SATISFIABLE Range Not Satisfiable
417 EXPECTATION_FAILED Expectation Failed
418 IM_A_TEAPOT I'm a Teapot
421 MISDIRECTED_REQUEST Misdirected Request
422 UNPROCESSABLE_CONTENT Unprocessable Content
423 LOCKED Locked
424 FAILED_DEPENDENCY Failed Dependency
425 TOO_EARLY Too Early
426 UPGRADE_REQUIRED Upgrade Required
428 PRECONDITION_REQUIRED Precondition Required
429 TOO_MANY_REQUESTS Too Many Requests
431 REQUEST_HEADER_FIELDS_TOO_LARGE Request Header Fields Too Large
451 UNAVAILABLE_FOR_LEGAL_REASONS Unavailable For Legal Reasons
500 INTERNAL_SERVER_ERROR Internal Server Error
501 NOT_IMPLEMENTED Not Implemented
502 BAD_GATEWAY Bad Gateway
503 SERVICE_UNAVAILABLE Service Unavailable
504 GATEWAY_TIMEOUT Gateway Timeout
505 HTTP_VERSION_NOT_SUPPORTED HTTP Version Not Supported
506 VARIANT_ALSO_NEGOTIATES Variant Also Negotiates
507 INSUFFICIENT_STORAGE Insufficient Storage
508 LOOP_DETECTED Loop Detected
510 NOT_EXTENDED Not Extended
511 NETWORK_AUTHENTICATION_REQUIRED Network Authentication Required"""
# What servers say of a status, where they do.
_DESCRIPTIONS = """100 Request received, please continue
101 Switching to new protocol; obey Upgrade header
200 Request fulfilled, document follows
201 Document created, URL follows
202 Request accepted, processing continues off-line
203 Request fulfilled from cache
204 Request fulfilled, nothing follows
205 Clear input form for further input
206 Partial content follows
300 Object has several resources -- see URI list
301 Object moved permanently -- see URI list
302 Object moved temporarily -- see URI list
303 Object moved -- see Method and URL list
304 Document has not changed since given time
305 You must use proxy specified in Location to access this resource
307 Object moved temporarily -- see URI list
308 Object moved permanently -- see URI list
400 Bad request syntax or unsupported method
401 No permission -- see authorization schemes
402 No payment -- see charging schemes
403 Request forbidden -- authorization will not help
404 Nothing matches the given URI
405 Specified method is invalid for this resource
406 URI not available in preferred format
407 You must authenticate with this proxy before proceeding
408 Request timed out; try again later
409 Request conflict
410 URI no longer exists and has been permanently removed
411 Client must specify Content-Length
412 Precondition in headers is false
413 Content is too large
414 URI is too long
415 Entity body in unsupported format
416 Cannot satisfy request range
417 Expect condition could not be satisfied
418 Server refuses to brew coffee because it is a teapot.
421 Server is not able to produce a response
428 The origin server requires the request to be conditional
429 The user has sent too many requests in a given amount of time ("rate limiting")
431 The server is unwilling to process the request because its header fields are too large
451 The server is denying access to the resource as a consequence of a legal demand
500 Server got itself in trouble
501 Server does not support this operation
502 Invalid responses from another server/proxy
503 The server cannot process the request due to a high load
504 The gateway server did not receive a timely response
505 Cannot fulfill request
511 The client needs to authenticate to gain network access"""


class _Status(_enum.IntEnum):
    """A status with its phrase."""

    def __new__(cls, value, phrase, description=''):
        member = int.__new__(cls, value)
        member._value_, member.phrase, member.description = value, phrase, description
        return member

    is_informational = property(lambda self: 100 <= self <= 199)
    is_success = property(lambda self: 200 <= self <= 299)
    is_redirection = property(lambda self: 300 <= self <= 399)
    is_client_error = property(lambda self: 400 <= self <= 499)
    is_server_error = property(lambda self: 500 <= self <= 599)


def _members():
    said = dict(line.split(' ', 1) for line in _DESCRIPTIONS.split('\n'))
    for line in _TABLE.split('\n'):
        number, name, phrase = line.split(' ', 2)
        yield name, (int(number), phrase, said.get(number, ''))


HTTPStatus = _Status('HTTPStatus', list(_members()), module='http')


class HTTPMethod(_enum.StrEnum):
    """A method of HTTP."""
    CONNECT = 'CONNECT'
    DELETE = 'DELETE'
    GET = 'GET'
    HEAD = 'HEAD'
    OPTIONS = 'OPTIONS'
    PATCH = 'PATCH'
    POST = 'POST'
    PUT = 'PUT'
    TRACE = 'TRACE'
