"""`curl` of the simulated machine, for HTTP and HTTPS: as curl 7.88."""
import os
import sys
import time
from _command_lines import Failed, put, say

_VERSION = '7.88.1'
_FLAGS = {'silent': 's', 'show-error': 'S', 'fail': 'f', 'location': 'L', 'include': 'i', 'head': 'I', 'remote-name': 'O', 'insecure': 'k',
          'get': 'G', 'version': 'V', 'no-progress-meter': 'no-progress-meter'}
# What makes no difference here.
_IDLE = {'no-buffer': 'N', 'globoff': 'g', 'ipv4': '4', 'ipv6': '6', 'http1.0': '0', 'http1.1': '', 'http2': '', 'compressed': '', 'no-keepalive': '',
         'tcp-nodelay': '', 'create-dirs': '', 'disable': 'q'}
_TAKING = {'output': 'o', 'request': 'X', 'data': 'd', 'header': 'H', 'user-agent': 'A', 'referer': 'e', 'cookie': 'b', 'user': 'u',
           'write-out': 'w', 'max-time': 'm', 'range': 'r', 'form': 'F', 'data-ascii': 'd', 'data-raw': 'raw', 'data-binary': 'binary',
           'data-urlencode': 'urlencode', 'json': 'json', 'connect-timeout': 'connect', 'max-redirs': 'redirs', 'url': 'url'}
_LETTERS = {letter: (letter, False) for letter in _FLAGS.values()} | {letter: (None, False) for letter in _IDLE.values()}
_LETTERS |= {letter: (letter, True) for letter in _TAKING.values()}
_LONG = {name: (letter, False) for name, letter in _FLAGS.items()} | {name: (None, False) for name in _IDLE}
_LONG |= {name: (letter, True) for name, letter in _TAKING.items()}
_LACKING = frozenset('anpvxzcCDEJKMQPRtTUyYZ#:') | frozenset(('verbose', 'proxy', 'upload-file', 'cookie-jar', 'retry', 'parallel', 'progress-bar', 'trace',
                                                             'dump-header', 'fail-with-body', 'resolve', 'unix-socket', 'cacert', 'cert', 'netrc', 'digest',
                                                             'oauth2-bearer', 'limit-rate', 'continue-at', 'remote-header-name', 'output-dir', 'http3'))
_HINT = "curl: try 'curl --help' or 'curl --manual' for more information"
_KINDS = {'gif': 'image/gif', 'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'png': 'image/png', 'svg': 'image/svg+xml', 'txt': 'text/plain',
          'htm': 'text/html', 'html': 'text/html', 'pdf': 'application/pdf', 'xml': 'application/xml'}


class _Error(Exception):
    """A transfer ends with this status, for this reason."""


def _refuse(words):
    say(words)
    say(_HINT)
    raise Failed(2)


def _options(args):
    """Options by their letters, each with all its values; what of the body they give, in order; and URLs."""
    found, body, urls, args = {}, [], [], list(args)

    def known(table, name, shown):
        if name in table:
            return table[name]
        if name in _LACKING:
            import _frames
            _frames.not_supported(f'curl with {shown}', 'another option, or Python')
        _refuse(f'curl: option {shown}: is unknown')

    def take(letter, shown, value):
        if value is None:
            if not args:
                _refuse(f'curl: option {shown}: requires parameter')
            value = args.pop(0)
        if letter == 'url':
            urls.append(value)
        elif letter in ('d', 'raw', 'binary', 'urlencode', 'json'):
            body.append((letter, value))
        else:
            found.setdefault(letter, []).append(value)
    while args:
        arg = args.pop(0)
        if arg[:2] == '--' and len(arg) > 2:
            letter, taking = known(_LONG, arg[2:], arg)
            if taking:
                take(letter, arg, None)
            else:
                found.setdefault(letter, []).append(True)
        elif arg[:1] == '-' and len(arg) > 1:
            letters = arg[1:]
            while letters:
                one, letters = letters[0], letters[1:]
                letter, taking = known(_LETTERS, one, arg if len(arg) == 2 else f'-{one}')
                if taking:
                    take(letter, arg, letters or None)
                    break
                found.setdefault(letter, []).append(True)
        else:
            urls.append(arg)
    return found, body, urls


def _contents(name):
    if name == '-':
        return sys.stdin.buffer.read()
    try:
        with open(name, 'rb') as file:
            return file.read()
    except OSError:
        _refuse('curl: option -d: error encountered when reading a file')


def _encoded(value):
    from urllib.parse import quote_plus as quote
    at, file = value.find('='), value.find('@')
    if at < 0 <= file or 0 <= file < at:
        name, data = value[:file], _contents(value[file + 1:])
    else:
        name, data = value[:max(at, 0)], value[at + 1:].encode()
    return (f'{name}={quote(data, safe="")}' if name else quote(data, safe='')).encode()


def _body_of(pieces):
    """The bytes that `-d` and its like say, in the order in which they stand."""
    body = b''
    for letter, value in pieces:
        if letter == 'urlencode':
            data = _encoded(value)
        elif letter != 'raw' and value[:1] == '@':
            data = _contents(value[1:])
            if letter == 'd':
                data = data.translate(None, b'\r\n\0')
        else:
            data = value.encode('utf-8', 'surrogateescape')
        body += b'&' + data if body and letter != 'json' else data
    return body


def _form(parts):
    """A body of several parts, and its type."""
    import random
    boundary = '-' * 24 + ''.join(random.choices('0123456789abcdef', k=16))
    body = b''
    for part in parts:
        name, _, value = part.partition('=')
        value, *settings = value.split(';')
        settings = dict(setting.strip().partition('=')[::2] for setting in settings)
        head, kind = f'Content-Disposition: form-data; name="{name}"', settings.get('type')
        if value[:1] in '@<' and value:
            data = _contents(value[1:])
            if value[0] == '@':
                file = settings.get('filename', os.path.basename(value[1:]))
                head += f'; filename="{file}"'
                kind = kind or _KINDS.get(file.rpartition('.')[2], 'application/octet-stream')
        else:
            data = value.encode()
        head += f'\r\nContent-Type: {kind}' if kind else ''
        body += f'--{boundary}\r\n{head}\r\n\r\n'.encode() + data + b'\r\n'
    return body + f'--{boundary}--\r\n'.encode(), f'multipart/form-data; boundary={boundary}'


def _short(size):
    """A number in five places."""
    if size < 100000:
        return f'{size:5d}'
    for letter, power in (('k', 10), ('M', 20), ('G', 30), ('T', 40)):
        if size < 10000 << power:
            return f'{size / (1 << power):4.1f}{letter}' if letter != 'k' and size < 100 << power else f'{size >> power:4d}{letter}'
    return f'{size >> 50:4d}P'


def _clock(seconds):
    return f'{seconds // 3600:2d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}' if seconds > 0 else '--:--:--'


def _of_tls(exc):
    """What is said of a handshake that failed."""
    reason = getattr(exc, 'verify_message', '')
    if not reason:
        return _Error(35, 'OpenSSL SSL_connect: SSL_ERROR_SYSCALL')
    return _Error(60, f'SSL certificate problem: {reason}\nMore details here: https://curl.se/docs/sslcerts.html\n\n'
                  'curl failed to verify the legitimacy of the server and therefore could not\nestablish a secure connection to it. '
                  'To learn more about this situation and\nhow to fix it, please visit the web page mentioned above.')


class _Meter:
    """How far a transfer is: a line on stderr, anew each second."""

    def __init__(self, shown):
        self.shown, self.began, self.total, self.got = shown, time.monotonic(), 0, 0

    def start(self):
        if self.shown:
            say('  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n'
                '                                 Dload  Upload   Total   Spent    Left  Speed')
            self.show()

    def show(self, end=''):
        if not self.shown:
            return
        took = time.monotonic() - self.began
        speed, part = int(self.got / max(took, 1e-6)), self.got * 100 // self.total if self.total else 100 * bool(self.got)
        all_of = (self.total or self.got) // speed if speed and took >= 1 else 0
        say(f'\r{part:3d} {_short(self.total or self.got)}  {part:3d} {_short(self.got)}    0     0 {_short(speed):>6}      0 '
            f'{_clock(all_of)} {_clock(int(took))} {_clock(all_of - int(took))} {_short(speed)}', end=end)

    def wait(self, sock, until):
        """Until the socket has something to read; TimeoutError once the time is up."""
        import select
        while not select.select([sock], [], [], max(0, min(self.began + int(time.monotonic() - self.began) + 1, until) - time.monotonic()))[0]:
            self.show()
            if time.monotonic() >= until:
                raise TimeoutError


class _Transfer:
    """One URL."""

    def __init__(self, given, body, url):
        self.given, self.url, self.redirects, self.status, self.version, self.kind = given, url, 0, 0, 0, ''
        self.body = body
        self.method = 'HEAD' if 'I' in given else 'POST' if body is not None else 'GET'
        self.began = time.monotonic()
        self.meter = _Meter('s' not in given and 'no-progress-meter' not in given and not ('o' not in given and os.isatty(1)))
        self.limit = float(given['m'][-1]) if 'm' in given else float('inf')

    def parts(self):
        """Scheme, user, host, port and what is asked for."""
        from urllib.parse import urlsplit
        try:
            if '://' not in self.url:
                self.url = 'http://' + self.url
            found = urlsplit(self.url)
            port = found.port
        except ValueError:
            raise _Error(3, 'URL using bad/illegal format or missing URL')
        if not found.hostname or any(map(str.isspace, self.url)) or not found.scheme:
            raise _Error(3, 'URL using bad/illegal format or missing URL')
        if found.scheme not in ('http', 'https'):
            raise _Error(1, f'Protocol "{found.scheme}" not supported or disabled in libcurl')
        if not found.path:
            self.url = found._replace(path='/').geturl()
        return found, port or (443 if found.scheme == 'https' else 80)

    def left(self):
        return self.began + self.limit - time.monotonic()

    def connected(self, found, port):
        import http.client
        import socket
        patience = min(self.left(), float(self.given['connect'][-1]) if 'connect' in self.given else 300)
        if found.scheme == 'https':
            import ssl
            context = ssl.create_default_context()
            if 'k' in self.given:
                context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            connection = http.client.HTTPSConnection(found.hostname, port, timeout=patience, context=context)
        else:
            connection = http.client.HTTPConnection(found.hostname, port, timeout=patience)
        try:
            connection.connect()
        except socket.gaierror:
            raise _Error(6, f'Could not resolve host: {found.hostname}')
        except OSError as exc:
            if found.scheme == 'https' and isinstance(exc, ssl.SSLError):
                raise _of_tls(exc)
            took = round((time.monotonic() - self.began) * 1000)
            if isinstance(exc, TimeoutError) and took < 300000:
                raise _Error(28, f'Connection timed out after {took} milliseconds' if self.left() <= 0 else f'Connection timeout after {took} ms')
            raise _Error(7, f"Failed to connect to {found.hostname} port {port} after {took} ms: Couldn't connect to server")
        return connection

    def headers(self, found, port):
        """Names and values, in the order in which they are sent."""
        from base64 import b64encode
        given = self.given
        own = [line.partition(':')[::2] for line in given.get('H', ())]
        replaced = {name.strip().lower() for name, _ in own}
        host = f'[{found.hostname}]' if ':' in found.hostname else found.hostname
        yield 'Host', host if port == (443 if found.scheme == 'https' else 80) else f'{host}:{port}'
        user = given['u'][-1] if 'u' in given else f'{found.username}:{found.password or ""}' if found.username else None
        if user is not None:
            yield 'Authorization', 'Basic ' + b64encode((user if ':' in user else user + ':').encode()).decode()
        if 'r' in given:
            yield 'Range', 'bytes=' + given['r'][-1]
        for name, value in (('User-Agent', given['A'][-1] if 'A' in given else f'curl/{_VERSION}'),
                            ('Accept', None if 'json' in given else '*/*'), ('Referer', given['e'][-1] if 'e' in given else None),
                            ('Cookie', '; '.join(given['b']) if 'b' in given else None)):
            if value and name.lower() not in replaced:
                yield name, value
        if 'json' in given:
            for name in ('Content-Type', 'Accept'):
                if name.lower() not in replaced:
                    yield name, 'application/json'
        for name, value in own:
            if value.strip() and name.strip().lower() != 'host':
                yield name.strip(), value.strip()
        if self.body is not None:
            yield 'Content-Length', str(len(self.body))
            if 'json' not in given and 'content-type' not in replaced:
                yield 'Content-Type', given['kind'] if 'kind' in given else 'application/x-www-form-urlencoded'

    def asked(self):
        """The response to one request."""
        found, port = self.parts()
        connection = self.connected(found, port)
        connection.putrequest(self.given['X'][-1] if 'X' in self.given else self.method, (found.path or '/') + (f'?{found.query}' if found.query else ''),
                              skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers(found, port):
            connection.putheader(name, value.encode('utf-8', 'surrogateescape'))
        connection.endheaders(self.body or None)
        self.meter.wait(connection.sock, self.began + min(self.limit, 1e9))
        connection.sock.settimeout(max(self.left(), 0.001) if self.limit < 1e9 else None)
        return connection.getresponse()

    def late(self):
        of = f'{self.meter.got} out of {self.meter.total}' if self.meter.total else self.meter.got
        return f'Operation timed out after {round((time.monotonic() - self.began) * 1000)} milliseconds with {of} bytes received'

    def run(self, write):
        """Asks, and writes the answer down; what the connection comes to is told as an _Error."""
        import http.client
        self.meter.start()
        try:
            self.follow(write)
        except TimeoutError:
            raise _Error(28, self.late())
        except http.client.RemoteDisconnected:
            raise _Error(52, 'Empty reply from server')
        except ConnectionError:
            raise _Error(56, 'Recv failure: Connection reset by peer')
        except http.client.BadStatusLine:
            raise _Error(1, 'Received HTTP/0.9 when not allowed')
        except http.client.IncompleteRead:
            raise _Error(18, 'transfer closed with outstanding read data remaining')

    def follow(self, write):
        """Goes where the answers lead, and writes the last one down."""
        from urllib.parse import urljoin
        while True:
            response = self.asked()
            self.status, self.version, self.kind = response.status, response.version, response.headers.get('Content-Type', '')
            if 'i' in self.given or 'I' in self.given:
                lines = [f'HTTP/{response.version / 10} {response.status} {response.reason}'.rstrip(' ') + ' ' * (not response.reason)]
                lines += [f'{name}: {value}' for name, value in response.headers.items()]
                write('\r\n'.join(lines).encode() + b'\r\n\r\n')
            place = response.headers.get('Location')
            if 'L' not in self.given or not place or response.status not in (301, 302, 303, 307, 308):
                break
            most = int(self.given['redirs'][-1]) if 'redirs' in self.given else 50
            if self.redirects >= most >= 0:
                raise _Error(47, f'Maximum ({most}) redirects followed')
            response.close()
            self.url, self.redirects = urljoin(self.url, place), self.redirects + 1
            if response.status < 304 and self.method == 'POST':
                self.method, self.body = 'GET', None
        self.meter.total = int(response.headers.get('Content-Length') or 0)
        if 'f' in self.given and response.status >= 400:
            raise _Error(22, f'The requested URL returned error: {response.status}')
        if self.method != 'HEAD':
            self.receive(response, write)
        else:
            self.meter.total = 0

    def receive(self, response, write):
        while data := response.read1(1 << 16):
            self.meter.got += len(data)
            write(data)
        missing = self.meter.total - self.meter.got
        if missing > 0:
            raise _Error(18, f'transfer closed with {missing} bytes remaining to read')

    def said(self, form, status, words):
        """`--write-out`, filled in."""
        import re
        took = time.monotonic() - self.began
        size = self.meter.got
        names = {'http_code': f'{self.status:03d}', 'response_code': f'{self.status:03d}', 'size_download': size, 'url_effective': self.url,
                 'url': self.url, 'content_type': self.kind, 'num_redirects': self.redirects, 'method': self.given.get('X', [self.method])[-1],
                 'http_version': {10: '1', 11: '1.1'}.get(self.version, '0'), 'exitcode': status, 'errormsg': words, 'scheme': self.url.partition(':')[0].upper(),
                 'time_total': f'{took:.6f}', 'speed_download': int(size / max(took, 1e-6)), 'time_namelookup': '0.000000',
                 'time_connect': '0.000000', 'time_appconnect': '0.000000', 'time_pretransfer': '0.000000', 'time_redirect': '0.000000',
                 'time_starttransfer': f'{took:.6f}', 'size_upload': len(self.body or b''), 'num_connects': 1, 'filename_effective': self.given.get('o', [''])[-1]}

        def one(found):
            if found[1] is None:
                return {'n': '\n', 't': '\t', 'r': '\r'}.get(found[2], '\\' + found[2])
            if found[1] not in names:
                say(f'curl: unknown --write-out variable: \'{found[1]}\'')
                return ''
            return str(names[found[1]])
        return re.sub(r'%\{([^}]*)\}|\\(.)', one, form).replace('%%', '%')


def _curl(args):
    given, pieces, urls = _options(args)
    if 'V' in given:
        print(f'curl {_VERSION} (x86_64-pc-linux-gnu) libcurl/{_VERSION}')
        return 0
    if not urls:
        if args:
            say('curl: no URL specified!')
        say(_HINT)
        return 2
    body = _body_of(pieces) if pieces else None
    if any(letter == 'json' for letter, _ in pieces):
        given['json'] = True
    if 'F' in given:
        body, given['kind'] = _form(given['F'])
    status = 0
    for count, url in enumerate(urls):
        if body is not None and 'G' in given:
            before, mark, fragment = url.partition('#')
            url = f'{before}{"&" if "?" in before else "?"}{body.decode()}{mark}{fragment}'
        status = _transfer(given, None if 'G' in given else body, url, given.get('o', [])[count:count + 1])
    return status


def _transfer(given, body, url, names):
    transfer, file = _Transfer(given, body, url), None
    name = names[0] if names else os.path.basename(url.partition('?')[0].partition('://')[2].partition('/')[2]) if 'O' in given else '-'

    def write(data):
        nonlocal file
        if name == '-':
            put(data)
            return
        if file is None:
            try:
                file = open(name, 'wb')
            except OSError as exc:
                if 's' not in given or 'S' in given:
                    say(f'Warning: Failed to open the file {name}: {exc.strerror}')
                raise _Error(23, 'Failed writing received data to disk/application')
        file.write(data)
    status, words = 0, ''
    try:
        if not name:
            raise _Error(23, 'Failed writing received data to disk/application')
        transfer.run(write)
        if file is None and name != '-':
            write(b'')
        transfer.meter.show('\n')
    except _Error as exc:
        status, words = exc.args
        if transfer.meter.total and transfer.status:
            transfer.meter.show('\n')
        if 's' not in given or 'S' in given:
            say(f'curl: ({status}) {words}')
    finally:
        if file is not None:
            file.close()
    for form in given.get('w', ())[-1:]:
        put(transfer.said(form, status, words))
    sys.stdout.flush()
    return status


PROGRAMS = {'curl': _curl}
