"""Tables of RFC 3454, and paths of Windows in URLs."""
import nturl2path
import stringprep

NAMES = ['a1', 'b1', 'c11', 'c12', 'c11_c12', 'c21', 'c22', 'c21_c22', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'd1', 'd2']
for name in NAMES:
    table = getattr(stringprep, 'in_table_' + name)
    found = [code for code in (*range(0, 0x3000, 7), 0x221, 0x3000, 0x5d0, 0x70f, 0x6dd, 0xad, 0x200b, 0xd800, 0xe000, 0xfdd0, 0xfffe, 0xfffa,
                               0xe0001, 0x2ff0, 0x340, 0x1fffe, 0x10fffd, 0x2132) if table(chr(code))]
    print(name, len(found), sum(found), found[:3])
text = [chr(code) for code in (*range(0x41, 0x500), *range(0x1d00, 0x2200), 0x1e9e, 0x1d400, 0x13a0, 0x1f88)]
for table in (stringprep.map_table_b2, stringprep.map_table_b3):
    changed = [c + table(c) for c in text if table(c) != c]
    print(len(changed), ' '.join(changed[::40]))


def prepared(text):
    """As SASL prepares passwords (RFC 4013)."""
    import unicodedata
    kept = ''.join(' ' if stringprep.in_table_c12(c) else c for c in text if not stringprep.in_table_b1(c))
    return unicodedata.normalize('NFKC', kept)


print([prepared(text) for text in ('I\u00adX', 'user', '\u00aa', '\u2168', 'a\u00a0b')])

for url in ('///C|/foo/bar', '///C:/foo/', '////host/x', 'C:/a%20b', '/a/b', '///C|/', '//host/share/x'):
    print(url, repr(nturl2path.url2pathname(url)))
for path in ('C:\\foo bar\\x', '\\\\host\\share\\x', 'a\\b c', 'C:', 'c:\\', '\\\\?\\C:\\x', '\\\\?\\UNC\\host\\x'):
    print(path, nturl2path.pathname2url(path))
for call, what in ((nturl2path.url2pathname, '///C|/a|b'), (nturl2path.pathname2url, 'ab:\\x'), (nturl2path.pathname2url, '\\\\?\\x')):
    try:
        print(call(what))
    except OSError as e:
        print(e)
