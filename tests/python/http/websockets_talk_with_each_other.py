# recorded by hand: needs websockets
"""Servers and clients of websockets: messages, pings, who ends a connection and how it is told, refusals, broadcasts."""
import asyncio
import logging
import sys

import websockets
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(name)s %(message)s')
guests = set()


async def shouts(socket):
    async for message in socket:
        if message == 'end':
            await socket.close(4000, 'as you wish')
            return
        await socket.send(message if isinstance(message, bytes) else message.upper())
    print('left with', socket.close_code)


async def listens(socket):
    guests.add(socket)
    try:
        await socket.wait_closed()
    finally:
        guests.discard(socket)


def only_root(connection, request):
    if request.path != '/':
        return connection.respond(403, 'not here\n')


async def main():
    async with websockets.serve(shouts, '127.0.0.1', 8765, process_request=only_root) as server:
        async with connect('ws://127.0.0.1:8765') as socket:
            print(socket.state.name, socket.response.status_code, socket.request.path, len(server.connections))
            await socket.send('hello')
            await socket.send(b'\x00\x01')
            print(await socket.recv(), await socket.recv())
            await (await socket.ping())
            try:
                async with asyncio.timeout(1):
                    await socket.recv()
            except TimeoutError:
                print('nothing more')
            for wrong in (3, {'a': 1}):
                try:
                    await socket.send(wrong)
                except TypeError as error:
                    print(error)
        print(socket.state.name, socket.close_code)
        for call in (lambda: socket.send('late'), socket.recv):
            try:
                await call()
            except ConnectionClosed as error:
                print(repr(error), error)
        socket = await connect('ws://127.0.0.1:8765')
        await socket.send('end')
        try:
            await socket.recv()
        except ConnectionClosed as error:
            print(type(error).__name__, error, error.code, error.reason)
        for address in ('ws://127.0.0.1:8765/elsewhere', 'http://127.0.0.1:8765'):
            try:
                await connect(address)
            except (InvalidStatus, websockets.InvalidURI) as error:
                await asyncio.sleep(0.1)
                print(error)
    server = await websockets.serve(listens, '127.0.0.1', 8766)
    sockets = [await connect('ws://127.0.0.1:8766') for _ in range(2)]
    await asyncio.sleep(0.1)
    websockets.broadcast(guests, 'to all')
    print([await socket.recv() for socket in sockets])
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.1)
    print([socket.close_code for socket in sockets], len(guests))


asyncio.run(main())
