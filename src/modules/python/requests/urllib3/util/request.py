"""Headers of a request, by what they are for."""
from base64 import b64encode as _b64encode

ACCEPT_ENCODING = 'gzip,deflate'


def make_headers(keep_alive=None, accept_encoding=None, user_agent=None, basic_auth=None, proxy_basic_auth=None,
                 disable_cache=None):
    if isinstance(accept_encoding, list):
        accept_encoding = ','.join(accept_encoding)
    elif accept_encoding and not isinstance(accept_encoding, str):
        accept_encoding = ACCEPT_ENCODING
    said = {'accept-encoding': accept_encoding, 'user-agent': user_agent, 'connection': keep_alive and 'keep-alive',
            'authorization': _basic(basic_auth), 'proxy-authorization': _basic(proxy_basic_auth),
            'cache-control': disable_cache and 'no-cache'}
    return {name: value for name, value in said.items() if value}


def _basic(pair):
    return pair and f"Basic {_b64encode(pair.encode('latin-1')).decode()}"
