"""A client of AMQP 0-9-1; the broker is simulated, and what is in it lives as long as the run."""
from aiormq import abc, exceptions
from aiormq.channel import Channel
from aiormq.connection import Connection, connect
from aiormq.exceptions import *
from pamqp import commands as spec

__version__ = '7.2.4'
_MISSING = 'SSLContextProvider', 'TransportFactory'


def __getattr__(name):
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'aiormq.{name}', 'aiormq.connect(url)')
    raise AttributeError(f"module 'aiormq' has no attribute {name!r}")
