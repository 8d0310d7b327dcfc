import json
def t(f):
    try: r=f(); print('ok',str(r)[:60])
    except BaseException as e: print(type(e).__name__,str(e)[:200])
for n in (900, 9990, 9999, 20000):
    print(n); t(lambda: len(json.loads('['*n+']'*n)))
    t(lambda: len(json.loads('{"a":'*n+'1'+'}'*n)))
    x=[]
    for _ in range(n): x=[x]
    t(lambda: len(json.dumps(x)))
t(lambda: json.dumps({(1,):2},skipkeys=True,indent=1))
t(lambda: json.dumps({(1,):2,3:4},skipkeys=True,indent=1))
t(lambda: json.dumps([[],{}],indent=1))
x=[]; x.append(x)
t(lambda: json.dumps(x))
t(lambda: json.dumps(x,check_circular=False))
class L(list):
    def __iter__(self): return iter([7])
t(lambda: json.dumps(L([1,2])))
class D(dict):
    def items(self): return [('q',1),(3,4)]
t(lambda: json.dumps(D()))
t(lambda: json.dumps(D(a=1)))
class D2(dict):
    def items(self): return [1]
t(lambda: json.dumps(D2(a=1)))
t(lambda: json.dumps({1:2,'a':3},sort_keys=True))
t(lambda: json.dumps(float('nan'),allow_nan=False))
t(lambda: json.dumps([1e400],allow_nan=False))
t(lambda: json.dumps({1j:2}))
t(lambda: json.dumps({True:1,None:2,1.5:3,2:4,10**30:5}))
for s in ['"\\u123','"\\u1234','"\\u12x4"','"\\ud800\\u12"','"\\ud800\\udc00','"\\ud800\\udc00"','"\\ud800\\u0041"','"\\ud800"','"a\nb"','"abc','"\\x"','"\\','[1,','[1,]','{"a":1,}','{','{"a"','{"a":','{"a":}','[1 2]','{1:2}','nul','-','01','1.','1.e5','1e','1e5','-Infinity','Infinity','NaN','-Inf','  [ 1 , 2 ] x','\ufeff[]','','[-0,-0.0,1E+2]','{"a":1 "b"}','{"a" 1}','["\t"]','1'*5000,'{,}','[,]','{"a":1,,}']:
    print(ascii(s)[:40],end=' '); t(lambda: ascii(json.loads(s)))
t(lambda: json.loads('"a\nb"',strict=False))
t(lambda: json.loads('[1,2.5,{"a":1}]',parse_int=str,parse_float=lambda x:x+'f',object_hook=lambda d:list(d)))
t(lambda: json.loads('{"a":1,"a":2,"b":{}}',object_pairs_hook=lambda d:d))
t(lambda: json.loads('[NaN,-Infinity]',parse_constant=lambda x:x))
t(lambda: json.JSONDecoder().raw_decode('  1'))
t(lambda: json.JSONDecoder().raw_decode('1  ',-1))
t(lambda: json.JSONDecoder().raw_decode('1 x',0))
t(lambda: json.JSONDecoder().scan_once('1 x',10))
t(lambda: json.dumps('é\u4e2d\U0001f600\x7f\x00"\\/',ensure_ascii=False))
t(lambda: json.dumps('é\u4e2d\U0001f600\x7f\x00"\\/'))
t(lambda: json.dumps(['é',1],ensure_ascii=False,indent='--'))
t(lambda: json.dumps({'a':[1,{'b':2}]},separators=(',',':')))
t(lambda: json.dumps(10**5000))
t(lambda: json.decoder.scanstring('abc"d',0))
t(lambda: json.decoder.scanstring('abc\\n"d',1,False))
t(lambda: json.encoder.encode_basestring_ascii('é'))
t(lambda: json.encoder.encode_basestring('é"'))


class Point:
    def __init__(self, x): self.x = x


calls = []


def default(o):
    calls.append(o.x)
    if o.x > 3:
        raise TypeError(f'no {o.x}')
    return [Point(o.x + 1), {'of': o.x}] if o.x < 2 else {'x': o.x}


t(lambda: json.dumps([Point(0), Point(2)], default=default, indent=1))
t(lambda: json.dumps({'a': Point(4)}, default=default))
print(calls)
same = Point(0)
t(lambda: json.dumps(same, default=lambda o: o))
t(lambda: json.dumps([1, 2], default=1, separators=(b',', ':')))
t(lambda: json.dumps({'b': 1, 'a': {'d': 2, 'c': Point(3)}}, sort_keys=True, default=default))
class Less(str):
    def __lt__(self, other): return str.__gt__(self, other)
t(lambda: json.dumps({Less('a'): 1, Less('b'): 2}, sort_keys=True))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return super().default(o)


try:
    json.dumps([{1: Point(1)}], cls=Encoder)
except TypeError:
    import traceback
    traceback.print_exc()


def hook(pairs):
    raise KeyError(pairs)


try:
    json.loads('[{"a": [1]}]', object_pairs_hook=hook)
except KeyError:
    traceback.print_exc()
print(json.loads('[1, 2.5, {"k": {}}, "s"]', object_hook=lambda d: ('hooked', d), parse_int=lambda s: s + 'i'))
