"""The sleep that lets other greenlets go on."""
from gevent.hub import sleep

__all__ = ['sleep']
