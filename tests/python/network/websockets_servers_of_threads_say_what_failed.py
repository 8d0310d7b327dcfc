# recorded by hand: needs websockets
# What a server of websockets.sync logs, by a logger of the program's own, of handlers that fail, of requests that are none and of functions that fail.
import logging
import socket
import sys
import threading
import time

from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect
from websockets.sync.server import serve


class Plain(logging.Formatter):
    def formatException(self, info):
        return repr(info[1])


logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.root.handlers[0].setFormatter(Plain('%(name)s %(levelname)s %(message)s'))


def handler(connection):
    path = connection.request.path
    if path == '/os':
        raise OSError('in the handler')
    if path == '/closed':
        connection.recv()


def checked(connection, request):
    if request.path == '/fails':
        raise ValueError('in the check')
    if request.path == '/no':
        return connection.respond(404, 'no\n')


def changed(connection, request, response):
    if request.path == '/late':
        raise KeyError('late')


def said(*pieces):
    with socket.create_connection(('localhost', 8765)) as client:
        for piece in pieces:
            client.sendall(piece)
            time.sleep(0.1)
        client.shutdown(socket.SHUT_WR)
        answer = b''
        while more := client.recv(1000):
            answer += more
        print(answer.partition(b'\r\n')[0])
    time.sleep(0.1)


with serve(handler, 'localhost', 8765, process_request=checked, process_response=changed, logger=logging.getLogger('mine'), origins=[None]) as server:
    print(server.logger)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    time.sleep(0.1)
    with connect('ws://localhost:8765/os', logger=logging.getLogger('ours')) as client:
        print(client.logger.name)
        try:
            client.recv()
        except ConnectionClosedError as e:
            print(e)
    time.sleep(0.1)
    with connect('ws://localhost:8765/closed') as client:
        client.close(4000, 'so')
    time.sleep(0.1)
    for path in 'fails', 'no', 'late':
        try:
            connect('ws://localhost:8765/' + path)
        except InvalidStatus as e:
            print(e, e.response.body)
        time.sleep(0.1)
    try:
        connect('ws://localhost:8765/', origin='http://else')
    except InvalidStatus as e:
        print(e)
    time.sleep(0.1)
    said(b'nothing\r\n', b'\r\n')
    said(b'\x16\x03\x01\x00\x00\r\n\r\n')
    said(b'GET / HTTP/2\r\n\r\n')
    said(b'GET / HTTP/1.1\r\nHost localhost\r\n\r\n')
    said(b'GET / HTTP/1.1\r\nHost: localhost\r\n')
    said()
    said(b'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
print('end')
