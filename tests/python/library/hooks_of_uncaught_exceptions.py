import sys, threading
def hook(t, v, tb):
    print('HOOK', t.__name__, v, tb.tb_lineno)
    sys.__excepthook__(t, v, tb)
sys.excepthook = hook
class D:
    def __del__(self): raise ValueError('in del')
D()
def uh(a): print('unraisable', a.exc_type, a.exc_value, a.err_msg, a.object)
sys.unraisablehook = uh
d = D(); del d
print('asyncio' in sys.stdlib_module_names)
sys.displayhook(5); sys.displayhook(None)
def f(): {}['k']
f()
