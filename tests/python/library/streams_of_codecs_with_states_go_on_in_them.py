import codecs
import io

for encoding in ('iso2022_jp', 'iso2022_kr', 'hz', 'utf-7', 'utf-16', 'utf-8-sig', 'gb2312', 'gbk', 'big5', 'shift_jis',
                 'euc_jp', 'euc_kr', 'utf-8'):
    stream = io.BytesIO()
    writer = codecs.getwriter(encoding)(stream)
    for text in '中', '文', 'a', '中\n', 'b':
        writer.write(text)
    writer.reset()
    writer.writelines(['文', '中', '文'])
    print(encoding, stream.getvalue())
    reader = codecs.getreader(encoding)(io.BytesIO(stream.getvalue()))
    print(ascii(reader.read(2)), ascii(reader.readline()), ascii(reader.read()))
    print([len(line) for line in codecs.getreader(encoding)(io.BytesIO(('中文' * 50 + '\n\n').encode(encoding)))])
    try:
        print(ascii(codecs.getreader(encoding)(io.BytesIO('中文'.encode(encoding))).read(None)))
    except TypeError as e:
        print(e)
for encoding, data in ('gb2312', b'ab\xd6'), ('iso2022_jp', b'\x1b$BC'), ('shift_jis', b'\x92'):
    for work in (lambda: codecs.getreader(encoding)(io.BytesIO(data)).read(),
                 lambda: codecs.getreader(encoding)(io.BytesIO(data), 'replace').read(10)):
        try:
            print(ascii(work()))
        except UnicodeDecodeError as e:
            print(e)
