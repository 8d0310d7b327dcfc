import pathlib
import traceback


def attempt(what, action):
    print('#', what)
    try:
        print(ascii(action()))
    except UnicodeError as error:
        shown = traceback.format_exc().partition('in <lambda>')[2].splitlines()[1:]
        print('\n'.join(shown))
        print(getattr(error, '__notes__', None))


ENCODINGS = ('cp1252', 'iso-8859-7', 'Windows-1251', 'cp437', 'mac_cyrillic', 'kz1048', 'gbk', 'utf-8', 'U8', 'utf-8-sig', 'ascii',
             'us-ascii', 'latin-1', 'l1', 'utf-16', 'utf-16-le', 'utf_32_be', 'unicode_escape')
path = pathlib.Path('data.txt')
for encoding in ENCODINGS:
    attempt(f'{encoding} encodes', lambda: 'x\ud800\U0001f600'.encode(encoding))
    attempt(f'{encoding} decodes', lambda: b'\xff\x98\\x\x80\x81\x8d\xff'.decode(encoding))
for encoding in ENCODINGS[:7]:
    path.write_bytes(b'\x98\xff\x81\xaa\xd2')
    attempt(f'{encoding} reads', lambda: path.open(encoding=encoding).read())
    attempt(f'{encoding} writes', lambda: path.open('w', encoding=encoding).write('\U0001f600'))
