"""TLS over a transport: its names. Connections of the run are never encrypted, so none of this is ever made."""
import collections
import enum
import warnings
import ssl
from asyncio import constants, exceptions, protocols, transports
from asyncio.log import logger

SSLAgainErrors = (ssl.SSLWantReadError, ssl.SSLSyscallError)


def _unsupported():
    import _frames
    _frames.not_supported('asyncio.sslproto', 'asyncio.open_connection(…, ssl=True)')


def _create_transport_context(server_side, server_hostname):
    """The context of a client that has named none."""
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


class SSLProtocolState(enum.Enum):
    UNWRAPPED = 'UNWRAPPED'
    DO_HANDSHAKE = 'DO_HANDSHAKE'
    WRAPPED = 'WRAPPED'
    FLUSHING = 'FLUSHING'
    SHUTDOWN = 'SHUTDOWN'


class AppProtocolState(enum.Enum):
    STATE_INIT = 'STATE_INIT'
    STATE_CON_MADE = 'STATE_CON_MADE'
    STATE_EOF = 'STATE_EOF'
    STATE_CON_LOST = 'STATE_CON_LOST'


class _SSLProtocolTransport(transports._FlowControlMixin, transports.Transport):
    _start_tls_compatible = True

    def __init__(self, loop, ssl_protocol):
        _unsupported()

    def __del__(self):
        pass


class SSLProtocol(protocols.BufferedProtocol):
    max_size = 256 * 1024

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None,
                 call_connection_made=True, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        _unsupported()


def add_flowcontrol_defaults(high, low, kb):
    """The marks at which writing pauses and goes on again, in bytes; `kb`: the high one if none is given."""
    if high is None:
        high = 4 * low if low is not None else kb * 1024
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
    return high, low
