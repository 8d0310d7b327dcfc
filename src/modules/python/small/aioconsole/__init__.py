"""input and print as coroutines."""
from aioconsole.stream import ainput, aprint, get_standard_streams

__version__ = '0.8.2'
__all__ = ['ainput', 'aprint', 'get_standard_streams']
