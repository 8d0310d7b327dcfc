# recorded by hand: httpx is not on the machine that records
# Who asks is told by one request after another, transports are mounted by URL, and what another host must not know is left out.
import asyncio
import os
import tempfile

import httpx


class TokenAuth(httpx.Auth):
    requires_response_body = True

    def __init__(self):
        self.token = 'old'

    def auth_flow(self, request):
        request.headers['Authorization'] = f'Bearer {self.token}'
        response = yield request
        if response.status_code == 401:
            fresh = yield httpx.Request('POST', 'http://host.test/refresh')
            self.token = fresh.json()['token']
            request.headers['Authorization'] = f'Bearer {self.token}'
            yield request


def answer(request):
    path, asked = request.url.path, request.headers.get('Authorization', '')
    print('  ', request.method, request.url, asked.partition(' ')[0], asked.partition(' ')[2] if 'Bearer' in asked or 'Basic' in asked else '')
    if path == '/refresh':
        return httpx.Response(200, json={'token': 'new'})
    if path == '/token':
        return httpx.Response(200 if asked == 'Bearer new' else 401)
    if path == '/digest':
        if not asked.startswith('Digest'):
            return httpx.Response(401, headers={'www-authenticate': 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256, opaque="o"'})
        parts = dict(part.strip().split('=', 1) for part in asked[7:].split(','))
        return httpx.Response(200, json=[parts['username'], parts['uri'], parts['nc'], parts['qop'], parts['opaque'], len(parts['response'])])
    if path == '/away':
        return httpx.Response(302, headers={'location': 'http://other.test/seen'})
    if path == '/secure':
        return httpx.Response(301, headers={'location': 'https://host.test/seen#there'})
    return httpx.Response(200, json={'auth': asked, 'host': request.headers['host']})


def blocking():
    with httpx.Client(transport=httpx.MockTransport(answer), base_url='http://host.test', follow_redirects=True) as client:
        auth = TokenAuth()
        got = client.get('/token', auth=auth)
        print(got.status_code, [each.status_code for each in got.history], client.get('/token', auth=auth).history)
        digest = httpx.DigestAuth('ann', 'secret')
        print(client.get('/digest?a=1', auth=digest).json(), client.get('/digest', auth=digest).json())
        for path in '/away', '/secure':
            got = client.get(path, auth=('ann', 'pw'))
            print(got.json(), got.url)
        print(client.get('http://bob:pw@host.test/').json())
        print(client.get('/', auth=lambda request: request).json())
        try:
            client.get('/', auth='me')
        except TypeError as e:
            print(e)
    path = os.path.join(tempfile.mkdtemp(), 'netrc')
    with open(path, 'w') as file:
        file.write('machine host.test login carl password deep\n')
    with httpx.Client(transport=httpx.MockTransport(answer), auth=httpx.NetRCAuth(path)) as client:
        print(client.get('http://host.test/').json(), client.get('http://other.test/').json())


def mounted():
    def named(name):
        return httpx.MockTransport(lambda request: httpx.Response(200, text=name))
    mounts = {'all://': named('any'), 'https://': named('https'), 'all://*.host.test': named('below'), 'http://host.test:81': named('port')}
    with httpx.Client(mounts=mounts) as client:
        for url in 'http://a.test', 'https://a.test', 'http://x.host.test', 'http://host.test', 'http://host.test:81/', 'https://x.host.test':
            print(url, client.get(url).text)


async def awaited():
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url='http://host.test') as client:
        got = await client.get('/token', auth=TokenAuth())
        print(got.status_code, [each.status_code for each in got.history])
        got = await client.get('/away', auth=('ann', 'pw'))
        print(got.next_request, 'authorization' in got.next_request.headers)


blocking()
mounted()
asyncio.run(awaited())
url = httpx.URL('https://ann:pw@host.test:444/a?b=1#c')
print(url.username, url.password, url.userinfo, url.copy_with(port=None, fragment='d'), url.copy_set_param('b', 2), url.copy_add_param('e', 'f g'))
print(httpx.Limits(max_connections=3) == httpx.Limits(max_connections=3), list(httpx.Request('POST', url, content=b'xy').stream))
