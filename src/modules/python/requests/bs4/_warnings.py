"""What is likely a mistake in a program that makes soup."""
import re as _re
import warnings as _warnings


class GuessedAtParserWarning(UserWarning):
    """Nobody has said which parser to take."""


class UnusualUsageWarning(UserWarning):
    """What is likely a mistake."""


class MarkupResemblesLocatorWarning(UnusualUsageWarning):
    """What should be markup looks like the place of some."""


_GUESSED = """No parser was explicitly specified, so I'm using the best available HTML parser for this system ("html.parser"). \
This usually isn't a problem, but if you run this code on another system, or in a different virtual environment, it may use \
a different parser and behave differently.

The code that caused this warning is on line %s of the file %s. To get rid of this warning, pass the additional argument \
'features="html.parser"' to the BeautifulSoup constructor.
"""
_LOCATOR = """The input passed in on this line looks more like a %s than HTML or XML.

%s

However, if you want to parse some data that happens to look like a %s, then nothing has gone wrong: you are using Beautiful \
Soup correctly, and this warning is spurious and can be filtered. To make this warning go away, run this code before calling \
the BeautifulSoup constructor:

    from bs4 import MarkupResemblesLocatorWarning
    import warnings

    warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
    """
_URL = """If you meant to use Beautiful Soup to parse the web page found at a certain URL, then something has gone wrong. You \
should use an Python package like 'requests' to fetch the content behind the URL. Once you have the content as a string, you \
can feed that string into Beautiful Soup."""
_FILE = """If you meant to use Beautiful Soup to parse the contents of a file on disk, then something has gone wrong. You \
should open the file first, using code like this:

    filehandle = open(your filename)

You can then feed the open filehandle into Beautiful Soup instead of using the filename."""


def guessed(frame):
    """Warns who has named no parser, unless it is in no file."""
    place = frame.f_globals.get('__file__')
    if place:
        _warnings.warn(_GUESSED % (frame.f_lineno, place), GuessedAtParserWarning, 2)


def look_at(markup):
    """Warns of a short markup that is none."""
    text = markup if isinstance(markup, str) else bytes(markup).decode('latin-1')
    if '<' in text or '\n' in text:
        return
    if text.startswith(('http:', 'https:')):
        if ' ' not in text:
            _warnings.warn(_LOCATOR % ('URL', _URL, 'URL'), MarkupResemblesLocatorWarning, 2)
    elif _is_path(text):
        _warnings.warn(_LOCATOR % ('filename', _FILE, 'filename'), MarkupResemblesLocatorWarning, 2)


def _is_path(text):
    if not text.lower().endswith(('.html', '.htm', '.xml', '.xhtml', '.txt')):
        return False
    return not _re.search('[?*#&;>$|]|//|  ', text) and text.rfind(':') in (-1, 1)
