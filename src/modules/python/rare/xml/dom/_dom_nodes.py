"""What all nodes of a document have, lists of them, and nodes that are texts."""
import io
import xml.dom
from xml.dom import EMPTY_PREFIX

__name__ = 'xml.dom.minidom'  # where what is here is said to be


def _read_only(self, value):  #: in xml/dom/minidom.py
    raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute 'length'")


class NodeList(list):
    """Nodes in their order."""
    __slots__, __module__ = (), 'xml.dom.minicompat'

    def item(self, index):
        """The node at that place, or None."""
        return self[index] if 0 <= index < len(self) else None

    length = property(len, _read_only)


class EmptyNodeList(tuple):
    """No nodes."""
    __slots__, __module__ = (), 'xml.dom.minicompat'

    def __add__(self, other):
        return NodeList(other)

    __radd__ = __add__

    def item(self, index):
        """None."""
        return None

    length = property(lambda self: 0, _read_only)


def _written(writer, text, attribute=False):
    if text:
        text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
        if attribute:
            text = text.replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#9;')
        writer.write(text)


def _document(node):
    return node if node.nodeType == node.DOCUMENT_NODE else node.ownerDocument


class Node(xml.dom.Node):
    """A node among others."""
    namespaceURI = parentNode = ownerDocument = nextSibling = previousSibling = None
    prefix = localName = EMPTY_PREFIX
    attributes = nodeValue = None
    _children = ()

    def __bool__(self):
        return True

    def toxml(self, encoding=None, standalone=None):
        """As XML."""
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        """As XML with each node in a line."""
        if encoding is None:
            writer = io.StringIO()
        else:
            writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors='xmlcharrefreplace', newline='\n')
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, '', indent, newl, encoding, standalone)
        else:
            self.writexml(writer, '', indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()

    def hasChildNodes(self):
        """Whether it has children."""
        return bool(self.childNodes)

    firstChild = property(lambda self: self.childNodes[0] if self.childNodes else None)
    lastChild = property(lambda self: self.childNodes[-1] if self.childNodes else None)

    def _check(self, node):
        if node.nodeType not in self._allowed:
            raise xml.dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')

    def _link(self):
        """Each child knows its neighbours."""
        before = None
        for node in self.childNodes:
            node.parentNode, node.previousSibling, node.nextSibling = self, before, None
            if before is not None:
                before.nextSibling = node
            before = node

    def insertBefore(self, newChild, refChild):
        """Puts a child before another."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for node in tuple(newChild.childNodes):
                self.insertBefore(node, refChild)
            return newChild
        self._check(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            return self.appendChild(newChild)
        try:
            at = self.childNodes.index(refChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        self.childNodes.insert(at, newChild)
        self._link()
        return newChild

    def appendChild(self, node):
        """Puts a child at the end."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        last = self.lastChild
        self.childNodes.append(node)
        node.parentNode, node.previousSibling, node.nextSibling = self, last, None
        if last is not None:
            last.nextSibling = node
        return node

    def replaceChild(self, newChild, oldChild):
        """Puts a child in the place of another."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            after = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, after)
        self._check(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            at = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        self.childNodes[at] = newChild
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._link()
        return oldChild

    def removeChild(self, oldChild):
        """Takes a child out."""
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        self._link()
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        return oldChild

    def normalize(self):
        """Neighbouring texts are one, and empty ones none."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                elif kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                else:
                    kept.append(child)
            else:
                kept.append(child)
                if child.nodeType == Node.ELEMENT_NODE:
                    child.normalize()
        self.childNodes[:] = kept
        self._link()

    def cloneNode(self, deep):
        """A copy; deep: with its children."""
        return _clone(self, deep, _document(self) or self, 1)

    def isSupported(self, feature, version):
        """Whether that is there."""
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        """Whether it is that node."""
        return self is other

    def getInterface(self, feature):
        """It, if that is there."""
        return self if self.isSupported(feature, None) else None

    def getUserData(self, key):
        """Data of the program's."""
        return self.__dict__.get('_user_data', {}).get(key, (None,))[0]

    def setUserData(self, key, data, handler):
        """Keeps data of the program's."""
        kept = self.__dict__.setdefault('_user_data', {})
        old = kept.pop(key, (None,))[0]
        if data is not None:
            kept[key] = data, handler
        return old

    def _call_user_data_handler(self, operation, src, dst):
        """Tells those who have data here what becomes of it."""
        for key, (data, handler) in list(self.__dict__.get('_user_data', {}).items()):
            if handler is not None:
                handler.handle(operation, key, data, src, dst)

    def unlink(self):
        """Takes it apart."""
        self.parentNode = self.ownerDocument = None
        for child in self.childNodes:
            child.unlink()
        if self.childNodes:
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.unlink()


_INSIDE = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE,
           Node.ENTITY_REFERENCE_NODE)


class DocumentFragment(Node):
    """Nodes that go somewhere together."""
    nodeType, nodeName, _allowed = Node.DOCUMENT_FRAGMENT_NODE, '#document-fragment', _INSIDE

    def __init__(self):
        self.childNodes = NodeList()


class Childless:
    """What has no children."""
    attributes, childNodes, firstChild, lastChild = None, EmptyNodeList(), None, None
    _said = ' nodes cannot have children'

    def appendChild(self, node):
        """Not here."""
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes cannot have children')

    def hasChildNodes(self):
        """No."""
        return False

    def insertBefore(self, newChild, refChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')

    def removeChild(self, oldChild):
        """Not here."""
        raise xml.dom.NotFoundErr(self.nodeName + ' nodes do not have children')

    def normalize(self):
        """Nothing to do."""

    def replaceChild(self, newChild, oldChild):
        """Not here."""
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')


class ProcessingInstruction(Childless, Node):
    """What is told to a program."""
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, 'data', value))
    nodeName = property(lambda self: self.target, lambda self, value: setattr(self, 'target', value))

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        writer.write(f'{indent}<?{self.target} {self.data}?>{newl}')


class CharacterData(Childless, Node):
    """Characters."""

    def __init__(self):
        self.data = ''

    length = property(lambda self: len(self.data))
    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, 'data', value))

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        data = self.data
        return f'<DOM {self.__class__.__name__} node "{data[:10]!r}{"..." if len(data) > 10 else ""}">'

    def _place(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise xml.dom.IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        """A part of it."""
        self._place(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        """Adds to it."""
        self.data += arg

    def insertData(self, offset, arg):
        """Puts a text in."""
        self._place(offset)
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        """Takes a part out."""
        self.replaceData(offset, count, '')

    def replaceData(self, offset, count, arg):
        """Puts a text in the place of a part."""
        self._place(offset, count)
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text."""
    nodeType, nodeName, attributes = Node.TEXT_NODE, '#text', None

    def splitText(self, offset):
        """Makes two of it."""
        if not 0 <= offset <= len(self.data):
            raise xml.dom.IndexSizeErr('illegal offset value')
        new = self.__class__()
        new.data, new.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(new, self.nextSibling)
        self.data = self.data[:offset]
        return new

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        _written(writer, f'{indent}{self.data}{newl}')

    def _neighbours(self):
        first = self
        while first.previousSibling is not None and first.previousSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            first = first.previousSibling
        found = [first]
        while found[-1].nextSibling is not None and found[-1].nextSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            found.append(found[-1].nextSibling)
        return found

    wholeText = property(lambda self: ''.join(node.data for node in self._neighbours()))

    def replaceWholeText(self, content):
        """Puts a text in the place of it and its neighbours."""
        for node in self._neighbours():
            if node is not self or not content:
                node.parentNode.removeChild(node)
        if not content:
            return None
        self.data = content
        return self

    isWhitespaceInElementContent = property(lambda self: False)


class Comment(CharacterData):
    """A comment."""
    nodeType, nodeName = Node.COMMENT_NODE, '#comment'

    def __init__(self, data):
        super().__init__()
        self.data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f'{indent}<!--{self.data}-->{newl}')


class CDATASection(Text):
    """A text that is written as it is."""
    nodeType, nodeName = Node.CDATA_SECTION_NODE, '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f'<![CDATA[{self.data}]]>')


def _clone(node, deep, document, operation):
    """A copy of a node for a document, cloned or imported."""
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        clone = document.createElementNS(node.namespaceURI, node.nodeName)
        for attribute in node._attrs.values():
            clone.setAttributeNS(attribute.namespaceURI, attribute.nodeName, attribute.value)
            clone.getAttributeNode(attribute.nodeName).specified = attribute.specified
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        clone = document.createDocumentFragment()
    elif kind == Node.TEXT_NODE:
        clone = document.createTextNode(node.data)
    elif kind == Node.CDATA_SECTION_NODE:
        clone = document.createCDATASection(node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        clone = document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.COMMENT_NODE:
        clone = document.createComment(node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        clone = document.createAttributeNS(node.namespaceURI, node.nodeName)
        clone.specified, clone.value = True, node.value
    elif kind == Node.DOCUMENT_TYPE_NODE:
        clone = document.implementation.createDocumentType(node.name, node.publicId, node.systemId)
        clone.ownerDocument = document
        if deep:
            node._copy_declared(clone, 2)
        operation = 2
    else:
        raise xml.dom.NotSupportedErr(f'Cannot clone node {node!r}')
    if deep and kind in (Node.ELEMENT_NODE, Node.DOCUMENT_FRAGMENT_NODE):
        for child in node.childNodes:
            clone.appendChild(_clone(child, deep, document, operation))
    node._call_user_data_handler(operation, node, clone)
    return clone
