import codecs
import io

for encoding in 'utf-16', 'utf-32', 'utf-8-sig':
    text = 'Grüße \U0001f40d ' * 20 + '\n' + 'zweite Zeile ' * 15 + '\n'
    for data in text.encode(encoding), codecs.BOM_UTF16_BE + text.encode('utf-16-be'):
        if encoding != 'utf-16' and data.startswith(codecs.BOM_UTF16_BE):
            continue
        reader = codecs.getreader(encoding)(io.BytesIO(data))
        print(encoding, reader.read(7) == text[:7], reader.read(90) == text[7:97], reader.read() == text[97:])
        reader.seek(0)
        print([len(line) for line in reader])
reader = codecs.getreader('utf-8-sig')(io.BytesIO(b'\xef\xbb\xbf' * 2 + b'x'))
print(ascii(reader.read(1)), ascii(reader.read()))
try:
    codecs.getreader('utf-16')(io.BytesIO(b'\xff' * 4)).read()
except UnicodeError as e:
    print(type(e).__name__, e)
for name in 'uu', 'zlib', 'bz2', 'base64', 'hex', 'quopri':
    data = codecs.encode(b'\x80 some bytes', name)
    print(name, codecs.getreader(name)(io.BytesIO(data)).read(), codecs.getreader(name)(io.BytesIO(data)).readline())
decoder = codecs.getincrementaldecoder('utf-8')('surrogatepass')
print([ascii(decoder.decode(bytes([byte]))) for byte in b'a\xed\xa0\x80z'])
