"""Encryption, simulated: what is sent through an encrypted connection goes as it is, since it never leaves the run."""
import enum as _enum
import socket as _socket
from socket import AF_INET, SOCK_STREAM, socket

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
    'PROTOCOL_SSLv23': 2, 'PROTOCOL_TLS': 2, 'PROTOCOL_TLS_CLIENT': 16, 'PROTOCOL_TLS_SERVER': 17, 'PROTOCOL_TLSv1': 3,
    'PROTOCOL_TLSv1_1': 4, 'PROTOCOL_TLSv1_2': 5}, module='ssl')
Options = _enum.IntFlag('Options', {
    'OP_ALL': 0x80000050, 'OP_NO_SSLv2': 0, 'OP_NO_SSLv3': 0x2000000, 'OP_NO_TLSv1': 0x4000000,
    'OP_NO_TLSv1_1': 0x10000000, 'OP_NO_TLSv1_2': 0x8000000, 'OP_NO_TLSv1_3': 0x20000000,
    'OP_NO_COMPRESSION': 0x20000, 'OP_SINGLE_DH_USE': 0, 'OP_SINGLE_ECDH_USE': 0}, module='ssl')
for _kind in (VerifyMode, _SSLMethod, Options):
    globals().update(_kind.__members__)


class _Purpose(_enum.Enum):
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


Purpose = _Purpose
Purpose.__name__ = Purpose.__qualname__ = 'Purpose'


class SSLError(OSError):
    """Something about the encryption failed."""


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


class SSLContext:
    """How connections are to be encrypted."""

    def __init__(self, protocol=None, *args, **kwargs):
        if protocol is None:
            import warnings
            warnings.warn("ssl.PROTOCOL_TLS is deprecated", DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        self.protocol = _SSLMethod(protocol)
        client = protocol == PROTOCOL_TLS_CLIENT
        self._check_hostname, self._verify_mode = client, CERT_REQUIRED if client else CERT_NONE
        self.options = OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION
        self.minimum_version, self.maximum_version = TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED
        self.verify_flags, self.keylog_filename, self.sni_callback, self.post_handshake_auth = 0, None, None, False
        self._protocols = []

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED
        self._check_hostname = bool(value)

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = VerifyMode(value)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        pass

    set_default_verify_paths = load_default_certs

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):  #: -
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        _look_for(cafile)

    def load_cert_chain(self, certfile, keyfile=None, password=None):  #: -
        _look_for(certfile)
        _look_for(keyfile)

    def set_ciphers(self, ciphers, /):  #: -
        pass

    def set_alpn_protocols(self, alpn_protocols):
        self._protocols = list(alpn_protocols)

    def set_ecdh_curve(self, name, /):  #: -
        pass

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
        self_ = SSLSocket._over(sock._open(), sock._timeout)
        sock.detach()
        self_.context, self_.server_side, self_.server_hostname = self, server_side, server_hostname
        return self_

    def _extra(self):
        """What a transport tells of it."""
        return {'sslcontext': self, 'cipher': _CIPHER, 'compression': None, 'ssl_object': SSLObject(self)}


_CIPHER = 'TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256


def _look_for(path):  #: -
    """A file that is not there is missed in OpenSSL's words, without its name."""
    if path is not None:
        try:
            open(path).close()
        except FileNotFoundError:
            raise FileNotFoundError(2, 'No such file or directory') from None


class SSLObject:
    """The encryption of a connection."""

    def __init__(self, context):
        self.context = context

    def version(self):
        return 'TLSv1.3'

    def cipher(self):
        return _CIPHER

    def compression(self):
        return None

    def do_handshake(self):
        pass

    def pending(self):
        return 0

    def selected_alpn_protocol(self):
        return None

    def getpeercert(self, binary_form=False):
        import _frames
        _frames.not_supported('the certificate of a simulated host', 'nothing is encrypted here')


class SSLSocket(socket):
    """A socket whose connection is encrypted."""
    __slots__ = ()
    version, cipher, compression, do_handshake, pending, selected_alpn_protocol, getpeercert = (
        SSLObject.version, SSLObject.cipher, SSLObject.compression, SSLObject.do_handshake, SSLObject.pending,
        SSLObject.selected_alpn_protocol, SSLObject.getpeercert)

    def read(self, len=1024, buffer=None):
        return self.recv(len) if buffer is None else self.recv_into(buffer, len)

    def write(self, data):
        return self.send(data)

    def unwrap(self):
        plain = socket._over(self._open(), self._timeout)
        self.detach()
        return plain

    def accept(self):
        sock, address = super().accept()
        return self.context.wrap_socket(sock, server_side=True), address


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context as it should be: certificates are asked for and looked at."""
    if not isinstance(purpose, Purpose):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose is Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)  #: 717
    return context


def _create_unverified_context(protocol=None, *args, **kwargs):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, CERT_NONE
    return context


_create_default_https_context = create_default_context


def get_server_certificate(addr, *args, **kwargs):
    SSLObject(None).getpeercert()


def get_default_verify_paths():
    import collections
    kind = collections.namedtuple('DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile '
                                                        'openssl_capath_env openssl_capath')
    return kind(None, '/etc/ssl/certs', 'SSL_CERT_FILE', '/etc/ssl/cert.pem', 'SSL_CERT_DIR', '/etc/ssl/certs')


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
    if name.isupper() or name.startswith('VERIFY_X509'):
        from _socket_numbers import SSL
        if name in SSL:
            return SSL[name]
    raise AttributeError(f"module 'ssl' has no attribute '{name}'")
