import codecs, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for enc in ('utf-8','utf-16','utf-16-le','utf-32','latin-1','ascii','cp1252','utf-8-sig','utf-7','utf-32-be', 'cp437','punycode','unicode_escape','raw_unicode_escape','nope'):
    print(enc)
    t(lambda: codecs.lookup(enc).name)
    def d():
        dec = codecs.getincrementaldecoder(enc)()
        data = 'aé€😀z'.encode(enc, 'replace')
        return [dec.decode(data[i:i+1]) for i in range(len(data))] + [dec.decode(b'', True), dec.getstate()]
    t(d)
    def e():
        en = codecs.getincrementalencoder(enc)('replace')
        return [en.encode(c) for c in 'aé€😀z'] + [en.encode('', True), en.getstate()]
    t(e)
    t(lambda: list(codecs.iterdecode([b'ab', b'c'], enc)))
    t(lambda: list(codecs.iterencode(['ab', 'c'], enc)))
d = codecs.getincrementaldecoder('utf-8')(errors='replace')
print(repr(d.decode(b'\xe2\x82')), d.getstate(), repr(d.decode(b'x')), d.getstate()); d.decode(b'\xe2'); d.reset(); print(d.getstate()); d.setstate((b'\xe2', 0)); print(repr(d.decode(b'\x82\xac')))
d = codecs.getincrementaldecoder('utf-8')()
t(lambda: d.decode(b'\xff'))
t(lambda: d.decode(b'\xe2', True))
print(d.errors, codecs.getincrementaldecoder('utf-8'))
n = io.IncrementalNewlineDecoder(d, True)
t(lambda: n.decode(b'a\r')); t(lambda: n.decode(b'\nb\rc\n')); t(lambda: n.newlines)
w = io.TextIOWrapper(io.BytesIO('é€\r\nx'.encode('utf-16')), encoding='utf-16')
t(lambda: w.readline()); t(lambda: w.read()); 
w = io.TextIOWrapper(b := io.BytesIO(), encoding='utf-8-sig', newline='\r\n'); w.write('a\nb'); w.flush(); print(b.getvalue())
w = io.TextIOWrapper(io.BytesIO(b'a\xffb'), encoding='utf-8', errors='backslashreplace'); t(lambda: w.read(2)); t(lambda: w.read())
for s in ('a+b', 'Hi Mom ☺!', '+-', 'é€😀', '~\\', '日本語', 'A≢Α.'):
    t(lambda: s.encode('utf-7')); t(lambda: s.encode('utf-7').decode('utf-7') == s)
for b in (b'+', b'+-', b'+AGE-', b'+AGE', b'a+AG', b'\xff', b'+!', b'+AGEA-', b'+2D3eAA-', b'+2D0-', b'+ZeVnLIqe-', b'+AGE.x', b'~'):
    t(lambda: b.decode('utf-7')); t(lambda: b.decode('utf-7', 'replace'))
class W(codecs.StreamReader): pass
r = codecs.getreader('utf-8')(io.BytesIO('a\né\nx'.encode())); t(lambda: r.readline()); t(lambda: r.read(1)); t(lambda: list(r))
w = codecs.getwriter('utf-16')(b := io.BytesIO()); w.write('a'); w.write('b'); print(b.getvalue())
class X(codecs.IncrementalDecoder):
    def decode(self, i, final=False): return 'x'
print(X().decode(b''), X('strict').errors, X().getstate())
class Y(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, i, e, f): return 'y' * (len(i)//2), len(i)//2*2
y = Y(); print(y.decode(b'abc'), y.getstate(), y.decode(b'd'), y.getstate())
