"""What programs take from urllib3 beside requests: retries, limits of time, headers, URLs, exceptions, warnings."""
__version__ = '2.5.0'

from urllib3 import exceptions, util
from urllib3.util import Retry, Timeout, make_headers


def disable_warnings(category=exceptions.HTTPWarning):
    import warnings
    warnings.simplefilter('ignore', category)


def __getattr__(name):
    if name in ('PoolManager', 'ProxyManager', 'HTTPConnectionPool', 'HTTPSConnectionPool', 'request'):
        from _frames import not_supported
        not_supported('urllib3.' + name, 'requests')
    raise AttributeError(f"module 'urllib3' has no attribute '{name}'")
