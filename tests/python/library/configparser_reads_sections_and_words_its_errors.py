import configparser, io, sys
cp = configparser.ConfigParser()
cp.read_string("""
[DEFAULT]
ServerAliveInterval = 45
Compression = yes
; comment
[forge.example]
User = hg
path = %(home)s/x
home: /h
multi = a
   b

   c
[topsecret.server.example]
Port = 50022
ForwardX11 = no
pct = 5%%
""")
print(cp.sections(), cp['forge.example']['user'], cp['topsecret.server.example'].getint('port'), cp.getboolean('topsecret.server.example', 'forwardx11'))
print(dict(cp['forge.example']), cp['forge.example'], list(cp), 'x' in cp)
print(cp.get('forge.example', 'nope', fallback='fb'), repr(cp['forge.example']['multi']), cp.get('topsecret.server.example','pct'))
for f in (lambda: cp['nope'], lambda: cp.get('nope', 'a'), lambda: cp.get('forge.example', 'zz'), lambda: cp.add_section('forge.example'), lambda: cp.getint('forge.example', 'user'), lambda: cp.set('forge.example', 'a', 5), lambda: cp.set('forge.example','a','%x'), lambda: cp.getboolean('forge.example','user'),
          lambda: cp.read_string('a=1'), lambda: cp.read_string('[a]\n[a]'), lambda: cp.read_string('[b]\nx=1\nx=2'), lambda: cp.read_string('[c]\nfoo\nbar'), lambda: cp.read_string('[i]\na=%(nope)s') or cp['i']['a']):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, repr(e))
cp['new'] = {'a': '1', 'B': '2'}
cp.write(sys.stdout)
print(cp.read('missing.ini'), cp.items('new'), cp.has_option('new', 'b'), cp.remove_option('new', 'a'), cp.remove_section('new'))
c2 = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
c2.read_string('[a]\nx=1\nflag\n[b]\ny=${a:x}${z}\nz=2')
print(c2['b']['y'], c2['a']['flag'], c2.defaults())
