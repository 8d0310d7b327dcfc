# recorded by hand: needs uvicorn
# A server in a thread answers clients that block; one of the main thread ends when it is interrupted.
import os
import signal
import threading
import time
import urllib.request

import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def hello(request):
    return PlainTextResponse(f'hello from {threading.current_thread().name}')


app = Starlette(routes=[Route('/', hello)])
server = uvicorn.Server(uvicorn.Config(app, port=8012, log_level='warning'))
thread = threading.Thread(target=server.run)
thread.start()
while not server.started:
    time.sleep(0.01)
print(urllib.request.urlopen('http://127.0.0.1:8012/').read())
server.should_exit = True
thread.join()
print('over')


def interrupt():
    time.sleep(2)
    print(urllib.request.urlopen('http://127.0.0.1:8013/').read())
    os.kill(os.getpid(), signal.SIGINT)


threading.Thread(target=interrupt).start()
uvicorn.run(app, port=8013)
print('interrupted')
