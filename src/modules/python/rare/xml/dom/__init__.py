"""Documents of XML as trees of nodes: their kinds, and what they raise."""


class Node:
    """What a node is."""
    __slots__ = ()
    (ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE,
     PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE,
     NOTATION_NODE) = range(1, 13)


class DOMException(Exception):
    """The base of all of these; each has a number as its code."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError('DOMException should not be instantiated directly')
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


_ERRORS = ('IndexSize INDEX_SIZE DomstringSize DOMSTRING_SIZE HierarchyRequest HIERARCHY_REQUEST WrongDocument WRONG_DOCUMENT '
           'InvalidCharacter INVALID_CHARACTER NoDataAllowed NO_DATA_ALLOWED NoModificationAllowed NO_MODIFICATION_ALLOWED '
           'NotFound NOT_FOUND NotSupported NOT_SUPPORTED InuseAttribute INUSE_ATTRIBUTE InvalidState INVALID_STATE '
           'Syntax SYNTAX InvalidModification INVALID_MODIFICATION Namespace NAMESPACE InvalidAccess INVALID_ACCESS '
           'Validation VALIDATION').split()
for _code, (_name, _upper) in enumerate(zip(_ERRORS[::2], _ERRORS[1::2]), 1):
    globals()[_upper + '_ERR'] = _code
    globals()[_name + 'Err'] = type(_name + 'Err', (DOMException,), {'code': _code, '__module__': __name__})


class UserDataHandler:
    """What happened to a node with data of the program's."""
    NODE_CLONED, NODE_IMPORTED, NODE_DELETED, NODE_RENAMED = 1, 2, 3, 4


XML_NAMESPACE, XMLNS_NAMESPACE = 'http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'
XHTML_NAMESPACE, EMPTY_NAMESPACE, EMPTY_PREFIX = 'http://www.w3.org/1999/xhtml', None, None


def getDOMImplementation(name=None, features=()):
    """What makes documents."""
    from xml.dom import minidom
    return minidom.getDOMImplementation(features)
