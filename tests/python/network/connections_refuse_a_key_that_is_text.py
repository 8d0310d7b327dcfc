# recorded by hand: the oracle's clock does not follow connections
import os
import threading
import traceback
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener


def attempt(what, action):
    try:
        return action()
    except (OSError, TypeError, AuthenticationError) as err:
        print(what, repr(err))
        for frame in traceback.extract_tb(err.__traceback__)[2:]:
            print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)


def serve(listener):
    attempt('the listener:', listener.accept)
    told.set()
    with attempt('the listener:', listener.accept) as connection:
        print(connection.recv(), listener.last_accepted[0])


told = threading.Event()
listener = Listener(('localhost', 6731), authkey=b'key')
print(listener.address, listener._listener._socket.getsockname() == listener.address)
server = threading.Thread(target=serve, args=(listener,))
server.start()
try:
    Client(listener.address, authkey=b'other')
except AuthenticationError as err:
    told.wait()
    print('the client:', err)
with Client(listener.address, authkey=b'key') as connection:
    connection.send('hello')
server.join()
listener.close()
attempt('closed:', listener.accept)
attempt('no listener:', lambda: Client(('localhost', 6732), authkey='key'))
attempt('text:', lambda: Listener(('localhost', 6733), authkey='key'))
