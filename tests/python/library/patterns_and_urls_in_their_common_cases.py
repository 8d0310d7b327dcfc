"""Patterns that find all, replace and split, and quoted URLs, in common and in rare cases."""
import re
from urllib.parse import *
import urllib.parse
pats = [r'\d+', r'(\d)(\w)?', r'(a)|b', r'', r'\s*,\s*', r'(,)', r'x*', r'[aeiou]', r'\b']
for p in pats:
    for s in ('', 'a1b22c3', 'a, b ,c', 'xxaxx', 'héllo wörld', 'abc'):
        c = re.compile(p)
        print(p, repr(s), c.findall(s), c.split(s), c.sub('-', s), c.sub('', s), re.findall(p, s), re.split(p, s), re.sub(p, r'<\g<0>>', s), re.sub(p, '-', s, count=1), re.sub(p, 'é中', s), c.subn('z', s), re.split(p, s, maxsplit=1), re.sub(p, lambda m: m[0].upper() + '!', s))
class S(str): pass
print(type(re.sub('x', 'y', S('abc'))), type(re.sub('a', S('y'), 'abc')), type(re.split('b', S('abc'))[0]), re.findall(b'a', b'banana'), re.sub(b'a', b'o', b'banana'))
s = 'unchanged'; print(re.sub('zz', 'y', s) is s)
for f in (lambda: re.sub('a', 5, 'abc'), lambda: re.sub('a', 'b', 5), lambda: re.findall('a', b'a'), lambda: re.compile('a').findall('banana', 2), lambda: re.compile('a').findall('banana', 2, 4), lambda: re.compile('a').sub(repl='b', string='aa'), lambda: re.compile('a').split(string='bab'), lambda: re.findall('a', 'A', re.I), lambda: re.sub('a', 'b', 'A', flags=re.I), lambda: re.sub('(', 'b', 'A'), lambda: re.sub(S('a'), 'b', 'aa')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for q in ('a b', 'é中', '%', 'a/b?c=d&e', '~-_.', b'\xff\x00', ''):
    print(quote(q), quote_plus(q), quote(q, safe=''), quote(q, safe='é/'))
for u in ('a%20b', '%', '%2', '%zz', '%C3%A9', '%c3%a9x', '%ff', 'é%20é', '%%20', '', 'plain', '%E4%B8%AD%', '%0a+%2B'):
    print(unquote(u), unquote_plus(u), unquote_to_bytes(u), unquote(u, 'latin-1'), unquote(u.encode()), unquote_to_bytes(u.encode()))
print(urlsplit('http://u:p@H:80/a?b#c'), urlsplit.cache_info().currsize > 0, urlsplit(b'http://x/y'), urlsplit('//x', scheme='q'))
urllib.parse.clear_cache(); print(urlsplit.cache_info())
try: urlsplit(['x'])
except Exception as e: print(type(e).__name__, e)
