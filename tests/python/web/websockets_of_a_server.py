# recorded by hand: needs uvicorn
# A room of WebSockets, one that the application closes, one that it refuses, one whose client says goodbye.
import asyncio

import aiohttp
import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocketDisconnect

room = []


async def talk(websocket):
    await websocket.accept()
    room.append(websocket)
    name = websocket.query_params['name']
    try:
        async for text in websocket.iter_text():
            for each in room:
                await each.send_text(f'{name}: {text}')
    finally:
        room.remove(websocket)
        print(name, 'left')


async def once(websocket):
    await websocket.accept(headers=[(b'x-made', b'here')])
    try:
        await websocket.send_json({'got': await websocket.receive_json()})
        await websocket.close(4001, 'that was all')
    except WebSocketDisconnect as e:
        print('disconnected', e.code, repr(e.reason))


async def refuse(websocket):
    await websocket.close()


app = Starlette(routes=[WebSocketRoute('/talk', talk), WebSocketRoute('/once', once), WebSocketRoute('/no', refuse)])


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8014))
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    async with aiohttp.ClientSession(base_url='http://127.0.0.1:8014') as session:
        async with session.ws_connect('/talk?name=a') as a, session.ws_connect('/talk?name=b') as b:
            await a.send_str('hi')
            await b.send_str('yes?')
            for socket in a, b:
                print(await socket.receive_str(), '|', await socket.receive_str())
        async with session.ws_connect('/once') as socket:
            await socket.send_json([1])
            print(await socket.receive_json(), await socket.receive(), socket.close_code)
        async with session.ws_connect('/once') as socket:
            await socket.close(code=4005, message=b'bye')
        for path in '/no', '/nowhere':
            try:
                await session.ws_connect(path)
            except aiohttp.WSServerHandshakeError as e:
                print(path, e.status)
        async with session.ws_connect('/talk?name=c') as socket:
            server.should_exit = True
            print(await socket.receive())
    await serving


asyncio.run(main())
