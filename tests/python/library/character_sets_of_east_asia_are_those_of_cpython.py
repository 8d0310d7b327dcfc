import zlib


def decoded(data, charset):
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        return f'?{error.end - error.start}'


def encoded(character, charset):
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        return b''


def of_row(first, charset):
    return ''.join(decoded(bytes((first, second)), charset) for second in range(0x30, 0x100))


for charset in 'gbk', 'gb2312', 'gb18030', 'big5', 'cp950', 'shift_jis', 'cp932', 'euc_jp', 'euc_kr', 'cp949':
    read = ''.join(of_row(first, charset) for first in range(0x80, 0x100, 3))
    written = b'|'.join(encoded(chr(point), charset) for point in range(0x80, 0xd800, 7))
    print(charset, zlib.crc32(read.encode('utf-8', 'replace')), zlib.crc32(written))

# The wave dash of Japanese, an old Hangul syllable in its parts, a character of JIS X 0212.
for charset in 'shift_jis', 'cp932', 'euc_jp':
    print(charset, [encoded(c, charset) for c in '〜−¥～é'])
print('뷁'.encode('euc_kr'), b'\xa4\xd4\xa4\xb2\xa4\xce\xa4\xaa'.decode('euc_kr'), encoded('뷁', 'cp949'))
for data, charset in ((b'\x8f\xa2', 'euc_jp'), (b'a\xa4\xd4\xa4', 'euc_kr'), (b'\x87\x40', 'shift_jis'), (b'\xa2\xe3', 'gbk')):
    try:
        print(data.decode(charset))
    except UnicodeDecodeError as error:
        print(error)
