"""What SAX raises."""


class SAXException(Exception):
    """The base of all of these."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        super().__init__(msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError('__getitem__')


class SAXParseException(SAXException):
    """What is no XML, and where."""

    def __init__(self, msg, exception, locator):
        super().__init__(msg, exception)
        self._locator = locator
        self._systemId, self._colnum, self._linenum = locator.getSystemId(), locator.getColumnNumber(), locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        where = [self.getSystemId(), self.getLineNumber(), self.getColumnNumber()]
        where = ['<unknown>' if where[0] is None else where[0], *('?' if each is None else each for each in where[1:])]
        return '%s:%s:%s: %s' % (*where, self._msg)


class SAXNotRecognizedException(SAXException):
    """A feature that nobody knows."""


class SAXNotSupportedException(SAXException):
    """A feature that is not there."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """There is no parser."""
