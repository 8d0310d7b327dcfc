# recorded by hand: needs httpx
# httpx hands requests to an application without a network; headers with several values.
import asyncio

import httpx


async def app(scope, receive, send):
    assert scope['type'] == 'http'
    message = await receive()
    if scope['path'] == '/fails':
        raise ValueError('no answer')
    await send({'type': 'http.response.start', 'status': 200, 'headers': [
        (b'content-type', b'text/plain'), (b'set-cookie', b'a=1'), (b'set-cookie', b'b=2')]})
    seen = scope['method'], scope['path'], scope['query_string'], message['body'], scope['server'], scope['client']
    await send({'type': 'http.response.body', 'body': repr(seen).encode(), 'more_body': True})
    await send({'type': 'http.response.body', 'body': repr(scope['headers']).encode()})


async def main():
    transport = httpx.ASGITransport(app=app, client=('10.0.0.1', 5))
    async with httpx.AsyncClient(transport=transport, base_url='http://app.example:81/base') as client:
        answer = await client.post('/x?a=b c', json={'k': 'v'}, headers={'X-A': 'b'})
        print(answer.text)
        print(answer.headers, answer.headers['set-cookie'], answer.headers.get_list('set-cookie'), dict(client.cookies))
        print((await client.put('y', params={'q': ['a b', '1']})).text)
        async with client.stream('GET', 'z') as answer:
            print(answer.status_code, len(await answer.aread()))
    for raises in True, False:
        transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
        async with httpx.AsyncClient(transport=transport, base_url='http://app') as client:
            try:
                print((await client.get('/fails')).status_code)
            except ValueError as e:
                print('raised:', e)
    headers = httpx.Headers([('A', '1'), ('a', '2'), ('Authorization', 'me')])
    print(headers, headers['A'], list(headers), len(headers), headers.raw, 'AUTHORIZATION' in headers)
    headers['a'] = 'x'
    headers.update({'authorization': 'you', 'c': 'd'})
    print(headers.multi_items(), headers == {'C': 'd', 'a': 'x', 'authorization': 'you'}, headers.copy())
    del headers['A']
    print(dict(headers), headers.get('a', 'none'))


asyncio.run(main())
