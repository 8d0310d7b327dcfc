import _thread, time, gc
def f(): raise ValueError('x')
class H:
    def __hash__(self): raise KeyError('h')
def callback(): 
    try: 1/0
    except ZeroDivisionError as e: raise RuntimeError('multi\nline') from e
class D:
    def __del__(self):
        callback(
            1) if 0 else callback()
D()
class G: 
    def __del__(self): raise ExceptionGroup('g', [ValueError(1)])
G()
class X(Exception):
    def __str__(self): return ''
class K:
    def __del__(self): raise X
K()
import asyncio
class L:
    def __del__(self): raise asyncio.CancelledError('a')
L()
class M:
    def __del__(self): prnt(1)
M()
class R:
    def __del__(self):
        def r(n): 
            if n: r(n-1)
            else: 1/0
        r(8)
R()
import sys
class S:
    def __del__(self): sys.exit(3)
S()
import threading
t = threading.Thread(target=lambda: sys.exit(3)); t.start(); t.join()
class T:
    def __del__(self): raise KeyboardInterrupt
T()
