"""The enumerations of `http`, read when a program first asks for one."""
import enum as _enum
from _http_statuses import rows as _rows

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


# What some were called before RFC 9110.
_OLD_NAMES = {413: 'REQUEST_ENTITY_TOO_LARGE', 414: 'REQUEST_URI_TOO_LONG', 416: 'REQUESTED_RANGE_NOT_SATISFIABLE',
              422: 'UNPROCESSABLE_ENTITY'}


def _members():
    said = dict(line.split(' ', 1) for line in _DESCRIPTIONS.split('\n'))
    for number, name, phrase in _rows():
        value = number, phrase, said.get(str(number), '')
        yield name, value
        if number in _OLD_NAMES:
            yield _OLD_NAMES[number], value


HTTPStatus = _Status('HTTPStatus', list(_members()), module='http')


class HTTPMethod(_enum.StrEnum):
    """A method of HTTP, with what it is for."""
    __module__ = 'http'

    def __new__(cls, value, description):
        member = str.__new__(cls, value)
        member._value_, member.description = value, description
        return member

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}>'

    CONNECT = 'CONNECT', 'Establish a connection to the server.'
    DELETE = 'DELETE', 'Remove the target.'
    GET = 'GET', 'Retrieve the target.'
    HEAD = 'HEAD', 'Same as GET, but only retrieve the status line and header section.'
    OPTIONS = 'OPTIONS', 'Describe the communication options for the target.'
    PATCH = 'PATCH', 'Apply partial modifications to a target.'
    POST = 'POST', 'Perform target-specific processing with the request payload.'
    PUT = 'PUT', 'Replace the target with the request payload.'
    TRACE = 'TRACE', 'Perform a message loop-back test along the path to the target.'


from _frames import unseen as _unseen
_unseen(_Status)
