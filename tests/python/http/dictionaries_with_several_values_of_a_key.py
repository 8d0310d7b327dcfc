# recorded by hand: multidict is not on the machine that records
import pickle

from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy, getversion, istr

colours = MultiDict([('a', 'red'), ('b', 'blue')], c='grey')
colours.add('a', 'rose')
print(colours, len(colours), list(colours), list(colours.keys()), list(colours.values()), list(colours.items()))
print(colours.getall('a'), colours.getone('a'), colours['a'], colours.get('z'), colours.getall('z', None), 'z' in colours, 7 in colours)
print(colours.to_dict(), list(reversed(colours.items())))

colours.update({'a': 'ruby'}, d='gold')
print(colours)
colours.update([('b', 1), ('b', 2), ('b', 3)])
print(colours)
colours.merge({'b': 4, 'e': 5})
colours.extend([('e', 6)])
print(colours, colours.popall('b'), colours.popone('e'), colours.pop('nope', 'none'), colours.popitem())
colours['c'] = 'grey again'
del colours['d']
print(colours, colours.setdefault('c', 0), colours.setdefault('f', 0), colours == {'a': 'ruby', 'c': 'grey again', 'f': 0})
colours.clear()
print(colours, bool(colours))

headers = CIMultiDict({'Content-Type': 'text/html'})
headers.add('X-Way', 'one')
headers.add('x-way', 'two')
print(headers, headers['content-type'], headers.getall('X-WAY'), list(headers), type(list(headers)[0]) is istr)
print(headers.keys() & {'X-WAY'}, headers.keys() - {'content-type'}, sorted(headers.keys() | {'x-way', 'A'}), ('X-Way', 'two') in headers.items())
proxy = CIMultiDictProxy(headers)
headers['X-Way'] = 'three'
print(proxy, proxy == headers, proxy.copy() == headers, hasattr(proxy, 'add'), headers == CIMultiDict({'content-type': 'text/html', 'x-way': 'three'}))
print(pickle.loads(pickle.dumps(headers)), isinstance(proxy, MultiDictProxy))
before = getversion(headers)
headers.add('a', 1)
print(getversion(headers) > before, getversion(proxy) == getversion(headers))

try:
    for name in headers:
        headers.add('more', name)
except RuntimeError as e:
    print(e)
for wrong in (lambda: headers.add(1, 2), lambda: CIMultiDictProxy(MultiDict()), lambda: MultiDictProxy({}), lambda: MultiDict([('a',)]),
              lambda: headers['none'], lambda: MultiDict().popitem(), lambda: pickle.dumps(proxy), lambda: hash(headers),
              lambda: proxy.__setitem__('a', 1)):
    try:
        print(wrong())
    except (KeyError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__)
