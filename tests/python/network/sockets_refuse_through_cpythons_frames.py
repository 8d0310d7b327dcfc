import os
import traceback


def refused(call):
    """What it is refused with, and the library's frames through which that has come."""
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename != __file__:
                print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


import socket

refused(lambda: socket.socket('a'))
refused(lambda: socket.socket(2, None))
refused(lambda: socket.socket(2, 1, 0, 'a'))
refused(lambda: socket.socket(99))
refused(lambda: socket.socket(2, 99))
refused(lambda: socket.socket(wrong=5))
refused(lambda: socket.socketpair('a'))
refused(lambda: socket.setdefaulttimeout('a'))
own = socket.socket()
refused(lambda: own.makefile('q'))
refused(lambda: own.makefile(5))
refused(lambda: own.makefile('rb', 'x'))
refused(lambda: own.makefile('r', 0))
refused(lambda: own.getsockopt(9999, 1))
refused(lambda: own.getsockopt(1, 9999))
refused(lambda: own.setsockopt(9999, 1, 1))
refused(lambda: own.setsockopt(1, 9999, 1))
own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(own.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
own.close()
