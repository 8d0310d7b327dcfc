# recorded by hand: needs websockets
"""A connection logs by the logger that it was given, and its records know the connection."""
import asyncio
import logging
import sys

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve


class Handler(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, record.getMessage(), type(getattr(record, 'websocket', None)).__name__)


logger = logging.getLogger('mine')
logger.setLevel(logging.INFO)
logger.addHandler(Handler())


async def echo(socket):
    socket.logger.warning('served %s', socket.request.path)
    async for message in socket:
        await socket.send(message)


async def main():
    async with serve(echo, 'localhost', 8765, logger=logger):
        async with connect('ws://localhost:8765/path', logger=logger) as socket:
            await socket.send('hi')
            print(await socket.recv(), socket.logger)
            socket.logger.info('asked')
        async with connect('ws://localhost:8765') as socket:
            print(socket.logger)


asyncio.run(main())
