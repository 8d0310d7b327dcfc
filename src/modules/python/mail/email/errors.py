"""What is wrong with a message: exceptions, and defects that a parser notes and goes on."""


class MessageError(Exception):
    """The base of all of this package."""


class MessageParseError(MessageError):
    """A text is no message."""


class HeaderParseError(MessageParseError):
    """A header cannot be read."""


class BoundaryError(MessageParseError):
    """No boundary ends the part."""


class MultipartConversionError(MessageError, TypeError):
    """A message that is no multipart gets a part."""


class CharsetError(MessageError):
    """A charset is no ASCII."""


class HeaderWriteError(MessageError):
    """What a header was written as is not one header."""


class MessageDefect(ValueError):
    """What a parser found and could live with."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class HeaderDefect(MessageDefect):
    """A defect of a header."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class NonPrintableDefect(HeaderDefect):
    """Characters that do not print."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f'the following ASCII non-printables found in header: {self.non_printables}'


def _make(base, names):
    for name in names.split():
        globals()[name] = type(name, (base,), {'__module__': __name__})


_make(MessageDefect, 'NoBoundaryInMultipartDefect StartBoundaryNotFoundDefect CloseBoundaryNotFoundDefect '
      'FirstHeaderLineIsContinuationDefect MisplacedEnvelopeHeaderDefect MissingHeaderBodySeparatorDefect '
      'MultipartInvariantViolationDefect InvalidMultipartContentTransferEncodingDefect UndecodableBytesDefect '
      'InvalidBase64PaddingDefect InvalidBase64CharactersDefect InvalidBase64LengthDefect')
_make(HeaderDefect, 'InvalidHeaderDefect HeaderMissingRequiredValue ObsoleteHeaderDefect NonASCIILocalPartDefect '
      'InvalidDateDefect')
MalformedHeaderDefect = MissingHeaderBodySeparatorDefect
