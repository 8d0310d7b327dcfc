"""Files from other hosts and to them: the client's side of FTP."""
import re
import socket
import ssl
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ['FTP', 'error_reply', 'error_temp', 'error_perm', 'error_proto', 'all_errors', 'FTP_TLS']
MSG_OOB, FTP_PORT, MAXLINE = 1, 21, 8192
CRLF, B_CRLF = '\r\n', b'\r\n'


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

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.sock is not None:
            try:
                self.quit()
            except (OSError, EOFError):
                pass
            finally:
                if self.sock is not None:
                    self.close()

    def connect(self, host='', port=0, timeout=-999, source_address=None):
        """Connects, and gives the server's greeting."""
        self.host = host or self.host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')  #: 154
        if source_address is not None:
            self.source_address = source_address
        self.sock = socket.create_connection((self.host, self.port), self.timeout, source_address=self.source_address)  #: 158 self.sock = «socket.create_connection((self.host, self.port), self.timeout,⏎                                     source_address=self.source_address)»
        self.af = self.sock.family
        self.file = self.sock.makefile('r', encoding=self.encoding)
        self.welcome = self.getresp()  #: 162
        return self.welcome

    def getwelcome(self):
        if self.debugging:
            print('*welcome*', self.sanitize(self.welcome))
        return self.welcome

    def set_debuglevel(self, level):
        """1: commands and answers are printed; 2: lines as they are sent as well."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Who opens the connections for data: True the client, False the server."""
        self.passiveserver = val

    def sanitize(self, s):
        if s[:5] in ('pass ', 'PASS '):
            bare = s.rstrip('\r\n')
            s = s[:5] + '*' * (len(bare) - 5) + s[len(bare):]
        return repr(s)

    def putline(self, line):
        if '\r' in line or '\n' in line:
            raise ValueError('an illegal newline character should not be contained')  #: 197
        line += CRLF
        if self.debugging > 1:
            print('*put*', self.sanitize(line))
        self.sock.sendall(line.encode(self.encoding))  #: 202

    def putcmd(self, line):
        if self.debugging:
            print('*cmd*', self.sanitize(line))
        self.putline(line)  #: 207

    def getline(self):
        line = self.file.readline(self.maxline + 1)  #: 212
        if len(line) > self.maxline:
            raise Error(f'got more than {self.maxline} bytes')
        if self.debugging > 1:
            print('*get*', self.sanitize(line))
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
        if self.debugging:
            print('*resp*', self.sanitize(resp))
        self.lastresp = resp[:3]
        kind = resp[:1]
        if kind in ('1', '2', '3'):
            return resp
        if kind == '4':
            raise error_temp(resp)  #: 252
        if kind == '5':
            raise error_perm(resp)  #: 254
        raise error_proto(resp)  #: 255

    def voidresp(self):
        """An answer that says that all is done."""
        resp = self.getresp()  #: 259
        if resp[:1] != '2':
            raise error_reply(resp)  #: 261
        return resp

    def abort(self):
        """Breaks a transfer off."""
        if self.debugging > 1:
            print('*put urgent*', self.sanitize('ABOR' + CRLF))
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
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """The address at which the server waits for a connection."""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd('EPSV'), self.sock.getpeername())
        host, port = parse227(self.sendcmd('PASV'))
        return host if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0], port

    def _begin(self, cmd, rest):
        """Sends the command of a transfer, of which an answer says that it begins."""
        if rest is not None:
            self.sendcmd(f'REST {rest}')
        resp = self.sendcmd(cmd)
        if resp[0] == '2':
            resp = self.getresp()
        if resp[0] != '1':
            raise error_reply(resp)
        return resp

    def ntransfercmd(self, cmd, rest=None):
        """The connection of a transfer, and how much comes by it; None: the server does not say."""
        if self.passiveserver:
            conn = socket.create_connection(self.makepasv(), self.timeout, source_address=self.source_address)
            try:
                resp = self._begin(cmd, rest)
            except:
                conn.close()
                raise
        else:
            with self.makeport() as sock:
                resp = self._begin(cmd, rest)
                conn, _ = sock.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    conn.settimeout(self.timeout)
        return conn, parse150(resp) if resp[:3] == '150' else None

    def transfercmd(self, cmd, rest=None):
        """The connection of a transfer."""
        return self.ntransfercmd(cmd, rest)[0]

    def login(self, user='', passwd='', acct=''):
        """Says who one is: nobody, if no name is given."""
        user = user or 'anonymous'
        passwd = passwd or ''
        if user == 'anonymous' and passwd in ('', '-'):
            passwd += 'anonymous@'
        resp = self.sendcmd('USER ' + user)  #: 412
        if resp[0] == '3':
            resp = self.sendcmd('PASS ' + passwd)  #: 414
        if resp[0] == '3':
            resp = self.sendcmd('ACCT ' + (acct or ''))
        if resp[0] != '2':
            raise error_reply(resp)  #: 418
        return resp

    def _ended(self, conn):
        if isinstance(conn, ssl.SSLSocket):
            conn.unwrap()

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Gives what a command fetches to a function, bit by bit."""
        self.voidcmd('TYPE I')
        with self.transfercmd(cmd, rest) as conn:
            while data := conn.recv(blocksize):
                callback(data)
            self._ended(conn)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Gives what a command fetches to a function, line by line; else it is printed."""
        callback = callback or print_line
        self.sendcmd('TYPE A')
        with self.transfercmd(cmd) as conn, conn.makefile('r', encoding=self.encoding) as lines:
            while line := lines.readline(self.maxline + 1):
                if len(line) > self.maxline:
                    raise Error(f'got more than {self.maxline} bytes')
                if self.debugging > 2:
                    print('*retr*', repr(line))
                callback(line.removesuffix('\n').removesuffix('\r') if line.endswith(CRLF) else line.removesuffix('\n'))
            self._ended(conn)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Sends a file."""
        self.voidcmd('TYPE I')
        with self.transfercmd(cmd, rest) as conn:
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
            while line := fp.readline(self.maxline + 1):
                if len(line) > self.maxline:
                    raise Error(f'got more than {self.maxline} bytes')
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
        resp = self.sendcmd('RNFR ' + fromname)
        if resp[0] != '3':
            raise error_reply(resp)
        return self.voidcmd('RNTO ' + toname)

    def delete(self, filename):
        resp = self.sendcmd('DELE ' + filename)
        if resp[:3] not in ('250', '200'):
            raise error_reply(resp)
        return resp

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
        resp = self.voidcmd('QUIT')
        self.close()
        return resp

    def close(self):
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                sock.close()


class FTP_TLS(FTP):
    """A connection that is encrypted before one says who one is."""

    def __init__(self, host='', user='', passwd='', acct='', *, context=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None,
                 encoding='utf-8'):
        self.context = ssl.create_default_context() if context is None else context
        self._prot_p = False
        super().__init__(host, user, passwd, acct, timeout, source_address, encoding=encoding)

    def login(self, user='', passwd='', acct='', secure=True):
        if secure and not isinstance(self.sock, ssl.SSLSocket):
            self.auth()
        return super().login(user, passwd, acct)

    def auth(self):
        """Encrypts the connection."""
        if isinstance(self.sock, ssl.SSLSocket):
            raise ValueError('Already using TLS')
        resp = self.voidcmd('AUTH TLS' if self.context.protocol >= ssl.PROTOCOL_TLS else 'AUTH SSL')
        self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)
        self.file = self.sock.makefile(mode='r', encoding=self.encoding)
        return resp

    def ccc(self):
        """Goes on without encryption."""
        if not isinstance(self.sock, ssl.SSLSocket):
            raise ValueError('not using TLS')
        resp = self.voidcmd('CCC')
        self.sock = self.sock.unwrap()
        return resp

    def prot_p(self):
        """Encrypts data as well."""
        self.voidcmd('PBSZ 0')
        resp = self.voidcmd('PROT P')
        self._prot_p = True
        return resp

    def prot_c(self):
        """Leaves data as they are."""
        resp = self.voidcmd('PROT C')
        self._prot_p = False
        return resp

    def ntransfercmd(self, cmd, rest=None):
        conn, size = super().ntransfercmd(cmd, rest)
        return self.context.wrap_socket(conn, server_hostname=self.host) if self._prot_p else conn, size

    def abort(self):
        self.sock.sendall(b'ABOR' + B_CRLF)
        return self._aborted()


def _expect(resp, code):
    if resp[:3] != code:
        raise error_reply(resp)


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
    if left < 0 or right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
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
