"""xml.dom.minidom reads documents, changes them and writes them."""
import io
import xml.dom
from xml.dom import minidom

doc = minidom.parseString('<shop><book id="1" lang="en"><title>A &amp; B</title></book><book id="2"><title>C</title></book></shop>')
for book in doc.getElementsByTagName('book'):
    print(book.getAttribute('id'), book.getAttribute('none') == '', book.hasAttribute('lang'), book.attributes.items(),
          book.getElementsByTagName('title')[0].firstChild.data, book.attributes['id'].value)
root = doc.documentElement
new, title = doc.createElement('book'), doc.createElement('title')
new.setAttribute('id', '3')
title.appendChild(doc.createTextNode('D<'))
new.appendChild(title)
root.appendChild(new)
root.insertBefore(doc.createComment(' here '), new)
root.removeChild(root.firstChild)
print(doc.toxml(), doc.toprettyxml(indent='  '), root.toxml(), sep='\n')
print(new.nodeName, new.nodeType, new.parentNode is root, new.previousSibling, new.nextSibling, root.lastChild is new,
      root.childNodes.length, root.childNodes.item(9))
copy = new.cloneNode(True)
copy.setAttribute('id', '4')
root.replaceChild(copy, new)
print(root.toxml(), new.parentNode)

for bad in '<a>', '<a></b>', '', '<a b=1/>', '<a/><b/>', '<a>&x;</a>', 'text', '<a b="1" b="2"/>':
    try:
        minidom.parseString(bad)
    except Exception as error:
        print(type(error), error, error.code, error.lineno, error.offset)
for wrong in (lambda: root.removeChild(new), lambda: doc.appendChild(doc.createElement('q')),
              lambda: root.insertBefore(doc.createElement('x'), new), lambda: doc.createTextNode('x').appendChild(new),
              lambda: doc.createTextNode(5), lambda: root.removeAttribute('zz'), lambda: root.attributes['none'],
              lambda: doc.createComment('a--b').toxml(), lambda: doc.appendChild(doc.createTextNode('x'))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error), error, getattr(error, 'code', None))

made = minidom.getDOMImplementation().createDocument(None, 'root', None)
made.documentElement.setAttribute('é', 'ü"<\n')
print(made.toxml(encoding='utf-8'), made.toprettyxml(encoding='ascii'), made.toxml('utf-8', standalone=True))
spaces = minidom.parseString('<a xmlns="u:1" xmlns:p="u:2"><p:b p:c="1" d="2"/><b/></a>')
found = spaces.getElementsByTagNameNS('u:2', 'b')[0]
print(found.tagName, found.prefix, found.localName, found.namespaceURI, found.getAttributeNS('u:2', 'c'), list(found.attributes.keys()),
      [node.namespaceURI for node in spaces.getElementsByTagName('b')], spaces.documentElement.attributes.items())
texts = spaces.createElement('t')
for text in 'a', 'b', '':
    texts.appendChild(spaces.createTextNode(text))
texts.normalize()
print(texts.childNodes, texts.firstChild.splitText(1), texts.firstChild.wholeText, texts.toxml())
out = io.StringIO()
spaces.writexml(out, addindent='\t', newl='\n', encoding='utf-8')
print(out.getvalue())
mixed = minidom.parseString('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e "x">]><r a="1&quot;&lt;"><!-- c --><k>t&amp;&e;<![CDATA[<cd>]]>'
                            '</k><?pi d?>\n <e/></r>')
print(mixed.toxml(), mixed.toprettyxml(indent='  '), mixed.doctype.name, mixed.documentElement.childNodes[2].target, sep='\n')
with open('/tmp/shelf.xml', 'w') as file:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b>1</b>\n</a>\n')
with minidom.parse('/tmp/shelf.xml') as read:
    print(read.encoding, read.version, read.toxml(), [node.nodeName for node in read.documentElement.childNodes])
print(minidom.Node.ELEMENT_NODE, xml.dom.Node.TEXT_NODE, minidom.parseString('<a>quite a long text</a>').documentElement.childNodes)
