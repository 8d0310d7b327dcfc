"""In place of `test.support.socket_helper`: addresses of this machine."""
import contextlib
import errno
import socket
import tempfile
import unittest

HOST = HOSTv4 = '127.0.0.1'
HOSTv6 = '::1'
IPV6_ENABLED = False
has_gethostname = True


def bind_port(sock, host=HOST):
    sock.bind((host, 0))
    return sock.getsockname()[1]


def find_unused_port(family=socket.AF_INET, socktype=socket.SOCK_STREAM):
    with socket.socket(family, socktype) as sock:
        return bind_port(sock)


def create_unix_domain_name():
    return tempfile.mktemp(prefix='tried_', suffix='.sock')


def bind_unix_socket(sock, address):
    sock.bind(address)


def skip_unless_bind_unix_socket(test):
    return unittest.skipUnless(hasattr(socket, 'AF_UNIX'), 'paths')(test)


def get_socket_conn_refused_errs():
    return [errno.ECONNREFUSED, errno.ENETUNREACH, errno.EADDRNOTAVAIL]


def skip_if_tcp_blackhole(test):
    return test


def tcp_blackhole():
    return False


@contextlib.contextmanager
def transient_internet(name, *, timeout=None, errnos=()):
    raise unittest.SkipTest('network')
    yield
