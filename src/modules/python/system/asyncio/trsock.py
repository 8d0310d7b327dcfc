"""What programs see of a transport's socket."""
import socket
from asyncio._transports import TransportSocket
