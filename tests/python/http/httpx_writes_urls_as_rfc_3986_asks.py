# recorded by hand: CPython with httpx 0.28.1
"""What may not stand in a part of a URL is written as %XX, once; parameters replace the query; values of a name stand together."""
import httpx

client = httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200, text=request.url.raw_path.decode())))
for params in ({'q': 'ü'}, {'q': 'a/b?c&d=e+f'}, {'q': '日本'}, {'q': '100%'}, {'q': '%20'}, {'q': None}, {'q': True}, {'q': ['x', 'y']}, {},
               'a=1&b=ü', [('a', 1), ('b', 2), ('a', 3)]):
    answer = client.get('http://h/p?z=0', params=params)
    print(params, answer.text, answer.url)
for url in ('http://h/ü', 'http://h/a b%20c', 'http://h/?q=a b&c=ü', 'http://H:80/', 'https://h:443/x', 'http://h', 'http://h?x',
            'http://münchen.de:81/', 'http://h/a/../b/./c', 'http://h/[x]', "http://h/it's", 'http://[::1]:8/x', 'http://u:secret@h/'):
    answer = client.get(url)
    given = answer.url
    print(repr(given), given.host, given.raw_host, given.port, given.path, given.query, answer.text, given.netloc)
client = httpx.Client(transport=client._transport, base_url='http://h/api', params={'k': 'é'})
print(client.base_url, *(client.get(url).url for url in ('x', '/x', '', '?z=1', 'http://other/')), client.get('x', params={'p': 2}).url)

query = httpx.QueryParams({'a': 'ü', 'b': ['x', 'y']})
print(repr(query), query.set('a', 1), query.add('a', 2).multi_items(), query.remove('b'), query.merge({'c': 3}), len(query))
url = httpx.URL('http://h/p', params={'a': 'x y'})
print(url.copy_add_param('a', 'z'), url.copy_with(path='/é', fragment='f'), url.copy_with(host='::1', port=99), url.join('../q?r'))
print(httpx.URL(scheme='https', host='e.com', path='/x', query=b'a=1'), url == 'http://h/p?a=x+y', httpx.URL('/rel').is_relative_url)
for wrong in ('http://h:x/', 'http://h/\x00', 5, 'http://1.2.3.400/', 'http://' + 'a' * 70000):
    try:
        httpx.URL(wrong)
    except Exception as problem:
        print(type(problem).__name__, problem)
for parts in ({'query': 'a=1'}, {'nope': 1}, {'path': 'x', 'host': 'h'}):
    try:
        httpx.URL('http://h', **parts)
    except Exception as problem:
        print(type(problem).__name__, problem)
