# Reading and writing in memory and in files, and tables over them.
import io,csv,random,os
random.seed(4)
def t(f):
    try: return repr(f())
    except BaseException as e: return f'{type(e).__name__} {e}'
for rnd in range(25):
    k=random.choice([0,0,1,2,3])
    nl=random.choice(['\n','\n',None,'','\r\n'])
    if k==0: s=io.StringIO(random.choice(['','abc\ndef\n','x\r\ny\rz\n']),newline=nl)
    elif k==1: s=io.BytesIO(random.choice([b'',b'abc\ndef',b'\n\n']))
    else:
        open('/tmp/q.txt','w',newline='').write(random.choice(['','abc\ndef\nghi','x\r\ny\rz\nw','éa\n\n']))
        s=open('/tmp/q.txt',random.choice(['r','w','a','r+','w+']) if k==2 else random.choice(['rb','wb','r+b']),newline=None if k==3 else random.choice([None,'','\n']))
    by=k in(1,3)
    for j in range(14):
        w=random.choice(['a','line\n','x\ny','','é\n','\r\n','\ud800' if random.random()<.05 else 'q'])
        w=w.encode('utf-8','replace') if by else w
        n=random.choice([-1,0,1,3,100])
        op=random.choice(['write','write','read','readline','next','seek','tell','getvalue','readn','writelines','truncate','iter','list','read'])
        if op=='close' and random.random()<.8: op='read'
        f={'write':lambda:s.write(w),'read':lambda:s.read(),'readn':lambda:s.read(n),'readline':lambda:s.readline(),'readlinen':lambda:s.readline(n),'next':lambda:next(s),'seek':lambda:s.seek(random.choice([0,0,1,5,-1,2]) if k<2 else 0,random.choice([0,0,0,2]) if k==1 else 0),'tell':lambda:s.tell() if k<2 or op!='tell' else 0,'getvalue':lambda:s.getvalue() if k<2 else 0,'writelines':lambda:s.writelines([w,w]),'truncate':lambda:s.truncate() if k<2 else None,'close':s.close,'iter':lambda:[x for x in s],'list':lambda:s.readlines()}[op]
        if random.random()<.05: w=5
        print(rnd,k,repr(nl),op,repr(w),n,t(f))
    s.close() if t(s.close) else 0
    if k>=2: print(t(lambda:open('/tmp/q.txt',newline='').read()))
class SS(io.StringIO):
    def write(self,x): print('w',x); return super().write(x)
s=SS(); s.write('a\nb'); s.seek(0); print(s.readline(), next(s), s.getvalue())
b=io.BytesIO(b'abc'); v=b.getbuffer(); print(t(lambda:b.write(b'xyzw'))); v.release(); print(t(lambda:b.write(b'xyzw')),b.getvalue(),b.tell())
b.seek(10); print(b.read(), b.write(b'q'), b.getvalue())
L=['a,b,c\n','"x, y",2,3\r\n','"q""uo",,\n','\n','""\n','a"b,c\n','"multi\n','line",2\n','1;2\n',' a, b\n','"a" b,c\n','x,"y" ,z\n','é,ü\n','a\rb,c\n','last']
for kw in [{},dict(delimiter=';'),dict(skipinitialspace=True),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_ALL),dict(strict=True),dict(quoting=csv.QUOTE_NONNUMERIC),dict(escapechar='\\'),dict(quotechar="'"),dict(doublequote=False),dict(delimiter='é')]:
    for src in (lambda:iter(L),lambda:io.StringIO(''.join(L)),lambda:io.StringIO(''.join(L),newline=''),lambda:(x for x in L),lambda:L):
        r=csv.reader(src(),**kw)
        while True:
            try: row=next(r); print(kw,row,r.line_num)
            except StopIteration: print('end',r.line_num); break
            except Exception as e: print(type(e).__name__,e,r.line_num); break
with open('/tmp/c.csv','w',newline='') as f:
    w=csv.writer(f)
    print(w.writerow(['a','b,c',1,2.5,None,True,'q"q']),w.writerow(()),w.writerow(['']),w.writerow([None]),w.writerow(x for x in 'ab'),w.writerow('xy'),t(lambda:w.writerow(5)),w.writerow([1e300,-0.0,float('nan'),10**30,b'x']))
    w.writerows([[1,2],(3,4),['a\nb','c\rd',' e ']])
    dw=csv.DictWriter(f,['x','y']); dw.writeheader(); dw.writerow({'x':1}); dw.writerows([{'x':1,'y':'a,b'}]); print(t(lambda:dw.writerow({'z':1})))
print(repr(open('/tmp/c.csv',newline='').read()))
with open('/tmp/c.csv',newline='') as f: print(list(csv.reader(f)))
with open('/tmp/c.csv',newline='') as f: print(list(csv.DictReader(f)))
for kw in [dict(delimiter='\t'),dict(quoting=csv.QUOTE_ALL),dict(lineterminator='|'),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(quotechar="'"),dict(delimiter=' ',skipinitialspace=True)]:
    o=io.StringIO(); w=csv.writer(o,**kw)
    for row in (['a b','c|d',"it's",'x\ty'],['','a'],['"']): print(kw,t(lambda:w.writerow(row)))
    print(repr(o.getvalue()))
csv.field_size_limit(5); print(t(lambda:next(csv.reader(['abcdefgh,b'])))); print(t(lambda:next(csv.reader(['ab,b']))))
r=csv.reader([1]); print(t(lambda:next(r)),r.line_num); print(t(lambda:next(csv.reader([b'a']))))
