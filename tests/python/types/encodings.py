"""Encodings other than UTF-8: units of 16 and 32 bits, GBK and its kin, code pages, escapes."""
TEXT = 'A中文é😀'
NAMES = ['utf-8-sig', 'utf-16', 'utf-16-le', 'UTF-16BE', 'utf_32', 'utf-32-le', 'utf-32-be', 'gb18030', 'unicode_escape',
         'raw_unicode_escape']
for name in NAMES:
    data = TEXT.encode(name)
    print(name, data.hex(' '), data.decode(name) == TEXT)
for name in ['gbk', 'gb2312', 'cp936', 'big5', 'cp950', 'gb18030']:
    data = '中文 ok'.encode(name)
    print(name, data, data.decode(name))
print('日本語ｱ'.encode('shift_jis'), '日本語'.encode('euc_jp'), '한국'.encode('euc-kr'), '한국'.encode('cp949'))
print('Привет'.encode('cp1251'), 'Привет'.encode('koi8-r'), '“é”€'.encode('cp1252'), 'ő'.encode('latin2'), '€'.encode('iso8859-15'))


def show(call):
    try:
        print(ascii(call()))
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__, e, [getattr(e, n, None) for n in ('encoding', 'start', 'end', 'reason')])


show(lambda: 'a😀b'.encode('gbk'))
show(lambda: 'a😀😀b'.encode('gb2312', 'replace'))
show(lambda: 'a😀b'.encode('gbk', 'ignore'))
show(lambda: 'a😀b'.encode('gbk', 'xmlcharrefreplace'))
show(lambda: 'a😀b'.encode('gbk', 'backslashreplace'))
show(lambda: '中文'.encode('cp1252'))
show(lambda: 'é中'.encode('cp1251', 'replace'))
show(lambda: b'a\x81'.decode('gbk'))
show(lambda: b'a\xff\xffb'.decode('gbk'))
show(lambda: b'a\xff\xffb'.decode('gbk', 'replace'))
show(lambda: '中文'.encode('utf-8').decode('gbk'))
show(lambda: '中文'.encode('gbk').decode('utf-8'))
show(lambda: '中文'.encode('gbk').decode('utf-8', 'replace'))
show(lambda: b'\x81\x8d'.decode('cp1252'))
show(lambda: b'\x81\x8da'.decode('cp1252', 'replace'))
show(lambda: b'\xef\xbb\xbfab\xff'.decode('utf-8-sig'))
show(lambda: b'\xef\xbb\xbfab'.decode('utf-8'))
show(lambda: b'abc'.decode('utf-16'))
show(lambda: b'\x00\xd8a\x00'.decode('utf-16-le'))
show(lambda: b'\x00\xdca\x00'.decode('utf-16-le'))
show(lambda: b'\x00\xd8'.decode('utf-16-le'))
show(lambda: b'\x00\xd8a\x00'.decode('utf-16-le', 'replace'))
show(lambda: b'\xff\xff\xff\xff'.decode('utf-32-le'))
show(lambda: b'\xff\xff\xff'.decode('utf-32'))
show(lambda: '\ud800'.encode('utf-16'))
show(lambda: 'a\ud800b'.encode('utf-16-le', 'surrogatepass'))
show(lambda: 'a\ud800b'.encode('utf-16-be', 'replace'))
show(lambda: ''.encode('utf-16'))
show(lambda: b'\\x41\\u4e2d\\n\\101\xe9'.decode('unicode_escape'))
show(lambda: b'\\x4'.decode('unicode_escape'))
show(lambda: b'\\u4e2'.decode('unicode_escape'))
show(lambda: b'\\u4e2d\\x41'.decode('raw_unicode_escape'))
show(lambda: 'x'.encode('rot13'))
show(lambda: b'x'.decode('hex'))
show(lambda: 'x'.encode('nothing'))
show(lambda: b'\xff'.decode('ascii', 'xmlcharrefreplace'))
show(lambda: str(b'\xd6\xd0', 'gbk'))
with open('/tmp/words.csv', 'w', encoding='utf-8-sig') as file:
    file.write('名字,数\n')
    file.write('甲,1\n')
print(open('/tmp/words.csv', 'rb').read())
print(open('/tmp/words.csv', encoding='utf-8-sig').read().split('\n'), ascii(open('/tmp/words.csv').readline()))
with open('/tmp/words.txt', 'w', encoding='gbk') as file:
    print('汉字', file=file)
print(open('/tmp/words.txt', 'rb').read(), open('/tmp/words.txt', encoding='gbk').read())
show(lambda: open('/tmp/words.txt', encoding='utf-8').read())
