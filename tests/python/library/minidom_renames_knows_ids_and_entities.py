"""xml.dom.minidom: names that change, attributes that are ids, what a document's type declares, data that is handed on."""
import xml.dom
from xml.dom.minicompat import EmptyNodeList, NodeList
from xml.dom.minidom import Document, getDOMImplementation, parseString


def shown(node):
    print([node.nodeName, node.localName, node.namespaceURI, node.prefix, getattr(node, 'value', None)])


def refused(call):
    try:
        print(call())
    except (xml.dom.DOMException, KeyError, ValueError) as error:
        print(type(error).__name__, str(error).split(';')[0])


document = parseString("<?pi \t of mine \n?><doc a='v' b='w'/>")
print([document.firstChild.target, document.firstChild.data])
element = document.documentElement
attribute = element.attributes['a']
for space, name in (None, 'c'), ('http://one', 'd'), ('http://two', 'p:e'), (None, 'b'):
    shown(document.renameNode(attribute, space, name))
    print(element.attributes.items(), element.getAttributeNodeNS(space, attribute.localName) is attribute)
for space, name in ('http://one', 'x'), ('http://two', 'p:y'), (None, 'z'):
    shown(document.renameNode(element, space, name))
for node in element, attribute:
    refused(lambda: document.renameNode(node, 'http://one', 'xmlns:p'))
    refused(lambda: parseString('<other/>').renameNode(node, None, 'x'))
refused(lambda: document.renameNode(attribute, 'http://one', 'xmlns'))
refused(lambda: document.renameNode(document.createTextNode('x'), None, 'y'))
print(element.schemaType, attribute.schemaType.name)

document = parseString("<doc one='v' two='w'/>")
element = document.documentElement
one, two = element.getAttributeNode('one'), element.getAttributeNode('two')
element.setIdAttribute('one')
element.setIdAttributeNode(two)
print(document.getElementById('v') is element, document.getElementById('w') is element, one.isId, two.isId)
new = document.createAttribute('one')
new.value = 'v'
element.setAttributeNode(new)
print(document.getElementById('v'), one.isId, new.isId)
refused(lambda: element.setIdAttribute('none'))


class Handler:
    def handle(self, operation, key, data, source, target):
        print('handled', operation, key, data, source.nodeName, target.nodeName)
        target.setUserData(key, data + 1, self)


element.setUserData('count', 1, Handler())
copy = element.cloneNode(True)
print(copy.getUserData('count'), Document().importNode(copy, False).getUserData('count'))

document = parseString('<!DOCTYPE d [<!ENTITY smile "happy"> <!ENTITY other SYSTEM "file"> <!NOTATION n PUBLIC "x">]>'
                       '<d>&smile;</d>')
kind = document.doctype
entity = kind.entities['smile']
print(entity.nodeName, entity.nodeType == entity.ENTITY_NODE, entity.firstChild.data, kind.entities.length)
print(kind.entities.getNamedItem('other').systemId, kind.notations.item(0).publicId, kind.notations.item(1))
print(document.documentElement.firstChild.data, kind.cloneNode(True))
refused(lambda: entity.appendChild(None))
refused(lambda: kind.entities['none'])
refused(lambda: entity.cloneNode(True))
own = getDOMImplementation().createDocumentType('d', 'public', 'system')
print(own.cloneNode(False).name, getDOMImplementation().createDocument(None, 'd', own).doctype.cloneNode(False))
try:
    parseString('<d xmlns:p="http://a b"/>')
except Exception as error:
    print(type(error).__name__, error)
print(NodeList.__module__, EmptyNodeList() + [1], NodeList([1, 2]).item(1), NodeList().length)
refused(lambda: setattr(NodeList(), 'length', 1))
