"""Versions of HTTP."""
from collections import namedtuple as _namedtuple

HttpVersion = _namedtuple('HttpVersion', 'major minor')
HttpVersion.__module__ = 'aiohttp.http_writer'
HttpVersion10, HttpVersion11 = HttpVersion(1, 0), HttpVersion(1, 1)
