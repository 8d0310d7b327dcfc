import pickle, pickletools, io, collections, datetime
class P:
    def __init__(s): s.a=1
x=[1,2,300,70000,-1,2**40,-2**70,'a','é'*3,b'x',b'y'*300,(1,),(1,2),(1,2,3),(1,2,3,4),{},{'a':1},{'a':1,'b':2},set([1]),frozenset([1]),None,True,False,1.5,[[]],'a', bytearray(b'q')]
x.append(x[-3])
for p in range(6):
    d=pickle.dumps(x,p); print(len(d)); pickletools.dis(d)
    o=pickletools.optimize(d); print(p, len(o), o[:60]); pickletools.dis(o)
    try: assert pickle.loads(o)
    except Exception as e: print(e)
for p in range(6):
    pickletools.dis(pickle.dumps([P(), P, len, datetime.date(2020,1,1), collections.OrderedDict(a=1)],p))
big=pickle.dumps(['x'*70000, 'y'*100, list(range(2000))],4)
print(len(big), len(pickletools.optimize(big)), pickletools.optimize(big)[:40], pickle.loads(pickletools.optimize(big))==pickle.loads(big))
print([(o.name, a, p) for o,a,p in pickletools.genops(pickle.dumps({'k':[1,2]},2))])
for bad in (b'', b'\xff', b'(', b'X\x05', b'X\x05\0\0\0ab', b'I5', b'0.', b'.', b'h\0.', b'N0.', b'NN.', b"S'a\n.", b't.'):
    try: pickletools.dis(bad)
    except Exception as e: print(type(e).__name__, e)
o=pickletools.code2op['K']; print(o.name,o.code,o.arg.name,o.arg.n,o.stack_before,o.stack_after,o.proto, len(pickletools.opcodes), pickletools.opcodes[0].name)
import pickletools as t
memo={}
f=io.BytesIO(pickle.dumps([1],0)+pickle.dumps('a',0))
t.dis(f, memo=memo, indentlevel=2); out=io.StringIO(); t.dis(f,out); print(out.getvalue())
