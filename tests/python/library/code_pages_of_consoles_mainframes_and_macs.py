import codecs
import zlib

PAGES = '''cp037 cp1006 cp1026 cp1125 cp1140 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858
cp860 cp861 cp862 cp863 cp864 cp865 cp869 cp874 cp875 hp_roman8 iso8859_6 iso8859_8 iso8859_9 iso8859_10 iso8859_11
iso8859_13 iso8859_14 iso8859_16 koi8_t kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland
mac_latin2 mac_romanian mac_turkish palmos ptcp154 tis_620 cp1250 cp1255 iso8859_2 iso8859_7 koi8_u mac_roman'''

for page in PAGES.split():
    text = bytes(range(256)).decode(page, 'replace')
    back = text.encode(page, 'ignore')
    print(page, codecs.lookup(page).name, zlib.crc32(text.encode()), zlib.crc32(back))
for alias in 'latin5', 'hebrew', 'IBM852', 'EBCDIC-CP-BE', 'maccentraleurope', 'ISO_8859-9:1989', 'ANSI_X3.4-1968', 'iso-ir-100':
    print(alias, codecs.lookup(alias).name)
print('Göğe çık'.encode('iso-8859-9'), 'Привет'.encode('mac_cyrillic'), b'\xc8\x85\x93\x93\x96'.decode('cp037'))
for text in 'a€\U0001f600b', 'Привет':
    try:
        text.encode('cp852')
    except UnicodeEncodeError as error:
        print(error)
    print(text.encode('cp852', 'xmlcharrefreplace'))
try:
    b'a\x00\xff'.decode('iso8859_6')
except UnicodeDecodeError as error:
    print(error)
