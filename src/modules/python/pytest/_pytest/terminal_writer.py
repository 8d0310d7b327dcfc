"""Lines of a report, and how wide they are."""
import unicodedata


def wcwidth(c):
    if ' ' <= c <= '~':
        return 1
    if c < ' ' or unicodedata.category(c) in ('Cc', 'Cf', 'Mn', 'Me', 'Zl', 'Zp'):
        return -1 if unicodedata.category(c) == 'Cc' else 0
    return 2 if unicodedata.east_asian_width(c) in 'FW' else 1


def wcswidth(text):
    if text.isascii() and text.isprintable():
        return len(text)
    width = 0
    for c in unicodedata.normalize('NFC', text):
        one = wcwidth(c)
        if one < 0:
            return -1
        width += one
    return width


class TerminalWriter:
    hasmarkup = code_highlight = False

    def __init__(self, file, fullwidth=None):
        import os
        self._file, self._line = file, ''
        columns = os.environ.get('COLUMNS', '')
        self.fullwidth = fullwidth or (int(columns) if columns.isdecimal() and int(columns) > 0 else 80)

    @property
    def width_of_current_line(self):
        return wcswidth(self._line)

    def markup(self, text, **markup):
        return text

    def write(self, text, *, flush=False, **markup):
        if text:
            last = text.rpartition('\n')
            self._line = last[2] if last[1] else self._line + text
            self._file.write(text)
        if flush:
            self._file.flush()

    def line(self, text='', **markup):
        self.write(text)
        self.write('\n')

    def flush(self):
        self._file.flush()

    def sep(self, sepchar, title=None, fullwidth=None, **markup):
        width = fullwidth or self.fullwidth
        if title is None:
            line = sepchar * (width // len(sepchar))
        else:
            fill = sepchar * max((width - len(title) - 2) // (2 * len(sepchar)), 1)
            line = f'{fill} {title} {fill}'
        if len(line) + len(sepchar.rstrip()) <= width:
            line += sepchar.rstrip()
        self.line(line)
