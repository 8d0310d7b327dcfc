"""Events of a document while it is being read."""
from collections import deque
from xml.etree.ElementTree import TreeBuilder, XMLParser

__name__ = 'xml.etree.ElementTree'  # where what is here is said to be

_KINDS = 'start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'


class Events:
    """Stands before a builder of a tree, and puts events in a queue."""

    def __init__(self, builder, queue, events):
        self._builder, self._queue, self._wanted = builder, queue, ('end',) if events is None else tuple(events)
        for event in self._wanted:
            if event not in _KINDS:
                raise ValueError(f'unknown event {event!r}')

    def _put(self, event, value):
        if event in self._wanted:
            self._queue.append((event, value))

    def start(self, tag, attributes):
        self._put('start', self._builder.start(tag, attributes))

    def end(self, tag):
        self._put('end', self._builder.end(tag))

    def data(self, data):
        self._builder.data(data)

    def comment(self, text):
        self._put('comment', self._builder.comment(text))

    def pi(self, target, text):
        self._put('pi', self._builder.pi(target, text))

    def start_ns(self, prefix, uri):
        told = getattr(self._builder, 'start_ns', None)
        self._put('start-ns', told(prefix, uri) if told else (prefix, uri))

    def end_ns(self, prefix):
        told = getattr(self._builder, 'end_ns', None)
        self._put('end-ns', told(prefix) if told else None)

    def doctype(self, name, public, system):
        told = getattr(self._builder, 'doctype', None)
        if told:
            told(name, public, system)


class XMLPullParser:
    """Gives the events of what has been fed so far."""
    __module__ = 'xml.etree.ElementTree'

    def __init__(self, events=None, *, _parser=None):
        self._events_queue = deque()
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._setevents(self._events_queue, events)

    def _still_open(self, asked):  #: -
        """The parser, until the document has ended."""
        if self._parser is None:
            raise ValueError(f'{asked}() called after end of stream')
        return self._parser

    def feed(self, data):
        parser = self._still_open('feed')
        try:
            if data:
                parser.feed(data)
        except SyntaxError as error:
            # Told where the events are read.
            self._events_queue.append(error)

    def flush(self):
        self._still_open('flush').flush()

    def close(self):
        self._end()

    def _end(self):  #: -
        """Ends the document, and gives its root."""
        root, self._parser = self._parser.close(), None
        return root

    def read_events(self):
        while self._events_queue:
            event = self._events_queue.popleft()
            if isinstance(event, Exception):
                raise event
            yield event


class IterParseIterator:
    """The events of a document in a file, and `root` once they have been read."""
    root = None

    def __init__(self, parser, source, closes):
        self._source, self._closes, self._events = source, closes, self._read(parser)

    def _read(self, parser):
        try:
            while data := self._source.read(16 * 1024):
                parser.feed(data)
                yield from parser.read_events()
            root = parser._end()
            yield from parser.read_events()
            self.root = root
        finally:
            if self._closes:
                self._source.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)

    def close(self):
        self._events.close()
        if self._closes:
            self._source.close()

    def __del__(self):
        if self._closes:
            self._source.close()


def iterparse(source, events=None, parser=None):
    """The events of a document, read as they are asked for."""
    pull = XMLPullParser(events, _parser=parser)
    closes = not hasattr(source, 'read')
    return IterParseIterator(pull, open(source, 'rb') if closes else source, closes)

from _frames import shown_as as _shown_as
_shown_as(globals(), 'xml.etree.ElementTree')
