"""Documents of XML as trees of elements."""
import io as _io
from _xml_reader import AT_THE_END, Decoder, Reader, Wrong, undecoded
from _frames import shortcuts as _shortcuts

from xml.etree._element_paths import QName
from xml.etree._elements import Comment, Element, PI, ProcessingInstruction, SubElement
from xml.etree._element_parsing import ParseError, TreeBuilder, XMLParser, _plainly

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring', 'fromstringlist', 'indent',
           'iselement', 'iterparse', 'parse', 'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'SubElement',
           'tostring', 'tostringlist', 'TreeBuilder', 'VERSION', 'XML', 'XMLID', 'XMLParser', 'XMLPullParser',
           'register_namespace']
VERSION = '1.3.0'
HTML_EMPTY = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta',
              'param', 'source', 'track', 'wbr'}
_namespace_map = {'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html',
                  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf', 'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
                  'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
                  'http://purl.org/dc/elements/1.1/': 'dc'}


def iselement(element):
    return hasattr(element, 'tag')


def XML(text, parser=None):
    """The root of a document in a text."""
    parser = parser or XMLParser(target=TreeBuilder())
    if not isinstance(parser, XMLParser):
        parser.feed(text)
        return parser.close()
    try:
        return parser._parse_whole(text)  #: 1342 parser.feed(text)
    except ParseError as error:
        if getattr(error, 'code', 0) not in AT_THE_END:
            raise
        ended = error.with_traceback(None)
    raise ended  #: 1343 return «parser.close()»


fromstring = XML


def fromstringlist(sequence, parser=None):
    return XML(sequence[0][:0].join(sequence) if sequence else '', parser)


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {element.get('id'): element for element in tree.iter() if element.get('id')}


def _from_root(path):
    if path[:1] != '/':
        return path
    import warnings
    warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current '
                  f"behaviour, change it to {'.' + path!r}", FutureWarning, stacklevel=2)
    return '.' + path


class ElementTree:
    """A document: its root, and how it is read and written."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file is not None:
            self.parse(file)  #: 529

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        if hasattr(source, 'read'):
            # Piece by piece, as who writes a reader of their own expects.
            pieces = []
            while piece := source.read(65536):
                pieces.append(piece)
            data = pieces[0][:0].join(pieces) if pieces else ''
        else:
            with open(source, 'rb') as file:  #: 558 source = «open(source, "rb")»
                data = file.read()
        parser = parser or XMLParser(target=TreeBuilder())
        if not isinstance(parser, XMLParser):
            parser.feed(data)
            self._root = parser.close()
            return self._root
        self._root = parser._parse_whole(data)  #: 569 self._root = «parser._parse_whole(source)»
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)  #: 589

    def find(self, path, namespaces=None):
        return self._root.find(_from_root(path), namespaces)  #: 611 return «self._root.find»(path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(_from_root(path), default, namespaces)  #: 633 return «self._root.findtext»(path, default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(_from_root(path), namespaces)  #: 655 return «self._root.findall»(path, namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(_from_root(path), namespaces)  #: 677 return «self._root.iterfind»(path, namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        text = ''.join(_written(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements, True))  #: 729 «serialize(write, self._root, qnames, namespaces,⏎          short_empty_elements=short_empty_elements)»
        kind = (encoding or ('utf-8' if method == 'c14n' else 'us-ascii')).lower()
        if kind != 'unicode':
            text = text.encode(kind, 'xmlcharrefreplace')
        if hasattr(file_or_filename, 'write'):
            file_or_filename.write(text)
        else:
            mode = {'mode': 'w', 'encoding': 'utf-8'} if kind == 'unicode' else {'mode': 'wb'}
            with open(file_or_filename, **mode) as file:
                file.write(text)


def parse(source, parser=None):
    """The document in a file."""
    tree = ElementTree()
    tree.parse(source, parser)  #: 1204
    return tree


def _escape_cdata(text):
    try:
        if '&' in text:  #: 1014 if «"&" in text»:
            text = text.replace('&', '&amp;')
        return text if type(text) is not str else text.replace('<', '&lt;').replace('>', '&gt;')
    except (TypeError, AttributeError):
        _raise_serialization_error(text)  #: 1022


def _escape_attrib(text, html=False):
    if html and type(text) is str:
        return text.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;')
    try:
        if '&' in text:  #: 1027 if «"&" in text»:
            text = text.replace('&', '&amp;')
        for char, name in (('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;'), ('\r', '&#13;'), ('\n', '&#10;'), ('\t', '&#09;')):
            if char in text:
                text = text.replace(char, name)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)  #: 1050


def _raise_serialization_error(text):
    raise TypeError(f'cannot serialize {text!r} (type {type(text).__name__})')  #: 1004 raise TypeError(⏎    "cannot serialize %r (type %s)" % (text, type(text).__name__)⏎    )


def _plainly_written(root, short):
    """An element of plain ones, written natively."""


def _written(root, encoding, declaration, default, method, short, whole=False):  #: -
    spaces, out = {}, []
    kind = (encoding or 'us-ascii').lower()
    declares = declaration or declaration is None and kind not in ('utf-8', 'us-ascii', 'unicode') and method in (None, 'xml')
    if declares:
        out.append(f"<?xml version='1.0' encoding='{'utf-8' if kind == 'unicode' else encoding or 'us-ascii'}'?>\n")
    if whole and not default and method in (None, 'xml') and (text := _plainly_written(root, bool(short))) is not None:
        out.append(text)
        return out
    if default:
        spaces[default] = ''

    def shown(name):
        if isinstance(name, QName):
            name = name.text
        if not isinstance(name, str):
            _raise_serialization_error(name)
        if name[:1] != '{':
            if default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            return name
        space, _, local = name[1:].rpartition('}')
        if space not in spaces:
            spaces[space] = _namespace_map.get(space) or f'ns{len(spaces)}'
        return f'{spaces[space]}:{local}' if spaces[space] else local

    names = {}
    for element in root.iter():
        if not callable(element.tag) and element.tag is not None:
            shown(element.tag)
        for key, value in element.items():
            shown(key)
            if isinstance(value, QName):
                shown(value)
        if isinstance(element.text, QName):
            shown(element.text)

    def write(element, top):  #: in xml/etree/ElementTree.py _serialize_xml
        tag, text = element.tag, element.text
        if tag is Comment:
            out.append(f'<!--{text}-->')
        elif tag is ProcessingInstruction:
            out.append(f'<?{text}?>')
        elif method == 'text':
            out.extend(element.itertext())
            out.append(element.tail or '')
        elif tag is None:
            out.append(_escape_cdata(text or ''))
            for child in element:
                write(child, False)
        else:
            name = shown(tag)
            out.append(f'<{name}')
            if top:
                for space, prefix in sorted(spaces.items(), key=lambda pair: pair[1]):
                    if prefix != 'xml':
                        out.append(f' xmlns{prefix and ":"}{prefix}="{_escape_attrib(space)}"')
            attributes = []
            for key, value in element.items():
                value = shown(value) if isinstance(value, QName) else _escape_attrib(value, method == 'html')  #: 885 v = «_escape_attrib(v)»
                attributes.append(f' {shown(key)}="{value}"')
            out.extend(attributes)
            if method == 'html':
                out.append('>' + (text if text and name.lower() in ('script', 'style') else _escape_cdata(text or '')))
                for child in element:
                    write(child, False)
                if name.lower() not in HTML_EMPTY:
                    out.append(f'</{name}>')
            elif text or len(element) or not short:
                if isinstance(text, QName):
                    text = shown(text)
                out.append('>')
                if text:
                    out.append(_escape_cdata(text))  #: 890 write(«_escape_cdata(text)»)
                for child in element:
                    write(child, False)  #: 892 «_serialize_xml(write, e, qnames, None,⏎               short_empty_elements=short_empty_elements)»
                out.append(f'</{name}>')
            else:
                out.append(' />')
        if element.tail and method != 'text':
            out.append(_escape_cdata(element.tail))  #: 898 write(«_escape_cdata(elem.tail)»)

    write(root, True)
    return out


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """An element and what is in it as bytes; as text if the encoding is 'unicode'."""
    stream = _io.StringIO() if encoding == 'unicode' else _io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration, default_namespace, method,  #: 1084 «ElementTree(element).write(stream, encoding,⏎                           xml_declaration=xml_declaration,⏎                           default_namespace=default_namespace,⏎                           method=method,⏎                           short_empty_elements=short_empty_elements)»
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
                 short_empty_elements=True):
    if encoding == 'unicode':
        return _written(element, encoding, xml_declaration, default_namespace, method, short_empty_elements)
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    import sys
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding='unicode')
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """White space so that each element begins a line."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:  #: 1157
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')

    def spread(element, depth):
        inner = '\n' + (depth + 1) * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                spread(child, depth + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = '\n' + depth * space
    if len(tree):  #: 1159 if not «len(tree)»:
        spread(tree, level)


def register_namespace(prefix, uri):
    import re
    if re.match(r'ns\d+$', prefix):  #: 981 if «re.match(r"ns\d+$", prefix)»:
        raise ValueError('Prefix format reserved for internal use')
    for space, known in list(_namespace_map.items()):
        if space == uri or known == prefix:
            del _namespace_map[space]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def __getattr__(name):
    """What fewer programs ask for."""
    if name in ('XMLPullParser', 'iterparse'):
        import _xml_pull as module
    elif name in ('canonicalize', 'C14NWriterTarget'):
        import _xml_canonical as module
    else:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    found = globals()[name] = getattr(module, name)
    return found


_shortcuts(9, Element, _plainly, SubElement, _plainly_written, _namespace_map, Comment, ProcessingInstruction)
