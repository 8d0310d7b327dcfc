"""Trees of nodes: made, read of XML, changed, written."""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XML_NAMESPACE, XMLNS_NAMESPACE

from xml.dom._dom_nodes import (CDATASection, CharacterData, Childless, Comment, DocumentFragment, EmptyNodeList, Node,
                                NodeList, ProcessingInstruction, Text)
from xml.dom._dom_elements import Attr, AttributeList, Element, NamedNodeMap, TypeInfo
from xml.dom._dom_documents import (DOMImplementation, Document, DocumentType, Entity, Notation,
                                    ReadOnlySequentialNamedNodeMap)


class _Builder:
    """Makes a document of what a parser tells."""

    def __init__(self, parser):
        self.document = self.top = Document()
        self.cdata, self.parser = False, parser
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler, parser.CommentHandler = self.characters, self.comment
        parser.ProcessingInstructionHandler, parser.XmlDeclHandler = self.instruction, self.declaration
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self.begin_cdata, self.end_cdata
        told = parser._raw

        def raw(what, *given):
            if what == 'doctype':
                self.doctype(given[0])
            elif what == 'start':
                parser._flush()
                self.start(*given)
            else:
                told(what, *given)

        parser._raw = raw

    def put(self, node):
        Node.appendChild(self.top, node)

    def start(self, name, attributes, tag, spread):
        space = tag[1:].partition('}')[0] if tag[0] == '{' else None
        node = self.document.createElementNS(space, name)
        names = [key for key in attributes if key == 'xmlns' or key.startswith('xmlns:')]
        spaces = dict(zip([key for key in attributes if key not in names], spread))
        for key in names + list(spaces):
            full = spaces.get(key, '')
            uri = XMLNS_NAMESPACE if key in names else full[1:].partition('}')[0] if full[0] == '{' else None
            if key in names and ' ' in attributes[key]:
                from xml.parsers import expat
                raise expat._expat_error('syntax error', 2, 1, 0)
            attribute = self.document.createAttributeNS(uri, key)
            if key == 'xmlns':
                attribute.prefix, attribute.localName = 'xmlns', 'xmlns'
            attribute.value, attribute.specified = attributes[key], True
            node.setAttributeNode(attribute)
        self.put(node)
        self.top = node

    def end(self, name):
        self.top = self.top.parentNode

    def characters(self, data):
        last = self.top.lastChild
        if self.cdata:
            if last is not None and last.nodeType == Node.CDATA_SECTION_NODE and self.joined:
                last.data += data
            else:
                self.put(self.document.createCDATASection(data))
                self.joined = True
        elif last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += data
        else:
            self.put(self.document.createTextNode(data))

    def begin_cdata(self):
        self.cdata, self.joined = True, False

    def end_cdata(self):
        self.cdata = False

    def comment(self, data):
        self.put(self.document.createComment(data))

    def instruction(self, target, data):
        self.put(self.document.createProcessingInstruction(target, data))

    def declaration(self, version, encoding, standalone):
        self.document.version, self.document.encoding = version, encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def doctype(self, text):
        import re
        found = re.match(r'''\s*([^\s\[]+)\s*(?:(PUBLIC\s+["']([^"']*)["']\s*|SYSTEM\s+)["']([^"']*)["'])?\s*(?:\[(.*)\])?''',
                         text, re.S)
        node = self.document.implementation.createDocumentType(found[1], found[3], found[4])
        node.internalSubset, node.ownerDocument = found[5], self.document
        identified = r'''(?:PUBLIC\s+["'](?P<public>[^"']*)["']\s*|SYSTEM\s+)(?:["'](?P<system>[^"']*)["'])?'''
        declared = rf'''<!(ENTITY|NOTATION)\s+([^\s%]\S*)\s+(?:"([^"]*)"|'([^']*)'|{identified}(?:\s+NDATA\s+(\S+?))?)\s*>'''
        for match in re.finditer(declared, re.sub('(?s)<!--.*?-->', '', found[5] or '')):
            kind, name, double, single, public, system, notation = match.groups()
            if kind == 'NOTATION':
                node.notations._seq.append(self.document._mine(Notation(name, public, system)))
                continue
            entity = self.document._mine(Entity(name, public, system, notation))
            text = single if double is None else double
            if text is not None:
                entity.childNodes.append(self.document.createTextNode(text))
            node.entities._seq.append(entity)
        self.put(node)


def _read(data):
    from xml.parsers import expat
    parser = expat.ParserCreate()
    builder = _Builder(parser)
    parser.Parse(data, True)
    return builder.document


def parse(file, parser=None, bufsize=None):
    """The document of a file."""
    if isinstance(file, str) or hasattr(file, '__fspath__'):
        with open(file, 'rb') as opened:
            return _read(opened.read())
    return _read(file.read())


def parseString(string, parser=None):
    """The document of a text."""
    return _read(string)


def getDOMImplementation(features=None):
    """What makes documents."""
    return Document.implementation
