"""Sends mail: the client's side of SMTP."""
import re
import socket
import sys
import email.utils
from contextlib import closing as _closing, suppress as _suppress
from _socket_functions import _unset as _UNSET
from email.base64mime import body_encode as encode_base64

from _smtp_errors import (SMTPAuthenticationError, SMTPConnectError, SMTPDataError, SMTPException, SMTPHeloError,
                          SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused,
                          SMTPServerDisconnected)

__all__ = ['SMTPException', 'SMTPNotSupportedError', 'SMTPServerDisconnected', 'SMTPResponseException', 'SMTPSenderRefused',
           'SMTPRecipientsRefused', 'SMTPDataError', 'SMTPConnectError', 'SMTPHeloError', 'SMTPAuthenticationError',
           'quoteaddr', 'quotedata', 'SMTP', 'SMTP_SSL']
SMTP_PORT, SMTP_SSL_PORT, LMTP_PORT = 25, 465, 2003
CRLF, bCRLF = '\r\n', b'\r\n'
_MAXLINE, _MAXCHALLENGE = 8192, 5


def quoteaddr(addrstring):
    """An address between angle brackets."""
    pair = email.utils.parseaddr(addrstring)
    if pair == ('', ''):
        return addrstring if addrstring.strip().startswith('<') else f'<{addrstring}>'
    return f'<{pair[1]}>'


def _addr_only(addrstring):
    pair = email.utils.parseaddr(addrstring)
    return addrstring if pair == ('', '') else pair[1]


def _fix_eols(data):
    return re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, data)


def quotedata(data):
    """A text as it is sent: a dot more before lines that begin with one."""
    return re.sub(r'(?m)^\.', '..', _fix_eols(data))


class SMTP:
    """A connection with a server."""
    debuglevel, sock, file = 0, None, None
    helo_resp, ehlo_msg, ehlo_resp, does_esmtp = None, 'ehlo', None, False
    default_port = SMTP_PORT

    def __init__(self, host='', port=0, local_hostname=None, timeout=_UNSET, source_address=None):  #: in smtplib.py
        self._host, self.timeout, self.source_address = host, timeout, source_address
        self.esmtp_features, self.command_encoding, self._auth_challenge_count = {}, 'ascii', 0
        if host:
            code, msg = self.connect(host, port)  #: 255 (code, msg) = «self.connect(host, port)»
            if code != 220:
                self.close()
                raise SMTPConnectError(code, msg)
        if local_hostname is not None:
            self.local_hostname = local_hostname
            return
        name = socket.getfqdn()
        if '.' not in name:
            try:
                name = f'[{socket.gethostbyname(socket.gethostname())}]'
            except socket.gaierror:
                name = '[127.0.0.1]'
        self.local_hostname = name

    def __enter__(self):
        return self

    def __exit__(self, *args):
        with _closing(self), _suppress(SMTPServerDisconnected):
            answer = self.docmd('QUIT')
            if answer[0] != 221:
                raise SMTPResponseException(*answer)

    def set_debuglevel(self, debuglevel):
        """1: what is sent and answered is written to the error stream; 2: with the time."""
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        if self.debuglevel > 1:
            import datetime
            print(datetime.datetime.now().time(), *args, file=sys.stderr)
        else:
            print(*args, file=sys.stderr)

    def _get_socket(self, host, port, timeout):  #: in smtplib.py
        if timeout is not None and not timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        if self.debuglevel > 0:
            self._print_debug('connect: to', (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)  #: 312 return «socket.create_connection((host, port), timeout,⏎                                self.source_address)»

    def connect(self, host='localhost', port=0, source_address=None):  #: in smtplib.py
        """Connects with a server, and gives its first answer."""
        if source_address:
            self.source_address = source_address
        if not port and host.count(':') == 1:
            host, port = host.split(':')
            try:
                port = int(port)
            except ValueError:
                raise OSError('nonnumeric port')
        port = port or self.default_port
        sys.audit('smtplib.connect', self, host, port)
        self.sock = self._get_socket(host, port, self.timeout)  #: 341 self.sock = «self._get_socket(host, port, self.timeout)»
        self.file = None
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('connect:', repr(msg))
        return code, msg

    def send(self, s):
        """Sends a text or bytes."""
        if self.debuglevel > 0:
            self._print_debug('send:', repr(s))
        if not self.sock:
            raise SMTPServerDisconnected('please run connect() first')
        if isinstance(s, str):
            s = s.encode(self.command_encoding)
        sys.audit('smtplib.send', self, s)
        try:
            self.sock.sendall(s)
        except OSError:
            self.close()
            raise SMTPServerDisconnected('Server not connected')

    def putcmd(self, cmd, args=''):
        """Sends a command."""
        s = f'{cmd} {args}' if args else cmd
        if '\r' in s or '\n' in s:
            s = s.replace('\n', '\\n').replace('\r', '\\r')
            raise ValueError(f'command and arguments contain prohibited newline characters: {s}')
        self.send(f'{s}{CRLF}')

    def getreply(self):
        """The number and the text of an answer."""
        found = []
        if self.file is None:
            self.file = self.sock.makefile('rb')
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as error:
                self.close()
                raise SMTPServerDisconnected('Connection unexpectedly closed: ' + str(error))
            if not line:
                self.close()
                raise SMTPServerDisconnected('Connection unexpectedly closed')
            if self.debuglevel > 0:
                self._print_debug('reply:', repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, 'Line too long.')
            found.append(line[4:].strip(b' \t\r\n'))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b'-':
                break
        text = b'\n'.join(found)
        if self.debuglevel > 0:
            self._print_debug('reply: retcode (%s); Msg: %a' % (code, text))
        return code, text

    def docmd(self, cmd, args=''):
        """Sends a command, and gives the answer."""
        self.putcmd(cmd, args)
        return self.getreply()

    def helo(self, name=''):
        """Greets."""
        self.putcmd('helo', name or self.local_hostname)
        code, msg = self.getreply()
        self.helo_resp = msg
        return code, msg

    def ehlo(self, name=''):
        """Greets, and asks what the server can do."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, msg = self.getreply()
        if code == -1 and not msg:
            self.close()
            raise SMTPServerDisconnected('Server not connected')
        self.ehlo_resp = msg
        if code != 250:
            return code, msg
        self.does_esmtp = True
        for line in msg.decode('latin-1').split('\n')[1:]:
            old = re.match('auth=(.*)', line, re.I)
            match = re.match(r'([A-Za-z0-9][A-Za-z0-9\-]*) ?', line)
            if old:
                self.esmtp_features['auth'] = self.esmtp_features.get('auth', '') + ' ' + old[1]
            elif match:
                feature, params = match[1].lower(), line[match.end(1):].strip()
                if feature == 'auth':
                    params = self.esmtp_features.get('auth', '') + ' ' + params
                self.esmtp_features[feature] = params
        return code, msg

    def has_extn(self, opt):
        """Whether the server can do that."""
        return opt.lower() in self.esmtp_features

    def help(self, args=''):
        """Asks for help."""
        self.putcmd('help', args)
        return self.getreply()[1]

    def rset(self):
        """Forgets the message that was begun."""
        self.command_encoding = 'ascii'
        return self.docmd('rset')

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        """Does nothing."""
        return self.docmd('noop')

    def mail(self, sender, options=()):
        """Begins a message."""
        more = ''
        if options and self.does_esmtp:
            if any(option.lower() == 'smtputf8' for option in options):
                if not self.has_extn('smtputf8'):
                    raise SMTPNotSupportedError('SMTPUTF8 not supported by server')
                self.command_encoding = 'utf-8'
            more = ' ' + ' '.join(options)
        self.putcmd('mail', f'from:{quoteaddr(sender)}{more}')
        return self.getreply()

    def rcpt(self, recip, options=()):
        """Names a recipient."""
        more = ' ' + ' '.join(options) if options and self.does_esmtp else ''
        self.putcmd('rcpt', f'to:{quoteaddr(recip)}{more}')
        return self.getreply()

    def data(self, msg):
        """Sends the message."""
        self.putcmd('data')
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, reply))
        if code != 354:
            raise SMTPDataError(code, reply)
        if isinstance(msg, str):
            msg = _fix_eols(msg).encode('ascii')
        text = re.sub(br'(?m)^\.', b'..', msg)
        self.send((text if text[-2:] == bCRLF else text + bCRLF) + b'.' + bCRLF)
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, msg))
        return code, msg

    def verify(self, address):
        """Asks whether there is such an address."""
        self.putcmd('vrfy', _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        """Asks who is on a list."""
        self.putcmd('expn', _addr_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        """Greets if nobody has."""
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, resp = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, resp)

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """Proves who it is in one way."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            response = encode_base64(first.encode('ascii'), eol='')
            code, resp = self.docmd('AUTH', mechanism + ' ' + response)
            self._auth_challenge_count = 1
        else:
            code, resp = self.docmd('AUTH', mechanism)
            self._auth_challenge_count = 0
        import base64
        while code == 334:
            self._auth_challenge_count += 1
            response = encode_base64(authobject(base64.decodebytes(resp)).encode('ascii'), eol='')
            code, resp = self.docmd(response)
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException('Server AUTH mechanism infinite loop. Last response: ' + repr((code, resp)))
        if code in (235, 503):
            return code, resp
        raise SMTPAuthenticationError(code, resp)

    def auth_cram_md5(self, challenge=None):
        """What answers a challenge."""
        if challenge is None:
            return None
        import hmac
        return self.user + ' ' + hmac.HMAC(self.password.encode('ascii'), challenge, 'md5').hexdigest()

    def auth_plain(self, challenge=None):
        """The name and the password."""
        return f'\0{self.user}\0{self.password}'

    def auth_login(self, challenge=None):
        """The name, then the password."""
        return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Proves who it is, in the best way that the server knows."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('auth'):
            raise SMTPNotSupportedError('SMTP AUTH extension not supported by server.')
        known = self.esmtp_features['auth'].split()
        ways = [way for way in ('CRAM-MD5', 'PLAIN', 'LOGIN') if way in known]
        if not ways:
            raise SMTPException('No suitable authentication method found.')
        self.user, self.password = user, password
        for way in ways:
            try:
                return self.auth(way, getattr(self, 'auth_' + way.lower().replace('-', '_')),
                                 initial_response_ok=initial_response_ok)
            except SMTPAuthenticationError as error:
                last = error
        raise last

    def starttls(self, *, context=None):
        """Goes on encrypted."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('starttls'):
            raise SMTPNotSupportedError('STARTTLS extension not supported by server.')
        code, reply = self.docmd('STARTTLS')
        if code != 220:
            raise SMTPResponseException(code, reply)
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        self.file = self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        return code, reply

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Sends a message; the recipients that were refused are told, unless all were."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _fix_eols(msg).encode('ascii')
        if self.does_esmtp:
            if self.has_extn('size'):
                options.append(f'size={len(msg)}')
            options += mail_options
        code, resp = self.mail(from_addr, options)
        if code != 250:
            self._give_up(code)
            raise SMTPSenderRefused(code, resp, from_addr)
        refused = {}
        to_addrs = [to_addrs] if isinstance(to_addrs, str) else to_addrs
        for each in to_addrs:
            code, resp = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = code, resp
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, resp = self.data(msg)
        if code != 250:
            self._give_up(code)
            raise SMTPDataError(code, resp)
        return refused

    def _give_up(self, code):
        if code == 421:
            self.close()
        else:
            self._rset()

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Sends a message to those that its headers name."""
        import copy
        import io
        from email.generator import BytesGenerator
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all('Resent-Date')
        if resent is not None and len(resent) != 1:
            raise ValueError("message has more than one 'Resent-' header block")
        prefix = '' if resent is None else 'Resent-'
        if from_addr is None:
            header = msg[prefix + 'Sender'] if prefix + 'Sender' in msg else msg[prefix + 'From']
            from_addr = email.utils.getaddresses([header])[0][1]
        if to_addrs is None:
            fields = [msg[prefix + name] for name in ('To', 'Bcc', 'Cc')]
            to_addrs = [pair[1] for pair in email.utils.getaddresses([field for field in fields if field is not None])]
        copied = copy.copy(msg)
        del copied['Bcc']
        del copied['Resent-Bcc']
        policy = None
        try:
            ''.join([from_addr, *to_addrs]).encode('ascii')
        except UnicodeEncodeError:
            if not self.has_extn('smtputf8'):
                raise SMTPNotSupportedError('One or more source or delivery addresses require internationalized email support, '
                                            'but the server does not advertise the required SMTPUTF8 capability')
            policy = msg.policy.clone(utf8=True)
            mail_options = (*mail_options, 'SMTPUTF8', 'BODY=8BITMIME')
        out = io.BytesIO()
        BytesGenerator(out, policy=policy).flatten(copied, linesep='\r\n')
        return self.sendmail(from_addr, to_addrs, out.getvalue(), mail_options, rcpt_options)

    def close(self):
        """Ends the connection."""
        try:
            file, self.file = self.file, None
            if file:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()

    def quit(self):
        """Says good-bye, and ends the connection."""
        res = self.docmd('quit')
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.close()
        return res


class SMTP_SSL(SMTP):
    """A connection that is encrypted from its start."""
    default_port = SMTP_SSL_PORT

    def __init__(self, host='', port=0, local_hostname=None, *, timeout=_UNSET, source_address=None,
                 context=None):
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.context = context
        SMTP.__init__(self, host, port, local_hostname, timeout, source_address)

    def _get_socket(self, host, port, timeout):
        return self.context.wrap_socket(super()._get_socket(host, port, timeout), server_hostname=self._host)


class LMTP(SMTP):
    """A connection with a server that delivers to its own users."""
    ehlo_msg = 'lhlo'

    def __init__(self, host='', port=LMTP_PORT, local_hostname=None, source_address=None,
                 timeout=_UNSET):
        super().__init__(host, port, local_hostname=local_hostname, source_address=source_address, timeout=timeout)

    def connect(self, host='localhost', port=0, source_address=None):
        """Connects with a server, which may have a path."""
        if host[0] != '/':
            return super().connect(host, port, source_address=source_address)
        if self.timeout is not None and not self.timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        if self.timeout is not _UNSET:
            self.sock.settimeout(self.timeout)
        try:
            self.file = None
            self.sock.connect(host)
        except OSError:
            self.sock.close()
            self.sock = None
            raise
        return self.getreply()
