from http.cookies import SimpleCookie, CookieError
c = SimpleCookie(); c['a'] = 'x y'; c['b'] = 5; c['b']['path'] = '/'; c['b']['max-age'] = 10; c['b']['httponly'] = True; c['q'] = 'say "hi"; ok'; print(str(c).split('\r\n')); print(c['a'].value, c['b'].value, repr(c), c['b'].OutputString(), c.output(header='Cookie:', sep=' | '))
d = SimpleCookie(); d.load('k=v; k2="quoted v"; n=1'); print({k: m.value for k, m in d.items()}, len(d)); 
try: c['bad key'] = 1
except CookieError as e: print(e)
try: c['a']['nope'] = 1
except CookieError as e: print(e)
