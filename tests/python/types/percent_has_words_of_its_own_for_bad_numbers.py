class O:
    def __index__(self): return 'x'
class P:
    def __int__(self): return 'x'
class Q:
    def __index__(self): raise ValueError('q')
class R:
    def __int__(self): raise ValueError('r')
class T:
    def __float__(self): return 'x'
for fmt in ('%d','%i','%u','%x','%o','%X','%c','%f','%s','%e','%g', '%*d', '%.*f'):
    for o in (O(),P(),Q(),R(),T(),'s',None,[],1.5,1j, 5):
        try: r = fmt % ((o,1) if '*' in fmt else (o,))
        except Exception as e: r = (type(e).__name__, str(e))
        if ' object at' not in str(r): print(fmt, type(o).__name__, r)
