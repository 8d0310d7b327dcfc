"""A parser of XML that calls handlers as expat does, once a document is whole."""
import re
from xml.etree import ElementTree as _tree

EXPAT_VERSION, version_info, native_encoding = 'expat_2.6.3', (2, 6, 3), 'UTF-8'
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)
_HANDLERS = ('StartElementHandler', 'EndElementHandler', 'CharacterDataHandler', 'CommentHandler',
             'ProcessingInstructionHandler', 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'XmlDeclHandler',
             'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'DefaultHandler', 'DefaultHandlerExpand',
             'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'EntityDeclHandler', 'NotationDeclHandler',
             'ElementDeclHandler', 'AttlistDeclHandler', 'UnparsedEntityDeclHandler', 'ExternalEntityRefHandler',
             'NotStandaloneHandler', 'SkippedEntityHandler')


class ExpatError(Exception):
    """What is no XML, with its line and column."""


ExpatError.__module__ = 'xml.parsers.expat'
error = ExpatError


class errors:
    """What errors are called, and their numbers."""
    messages = dict(_tree._MESSAGES)
    codes = {text: number for number, text in _tree._MESSAGES.items()}


for _number, _name in (
        (2, 'SYNTAX'), (3, 'NO_ELEMENTS'), (4, 'INVALID_TOKEN'), (5, 'UNCLOSED_TOKEN'), (7, 'TAG_MISMATCH'),
        (8, 'DUPLICATE_ATTRIBUTE'), (9, 'JUNK_AFTER_DOC_ELEMENT'), (11, 'UNDEFINED_ENTITY')):
    setattr(errors, 'XML_ERROR_' + _name, _tree._MESSAGES[_number])


def ErrorString(code):
    """What an error's number means."""
    return errors.messages.get(code)


class XMLParserType:
    """A parser; its handlers are attributes."""
    buffer_text, ordered_attributes, specified_attributes, namespace_prefixes = False, False, False, False
    buffer_size, buffer_used = 8192, 0

    def __init__(self, encoding=None, separator=None):
        self._encoding, self._separator, self._parts, self._entities, self._done = encoding, separator, [], {}, False
        self._text, self._at, self._held = '', 0, ''
        self.intern, self._base = {}, None
        for name in _HANDLERS:
            setattr(self, name, None)

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
        """Takes a part of the document; with the last one the handlers are called."""
        if self._done:
            raise _expat_error('parsing finished', 36, 1, 0)
        self._parts.append(data.encode() if isinstance(data, str) else bytes(data))
        if not isfinal:
            return 1
        self._done = True
        text = b''.join(self._parts)
        try:
            self._text = _tree._decoded(text, 'utf-8' if text and isinstance(data, str) else self._encoding)
            _tree._read(self._text, self, self._entities)
        except _tree.ParseError as wrong:
            message, line, column = re.fullmatch(r'(.*): line (\d+), column (\d+)', str(wrong), re.S).groups()
            self._flush()
            self._wrong = int(line), int(column)
            raise _expat_error(message, wrong.code, int(line), int(column)) from None
        self._flush()
        return 1

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
                self._data(_tree._replaced(part, 0, part, entities))
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
            if self.EndDoctypeDeclHandler:
                self.EndDoctypeDeclHandler()


def _expat_error(message, code, line, column):
    wrong = ExpatError(f'{message}: line {line}, column {column}')
    wrong.code, wrong.lineno, wrong.offset = code, line, column
    return wrong


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError('namespace_separator must be at most one character, omitted, or None')
    return XMLParserType(encoding, namespace_separator)
