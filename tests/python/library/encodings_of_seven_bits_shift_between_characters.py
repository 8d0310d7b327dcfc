import codecs

TEXTS = 'hello', '日本語 text\nテスト', '한국어 abc\n가나', '中文 abc~x\n字', '¥100 ‾ \\', 'é日', '日\ud800本'
for name in 'iso2022_jp', 'iso2022_kr', 'hz':
    print(codecs.lookup(name).name)
    for text in TEXTS:
        for errors in 'strict', 'replace', 'backslashreplace':
            try:
                data = text.encode(name, errors)
                print(errors, data, data.decode(name) == text)
            except UnicodeEncodeError as error:
                print(errors, error)

for name, pieces in (('iso2022_jp', (b'\x1b$BF|\nabc', b'\x1b$@F|\x1b(J\\~\x1b(B\\', b'abc\xe3', b'\x1b(I1', b'\x1b$B\x7f\x7f', b'x\x1b')),
                     ('iso2022_kr', (b'\x1b$)C\x0e0!\x0fabc', b'\x0e0!', b'\x1b$)C\x0e0!\nabc', b'\x1b$)C\x0e0', b'\xb0')),
                     ('hz', (b'~{VPND~}abc~~x~\ny', b'~{VP\nabc', b'~{VPN', b'~x', b'~{\x7f\x7f'))):
    for data in pieces:
        for errors in 'strict', 'replace':
            try:
                print(name, data, errors, ascii(data.decode(name, errors)))
            except UnicodeDecodeError as error:
                print(name, data, errors, error)

decoder = codecs.getincrementaldecoder('iso2022_jp')()
print([decoder.decode(bytes((byte,))) for byte in b'\x1b$BF|K\\\x1b(Bok'])
encoder = codecs.getincrementalencoder('iso2022_jp')()
print([encoder.encode(c) for c in '日本a語'], encoder.encode('', True))
print(codecs.encode(b'data', 'bz2')[:4], codecs.decode(codecs.encode(b'data', 'bz2_codec'), 'bz2'))
try:
    'x'.encode('undefined')
except UnicodeError as error:
    print(error, error.__notes__)
