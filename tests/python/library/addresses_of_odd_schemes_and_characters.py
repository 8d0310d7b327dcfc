"""Addresses taken apart and put together again: blanks around them, odd schemes, ports and brackets."""
from urllib.parse import *
def say(call, *a, **k):
    try: print(repr(call(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
noise = bytes(range(32)).decode() + ' '
for url in (noise + 'https://a.b/c ' + noise, 'itms-services:?action=x&url=https://e.com/a', 'itms-services://?action=x', 'http:///x', 'file:///a/b', 'file:a', '//h/p', '///p', '////p', 'mailto:a@b.c', 'tel:+1', 'data:text/plain,hi', 'a:b:c', 'HTTP://X.Y/', '1http://x', 'http://[::1]:80/x', 'http://[::1', 'http://::1]', 'http://[x]/', 'http://[v1.x]/', 'http://[::1]x/', 'http://a:b@c:99999/', 'http://a:x/', 'http://a:/', 'http://a: 80/', 'http://user:pa:ss@h/p;q?r#s', 'http://h/p;a;b?c=d&e#f?g', 'http://h?x', 'http://h#x', '?x', '#x', '', 'x', 'http://\u2100/', 'http://h/\ta\nb\r', 'x-y+z.1:rest', 'javascript:alert(1)', 'svn+ssh://h/p', 'git://h/p', 'ws://h', 'http:a/b', 'path:80', 'http://h:0/', 'http://%41:80/', 'HTTP://[FE80::1%25en0]:8/x', b'http://h/p?q', 'http://h/a//b/../c/./d'):
    say(urlsplit, url); say(urlparse, url)
    for part in 'username', 'password', 'hostname', 'port':
        say(lambda: getattr(urlsplit(url), part))
    say(lambda: urlsplit(url).geturl()); say(lambda: urlparse(url).geturl()); say(urldefrag, url); say(lambda: urlunsplit(urlsplit(url))); say(lambda: urljoin('http://a/b/c/d;p?q', url) if isinstance(url, str) else '')
for base in 'http://a/b/c/d;p?q', 'mailto:x', 'svn+ssh://h/p/q':
    for rel in 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', '', '.', './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', '/../g', 'g.', '.g', 'g..', './../g', './g/.', 'g/./h', 'g/../h', 'http:g', 'g?y/./x', 'g#s/../x', 'ftp://x/y', 'http://h', '///x':
        print(base, rel, urljoin(base, rel), urljoin(base, rel, False))
for q in 'a=1&b=2', 'a=1;b=2', 'a', 'a=', '=1', '&&', 'a=%20+', 'a=1&a=2', 'a=%zz', 'a=%C3%A4', '%61=b', 'a=b=c', '', 'x=%FF':
    say(parse_qs, q); say(parse_qsl, q, True); say(parse_qs, q, separator=';'); say(parse_qs, q, strict_parsing=True)
say(parse_qs, 'a=1&b=2', max_num_fields=1); say(parse_qs, b'a=1'); say(parse_qs, 'a', separator=''); say(parse_qs, 'a=%e4', encoding='latin-1'); say(parse_qsl, None); say(parse_qsl, 3)
for s, safe in ('a b/c', '/'), ('a b/c', ''), ('\u20ac', '/'), (b'\xff\x00', '/'), ('~-._', ''), ('a+b&c=d', '+'), ('\ud800', '/'), ('', '/'), (3, '/'), ('a', b'/'), ('%', '%'), ('\u20ac', '\u20ac'):
    say(quote, s, safe); say(quote_plus, s, safe); say(quote_from_bytes, s, safe)
say(quote, b'a', encoding='utf-8'); say(quote, 'a\u20ac', errors='ignore', encoding='ascii'); say(unquote, '%E2%82%AC%zz%4'); say(unquote, b'%41'); say(unquote, '%ff'); say(unquote, '%ff', errors='strict'); say(unquote, 'a+b'); say(unquote_plus, 'a+b%2B'); say(unquote_to_bytes, '%41\u20ac'); say(unquote, 3); say(unquote, None)
for q in {'a': 1}, [('a', 'b c')], {'a': [1, 2]}, {'a': '\u20ac', b'b': b'\xff'}, 'abc', 3, [1], {'a': None}, {'a': True}, {'a': ''}, [], '', [('a', [])]:
    say(urlencode, q); say(urlencode, q, True); say(urlencode, q, quote_via=quote); say(urlencode, q, True, safe='[]')
say(urlunparse, ('http', 'h', 'p', 'a', 'b', 'c')); say(urlunparse, ('', '', '', '', '', '')); say(urlunsplit, ('http', '', '//x', '', '')); say(urlunsplit, ('', 'h', 'p', 'q', '')); say(urlunsplit, ('a', b'b', '', '', ''))
r = urlsplit('http://u:p@h:1/p?q#f'); print(r._replace(scheme='x', netloc='y').geturl(), r == tuple(r), r._asdict(), r.encode(), urlparse(b'http://h').decode(), r[1:3], hash(r) == hash(tuple(r)))
import urllib.parse
# The lists of what schemes have are the program's to add to.
print(urljoin('redis://h/a', 'b'), urlunsplit(('redis', '', '/a', '', '')), urlparse('redis:/a;b').params); [l.append('redis') for l in (urllib.parse.uses_relative, urllib.parse.uses_netloc, urllib.parse.uses_params)]
print(urljoin('redis://h/a', 'b'), urlunsplit(('redis', '', '/a', '', '')), urlparse('redis:/a;b').params, urllib.parse.uses_netloc)
