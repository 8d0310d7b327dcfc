"""An application of WSGI answers, without a network."""
import io
import sys
from itertools import chain

from httpx._models import Response
from httpx._transports.base import BaseTransport
from httpx._types import SyncByteStream

__name__ = 'httpx'  # where what is here is said to be


class _Pieces(SyncByteStream):
    """What an application answers, from the first piece on that is not empty."""

    def __init__(self, result):
        self._result, pieces = result, iter(result)
        first = next((piece for piece in pieces if piece), b'')
        self._pieces = chain([first] if first else [], pieces)

    def __iter__(self):
        yield from self._pieces

    def close(self):
        if hasattr(self._result, 'close'):
            self._result.close()


class WSGITransport(BaseTransport):
    """An application of WSGI answers, without a network."""

    def __init__(self, app, raise_app_exceptions=True, script_name='', remote_addr='127.0.0.1', wsgi_errors=None):
        self.app, self.raise_app_exceptions, self.script_name = app, raise_app_exceptions, script_name
        self.remote_addr, self.wsgi_errors = remote_addr, wsgi_errors

    def handle_request(self, request):
        url = request.url
        environ = {
            'wsgi.version': (1, 0), 'wsgi.url_scheme': url.scheme, 'wsgi.input': io.BytesIO(request.read()),
            'wsgi.errors': self.wsgi_errors or sys.stderr, 'wsgi.multithread': True, 'wsgi.multiprocess': False,
            'wsgi.run_once': False, 'REQUEST_METHOD': request.method, 'SCRIPT_NAME': self.script_name, 'PATH_INFO': url.path,
            'QUERY_STRING': url.query.decode('ascii'), 'SERVER_NAME': url.host,
            'SERVER_PORT': str(url.port or {'http': 80, 'https': 443}[url.scheme]), 'SERVER_PROTOCOL': 'HTTP/1.1',
            'REMOTE_ADDR': self.remote_addr}
        for name, value in request.headers.raw:
            name = name.decode('ascii').upper().replace('-', '_')
            environ[name if name in ('CONTENT_TYPE', 'CONTENT_LENGTH') else f'HTTP_{name}'] = value.decode('ascii')
        started = []

        def start_response(status, response_headers, exc_info=None):
            started[:] = status, response_headers, exc_info
            return lambda _: None
        body = _Pieces(self.app(environ, start_response))
        assert started
        status, headers, failed = started
        if failed and failed[0] and self.raise_app_exceptions:
            raise failed[1]
        return Response(int(status.split()[0]), headers=headers, stream=body)
