"""The reader that there is: over xml.parsers.expat."""
from xml.parsers import expat
from . import handler, xmlreader
from ._exceptions import SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = '2.20'


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """Reads a document and calls handlers."""

    def __init__(self, namespaceHandling=0, bufsize=2**16 - 20):
        super().__init__()
        self._source, self._parser, self._spaces, self._parsing = xmlreader.InputSource(), None, namespaceHandling, False
        self._lexical, self._prefixes, self._place = None, [], None

    def parse(self, source):
        """Reads a document: a file's name, a file or an InputSource."""
        from .saxutils import prepare_input_source
        source = prepare_input_source(source)
        self._source = source
        self.reset()
        self._cont_handler.setDocumentLocator(self)
        file = source.getCharacterStream() or source.getByteStream()
        try:
            while data := file.read(65516):
                self.feed(data)
            self.close()
        finally:
            file.close()

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._spaces
        if name in (handler.feature_string_interning, handler.feature_validation, handler.feature_external_pes,
                    handler.feature_namespace_prefixes, handler.feature_external_ges):
            return 0
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException('Cannot set features while parsing')
        if name == handler.feature_namespaces:
            self._spaces = state
        elif name in (handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes):
            if state:
                what = {handler.feature_validation: 'expat does not support validation',
                        handler.feature_external_pes: 'expat does not read external parameter entities',
                        handler.feature_namespace_prefixes: 'expat does not report namespace prefixes'}
                raise SAXNotSupportedException(what[name])
        elif name not in (handler.feature_external_ges, handler.feature_string_interning):
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lexical
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name != handler.property_lexical_handler:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")
        self._lexical = value

    def reset(self):
        """Begins anew."""
        self._parser = parser = expat.ParserCreate(self._source.getEncoding(), ' ' if self._spaces else None)
        self._parsing, self._ended, self._prefixes, self._place = False, False, [], None
        parser.StartElementHandler, parser.EndElementHandler = (
            (self._start_ns, self._end_ns) if self._spaces else (self._start, self._end))
        parser.StartNamespaceDeclHandler = self._prefix
        parser.CharacterDataHandler = lambda text: self._cont_handler.characters(text)
        parser.ProcessingInstructionHandler = lambda *given: self._cont_handler.processingInstruction(*given)
        lexical = self._lexical
        if lexical is not None:
            parser.CommentHandler = lexical.comment
            parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = lexical.startCDATA, lexical.endCDATA
            parser.StartDoctypeDeclHandler = lambda name, system, public, inner: lexical.startDTD(name, public, system)
            parser.EndDoctypeDeclHandler = lexical.endDTD

    def feed(self, data, isFinal=False):
        """Takes a part of the document."""
        if not self._parsing:
            self.reset() if self._parser is None else None
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.ExpatError as error:
            self._place = error.lineno, error.offset
            self._err_handler.fatalError(SAXParseException(expat.ErrorString(error.code) or str(error), error, self))

    def flush(self):
        """What has been held back until there is more is looked at."""
        if self._parser is None:
            return
        defers = self._parser.GetReparseDeferralEnabled()
        try:
            self._parser.SetReparseDeferralEnabled(False)
            self.feed(b'')
        finally:
            self._parser.SetReparseDeferralEnabled(defers)

    def close(self):
        """The document is whole."""
        if self._parser is None or self._ended:
            return
        self.feed(b'', isFinal=True)
        self._cont_handler.endDocument()
        self._parsing, self._ended = False, True

    def getColumnNumber(self):
        return self._place[1] if self._place else None if self._parser is None else self._parser.CurrentColumnNumber

    def getLineNumber(self):
        return self._place[0] if self._place else 1 if self._parser is None else self._parser.CurrentLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    def _start(self, name, attrs):
        self._cont_handler.startElement(name, xmlreader.AttributesImpl(attrs))

    def _end(self, name):
        self._cont_handler.endElement(name)

    def _prefix(self, prefix, uri):
        self._prefixes.append(prefix)
        self._cont_handler.startPrefixMapping(prefix, uri)

    @staticmethod
    def _pair(name):
        space, _, local = name.rpartition(' ')
        return space or None, local

    def _start_ns(self, name, attrs):
        found = {self._pair(key): value for key, value in attrs.items()}
        self._cont_handler.startElementNS(self._pair(name), None, xmlreader.AttributesNSImpl(
            found, {pair: pair[1] for pair in found}))

    def _end_ns(self, name):
        self._cont_handler.endElementNS(self._pair(name), None)


def create_parser(*args, **kwargs):
    """A reader."""
    return ExpatParser(*args, **kwargs)
