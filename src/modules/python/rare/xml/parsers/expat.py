"""A parser of XML that calls handlers as expat does, once a document is whole."""
import re
import sys
import types
import _xml_reader

EXPAT_VERSION, version_info, native_encoding = 'expat_2.6.3', (2, 6, 3), 'UTF-8'
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)
_HANDLERS = ('StartElementHandler', 'EndElementHandler', 'CharacterDataHandler', 'CommentHandler',
             'ProcessingInstructionHandler', 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'XmlDeclHandler',
             'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'DefaultHandler', 'DefaultHandlerExpand',
             'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'EntityDeclHandler', 'NotationDeclHandler',
             'ElementDeclHandler', 'AttlistDeclHandler', 'UnparsedEntityDeclHandler', 'ExternalEntityRefHandler',
             'NotStandaloneHandler', 'SkippedEntityHandler')
_READ_ONLY = ('ErrorCode', 'ErrorLineNumber', 'ErrorColumnNumber', 'ErrorByteIndex', 'CurrentLineNumber', 'CurrentColumnNumber',
              'CurrentByteIndex', 'buffer_used')
_QUOTED = r"""("[^"]*"|'[^']*')"""
_ENTITY = rf'<!ENTITY\s+(%\s+)?(\S+)\s+(?:{_QUOTED}|(?:PUBLIC\s+{_QUOTED}|SYSTEM)\s+{_QUOTED}(?:\s+NDATA\s+([^\s>]+))?)\s*>'


class ExpatError(Exception):
    """What is no XML, with its line and column."""


ExpatError.__module__ = 'xml.parsers.expat'
error = ExpatError


# What errors are called, and their numbers.
errors = types.ModuleType('pyexpat.errors')
errors.messages = dict(_xml_reader.MESSAGES)
errors.codes = {text: number for number, text in _xml_reader.MESSAGES.items()}
for _number, _name in enumerate((
        'NO_MEMORY SYNTAX NO_ELEMENTS INVALID_TOKEN UNCLOSED_TOKEN PARTIAL_CHAR TAG_MISMATCH DUPLICATE_ATTRIBUTE JUNK_AFTER_DOC_ELEMENT '
        'PARAM_ENTITY_REF UNDEFINED_ENTITY RECURSIVE_ENTITY_REF ASYNC_ENTITY BAD_CHAR_REF BINARY_ENTITY_REF ATTRIBUTE_EXTERNAL_ENTITY_REF '
        'MISPLACED_XML_PI UNKNOWN_ENCODING INCORRECT_ENCODING UNCLOSED_CDATA_SECTION EXTERNAL_ENTITY_HANDLING NOT_STANDALONE '
        'UNEXPECTED_STATE ENTITY_DECLARED_IN_PE FEATURE_REQUIRES_XML_DTD CANT_CHANGE_FEATURE_ONCE_PARSING UNBOUND_PREFIX UNDECLARING_PREFIX '
        'INCOMPLETE_PE XML_DECL TEXT_DECL PUBLICID SUSPENDED NOT_SUSPENDED ABORTED FINISHED SUSPEND_PE RESERVED_PREFIX_XML '
        'RESERVED_PREFIX_XMLNS RESERVED_NAMESPACE_URI INVALID_ARGUMENT NO_BUFFER AMPLIFICATION_LIMIT_BREACH').split(), 1):
    setattr(errors, 'XML_ERROR_' + _name, _xml_reader.MESSAGES[_number])
sys.modules['xml.parsers.expat.errors'] = errors

# How a declaration of an element is made of others.
model = types.ModuleType('pyexpat.model')
for _at, _group in enumerate(('TYPE_EMPTY TYPE_ANY TYPE_MIXED TYPE_NAME TYPE_CHOICE TYPE_SEQ', 'QUANT_NONE QUANT_OPT QUANT_REP QUANT_PLUS')):
    for _number, _name in enumerate(_group.split(), 1 - _at):
        setattr(model, 'XML_C' + _name, _number)
sys.modules['xml.parsers.expat.model'] = model


def ErrorString(code):
    """What an error's number means."""
    return errors.messages.get(code)


class XMLParserType:
    """A parser; its handlers are attributes."""
    __module__ = 'pyexpat'
    buffer_text, ordered_attributes, specified_attributes, namespace_prefixes = False, False, False, False
    buffer_size, buffer_used = 8192, 0

    def __init__(self, encoding=None, separator=None, intern=None):
        self._encoding, self._separator, self._entities, self._done = encoding, separator, {}, False
        self._text, self._at, self._held = '', 0, ''
        self._reader = self._decoder = None
        self._intern, self._base, self._defers = {} if intern is None else intern, None, True
        for name in _HANDLERS:
            setattr(self, name, None)

    def __setattr__(self, name, value):
        if name in ('buffer_text', 'ordered_attributes', 'specified_attributes', 'namespace_prefixes'):
            value = bool(value)
        elif name == 'buffer_size':
            if not isinstance(value, int):
                raise TypeError('buffer_size must be an integer')
            if value <= 0:
                raise ValueError('buffer_size must be greater than zero')
            if value >> 63:
                raise OverflowError('Python int too large to convert to C long')
            if value >> 31:
                raise ValueError('buffer_size must not be greater than 2147483647')
            self._flush()
        else:
            self._settable(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self._settable(name)
        super().__delattr__(name)

    @staticmethod
    def _settable(name):
        if not isinstance(name, str):
            raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
        if name in _READ_ONLY:
            raise AttributeError(f"attribute {name!r} of 'pyexpat.xmlparser' objects is not writable")
        if name == 'intern':
            raise AttributeError('readonly attribute')
        if name[:1] != '_' and name not in _HANDLERS:
            raise AttributeError(f"'pyexpat.xmlparser' object has no attribute {name!r} and no __dict__ for setting new attributes")

    intern = property(lambda self: self._intern)

    def GetReparseDeferralEnabled(self):
        return self._defers

    def SetReparseDeferralEnabled(self, enabled, /):
        """Whether what is no token yet is looked at again only when there is twice as much of it."""
        self._defers = bool(enabled)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def UseForeignDTD(self, flag=True, /):
        pass

    def SetParamEntityParsing(self, flag, /):
        return 1

    def GetInputContext(self):
        return None

    CurrentByteIndex = ErrorByteIndex = property(lambda self: len(self._text[:self._at].encode()))
    CurrentLineNumber = property(lambda self: self._text.count('\n', 0, self._at) + 1)
    CurrentColumnNumber = property(lambda self: self._at - self._text.rfind('\n', 0, self._at) - 1)

    def Parse(self, data, isfinal=False, /):
        """Takes a part of the document, and calls the handlers of what is in it."""
        if self._done:
            raise _expat_error('parsing finished', 36, 1, 0)
        self._done = bool(isfinal)
        if self._reader is None:
            self._reader = _xml_reader.Reader(self, self._entities)
        try:
            text = self._decoded(data)
            self._reader.feed(text, self._done, not self._defers)
        except _xml_reader.Wrong as wrong:
            self._flush()
            self._wrong, self._done = wrong.position, True
            raise _expat_error(wrong.message, wrong.code, *wrong.position) from None
        if isfinal:
            self._flush()
        return 1

    def _decoded(self, data):
        if self._decoder is None:
            self._decoder = _xml_reader.Decoder('utf-8' if isinstance(data, str) and data else self._encoding)
        data = data.encode() if isinstance(data, str) else bytes(data)
        try:
            return self._decoder.decode(data, self._done)
        except UnicodeDecodeError as error:
            raise _xml_reader.undecoded(self._reader, error) from None

    ErrorLineNumber = property(lambda self: getattr(self, '_wrong', (self.CurrentLineNumber, 0))[0])
    ErrorColumnNumber = property(lambda self: getattr(self, '_wrong', (0, self.CurrentColumnNumber))[1])
    ErrorCode = 0

    def ParseFile(self, file, /):
        """Reads a document from a file."""
        return self.Parse(file.read(), True)

    def _flush(self):
        if self._held:
            held, self._held = self._held, ''
            if self.CharacterDataHandler:
                self.CharacterDataHandler(held)

    def _data(self, text):
        if self.buffer_text:
            self._held += text
        elif self.CharacterDataHandler:
            self.CharacterDataHandler(text)

    def comment(self, text):
        self._flush()
        if self.CommentHandler:
            self.CommentHandler(text)

    def pi(self, target, data):
        self._flush()
        if self.ProcessingInstructionHandler:
            self.ProcessingInstructionHandler(target, data)

    def _name(self, tag):
        if self._separator is None or tag[0] != '{':
            return tag
        space, _, local = tag[1:].partition('}')
        return space + self._separator + local

    def _raw(self, what, *given):
        if what == 'at':
            self._text, self._at = given
            return
        if what == 'data':
            piece, entities = given
            for part in re.findall(r'\n|&[^;]*;|[^\n&]+', piece):
                self._data(_xml_reader.replaced(self._reader, 0, part))
            return
        self._flush()
        if what == 'start':
            name, attributes, tag, spread = given
            if self._separator is not None:
                if self.StartNamespaceDeclHandler:
                    for key, value in attributes.items():
                        if key.partition(':')[0] == 'xmlns':
                            self.StartNamespaceDeclHandler(key[6:] or None, value)
                name, attributes = self._name(tag), {self._name(key): value for key, value in spread.items()}
            if self.StartElementHandler:
                pairs = [each for pair in attributes.items() for each in pair] if self.ordered_attributes else attributes
                self.StartElementHandler(name, pairs)
        elif what == 'end':
            if self.EndElementHandler:
                self.EndElementHandler(given[0] if self._separator is None else self._name(given[1]))
        elif what == 'cdata':
            if self.StartCdataSectionHandler:
                self.StartCdataSectionHandler()
            for part in re.findall(r'\n|[^\n]+', given[0]):
                self._data(part)
            self._flush()
            if self.EndCdataSectionHandler:
                self.EndCdataSectionHandler()
        elif what == 'declaration' and self.XmlDeclHandler:
            found = dict(re.findall(r'''(\w+)\s*=\s*["']([^"']*)''', given[0]))
            self.XmlDeclHandler(found.get('version'), found.get('encoding'),
                                {'yes': 1, 'no': 0}.get(found.get('standalone'), -1))
        elif what == 'doctype':
            found = re.match(r'''\s*([^\s\[]+)\s*(?:(PUBLIC\s+["']([^"']*)["']\s*|SYSTEM\s+)["']([^"']*)["'])?\s*(\[)?''', given[0])
            if found and self.StartDoctypeDeclHandler:
                self.StartDoctypeDeclHandler(found[1], found[4], found[3], 1 if found[5] else 0)
            if self.EntityDeclHandler:
                for entity in re.finditer(_ENTITY, given[0]):
                    of_parameters, name, value, public, system, notation = entity.groups()
                    self.EntityDeclHandler(name, 1 if of_parameters else 0, value and value[1:-1], self._base, system and system[1:-1],
                                           public and public[1:-1], notation)
            if self.EndDoctypeDeclHandler:
                self.EndDoctypeDeclHandler()


XMLParserType.__name__ = XMLParserType.__qualname__ = 'xmlparser'


def _expat_error(message, code, line, column):
    wrong = ExpatError(f'{message}: line {line}, column {column}')
    wrong.code, wrong.lineno, wrong.offset = code, line, column
    return wrong


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser."""
    for name, value in ('encoding', encoding), ('namespace_separator', namespace_separator):
        if not isinstance(value, (str, type(None))):
            raise TypeError(f"ParserCreate() argument {name!r} must be str or None, not {type(value).__name__}")
        if value and '\0' in value:
            raise ValueError('embedded null character')
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError('namespace_separator must be at most one character, omitted, or None')
    if not isinstance(intern, (dict, type(None))):
        raise TypeError('intern must be a dictionary')
    return XMLParserType(encoding, namespace_separator, intern)
