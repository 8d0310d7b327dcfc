import poplib, socket, threading
MSGS=[b'Subject: hi\r\n\r\nbody\r\n..dot\r\n', b'Subject: two\r\n\r\nx\r\n']
def serve(srv):
    while True:
        c,_=srv.accept(); threading.Thread(target=session,args=(c,),daemon=True).start()
def session(c):
    f=c.makefile('rwb')
    def say(*s):
        for x in s: f.write(x if isinstance(x,bytes) else x.encode()+b'\r\n')
        f.flush()
    say('+OK POP3 <123@host>')
    for line in f:
        cmd,_,arg=line.decode().strip().partition(' ')
        if cmd=='PASS' and arg=='bad': say('-ERR invalid password')
        elif cmd=='STAT': say('+OK 2 50')
        elif cmd=='LIST' and not arg: say('+OK','1 30','2 20','.')
        elif cmd=='RETR': say('+OK msg', MSGS[int(arg)-1], '.')
        elif cmd=='TOP': say('+OK top', 'Subject: hi', '', '.')
        elif cmd=='UIDL' and not arg: say('+OK','1 aa','2 bb','.')
        elif cmd=='CAPA': say('+OK','TOP','IMPLEMENTATION X Y','.')
        elif cmd=='QUIT': say('+OK bye'); break
        elif cmd=='EOF': break
        elif cmd in('USER','PASS','DELE','NOOP','RSET','LIST','UIDL','APOP','RPOP'): say('+OK '+cmd+' '+arg)
        else: say('-ERR unknown '+cmd)
    c.close()
srv=socket.create_server(('127.0.0.1',1110)); threading.Thread(target=serve,args=(srv,),daemon=True).start()
p=poplib.POP3('127.0.0.1',1110)
print(p.getwelcome(), p.user('u'), p.pass_('p'), p.stat(), p.list(), p.list(1), p.retr(1), p.retr('2'), p.top(1,0), p.uidl(), p.uidl(2), p.dele(1), p.rset(), p.noop(), p.capa(), p.apop('u','s'), p.rpop('u'))
for f in (lambda: p.utf8(), lambda: p.pass_('bad'), lambda: p.stls(), lambda: p._shortcmd('EOF')):
    try: print(f())
    except poplib.error_proto as e: print(e, e.args)
p.close()
p=poplib.POP3('127.0.0.1',1110,timeout=3); p.set_debuglevel(2); p.user('joe'); p.stat(); p.list(); print(p.quit())
try: poplib.POP3('127.0.0.1', timeout=0)
except ValueError as e: print(e)
try: poplib.POP3('no-such.invalid')
except OSError as e: print(e)
q=poplib.POP3('127.0.0.1',1110); q.user('x')
