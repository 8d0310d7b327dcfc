"""Handlers of urllib.request that answer a server or a proxy which asks for a name and a password, and who knows these."""
import re
from base64 import b64encode
from urllib.parse import urlsplit as _urlsplit
from urllib.request import BaseHandler

__name__ = 'urllib.request'  # where what is here is said to be


class HTTPPasswordMgr:
    """Names and passwords by the realm and the place that they are for."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, str) else uri
        of_realm = self.passwd.setdefault(realm, {})
        for default_port in True, False:
            of_realm[tuple(self.reduce_uri(each, default_port) for each in uris)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        for default_port in True, False:
            wanted = self.reduce_uri(authuri, default_port)
            for uris, found in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(uri, wanted) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """The host with its port, and the path."""
        parts = _urlsplit(uri)
        if not parts[1]:
            return uri, '/'
        host = parts.netloc.rpartition('@')[2]
        port = {'http': ':80', 'https': ':443'}.get(parts.scheme) if ':' not in host and default_port else None
        return host + (port or ''), parts.path or '/'

    def is_suburi(self, base, test):
        if base == test:
            return True
        path = base[1] if base[1].endswith('/') else base[1] + '/'
        return base[0] == test[0] and test[1].startswith(path)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """What is for the realm None is for those that no other password is for."""

    def find_user_password(self, realm, authuri):
        found = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        return found if found[0] is not None else HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows as well where a password is sent without being asked for."""

    def __init__(self):
        super().__init__()
        self.authenticated = {}

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        for default_port in True, False:
            for each in [uri] if isinstance(uri, str) else uri:
                self.authenticated[self.reduce_uri(each, default_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for default_port in True, False:
            wanted = self.reduce_uri(authuri, default_port)
            for uri, known in self.authenticated.items():
                if self.is_suburi(uri, wanted):
                    return known


class AbstractBasicAuthHandler:
    """The words that are sent; each of its handlers has a header to put them in."""
    rx = re.compile('(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["\']?)([^"\']*)\\2', re.I)

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def _parse_realm(self, header):
        """The ways in which a server lets itself be told, each with its realm."""
        found = list(self.rx.finditer(header))
        for match in found:
            if not match[2]:
                import warnings
                warnings.warn('Basic Auth Realm was unquoted', UserWarning, 3)
            yield match[1], match[3]
        if not found:
            yield header.split()[0] if header else '', None

    def http_error_auth_reqed(self, authreq, host, req, headers):
        unfit = None
        for header in headers.get_all(authreq) or ():
            for scheme, realm in self._parse_realm(header):
                if scheme.lower() != 'basic':
                    unfit = scheme
                elif realm is not None:
                    return self.retry_http_basic_auth(host, req, realm)
        if unfit is not None:
            raise ValueError(f'AbstractBasicAuthHandler does not support the following scheme: {unfit!r}')
        return None

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        words = 'Basic ' + b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header(self.auth_header, None) == words:
            return None
        req.add_unredirected_header(self.auth_header, words)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if hasattr(self.passwd, 'is_authenticated') and self.passwd.is_authenticated(req.full_url) \
                and not req.has_header('Authorization'):
            user, password = self.passwd.find_user_password(None, req.full_url)
            words = b64encode(f'{user}:{password}'.encode()).decode('ascii')
            req.add_unredirected_header('Authorization', f'Basic {words}')
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, 'is_authenticated'):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request, https_response = http_request, http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)


for _kind in (HTTPPasswordMgr, HTTPPasswordMgrWithDefaultRealm, HTTPPasswordMgrWithPriorAuth, AbstractBasicAuthHandler,
              HTTPBasicAuthHandler, ProxyBasicAuthHandler):
    _kind.__module__ = 'urllib.request'
