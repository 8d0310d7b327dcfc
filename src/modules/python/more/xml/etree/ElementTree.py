"""Documents of XML as trees of elements."""
from _frames import open_extension as _open_extension
import io as _io
from _xml_reader import AT_THE_END, Decoder, Reader, Wrong, undecoded

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring', 'fromstringlist', 'indent',
           'iselement', 'iterparse', 'parse', 'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'SubElement',
           'tostring', 'tostringlist', 'TreeBuilder', 'VERSION', 'XML', 'XMLID', 'XMLParser', 'XMLPullParser',
           'register_namespace']
VERSION = '1.3.0'
HTML_EMPTY = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta',
              'param', 'source', 'track', 'wbr'}
_unset = object()
_namespace_map = {'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html',
                  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf', 'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
                  'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
                  'http://purl.org/dc/elements/1.1/': 'dc'}


def _kind(value):
    return 'None' if value is None else type(value).__name__


class ParseError(SyntaxError):
    """A document that is not well-formed: `code` and `position` (line, column)."""


class Element:  #: -
    """A tag with attributes, text before its children and a tail behind its end."""
    __module__ = 'xml.etree.ElementTree'
    __slots__ = 'tag', 'attrib', 'text', 'tail', '_children', '__weakref__'

    def __init__(self, /, *args, **extra):
        if not args and 'tag' in extra:
            args = extra.pop('tag'),
        if not 1 <= len(args) <= 2:
            bound = 'at most 2 arguments' if args else 'at least 1 argument'
            raise TypeError(f'Element() takes {bound} ({len(args)} given)')
        tag, attrib = args if len(args) == 2 else (args[0], extra.pop('attrib', {}))
        if not isinstance(attrib, dict):
            raise TypeError(f'Element() argument 2 must be dict, not {_kind(attrib)}')
        self.tag, self.attrib, self._children = tag, {**attrib, **extra}, []
        self.text = self.tail = None

    def __getattr__(self, name):
        if name in Element.__slots__[:-1]:
            # What nobody has initialized.
            setattr(self, name, {} if name == 'attrib' else [] if name == '_children' else None)
        return object.__getattribute__(self, name)

    def __repr__(self):
        return f'<Element {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib):
        return Element(tag, attrib)

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn('Testing an element\'s truth value will always return True in future versions.  Use specific '
                      "'len(elem)' or 'elem is not None' test instead.", DeprecationWarning)
        return bool(self._children)

    def __getitem__(self, index):
        _check_index(index)
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None

    def __setitem__(self, index, element):
        _check_index(index)
        if not isinstance(index, slice) and not -len(self._children) <= index.__index__() < len(self._children):
            raise IndexError('child assignment index out of range')
        if isinstance(index, slice):
            try:
                given = iter(element)
            except TypeError:
                raise TypeError('assignment expects an iterable') from None
            element = list(given)
        for one in element if isinstance(index, slice) else (element,):
            self._check(one)
        self._children[index] = element

    def __delitem__(self, index):
        _check_index(index)
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __iter__(self):
        return iter(self._children)

    @staticmethod
    def _check(element, method=None):
        if not isinstance(element, Element):
            before = f'{method} ' if method else ''
            raise TypeError(f'{before}expected an Element, not "{type(element).__name__}"' if not method else
                            f'{method} must be xml.etree.ElementTree.Element, not {_kind(element)}')

    def append(self, subelement, /):
        self._check(subelement, 'append() argument 1')
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError(f'expected an Element, not "{type(element).__name__}"')
            self._children.append(element)

    def insert(self, index, subelement, /):
        self._check(subelement, 'insert() argument 2')
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        for at, child in enumerate(self._children):
            if child is subelement:
                del self._children[at]
                return
        self._check(subelement, 'remove() argument')
        raise ValueError('list.remove(x): x not in list')

    def clear(self):
        self.attrib.clear()
        self._children.clear()
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, /, *args):
        if len(args) != 2:
            raise TypeError(f'set expected 2 arguments, got {len(args)}')
        key, value = args
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        tag = None if tag == '*' else tag
        open = [iter((self,))]
        while open:
            for element in open[-1]:
                if tag is None or element.tag == tag:
                    yield element
                open.append(iter(element._children))
                break
            else:
                open.pop()

    def itertext(self):
        # Whether a text is true may change what it is.
        if text := self.text:
            yield text
        for child in self._children:
            yield from child.itertext()
            if tail := child.tail:
                yield tail

    def find(self, path, namespaces=None):
        return next(_found(self, path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        if found is None:
            return default
        return '' if found.text is None else found.text

    def findall(self, path, namespaces=None):
        return list(_found(self, path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _found(self, path, namespaces)

    def __copy__(self):
        made = Element(self.tag)
        made.attrib, made.text, made.tail, made._children = self.attrib or {}, self.text, self.tail, self._children[:]
        return made

    def __deepcopy__(self, memo):
        import copy
        made = self.makeelement(self.tag, copy.deepcopy(self.attrib, memo))
        made.text, made.tail = self.text, self.tail
        made.extend([copy.deepcopy(child, memo) for child in self._children])
        return made

    def __getstate__(self):
        return {'tag': self.tag, '_children': self._children[:], 'attrib': self.attrib, 'text': self.text, 'tail': self.tail}

    def __setstate__(self, state):
        if not isinstance(state, dict):
            raise TypeError(f'Don\'t know how to unpickle "{state!r}" as an Element')
        if unknown := [name for name in state if name not in ('tag', '_children', 'attrib', 'text', 'tail')]:
            raise TypeError(f'this function got an unexpected keyword argument {unknown[0]!r}')
        if 'tag' not in state:
            raise TypeError('tag may not be NULL')
        children = state.get('_children', [])
        if not isinstance(children, list):
            raise TypeError("'_children' is not a list")
        for child in children:
            if not isinstance(child, Element):
                raise TypeError(f'expected an Element, not "{type(child).__name__}"')
        self.tag, self._children = state['tag'], children[:]
        self.attrib = state.get('attrib') or getattr(self, 'attrib', None) or {}
        self.text, self.tail = state.get('text'), state.get('tail')

    def __delattr__(self, name):
        if name in ('tag', 'text', 'tail', 'attrib'):
            raise AttributeError("can't delete element attribute")
        super().__delattr__(name)


def _check_index(index):
    if not isinstance(index, slice) and not hasattr(type(index), '__index__'):
        raise TypeError('element indices must be integers')


_open_extension(Element)


def SubElement(parent=_unset, tag=_unset, attrib={}, **extra):  #: -
    """A new element as the last child of another."""
    if tag is _unset:
        raise TypeError(f'SubElement() takes at least 2 arguments ({int(parent is not _unset)} given)')
    Element._check(parent, 'SubElement() argument 1')
    if not isinstance(attrib, dict):
        raise TypeError(f'SubElement() argument 3 must be dict, not {_kind(attrib)}')
    made = Element(tag, {**attrib, **extra})
    parent.append(made)
    return made


def Comment(text=None):
    made = Element(Comment)
    made.text = text
    return made


def ProcessingInstruction(target, text=None):
    made = Element(ProcessingInstruction)
    made.text = f'{target} {text}' if text else target
    return made


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f'{{{text_or_uri}}}{tag}' if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<QName {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)


def iselement(element):
    return hasattr(element, 'tag')


def _steps(path):  #: -
    """The steps of a path, each with its predicates; a step of '' leads to all below."""
    import re
    if path.endswith('/'):
        path += '*'
    if path.startswith('/'):
        raise SyntaxError('cannot use absolute path on element')
    steps = []
    for token in re.findall(r'//|/|\[[^\]]*\]|(?:\{[^}]*\})?[^/\[\]{}]+|\{[^}]*\}\*?', path):
        if token == '//':
            steps.append(('', []))
        elif token == '/':
            continue
        elif token.startswith('['):
            steps[-1][1].append(token[1:-1].strip())
        else:
            steps.append((token, []))
    return steps


def _found(element, path, namespaces):  #: -
    if isinstance(path, QName):
        path = path.text
    if not namespaces and path[:1] != '{' and not any(mark in path for mark in '/*[@.'):
        return iter([child for child in element if child.tag == path])
    elements = [element]
    steps, whole = _steps(path), False
    for name, predicates in steps:
        if name == '':
            whole = True
            continue
        elements = _stepped(element, elements, name, namespaces, whole)
        for predicate in predicates:
            elements = _kept(elements, element, predicate, namespaces)
        whole = False
    return iter(elements)


def _qualified(name, namespaces):
    if name.startswith('{') or name in ('*', '.', '..'):
        return name
    prefix, colon, local = name.partition(':')
    if colon:
        if not namespaces or prefix not in namespaces:
            raise SyntaxError(f'prefix {prefix!r} not found in prefix map')
        return f'{{{namespaces[prefix]}}}{local}'
    default = (namespaces or {}).get('')
    return f'{{{default}}}{name}' if default else name


def _matches(tag, name):
    if name == '*':
        return True
    if not isinstance(tag, str):
        return False
    if name.startswith('{}'):
        return not tag.startswith('{') and name[2:] in ('*', tag)
    if name.startswith('{*}'):
        return name == '{*}*' or tag.rpartition('}')[2] == name[3:]
    if name.endswith('}*'):
        return tag.startswith(name[:-1])
    return tag == name


def _parents(root):
    return {id(child): parent for parent in root.iter() for child in parent}


def _stepped(root, elements, name, namespaces, whole):  #: -
    name = _qualified(name, namespaces)
    if name == '.':
        return [below for element in elements for below in element.iter()] if whole else elements
    if name == '..':
        parents, out = _parents(root), []
        for element in elements:
            parent = parents.get(id(element))
            if parent is not None and not any(parent is one for one in out):
                out.append(parent)
        return out
    out = []
    for element in elements:
        for child in (element.iter() if whole else element):
            if child is not element and _matches(child.tag, name):
                out.append(child)
    return out


def _kept(elements, root, predicate, namespaces):  #: -
    import re
    if re.fullmatch(r'-?\d+|last\(\)(\s*-\s*\d+)?', predicate):
        if predicate.startswith('last'):
            place = -1 - int(predicate.partition('-')[2] or 0)
            if '-' in predicate and place == -1:
                raise SyntaxError('XPath offset from last() must be negative')
        else:
            place = int(predicate) - 1
            if place < 0:
                raise SyntaxError('XPath position >= 1 expected')
        parents, out = _parents(root), []
        for element in elements:
            parent = parents.get(id(element))
            same = [] if parent is None else [one for one in parent if one.tag == element.tag]
            if -len(same) <= place < len(same) and same[place] is element:
                out.append(element)
        return out
    if re.fullmatch(r'last\(\)\s*\+.*', predicate):
        raise SyntaxError('XPath offset from last() must be negative')
    found = re.fullmatch(r'''(@?)([^=!\s]+)\s*(?:(!?=)\s*(?:'([^']*)'|"([^"]*)"))?''', predicate)
    if not found:
        raise SyntaxError('invalid predicate')
    at, name, relation, one, two = found.groups()
    wanted = one if one is not None else two
    if at:
        name = _qualified(name, None)
        if not relation:
            return [e for e in elements if e.get(name) is not None]
        if relation == '=':
            return [e for e in elements if e.get(name) == wanted]
        return [e for e in elements if e.get(name, wanted) != wanted]
    if name == '.':
        return [e for e in elements if (''.join(e.itertext()) == wanted) == (relation == '=')]
    if not relation:
        return [e for e in elements if e.find(name, namespaces) is not None]
    return [e for e in elements if any((''.join(c.itertext()) == wanted) == (relation == '=')
                                       for c in e.findall(name, namespaces))]


class TreeBuilder:  #: -
    """Makes a tree of starts, ends and data."""
    __slots__ = '_factory', '_open', '_last', '_root', '_data', '_after', '_makes', '_inserts'

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._factory, self._open, self._last, self._root, self._data = element_factory or Element, [], None, None, []
        self._after = False
        self._makes = comment_factory or Comment, pi_factory or ProcessingInstruction
        self._inserts = insert_comments, insert_pis

    def _plain(self, text):
        as_usual = self._factory is Element and self._inserts == (False, False) and self._makes == (Comment, ProcessingInstruction)
        if as_usual and self._last is None and not self._open:
            self._root = _plainly(text)
        return self._root

    def _flush(self):
        if self._data:
            text = ''.join(self._data)
            if self._last is not None:
                where = 'tail' if self._after else 'text'
                setattr(self._last, where, (getattr(self._last, where) or '') + text)
            self._data = []

    def start(self, tag, attrs, /):
        self._flush()
        made = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(made)
        elif self._root is None:
            self._root = made
        self._open.append(made)
        self._last, self._after = made, False
        return made

    def end(self, tag, /):
        self._flush()
        if not self._open:
            raise IndexError('pop from empty stack')
        self._last, self._after = self._open.pop(), True
        return self._last

    def data(self, data, /):
        self._data.append(data)

    def comment(self, text, /):
        return self._alone(self._makes[0](text), self._inserts[0])

    def pi(self, target, text=None, /):
        return self._alone(self._makes[1](target, text), self._inserts[1])

    def _alone(self, made, inserts):
        if inserts:
            self._flush()
            if self._open:
                self._open[-1].append(made)
            self._last, self._after = made, True
        return made

    def close(self):
        return self._root


def _plainly(text):
    """The root of a plain document, read natively."""


class XMLParser:  #: -
    """Reads a document piece by piece and tells its target what is in it."""
    __slots__ = 'target', 'entity', '_encoding', '_reader', '_decoder'
    version = 'Expat 2.6.3'

    def __init__(self, *, target=None, encoding=None):
        for name in () if target is None else ('start_ns', 'end_ns', 'start', 'data', 'end', 'comment', 'pi', 'close', 'doctype'):
            getattr(target, name, None)
        self.target, self.entity, self._encoding = TreeBuilder() if target is None else target, {}, encoding
        self._reader = self._decoder = None

    def _setevents(self, queue, events):
        from _xml_pull import Events
        self._reader = Reader(Events(self.target, queue, events), {}, self.entity)

    def feed(self, data, /):
        if not isinstance(data, (str, bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._read(data, False)

    def _read(self, data, whole, at_once=False):
        if self._reader is None:
            self._reader = Reader(self.target, {}, self.entity)
            if self._reader._tell['doctype'] is None and hasattr(self, 'doctype'):
                self._reader._tell['doctype'] = _ignored
        try:
            self._reader.feed(self._decoded(data, whole), whole, at_once)
        except Wrong as wrong:
            error = ParseError(str(wrong))
            error.code, error.position = wrong.code, wrong.position
        else:
            return
        raise error

    def _decoded(self, data, whole):
        if self._decoder is None:
            if isinstance(data, str):
                return data
            self._decoder = Decoder(self._encoding)
        data = data.encode('utf-8', 'surrogatepass') if isinstance(data, str) else bytes(data)
        try:
            return self._decoder.decode(data, whole)
        except UnicodeDecodeError as error:
            raise undecoded(self._reader, error) from None

    def _parse_whole(self, data):
        """The result of a document that is there as a whole."""
        if type(self) is XMLParser and type(self.target) is TreeBuilder and self._reader is None and not self.entity:
            text = data
            if isinstance(data, (bytes, bytearray)):
                try:
                    text = Decoder(self._encoding).decode(bytes(data), True)
                except (UnicodeDecodeError, Wrong):
                    text = ''
            if isinstance(text, str) and (root := self.target._plain(text)) is not None:
                return root
        self.feed(data)
        return self.close()

    def close(self):
        self._read('' if self._decoder is None else b'', True)
        close = getattr(self.target, 'close', None)
        return close() if close is not None else None

    def flush(self):
        """What has been held back until there is more is read."""
        if self._reader is not None:
            self._read('' if self._decoder is None else b'', False, True)


_open_extension(TreeBuilder, XMLParser)


def _ignored(name, public, system):
    import warnings
    warnings.warn('The doctype() method of XMLParser is ignored.  Define doctype() method on the TreeBuilder target.',
                  RuntimeWarning, stacklevel=2)


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
            self.parse(file)

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
        return self._root.iter(tag)

    def find(self, path, namespaces=None):
        return self._root.find(_from_root(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(_from_root(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(_from_root(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(_from_root(path), namespaces)

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
    if level < 0:
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
    if len(tree):
        spread(tree, level)


def register_namespace(prefix, uri):
    import re
    if re.match(r'ns\d+$', prefix):
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


from _frames import shortcuts as _shortcuts
_shortcuts(9, Element, _plainly, SubElement, _plainly_written, _namespace_map, Comment, ProcessingInstruction)
