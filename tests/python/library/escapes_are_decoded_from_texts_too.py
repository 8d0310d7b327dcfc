"""codecs.decode undoes escapes in a text as well as in bytes, refuses other texts, tells of doubtful escapes, notes its failures."""
import codecs
import sys


def tell(name, made):
    try:
        print(name, repr(made()))
    except Exception as error:
        print(name, type(error).__name__, error, getattr(error, '__notes__', []))
    sys.stdout.flush()


for encoding in 'unicode_escape', 'unicode-escape', 'raw_unicode_escape':
    tell(encoding, lambda: codecs.decode(r'a\tb\u00e9 \x41', encoding))
    tell(encoding, lambda: codecs.decode('naïve', encoding))
    tell(encoding, lambda: codecs.getdecoder(encoding)(r'\u0041'))
tell('memoryview', lambda: codecs.decode(memoryview(b'\\n'), 'unicode_escape'))
tell('function', lambda: codecs.unicode_escape_decode('\\n\\n'))
tell('raw function', lambda: codecs.raw_unicode_escape_decode('\\u0042'))
tell('bytes escaped', lambda: codecs.escape_decode('\\n'))
tell('piecewise', lambda: codecs.getincrementaldecoder('unicode_escape')().decode('\\n'))
tell('buffer', lambda: (codecs.readbuffer_encode('é'), codecs.readbuffer_encode(bytearray(b'ab'))))
tell('punycode', lambda: codecs.decode('bcher-kva', 'punycode'))
tell('half a pair', lambda: codecs.decode('\ud800', 'unicode_escape'))

for encoding in 'utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-7', 'cp1252', 'iso2022_jp', 'gbk', 'charmap':
    tell(encoding, lambda: codecs.decode('text', encoding))
for value in 5, None, [65]:
    tell(type(value).__name__, lambda: codecs.decode(value, 'utf-8'))
tell('utf_8_decode', lambda: codecs.utf_8_decode([65]))

tell('note', lambda: codecs.decode(b'\xff', 'ascii'))
tell('note', lambda: codecs.decode(b'\x81', 'cp1252'))
tell('note', lambda: codecs.decode(b'\\x4', 'unicode_escape'))
tell('note', lambda: codecs.decode('\\x4', 'unicode_escape'))
tell('note', lambda: codecs.encode('é', 'ascii'))
tell('no note', lambda: b'\xff'.decode('utf-8'))

for data in b'\\q', b'\\8', b'\\777', b'\\400\\q', b'\\d\\q', b'\\\\q\\"\\\'\\\n\\07\\x41':
    tell(data, lambda: data.decode('unicode_escape'))
tell('told of a text', lambda: codecs.decode(r'\s', 'unicode_escape'))
tell('raw says nothing', lambda: rb'\s'.decode('raw_unicode_escape'))
