import importlib.util
import re
import traceback
from html import parser
import _markupbase


class Told(parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs)

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_pi(self, data):
        print('pi', repr(data))

    def handle_entityref(self, name):
        print('reference', name)

    def unknown_decl(self, data):
        print('unknown', repr(data))


TEXT = '<?a > b?><x-y  k=`1` l="2>">&amp &lt;</x-y ><![if IE]>'


def read(cls):
    reader = cls(convert_charrefs=False)
    reader.feed(TEXT)
    reader.close()


read(Told)
print('-- a copy of the module with other patterns')
spec = importlib.util.find_spec('html.parser')
copy = importlib.util.module_from_spec(spec)
spec.loader.exec_module(copy)
print(copy is parser, copy.HTMLParser is parser.HTMLParser)
copy.piclose = re.compile(r'\?>')
copy.incomplete = copy.entityref = re.compile('&([a-z]+);')
read(type('Told', (copy.HTMLParser,), {name: vars(Told)[name] for name in vars(Told) if name[0] != '_'}))
read(Told)

print('-- methods that read are replaced')


class Shouting(Told):
    CDATA_CONTENT_ELEMENTS = ('pre',)

    def parse_starttag(self, i):
        print('at', i, self.rawdata[i:i + 4], self.getpos())
        return super().parse_starttag(i)

    def parse_endtag(self, i):
        if self.cdata_elem:
            print('within', self.cdata_elem)
        return super().parse_endtag(i)

    def parse_html_declaration(self, i):
        return self.parse_bogus_comment(i, report=0)


reader = Shouting()
reader.feed('<pre>\n<b></b></pre ><i>&amp;<!x>')
print(reader.lasttag, reader.cdata_elem, reader.interesting.pattern, reader.get_starttag_text())
reader.set_cdata_mode('I')
reader.feed('</pre></I><')
print(repr(reader.rawdata), reader.cdata_elem)
reader.close()
print([found.group(1, 2, 3) for found in parser.attrfind_tolerant.finditer(' a=1 b="2"c d = \'e\' / f')])
print(parser.tagfind_tolerant.match('A-b/ /x>').group(), parser.locatestarttagend_tolerant.match('<a b="c>" d>').end())
print(parser.charref.findall('&#12; &#x1F; &#zz;'), parser.endtagfind.match('</ a >').group(1), parser.commentclose.pattern)

print('-- what is refused')
for text in '<![maybe a]>', '<![1]>', '<b>':
    class Failing(Told):
        def handle_starttag(self, tag, attrs):
            raise ValueError(tag)
    try:
        Failing().feed(text)
    except (AssertionError, ValueError) as error:
        print(type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
try:
    _markupbase.ParserBase()
except RuntimeError as error:
    print(error)
print(parser.HTMLParser.__mro__)
