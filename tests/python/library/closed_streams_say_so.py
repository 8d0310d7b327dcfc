f = open('/tmp/closed.txt', 'w'); f.close()
g = open('/tmp/closed.txt', 'rb'); g.close()
import io
h = io.FileIO('/tmp/closed.txt'); h.close()
r = open('/tmp/closed.txt', 'r'); r.close()
b = io.BytesIO(); b.close(); s = io.StringIO(); s.close()
for name, f in (('w', f), ('rb', g), ('FileIO', h), ('r', r), ('BytesIO', b), ('StringIO', s)):
    for m, a in (('writelines', ([],)), ('write', (b'',)), ('write', ('',)), ('flush', ()), ('read', ()), ('read', (0,)), ('readline', ()), ('readlines', ()), ('seek', (0,)), ('tell', ()), ('fileno', ()), ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('truncate', ()), ('truncate', (0,)), ('__enter__', ()), ('__iter__', ()), ('__next__', ()), ('close', ()), ('peek', ()), ('read1', ()), ('readinto', (bytearray(1),)), ('readall', ()), ('getvalue', ()), ('getbuffer', ()), ('__repr__', ()), ('detach', ())):
        if hasattr(f, m):
            try: print(name, m, getattr(f, m)(*a))
            except Exception as e: print(name, m, type(e).__name__, e)
