"""Fetches mail: the client's side of POP3."""
import errno
import re
import socket
import ssl

__all__ = ['POP3', 'error_proto', 'POP3_SSL']
POP3_PORT, POP3_SSL_PORT = 110, 995
CR, LF, CRLF = b'\r', b'\n', b'\r\n'
_MAXLINE = 2048


class error_proto(Exception):
    """What the server refuses."""


def _hang_up(sock):  #: -
    """Closes a socket, whose other end may be gone."""
    with sock:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError as error:
            if error.errno != errno.ENOTCONN:
                raise


class POP3:
    """A connection with a server; messages have numbers from 1."""
    encoding = 'UTF-8'
    timestamp = re.compile(rb'\+OK.[^<]*(<.*>)')

    def __init__(self, host, port=POP3_PORT, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host, self.port, self._tls_established, self._debugging = host, port, False, 0
        self.sock = self._create_socket(timeout)  #: 104
        self.file = self.sock.makefile('rb')
        self.welcome = self._getresp()  #: 107

    def set_debuglevel(self, level):
        """1: commands are printed; 2: all that comes and goes as well."""
        self._debugging = level

    def getwelcome(self):
        return self.welcome

    def _create_socket(self, timeout):
        if not (timeout is None or timeout):
            raise ValueError('Non-blocking socket (timeout=0) is not supported')  #: 111
        return socket.create_connection((self.host, self.port), timeout)  #: 112

    def _tell(self, kind, what, above=1):  #: -
        """Prints something at debug levels above this one."""
        if self._debugging > above:
            print(f'*{kind}*', repr(what))

    def _putline(self, line):
        self._tell('put', line)
        self.sock.sendall(line + CRLF)  #: 117

    def _putcmd(self, line):
        self._tell('cmd', line, above=0)
        self._putline(bytes(line, self.encoding))

    def _getline(self):
        """A line, and how many bytes it had."""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto('line too long')  #: 135
        self._tell('get', line)
        if not line:
            raise error_proto('-ERR EOF')  #: 138 if not line: «raise error_proto('-ERR EOF')»
        if line.endswith(CRLF):
            return line[:-2], len(line)
        return line[line[:1] == CR:-1], len(line)

    def _getresp(self):
        resp, _ = self._getline()  #: 154 resp, o = «self._getline()»
        self._tell('resp', resp)
        if resp.startswith(b'+'):
            return resp
        raise error_proto(resp)  #: 157

    def _getlongresp(self):
        """An answer, its lines, and how many bytes these had."""
        resp, lines, octets = self._getresp(), [], 0
        while (got := self._getline())[0] != b'.':
            line, count = got
            if line.startswith(b'..'):
                line, count = line[1:], count - 1
            octets += count
            lines.append(line)
        return resp, lines, octets

    def _longcmd(self, line):
        self._putcmd(line)  #: 187
        return self._getlongresp()  #: 188

    def _shortcmd(self, line):
        self._putcmd(line)  #: 180
        return self._getresp()  #: 181

    def user(self, user):
        return self._shortcmd(f'USER {user}')  #: 208 return «self._shortcmd('USER %s' % user)»

    def pass_(self, pswd):
        return self._shortcmd(f'PASS {pswd}')  #: 218 return «self._shortcmd('PASS %s' % pswd)»

    def stat(self):
        """How many messages there are, and of how many bytes."""
        parts = self._shortcmd('STAT').split()
        self._tell('stat', parts, above=0)
        return int(parts[1]), int(parts[2])

    def list(self, which=None):
        """Sizes of all messages, or that of one."""
        return self._longcmd('LIST') if which is None else self._shortcmd(f'LIST {which}')

    def retr(self, which):
        """A message: the answer, the lines, the number of bytes."""
        return self._longcmd(f'RETR {which}')

    def dele(self, which):
        return self._shortcmd(f'DELE {which}')

    def noop(self):
        return self._shortcmd('NOOP')

    def rset(self):
        """Takes back what is to be deleted."""
        return self._shortcmd('RSET')

    def quit(self):
        """Says goodbye and closes; now the server deletes."""
        goodbye = self._shortcmd('QUIT')
        self.close()
        return goodbye

    def close(self):
        file, sock, self.file, self.sock = self.file, self.sock, None, None
        try:
            if file:
                file.close()
        finally:
            if sock:
                _hang_up(sock)

    def rpop(self, user):
        return self._shortcmd(f'RPOP {user}')

    def apop(self, user, password):
        """Says who one is by a digest of the greeting and the password."""
        found = self.timestamp.match(self.welcome)
        if not found:
            raise error_proto('-ERR APOP not supported by server')
        import hashlib
        digest = hashlib.md5(found[1] + bytes(password, self.encoding)).hexdigest()
        return self._shortcmd(f'APOP {user} {digest}')

    def top(self, which, howmuch):
        """A message's headers and so many lines."""
        return self._longcmd(f'TOP {which} {howmuch}')

    def uidl(self, which=None):
        """Names of all messages that stay the same, or that of one."""
        return self._longcmd('UIDL') if which is None else self._shortcmd(f'UIDL {which}')

    def utf8(self):
        return self._shortcmd('UTF8')

    def capa(self):
        """What the server can do."""
        try:
            lines = [line.decode('ascii').split() for line in self._longcmd('CAPA')[1]]
        except error_proto:
            raise error_proto('-ERR CAPA not supported by server')
        return {name: rest for name, *rest in lines}

    def stls(self, context=None):
        """Encrypts the connection."""
        if self._tls_established:
            raise error_proto('-ERR TLS session already established')
        if 'STLS' not in self.capa():
            raise error_proto('-ERR STLS not supported by server')
        resp = self._shortcmd('STLS')
        self.sock = (context or ssl.create_default_context()).wrap_socket(self.sock, server_hostname=self.host)
        self.file, self._tls_established = self.sock.makefile('rb'), True
        return resp


class POP3_SSL(POP3):
    """A connection that is encrypted from its beginning."""

    def __init__(self, host, port=POP3_SSL_PORT, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, context=None):
        self.context = context or ssl.create_default_context()
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout):
        return self.context.wrap_socket(super()._create_socket(timeout), server_hostname=self.host)

    def stls(self, context=None):
        raise error_proto('-ERR TLS session already established')
