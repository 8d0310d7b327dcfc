import rlcompleter, encodings, encodings.aliases, encodings.idna, encodings.utf_8, syslog, posix, os, site, warnings, re
class K:
    pub=1; _priv=2; __mang=3
    def meth(self): pass
    def meth1(self, a): pass
    @property
    def prop(self): raise ValueError
kk=K()
my_variable=5
def my_func(a): pass
def my_none(): pass
c=rlcompleter.Completer()
for t in ('my_','kk.','kk._','kk.__','kk.me','pri','fi','Fal','whi','tr','nope','nope.x','kk.pub.bit','a b.c','lam','_'):
    r=[]; i=0
    while (m:=c.complete(t,i)) is not None and i<400: r.append(m); i+=1
    print(t, [x for x in r if not re.search(r'__\w+__', x)] if t!='_' else len(r)>0)
c=rlcompleter.Completer({'zed':1,'zoo':len}); print(c.complete('z',0), c.complete('z',1), c.complete('z',2), c.complete('zoo.__na',0))
try: rlcompleter.Completer([1])
except TypeError as e: print(e)
print(encodings.normalize_encoding('UTF 8!'), encodings.aliases.aliases['latin1'], len(encodings.aliases.aliases), encodings.idna.ToASCII('bücher'), encodings.idna.ToUnicode(b'xn--bcher-kva'), encodings.utf_8.encode('é'), encodings.utf_8.decode(b'a'), encodings.utf_8.getregentry().name, encodings.search_function('utf-8').name, encodings.search_function('nope'))
print(syslog.LOG_UPTO(syslog.LOG_ERR), syslog.LOG_MASK(3), syslog.setlogmask(15), syslog.setlogmask(255), syslog.LOG_PID|syslog.LOG_PERROR, syslog.LOG_LOCAL7)
syslog.openlog(ident='prog', logoption=syslog.LOG_PERROR, facility=syslog.LOG_MAIL); syslog.syslog('shown\n'); syslog.syslog(syslog.LOG_ERR,'e'); syslog.setlogmask(syslog.LOG_UPTO(3)); syslog.syslog('not shown'); syslog.closelog()
for f in (lambda: syslog.syslog(), lambda: syslog.syslog(1,2), lambda: syslog.syslog(5), lambda: syslog.LOG_MASK(), lambda: syslog.LOG_MASK('a')):
    try: f()
    except TypeError as e: print(e)
print(posix.getpid()==os.getpid(), posix.stat('/tmp')==os.stat('/tmp'), type(posix.environ), type(list(posix.environ)[0]), posix.__name__, posix.error is OSError, hasattr(posix,'walk'), hasattr(posix,'path'))
print(site.ENABLE_USER_SITE, site.getusersitepackages()==site.USER_SITE, site.getuserbase().endswith('.local'), site.getsitepackages()[0].endswith('lib/python3.13/site-packages'), site.getsitepackages(['/a','/b','/a']), len(site.PREFIXES))
os.makedirs('/tmp/sd/x', exist_ok=True); open('/tmp/sd/a.pth','w').write('# c\nx\nnone\nimport sys; sys.flagged = 1\n')
import sys; n=len(sys.path); site.addsitedir('/tmp/sd'); print(sys.path[n:], sys.flagged, site.makepath('/tmp/../tmp/q'))
