"""Connections with one server of the program itself, which are used again once an answer has been read."""
from urllib.parse import urlsplit as _urlsplit

import _network


class HTTPConnectionPool:
    """The connection that has been given back last is taken first."""
    scheme = 'http'

    def __init__(self, host, port, maxsize):
        self.host, self.port, self._maxsize, self._idle = host, port, maxsize, []

    def __str__(self):
        return f"{type(self).__name__}(host='{self.host}', port={self.port})"

    def _get_conn(self):
        import select
        from http.client import HTTPConnection
        connection = self._idle.pop() if self._idle else HTTPConnection(self.host, self.port)
        if connection.sock is not None and select.select([connection.sock], [], [], 0)[0]:
            # The server has hung up.
            connection.close()
        return connection

    def _put_conn(self, connection):
        if self._idle is None or len(self._idle) >= self._maxsize:
            connection.close()
        else:
            self._idle.append(connection)

    def close(self):
        idle, self._idle = self._idle or (), None
        for connection in idle:
            connection.close()

    def ask(self, method, url, headers, body, timeout, told=None):
        """Sends a request; the answer, whose body is to be read. A proxy is told more than a path."""
        from urllib3.response import HTTPResponse
        parts, connection = _urlsplit(url), self._get_conn()
        path = told or (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        known = {name.lower() for name, _ in headers}
        connection.timeout = timeout
        if connection.sock is not None:
            connection.sock.settimeout(timeout)
        try:
            connection.putrequest(method, path, 'host' in known, True)
            for name, value in headers:
                connection.putheader(name, value)
            connection.endheaders()
            if body:
                connection.send(body)
            found = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        answer = _network.Answer.of(url, found.status, found.reason, found.getheaders(), None)
        answer.body = HTTPResponse(found, method, answer, self, connection)
        return answer
