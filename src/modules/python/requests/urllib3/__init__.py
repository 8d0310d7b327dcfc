"""What programs take from urllib3 beside requests: retries, limits of time, headers, URLs, exceptions, warnings."""
__version__ = '2.5.0'

from urllib3 import exceptions, util
from urllib3.util import Retry, Timeout, make_headers


def disable_warnings(category=exceptions.HTTPWarning):
    import warnings
    warnings.simplefilter('ignore', category)


_POOL = None


def request(method, url, *, body=None, fields=None, headers=None, preload_content=True, decode_content=True, redirect=True, retries=None,
            timeout=3, json=None):
    """Asks by a manager of pools that all such requests share."""
    global _POOL
    if _POOL is None:
        from urllib3.poolmanager import PoolManager
        _POOL = PoolManager()
    return _POOL.request(method, url, body=body, fields=fields, headers=headers, preload_content=preload_content,
                         decode_content=decode_content, redirect=redirect, retries=retries, timeout=timeout, json=json)


_LATER = {'PoolManager': 'poolmanager', 'ProxyManager': 'poolmanager', 'proxy_from_url': 'poolmanager',
          'HTTPConnectionPool': 'connectionpool', 'HTTPSConnectionPool': 'connectionpool', 'connection_from_url': 'connectionpool',
          'HTTPHeaderDict': '_collections', 'HTTPResponse': 'response', 'encode_multipart_formdata': '_request_methods'}


def __getattr__(name):
    if name in _LATER:
        from importlib import import_module
        value = globals()[name] = getattr(import_module(f'urllib3.{_LATER[name]}'), name)
        return value
    raise AttributeError(f"module 'urllib3' has no attribute '{name}'")
