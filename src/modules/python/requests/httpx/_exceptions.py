"""What goes wrong with requests."""

__name__ = 'httpx'  # where what is here is said to be


class HTTPError(Exception):
    """Something went wrong with a request."""

    def __init__(self, message):
        super().__init__(message)
        self._request = None

    def _sent(self):
        if self._request is not None:
            return self._request
        raise RuntimeError('The .request property has not been set.')

    def _set_sent(self, request):
        self._request = request

    request = property(_sent, _set_sent)


class RequestError(HTTPError):
    """No answer came."""

    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request


class HTTPStatusError(HTTPError):
    """An answer came, and it is not a good one."""

    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request, self.response = request, response


class InvalidURL(Exception):
    pass


class CookieConflict(Exception):
    pass


class StreamError(RuntimeError):
    pass


class TransportError(RequestError):
    pass


class DecodingError(RequestError):
    pass


class TooManyRedirects(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class WriteError(NetworkError):
    pass


class CloseError(NetworkError):
    pass


class ProtocolError(TransportError):
    pass


class LocalProtocolError(ProtocolError):
    pass


class RemoteProtocolError(ProtocolError):
    pass


class ProxyError(TransportError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class StreamConsumed(StreamError):
    pass


class StreamClosed(StreamError):
    pass


class ResponseNotRead(StreamError):
    pass


class RequestNotRead(StreamError):
    pass


CONSUMED = ('Attempted to read or stream some content, but the content has already been streamed. For requests, this could be due '
             'to passing a generator as request content, and then receiving a redirect response or a secondary request as part of '
             'an authentication flow.For responses, this could be due to attempting to stream the response content more than once.')
