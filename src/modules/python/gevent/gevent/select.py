"""A select that lets other greenlets go on."""
import select as _plain

from gevent.hub import cooperate

__all__ = ['select']


def select(rlist, wlist, xlist, timeout=None):
    return cooperate(_plain.select, rlist, wlist, xlist, timeout)
