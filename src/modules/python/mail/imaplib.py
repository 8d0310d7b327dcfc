"""Mail that stays on its server: the client's side of IMAP4rev1 (RFC 3501)."""
import binascii
import calendar
import errno
import random
import re
import socket
import ssl
import subprocess
import time
from datetime import datetime, timedelta, timezone
from _imap_exchange import (CRLF, Commands, Continuation, Exchange as _Exchange, Flags, InternalDate, Literal, MapCRLF, Response_code,
                            Untagged_response, Untagged_status)

__all__ = ['IMAP4', 'IMAP4_stream', 'Internaldate2tuple', 'Int2AP', 'ParseFlags', 'Time2Internaldate', 'IMAP4_SSL']
Debug, IMAP4_PORT, IMAP4_SSL_PORT, AllowedVersions, _MAXLINE = 0, 143, 993, ('IMAP4REV1', 'IMAP4'), 1000000
__version__ = '2.60'


def _quietly(act):  #: -
    """Does what a broken connection need not do."""
    try:
        act()
    except OSError:
        pass


def _in_brackets(text):  #: -
    return text if (text[0], text[-1]) == ('(', ')') else f'({text})'


class IMAP4(_Exchange):
    """A connection with a server. Each command gives a word, OK or NO, and what came with it."""

    class error(Exception):
        """What cannot be done."""

    class abort(error):
        """The connection is of no more use."""

    class readonly(abort):
        """The mailbox can no longer be written to."""

    def __init__(self, host='', port=IMAP4_PORT, timeout=None):
        self.debug, self.state, self.literal, self.tagged_commands, self.untagged_responses = Debug, 'LOGOUT', None, {}, {}
        self.continuation_response, self.is_readonly, self.tagnum, self._tls_established = '', False, 0, False
        self.utf8_enabled, self._encoding, self.Literal, self.Untagged_status = False, 'ascii', Literal, Untagged_status
        self.open(host, port, timeout)  #: 202
        try:
            self._connect()  #: 205
        except Exception:
            _quietly(self.shutdown)
            raise

    def _connect(self):
        """Reads the greeting, and what the server can do."""
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(rb'(?P<tag>' + self.tagpre + rb'\d+) (?P<type>[A-Z]+) (?P<data>.*)', re.ASCII)
        self._lines = []
        if self.debug >= 1:
            self._mesg(f'imaplib version {__version__}')
            self._mesg(f'new IMAP4 connection, tag={self.tagpre}')
        self.welcome = self._get_response()  #: 247
        begun = [state for word, state in (('PREAUTH', 'AUTH'), ('OK', 'NONAUTH')) if word in self.untagged_responses]
        if not begun:
            raise self.error(self.welcome)  #: 253
        self.state = begun[0]
        self._get_capabilities()  #: 255
        if self.debug >= 3:
            self._mesg(f'CAPABILITIES: {self.capabilities!r}')
        known = [version for version in AllowedVersions if version in self.capabilities]
        if not known:
            raise self.error('server not IMAP4 compliant')  #: 266
        self.PROTOCOL_VERSION = known[0]

    def __getattr__(self, attr):
        if attr in Commands:
            return getattr(self, attr.lower())
        raise AttributeError(f"Unknown IMAP4 command: '{attr}'")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.state != 'LOGOUT':
            _quietly(self.logout)

    # The connection.

    def _create_socket(self, timeout):
        at = self.host or None, self.port
        if timeout is None:
            return socket.create_connection(at)  #: 302 return «socket.create_connection(address)»
        if not timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')  #: 296
        return socket.create_connection(at, timeout)  #: 301 return «socket.create_connection(address, timeout)»

    def open(self, host='', port=IMAP4_PORT, timeout=None):
        self.host, self.port = host, port
        self.sock = self._create_socket(timeout)  #: 312
        self.file = self.sock.makefile('rb')

    def read(self, size):
        return self.file.read(size)

    def readline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise self.error(f'got more than {_MAXLINE} bytes')
        return line

    def send(self, data):
        self.sock.sendall(data)

    def shutdown(self):
        self.file.close()
        with self.sock as sock:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError as error:
                if error.errno != errno.ENOTCONN:
                    raise

    def socket(self):
        return self.sock

    # What the server has said by itself.

    def recent(self):
        """How many messages have come."""
        kind, data = self._untagged_response('OK', [None], 'RECENT')
        if data[-1]:
            return kind, data
        return self._untagged_response(*self.noop(), 'RECENT')

    def response(self, code):
        """What has come with a word; None if nothing has."""
        return self._untagged_response(code, [None], code.upper())

    # Commands.

    def _asked(self, name, *args, of=None):
        """A command, and what the server says with a word."""
        return self._untagged_response(*self._simple_command(name, *args), of or name)

    def append(self, mailbox, flags, date_time, message):
        """Puts a message into a mailbox."""
        literal = MapCRLF.sub(CRLF, message)
        self.literal = b'UTF8 (' + literal + b')' if self.utf8_enabled else literal
        return self._simple_command('APPEND', mailbox or 'INBOX', _in_brackets(flags) if flags else None,
                                    Time2Internaldate(date_time) if date_time else None)

    def authenticate(self, mechanism, authobject):
        """Says who one is; a function answers the server's questions."""
        self.literal = _Authenticator(authobject).process
        kind, data = self._simple_command('AUTHENTICATE', mechanism.upper())
        if kind != 'OK':
            raise self.error(data[-1].decode('utf-8', 'replace'))
        self.state = 'AUTH'
        return kind, data

    def capability(self):
        return self._asked('CAPABILITY')

    def check(self):
        return self._simple_command('CHECK')

    def close(self):
        """Leaves the mailbox; what is marked as deleted goes."""
        try:
            return self._simple_command('CLOSE')
        finally:
            self.state = 'AUTH'

    def copy(self, message_set, new_mailbox):
        return self._simple_command('COPY', message_set, new_mailbox)

    def create(self, mailbox):
        return self._simple_command('CREATE', mailbox)

    def delete(self, mailbox):
        return self._simple_command('DELETE', mailbox)

    def deleteacl(self, mailbox, who):
        return self._simple_command('DELETEACL', mailbox, who)

    def enable(self, capability):
        if 'ENABLE' not in self.capabilities:
            raise IMAP4.error('Server does not support ENABLE')
        kind, data = self._simple_command('ENABLE', capability)
        if kind == 'OK' and 'UTF8=ACCEPT' in capability.upper():
            self.utf8_enabled, self._encoding = True, 'utf-8'
        return kind, data

    def expunge(self):
        """Deletes what is marked as deleted."""
        return self._asked('EXPUNGE')

    def fetch(self, message_set, message_parts):
        """Parts of messages."""
        return self._asked('FETCH', message_set, message_parts)

    def getacl(self, mailbox):
        return self._asked('GETACL', mailbox, of='ACL')

    def getannotation(self, mailbox, entry, attribute):
        return self._asked('GETANNOTATION', mailbox, entry, attribute, of='ANNOTATION')

    def getquota(self, root):
        return self._asked('GETQUOTA', root, of='QUOTA')

    def getquotaroot(self, mailbox):
        kind, data = self._simple_command('GETQUOTAROOT', mailbox)
        kind, quota = self._untagged_response(kind, data, 'QUOTA')
        kind, root = self._untagged_response(kind, data, 'QUOTAROOT')
        return kind, [root, quota]

    def list(self, directory='""', pattern='*'):
        """Names of mailboxes."""
        return self._asked('LIST', directory, pattern)

    def login(self, user, password):
        kind, data = self._simple_command('LOGIN', user, self._quote(password))  #: 610 typ, dat = «self._simple_command('LOGIN', user, self._quote(password))»
        if kind != 'OK':
            raise self.error(data[-1])  #: 612 raise self.error(dat[-1])
        self.state = 'AUTH'
        return kind, data

    def login_cram_md5(self, user, password):
        self.user, self.password = user, password
        return self.authenticate('CRAM-MD5', self._CRAM_MD5_AUTH)

    def _CRAM_MD5_AUTH(self, challenge):
        import hmac
        key = self.password.encode() if isinstance(self.password, str) else self.password
        return f'{self.user} {hmac.HMAC(key, challenge, "md5").hexdigest()}'

    def logout(self):
        self.state = 'LOGOUT'
        answer = self._simple_command('LOGOUT')
        self.shutdown()
        return answer

    def lsub(self, directory='""', pattern='*'):
        return self._asked('LSUB', directory, pattern)

    def myrights(self, mailbox):
        return self._asked('MYRIGHTS', mailbox)

    def namespace(self):
        return self._asked('NAMESPACE')

    def noop(self):
        self._dump(3)
        return self._simple_command('NOOP')

    def partial(self, message_num, message_part, start, length):
        return self._asked('PARTIAL', message_num, message_part, start, length, of='FETCH')

    def proxyauth(self, user):
        return self._simple_command('PROXYAUTH', user)

    def rename(self, oldmailbox, newmailbox):
        return self._simple_command('RENAME', oldmailbox, newmailbox)

    def search(self, charset, *criteria):
        """Numbers of messages."""
        if charset and self.utf8_enabled:
            raise IMAP4.error('Non-None charset not valid in UTF8 mode')
        return self._asked('SEARCH', *(('CHARSET', charset) if charset else ()), *criteria)

    def select(self, mailbox='INBOX', readonly=False):
        """Goes to a mailbox, and gives how many messages it has."""
        self.untagged_responses, self.is_readonly = {}, readonly
        kind, data = self._simple_command('EXAMINE' if readonly else 'SELECT', mailbox)  #: 756 typ, dat = «self._simple_command(name, mailbox)»
        if kind != 'OK':
            self.state = 'AUTH'
            return kind, data
        self.state = 'SELECTED'
        if 'READ-ONLY' in self.untagged_responses and not readonly:
            self._dump(1)
            raise self.readonly(f'{mailbox} is not writable')  #: 766 raise self.readonly('%s is not writable' % mailbox)
        return kind, self.untagged_responses.get('EXISTS', [None])

    def setacl(self, mailbox, who, what):
        return self._simple_command('SETACL', mailbox, who, what)

    def setannotation(self, *args):
        return self._asked('SETANNOTATION', *args, of='ANNOTATION')

    def setquota(self, root, limits):
        return self._asked('SETQUOTA', root, limits, of='QUOTA')

    def sort(self, sort_criteria, charset, *search_criteria):
        return self._asked('SORT', _in_brackets(sort_criteria), charset, *search_criteria)

    def starttls(self, ssl_context=None):
        """Encrypts the connection."""
        if self._tls_established:
            raise self.abort('TLS session already established')
        if 'STARTTLS' not in self.capabilities:
            raise self.abort('TLS not supported by server')
        kind, data = self._simple_command('STARTTLS')
        if kind != 'OK':
            raise self.error("Couldn't establish TLS session")
        self.sock = (ssl_context or ssl.create_default_context()).wrap_socket(self.sock, server_hostname=self.host)
        self.file, self._tls_established = self.sock.makefile('rb'), True
        self._get_capabilities()
        return self._untagged_response(kind, data, 'STARTTLS')

    def status(self, mailbox, names):
        return self._asked('STATUS', mailbox, names)

    def store(self, message_set, command, flags):
        """Changes flags of messages."""
        return self._asked('STORE', message_set, command, _in_brackets(flags), of='FETCH')

    def subscribe(self, mailbox):
        return self._simple_command('SUBSCRIBE', mailbox)

    def thread(self, threading_algorithm, charset, *search_criteria):
        return self._asked('THREAD', threading_algorithm, charset, *search_criteria)

    def uid(self, command, *args):
        """A command that names messages by what does not change."""
        command = command.upper()
        if command not in Commands:
            raise self.error(f'Unknown IMAP4 UID command: {command}')
        self._check_state(command)
        return self._asked('UID', command, *args, of=command if command in ('SEARCH', 'SORT', 'THREAD') else 'FETCH')

    def unsubscribe(self, mailbox):
        return self._simple_command('UNSUBSCRIBE', mailbox)

    def unselect(self):
        """Leaves the mailbox as it is."""
        try:
            return self._simple_command('UNSELECT')
        finally:
            self.state = 'AUTH'

    def xatom(self, name, *args):
        """A command that this module does not know."""
        name = name.upper()
        Commands.setdefault(name, (self.state,))
        return self._simple_command(name, *args)


class IMAP4_SSL(IMAP4):
    """A connection that is encrypted from its beginning."""

    def __init__(self, host='', port=IMAP4_SSL_PORT, *, ssl_context=None, timeout=None):
        self.ssl_context = ssl_context or ssl.create_default_context()
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout):
        return self.ssl_context.wrap_socket(super()._create_socket(timeout), server_hostname=self.host)

    def open(self, host='', port=IMAP4_SSL_PORT, timeout=None):
        super().open(host, port, timeout)


class IMAP4_stream(IMAP4):
    """A connection by the input and output of a program."""

    def __init__(self, command):
        self.command = command
        super().__init__()

    def open(self, host=None, port=None, timeout=None):
        self.host = self.port = self.sock = self.file = None
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, shell=True, close_fds=True)
        self.writefile, self.readfile = self.process.stdin, self.process.stdout

    def read(self, size):
        return self.readfile.read(size)

    def readline(self):
        return self.readfile.readline()

    def send(self, data):
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        for file in (self.readfile, self.writefile):
            file.close()
        self.process.wait()


class _Authenticator:
    """Answers of a function to a server's questions, in base64."""

    def __init__(self, mechinst):
        self.mech = mechinst

    def process(self, data):
        answer = self.mech(self.decode(data))
        return b'*' if answer is None else self.encode(answer)

    def encode(self, inp):
        return binascii.b2a_base64(inp.encode() if isinstance(inp, str) else inp, newline=False)

    def decode(self, inp):
        return binascii.a2b_base64(inp) if inp else b''


Months = ' Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
Mon2num = {name.encode(): number for number, name in enumerate(Months[1:], 1)}


def Internaldate2tuple(resp):
    """When a message came, in local time; None: the answer does not say."""
    found = InternalDate.match(resp)
    if not found:
        return None
    zone = (int(found['zoneh']) * 60 + int(found['zonem'])) * 60 * (-1 if found['zonen'] == b'-' else 1)
    parts = int(found['year']), Mon2num[found['mon']], *(int(found[name]) for name in ('day', 'hour', 'min', 'sec')), -1, -1, -1
    return time.localtime(calendar.timegm(parts) - zone)


def Int2AP(num):
    """A number in the digits A to P."""
    return bytes(b'ABCDEFGHIJKLMNOP'[int(digit, 16)] for digit in f'{int(abs(num)):x}') if int(num) else b''


def ParseFlags(resp):
    """The flags that an answer names."""
    found = Flags.match(resp)
    return tuple(found['flags'].split()) if found else ()


def Time2Internaldate(date_time):
    """A time as APPEND takes it."""
    if isinstance(date_time, (int, float)):
        moment = datetime.fromtimestamp(date_time, timezone.utc).astimezone()
    elif isinstance(date_time, tuple):
        offset = getattr(date_time, 'tm_gmtoff', None)
        moment = datetime(*date_time[:6], tzinfo=timezone(timedelta(seconds=-time.timezone if offset is None else offset)))
    elif isinstance(date_time, datetime):
        if date_time.tzinfo is None:
            raise ValueError('date_time must be aware')
        moment = date_time
    elif isinstance(date_time, str) and (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError('date_time not of a known type')
    return moment.strftime(f'"%d-{Months[moment.month]}-%Y %H:%M:%S %z"')
