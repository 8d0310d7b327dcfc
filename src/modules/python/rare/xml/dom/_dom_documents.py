"""Documents, and what their types declare."""
import xml.dom
from xml.dom import EMPTY_NAMESPACE, XML_NAMESPACE, XMLNS_NAMESPACE

from xml.dom._dom_nodes import (CDATASection, Childless, Comment, DocumentFragment, Node, NodeList,
                                ProcessingInstruction, Text, _clone)
from xml.dom._dom_elements import Attr, Element, _found, _found_ns

__name__ = 'xml.dom.minidom'  # where what is here is said to be


class ReadOnlySequentialNamedNodeMap:  #: in xml/dom/minidom.py
    """What a document's type declares of one kind."""
    __slots__ = '_seq',

    def __init__(self, seq=()):
        self._seq = list(seq)

    def __len__(self):
        return len(self._seq)

    length = property(__len__)

    def getNamedItem(self, name):
        """The one of that name."""
        return next((node for node in self._seq if node.nodeName == name), None)

    def getNamedItemNS(self, namespaceURI, localName):
        """The one of that name."""
        return next((node for node in self._seq if (node.namespaceURI, node.localName) == (namespaceURI, localName)), None)

    def __getitem__(self, name_or_tuple):
        found = self.getNamedItemNS(*name_or_tuple) if isinstance(name_or_tuple, tuple) else self.getNamedItem(name_or_tuple)
        if found is None:
            raise KeyError(name_or_tuple)
        return found

    def item(self, index):
        """The one at that place."""
        return self._seq[index] if 0 <= index < len(self._seq) else None

    def _refuse(self, *_):
        raise xml.dom.NoModificationAllowedErr('NamedNodeMap instance is read-only')

    removeNamedItem = removeNamedItemNS = setNamedItem = setNamedItemNS = _refuse


class Entity(Node):
    """A name for a text, or for a file."""
    nodeType, nodeValue, actualEncoding, encoding, version = Node.ENTITY_NODE, None, None, None, None

    def __init__(self, name, publicId, systemId, notation):
        self.nodeName, self.notationName, self.publicId, self.systemId = name, notation, publicId, systemId
        self.childNodes = NodeList()

    def appendChild(self, newChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr('cannot append children to an entity node')

    def insertBefore(self, newChild, refChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr('cannot insert children below an entity node')

    def removeChild(self, oldChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr('cannot remove children from an entity node')

    def replaceChild(self, newChild, oldChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr('cannot replace children of an entity node')


class Notation(Childless, Node):
    """A kind of data that is none of XML."""
    nodeType, nodeValue = Node.NOTATION_NODE, None

    def __init__(self, name, publicId, systemId):
        self.nodeName, self.publicId, self.systemId = name, publicId, systemId


class DocumentType(Childless, Node):
    """What a document says of its type."""
    nodeType, nodeValue, name, publicId, systemId, internalSubset = Node.DOCUMENT_TYPE_NODE, None, None, None, None, None

    def __init__(self, qualifiedName):
        self.name = self.nodeName = qualifiedName
        self.entities, self.notations = ReadOnlySequentialNamedNodeMap(), ReadOnlySequentialNamedNodeMap()

    def _copy_declared(self, clone, operation):
        for node in self.notations._seq:
            copy = Notation(node.nodeName, node.publicId, node.systemId)
            clone.notations._seq.append(copy)
            node._call_user_data_handler(operation, node, copy)
        for node in self.entities._seq:
            copy = Entity(node.nodeName, node.publicId, node.systemId, node.notationName)
            copy.version, copy.encoding, copy.actualEncoding = node.version, node.encoding, node.actualEncoding
            clone.entities._seq.append(copy)
            node._call_user_data_handler(operation, node, copy)

    def cloneNode(self, deep):
        """A copy, unless it is a document's."""
        if self.ownerDocument is not None:
            return None
        clone = DocumentType(self.name)
        if deep:
            self._copy_declared(clone, 1)
        self._call_user_data_handler(1, self, clone)
        return clone

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        writer.write('<!DOCTYPE ' + self.name)
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f' [{self.internalSubset}]')
        writer.write('>' + newl)


class DOMImplementation:
    """Makes documents."""
    _FEATURES = {('core', '1.0'), ('core', '2.0'), ('core', None), ('xml', '1.0'), ('xml', '2.0'), ('xml', None),
                 ('ls-load', '3.0'), ('ls-load', None)}

    def hasFeature(self, feature, version):
        """Whether that is there."""
        return (feature.lower(), version or None) in self._FEATURES

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A document with its root."""
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr('doctype object owned by another DOM tree')
        document = self._create_document()
        if doctype is not None:
            document.appendChild(doctype)
            doctype.ownerDocument = document
        if namespaceURI or qualifiedName or doctype:
            if not qualifiedName:
                raise xml.dom.InvalidCharacterErr('Element with no name')
            prefix = qualifiedName.rpartition(':')[0]
            if prefix == 'xml' and namespaceURI != XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr('illegal use of prefix without namespaces')
            document.appendChild(document.createElementNS(namespaceURI, qualifiedName))
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        """A document's type."""
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        """It, if that is there."""
        return self if self.hasFeature(feature, None) else None

    def _create_document(self):
        return Document()


class Document(Node):
    """A document."""
    nodeType, nodeName, nodeValue, attributes = Node.DOCUMENT_NODE, '#document', None, None
    implementation = DOMImplementation()
    actualEncoding = encoding = standalone = version = errorHandler = documentURI = None
    strictErrorChecking, async_ = False, False
    _allowed = Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE

    def __init__(self):
        self.childNodes = NodeList()

    doctype = property(lambda self: next((node for node in self.childNodes if node.nodeType == Node.DOCUMENT_TYPE_NODE), None))
    documentElement = property(lambda self: next((node for node in self.childNodes if node.nodeType == Node.ELEMENT_NODE), None))

    def appendChild(self, node):
        """Puts a child at the end."""
        self._check(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement is not None:
            raise xml.dom.HierarchyRequestErr('two document elements disallowed')
        return Node.appendChild(self, node)

    def _mine(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        """Nodes that go somewhere together."""
        return self._mine(DocumentFragment())

    def createElement(self, tagName):
        """An element."""
        return self._mine(Element(tagName))

    def createTextNode(self, data):
        """A text."""
        return self._text(Text(), data)

    def createCDATASection(self, data):
        """A text that is written as it is."""
        return self._text(CDATASection(), data)

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        node.data = data
        return self._mine(node)

    def createComment(self, data):
        """A comment."""
        return self._mine(Comment(data))

    def createProcessingInstruction(self, target, data):
        """What is told to a program."""
        return self._mine(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        """An attribute."""
        return self._mine(Attr(qName))

    def createElementNS(self, namespaceURI, qualifiedName):
        """An element of a namespace."""
        return self._mine(Element(qualifiedName, namespaceURI, qualifiedName.rpartition(':')[0] or None))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        """An attribute of a namespace."""
        prefix, _, local = qualifiedName.rpartition(':')
        return self._mine(Attr(qualifiedName, namespaceURI, local, prefix or None))

    def getElementById(self, id):
        """The element that is known by that."""
        for node in _found(self, '*', []):
            if any(attribute._is_id and attribute.value == id for attribute in node._attrs.values()):
                return node
        return None

    def getElementsByTagName(self, name):
        """All elements of that name."""
        return _found(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """All elements of that name."""
        return _found_ns(self, namespaceURI, localName, NodeList())

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType == Node.DOCUMENT_NODE:
            raise xml.dom.NotSupportedErr('cannot import document nodes')
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise xml.dom.NotSupportedErr('cannot import document type nodes')
        return _clone(node, deep, self, 2)

    def cloneNode(self, deep):
        """A copy; None if it is not deep."""
        if not deep:
            return None
        clone = self.implementation._create_document()
        clone.encoding, clone.standalone, clone.version = self.encoding, self.standalone, self.version
        for node in self.childNodes:
            Node.appendChild(clone, _clone(node, True, clone, 1))
        return clone

    def renameNode(self, n, namespaceURI, name):
        """Gives an element or an attribute another name."""
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr(f'cannot rename nodes from other documents;\nexpected {self},\nfound {n.ownerDocument}')
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr('renameNode() only applies to element and attribute nodes')
        prefix = local = None
        if namespaceURI != EMPTY_NAMESPACE:
            prefix, _, local = name.partition(':') if ':' in name else (None, None, name)
            if namespaceURI != XMLNS_NAMESPACE:
                if prefix == 'xmlns':
                    raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix")
                if name == 'xmlns' and n.nodeType == Node.ATTRIBUTE_NODE:
                    raise xml.dom.NamespaceErr("illegal use of the 'xmlns' attribute")
        if n.nodeType == Node.ELEMENT_NODE:
            n.tagName = n.nodeName = name
        else:
            element = n.ownerElement
            if element is not None:
                element._attrs.pop(n.name, None)
            n._name = name
            if element is not None:
                element._attrs[name] = n
        n.prefix, n.localName, n.namespaceURI = prefix, local, namespaceURI
        return n

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        """Writes it."""
        said = [f'encoding="{encoding}"'] if encoding else []
        if standalone is not None:
            said.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(said)}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)
