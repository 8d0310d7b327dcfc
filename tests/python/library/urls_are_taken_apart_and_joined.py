from urllib.parse import *

URLS = ['http://h', 'http://h/', 'http:///p', 'http://', 'http:', '//h/p', '/p?q#f', '?q', '#f', '', 'a:b', 'mailto:x@y.z',
        'HTTP://User:Pw@EXAMPLE.com:80/a;b;c?x=1&y#z', 'file:///etc/hosts', 'file:x', 'http://[::1]:8080/x', 'a/b/c',
        'http://h/a b', ' http://h ', 'http://h\n/x', 'http://h?q', 'http://h#f', 'https://h/a//b', 'urn:isbn:1', 'x-y.z+1://h',
        '1http://h', 'http://h:99999/', 'http://h:ab/', 'http://h:/', 'http://@h', 'http://:@h', 'svn+ssh://h/p', 'data:,a']
for url in URLS:
    split = urlsplit(url)
    print(repr(url), split, urlparse(url), split.geturl(), urlunparse(urlparse(url)), urldefrag(url))
    print('   ', split.hostname, split.username, split.password, end=' ')
    try:
        print(split.port)
    except ValueError as e:
        print(e)
BASES = ['http://a/b/c/d;p?q', 'http://a', 'http://a/', 'file:///x/y', 'mailto:x', '', '/a/b', 'http://a/b/../c']
LINKS = ['g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', 'g;x', '', '.', './', '..', '../', '../g', '../..', '../../g',
         '../../../g', '/./g', '/../g', 'g.', '.g', './../g', 'g/./h', 'http:g', 'http://x/y', 'mailto:z', '../../../../g', 'g//h', '..//g']
for base in BASES:
    print(base, [urljoin(base, link) for link in LINKS])
print([quote(t) for t in ('a b', 'a/b', '~', 'é', '%', '', '+', "!*'()", '\udcff'[:0])], quote('a/b', safe=''), quote(b'\xff\x00a'))
print(quote_plus('a b/+&='), quote('é', encoding='latin-1'), quote('a+b', safe='+'), quote_from_bytes(b' x'))
print([unquote(t) for t in ('a%20b', 'a+b', '%', '%2', '%zz', '%C3%A9', '%ff', '%C3', '100%', 'é%20')], unquote_plus('a+b%2B'))
print(unquote_to_bytes('%ff%00a%'), unquote('%E9', encoding='latin-1'), unquote(b'a%20'))
print(urlencode({'a': 1, 'b': None, 'c': True, 'd': 'x y&z', 'e': b'\xff', 'f': [1, 2], 'é': '中'}))
print(urlencode({'f': [1, 2], 'g': (3,), 'h': 'xy', 'i': []}, doseq=True), urlencode([('a', 1), ('a', 2)], quote_via=quote))
for query in ('a=1&b=2&a=3', 'a=&b', 'a=1;b=2', '&&a=1', 'a=%20+x', 'a=b=c', '', 'é=%C3%A9'):
    print(parse_qs(query), parse_qsl(query), parse_qsl(query, keep_blank_values=True), parse_qs(query, separator=';'))
for call in (lambda: parse_qsl('a&b', strict_parsing=True), lambda: parse_qsl('a=1&b=2', max_num_fields=1), lambda: urlencode(5),
             lambda: quote(5), lambda: urlsplit('http://[::1'), lambda: urlencode('ab'), lambda: parse_qsl('a=1', separator='')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(urlsplit('http://h/p')._replace(query='x=1').geturl(), urlparse('http://h/p?x')._asdict(), urlsplit('http://h') == ('http', 'h', '', '', ''))
print(urlsplit(b'http://h/p?q'), urlsplit('h/p', scheme='https'), urlsplit('http://h/p#f', allow_fragments=False), urlunsplit(['', '', 'p', '', '']))
for quoted in (lambda: quote('aüb', safe='ü'), lambda: quote('aüb', safe=b'\xfc', encoding='latin-1'), lambda: unquote_to_bytes(None),
               lambda: urlencode({'a': '\xa0', 'b': b'\xa0'}, encoding='latin-1'), lambda: urlencode({'a': b'\xa0$'}, safe=':$', errors='strict')):
    try:
        print(quoted())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
