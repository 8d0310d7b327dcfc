"""Codecs for names of hosts, mail and old consoles, halves of pairs, escapes; sizes of lines are ints."""
import binascii, codecs, io, random, time
def show(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
import time
r = random.Random(); show(lambda: r.seed(bytearray(b'1234'))); show(lambda: r.random())
show(lambda: str(b'', 'utf-8', 'strict', 5))
show(lambda: str(1,2,3,4,5))
show(lambda: codecs.escape_decode(b'a\\n\\x41\\101'))
show(lambda: '\ud800'.encode('utf-8', 'surrogatepass'))
show(lambda: b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass'))
for e in 'gbk gb2312 gb18030 big5 shift_jis euc_jp euc_kr cp437 cp850 cp866 koi8_r cp1251 iso8859_15 mac_roman cp936'.split():
    show(lambda: 'a'.encode(e))
show(lambda: 'пример'.encode('idna'))
show(lambda: 'bücher.example'.encode('idna'))
show(lambda: b'xn--bcher-kva.example'.decode('idna'))
show(lambda: 'bücher'.encode('punycode'))
show(lambda: io.text_encoding(None))
show(lambda: codecs.encode(b'abc', 'uu'))
show(lambda: codecs.encode(b'abc=\xe9', 'quopri'))
show(lambda: codecs.encode(b'abc', 'base64'))
import functools
f = io.StringIO(); f.close()
show(lambda: f.writelines([]))
f = open('/tmp/x', 'w'); f.close()
show(lambda: f.writelines([]))
show(lambda: open('/tmp/x', encoding='locale').read())
show(lambda: open('/tmp/x', 'rb').read(2.5))
show(lambda: open('/tmp/x').readline(2.5))
show(lambda: open('/tmp/x', 'rb').readline('a'))
show(lambda: io.BytesIO(b'abc').readline(2.5))
for t in ('a.b.c', 'müller.de', 'Ünî.COM', '例え.テスト', 'faß.de', 'a..b', 'é..b', 'x'*64, 'é'*60, 'a。bé', 'xn--é', 'é.', '.é', 'a\xadbé'):
    show(lambda: t.encode('idna'))
for b in (b'xn--mller-kva.de', b'XN--mller-kva.de.', b'abc', b'xn--r8jz45g.xn--zckzah', b'xn--a', b'\xff', b'xn--99999'):
    show(lambda: b.decode('idna'))
for t in ('', 'abc', 'münchen', '他们为什么不说中文', 'Pročprostěnemluvíčesky', '3年B組金八先生'):
    e = t.encode('punycode'); print(e, e.decode('punycode') == t)
for b in (b'abc-!', b'99', b'-99999a', b'\xff-a', b'a-Kva', b'ab'):
    show(lambda: b.decode('punycode'))
import quopri
for d in (b'a=b c\t\nfoo \nbar', b'\xe9'*40, b'x'*200, b'.\n.\n', b'a\r\nb \r\n', b'_ _', b''):
    for q in (0, 1):
        for h in (0, 1):
            e = binascii.b2a_qp(d, quotetabs=q, header=h); print(e, binascii.a2b_qp(e, header=h) == d, binascii.b2a_qp(d, istext=False) == quopri.encodestring(d))
for d in (b'=', b'=4', b'=41=', b'=XX', b'a=\nb', b'a=\r\nb', b'==', b'a_b', b'a=\rb'):
    print(binascii.a2b_qp(d), quopri.decodestring(d, header=True))
for d in (b'', b'a', b'hello world', bytes(range(45))):
    e = binascii.b2a_uu(d); print(e, binascii.a2b_uu(e) == d, binascii.b2a_uu(d, backtick=True))
show(lambda: binascii.b2a_uu(b'x'*46))
show(lambda: binascii.a2b_uu(b'#ab\x01'))
show(lambda: binascii.a2b_uu(b'!AB!AB!'))
show(lambda: binascii.a2b_uu(b''))
for c in ('uu', 'uu_codec', 'quopri', 'quoted_printable', 'base_64'):
    show(lambda: (codecs.encode(b'a=b\xe9 \n', c), codecs.decode(codecs.encode(b'a=b\xe9 \n', c), c)))
show(lambda: codecs.decode(b'abc', 'uu'))
for d in (b'\\n\\x4', b'\\', b'\\q', b'\\101\\777', 'é\\t', b"\\'"):
    show(lambda: codecs.escape_decode(d))
show(lambda: codecs.escape_decode(b'a\\xzb', 'replace'))
show(lambda: codecs.escape_encode(b'a\n\'"\\\x00\xff'))
for t in ('Ω', 'ж', '€'):
    for e in ('cp437', 'cp850', 'cp866', 'ibm437'):
        show(lambda: t.encode(e, 'replace')); show(lambda: t.encode(e))
print(bytes(range(128, 256)).decode('cp437'), bytes(range(128, 256)).decode('cp850'), bytes(range(128, 256)).decode('cp866'))
print(codecs.lookup('cp437').name, codecs.lookup('idna').name, codecs.lookup('uu').name, codecs.lookup('quopri').name, codecs.lookup('cp866').name)
for e in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32-be'):
    show(lambda: 'a\ud800b\udfff'.encode(e, 'surrogatepass'))
    show(lambda: 'a\ud800b\udfff'.encode(e, 'surrogatepass').decode(e, 'surrogatepass'))
show(lambda: b'\xff\xed\xa0'.decode('utf-8', 'surrogatepass'))
show(lambda: 'é'.encode('ascii', 'surrogatepass'))
open('/tmp/y', 'w', encoding='cp437').write('é\n'); print(open('/tmp/y', 'rb').read(), open('/tmp/y', encoding='cp437').read())

# Readers of codecs that make bytes of bytes, and one that refuses whatever it is given.
reader = codecs.getreader('hex')(io.BytesIO(b'6162630a64'))
print(reader.read(4), reader.readline(), reader.read())
for refused in b'', b'x':
    try:
        codecs.decode(refused, 'undefined')
    except UnicodeError as error:
        print(error)
