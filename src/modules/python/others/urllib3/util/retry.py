"""How often a request is sent again, and after what pause."""
from urllib3.exceptions import MaxRetryError, ReadTimeoutError, ResponseError


class Retry:
    """Counts of what may still go wrong; each attempt gives a new one."""
    DEFAULT_ALLOWED_METHODS = frozenset(('HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'))
    RETRY_AFTER_STATUS_CODES = frozenset((413, 429, 503))
    DEFAULT_BACKOFF_MAX = 120

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0,
                 backoff_max=DEFAULT_BACKOFF_MAX, raise_on_redirect=True, raise_on_status=True, history=None,
                 respect_retry_after_header=True, remove_headers_on_redirect=(), backoff_jitter=0.0,
                 retry_after_max=21600):
        self.total, self.connect, self.read, self.redirect, self.status, self.other = (
            total, connect, read, redirect, status, other)
        self.allowed_methods, self.status_forcelist = allowed_methods, status_forcelist or set()
        self.backoff_factor, self.backoff_max, self.backoff_jitter = backoff_factor, backoff_max, backoff_jitter
        self.raise_on_redirect, self.raise_on_status, self.history = raise_on_redirect, raise_on_status, history or ()

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        return retries if isinstance(retries, Retry) else cls(retries)

    def new(self, **kwargs):
        values = {name: getattr(self, name) for name in (
            'total', 'connect', 'read', 'redirect', 'status', 'other', 'allowed_methods', 'status_forcelist',
            'backoff_factor', 'backoff_max', 'raise_on_redirect', 'raise_on_status', 'history', 'backoff_jitter')}
        return type(self)(**{**values, **kwargs})

    def get_backoff_time(self):
        failures = len(self.history)
        if failures <= 1:
            return 0
        pause = self.backoff_factor * 2 ** (failures - 1)
        if self.backoff_jitter:
            import random
            pause += random.random() * self.backoff_jitter
        return float(max(0, min(self.backoff_max, pause)))

    def is_retry(self, method, status_code, has_retry_after=False):
        allowed = not self.allowed_methods or method.upper() in self.allowed_methods
        return allowed and status_code in self.status_forcelist

    def is_exhausted(self):
        counts = [count for count in (self.total, self.connect, self.read, self.redirect, self.status, self.other)
                  if count]
        return bool(counts) and min(counts) < 0

    def increment(self, method=None, url=None, response=None, error=None, *, status=0, pool=None):
        """The counts after one more failure: an error, or an answer of that status."""
        if self.total is False and error:
            raise error
        which = 'status' if error is None else 'read' if isinstance(error, ReadTimeoutError) else 'connect'
        counts = {'total': self.total, which: getattr(self, which)}
        new = self.new(history=(*self.history, (method, url, error, status)),
                       **{name: count if count is None or count is False else count - 1
                          for name, count in counts.items()})
        if new.is_exhausted():
            raise MaxRetryError(pool, url, error or ResponseError(f'too many {status} error responses'))
        return new

    def __repr__(self):
        return (f'Retry(total={self.total}, connect={self.connect}, read={self.read}, redirect={self.redirect}, '
                f'status={self.status})')
