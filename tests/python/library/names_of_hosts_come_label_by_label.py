import codecs
import copy
from encodings.idna import nameprep

decoder = codecs.getincrementaldecoder('idna')()
print([decoder.decode(piece) for piece in (b'xn--xam', b'ple-9ta.o', b'rg', b'.')], decoder.decode(b'', True))
encoder = codecs.getincrementalencoder('idna')()
print([encoder.encode(piece) for piece in ('äx', 'ample.o', 'rg')], encoder.encode('', True))
print(b''.join(codecs.iterencode('pythön.org.', 'idna')), ''.join(codecs.iterdecode([b'xn--pyth', b'n-mua.org'], 'idna')))
for text in 'Faß', '\xadSoft', 'ﬁn', 'ÅNGSTRÖM', 'ا1ب':
    print(ascii(nameprep(text)))
for text in 'a\u2000b', 'x\x80', 'اa', '1ا', '\u0627\u0031':
    try:
        print(ascii(nameprep(text)))
    except UnicodeError as e:
        print(ascii(str(e)))
for work in (lambda: ('ä' * 60).encode('idna'), lambda: 'a..b'.encode('idna'), lambda: (b'xn--016c' + b'a' * 1100).decode('idna'),
             lambda: (b'xn--016c' + b'a' * 70).decode('idna'), lambda: b'pyt\xffhon.org'.decode('idna'),
             lambda: decoder.decode(b'pyt\xffhon.org'), lambda: b'\xffabc-uyb'.decode('punycode'),
             lambda: b'xn--w&'.decode('punycode'), lambda: b'xn--w&'.decode('punycode', 'ignore')):
    try:
        print(ascii(work()))
    except UnicodeError as e:
        print(type(e).__name__, ascii(str(e)), ascii(e.object) if len(e.object) < 30 else len(e.object), e.start, e.end)
print(codecs.utf_7_decode(b'a+IKw-b', 'strict', True), codecs.utf_7_encode('€'))
print(codecs.utf_16_ex_decode(b'\xfe\xff\0a', 'strict', 0, True), codecs.utf_32_ex_decode(b'a\0\0\0'))
info = codecs.lookup('utf-8')
twin = copy.copy(info)
print(twin is info, twin == info, twin.name, twin.incrementaldecoder is info.incrementaldecoder)
from encodings import cp1140
print(cp1140.decoding_table[0x9f], cp1140.getregentry().encode('€'))
from encodings.rot_13 import rot13_map
print(rot13_map[ord('a')])
