# recorded by hand: the hosts are simulated
# A host outside that echoes says back what it is told, an exchange tells prices, others refuse: by websockets and by aiohttp, with TLS or without.
import asyncio
import json

import aiohttp
import websockets


async def echoed():
    async with websockets.connect('wss://echo.websocket.org') as socket:
        print(await socket.recv())
        for said in ('hello', b'\x00\x01', 'x' * 70000, ''):
            await socket.send(said)
            back = await socket.recv()
            print(type(back).__name__, len(back), back == said)
        await asyncio.wait_for(await socket.ping(), 5)
        await asyncio.gather(*(socket.send(str(n)) for n in range(3)))
        print([await socket.recv() for n in range(3)])
    print(socket.close_code, socket.state)


async def traded():
    async with websockets.connect('wss://stream.binance.com:9443/ws/btcusdt@trade') as socket:
        found = []
        async for message in socket:
            found.append(json.loads(message))
            if len(found) == 3:
                break
    print([(one['s'], one['t']) for one in found], sorted(found[0]))
    async with aiohttp.ClientSession() as session, session.ws_connect('wss://ws-feed.exchange.coinbase.com') as socket:
        await socket.send_json({'type': 'subscribe', 'product_ids': ['ETH-USD'], 'channels': ['ticker']})
        print(await socket.receive_json())
        message = await socket.receive()
        print(message.type, json.loads(message.data)['product_id'])
    print(socket.closed, socket.close_code)


async def refused():
    for uri in ('wss://example.com/socket', 'ws://nowhere.invalid', 'ws://example.com:1234'):
        try:
            async with websockets.connect(uri):
                pass
        except Exception as error:
            print(type(error).__name__, error)
    async with aiohttp.ClientSession() as session:
        for uri in ('wss://example.com/socket', 'ws://nowhere.invalid'):
            try:
                await session.ws_connect(uri)
            except Exception as error:
                print(type(error).__name__, error)


asyncio.run(echoed())
asyncio.run(traded())
asyncio.run(refused())
