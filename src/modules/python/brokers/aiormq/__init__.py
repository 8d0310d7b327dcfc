"""A client of AMQP 0-9-1; the broker is simulated, and what is in it lives as long as the run."""
from aiormq import abc, exceptions
from aiormq.channel import Channel
from aiormq.connection import Connection, connect
from aiormq.exceptions import *
from pamqp import commands as spec

__version__ = '7.2.4'
