"""Requests by a client of their own."""
from contextlib import contextmanager as _contextmanager

from httpx._client import VERBS, WITH_BODY, Client

__name__ = 'httpx'  # where what is here is said to be


def request(method, url, *, params=None, content=None, data=None, files=None, json=None, headers=None, cookies=None, auth=None,
            proxy=None, timeout=5.0, follow_redirects=False, verify=True, trust_env=True):
    with Client(cookies=cookies, timeout=timeout, follow_redirects=follow_redirects) as client:
        return client.request(method, url, params=params, content=content, data=data, files=files, json=json,
                              headers=headers, auth=auth)


@_contextmanager
def stream(method, url, *, timeout=5.0, follow_redirects=False, verify=True, trust_env=True, **kwargs):
    with Client(timeout=timeout) as client:
        with client.stream(method, url, follow_redirects=follow_redirects, **kwargs) as response:
            yield response


def _of_verb(name):
    """The function `name`. A shape says which words it takes."""
    verb = name.upper()
    if name in WITH_BODY:
        def shape(url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, auth=None,
                  proxy=None, follow_redirects=None, verify=None, timeout=None, trust_env=None): pass
    else:
        def shape(url, *, params=None, headers=None, cookies=None, auth=None, proxy=None, follow_redirects=None, verify=None,
                  timeout=None, trust_env=None): pass

    def alone(url, **kwargs):
        shape(url, **kwargs)
        return request(verb, url, **kwargs)
    shape.__qualname__ = alone.__name__ = alone.__qualname__ = name
    return alone


get, options, head, post, put, patch, delete = map(_of_verb, VERBS)
