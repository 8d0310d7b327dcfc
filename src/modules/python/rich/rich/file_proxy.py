"""A file whose lines are printed by a console, above what is live there."""
import io

from rich.ansi import AnsiDecoder
from rich.text import Text


class FileProxy(io.TextIOBase):
    """Stands for a file while something is live."""

    def __init__(self, console, file):
        self._console, self._file, self._begun, self._decoder = console, file, '', AnsiDecoder()

    @property
    def rich_proxied_file(self):
        return self._file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        *lines, self._begun = (self._begun + text).split('\n')
        if lines:
            with self._console as console:
                console.print(Text('\n').join([self._decoder.decode_line(line) for line in lines]))
        return len(text.rpartition('\n')[2])

    def flush(self):
        begun, self._begun = self._begun, ''
        if begun:
            self._console.print(begun)

    def fileno(self):
        return self._file.fileno()

    def isatty(self):
        return self._file.isatty()
