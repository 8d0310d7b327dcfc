"""Elements made of what is read."""
from _frames import open_extension as _open_extension
from _xml_reader import Decoder, Reader, Wrong, undecoded

from xml.etree._elements import Comment, Element, ProcessingInstruction

__name__ = 'xml.etree.ElementTree'  # where what is here is said to be


class ParseError(SyntaxError):  #: in xml/etree/ElementTree.py
    """A document that is not well-formed: `code` and `position` (line, column)."""


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
