"""Files from other hosts and to them: the client's side of FTP."""
import re
import socket
import ssl
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ['FTP', 'error_reply', 'error_temp', 'error_perm', 'error_proto', 'all_errors', 'FTP_TLS']
MSG_OOB, FTP_PORT, MAXLINE = 1, 21, 8192
CRLF, B_CRLF = '\r\n', b'\r\n'
_PASSWORD = re.compile(r'(pass |PASS )(.*?)([\r\n]*)', re.DOTALL)


class Error(Exception):
    """The base of all of this module."""


class error_reply(Error):
    """An answer that was not expected."""


class error_temp(Error):
    """4xx: not now."""


class error_perm(Error):
    """5xx: not at all."""


class error_proto(Error):
    """An answer that is none of FTP's."""


all_errors = Error, OSError, EOFError, ssl.SSLError


class FTP:
    """A connection with a server; each file and each listing comes by a connection of its own."""
    debugging, host, port, maxline = 0, '', FTP_PORT, MAXLINE
    sock = file = welcome = None
    passiveserver, trust_server_pasv_ipv4_address = True, False

    def __init__(self, host='', user='', passwd='', acct='', timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, encoding='utf-8'):
        self.encoding, self.source_address, self.timeout = encoding, source_address, timeout
        if host:
            self.connect(host)  #: 121
            if user:
                self.login(user, passwd, acct)  #: 123

    def __exit__(self, *exception):
        try:
            if self.sock is not None:
                self.quit()
        except (OSError, EOFError):
            return
        finally:
            self.close()

    def __enter__(self):
        return self

    def connect(self, host='', port=0, timeout=-999, source_address=None):
        """Connects, and gives the server's greeting."""
        self.host = host or self.host
        self.port = port if port > 0 else self.port
        self.timeout = self.timeout if timeout == -999 else timeout
        if not (self.timeout is None or self.timeout):
            raise ValueError('Non-blocking socket (timeout=0) is not supported')  #: 154
        self.source_address = self.source_address if source_address is None else source_address
        sock = socket.create_connection((self.host, self.port), self.timeout, source_address=self.source_address)  #: 158 self.sock = «socket.create_connection((self.host, self.port), self.timeout,⏎                                     source_address=self.source_address)»
        self.af = sock.family
        self._go_on_over(sock)
        self.welcome = self.getresp()  #: 162
        return self.welcome

    def _go_on_over(self, sock):  #: -
        self.sock, self.file = sock, sock.makefile('r', encoding=self.encoding)

    def _tell(self, kind, line, above=0):  #: -
        """Prints a line at debug levels above this one."""
        if self.debugging > above:
            print(f'*{kind}*', self.sanitize(line))

    def getwelcome(self):
        self._tell('welcome', self.welcome)
        return self.welcome

    def set_debuglevel(self, level):
        """1: commands and answers are printed; 2: lines as they are sent as well."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Who opens the connections for data: True the client, False the server."""
        self.passiveserver = val

    def sanitize(self, s):
        """A line as it may be read by others."""
        found = _PASSWORD.fullmatch(s)
        return repr(found[1] + '*' * len(found[2]) + found[3] if found else s)

    def putline(self, line):
        if not {'\r', '\n'}.isdisjoint(line):
            raise ValueError('an illegal newline character should not be contained')  #: 197
        ended = line + CRLF
        self._tell('put', ended, above=1)
        self.sock.sendall(ended.encode(self.encoding))  #: 202 self.sock.sendall(line.encode(self.encoding))

    def putcmd(self, line):
        self._tell('cmd', line)
        self.putline(line)  #: 207

    def _bounded(self, line):  #: -
        """A line, which must not be too long."""
        if len(line) > self.maxline:
            raise Error(f'got more than {self.maxline} bytes')
        return line

    def getline(self):
        line = self._bounded(self.file.readline(self.maxline + 1))  #: 212 line = «self.file.readline(self.maxline + 1)»
        self._tell('get', line, above=1)
        if not line:
            raise EOFError  #: 218
        return line.removesuffix(CRLF) if line.endswith(CRLF) else line.rstrip(CRLF)

    def getmultiline(self):
        """An answer, whose lines end with one that begins as the first does."""
        line = self.getline()  #: 230
        if line[3:4] == '-':
            code = line[:3]
            while True:
                further = self.getline()
                line += '\n' + further
                if further[:3] == code and further[3:4] != '-':
                    break
        return line

    def getresp(self):
        """An answer that is no error."""
        resp = self.getmultiline()  #: 244
        self._tell('resp', resp)
        self.lastresp = resp[:3]
        match resp[:1]:
            case '1' | '2' | '3':
                return resp
            case '4':
                raise error_temp(resp)  #: 252
            case '5':
                raise error_perm(resp)  #: 254
        raise error_proto(resp)  #: 255

    def voidresp(self):
        """An answer that says that all is done."""
        resp = self.getresp()  #: 259
        if resp.startswith('2'):
            return resp
        raise error_reply(resp)  #: 261

    def abort(self):
        """Breaks a transfer off."""
        self._tell('put urgent', 'ABOR' + CRLF, above=1)
        self.sock.sendall(b'ABOR' + B_CRLF, MSG_OOB)
        return self._aborted()

    def _aborted(self):
        resp = self.getmultiline()
        if resp[:3] not in ('426', '225', '226'):
            raise error_proto(resp)
        return resp

    def sendcmd(self, cmd):
        """Sends a command and gives the answer."""
        self.putcmd(cmd)  #: 280
        return self.getresp()  #: 281

    def voidcmd(self, cmd):
        """Sends a command whose answer says that all is done."""
        self.putcmd(cmd)  #: 285
        return self.voidresp()  #: 286

    def sendport(self, host, port):
        return self.voidcmd('PORT ' + ','.join([*host.split('.'), str(port // 256), str(port % 256)]))

    def sendeprt(self, host, port):
        kind = {socket.AF_INET: 1, socket.AF_INET6: 2}.get(self.af)
        if kind is None:
            raise error_proto('unsupported address family')
        return self.voidcmd(f'EPRT |{kind}|{host}|{port}|')

    def makeport(self):
        """A socket that the server is told to connect with."""
        sock = socket.create_server(('', 0), family=self.af, backlog=1)
        port, host = sock.getsockname()[1], self.sock.getsockname()[0]
        (self.sendport if self.af == socket.AF_INET else self.sendeprt)(host, port)
        return self._timed(sock)

    def _timed(self, sock):  #: -
        """A socket that waits no longer than the connection does."""
        if self.timeout != _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """The address at which the server waits for a connection."""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd('EPSV'), self.sock.getpeername())
        host, port = parse227(self.sendcmd('PASV'))
        return host if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0], port

    def _begin(self, cmd, rest):  #: -
        """Sends the command of a transfer, of which an answer says that it begins."""
        if rest is not None:
            self.sendcmd(f'REST {rest}')
        first = self.sendcmd(cmd)
        # Some servers say before that the last transfer is done.
        return _expect(self.getresp() if first.startswith('2') else first, '1')

    def ntransfercmd(self, cmd, rest=None):
        """The connection of a transfer, and how much comes by it; None: the server does not say."""
        if not self.passiveserver:
            with self.makeport() as sock:
                resp = self._begin(cmd, rest)
                conn = self._timed(sock.accept()[0])
        else:
            conn = socket.create_connection(self.makepasv(), self.timeout, source_address=self.source_address)
            try:
                resp = self._begin(cmd, rest)
            except BaseException:
                conn.close()
                raise
        return conn, parse150(resp) if resp[:3] == '150' else None

    def transfercmd(self, cmd, rest=None):
        """The connection of a transfer."""
        return self.ntransfercmd(cmd, rest)[0]

    def login(self, user='', passwd='', acct=''):
        """Says who one is: nobody, if no name is given."""
        user, passwd = user or 'anonymous', passwd or ''
        if user == 'anonymous' and passwd in ('', '-'):
            passwd += 'anonymous@'
        resp = self.sendcmd('USER ' + user)  #: 412
        if resp.startswith('3'):
            resp = self.sendcmd('PASS ' + passwd)  #: 414
        if resp.startswith('3'):
            resp = self.sendcmd('ACCT ' + (acct or ''))
        return _expect(resp, '2')  #: 418 raise error_reply(resp)

    def _data(self, cmd, rest=None):  #: -
        """The connection of a transfer of bytes as they are."""
        self.voidcmd('TYPE I')
        return self.transfercmd(cmd, rest)

    def _ended(self, conn):  #: -
        if isinstance(conn, ssl.SSLSocket):
            conn.unwrap()

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Gives what a command fetches to a function, bit by bit."""
        with self._data(cmd, rest) as conn:
            while data := conn.recv(blocksize):
                callback(data)
            self._ended(conn)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Gives what a command fetches to a function, line by line; else it is printed."""
        callback = callback or print_line
        self.sendcmd('TYPE A')
        with self.transfercmd(cmd) as conn, conn.makefile('r', encoding=self.encoding) as lines:
            while line := self._bounded(lines.readline(self.maxline + 1)):
                if self.debugging > 2:
                    print('*retr*', repr(line))
                callback(line.removesuffix('\n').removesuffix('\r') if line.endswith(CRLF) else line.removesuffix('\n'))
            self._ended(conn)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Sends a file."""
        with self._data(cmd, rest) as conn:
            while data := fp.read(blocksize):
                conn.sendall(data)
                if callback:
                    callback(data)
            self._ended(conn)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        """Sends a file of lines."""
        self.voidcmd('TYPE A')
        with self.transfercmd(cmd) as conn:
            while line := self._bounded(fp.readline(self.maxline + 1)):
                if not line.endswith(B_CRLF):
                    line = (line[:-1] if line[-1] in B_CRLF else line) + B_CRLF
                conn.sendall(line)
                if callback:
                    callback(line)
            self._ended(conn)
        return self.voidresp()

    def acct(self, password):
        return self.voidcmd('ACCT ' + password)

    def nlst(self, *args):
        """The names in a folder."""
        names = []
        self.retrlines(' '.join(['NLST', *args]), names.append)
        return names

    def dir(self, *args):
        """A folder's listing; a function at the end takes the lines."""
        callback = None
        if args and not isinstance(args[-1], str):
            *args, callback = args
        self.retrlines(' '.join(['LIST', *(arg for arg in args if arg)]), callback)

    def mlsd(self, path='', facts=[]):
        """Names in a folder, each with what is known of it."""
        if facts:
            self.sendcmd('OPTS MLST ' + ';'.join(facts) + ';')
        lines = []
        self.retrlines(f'MLSD {path}' if path else 'MLSD', lines.append)
        for line in lines:
            found, _, name = line.rstrip(CRLF).partition(' ')
            pairs = (fact.partition('=') for fact in found[:-1].split(';'))
            yield name, {key.lower(): value for key, _, value in pairs}

    def rename(self, fromname, toname):
        _expect(self.sendcmd('RNFR ' + fromname), '3')
        return self.voidcmd('RNTO ' + toname)

    def delete(self, filename):
        return _expect(self.sendcmd('DELE ' + filename), '250', '200')

    def cwd(self, dirname):
        """Goes to a folder."""
        if dirname == '..':
            try:
                return self.voidcmd('CDUP')
            except error_perm as error:
                if error.args[0][:3] != '500':
                    raise
        return self.voidcmd('CWD ' + (dirname or '.'))

    def size(self, filename):
        """How many bytes a file has; None: the server does not say."""
        resp = self.sendcmd('SIZE ' + filename)
        return int(resp[3:].strip()) if resp[:3] == '213' else None

    def mkd(self, dirname):
        """Makes a folder and gives its path."""
        return self._path(self.voidcmd('MKD ' + dirname))

    def rmd(self, dirname):
        return self.voidcmd('RMD ' + dirname)

    def pwd(self):
        """The folder where one is."""
        return self._path(self.voidcmd('PWD'))

    def _path(self, resp):
        return parse257(resp) if resp.startswith('257') else ''

    def quit(self):
        """Says goodbye and closes."""
        goodbye = self.voidcmd('QUIT')
        self.close()
        return goodbye

    def close(self):
        file, sock, self.file, self.sock = self.file, self.sock, None, None
        try:
            if file:
                file.close()
        finally:
            if sock:
                sock.close()


class FTP_TLS(FTP):
    """A connection that is encrypted before one says who one is."""

    def __init__(self, host='', user='', passwd='', acct='', *, context=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None,
                 encoding='utf-8'):
        self.context = ssl.create_default_context() if context is None else context
        self._prot_p = False
        super().__init__(host, user, passwd, acct, timeout, source_address, encoding=encoding)

    def login(self, user='', passwd='', acct='', secure=True):
        if secure and not self._is_encrypted():
            self.auth()
        return super().login(user, passwd, acct)

    def _is_encrypted(self):  #: -
        return isinstance(self.sock, ssl.SSLSocket)

    def auth(self):
        """Encrypts the connection."""
        if self._is_encrypted():
            raise ValueError('Already using TLS')
        answer = self.voidcmd('AUTH TLS' if self.context.protocol >= ssl.PROTOCOL_TLS else 'AUTH SSL')
        self._go_on_over(self._wrapped(self.sock))
        return answer

    def _wrapped(self, sock):  #: -
        return self.context.wrap_socket(sock, server_hostname=self.host)

    def ccc(self):
        """Goes on without encryption."""
        if not self._is_encrypted():
            raise ValueError('not using TLS')
        answer = self.voidcmd('CCC')
        self.sock = self.sock.unwrap()
        return answer

    def prot_p(self):
        """Encrypts data as well."""
        self.voidcmd('PBSZ 0')
        return self._protect('P')

    def prot_c(self):
        """Leaves data as they are."""
        return self._protect('C')

    def _protect(self, level):  #: -
        answer = self.voidcmd('PROT ' + level)
        self._prot_p = level == 'P'
        return answer

    def ntransfercmd(self, cmd, rest=None):
        conn, size = super().ntransfercmd(cmd, rest)
        return self._wrapped(conn) if self._prot_p else conn, size

    def abort(self):
        self.sock.sendall(b'ABOR' + B_CRLF)
        return self._aborted()


def _expect(resp, *beginnings):  #: -
    """An answer, which has to begin with one of these."""
    if not resp.startswith(beginnings):
        raise error_reply(resp)
    return resp


def parse150(resp):
    """How much comes; None: the answer does not say."""
    _expect(resp, '150')
    found = re.match(r'150 .* \((\d+) bytes\)', resp, re.IGNORECASE | re.ASCII)
    return int(found[1]) if found else None


def parse227(resp):
    """Host and port of six numbers."""
    _expect(resp, '227')
    found = re.search(r'(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)', resp, re.ASCII)
    if not found:
        raise error_proto(resp)
    *host, high, low = found.groups()
    return '.'.join(host), (int(high) << 8) + int(low)


def parse229(resp, peer):
    """Host and port of `(|||port|)`."""
    _expect(resp, '229')
    left = resp.find('(')
    right = resp.find(')', left + 1)
    within = resp[left + 1:right] if 0 <= left < right else ''
    parts = within.split(within[0]) if within and within[0] == within[-1] else []
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The path between quotes, where a quote within stands twice."""
    _expect(resp, '257')
    found = re.match(r'257 "((?:[^"]|"")*)', resp)
    return found[1].replace('""', '"') if found else ''


def print_line(line):
    print(line)


def ftpcp(source, sourcename, target, targetname='', type='I'):
    """Copies a file from one server to another."""
    for ftp in (source, target):
        ftp.voidcmd('TYPE ' + type)
    target.sendport(*parse227(source.sendcmd('PASV')))
    if target.sendcmd('STOR ' + (targetname or sourcename))[:3] not in ('125', '150'):
        raise error_proto
    if source.sendcmd('RETR ' + sourcename)[:3] not in ('125', '150'):
        raise error_proto
    source.voidresp()
    target.voidresp()
