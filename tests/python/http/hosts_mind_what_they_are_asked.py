# recorded by hand: the hosts are simulated
# Numbers in a query that make no sense are not heard, jsonplaceholder's records come by pages, an exchange goes on after what it does not understand.
import asyncio
import json

import requests
import websockets


def ids(query):
    answer = requests.get('https://jsonplaceholder.typicode.com/' + query)
    return [each['id'] for each in answer.json()], answer.headers.get('X-Total-Count')


for query in ('posts?_page=2&_limit=3', 'posts?_page=10', 'posts?_page=0&_limit=2', 'posts?_start=10&_limit=2', 'posts?_start=97&_end=120', 'users?_limit=2', 'users',
              'comments?postId=3&_page=2&_limit=3', 'users?_limit=²', 'posts?_page=40'):
    print(query, *ids(query))
for query in 'per_page=0', 'page=0', 'page=²', 'page=2&per_page=4', 'per_page=99999999999999999999':
    answer = requests.get('https://reqres.in/api/users?' + query)
    print(query, answer.status_code, [each['id'] for each in answer.json()['data']])
print(len(requests.get('https://pokeapi.co/api/v2/pokemon?limit=99999999999999999999').json()['results']) > 1000)
for url in 'https://httpbin.org/status/' + '9' * 5000, 'https://jsonplaceholder.typicode.com/posts/' + '9' * 5000:
    print(requests.get(url).status_code)


async def main():
    async with websockets.connect('wss://ws-feed.exchange.coinbase.com') as socket:
        for said in ('{"id":1,"method":5}', '[1]', '{"type":["subscribe"]}', '{"type":"subscribe","product_ids":5}', '{"type":"subscribe","product_ids":[5,"ETH-USD",null]}',
                     '{"type":"subscribe","product_ids":"SOL-USD"}', '{"type":"subscribe","params":{"symbol":{"a":1}}}', '{"type":"subscribe","params":{"symbol":["X"]}}', b'\xff'):
            await socket.send(said)
            told = []
            try:
                async with asyncio.timeout(1.5):
                    while True:
                        told.append(json.loads(await socket.recv()))
            except TimeoutError:
                print(said, [(each['type'], each.get('product_id')) for each in told])
    print(socket.close_code)
    async with websockets.connect('wss://stream.binance.com:9443/ws') as socket:
        await socket.send('{"method":"SUBSCRIBE","params":"abc","id":1}')
        print(await socket.recv())
        await socket.send('{"method":"SUBSCRIBE","params":["btcusdt@trade", 5],"id":2}')
        print(await socket.recv(), json.loads(await socket.recv())['s'])


asyncio.run(main())
