import http.client
import io


class Wire:
    """A socket that keeps what is sent and has its answers ready."""

    def __init__(self, *answers):
        self.sent, self.answers = b'', list(answers)

    def sendall(self, data):
        self.sent += data

    def makefile(self, mode):
        return io.BufferedReader(io.BytesIO(self.answers.pop(0)))

    def close(self):
        pass


def connected(*answers):
    connection = http.client.HTTPConnection('example.test')
    connection.sock = Wire(*answers)
    return connection


PLAIN = b'HTTP/1.1 200 OK\r\nContent-Length: 13\r\nX-A: 1\r\nX-A: 2\r\nLong: first\r\n  second\r\n\r\none\ntwo\nthree'
CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhello\nwo\r\n4;a=b\r\nrld\n\r\n3\r\nend\r\n0\r\nA: b\r\n\r\n'


def into(response):
    room = bytearray(6)
    return response.readinto(room), room


for answer in (PLAIN, CHUNKED):
    for how in (lambda r: [r.readline(), r.readline(2), r.read()],
                lambda r: [r.read(3), r.peek()[:2], r.read1(2), r.read(100), r.read(), r.peek(), r.readline()],
                list, into, lambda r: [r.read(0), r.isclosed(), r.read()],
                lambda r: [r.getheader('x-a'), r.getheader('y', ['a', 'b']), r.getheader('y', 5), r.getheader('long')]):
        connection = connected(answer)
        connection.request('GET', '/')
        response = connection.getresponse()
        print(how(response), response.isclosed(), response.length, response.chunked)

for body in (b'bytes', 'text', bytearray(b'array'), io.BytesIO(b'a file'), io.StringIO('its text'), [b'a', b'', b'list'],
             (part for part in [b'parts'])):
    connection = connected()
    connection.request('POST', '/', body)
    print(connection.sock.sent.partition(b'identity\r\n')[2])
connection = connected()
connection._http_vsn, connection._http_vsn_str = 10, 'HTTP/1.0'
connection.request('PUT', 'http://other.test:8080/x', headers={'A': 5, 'B': b'b'})
print(connection.sock.sent)
connection = connected()
connection.putrequest('GET', '')
connection.putheader('Several', 'a', b'b', 3)
connection.endheaders()
print(connection.sock.sent)

for wrong in (lambda c: c.request('GET', '/a b'), lambda c: c.request('G\nT', '/'),
              lambda c: c.request('GET', '/', headers={'a b:': 'x'}), lambda c: c.request('GET', '/', headers={'a': 'x\ny'}),
              lambda c: c.request('POST', '/', 5), lambda c: c.request('POST', '/', '\u20ac'), lambda c: c.send(5),
              lambda c: http.client.HTTPConnection('a:b'), lambda c: http.client.HTTPConnection('a b'),
              lambda c: c.getresponse(), lambda c: c.putheader('a', 'b'), lambda c: c.endheaders(),
              lambda c: [c.request('GET', '/'), c.request('GET', '/')], lambda c: c.set_tunnel('x')):
    try:
        wrong(connected(PLAIN))
    except Exception as error:
        print(type(error).__name__, error)

HEAD = b'HTTP/1.1 200 OK\r\n'
for answer in (b'', b'HTTP/1.1\r\n', b'HTTP/1.1 two\r\n', b'HTTP/1.1 1000 x\r\n', b'FTP 200\r\n', b'HTTP/2.0 200 OK\r\n\r\n',
               b'HTTP/1.1 ' + b'2' * 70000, HEAD + b'a: ' + b'b' * 70000, HEAD + b'a: b\r\n' * 101 + b'\r\n',
               HEAD + b'Content-Length: -5\r\n\r\nall', HEAD + b'Content-Length: 9\r\n\r\npart',
               b'HTTP/1.1 100 Continue\r\nA: b\r\n\r\n' + HEAD + b'\r\nlast',
               HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnone', HEAD + b'Transfer-Encoding: chunked\r\n\r\n9\r\nhel',
               b'HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok'):
    connection = connected(answer)
    connection.request('GET', '/')
    try:
        response = connection.getresponse()
        print(response.status, response.reason, response.version, response.will_close, response.length, end=' ')
        print(response.read())
    except Exception as error:
        print(type(error).__name__, repr(error)[:90])

# Another host behind a proxy.
for answer in (b'HTTP/1.1 200 Connected\r\nProxy: yes\r\n\r\n', b'HTTP/1.1 403 No way\r\n\r\n'):
    connection = http.client.HTTPConnection('proxy.test', 3128)
    connection.set_tunnel('far.test', 8000, {'Key': 'k'})
    wire = Wire(answer, PLAIN)
    wire.setsockopt = lambda *args: None
    connection._create_connection = lambda address, *rest, **more: print(address) or wire
    try:
        connection.request('GET', '/there')
        print(wire.sent, connection.get_proxy_response_headers().items())
        print(connection.getresponse().read())
    except OSError as error:
        print(error)

connection = connected(CHUNKED)
connection.set_debuglevel(1)
connection.request('POST', '/', [b'x', b''])
print(connection.getresponse().read())
