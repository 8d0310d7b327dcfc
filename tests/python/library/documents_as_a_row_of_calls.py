"""xml.sax and xml.parsers.expat call handlers for what a document has."""
import io
import sys
import xml.parsers.expat
import xml.sax
from xml.sax import handler, saxutils


class Tell(xml.sax.ContentHandler):
    def startDocument(self):
        print('start')

    def endDocument(self):
        print('end')

    def startElement(self, name, attrs):
        print('<', name, attrs.items(), attrs.getNames(), attrs.get('x'), len(attrs), self._locator.getLineNumber(),
              self._locator.getColumnNumber())

    def endElement(self, name):
        print('>', name)

    def characters(self, content):
        print('characters', repr(content))

    def processingInstruction(self, target, data):
        print('instruction', target, data)

    def startElementNS(self, name, qname, attrs):
        print('<', name, qname, attrs.items())

    def endElementNS(self, name, qname):
        print('>', name, qname)

    def startPrefixMapping(self, prefix, uri):
        print('prefix', prefix, uri)


DOCUMENT = '<?xml version="1.0"?>\n<a x="1">hi\nthere &amp; &lt;you<b/><?pi data?><![CDATA[<raw>\nx]]></a>'
xml.sax.parseString(DOCUMENT, Tell())
with open('/tmp/row.xml', 'w') as file:
    file.write(DOCUMENT)
xml.sax.parse('/tmp/row.xml', Tell())
for bad in '<a>', '<a></b>', '', 'x':
    try:
        xml.sax.parseString(bad, Tell())
    except xml.sax.SAXParseException as error:
        print(error, error.getLineNumber(), error.getColumnNumber(), error.getMessage())
reader = xml.sax.make_parser()
reader.setFeature(handler.feature_namespaces, 1)
reader.setContentHandler(Tell())
reader.parse(io.StringIO('<a xmlns="u" xmlns:p="v"><p:b p:c="1" d="2"/></a>'))
print(saxutils.escape('a<b>&"', {'"': '&quot;'}), saxutils.unescape('&lt;&amp;lt;'), saxutils.quoteattr('a"b'),
      saxutils.quoteattr("a'\"\n"))
writer = saxutils.XMLGenerator(sys.stdout, 'utf-8', short_empty_elements=True)
writer.startDocument()
writer.startElement('a', {'x': '"1"'})
writer.characters('t<')
writer.startElement('b', {})
writer.endElement('b')
writer.endElement('a')
writer.endDocument()
print()


class Louder(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


louder = Louder(xml.sax.make_parser())
louder.setContentHandler(saxutils.XMLGenerator(sys.stdout))
louder.parse(io.StringIO('<a><b>x</b></a>'))
print()

expat = xml.parsers.expat.ParserCreate()
expat.StartElementHandler = lambda name, attributes: print('start', name, attributes)
expat.EndElementHandler = lambda name: print('end', name)
expat.CharacterDataHandler = lambda data: print('data', repr(data))
expat.CommentHandler = print
print(expat.Parse('<?xml version="1.0"?>\n<p id="1"><!--x--><c>text\n goes</c></p>', True))
try:
    xml.parsers.expat.ParserCreate().Parse('<a', True)
except xml.parsers.expat.ExpatError as error:
    print(error, error.code, error.lineno, error.offset, xml.parsers.expat.ErrorString(error.code))
