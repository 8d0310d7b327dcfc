"""xml.dom.pulldom: the events of a document, of which the program expands to trees what it wants."""
import io
import os
from xml.dom import pulldom, getDOMImplementation, domreg
from xml.sax import SAXParseException, make_parser, handler

TEXT = '''<?xml version="1.0"?><!--first--><?go now?>
<shop xmlns="urn:shop" xmlns:p="urn:price"><item p:cost="3" name="cup">
 <size>big</size></item><item p:cost="70"/>text<!--last--></shop>'''

for event, node in pulldom.parseString(TEXT):
    print(event, node.nodeName, node.nodeValue if node.nodeType != 1 else sorted(node.attributes.items()))

stream = pulldom.parseString(TEXT)
for event, node in stream:
    if event == pulldom.START_ELEMENT and node.tagName == 'item':
        stream.expandNode(node)
        print(node.toxml(), node.namespaceURI, node.getAttributeNS('urn:price', 'cost'))

with open('shop.xml', 'w') as file:
    file.write(TEXT)
print([event for event, _ in pulldom.parse('shop.xml', bufsize=7)] == [event for event, _ in pulldom.parseString(TEXT)])
os.remove('shop.xml')

stream = pulldom.parseString('<a><b>1</b><c></a>')
try:
    for event, node in stream:
        print(event, node.nodeName)
except SAXParseException as error:
    print(error.getMessage(), error.getLineNumber())

maker = pulldom.SAX2DOM()
parser = make_parser()
parser.setContentHandler(maker)
parser.parse(io.StringIO('<r a="1"><x/>two<y>3</y></r>'))
print(maker.document.documentElement.toxml(), maker.document.documentElement.firstChild.nodeName)
print(domreg.getDOMImplementation('minidom') is getDOMImplementation(), domreg.getDOMImplementation(features='core 2.0').hasFeature('xml', None))
