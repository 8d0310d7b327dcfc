import codecs


class Shown:
    def __str__(self):
        return 'shown'


for name in ('utf-8', 'utf-8-sig', 'utf-7', 'utf-16', 'utf-16-le', 'utf-32', 'utf-32-be', 'latin-1', 'ascii', 'unicode_escape',
             'raw_unicode_escape', 'cp1252', 'koi8-r', 'mac_roman', 'charmap', 'gbk', 'big5', 'shift_jis', 'hz', 'iso2022_jp'):
    for value in None, Shown():
        for encode in (lambda: codecs.encode(value, name), lambda: codecs.getencoder(name)(value),
                       lambda: codecs.getincrementalencoder(name)().encode(value)):
            try:
                print(name, encode())
            except TypeError as e:
                print(name, e)
for function in codecs.charmap_encode, codecs.utf_7_encode, codecs.utf_8_encode, codecs.latin_1_encode, codecs.ascii_encode:
    try:
        function(3)
    except TypeError as e:
        print(e)
