# Records go to a server over a connection or as datagrams; pieces of a chunked answer are read as they come.
import http.client
import logging
import logging.handlers
import pickle
import socket
import struct
import threading
import time


def receive(listener, got):
    conn, _ = listener.accept()
    with conn:
        while head := conn.recv(4):
            left, data = struct.unpack('>L', head)[0], b''
            while len(data) < left:
                data += conn.recv(left - len(data))
            got.append(logging.makeLogRecord(pickle.loads(data)))


def answer(listener):
    conn, _ = listener.accept()
    with conn:
        conn.recv(1000)
        conn.sendall(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
        for piece in b'one', b'three', b'':
            time.sleep(1)
            conn.sendall(b'%x\r\n%b\r\n' % (len(piece), piece))


log = logging.getLogger('far')
log.setLevel(logging.INFO)
log.propagate = False
got = []
with socket.create_server(('127.0.0.1', 0)) as listener:
    thread = threading.Thread(target=receive, args=(listener, got))
    thread.start()
    handler = logging.handlers.SocketHandler(*listener.getsockname())
    log.addHandler(handler)
    log.info('number %d', 7, extra={'user': 'ann'})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')
    handler.close()
    log.removeHandler(handler)
    thread.join()
for record in got:
    print(record.name, record.levelname, record.getMessage(), record.args, record.exc_info,
          record.exc_text and record.exc_text.splitlines()[-1], getattr(record, 'user', None))
with socket.socket(type=socket.SOCK_DGRAM) as sock:
    sock.bind(('127.0.0.1', 0))
    log.addHandler(handler := logging.handlers.DatagramHandler(*sock.getsockname()))
    log.warning('by datagram')
    data = sock.recv(9999)
    print(len(data) == struct.unpack('>L', data[:4])[0] + 4, pickle.loads(data[4:])['msg'], handler.port == sock.getsockname()[1])
    handler.close()
with socket.create_server(('127.0.0.1', 0)) as listener:
    threading.Thread(target=answer, args=(listener,)).start()
    connection = http.client.HTTPConnection(*listener.getsockname())
    connection.request('GET', '/')
    response = connection.getresponse()
    while piece := response.read1(100):
        print(piece, time.monotonic())
    connection.close()
threading.settrace(None)
threading.setprofile(None)
