"""Encryption, simulated: what is sent through an encrypted connection goes as it is, since it never leaves the run."""
from _frames import type_name as _type_name
import collections as _collections
import enum as _enum
import socket as _socket
import warnings as _warnings
from operator import index as _index
from socket import AF_INET, SOCK_STREAM, SOL_SOCKET, SO_TYPE, create_connection, socket

import _ssl_tables as _tables

OPENSSL_VERSION, OPENSSL_VERSION_INFO = 'OpenSSL 3.0.15 3 Sep 2024', (3, 0, 0, 15, 0)
OPENSSL_VERSION_NUMBER = 0x300000f0
HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NEVER_CHECK_COMMON_NAME = True
HAS_PSK = HAS_TLSv1 = HAS_TLSv1_1 = True
HAS_SSLv2 = HAS_SSLv3 = HAS_NPN = False
CHANNEL_BINDING_TYPES = ['tls-unique']
PEM_HEADER, PEM_FOOTER = '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'
VerifyMode = _enum.IntEnum('VerifyMode', {'CERT_NONE': 0, 'CERT_OPTIONAL': 1, 'CERT_REQUIRED': 2}, module='ssl')
TLSVersion = _enum.IntEnum('TLSVersion', {
    'MINIMUM_SUPPORTED': -2, 'SSLv3': 768, 'TLSv1': 769, 'TLSv1_1': 770, 'TLSv1_2': 771, 'TLSv1_3': 772,
    'MAXIMUM_SUPPORTED': -1}, module='ssl')
_SSLMethod = _enum.IntEnum('_SSLMethod', {
    'PROTOCOL_TLS': 2, 'PROTOCOL_SSLv23': 2, 'PROTOCOL_TLSv1': 3, 'PROTOCOL_TLSv1_1': 4, 'PROTOCOL_TLSv1_2': 5,
    'PROTOCOL_TLS_CLIENT': 16, 'PROTOCOL_TLS_SERVER': 17}, module='ssl')
Options = _tables.members(_enum.IntFlag, 'Options', 'OP_', _tables.OPTIONS)
VerifyFlags = _tables.members(_enum.IntFlag, 'VerifyFlags', 'VERIFY_', _tables.VERIFY_FLAGS)
AlertDescription = _tables.members(_enum.IntEnum, 'AlertDescription', 'ALERT_DESCRIPTION_', _tables.ALERTS)
SSLErrorNumber = _tables.members(_enum.IntEnum, 'SSLErrorNumber', 'SSL_ERROR_', _tables.ERRORS)
for _kind in (VerifyMode, _SSLMethod, Options, VerifyFlags, AlertDescription, SSLErrorNumber):
    globals().update(_kind.__members__)
_OLD = TLSVersion.SSLv3, TLSVersion.TLSv1, TLSVersion.TLSv1_1
_DEFAULT_OPTIONS = OP_ALL | OP_NO_SSLv3 | OP_CIPHER_SERVER_PREFERENCE | OP_NO_COMPRESSION | OP_ENABLE_MIDDLEBOX_COMPAT
_OBJECTS = {'1.3.6.1.5.5.7.3.1': (129, 'serverAuth', 'TLS Web Server Authentication'),
            '1.3.6.1.5.5.7.3.2': (130, 'clientAuth', 'TLS Web Client Authentication')}


class _ASN1Object(_collections.namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """A thing that has a number in certificates."""
    __slots__ = ()

    def __new__(cls, oid):
        if oid not in _OBJECTS:
            raise ValueError(f'unknown object {oid!r}')
        return super().__new__(cls, *_OBJECTS[oid], oid)

    @classmethod
    def fromnid(cls, nid):
        """That of this number."""
        return cls(next((oid for oid, known in _OBJECTS.items() if known[0] == nid), nid))

    @classmethod
    def fromname(cls, name):
        """That of this name."""
        return cls(next((oid for oid, known in _OBJECTS.items() if name in known or name == oid), name))


class Purpose(_ASN1Object, _enum.Enum):
    """What a certificate is for."""
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


class SSLError(OSError):
    """Something about the encryption failed."""

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLSyscallError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


def _failed(number, words, library=None, reason=None, kind=SSLError):
    error = kind(number, words)
    error.library, error.reason = library, reason
    return error


def _read(path):  #: -
    """A file's bytes. One that is not there is missed in OpenSSL's words, without its name."""
    try:
        with open(path, 'rb') as file:
            return file.read()
    except FileNotFoundError:
        raise FileNotFoundError(2, 'No such file or directory') from None


class SSLSession:
    """What two have agreed on."""


class SSLContext:
    """How connections are to be encrypted."""
    sslsocket_class = sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            _warnings.warn('ssl.SSLContext() without protocol argument is deprecated.', DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        self = object.__new__(cls)
        if _index(protocol) not in _SSLMethod:
            raise ValueError(f'invalid or unsupported protocol version {protocol}')
        self._protocol = _SSLMethod(protocol)
        if protocol < 16:
            _warnings.warn(f'ssl.{get_protocol_name(protocol)} is deprecated', DeprecationWarning, stacklevel=2)
        client = protocol == PROTOCOL_TLS_CLIENT
        self._check_hostname, self._verify_mode = client, CERT_REQUIRED if client else CERT_NONE
        self._options, self._verify_flags = _DEFAULT_OPTIONS, VERIFY_X509_TRUSTED_FIRST
        self._versions = [TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED]
        if 3 <= protocol <= 5:
            self._versions = [TLSVersion(766 + protocol)] * 2
        self._callback, self._tickets, self._ciphers = None, 2, _tables.DEFAULT
        self.keylog_filename, self.post_handshake_auth, self.hostname_checks_common_name = None, False, True
        self._protocols, self._authorities, self._chain = [], [], None
        return self

    def __init__(self, protocol=None, *args, **kwargs):
        pass

    protocol = property(lambda self: self._protocol)
    security_level = property(lambda self: 2)
    options = property(lambda self: self._options)
    verify_flags = property(lambda self: self._verify_flags)
    check_hostname = property(lambda self: self._check_hostname)
    verify_mode = property(lambda self: self._verify_mode)
    num_tickets = property(lambda self: self._tickets)
    sni_callback = property(lambda self: self._callback)
    minimum_version = property(lambda self: self._versions[0])
    maximum_version = property(lambda self: self._versions[1])

    @options.setter
    def options(self, value):
        if not isinstance(value, int):
            raise TypeError(f'argument must be int, not {_type_name(value)}')
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        old = [name for name in ('OP_NO_SSLv3', 'OP_NO_TLSv1', 'OP_NO_TLSv1_1', 'OP_NO_TLSv1_2', 'OP_NO_TLSv1_3')
               if value & ~self._options & Options[name]]
        if old:
            _warnings.warn('ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated', DeprecationWarning, stacklevel=2)
        self._options = Options(value)

    @verify_flags.setter
    def verify_flags(self, value):
        if not isinstance(value, int):
            raise TypeError(f'argument must be int, not {_type_name(value)}')
        self._verify_flags = VerifyFlags(value)

    @check_hostname.setter
    def check_hostname(self, value):
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED
        self._check_hostname = bool(value)

    @verify_mode.setter
    def verify_mode(self, value):
        if _index(value) not in (0, 1, 2):
            raise ValueError('invalid value for verify_mode')
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = VerifyMode(value)

    @num_tickets.setter
    def num_tickets(self, value):
        if value < 0:
            raise ValueError('value must be non-negative')
        if self._protocol != PROTOCOL_TLS_SERVER:
            raise ValueError('SSLContext is not a server context.')
        self._tickets = value

    @sni_callback.setter
    def sni_callback(self, callback):
        if callback is not None and not callable(callback):
            raise TypeError('not a callable object')
        self._callback = callback

    def set_servername_callback(self, server_name_callback):
        self.sni_callback = server_name_callback

    def _set_version(self, at, value):
        if self._protocol not in (PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            raise ValueError("The context's protocol doesn't support modification of highest and lowest version.")
        if value not in TLSVersion:
            raise ValueError(f'Unsupported TLS/SSL version {value:#x}')
        value = TLSVersion(value)
        if value in _OLD:
            _warnings.warn(f'ssl.{TLSVersion.__name__}.{value.name} is deprecated', DeprecationWarning, stacklevel=2)
        if value == (TLSVersion.MAXIMUM_SUPPORTED, TLSVersion.MINIMUM_SUPPORTED)[at]:
            value = (TLSVersion.TLSv1_3, TLSVersion.TLSv1)[at]
        self._versions[at] = value

    @minimum_version.setter
    def minimum_version(self, value):
        self._set_version(0, value)

    @maximum_version.setter
    def maximum_version(self, value):
        self._set_version(1, value)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)

    def set_default_verify_paths(self):
        """Those of the system, which has none."""

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):  #: -
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        import _ssl_certificates as certificates
        if cafile is not None:
            data = _read(cafile)
            try:
                found = certificates.blocks(data)
            except ValueError:
                raise _failed(524297, '[X509] PEM lib (_ssl.c:4168)', 'X509') from None
            if not found:
                words = '[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4168)'
                raise _failed(136, words, 'X509', 'NO_CERTIFICATE_OR_CRL_FOUND')
            self._trust(found)
        if cadata is not None:
            if not isinstance(cadata, (str, bytes, bytearray, memoryview)) or isinstance(cadata, str) and not cadata.isascii():
                raise TypeError('cadata should be an ASCII string or a bytes-like object')
            if not cadata:
                raise ValueError('Empty certificate data')
            text = isinstance(cadata, str)
            try:
                self._trust(certificates.blocks(cadata.encode()) if text else certificates.apart(bytes(cadata)), True)
            except (ValueError, IndexError):
                what = 'no start line' if text else 'not enough data'
                raise _failed(0, f'{what}: cadata does not contain a certificate (_ssl.c:4035)') from None

    def _trust(self, found, some=False):
        import _ssl_certificates as certificates
        if some and not found:
            raise ValueError
        self._authorities += [certificates.Certificate(der) for der in found if der not in [it.der for it in self._authorities]]

    def cert_store_stats(self):
        """How many certificates are trusted."""
        return {'x509': len(self._authorities), 'crl': 0, 'x509_ca': sum(it.is_authority for it in self._authorities)}

    def get_ca_certs(self, binary_form=False):
        found = [it for it in self._authorities if it.is_authority]
        return [it.der if binary_form else it.told() for it in found]

    def session_stats(self):
        return dict.fromkeys(_tables.STATISTICS, 0)

    def load_cert_chain(self, certfile, keyfile=None, password=None):  #: -
        import _ssl_certificates as certificates
        data = _read(certfile)
        if password is not None and not isinstance(password, (str, bytes, bytearray)) and not callable(password):
            raise TypeError('password should be a string or callable')
        keys = data if keyfile is None else _read(keyfile)
        try:
            self._chain = certificates.Certificate(certificates.blocks(data)[0]).der
        except (ValueError, IndexError):
            raise _failed(524297, '[SSL] PEM lib (_ssl.c:3916)', 'SSL') from None
        try:
            certificates.blocks(keys, b'PRIVATE KEY')[0]
        except (ValueError, IndexError):
            raise _failed(524297, '[SSL] PEM lib (_ssl.c:3937)', 'SSL') from None

    def set_ciphers(self, ciphers, /):  #: -
        found = _tables.chosen(ciphers)
        self._ciphers = found or _tables.DEFAULT[:3]
        if not found:
            raise SSLError('No cipher can be selected.')

    def get_ciphers(self):
        return [_tables.described(name) for name in self._ciphers]

    def set_alpn_protocols(self, alpn_protocols):
        for protocol in alpn_protocols:
            if not 0 < len(bytes(protocol, 'ascii')) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 bytes long')
        self._protocols = list(alpn_protocols)

    def set_npn_protocols(self, npn_protocols):
        _warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def set_ecdh_curve(self, name, /):  #: -
        name = name.decode() if isinstance(name, bytes) else name
        if not isinstance(name, str):
            raise TypeError(f'a bytes-like object is required, not {_type_name(name)!r}')
        if name not in _tables.CURVES:
            raise ValueError(f'unknown elliptic curve name {name!r}')

    def load_dh_params(self, path, /):  #: -
        import _ssl_certificates as certificates
        with open(path, 'rb') as file:
            if not certificates.blocks(file.read(), b'DH PARAMETERS'):
                raise _failed(108, '[PEM: NO_START_LINE] no start line (_ssl.c:4216)', 'PEM', 'NO_START_LINE')

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """The encryption of a connection whose bytes the program carries itself."""
        from _ssl_objects import SSLObject
        return (self.sslobject_class or SSLObject)._create(self, incoming, outgoing, server_side, self._name_of(server_hostname))

    def _name_of(self, hostname):
        if hostname is None:
            return None
        if not hostname:
            raise ValueError('server_hostname cannot be an empty string or start with a leading dot.')
        if '\0' in hostname:
            raise TypeError('embedded null character')
        return hostname.encode('idna').decode('ascii')

    def _refuse(self, server_side):
        if server_side and self._protocol == PROTOCOL_TLS_CLIENT:
            raise _failed(0, 'Cannot create a server socket with a PROTOCOL_TLS_CLIENT context (_ssl.c:812)')
        if not server_side and self._protocol == PROTOCOL_TLS_SERVER:
            raise _failed(0, 'Cannot create a client socket with a PROTOCOL_TLS_SERVER context (_ssl.c:812)')

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        return self._create(sock, server_side, server_hostname)  #: 455 return «self.sslsocket_class._create(⏎    sock=sock,⏎    server_side=server_side,⏎    do_handshake_on_connect=do_handshake_on_connect,⏎    suppress_ragged_eofs=suppress_ragged_eofs,⏎    server_hostname=server_hostname,⏎    context=self,⏎    session=session⏎)»

    def _create(self, sock, server_side, server_hostname):
        if sock.type != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')  #: 995 raise NotImplementedError("only stream sockets are supported")
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')  #: 998 raise ValueError("server_hostname can only be specified "⏎                 "in client mode")
        if self.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')  #: 1004 raise ValueError("check_hostname requires server_hostname")
        self._refuse(server_side)
        server_hostname = self._name_of(server_hostname)
        from _ssl_objects import SSLSocket
        self_ = (self.sslsocket_class or SSLSocket)._over(sock._open(), sock._timeout)
        sock.detach()
        self_.context, self_.server_side, self_.server_hostname = self, server_side, server_hostname
        if server_side:
            self_._end._tls = self
        return self_

    def _extra(self, end=None, server_side=False, server_hostname=None):
        """What a transport tells of it."""
        from _ssl_objects import SSLObject
        if server_side:
            end._tls = self
        found = SSLObject._create(self, None, None, server_side, server_hostname)
        found._end = end
        return {'sslcontext': self, 'cipher': CIPHER, 'compression': None, 'ssl_object': found}


CIPHER = 'TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context as it should be: certificates are asked for and looked at."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose is Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)  #: 717
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
    """A context that looks at no certificate, unless it is told to."""
    context = SSLContext(protocol or (PROTOCOL_TLS_CLIENT if purpose is Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER))
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_stdlib_context = _create_unverified_context
_create_default_https_context = create_default_context


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_socket._GLOBAL_DEFAULT_TIMEOUT):
    """A server's certificate as text."""
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_REQUIRED if ca_certs else CERT_NONE, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock, context.wrap_socket(sock, server_hostname=addr[0]) as encrypted:
        return DER_cert_to_PEM_cert(encrypted.getpeercert(True))


def get_protocol_name(protocol_code):
    return _SSLMethod(protocol_code).name if protocol_code in _SSLMethod else '<unknown>'


DefaultVerifyPaths = _collections.namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    import os
    cafile, capath = os.environ.get('SSL_CERT_FILE', '/etc/ssl/cert.pem'), os.environ.get('SSL_CERT_DIR', '/etc/ssl/certs')
    cafile, capath = cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None
    return DefaultVerifyPaths(cafile, capath, 'SSL_CERT_FILE', '/etc/ssl/cert.pem', 'SSL_CERT_DIR', '/etc/ssl/certs')


def RAND_status():
    """Whether there is enough that is random: there always is."""
    return True


def RAND_add(string, entropy, /):
    """Takes more of it."""


def cert_time_to_seconds(cert_time):
    """Seconds since 1970 of a certificate's time."""
    import calendar
    import time
    months = 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'
    if cert_time[:3].title() not in months:
        raise ValueError(f'time data {cert_time!r} does not match format "%b{" %d %H:%M:%S %Y GMT"}"')
    parsed = time.strptime(cert_time[3:], ' %d %H:%M:%S %Y GMT')
    return calendar.timegm((parsed[0], months.index(cert_time[:3].title()) + 1, *parsed[2:6]))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate as text."""
    import base64
    signs = base64.standard_b64encode(der_cert_bytes).decode('ascii')
    return '\n'.join([PEM_HEADER, *(signs[at:at + 64] for at in range(0, len(signs), 64)), PEM_FOOTER + '\n'])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate as bytes."""
    import base64
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError(f'Invalid PEM encoding; must start with {PEM_HEADER}')
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError(f'Invalid PEM encoding; must end with {PEM_FOOTER}')
    return base64.decodebytes(pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)].encode('ASCII', 'strict'))


def RAND_bytes(n, /):
    import os
    return os.urandom(n)


def __getattr__(name):
    if name in ('MemoryBIO', 'SSLObject', 'SSLSocket'):
        import _ssl_objects
        globals()[name] = found = getattr(_ssl_objects, name)
        return found
    raise AttributeError(f"module 'ssl' has no attribute '{name}'")
