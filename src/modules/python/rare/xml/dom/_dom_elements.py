"""Elements and their attributes."""
import xml.dom
from xml.dom import EMPTY_NAMESPACE

from xml.dom._dom_nodes import Node, NodeList, Text, _INSIDE, _written

__name__ = 'xml.dom.minidom'  # where what is here is said to be

_SEARCHED = (xml.dom.Node.ELEMENT_NODE, xml.dom.Node.ENTITY_REFERENCE_NODE)


def _found(parent, name, into):  #: in xml/dom/minidom.py
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
