"""Handlers that send records to other programs: by mail, to a web server, to the system's log."""
import logging

_PRIORITIES = 'emerg alert crit err warning notice info debug'.split()
_FACILITIES = ('kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp security console solcron local0 local1 local2 local3 '
               'local4 local5 local6 local7').split()


class SysLogHandler(logging.Handler):
    """Sends records to a syslog, a datagram each: by UDP, or through a socket of a path."""
    __module__ = 'logging.handlers'
    priority_names = {word: number for number, word in enumerate(_PRIORITIES)} | {'critical': 2, 'error': 3, 'panic': 0, 'warn': 4}
    facility_names = {'solaris-cron' if word == 'solcron' else word: number for number, word in enumerate(_FACILITIES)}
    priority_map = {level: level.lower() for level in ('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL')}
    for _words in _PRIORITIES, _FACILITIES:
        for _number, _word in enumerate(_words):
            locals()[f'LOG_{_word.upper()}'] = _number
    del _words, _number, _word
    ident, append_nul = '', True

    def __init__(self, address=('localhost', 514), facility=LOG_USER, socktype=None, timeout=None):
        super().__init__()
        self.address, self.facility, self.socktype, self.timeout = address, facility, socktype, timeout
        self.socket = None
        self.createSocket()

    def _connect_unixsocket(self, address):
        import socket
        wanted = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        for kind in (wanted,) if self.socktype is not None else (wanted, socket.SOCK_STREAM):
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
                self.socktype = kind
                return
            except OSError as exc:
                self.socket.close()
                failed = exc
        raise failed

    def createSocket(self):
        import socket
        self.unixsocket = isinstance(self.address, str)
        if self.unixsocket:
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                # The log may come to be there later.
                pass
            return
        self.socktype = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        found = socket.getaddrinfo(*self.address, 0, self.socktype)
        if not found:
            raise OSError('getaddrinfo returns an empty list')
        for family, kind, protocol, _, place in found:
            made = None
            try:
                made = socket.socket(family, kind, protocol)
                if self.timeout:
                    made.settimeout(self.timeout)
                if kind == socket.SOCK_STREAM:
                    made.connect(place)
                self.socket = made
                return
            except OSError as exc:
                failed = exc
                if made is not None:
                    made.close()
        raise failed

    def encodePriority(self, facility, priority):
        facility = self.facility_names[facility] if isinstance(facility, str) else facility
        return facility << 3 | (self.priority_names[priority] if isinstance(priority, str) else priority)

    def close(self):
        sock, self.socket = self.socket, None
        if sock is not None:
            sock.close()
        super().close()

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, 'warning')

    def emit(self, record):
        import socket
        try:
            text = self.ident + self.format(record) + '\0' * self.append_nul
            data = f'<{self.encodePriority(self.facility, self.mapPriority(record.levelname))}>{text}'.encode()
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class SMTPHandler(logging.Handler):
    """Sends each record as a mail."""
    __module__ = 'logging.handlers'

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        super().__init__()
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        else:
            self.username = None
        self.fromaddr, self.toaddrs = fromaddr, [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject, self.secure, self.timeout = subject, secure, timeout

    def getSubject(self, record):
        return self.subject

    def emit(self, record):
        try:
            import smtplib
            from email.message import EmailMessage
            from email.utils import localtime
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            mail = EmailMessage()
            mail['From'], mail['To'], mail['Subject'] = self.fromaddr, ','.join(self.toaddrs), self.getSubject(record)
            mail['Date'] = localtime()
            mail.set_content(self.format(record))
            if self.username:
                if self.secure is not None:
                    import ssl
                    key, chain = [*self.secure, None, None][:2]
                    smtp.ehlo()
                    smtp.starttls(context=ssl._create_stdlib_context(certfile=chain, keyfile=key))
                    smtp.ehlo()
                smtp.login(self.username, self.password)
            smtp.send_message(mail)
            smtp.quit()
        except Exception:
            self.handleError(record)


class HTTPHandler(logging.Handler):
    """Sends each record to a web server, as a form."""
    __module__ = 'logging.handlers'

    def __init__(self, host, url, method='GET', secure=False, credentials=None, context=None):
        super().__init__()
        method = method.upper()
        if method not in ('GET', 'POST'):
            raise ValueError('method must be GET or POST')
        if not secure and context is not None:
            raise ValueError('context parameter only makes sense with secure=True')
        self.host, self.url, self.method, self.secure, self.credentials, self.context = host, url, method, secure, credentials, context

    def mapLogRecord(self, record):
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        try:
            from urllib.parse import urlencode
            connection, url = self.getConnection(self.host, self.secure), self.url
            data = urlencode(self.mapLogRecord(record))
            if self.method == 'GET':
                url += ('&' if '?' in url else '?') + data
            connection.putrequest(self.method, url)
            if self.method == 'POST':
                connection.putheader('Content-type', 'application/x-www-form-urlencoded')
                connection.putheader('Content-length', str(len(data)))
            if self.credentials:
                from base64 import b64encode
                connection.putheader('Authorization', 'Basic ' + b64encode(':'.join(self.credentials).encode()).decode('ascii'))
            connection.endheaders()
            if self.method == 'POST':
                connection.send(data.encode())
            connection.getresponse()
        except Exception:
            self.handleError(record)


class NTEventLogHandler(logging.Handler):
    """Windows' log, which is not here."""
    __module__ = 'logging.handlers'
    _welu = None

    def __init__(self, appname, dllname=None, logtype='Application'):
        super().__init__()
        print('The Python Win32 extensions for NT (service, event logging) appear not to be available.')
        self.appname, self.dllname, self.logtype = appname, dllname, logtype

    def getMessageID(self, record):
        return 1

    def getEventCategory(self, record):
        return 0

    def emit(self, record):
        pass
