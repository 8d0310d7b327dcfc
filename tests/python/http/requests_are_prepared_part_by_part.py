# recorded by hand: CPython 3.13.0 with requests 2.34.2
"""What requests makes of a request, one part by one; sessions, adapters and cookies that programs change."""
import http.cookies
import os

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import (RequestsCookieJar, cookiejar_from_dict, create_cookie, merge_cookies, morsel_to_cookie,
                              remove_cookie_by_name)
for name in ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'):
    os.environ.pop(name, None)


def t(name, f):
    try: r = f()
    except Exception as e: r = (type(e).__name__, str(e)[:150])
    print(name, r)
class TokenAuth(requests.auth.AuthBase):
    def __call__(self, r):
        r.register_hook('response', self.on)
        return r
    def on(self, r, *a, **k): return r
p = requests.Request('GET', 'http://h.x/', auth=TokenAuth())
t('prep', lambda: len(p.prepare().hooks['response']))
r = requests.Request('POST', 'http://h.x/p')
def hook(r, **k): pass
t('reg', lambda: r.register_hook('response', hook))
t('hooks', lambda: r.hooks['response'] == [hook])
t('dereg', lambda: r.deregister_hook('response', hook))
t('dereg2', lambda: r.deregister_hook('response', hook))
t('bad', lambda: r.register_hook('nope', hook))
t('list', lambda: r.register_hook('response', [hook, 3]))
pp = r.prepare()
t('body', lambda: (pp.prepare_body({'a': 1}, None), pp.body, pp.headers))
t('json', lambda: (pp.prepare_body(None, None, json={'a': 1}), pp.body, pp.headers))
t('headers', lambda: (pp.prepare_headers({'X': 'y'}), pp.headers))
t('badheader', lambda: pp.prepare_headers({'X': 'y\n z'}))
t('method', lambda: (pp.prepare_method('put'), pp.method))
t('auth', lambda: (pp.prepare_auth(('u', 'p')), pp.headers))
t('cookies', lambda: (pp.prepare_cookies({'a': 'b'}), pp.headers))
t('clen', lambda: (pp.prepare_content_length(b'abcd'), pp.headers))
t('hooks2', lambda: (pp.prepare_hooks({'response': hook}), pp.hooks['response'] == [hook]))
s = requests.Session()
t('env', lambda: s.merge_environment_settings('http://h.x/', {}, None, None, None))
t('env2', lambda: s.merge_environment_settings('http://h.x/', {'http': 'http://p:1'}, True, False, 'c.pem'))
t('strip', lambda: (s.should_strip_auth('http://a/', 'http://b/'), s.should_strip_auth('http://a/', 'https://a/'), s.should_strip_auth('http://a/', 'http://a:81/'), s.should_strip_auth('https://a/', 'http://a/')))
resp = requests.Response(); resp.status_code = 302; resp.headers['Location'] = 'own://x/new'; resp.url = 'http://h.x/'
t('target', lambda: s.get_redirect_target(resp))
resp2 = requests.Response(); resp2.status_code = 200
t('target2', lambda: s.get_redirect_target(resp2))
def rb(code, m):
    resp.status_code = code
    q = requests.Request(m, 'http://h.x/').prepare(); s.rebuild_method(q, resp); return q.method
for c in (301, 302, 303, 307): t(c, lambda: [rb(c, m) for m in ('GET', 'POST', 'PUT', 'HEAD')])
class A(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        print('init', args, kwargs)
        kwargs['retries'] = 2
        return super().init_poolmanager(*args, **kwargs)
    def add_headers(self, request, **kw): request.headers['X-A'] = '1'
t('adapter', lambda: type(A(pool_connections=3)).__name__)
t('attrs', lambda: A().__attrs__)
h = HTTPAdapter()
t('addh', lambda: h.add_headers(pp))
t('url', lambda: h.request_url(requests.Request('GET', 'http://h.x/a?b=1#c').prepare(), {}))
t('url2', lambda: h.request_url(requests.Request('GET', 'http://h.x/a?b=1#c').prepare(), {'http': 'http://p:1'}))
t('pk', lambda: h.build_connection_pool_key_attributes(requests.Request('GET', 'http://h.x/a').prepare(), True))
t('pm', lambda: type(h.poolmanager).__name__)
j = RequestsCookieJar()
t('set', lambda: j.set('a', 'b', domain='h.x', path='/'))
t('set2', lambda: j.set('c', 'd', domain='i.x', path='/q'))
t('keys', lambda: (list(j.iterkeys()), list(j.itervalues()), list(j.iteritems())))
t('multi', lambda: j.multiple_domains())
t('dup', lambda: (j.set('a', 'z', domain='i.x'), j.get('a')))
t('dup2', lambda: j['a'])
t('clear', lambda: (j.clear_session_cookies(), len(j)))
t('create', lambda: create_cookie('n', 'v', domain='x', rest={'HttpOnly': None}))
t('createbad', lambda: create_cookie('n', 'v', nope=1))
t('merge', lambda: merge_cookies(RequestsCookieJar(), {'a': '1'}).get_dict())
t('mergebad', lambda: merge_cookies({}, {}))
def rm():
    j = cookiejar_from_dict({'a': '1', 'b': '2'}); remove_cookie_by_name(j, 'a'); return j.get_dict()
t('rm', rm)
t('setnone', lambda: (j.set('q', '1'), j.set('q', None), len(j)))
t('quoted', lambda: j.set('w', '"a\\"b"').value)
def mo():
    c = http.cookies.SimpleCookie(); c['k'] = 'v'; c['k']['path'] = '/x'; c['k']['max-age'] = 'bad'
    return morsel_to_cookie(c['k'])
t('morsel', mo)
t('getparams', lambda: requests.Session.get.__code__.co_varnames[:3])
t('parse', lambda: requests.utils.parse_dict_header('a="b", c=d'))
t('sl', lambda: list(requests.utils.iter_slices('abcdefg', 3)))
t('sl0', lambda: list(requests.utils.iter_slices(string='abcdefg', slice_length=0)))

jar = cookiejar_from_dict({'a': '1'})
print(repr(jar), str(jar))
session = requests.Session()
session.hooks['response'] = [print]
prepared = session.prepare_request(requests.Request('GET', 'http://h.x/', hooks={'response': [hook]}, headers={'Accept': None}))
print(prepared.hooks['response'] == [hook], list(prepared.headers))
t('none', lambda: requests.Request('GET', 'http://h.x/', headers={'A': None}).prepare())
t('accents', lambda: requests.Request('POST', 'http://h.x/', data='\xe9').prepare().headers)
t('user', lambda: requests.Request('GET', 'http://a%40:b@h.x/').prepare().headers)


class Own(requests.adapters.BaseAdapter):
    """Answers by itself."""

    def send(self, request, **kwargs):
        print(request.method, request.url, kwargs)
        response = requests.Response()
        response.status_code, response.url, response.request = 200, request.url, request
        if request.url.endswith('/old'):
            response.status_code, response.headers['Location'] = 301, 'own://x/new'
        response._content = b'{}'
        return response

    def close(self):
        print('closed')


session = requests.Session()
session.verify = False
session.mount('own://', Own())
with session:
    found = session.get('own://x/old', timeout=(1, 2))
    print(found.url, found.history, found.json(), found.elapsed.seconds)
    found = session.get('own://x/old', allow_redirects=False)
    print(found.is_redirect, found.next)
t('unknown', lambda: requests.get('http://127.0.0.1:1/', nope=1))
t('sent', lambda: session.send(requests.Request('GET', 'own://x/')))
