# What leaves `async with connect(…)` by an exception closes with 1011, which the server's handler hears and logs; a
# handler's own failure is logged once its connection is closed.
import asyncio
import logging

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


class Short(logging.Handler):
    def emit(self, record):
        print('log:', record.getMessage(), repr(record.exc_info[1]))


logging.getLogger('websockets.server').addHandler(Short())


async def handler(connection):
    async for message in connection:
        if message == 'fail':
            raise ValueError(message)
        if message == 'cancel':
            asyncio.current_task().cancel()
        await connection.send(message)


async def main():
    async with serve(handler, '127.0.0.1', 8765):
        try:
            async with connect('ws://127.0.0.1:8765') as client:
                await client.send('hello')
                print(await client.recv())
                raise KeyError('client')
        except KeyError as error:
            print('client', repr(error), client.close_code)
        for word in 'fail', 'cancel':
            async with connect('ws://127.0.0.1:8765') as client:
                await client.send(word)
                try:
                    print(await client.recv())
                except ConnectionClosed as error:
                    print(word, error)
            print(client.close_code)


asyncio.run(main())
