# recorded by hand: yarl is not on the machine that records
from pickle import dumps, loads

from yarl import URL, query_to_pairs


def shown(make):
    try:
        return repr(make())
    except (TypeError, ValueError) as e:
        return f'{type(e).__name__}: {e}'


for text in ('HTTP://Ann:p%40ss@Example.COM:80/a/./b/../c%20d/é?q=1 2&x=a%2Bb#top', 'http://[FE80:0::1]:8080', '//host/p',
             'http://станція.укр', 'mailto:ann@example.org', 'a/b:c', 'a:b', 'http://host?q', 'http://:81/', 'http://[1]/',
             'http://h\\x', 'http://h:port', 'http://h:70000'):
    print(text, '->', shown(lambda: URL(text)))

url = URL('https://ann:p%3Aw@example.org:8443/static/archive.tar.gz?n=1&n=2&m=%D0%B0#s%20t')
print(url.user, url.password, url.host, url.port, url.explicit_port, url.raw_password, url.authority)
print(url.parts, url.name, url.suffix, url.suffixes, url.parent, url.query, url.query_string, url.fragment)
print(url.origin(), url.relative(), url.host_port_subcomponent, url.is_default_port(), url.human_repr())
print(URL('http://h/%2Fa%25').path_safe, URL('http://[::1]:5/').host_subcomponent, URL('http://x').raw_path_qs, bytes(url))

base = URL('http://example.com/path/to?a=1&b=2')
for make in (lambda: base / 'one' / '%20?', lambda: base / '/no', lambda: base.joinpath('a//', '../b', ''), lambda: base / 3,
             lambda: base.join(URL('../up?x')), lambda: base.join(URL('//other/q')), lambda: base.join(URL('?only')),
             lambda: base.with_query({'n': [1, 2.5], 's': 'a b&c'}), lambda: base.with_query(n=True), lambda: base.with_query([('a', (1, 2))]),
             lambda: base.with_query(float('nan')), lambda: base.with_query('x', y=1), lambda: base % {'a': 'x', 'c': 'é+'},
             lambda: base.update_query('a=7'), lambda: base.extend_query(a=9), lambda: base.without_query_params('a'),
             lambda: base.with_host('::1'), lambda: base.with_host('a b'), lambda: base.with_port(0), lambda: base.with_port('1'),
             lambda: base.with_user('é').with_password('a:b'), lambda: URL('/p').with_host('h'), lambda: URL('/p').with_scheme('http'),
             lambda: base.with_name('x y'), lambda: base.with_suffix('.txt', keep_query=True), lambda: base.with_path('../q'),
             lambda: base.with_fragment('a b'), lambda: base.with_name('a/b'), lambda: URL(3), lambda: URL('').join('x'),
             lambda: URL.build(scheme='http', host='example.org', port=80, path='/é', query={'a': 'b'}),
             lambda: URL.build(scheme='http', host='u@example.org'), lambda: URL.build(authority='h', port=1),
             lambda: URL.build(scheme='https', authority='u:p@h:443', path='no'), lambda: URL.build(path='a:b', fragment='é')):
    print(shown(make))

print(loads(dumps(base)) == base, hash(base) == hash(URL(str(base))), URL('http://a') == URL('http://a/'), URL('http://a') < URL('http://b'))
print(query_to_pairs('a=1&b&a=%D0%B0+x&%ff=', max_fields=9), bool(URL('')), bool(URL('/')))
try:
    base.host = 'x'
except AttributeError as e:
    print(e)
try:
    class Own(URL):
        pass
except TypeError as e:
    print(e)
