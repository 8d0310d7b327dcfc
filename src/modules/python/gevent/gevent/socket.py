"""Sockets whose waits let other greenlets go on."""
import socket as _plain
from socket import *

from gevent import monkey

monkey._cooperative_sockets()
socket, create_connection, gethostbyname, getaddrinfo = _plain.socket, _plain.create_connection, _plain.gethostbyname, _plain.getaddrinfo
wait_read = wait_write = None
