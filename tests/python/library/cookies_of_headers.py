from http.cookies import SimpleCookie, CookieError
c = SimpleCookie(); c['a'] = 'x y'; c['b'] = 5; c['b']['path'] = '/'; c['b']['max-age'] = 10; c['b']['httponly'] = True; c['q'] = 'say "hi"; ok'; print(str(c).split('\r\n')); print(c['a'].value, c['b'].value, repr(c), c['b'].OutputString(), c.output(header='Cookie:', sep=' | '))
d = SimpleCookie(); d.load('k=v; k2="quoted v"; n=1'); print({k: m.value for k, m in d.items()}, len(d)); 
try: c['bad key'] = 1
except CookieError as e: print(e)
try: c['a']['nope'] = 1
except CookieError as e: print(e)
from http.cookies import Morsel
m = c['b']; twin = m.copy(); print(twin == m, type(twin).__name__, m.setdefault('Path', 'z'), m.js_output().split('\n')[3])
m.update({'Domain': 'x.org'}); print(twin == m, m.OutputString(), sorted(m.__getstate__()))
try: m.key = 'other'
except AttributeError as e: print(e)
for change in lambda: m.update({'nope': 1}), lambda: m.setdefault('nope'), lambda: SimpleCookie('a=b; c,d=e'):
    try: change()
    except CookieError as e: print(e)
print(SimpleCookie({'c': '\xa9', 'd': '\u20ac'}).output(sep=' '))
