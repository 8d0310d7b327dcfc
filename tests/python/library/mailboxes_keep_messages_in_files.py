import mailbox, os, email, email.message, time, tempfile, io
d=tempfile.mkdtemp(); os.chdir(d)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, str(e).replace(os.getcwd(),'D'))
def msg(s, body='hello\n', unix=None):
    m=email.message.EmailMessage(); m['From']='a@b'; m['Subject']=s; m.set_content(body)
    return m
b=mailbox.mbox('box')
print(b.add(msg('one')), b.add('Subject: two\n\nFrom me\nFrom you\n'), b.add(b'From joe Mon Jan  1 00:00:00 2024\nSubject: three\n\nbody'), b.add(io.BytesIO(b'Subject: four\r\n\r\nx')), len(b))
b.flush(); print(open('box').read())
for k,m in b.items(): print(k, type(m), m['subject'], m.get_from()[:14], repr(m.get_payload()), m.get_flags(), m.get_unixfrom()[:10])
m=b[0]; m.add_flag('RO'); m.set_flags('ROFD'); b[0]=m; print(b[0].get_flags(), b.keys(), list(b.iterkeys()), 2 in b, 9 in b)
b.remove(1); print(len(b), b.keys()); t(lambda: b[1]); t(lambda: b.remove(1)); b.discard(1); b.flush(); print(len(b), b.keys(), os.listdir('.'))
print(b.get_string(2)); print(b.get_bytes(2)); print(b.get_string(2, from_=True)); f=b.get_file(3); print(f.read(), f.tell(), f.readable()); f.seek(0); print(f.readline(), f.readlines()); f.close(); print(f.closed)
b.lock(); print(sorted(os.listdir('.'))); b.unlock(); print(b.pop(3)['subject'], b.pop(77,'def'), b.popitem()[0], b.get(99)); t(lambda: b.add(5)); t(lambda: b.add('é')); b.close()
c=mailbox.mbox('box'); print(len(c), [x['subject'] for x in c]); c.clear(); c.close(); print(os.path.getsize('box')); t(lambda: mailbox.mbox('nobox', create=False))
md=mailbox.Maildir('md'); print(sorted(os.listdir('md')))
k=md.add(msg('m1')); k2=md.add('Subject: m2\n\nx'); mm=mailbox.MaildirMessage(msg('m3')); mm.set_subdir('cur'); mm.set_flags('SF'); k3=md.add(mm)
print(len(md), sorted(x['subject'] for x in md), md[k3].get_flags(), md[k3].get_subdir(), md.get_flags(k3), md.get_info(k3)); md.add_flag(k3,'R'); md.remove_flag(k3,'F'); print(md[k3].get_flags(), md.get_string(k2), md.get_bytes(k2))
md.set_flags(k,'T'); print(md[k].get_flags(), k in md, 'zz' in md); t(lambda: md['zz']); md[k2]=msg('m2b'); print(md[k2]['subject'], md[k2].get_subdir()); fo=md.add_folder('Sub'); print(md.list_folders(), len(md.get_folder('Sub'))); fo.add('x'); t(lambda: md.remove_folder('Sub')); fo.clear(); md.remove_folder('Sub'); print(md.list_folders()); t(lambda: md.get_folder('no')); md.discard(k); del md[k2]; print(len(md)); md.clean(); print(md.next()['subject'], md.next())
n=mailbox.Maildir('md', factory=lambda f: f.read(10)); print(list(n))
mh=mailbox.MH('mh'); print(mh.add('Subject: h1\n\na'), mh.add(msg('h2')), mh.add('c'), mh.add('d'), mh.keys()); x=mh[2]; x.add_sequence('flagged'); mh[2]=x; print(mh.get_sequences(), mh[2].get_sequences()); mh.set_sequences({'a':[1,2,3],'b':[4],'c':[1,3,4],'e':[]}); print(open('mh/.mh_sequences').read(), mh.get_sequences()); mh.remove(1); mh.remove(3); mh.pack(); print(mh.keys(), mh.get_sequences()); t(lambda: mh[9]); sf=mh.add_folder('q'); print(mh.list_folders(), len(sf)); mh.remove_folder('q'); mh.lock(); mh.unlock(); print(len(mh), mh.get_bytes(1)); t(lambda: mh.remove(50)); mh.close()
mf=mailbox.MMDF('mmdf'); mf.add('Subject: mm\n\nz\n'); mf.add('Subject: m2\n\nz'); mf.flush(); print([l[:12] for l in open('mmdf').read().split('\n')]); mf.close(); mf=mailbox.MMDF('mmdf'); print([(k,v['subject'],type(v).__name__) for k,v in mf.items()]); mf.remove(0); mf.flush(); print(len(mf)); mf.close()
for A in (mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.MMDFMessage, mailbox.Message):
    a=A('Subject: q\n\nbody\n')
    if hasattr(a,'set_flags'): a.set_flags({'MaildirMessage':'FRST'}.get(A.__name__,'ADFOR'))
    if hasattr(a,'set_sequences'): a.set_sequences(['replied','unseen'])
    if hasattr(a,'set_labels'): a.set_labels(['answered','forwarded','deleted'])
    if hasattr(a,'set_date'): a.set_date(1e9)
    for B in (mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.Message):
        z=B(a); print(A.__name__, B.__name__, [getattr(z,q)() for q in ('get_flags','get_subdir','get_sequences','get_labels') if hasattr(z,q)], z['status'], z['x-status'], z.get_from() if hasattr(z,'get_from') and A is mailbox.MaildirMessage else '')
t(lambda: mailbox.MaildirMessage().set_subdir('x')); t(lambda: mailbox.MaildirMessage().set_info(5)); t(lambda: mailbox.MHMessage().add_sequence(5)); t(lambda: mailbox.Message(5)); t(lambda: mailbox.Mailbox('x').add(1)); t(lambda: len(mailbox.Mailbox('x'))); print(mailbox.mbox, mailbox.NoSuchMailboxError.__mro__, mailbox.__all__)
