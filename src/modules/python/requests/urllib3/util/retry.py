"""How often a request is sent again, and after what pause."""
import time as _time
from collections import namedtuple as _namedtuple

from urllib3.exceptions import (ConnectTimeoutError, InvalidHeader, MaxRetryError, ProtocolError, ProxyError, ReadTimeoutError,
                                ResponseError)

RequestHistory = _namedtuple('RequestHistory', 'method url error status redirect_location')
_KEPT = ('total', 'connect', 'read', 'redirect', 'status', 'other', 'allowed_methods', 'status_forcelist', 'backoff_factor',
         'backoff_max', 'raise_on_redirect', 'raise_on_status', 'history', 'remove_headers_on_redirect',
         'respect_retry_after_header', 'backoff_jitter', 'retry_after_max')


class Retry:
    """Counts of what may still go wrong; each attempt gives a new one."""
    DEFAULT_ALLOWED_METHODS = frozenset(('HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'))
    RETRY_AFTER_STATUS_CODES = frozenset((413, 429, 503))
    DEFAULT_REMOVE_HEADERS_ON_REDIRECT = frozenset(('Cookie', 'Authorization', 'Proxy-Authorization'))
    DEFAULT_BACKOFF_MAX, DEFAULT_RETRY_AFTER_MAX = 120, 21600

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0,
                 backoff_max=DEFAULT_BACKOFF_MAX, raise_on_redirect=True, raise_on_status=True, history=None,
                 respect_retry_after_header=True, remove_headers_on_redirect=DEFAULT_REMOVE_HEADERS_ON_REDIRECT,
                 backoff_jitter=0.0, retry_after_max=DEFAULT_RETRY_AFTER_MAX):
        if redirect is False or total is False:
            redirect, raise_on_redirect = 0, False
        self.total, self.connect, self.read, self.redirect, self.status, self.other = (
            total, connect, read, redirect, status, other)
        self.allowed_methods, self.status_forcelist = allowed_methods, status_forcelist or set()
        self.backoff_factor, self.backoff_max, self.backoff_jitter = backoff_factor, backoff_max, backoff_jitter
        self.raise_on_redirect, self.raise_on_status, self.history = raise_on_redirect, raise_on_status, history or ()

        self.remove_headers_on_redirect = frozenset(name.lower() for name in remove_headers_on_redirect)
        self.respect_retry_after_header, self.retry_after_max = respect_retry_after_header, retry_after_max

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        for given in (retries, default, cls.DEFAULT):
            if isinstance(given, Retry):
                return given
            if given is not None:
                return cls(given, redirect=None if redirect else False)

    def new(self, **kwargs):
        return type(self)(**{**{name: getattr(self, name) for name in _KEPT}, **kwargs})

    def get_backoff_time(self):
        failures = len(self.history)
        if failures <= 1:
            return 0
        pause = self.backoff_factor * 2 ** (failures - 1)
        if self.backoff_jitter:
            import random
            pause += random.random() * self.backoff_jitter
        return float(max(0, min(self.backoff_max, pause)))

    def parse_retry_after(self, retry_after):
        """The seconds that a header names, or that are left until its date."""
        from email.utils import mktime_tz, parsedate_tz
        if retry_after.strip().isdecimal():
            seconds = int(retry_after)
        elif date := parsedate_tz(retry_after):
            seconds = mktime_tz(date) - _time.time()
        else:
            raise InvalidHeader(f'Invalid Retry-After header: {retry_after}')
        return min(max(seconds, 0), self.retry_after_max)

    def get_retry_after(self, response):
        given = response.headers.get('Retry-After')
        return None if given is None else self.parse_retry_after(given)

    def sleep(self, response=None):
        self.pause(response.headers.get('Retry-After') if response else None)

    def pause(self, retry_after):
        """Waits as long as the server says, if it does and may."""
        said = self.parse_retry_after(retry_after) if retry_after and self.respect_retry_after_header else 0
        if seconds := said or self.get_backoff_time():
            _time.sleep(seconds)

    def _may_repeat(self, method):
        return not self.allowed_methods or method.upper() in self.allowed_methods

    def is_retry(self, method, status_code, has_retry_after=False):
        asked = bool(self.total and self.respect_retry_after_header and has_retry_after)
        return self._may_repeat(method) and (status_code in self.status_forcelist
                                             or asked and status_code in self.RETRY_AFTER_STATUS_CODES)

    def is_exhausted(self):
        counts = [count for count in (self.total, self.connect, self.read, self.redirect, self.status, self.other)
                  if count]
        return bool(counts) and min(counts) < 0

    def increment(self, method=None, url=None, response=None, error=None, *, status=0, pool=None):
        """The counts after one more failure: an error, or an answer of that status."""
        which = 'status' if error is None else _kind(error)
        fatal = which == 'connect' and self.connect is False or which == 'read' and (
            self.read is False or method is None or not self._may_repeat(method))
        if error and (fatal or self.total is False):
            raise error
        counts = {'total': self.total, which: getattr(self, which)}
        new = self.new(history=(*self.history, RequestHistory(method, url, error, status or None, None)),
                       **{name: count if count is None or count is False else count - 1
                          for name, count in counts.items()})
        if new.is_exhausted():
            reason = error or ResponseError(f'too many {status} error responses')
            raise MaxRetryError(pool, url, reason) from reason
        return new

    def _redirected(self, method, url, status, location, pool):
        """The counts after a redirect more."""
        new = self.new(history=(*self.history, RequestHistory(method, url, None, status, location)), **{
            name: None if count is None else count - 1
            for name, count in (('total', self.total), ('redirect', self.redirect))})
        if new.is_exhausted():
            reason = ResponseError('too many redirects')
            raise MaxRetryError(pool, url, reason) from reason
        return new

    def __repr__(self):
        return (f'Retry(total={self.total}, connect={self.connect}, read={self.read}, redirect={self.redirect}, '
                f'status={self.status})')


def _kind(error):
    """Which count an error lowers."""
    error = error.original_error if isinstance(error, ProxyError) else error
    if isinstance(error, ConnectTimeoutError):
        return 'connect'
    return 'read' if isinstance(error, (ReadTimeoutError, ProtocolError)) else 'other'


Retry.DEFAULT = Retry(3)
