"""requests on the simulated network: a request blocks its thread."""
__version__ = '2.32.5'

from requests import adapters, auth, cookies, exceptions, models, sessions, status_codes, structures
from requests.exceptions import (ConnectionError, ConnectTimeout, FileModeWarning, HTTPError, JSONDecodeError,
                                 ReadTimeout, RequestException, Timeout, TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session
from requests.status_codes import codes
import urllib3 as _urllib3


class packages:
    """What requests brings along."""
    urllib3 = _urllib3


def __getattr__(name):
    """What few programs ask for is there once it is wanted."""
    if name in ('utils', 'compat'):
        import importlib
        return importlib.import_module('requests.' + name)
    raise AttributeError(f"module 'requests' has no attribute '{name}'")


def request(method, url, **kwargs):
    with Session() as of:
        return of.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('options', url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('delete', url, **kwargs)
