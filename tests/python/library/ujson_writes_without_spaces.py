# recorded by hand: CPython with ujson 6.1.0
"""ujson writes without spaces and with escaped slashes, reads a little more than JSON, and says what it cannot."""
import ujson, decimal, datetime, enum, collections, math
def t(fn,*a,**k):
    try: print(repr(fn(*a,**k)))
    except Exception as e: print(type(e).__mro__[:3], type(e).__module__, e, getattr(e,'__dict__',None))
class J:
    def __json__(self): return '{"j": 1}'
class D:
    def toDict(self): return {"d": 2}
class K: pass
class E(enum.Enum): A=1
class IE(enum.IntEnum): A=1
class S(str): pass
for o in (1e16,1e15,123456789012345678.0,1e-5,1e-4,0.1,1/3,-0.0,1e21,1e22,5e-324,1.7976931348623157e308,float('nan'),float('inf'),-float('inf'),10**30,-10**25,2**63,2**64,b"x",(1,2),{1,2},frozenset([1]),{1:2,None:3,True:4,1.5:6,(1,2):3},J(),D(),K(),E.A,IE.A,S("s"),decimal.Decimal("1.10"),datetime.datetime(2020,1,1),[],{}, "\u2028\x00\x1f\x7f\"\\\b\f\n\r\t</>&é😀", range(3), iter([1]), collections.OrderedDict(b=1,a=2), collections.deque([1]), [[[[]]]], "\ud800", True, 1+2j, {"a":{}}, collections.namedtuple("N","x")(1), map(str,[1])):
    t(ujson.dumps,o)
t(ujson.dumps,{"b":1,"a":[1,{"c":[]}]},sort_keys=True,indent=4); t(ujson.dumps,{"b":1},indent=0); t(ujson.dumps,[1,2],separators=(", ",": ")); t(ujson.dumps,{"a":1,"b":"é"},ensure_ascii=False,separators=(", ",": ")); t(ujson.dumps,"<&>",encode_html_chars=True); t(ujson.dumps,K(),default=lambda o:{"k":1}); t(ujson.dumps,K(),default=str); t(ujson.dumps,[K()],default=lambda o:o)
t(ujson.dumps,float("nan"),allow_nan=False); t(ujson.dumps,b"ab",reject_bytes=False); t(ujson.dumps,1.23456789,double_precision=3); t(ujson.dumps,{K():1}); t(ujson.dumps,{b"k":1}); t(ujson.dumps,"\ud800",reject_bytes=False); t(ujson.dumps,{"a":K}); t(ujson.dumps, 5, bad=1); t(ujson.dumps)
a=[]; a.append(a); t(ujson.dumps,a)
for s in ('', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '"abc', 'tru', 'nul', 'fals', '1 2', '[1] x', '-', '1.', '1e', '01', '.5', 'NaN', 'Infinity', '-Infinity', '"\\x"', '"\\u12"', '"\n"', '1e400', '[1 2]', '{"a" 1}', '{1:2}', '123456789012345678901234567890', '-1.5E+3', '"\\ud83d\\ude00"', '"\\ud83d"', '\ufeff1', "{'a':1}", '[1}', 'null', b'{"a": 1}', bytearray(b'[1]'), None, 5, '1.0', '1e5', '-0', 'x','"\t"', '[,]', '{,}', '{"a":1 "b":2}', '{"a":1,"a":2}', '"\\', '18446744073709551616','9223372036854775808'):
    print(repr(s), end=' '); t(ujson.loads, s)
import io
f=io.StringIO(); ujson.dump({"a":1},f,indent=1); print(f.getvalue(), ujson.load(io.StringIO("[1]"))); t(ujson.dump,1,5); t(ujson.load,3)
t(ujson.dumps,1.0e23); t(ujson.dumps,123456.789e3); t(ujson.dumps,[1.5,2],indent=1); t(ujson.encode,{"a":1}); t(ujson.decode,'[1]')
for keys in ((1, None), (10, 9), (b'b', b'a'), (b'b', 'a'), (True, 0, 3), ('a', 1), (None,), (1.5, -1, 1), ('a"', 'ab', 'aé', 'a~')):
    t(ujson.dumps, dict.fromkeys(keys, 1), sort_keys=True)
t(ujson.dumps, {1: 1, '1': 2})
for n in (1024, 1025, 2000):
    for before, after in ('[]', ('{"a":', '}'), ('[{"[": ', '}]'), ('{', '')):
        count = n // 2 if before[1:2] == '{' else n
        for s in (before * count, before * count + '1' + after * count):
            try: value = ujson.loads(s); print(n, len(str(value)))
            except ValueError as e: print(n, before, e)
print(len(ujson.loads('[' + '[],' * 3000 + '{"a]": "\\"["}]')))
