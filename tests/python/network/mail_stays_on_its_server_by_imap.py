import imaplib, socket, threading, time, datetime
MSG=b'Subject: hi\r\nFrom: a@b\r\n\r\nbody\r\n'
def serve(srv):
    while True:
        c,_=srv.accept(); threading.Thread(target=session,args=(c,),daemon=True).start()
def session(c):
    f=c.makefile('rwb')
    def say(s): f.write((s if isinstance(s,bytes) else s.encode())+b'\r\n'); f.flush()
    say('* OK [CAPABILITY IMAP4rev1] ready')
    for line in f:
        tag,cmd,*args=line.decode().strip().split(' ')
        u=cmd.upper()
        if u=='UID': u='UID '+args[0]
        if u=='CAPABILITY': say('* CAPABILITY IMAP4rev1 IDLE ENABLE'); say(tag+' OK done')
        elif u=='LOGIN': say(tag+(' OK LOGIN completed' if args[1]=='"pw"' else ' NO [AUTHENTICATIONFAILED] Invalid credentials'))
        elif u=='SELECT' or u=='EXAMINE':
            if args[0]=='Nope': say(tag+' NO no such mailbox')
            elif args[0]=='Ro': say('* 1 EXISTS'); say(tag+' OK [READ-ONLY] done')
            else:
                for x in ('* FLAGS (\\Seen \\Deleted)','* 2 EXISTS','* 1 RECENT','* OK [UIDVALIDITY 7] ok',tag+' OK [READ-WRITE] SELECT completed'): say(x)
        elif u=='SEARCH': say('* SEARCH 1 2'); say(tag+' OK SEARCH')
        elif u=='FETCH': say(b'* 1 FETCH (FLAGS (\\Seen) RFC822 {%d}'%len(MSG)); f.write(MSG); say(')'); say(tag+' OK FETCH done')
        elif u=='UID SEARCH': say('* SEARCH 101 102'); say(tag+' OK')
        elif u=='UID FETCH': say('* 1 FETCH (UID 101 FLAGS ())'); say(tag+' OK done')
        elif u=='STORE': say('* 1 FETCH (FLAGS (\\Deleted))'); say(tag+' OK done')
        elif u=='EXPUNGE': say('* 1 EXPUNGE'); say(tag+' OK done')
        elif u=='LIST': say('* LIST (\\HasNoChildren) "/" "INBOX"'); say('* LIST () "/" "Sent Items"'); say(tag+' OK done')
        elif u=='STATUS': say('* STATUS INBOX (MESSAGES 2)'); say(tag+' OK')
        elif u=='APPEND':
            say('+ go'); n=int(args[-1][1:-1]); got=f.read(n); f.readline(); say(tag+' OK [APPENDUID 1 2] '+repr(got)[:20])
        elif u=='AUTHENTICATE': say('+ '); r=f.readline(); say(tag+' OK auth '+r.decode().strip())
        elif u=='LOGOUT': say('* BYE logging out'); say(tag+' OK LOGOUT completed'); break
        elif u=='BADCMD': say(tag+' BAD unknown')
        elif u=='DIE': say('* BYE dead'); say(tag+' OK x')
        else: say(tag+' OK '+u+' '+' '.join(args))
    c.close()
srv=socket.create_server(('127.0.0.1',1143)); threading.Thread(target=serve,args=(srv,),daemon=True).start()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__qualname__, e)
m=imaplib.IMAP4('127.0.0.1',1143)
print(m.welcome, m.capabilities, m.PROTOCOL_VERSION, m.state)
t(lambda: m.select()); t(lambda: m.login('u','no')); t(lambda: m.login('u','pw')); print(m.state)
t(lambda: m.list()); t(lambda: m.select('Nope')); t(lambda: m.select('INBOX')); print(m.state); t(lambda: m.recent()); t(lambda: m.response('UIDVALIDITY'))
t(lambda: m.search(None,'ALL')); t(lambda: m.search('UTF-8','TEXT','x')); t(lambda: m.fetch('1','(FLAGS RFC822)')); t(lambda: m.uid('search',None,'ALL')); t(lambda: m.uid('fetch','101','(FLAGS)')); t(lambda: m.uid('frob'))
t(lambda: m.store('1','+FLAGS','\\Deleted')); t(lambda: m.expunge()); t(lambda: m.status('INBOX','(MESSAGES)')); t(lambda: m.append('INBOX','\\Seen',1700000000.0,b'a\nb')); t(lambda: m.append('INBOX',None,'"x"',b'ab'))
t(lambda: m.noop()); t(lambda: m.check()); t(lambda: m.copy('1','X')); t(lambda: m.NOOP()); t(lambda: m.frob); t(lambda: m.xatom('BADCMD','a')); t(lambda: m.create('New')); t(lambda: m.close()); print(m.state); t(lambda: m.starttls()); t(lambda: m.enable('X')); t(lambda: m.getquota('x')); t(lambda: m.namespace())
t(lambda: m.select('Ro')); t(lambda: m.select('Ro', readonly=True))
t(lambda: m.logout()); print(m.state)
m=imaplib.IMAP4('127.0.0.1',1143); t(lambda: m.authenticate('plain', lambda c: b'\0u\0p'))
m=imaplib.IMAP4('127.0.0.1',1143); t(lambda: m.login_cram_md5('u','p')); m.logout()
with imaplib.IMAP4('127.0.0.1',1143) as m: print(m.noop())
print(imaplib.ParseFlags(b'* 1 FETCH (FLAGS (\\Seen a))'), imaplib.Int2AP(70000), imaplib.Int2AP(0), imaplib.Internaldate2tuple(b'1 (INTERNALDATE "01-Jan-2020 10:00:00 +0200")'), imaplib.Time2Internaldate(0), imaplib.Time2Internaldate(time.gmtime(5)), imaplib.Time2Internaldate(datetime.datetime(2020,1,2,tzinfo=datetime.timezone.utc)))
t(lambda: imaplib.Time2Internaldate(datetime.datetime(2020,1,2))); t(lambda: imaplib.IMAP4('no-such.invalid')); t(lambda: imaplib.IMAP4('127.0.0.1'))
