# recorded by hand: needs beautifulsoup4 4.15
import hashlib
from html.entities import html5

from bs4 import BeautifulSoup, UnicodeDammit
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter, XMLFormatter


class Unsorted(HTMLFormatter):
    def attributes(self, tag):
        return [(name, value) for name, value in tag.attrs.items() if name != 'id']


soup = BeautifulSoup('<script>a<b</script><p id=x class="z" b="">caf\xe9 &amp; <br>y</p><input disabled value="">', 'html.parser')
for formatter in ('minimal', 'html', 'html5', None, str.upper, HTMLFormatter(), XMLFormatter(str.upper, '?'), Unsorted(),
                  HTMLFormatter(EntitySubstitution.substitute_html, None, set(), True, '\t'), HTMLFormatter(indent=4)):
    print(soup.decode(formatter=formatter))
    print(soup.p.prettify(formatter=formatter))
try:
    soup.decode(formatter='unknown')
except KeyError as exc:
    print(repr(exc))
for text in 'a & b &amp; &foo; c&d;', '<\xe9>"\'\xa0\u201c', 'fj \u2242\u0338 <\u20d2':
    print(EntitySubstitution.substitute_html(text), EntitySubstitution.substitute_html5(text),
          EntitySubstitution.substitute_xml(text, True), EntitySubstitution.substitute_xml_containing_entities(text))
for data in (b'abc', b'caf\xc3\xa9', b'\xef\xbb\xbfx', b'\xff\xfea\0', b'<?xml version="1.0" encoding="iso-8859-2"?>\xb1',
             b'<meta charset="koi8-r">\xc1', 'text'):
    found = UnicodeDammit(data, is_html=True)
    print(repr(found.unicode_markup), found.original_encoding, found.declared_html_encoding)
for quotes in None, 'html', 'xml', 'ascii':
    print(UnicodeDammit(b'\x93hi\x94 \x85', ['windows-1252'], smart_quotes_to=quotes).unicode_markup)
print(UnicodeDammit.detwingle(b'\xe2\x98\x83\x93hi\x94').decode())
names = ''.join(EntitySubstitution.substitute_html(text) + '\n' for text in sorted(set(html5.values())))
print(len(names), hashlib.md5(names.encode()).hexdigest())
for text in '\u2102', '\u2267\u0338', '\u2267', '\u03f5', '=\u20e5', '\u205f\u200a', 'fj', "'\"":
    print(EntitySubstitution.substitute_html(text), EntitySubstitution.quoted_attribute_value(text))
try:
    from bs4 import EntitySubstitution
except ImportError as exc:
    print(str(exc).partition(' (')[0])
soup = BeautifulSoup(b'<meta charset="koi8-r"><p>\xc1', 'html.parser')
print(soup.p.text, soup.original_encoding, soup.declared_html_encoding)
print(BeautifulSoup(b'<p>caf\xe9', 'html.parser', from_encoding='latin-1').p.text)
