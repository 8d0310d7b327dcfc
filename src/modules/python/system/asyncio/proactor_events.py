"""The loop of another system and its transports: names that programs refer to. Here there is no proactor to make one."""
__all__ = ('BaseProactorEventLoop',)
import collections
import io
import os
import signal
import socket
import threading
import warnings
from asyncio import base_events, constants, exceptions, futures, protocols, sslproto, transports, trsock
from asyncio.log import logger


def _unsupported():
    import _frames
    _frames.not_supported('asyncio.proactor_events without a proactor', 'asyncio.SelectorEventLoop')


class _ProactorBasePipeTransport(transports._FlowControlMixin, transports.BaseTransport):
    _sock = None

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        _unsupported()

    def __del__(self, _warn=warnings.warn):
        if self._sock is not None:
            _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._sock.close()

    def __repr__(self):
        return f'<{type(self).__name__} closed>' if self._sock is None else super().__repr__()

    def abort(self):
        _unsupported()

    def close(self):
        _unsupported()

    def get_protocol(self):
        _unsupported()

    def get_write_buffer_size(self):
        _unsupported()

    def is_closing(self):
        _unsupported()

    def set_protocol(self, protocol):
        _unsupported()

    def _call_connection_lost(self, exc):
        _unsupported()

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        _unsupported()

    def _force_close(self, exc):
        _unsupported()


class _ProactorReadPipeTransport(_ProactorBasePipeTransport, transports.ReadTransport):
    pass


class _ProactorBaseWritePipeTransport(_ProactorBasePipeTransport, transports.WriteTransport):
    _start_tls_compatible = True


class _ProactorWritePipeTransport(_ProactorBaseWritePipeTransport):
    pass


class _ProactorDatagramTransport(_ProactorBasePipeTransport, transports.DatagramTransport):
    max_size = 256 * 1024
    _header_size = 8


class _ProactorDuplexPipeTransport(_ProactorReadPipeTransport, _ProactorBaseWritePipeTransport, transports.Transport):
    def can_write_eof(self):
        return False

    def write_eof(self):
        raise NotImplementedError


class _ProactorSocketTransport(_ProactorReadPipeTransport, _ProactorBaseWritePipeTransport, transports.Transport):
    def can_write_eof(self):
        return True


class BaseProactorEventLoop(base_events.BaseEventLoop):
    def __init__(self, proactor):
        _unsupported()
