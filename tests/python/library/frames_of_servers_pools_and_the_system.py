"""Errors that pass through socketserver, multiprocessing and os show CPython's frames; what is C there has none."""
import functools
import multiprocessing
import os
import socketserver
import sys
import traceback

first = socketserver.TCPServer(('127.0.0.1', 5000), None)
for act in (lambda: socketserver.TCPServer(('127.0.0.1', 5000), None), lambda: multiprocessing.Pool(0),
            lambda: os.get_terminal_size(), lambda: os.fspath(3)):
    try:
        act()
    except Exception:
        traceback.print_exc(file=sys.stdout)
first.server_close()
sys.setswitchinterval(1e-5)
print(sys.getswitchinterval())
sys.setswitchinterval(0.005)
print(sys.getswitchinterval(), str(functools.cmp_to_key(max)).split(' at ')[0])
