"""Reads messages."""
__all__ = ['Parser', 'HeaderParser', 'BytesParser', 'BytesHeaderParser', 'FeedParser', 'BytesFeedParser']
from email.feedparser import BytesFeedParser, FeedParser
from email._policybase import compat32


class Parser:
    """Of texts."""

    def __init__(self, _class=None, *, policy=compat32):
        self._class, self.policy = _class, policy

    def parse(self, fp, headersonly=False):
        """The message that a file has."""
        parser = FeedParser(self._class, policy=self.policy)
        if headersonly:
            parser._set_headersonly()
        while data := fp.read(8192):
            parser.feed(data)
        return parser.close()

    def parsestr(self, text, headersonly=False):
        """The message that a text is."""
        from io import StringIO
        return self.parse(StringIO(text), headersonly=headersonly)  #: 64


class HeaderParser(Parser):
    """Of texts; what stands behind the headers stays a text."""

    def parse(self, fp, headersonly=True):
        """The message that a file has."""
        return Parser.parse(self, fp, True)

    def parsestr(self, text, headersonly=True):
        """The message that a text is."""
        return Parser.parsestr(self, text, True)


class BytesParser:
    """Of bytes."""

    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message that a binary file has."""
        from io import TextIOWrapper
        fp = TextIOWrapper(fp, encoding='ascii', errors='surrogateescape')
        try:
            return self.parser.parse(fp, headersonly)
        finally:
            fp.detach()

    def parsebytes(self, text, headersonly=False):
        """The message that bytes are."""
        return self.parser.parsestr(text.decode('ASCII', errors='surrogateescape'), headersonly)


class BytesHeaderParser(BytesParser):
    """Of bytes; what stands behind the headers stays a text."""

    def parse(self, fp, headersonly=True):
        """The message that a binary file has."""
        return BytesParser.parse(self, fp, headersonly=True)

    def parsebytes(self, text, headersonly=True):
        """The message that bytes are."""
        return BytesParser.parsebytes(self, text, headersonly=True)
