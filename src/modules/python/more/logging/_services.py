"""The handlers of logging.handlers that write to a server: the system's log, mail, the web."""
import logging
import socket


class SysLogHandler(logging.Handler):
    """Sends messages to a system's log, by datagrams, over a connection, or by a path."""
    __module__ = 'logging.handlers'
    LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
    (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV,
     LOG_FTP, LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON, LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4,
     LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7) = range(24)
    priority_names = {'alert': LOG_ALERT, 'crit': LOG_CRIT, 'critical': LOG_CRIT, 'debug': LOG_DEBUG, 'emerg': LOG_EMERG,
                      'err': LOG_ERR, 'error': LOG_ERR, 'info': LOG_INFO, 'notice': LOG_NOTICE, 'panic': LOG_EMERG,
                      'warn': LOG_WARNING, 'warning': LOG_WARNING}
    facility_names = {'auth': LOG_AUTH, 'authpriv': LOG_AUTHPRIV, 'console': LOG_CONSOLE, 'cron': LOG_CRON,
                      'daemon': LOG_DAEMON, 'ftp': LOG_FTP, 'kern': LOG_KERN, 'lpr': LOG_LPR, 'mail': LOG_MAIL,
                      'news': LOG_NEWS, 'ntp': LOG_NTP, 'security': LOG_SECURITY, 'solaris-cron': LOG_SOLCRON,
                      'syslog': LOG_SYSLOG, 'user': LOG_USER, 'uucp': LOG_UUCP, 'local0': LOG_LOCAL0,
                      'local1': LOG_LOCAL1, 'local2': LOG_LOCAL2, 'local3': LOG_LOCAL3, 'local4': LOG_LOCAL4,
                      'local5': LOG_LOCAL5, 'local6': LOG_LOCAL6, 'local7': LOG_LOCAL7}
    priority_map = {'DEBUG': 'debug', 'INFO': 'info', 'WARNING': 'warning', 'ERROR': 'error', 'CRITICAL': 'critical'}
    ident, append_nul = '', True

    def __init__(self, address=('localhost', 514), facility=LOG_USER, socktype=None):  #: in logging/handlers.py
        logging.Handler.__init__(self)
        self.address, self.facility, self.socktype, self.socket = address, facility, socktype, None
        self.createSocket()  #: 876

    def _connect_unixsocket(self, address):  #: in logging/handlers.py
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        self.socket = socket.socket(socket.AF_UNIX, kind)
        try:
            self.socket.connect(address)  #: 884
            self.socktype = kind
        except OSError:
            self.socket.close()
            if self.socktype is not None:
                raise
            self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                self.socket.connect(address)  #: 895
                self.socktype = socket.SOCK_STREAM
            except OSError:
                self.socket.close()
                raise

    def createSocket(self):  #: in logging/handlers.py
        """Makes the socket; by a path, nobody need be there yet."""
        self.unixsocket = isinstance(self.address, str)
        if self.unixsocket:
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                pass
            return
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        host, port = self.address  #: 927 «host, port» = address
        fault = made = None
        for family, kind, proto, _, address in socket.getaddrinfo(host, port, 0, kind):  #: 928 ress = «socket.getaddrinfo(host, port, 0, socktype)»
            fault = made = None
            try:
                made = socket.socket(family, kind, proto)
                if kind == socket.SOCK_STREAM:
                    made.connect(address)  #: 937 sock.connect(sa)
                break
            except OSError as error:
                fault = error
                if made is not None:
                    made.close()
        if fault is not None:
            raise fault  #: 944 raise err
        self.socket, self.socktype = made, kind

    def encodePriority(self, facility, priority):  #: in logging/handlers.py
        """The number of a facility and a priority, each a number or its name."""
        if isinstance(facility, str):
            facility = self.facility_names[facility]  #: 956
        if isinstance(priority, str):
            priority = self.priority_names[priority]  #: 958
        return facility << 3 | priority

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, 'warning')

    def close(self):
        with self.lock:
            made, self.socket = self.socket, None
            if made:
                made.close()
            logging.Handler.close(self)

    def emit(self, record):  #: in logging/handlers.py
        try:
            text = f'{self.ident}{self.format(record)}' + '\0' * bool(self.append_nul)  #: 993 msg = «self.format(record)»
            number = self.encodePriority(self.facility, self.mapPriority(record.levelname))  #: 1001 prio = '<%d>' % «self.encodePriority(self.facility,⏎                                                self.mapPriority(record.levelname))»
            data = f'<{number}>{text}'.encode()
            if not self.socket:
                self.createSocket()  #: 1009
            if self.unixsocket:
                try:
                    self.socket.send(data)  #: 1013 self.socket.send(msg)
                except OSError:
                    self.socket.close()
                    self._connect_unixsocket(self.address)  #: 1016
                    self.socket.send(data)  #: 1017 self.socket.send(msg)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)  #: 1019 self.socket.sendto(msg, self.address)
            else:
                self.socket.sendall(data)  #: 1021 self.socket.sendall(msg)
        except Exception:
            self.handleError(record)


class SMTPHandler(logging.Handler):
    """Sends each record as a mail."""
    __module__ = 'logging.handlers'

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        logging.Handler.__init__(self)
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        self.username = None
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        self.fromaddr, self.toaddrs, self.subject = fromaddr, [toaddrs] if isinstance(toaddrs, str) else toaddrs, subject
        self.secure, self.timeout = secure, timeout

    def getSubject(self, record):
        return self.subject

    def emit(self, record):  #: in logging/handlers.py
        try:
            import smtplib
            import email.message
            import email.utils
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)  #: 1087 smtp = «smtplib.SMTP(self.mailhost, port, timeout=self.timeout)»
            message = email.message.EmailMessage()
            message['From'] = self.fromaddr  #: 1089 «msg['From']» = self.fromaddr
            message['To'] = ','.join(self.toaddrs)  #: 1090 «msg['To']» = ','.join(self.toaddrs)
            message['Subject'] = self.getSubject(record)  #: 1091 «msg['Subject']» = self.getSubject(record)
            message['Date'] = email.utils.localtime()
            message.set_content(self.format(record))  #: 1093 msg.set_content(«self.format(record)»)
            if self.username:
                if self.secure is not None:
                    smtp.ehlo()  #: 1096
                    smtp.starttls(*self.secure)  #: 1097
                    smtp.ehlo()  #: 1098
                smtp.login(self.username, self.password)  #: 1099
            smtp.send_message(message)  #: 1100 smtp.send_message(msg)
            smtp.quit()  #: 1101
        except Exception:
            self.handleError(record)


class HTTPHandler(logging.Handler):
    """Sends each record's attributes to a web server, in the address or as a form."""
    __module__ = 'logging.handlers'

    def __init__(self, host, url, method='GET', secure=False, credentials=None, context=None):
        logging.Handler.__init__(self)
        method = method.upper()
        if method not in ('GET', 'POST'):
            raise ValueError('method must be GET or POST')  #: 1226 raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError('context parameter only makes sense with secure=True')  #: 1228 raise ValueError("context parameter only makes sense "⏎                 "with secure=True")
        self.host, self.url, self.method = host, url, method
        self.secure, self.credentials, self.context = secure, credentials, context

    def mapLogRecord(self, record):
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        return http.client.HTTPSConnection(host, context=self.context) if secure else http.client.HTTPConnection(host)

    def emit(self, record):  #: in logging/handlers.py
        try:
            import urllib.parse
            connection, url = self.getConnection(self.host, self.secure), self.url
            data = urllib.parse.urlencode(self.mapLogRecord(record))  #: 1270
            if self.method == 'GET':
                url += f'{"&" if "?" in url else "?"}{data}'
            connection.putrequest(self.method, url)  #: 1277 h.putrequest(self.method, url)
            if self.method == 'POST':
                connection.putheader('Content-type', 'application/x-www-form-urlencoded')
                connection.putheader('Content-length', str(len(data)))
            if self.credentials:
                import base64
                told = base64.b64encode('{}:{}'.format(*self.credentials).encode()).strip().decode('ascii')
                connection.putheader('Authorization', f'Basic {told}')
            connection.endheaders()  #: 1295 h.endheaders()
            if self.method == 'POST':
                connection.send(data.encode())  #: 1297 h.send(data.encode('utf-8'))
            connection.getresponse()  #: 1298 «h.getresponse()»    #can't do anything with the result
        except Exception:
            self.handleError(record)


class NTEventLogHandler(logging.Handler):
    """Without Windows there is nothing that it could write to."""
    __module__ = 'logging.handlers'
    _welu = None

    def __init__(self, appname, dllname=None, logtype='Application'):
        logging.Handler.__init__(self)
        print('The Python Win32 extensions for NT (service, event logging) appear not to be available.')

    def getMessageID(self, record):
        return 1

    def getEventCategory(self, record):
        return 0

    def getEventType(self, record):
        return self.typemap.get(record.levelno, self.deftype)

    def emit(self, record):
        pass
