"""What unicodedata tells of characters: widths for columns, names, numbers, normal forms."""
import unicodedata as u, hashlib
def width(s): return sum(2 if u.east_asian_width(c) in 'WF' else 1 for c in s)
for row in (('名前', '年齢'), ('張三', '25'), ('Ann', '３')):
    print('|'.join(c + ' ' * (10 - width(c)) for c in row) + '|')
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for c in 'aÀ一½Ⅷ²٣가�ﬁ①\u0301\n\ud800😀':
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c), u.name(c, None), u.numeric(c, None), u.digit(c, None), u.decimal(c, None))
for f in ('NFC','NFD','NFKC','NFKD'):
    print(f, ascii(u.normalize(f, 'Café \ufb01 ① が Å \ud800 ﷺ 각')), u.is_normalized(f, 'é'))
t(lambda: u.lookup('BULLET')); t(lambda: u.lookup('nope')); t(lambda: u.lookup(5)); t(lambda: u.lookup('LATIN SMALL LETTER E WITH ACUTE'))
t(lambda: u.name('\n')); t(lambda: u.name('ab')); t(lambda: u.name(5)); t(lambda: u.category('ab')); t(lambda: u.category('')); t(lambda: u.category(5))
t(lambda: u.east_asian_width('全角')); t(lambda: u.east_asian_width(None))
t(lambda: u.numeric('a')); t(lambda: u.digit('½')); t(lambda: u.decimal('²')); t(lambda: u.decimal('a', 'x')); t(lambda: u.numeric('ab')); t(lambda: u.decimal(5))
t(lambda: u.normalize('NFX', 'a')); t(lambda: u.normalize('NFC', 5)); t(lambda: u.normalize(5, 'a')); t(lambda: u.unidata_version); t(lambda: u.is_normalized('NFC', 5)); t(lambda: u.is_normalized('X', 'a'))
strip = lambda s: ''.join(c for c in u.normalize('NFD', s) if not u.combining(c))
print(strip('Crème Brûlée, Ångström, naïve'))
h = hashlib.sha256()
for code in range(0, 0x20000, 97):
    c = chr(code)
    h.update(repr((u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c))).encode())
print(h.hexdigest())
h = hashlib.sha256()
for code in range(0, 0x20000, 3):
    c = chr(code)
    if c.isnumeric(): h.update(repr((code, u.numeric(c, None), u.digit(c, None), u.decimal(c, None))).encode())
print(h.hexdigest())
h = hashlib.sha256()
for code in list(range(0, 0x3000, 1499)) + [0x4e00, 0xac01, 0x1f600, 0x2000b, 0xd7a3]:
    h.update(repr((code, u.name(chr(code), None))).encode())
print(h.hexdigest())
