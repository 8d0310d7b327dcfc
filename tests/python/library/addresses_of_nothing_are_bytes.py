# Addresses are taken apart as what their first part is: text, or bytes, which nothing at all counts as; no mixture.
import operator
from graphlib import TopologicalSorter
from urllib.parse import urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, e)


for value in None, 0, 5, b'', '', b'http://a/b#c', []:
    tried('parse', lambda: urlparse(value))
    tried('split', lambda: urlsplit('http://a/b', value))
    tried('split', lambda: urlsplit(value, 'http'))
    tried('defrag', lambda: urldefrag(value))
    tried('join', lambda: urljoin(value, 'http://a/b'))
    tried('join', lambda: urljoin(b'http://a/b', value))
    tried('unsplit', lambda: urlunsplit(value))
    tried('unparse', lambda: urlunparse(('http', value, 'path', '', '', '')))
tried('bytes', lambda: urlunsplit((b'http', b'a', b'/b', b'', b'')))
tried('short', lambda: urlunsplit(('http', 'a')))
tried('missing', lambda: urlparse())
tried('names', lambda: operator.add(a=1, b=2))
tried('names', lambda: operator.lt(1, b=2))
tried('count', lambda: operator.add(1))
tried('graph', lambda: TopologicalSorter([]))
tried('none', lambda: tuple(TopologicalSorter(None).static_order()))
