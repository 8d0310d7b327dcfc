"""Connections with any server, by pools that are made as they are needed."""
import logging
from urllib.parse import urljoin

from urllib3._collections import HTTPHeaderDict, RecentlyUsedContainer
from urllib3._request_methods import RequestMethods
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool, port_by_scheme
from urllib3.exceptions import LocationValueError, MaxRetryError, URLSchemeUnknown
from urllib3.util.retry import Retry
from urllib3.util.url import parse_url

__all__ = ['PoolManager', 'ProxyManager', 'proxy_from_url']
log = logging.getLogger(__name__)
pool_classes_by_scheme = {'http': HTTPConnectionPool, 'https': HTTPSConnectionPool}


class PoolManager(RequestMethods):
    """Asks whichever server a URL names, and follows where it leads."""
    proxy = None

    def __init__(self, num_pools=10, headers=None, **connection_pool_kw):
        super().__init__(headers)
        if 'retries' in connection_pool_kw and not isinstance(connection_pool_kw['retries'], Retry):
            connection_pool_kw['retries'] = Retry.from_int(connection_pool_kw['retries'], redirect=True, default=None)
        self.connection_pool_kw, self.pool_classes_by_scheme = connection_pool_kw, pool_classes_by_scheme
        self.pools = RecentlyUsedContainer(num_pools, lambda pool: pool.close())

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.clear()
        return False

    def clear(self):
        self.pools.clear()

    def connection_from_host(self, host, port=None, scheme='http', pool_kwargs=None):
        if not host:
            raise LocationValueError('No host specified.')
        scheme = scheme or 'http'
        port = port or port_by_scheme.get(scheme.lower(), 80)
        if scheme.lower() not in self.pool_classes_by_scheme:
            raise URLSchemeUnknown(scheme)
        made = self.pool_classes_by_scheme[scheme.lower()]
        given = {**self.connection_pool_kw, **(pool_kwargs or {})}
        return self.pools.used((scheme.lower(), host.lower(), port), lambda: made(host, port, headers=self.headers, **given))

    def connection_from_url(self, url, pool_kwargs=None):
        u = parse_url(url)
        return self.connection_from_host(u.host, port=u.port, scheme=u.scheme, pool_kwargs=pool_kwargs)

    def urlopen(self, method, url, redirect=True, **kw):
        u = parse_url(url)
        pool = self.connection_from_host(u.host, port=u.port, scheme=u.scheme)
        kw['assert_same_host'] = kw['redirect'] = False
        if 'headers' not in kw:
            kw['headers'] = self.headers
        response = pool.urlopen(method, u.request_uri, **kw)
        told = redirect and response.get_redirect_location()
        if not told:
            return response
        location = urljoin(url, told)
        if response.status == 303:
            method = 'GET'
            kw['body'], kw['headers'] = None, HTTPHeaderDict(kw['headers'])._prepare_for_method_change()
        retries = kw.get('retries', response.retries)
        if not isinstance(retries, Retry):
            retries = Retry.from_int(retries, redirect=redirect)
        if retries.remove_headers_on_redirect and not pool.is_same_host(location):
            kw['headers'] = {name: value for name, value in kw['headers'].items() if name.lower() not in retries.remove_headers_on_redirect}
        try:
            retries = retries._redirected(method, url, response.status, told, pool)
        except MaxRetryError:
            if retries.raise_on_redirect:
                response.drain_conn()
                raise
            return response
        kw['retries'], kw['redirect'] = retries, redirect
        log.info('Redirecting %s -> %s', url, location)
        response.drain_conn()
        return self.urlopen(method, location, **kw)


class ProxyManager(PoolManager):
    def __init__(self, *args, **kwargs):
        from _frames import not_supported
        not_supported('urllib3.ProxyManager', 'requests')


def proxy_from_url(url, **kw):
    return ProxyManager(proxy_url=url, **kw)
