"""Messages of mail: made, read, written."""
__all__ = ['base64mime', 'charset', 'encoders', 'errors', 'feedparser', 'generator', 'header', 'iterators', 'message',
           'message_from_file', 'message_from_binary_file', 'message_from_string', 'message_from_bytes', 'mime', 'parser',
           'quoprimime', 'utils']


def message_from_string(s, *args, **kws):
    """The message that stands in a text."""
    from email.parser import Parser
    return Parser(*args, **kws).parsestr(s)  #: 37


def message_from_bytes(s, *args, **kws):
    """The message that stands in bytes."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parsebytes(s)


def message_from_file(fp, *args, **kws):
    """The message that stands in a file of text."""
    from email.parser import Parser
    return Parser(*args, **kws).parse(fp)


def message_from_binary_file(fp, *args, **kws):
    """The message that stands in a binary file."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parse(fp)


# What modules of the library import besides.
_BESIDE = {'http.client': ('message', 'parser', 'feedparser', 'policy', 'charset', 'errors', 'header', 'utils'),
           'smtplib': ('message', 'generator', 'utils', 'base64mime', 'charset', 'errors', 'header')}


def __getattr__(name):
    import sys
    if any(name in names and module in sys.modules for module, names in _BESIDE.items()):
        return __import__(f'email.{name}', fromlist=[name])
    raise AttributeError(f"module 'email' has no attribute '{name}'")
