# recorded by hand: needs websockets
# A server of websockets logs, by a logger of the program's own, why it takes no client, and has let go of the connection when the client hears of it.
import asyncio
import logging
import sys

import websockets
from websockets.asyncio.server import serve


class Plain(logging.Formatter):
    def formatException(self, info):
        return repr(info[1])


logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.root.handlers[0].setFormatter(Plain('%(name)s %(message)s'))


async def handler(socket):
    await socket.recv()


async def checked(connection, request):
    if request.path == '/fails':
        raise ValueError('in the check')
    if request.path == '/no':
        return connection.respond(404, 'no')


def changed(connection, request, response):
    print('  ', request.path, response.status_code)


async def main():
    async with serve(handler, '127.0.0.1', 8765, process_request=checked, process_response=changed, logger=logging.getLogger('mine'), origins=[None]):
        async with websockets.connect('ws://127.0.0.1:8765/') as socket:
            await socket.send('x')
        for path, origin in ('fails', None), ('no', None), ('', 'http://else'):
            try:
                await websockets.connect('ws://127.0.0.1:8765/' + path, origin=origin)
            except websockets.InvalidStatus as e:
                print(e, e.response.body, 'Server' in e.response.headers)
            await asyncio.sleep(0.1)


asyncio.run(main())
