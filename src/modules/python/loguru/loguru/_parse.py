"""Reads records back from a file."""
import re
from contextlib import nullcontext
from os import PathLike


def parse(file, pattern, cast, chunk):
    if isinstance(file, (str, PathLike)):
        source = open(str(file))
    elif callable(getattr(file, 'read', None)):
        source = nullcontext(file)
    else:
        raise TypeError(f"Invalid file, it should be a string path or a file object, not: '{type(file).__name__}'")
    if not isinstance(cast, dict) and not callable(cast):
        raise TypeError(f"Invalid cast, it should be a function or a dict, not: '{type(cast).__name__}'")
    try:
        regex = re.compile(pattern)
    except TypeError:
        raise TypeError(f"Invalid pattern, it should be a string or a compiled regex, not: '{type(pattern).__name__}'") from None
    with source as source:
        for match in _matches(source, regex, chunk):
            groups = match.groupdict()
            if callable(cast):
                cast(groups)
            else:
                groups.update({key: cast[key](groups[key]) for key in cast if key in groups})
            yield groups


def _matches(file, regex, chunk):
    """A match at the end of what has been read may go on in what has not."""
    text = file.read(0)
    while piece := file.read(chunk):
        text += piece
        *whole, _ = list(regex.finditer(text)) or [None]
        if whole:
            text = text[whole[-1].end():]
            yield from whole
    yield from regex.finditer(text)
