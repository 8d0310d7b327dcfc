"""Trees of nodes: made, read of XML, changed, written."""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XML_NAMESPACE, XMLNS_NAMESPACE

_SEARCHED = (xml.dom.Node.ELEMENT_NODE, xml.dom.Node.ENTITY_REFERENCE_NODE)


def _read_only(self, value):
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


def _found(parent, name, into):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE and name in ('*', node.tagName):
            into.append(node)
        _found(node, name, into)
    return into


def _found_ns(parent, space, local, into):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE:
            if local in ('*', node.localName) and space in ('*', node.namespaceURI):
                into.append(node)
            _found_ns(node, space, local, into)
    return into


class DocumentFragment(Node):
    """Nodes that go somewhere together."""
    nodeType, nodeName, _allowed = Node.DOCUMENT_FRAGMENT_NODE, '#document-fragment', _INSIDE

    def __init__(self):
        self.childNodes = NodeList()


class TypeInfo:
    """The type of what has none."""
    __slots__ = 'namespace', 'name'

    def __init__(self, namespace, name):
        self.namespace, self.name = namespace, name

    def __repr__(self):
        if self.namespace:
            return f'<{self.__class__.__name__} {self.name!r} (from {self.namespace!r})>'
        return f'<{self.__class__.__name__} {self.name!r}>'


class Attr(Node):
    """An attribute."""
    nodeType, _allowed, specified, _is_id = Node.ATTRIBUTE_NODE, (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE), False, False
    ownerElement = None
    isId, schemaType = property(lambda self: self._is_id), TypeInfo(None, None)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self._name, self.namespaceURI = qName, namespaceURI
        self.prefix, self.localName = prefix, localName or qName.partition(':')[2] or qName
        self._value = ''
        self.childNodes = NodeList()
        self.childNodes.append(Text())

    def _set(self, value):
        self._value = self.childNodes[0].data = value
        if self.ownerElement is not None:
            self.ownerElement.__dict__['_ids'] = None

    def _rename(self, name):
        self._name = name
        self.localName = name.partition(':')[2] or name

    name = nodeName = property(lambda self: self._name, _rename)
    value = nodeValue = property(lambda self: self._value, _set)

    def unlink(self):
        """Takes it apart."""
        element = self.ownerElement
        if element is not None:
            element._attrs.pop(self.nodeName, None)
            self.ownerElement = None
        self._is_id = False
        self.childNodes = NodeList()


class NamedNodeMap:
    """An element's attributes."""
    __slots__ = ('_attrs', '_element')

    def __init__(self, attrs, element):
        self._attrs, self._element = attrs, element

    def __len__(self):
        return len(self._attrs)

    length = property(__len__)

    def item(self, index):
        """The attribute at that place."""
        return list(self._attrs.values())[index] if 0 <= index < len(self._attrs) else None

    def items(self):
        """Names and values."""
        return [(node.nodeName, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        """Pairs of namespace and name, and values."""
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def __contains__(self, key):
        return self._find(key) is not None

    def keys(self):
        """The names."""
        return self._attrs.keys()

    def keysNS(self):
        """Pairs of namespace and name."""
        return [key for key, _ in self.itemsNS()]

    def values(self):
        """The attributes."""
        return self._attrs.values()

    def _find(self, key):
        if isinstance(key, tuple):
            return next((node for node in self._attrs.values() if (node.namespaceURI, node.localName) == key), None)
        return self._attrs.get(key)

    def get(self, name, value=None):
        """An attribute."""
        return self._attrs.get(name, value)

    def __getitem__(self, key):
        node = self._find(key)
        if node is None:
            raise KeyError(key)
        return node

    def __setitem__(self, name, value):
        if isinstance(value, str):
            node = self._attrs.get(name) or Attr(name)
            node.ownerDocument = self._element.ownerDocument
            node.value = value
            self.setNamedItem(node)
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError('value must be a string or Attr object')

    def __delitem__(self, key):
        self[key].unlink()

    def getNamedItem(self, name):
        """An attribute."""
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        """An attribute."""
        return self._find((namespaceURI, localName))

    def setNamedItem(self, node):
        """Puts an attribute in; gives the one that it takes the place of."""
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')
        old = self._attrs.get(node.name)
        if old is not None and old is not node:
            old.unlink()
        self._attrs[node.name] = node
        node.ownerElement = self._element
        return old

    setNamedItemNS = setNamedItem

    def removeNamedItem(self, name):
        """Takes an attribute out."""
        node = self._attrs.pop(name, None)
        if node is None:
            raise xml.dom.NotFoundErr()
        node.ownerElement = None
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        """Takes an attribute out."""
        node = self._find((namespaceURI, localName))
        if node is None:
            raise xml.dom.NotFoundErr()
        return self.removeNamedItem(node.name)


AttributeList = NamedNodeMap


class Element(Node):
    """An element."""
    nodeType, nodeValue, schemaType, _allowed = Node.ELEMENT_NODE, None, TypeInfo(None, None), _INSIDE

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI, self.localName = prefix, namespaceURI, localName or tagName.partition(':')[2] or tagName
        self.childNodes, self._attrs = NodeList(), {}

    def __repr__(self):
        return f'<DOM Element: {self.tagName} at {id(self):#x}>'

    attributes = property(lambda self: NamedNodeMap(self._attrs, self))

    def unlink(self):
        """Takes it apart."""
        for node in list(self._attrs.values()):
            node.unlink()
        Node.unlink(self)

    def getAttribute(self, attname):
        """An attribute's value; without one an empty text."""
        return self._attrs[attname].value if attname in self._attrs else ''

    def getAttributeNS(self, namespaceURI, localName):
        """An attribute's value; without one an empty text."""
        node = self.getAttributeNodeNS(namespaceURI, localName)
        return '' if node is None else node.value

    def setAttribute(self, attname, value):
        """Sets an attribute."""
        node = self._attrs.get(attname)
        if node is None:
            node = Attr(attname)
            node.ownerDocument = self.ownerDocument
            node.value = value
            self.setAttributeNode(node)
        elif value != node.value:
            node.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        """Sets an attribute of a namespace."""
        prefix, _, local = qualifiedName.rpartition(':')
        node = self.getAttributeNodeNS(namespaceURI, local)
        if node is None:
            node = Attr(qualifiedName, namespaceURI, local, prefix or None)
            node.ownerDocument = self.ownerDocument
            node.value = value
            self.setAttributeNode(node)
        else:
            node.value = value

    def getAttributeNode(self, attrname):
        """An attribute."""
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        """An attribute."""
        return self.attributes._find((namespaceURI, localName))

    def setAttributeNode(self, attr):
        """Puts an attribute in; gives the one that it takes the place of."""
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr('attribute node already owned')
        old = self.attributes.setNamedItem(attr)
        if old is None:
            # The same one may have another prefix.
            same = [node for node in self._attrs.values() if node is not attr and
                    (node.namespaceURI, node.localName) == (attr.namespaceURI, attr.localName)]
            if same:
                old = same[0]
                self.removeAttributeNode(old)
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        """Takes an attribute out."""
        if name not in self._attrs:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(self._attrs[name])

    def removeAttributeNS(self, namespaceURI, localName):
        """Takes an attribute out."""
        node = self.getAttributeNodeNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(node)

    def removeAttributeNode(self, node):
        """Takes an attribute out."""
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        node.unlink()
        node.ownerDocument = self.ownerDocument
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        """Whether it has that attribute."""
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        """Whether it has that attribute."""
        return self.getAttributeNodeNS(namespaceURI, localName) is not None

    def hasAttributes(self):
        """Whether it has any."""
        return bool(self._attrs)

    def getElementsByTagName(self, name):
        """All elements of that name in it."""
        return _found(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """All elements of that name in it."""
        return _found_ns(self, namespaceURI, localName, NodeList())

    def setIdAttribute(self, name):
        """That attribute is what it is known by."""
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        """That attribute is what it is known by."""
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        """That attribute is what it is known by."""
        if idAttr is None or idAttr.ownerElement is not self:
            raise xml.dom.NotFoundErr()
        idAttr._is_id = True

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes it."""
        writer.write(indent + '<' + self.tagName)
        for name, node in self._attrs.items():
            writer.write(f' {name}="')
            _written(writer, node.value, True)
            writer.write('"')
        if not self.childNodes:
            writer.write('/>' + newl)
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f'</{self.tagName}>{newl}')


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


class ReadOnlySequentialNamedNodeMap:
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
