"""A document as a row of events with nodes, of which the program expands to trees what it wants."""
import xml.sax
import xml.sax.handler
from collections import deque

START_ELEMENT, END_ELEMENT, COMMENT = 'START_ELEMENT', 'END_ELEMENT', 'COMMENT'
START_DOCUMENT, END_DOCUMENT = 'START_DOCUMENT', 'END_DOCUMENT'
PROCESSING_INSTRUCTION, IGNORABLE_WHITESPACE, CHARACTERS = 'PROCESSING_INSTRUCTION', 'IGNORABLE_WHITESPACE', 'CHARACTERS'
default_bufsize = 2 ** 14 - 20
_XMLNS = 'http://www.w3.org/2000/xmlns/'


class PullDOM(xml.sax.ContentHandler):
    """Makes a node of each call and keeps it as an event."""
    _locator = document = None

    def __init__(self, documentFactory=None):
        from xml.dom import XML_NAMESPACE
        self.documentFactory, self.events, self.elementStack = documentFactory, deque(), []
        self.push, self.pop = self.elementStack.append, self.elementStack.pop
        self._prefixes, self._outer, self._declared = {XML_NAMESPACE: 'xml'}, [], []
        # What stands before the root element waits for its document.
        self.pending_events = []

    def _tell(self, token, node):
        self.events.append((token, node))
        return node

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._declared.append((prefix or 'xmlns', uri))
        self._outer.append(self._prefixes)
        self._prefixes = {**self._prefixes, uri: prefix or None}

    def endPrefixMapping(self, prefix):
        self._prefixes = self._outer.pop()

    def _qualified(self, uri, local):
        prefix = self._prefixes[uri]
        return f'{prefix}:{local}' if prefix else local

    def startElementNS(self, name, tagName, attrs):
        for prefix, value in self._declared:
            attrs._attrs[_XMLNS, prefix] = value
        self._declared = []
        uri, local = name
        tag = local if not uri else self._qualified(uri, local) if tagName is None else tagName
        if not self.document:
            node = self.buildDocument(uri or None, tag)
        else:
            node = self.document.createElementNS(uri, tag) if uri else self.document.createElement(tag)
        for (space, local), value in attrs.items():
            if space:
                shown = self._qualified(space, local) if space != _XMLNS else local if local == 'xmlns' else f'xmlns:{local}'
                attr = self.document.createAttributeNS(space, shown)
                node.setAttributeNodeNS(attr)
            else:
                attr = self.document.createAttribute(local)
                node.setAttributeNode(attr)
            attr.value = value
        self.push(self._tell(START_ELEMENT, node))

    def endElementNS(self, name, tagName):
        self._tell(END_ELEMENT, self.pop())

    def startElement(self, name, attrs):
        node = self.document.createElement(name) if self.document else self.buildDocument(None, name)
        for word, value in attrs.items():
            attr = self.document.createAttribute(word)
            attr.value = value
            node.setAttributeNode(attr)
        self.push(self._tell(START_ELEMENT, node))

    def endElement(self, name):
        self._tell(END_ELEMENT, self.pop())

    def comment(self, s):
        if self.document:
            self._tell(COMMENT, self.document.createComment(s))
        else:
            self.pending_events.append((COMMENT, s))

    def processingInstruction(self, target, data):
        if self.document:
            self._tell(PROCESSING_INSTRUCTION, self.document.createProcessingInstruction(target, data))
        else:
            self.pending_events.append((PROCESSING_INSTRUCTION, target, data))

    def ignorableWhitespace(self, chars):
        self._tell(IGNORABLE_WHITESPACE, self.document.createTextNode(chars))

    def characters(self, chars):
        self._tell(CHARACTERS, self.document.createTextNode(chars))

    def startDocument(self):
        if self.documentFactory is None:
            from xml.dom.minidom import Document
            self.documentFactory = Document.implementation

    def buildDocument(self, uri, tagname):
        """The document, which is made once its root is known; gives that."""
        self.document = document = self.documentFactory.createDocument(uri, tagname, None)
        self.push(self._tell(START_DOCUMENT, document))
        for token, *given in self.pending_events:
            self._tell(token, (document.createComment if token == COMMENT else document.createProcessingInstruction)(*given))
        self.pending_events = None
        return document.firstChild

    def endDocument(self):
        self._tell(END_DOCUMENT, self.document)
        self.pop()

    def clear(self):
        self.document = None


class ErrorHandler:
    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """The events of a document, read as they are asked for."""

    def __init__(self, stream, parser, bufsize):
        self.stream, self.parser, self.bufsize = stream, parser, bufsize
        self._ended, self._failure, self._parts = None, None, 0
        self.reset()

    def reset(self):
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __iter__(self):
        return self

    def __next__(self):
        event = self.getEvent()
        if event:
            return event
        raise StopIteration

    def expandNode(self, node):
        """Reads on to the node's end and puts under it what is in it."""
        parents = [node]
        while (event := self.getEvent()) and event[1] is not node:
            token, found = event
            if token == END_ELEMENT:
                parents.pop()
                continue
            parents[-1].appendChild(found)
            if token == START_ELEMENT:
                parents.append(found)

    def getEvent(self):
        events = self.pulldom.events
        while not events and not self._ended:
            self._read()
        if self._ended and (not events or events[0][0] == END_DOCUMENT):
            failure, self._failure = self._failure, None
            if failure is not None:
                raise failure
            if not events or self._ended is True:
                self._ended = 'told'
                return None
        return events.popleft()

    def _read(self):
        try:
            if not hasattr(self.parser, 'feed'):
                self.parser.parse(self.stream)
                self._ended = 'told'
            elif part := self.stream.read(self.bufsize):
                self._parts += 1
                self.parser.feed(part)
            else:
                self._ended = True
                self.parser.close()
        except Exception as error:
            if self._parts < 2:
                raise
            # What is in the parts before the broken one comes first.
            self._ended, self._failure = True, error

    def clear(self):
        self.pulldom.clear()
        del self.pulldom
        self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """Makes a tree of the whole document as well."""

    def _under(self, parent):
        parent.appendChild(self.events[-1][1])

    def startElementNS(self, name, tagName, attrs):
        PullDOM.startElementNS(self, name, tagName, attrs)
        self._under(self.elementStack[-2])

    def startElement(self, name, attrs):
        PullDOM.startElement(self, name, attrs)
        self._under(self.elementStack[-2])

    def processingInstruction(self, target, data):
        PullDOM.processingInstruction(self, target, data)
        self._under(self.elementStack[-1])

    def ignorableWhitespace(self, chars):
        PullDOM.ignorableWhitespace(self, chars)
        self._under(self.elementStack[-1])

    def characters(self, chars):
        PullDOM.characters(self, chars)
        self._under(self.elementStack[-1])


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file, given by its name or open."""
    stream = open(stream_or_string, 'rb') if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), default_bufsize if bufsize is None else bufsize)


def parseString(string, parser=None):
    from io import StringIO
    return DOMEventStream(StringIO(string), parser or xml.sax.make_parser(), len(string))
