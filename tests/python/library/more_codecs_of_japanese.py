"""ISO-2022-JP-1, -2 and -EXT: charsets that escapes name."""
import codecs

TEXTS = ['日本語 abc', '丂龥é', '¥‾\\~', '한국 们 中', 'ｱﾝ', 'a\n日\nb', '']
for name in ('iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_ext', 'ISO-2022-JP-2'):
    for text in TEXTS:
        data = text.encode(name, 'replace')
        print(name, data, repr(data.decode(name)))
    for text in ('한', 'Ж€'):
        try:
            print(text.encode(name))
        except UnicodeEncodeError as e:
            print(e)
    encoder, decoder = codecs.getincrementalencoder(name)(), codecs.getincrementaldecoder(name)()
    pieces = [encoder.encode(piece) for piece in ('日', '丂', 'x')] + [encoder.encode('', True)]
    print(pieces, [decoder.decode(bytes([byte])) for byte in b''.join(pieces)])
print(b'\x1b.A\x1bNi\x1bNa\n'.decode('iso2022_jp_2'), b'\x1b.F\x1bNa'.decode('iso2022_jp_2'), b'\x1b$A&A\x1b(B'.decode('iso2022_jp_2'))
for data in (b'\x1b$(D0', b'\x1b$B\xc8!', b'\xff', b'\x1b$(Zx', b'\x1b!BZa', b'\x1b$(D!!'):
    for name in ('iso2022_jp_1', 'iso2022_jp'):
        try:
            print(name, repr(data.decode(name)))
        except UnicodeDecodeError as e:
            print(name, e)
