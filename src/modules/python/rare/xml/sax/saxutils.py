"""Text as XML has it, and a handler that writes."""
import codecs
import io
from . import handler, xmlreader


def escape(data, entities={}):
    """With `&`, `<` and `>` as references."""
    data = data.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;')
    for key, value in entities.items():
        data = data.replace(key, value)
    return data


def unescape(data, entities={}):
    """Without such references."""
    data = data.replace('&lt;', '<').replace('&gt;', '>')
    for key, value in entities.items():
        data = data.replace(key, value)
    return data.replace('&amp;', '&')


def quoteattr(data, entities={}):
    """An attribute's value between quotes."""
    data = escape(data, {**entities, '\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
    if '"' not in data:
        return f'"{data}"'
    return f"'{data}'" if "'" not in data else '"%s"' % data.replace('"', '&quot;')


class XMLGenerator(handler.ContentHandler):
    """Writes what it is told."""

    def __init__(self, out=None, encoding='iso-8859-1', short_empty_elements=False):
        super().__init__()
        if out is None:
            import sys
            out = sys.stdout
        if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)):
            self._write, self._flush = out.write, getattr(out, 'flush', lambda: None)
        else:
            # One encoder for all: a byte order mark is written once.
            encoder = codecs.getincrementalencoder(encoding)('xmlcharrefreplace')
            self._write = lambda text: out.write(encoder.encode(text))
            self._flush = getattr(out, 'flush', lambda: None)
        self._encoding, self._short, self._pending = encoding, short_empty_elements, False
        self._spaces, self._contexts, self._new = {}, [], []

    def _qname(self, name):
        space, local = name
        if space:
            if space == 'http://www.w3.org/XML/1998/namespace':
                return 'xml:' + local
            prefix = self._spaces[space]
            return f'{prefix}:{local}' if prefix else local
        return local

    def _finish(self):
        if self._pending:
            self._write('>')
            self._pending = False

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._contexts.append(self._spaces.copy())
        self._spaces[uri] = prefix
        self._new.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._spaces = self._contexts.pop()

    def _open(self, name, attributes):
        self._write(name)
        for key, value in attributes:
            self._write(f' {key}={quoteattr(value)}')
        self._pending = self._short
        if not self._short:
            self._write('>')

    def startElement(self, name, attrs):
        self._finish()
        self._open('<' + name, attrs.items())

    def _close(self, name):
        if self._pending:
            self._write('/>')
            self._pending = False
        else:
            self._write(f'</{name}>')

    def endElement(self, name):
        self._close(name)

    def startElementNS(self, name, qname, attrs):
        self._finish()
        new = [('xmlns:' + prefix if prefix else 'xmlns', uri) for prefix, uri in self._new]
        self._new = []
        self._open('<' + self._qname(name), new + [(self._qname(key), value) for key, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._close(self._qname(name))

    def characters(self, content):
        if content:
            self._finish()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish()
        self._write(f'<?{target} {data}?>')


class XMLFilterBase(xmlreader.XMLReader):
    """Stands between a reader and its handlers, and hands on what it is told."""

    def __init__(self, parent=None):
        super().__init__()
        self._parent = parent

    def parse(self, source):
        for name in 'ContentHandler', 'ErrorHandler', 'EntityResolver', 'DTDHandler':
            getattr(self._parent, 'set' + name)(self)
        self._parent.parse(source)

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent

    def getFeature(self, name):
        return self._parent.getFeature(name)

    def setFeature(self, name, state):
        self._parent.setFeature(name, state)

    def getProperty(self, name):
        return self._parent.getProperty(name)

    def setProperty(self, name, value):
        self._parent.setProperty(name, value)

    def setDocumentLocator(self, locator):
        self._locator = locator
        self._cont_handler.setDocumentLocator(locator)


def _handed_on(name, where):
    def hand_on(self, *given):
        return getattr(getattr(self, where), name)(*given)
    hand_on.__name__ = name
    return hand_on


for _where, _names in (
        ('_cont_handler', 'startDocument endDocument startPrefixMapping endPrefixMapping startElement endElement startElementNS '
                          'endElementNS characters ignorableWhitespace processingInstruction skippedEntity'),
        ('_err_handler', 'error fatalError warning'), ('_ent_handler', 'resolveEntity'),
        ('_dtd_handler', 'notationDecl unparsedEntityDecl')):
    for _name in _names.split():
        setattr(XMLFilterBase, _name, _handed_on(_name, _where))


def prepare_input_source(source, base=''):
    """An InputSource that is open: of a name, a path or a file."""
    import os
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, 'read'):
        file = source
        source = xmlreader.InputSource()
        if isinstance(file.read(0), str):
            source.setCharacterStream(file)
        else:
            source.setByteStream(file)
        if isinstance(getattr(file, 'name', None), str):
            source.setSystemId(file.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        source.setByteStream(open(source.getSystemId(), 'rb'))
    return source
