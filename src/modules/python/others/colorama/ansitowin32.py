"""Streams that leave the sequences out, or reset the style after each text."""
import re

from .ansi import AnsiBack, AnsiFore, AnsiStyle, Style


class StreamWrapper:
    """A stream whose texts take another way."""

    def __init__(self, wrapped, converter):
        self._wrapped, self._converter = wrapped, converter

    def __getattr__(self, name):
        return getattr(self._wrapped, name)

    def __enter__(self):
        return self._wrapped.__enter__()

    def __exit__(self, *exc):
        return self._wrapped.__exit__(*exc)

    def write(self, text):
        self._converter.write(text)

    def isatty(self):
        ask = getattr(self._wrapped, 'isatty', None)
        return ask() if ask is not None else False

    @property
    def closed(self):
        try:
            return self._wrapped.closed
        except (AttributeError, ValueError):
            return True


class AnsiToWin32:
    """Where the sequences go: nowhere without a terminal, unless strip=False asks for them."""
    ANSI_CSI_RE = re.compile('\001?\033\\[((?:\\d|;)*)([a-zA-Z])\002?')
    ANSI_OSC_RE = re.compile('\001?\033\\]([^\a]*)(\a)\002?')

    def __init__(self, wrapped, convert=None, strip=None, autoreset=False):
        self.wrapped, self.autoreset, self.convert = wrapped, autoreset, False if convert is None else convert
        self.stream = StreamWrapper(wrapped, self)
        self.strip = (self.stream.closed or not self.stream.isatty()) if strip is None else strip

    def should_wrap(self):
        return self.convert or self.strip or self.autoreset

    def write(self, text):
        for piece in self._plain(text) if self.strip or self.convert else [text]:
            self.wrapped.write(piece)
            self.wrapped.flush()
        if self.autoreset:
            self.reset_all()

    def _plain(self, text):
        """What stands between the sequences."""
        return filter(None, self.ANSI_CSI_RE.split(self.ANSI_OSC_RE.sub('', text))[::3])

    def reset_all(self):
        if not (self.convert or self.strip or self.stream.closed):
            self.wrapped.write(Style.RESET_ALL)

    def flush(self):
        self.wrapped.flush()
