"""Sockets whose waits let other greenlets go on."""
import socket as _plain
from socket import *

from gevent import monkey

monkey._cooperative_sockets()
socket, create_connection, gethostbyname, getaddrinfo = _plain.socket, _plain.create_connection, _plain.gethostbyname, _plain.getaddrinfo


def __getattr__(name):
    if name in ('wait', 'wait_read', 'wait_readwrite', 'wait_write'):
        from _frames import not_supported
        not_supported(f'gevent.socket.{name}', 'gevent.select.select')
    raise AttributeError(f"module 'gevent.socket' has no attribute {name!r}")
