# recorded by hand: httpx is not on the machine that records
# What a client has may be set anew; its transports are entered with it; answers may be packed or come piece by piece.
import gzip

import httpx


class Told(httpx.BaseTransport):
    def __enter__(self):
        print('entered')
        return self

    def __exit__(self, *exc):
        super().__exit__(*exc)
        print('left')

    def close(self):
        print('closed')

    def handle_request(self, request):
        kind = request.url.path
        if kind == '/gzip':
            return httpx.Response(200, headers={'Content-Encoding': 'gzip'}, content=gzip.compress(b'packed'))
        if kind == '/wrong':
            return httpx.Response(200, headers={'Content-Encoding': 'gzip'}, content=b'packed')
        if kind == '/pieces':
            return httpx.Response(200, content=(piece for piece in (b'one\n', b'tw', b'o\n')))
        return httpx.Response(200, json=[str(request.url), request.headers.get('x-a'), request.headers.get('cookie')])


with httpx.Client(transport=Told(), mounts={'own://': httpx.MockTransport(lambda request: httpx.Response(204))}) as client:
    client.base_url = 'http://host.test/api'
    client.headers = {'X-A': 'b'}
    client.cookies = {'c': '1'}
    client.params = {'q': '2'}
    client.timeout = 3
    print(client.get('/things').json(), client.base_url, client.timeout, type(client.headers).__name__, client.event_hooks)
    client.params = None
    print(client.headers['user-agent'].partition('/')[0], client.get('http://host.test/gzip').text, client.get('own://any').status_code)
    print(list(client.get('http://host.test/pieces').iter_lines()))
    try:
        client.get('http://host.test/wrong')
    except httpx.DecodingError as e:
        print(type(e).__name__)
    client.auth = ('ann', 'pw')
    print(type(client.auth).__name__)
