"""The loop over a selector, and its transports."""
__all__ = ('BaseSelectorEventLoop',)
import collections
import errno
import functools
import itertools
import os
import selectors
import socket
import warnings
import weakref
import ssl
from asyncio import (SelectorEventLoop as _SelectorEventLoop, base_events, constants, events, futures, protocols,
                     sslproto, transports, trsock)
from asyncio._transports import _SelectorDatagramTransport, _SelectorSocketTransport, _SelectorTransport
from asyncio.log import logger

BaseSelectorEventLoop = _SelectorEventLoop.__mro__[1]
_HAS_SENDMSG = True
SC_IOV_MAX = 1024


def _test_selector_event(selector, fd, event):
    """Whether the selector waits for that with this descriptor."""
    try:
        return bool(selector.get_key(fd).events & event)
    except KeyError:
        return False
