import ftplib, socket, threading, io
FILES={'a.txt': b'line one\r\nline two\r\n', 'b.bin': bytes(range(256))*100}
def serve(srv):
    while True:
        try: c,_=srv.accept()
        except OSError: return
        threading.Thread(target=session,args=(c,),daemon=True).start()
def session(c):
    f=c.makefile('rwb'); data=None; active=None; cwd='/'; rn=None; user=None
    def say(s): f.write(s.encode()+b'\r\n'); f.flush()
    say('220-Hello\r\n more\r\n220 ready')
    def conn():
        if active: return socket.create_connection(active)
        d,_=data.accept(); return d
    for line in f:
        cmd,_,arg=line.decode().strip().partition(' ')
        if cmd=='USER': user=arg; say('331 need password') 
        elif cmd=='PASS': say('230 ok '+user if arg!='bad' else '530 Login incorrect.')
        elif cmd=='TYPE': say('200 type')
        elif cmd=='PASV':
            data=socket.create_server(('127.0.0.1',0)); active=None; h,p=data.getsockname(); say('227 Entering Passive Mode (127,0,0,1,%d,%d).'%(p>>8,p&255))
        elif cmd=='PORT': n=arg.split(','); active=('.'.join(n[:4]), int(n[4])*256+int(n[5])); say('200 PORT ok')
        elif cmd=='PWD': say('257 "%s" is cwd'%cwd)
        elif cmd=='CWD': cwd=arg; say('250 ok')
        elif cmd=='CDUP': say('500 what')
        elif cmd=='MKD': say('257 "/x ""q""" created')
        elif cmd in('RMD','DELE','RNTO','NOOP'): say('250 done')
        elif cmd=='RNFR': say('350 go' if arg in FILES else '550 no such file')
        elif cmd=='SIZE': say('213 %d'%len(FILES[arg]) if arg in FILES else '550 no')
        elif cmd=='REST': say('350 rest')
        elif cmd in ('RETR','LIST','NLST','MLSD'):
            if cmd=='RETR' and arg not in FILES: say('550 %s: No such file'%arg); continue
            body=FILES[arg] if cmd=='RETR' else b'\r\n'.join({'LIST':b'-rw-r--r-- 1 u g %d '%len(v)+k.encode(),'NLST':k.encode(),'MLSD':b'type=file;size=%d; '%len(v)+k.encode()}[cmd] for k,v in FILES.items())+b'\r\n'
            say('150 Opening (%d bytes)'%len(body)); d=conn(); d.sendall(body); d.close(); say('226 done')
        elif cmd=='STOR':
            say('150 go'); d=conn(); got=b''
            while b:=d.recv(1000): got+=b
            d.close(); FILES[arg]=got; say('226 stored')
        elif cmd=='QUIT': say('221 bye'); break
        elif cmd=='TMP': say('450 try later')
        elif cmd=='ODD': say('xyz')
        else: say('502 no such command')
    c.close()
srv=socket.create_server(('127.0.0.1',2121)); threading.Thread(target=serve,args=(srv,),daemon=True).start()
ftp=ftplib.FTP()
print(ftp.connect('127.0.0.1',2121)); print(ftp.getwelcome()); print(ftp.login('me','pw'))
print(ftp.pwd(), ftp.cwd('/pub'), ftp.pwd(), ftp.mkd('x'), ftp.nlst(), ftp.nlst('-a','x'))
ftp.dir(); ftp.retrlines('LIST'); ls=[]; ftp.dir('x', ls.append); print(ls)
b=bytearray(); print(ftp.retrbinary('RETR b.bin', b.extend, 4096), len(b)); ftp.retrlines('RETR a.txt')
print(ftp.storbinary('STOR c', io.BytesIO(b'q'*20000), callback=lambda x: print(len(x))), len(FILES['c'])); print(ftp.storlines('STOR d', io.BytesIO(b'a\nb\r\nc'), print), FILES['d'])
print(ftp.size('a.txt'), list(ftp.mlsd()), list(ftp.mlsd('x')), ftp.rename('a.txt','z'), ftp.delete('q'), ftp.rmd('r'), ftp.cwd('..'))
ftp.set_pasv(False); print(ftp.nlst()); ftp.set_pasv(True)
for f in (lambda: ftp.size('nope'), lambda: ftp.retrlines('RETR nope'), lambda: ftp.sendcmd('TMP'), lambda: ftp.sendcmd('ODD'), lambda: ftp.voidcmd('RNFR a.txt'), lambda: ftp.sendcmd('a\nb'), lambda: ftp.rename('n','m')):
    try: print(f())
    except ftplib.all_errors + (ValueError,) as e: print(type(e).__name__, e)
ftp.set_debuglevel(2); ftp.login('joe','secret'); ftp.nlst(); ftp.set_debuglevel(0)
print(ftp.quit(), ftp.sock)
with ftplib.FTP() as g:
    g.connect('127.0.0.1',2121,timeout=5); print(g.login()); print(ftplib.parse227('227 x (1,2,3,4,5,6)'), ftplib.parse229('229 x (|||77|)',('h',1)), ftplib.parse257('257 "a""b" x'), ftplib.parse150('150 x (12 bytes)'))
try: ftplib.FTP('127.0.0.1')
except OSError as e: print(e)
try: ftplib.FTP('no-such-host.invalid')
except OSError as e: print(e)
g=ftplib.FTP(); g.connect('127.0.0.1',2121)
