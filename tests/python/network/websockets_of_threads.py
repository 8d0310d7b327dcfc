# recorded by hand: needs websockets
# Clients and servers of websockets.sync: a thread for each connection, waits that end, closing from both sides.
import json
import logging
import sys
import threading
import time

from websockets.exceptions import ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, InvalidStatus, InvalidURI
from websockets.sync.client import connect
from websockets.sync.server import serve



class Plain(logging.Formatter):
    def formatException(self, info):
        return repr(info[1])


logging.basicConfig(stream=sys.stdout)
logging.root.handlers[0].setFormatter(Plain('%(name)s %(levelname)s %(message)s'))


def handler(socket):
    if socket.request.path == '/early':
        socket.send('bye')
        socket.close(4001, 'enough')
        return
    if socket.request.path == '/fails':
        raise ValueError('in the handler')
    for message in socket:
        if message == 'slow':
            time.sleep(1)
        socket.send(message.upper() if isinstance(message, str) else message[::-1])


def checked(connection, request):
    if request.path == '/forbidden':
        return connection.respond(403, 'no\n')


with serve(handler, 'localhost', 8765, process_request=checked) as server:
    thread = threading.Thread(target=server.serve_forever, name='server')
    thread.start()
    with connect('ws://localhost:8765') as socket:
        socket.send('hello')
        print(socket.recv(), socket.state.name, socket.remote_address, socket.subprotocol, socket.close_code)
        socket.send(b'\x01\x02')
        print(socket.recv())
        socket.send(['a', 'b'])
        print(socket.recv(decode=False))
        socket.send('slow')
        try:
            socket.recv(timeout=0.5)
        except TimeoutError as error:
            print(repr(error))
        print(socket.recv(timeout=2))
        print(socket.ping().wait(1), type(socket.latency))
        print(sorted(each.name.partition(' ')[2] for each in threading.enumerate() if '(' in each.name))
        for wrong in ({'a': 1}, 5):
            try:
                socket.send(wrong)
            except TypeError as error:
                print(error)
    print(socket.close_code, socket.close_reason, socket.state.name)
    try:
        socket.send('late')
    except ConnectionClosed as error:
        print(type(error).__name__, error)
    with connect('ws://localhost:8765/early') as socket:
        print(list_until := [])
        try:
            while True:
                list_until.append(socket.recv())
        except ConnectionClosedError as error:
            print(list_until, error, error.rcvd.code, error.rcvd.reason)
    with connect('ws://localhost:8765/fails') as socket:
        try:
            socket.recv()
        except ConnectionClosedError as error:
            time.sleep(0.1)
            print(error)
    for uri in ('ws://localhost:8765/forbidden', 'http://localhost', 'ws://localhost:1'):
        try:
            connect(uri)
        except (InvalidStatus, InvalidURI, OSError) as error:
            print(type(error).__name__, error)

    def client(name):
        with connect('ws://localhost:8765') as socket:
            for n in range(2):
                socket.send(json.dumps([name, n]))
                print(name, json.loads(socket.recv().lower()))
                time.sleep(0.1)
    threads = [threading.Thread(target=client, args=(f'c{n}',)) for n in range(2)]
    for each in threads:
        each.start()
        time.sleep(0.05)
    for each in threads:
        each.join()
    with connect('ws://localhost:8765') as socket:
        print(len(server.connections))
        server.shutdown()
        try:
            socket.recv()
        except ConnectionClosedOK as error:
            print(error)
    thread.join()
print('done')
