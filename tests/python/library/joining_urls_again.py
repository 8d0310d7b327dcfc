"""urljoin and its kin: texts, bytes, mixtures, and where what is wrong is told."""
import traceback
from urllib.parse import urljoin, urlparse, urlsplit, urlunparse

BASE = 'http://a/b/c/d;p?q'
for url in ('g', './g/', '/g', '//g', '?y', 'g?y#s', '#s', ';x', '', '..', '../../g', '../../../../g', 'g/./h/../i',
            'mailto:x@y', 'http:g', 'g;x=1/../y'):
    print(url, urljoin(BASE, url), urljoin(BASE.encode(), url.encode()))
print(urljoin('', 'x'), urljoin('x', ''), urljoin('http://a/b', 'c#d', allow_fragments=False))
print(urlparse('//h:80/p;x?q#f', scheme='https'), urlparse(url='http://u:p@h/;a;b').params)
print(urlparse(b'http://h/p'), urlunparse(urlparse(BASE)), urlsplit('http://h/p?q').geturl())
for call in (lambda: urljoin('http://a', b'b'), lambda: urlparse('http://[::1'), lambda: urljoin('http://[bad/', 'x')):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    urljoin('http://a/', 'http://[x')
except ValueError as error:
    print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)[1:]])
