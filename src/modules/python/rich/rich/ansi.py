"""Sequences of a terminal, read back into styles."""
import re

from rich.color import Color
from rich.style import NULL_STYLE, Style
from rich.text import Text

_SEQUENCE = re.compile(r'\x1b[0-?]|\x1b\](.*?)\x1b\\|\x1b([(@-Z\\-_]|\[[0-?]*[ -/]*[@-~])')
_ON = {1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 5: 'blink', 6: 'blink2', 7: 'reverse', 8: 'conceal', 9: 'strike',
       21: 'underline2', 51: 'frame', 52: 'encircle', 53: 'overline'}
_STYLES = _ON | {code + 20: f'not {word}' for code, word in _ON.items() if 3 <= code < 10} | {
    22: 'not dim not bold', 39: 'default', 49: 'on default', 54: 'not frame not encircle', 55: 'not overline'}
for _at in range(8):
    _STYLES |= {30 + _at: f'color({_at})', 40 + _at: f'on color({_at})', 90 + _at: f'color({_at + 8})',
                100 + _at: f'on color({_at + 8})'}


class AnsiDecoder:
    """Reads lines one after the other; a style goes on to the next."""

    def __init__(self):
        self.style = NULL_STYLE

    def decode(self, terminal_text):
        for line in terminal_text.split('\n'):
            yield self.decode_line(line)

    def decode_line(self, line):
        text, at = Text(), 0
        line = line.rsplit('\r', 1)[-1]
        for match in _SEQUENCE.finditer(line):
            if match.start() > at:
                text.append(line[at:match.start()], self.style or None)
            told, switched = match.groups()
            at = match.end() + (switched == '(')
            if told and told.startswith('8;') and told.count(';') > 1:
                self.style = self.style.update_link(told.split(';', 2)[2] or None)
            elif switched and switched.endswith('m'):
                self._switch(switched[1:-1])
        if at < len(line):
            text.append(line[at:], self.style or None)
        return text

    def _switch(self, written):
        codes = iter([min(255, int(code or 0)) for code in written.split(';') if code.isdigit() or not code])
        for code in codes:
            if code == 0:
                self.style = NULL_STYLE
            elif code in _STYLES:
                self.style += Style.parse(_STYLES[code])
            elif code in (38, 48):
                kind, color = next(codes, None), None
                parts = [next(codes, None) for _ in range({5: 1, 2: 3}.get(kind, 0))]
                if parts and None not in parts:
                    color = Color.from_ansi(*parts) if kind == 5 else Color.from_rgb(*parts)
                    self.style += Style.from_color(color) if code == 38 else Style.from_color(None, color)
