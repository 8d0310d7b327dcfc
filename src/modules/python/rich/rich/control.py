"""What a terminal is told beside text: where its cursor goes, what it clears."""
from rich.segment import ControlType, Segment

_UNSEEN = dict.fromkeys([7, 8, 11, 12, 13])
_ESCAPED = {7: '\\a', 8: '\\b', 11: '\\v', 12: '\\f', 13: '\\r'}
_SEQUENCES = {
    ControlType.BELL: '\x07', ControlType.CARRIAGE_RETURN: '\r', ControlType.HOME: '\x1b[H', ControlType.CLEAR: '\x1b[2J',
    ControlType.ENABLE_ALT_SCREEN: '\x1b[?1049h', ControlType.DISABLE_ALT_SCREEN: '\x1b[?1049l',
    ControlType.SHOW_CURSOR: '\x1b[?25h', ControlType.HIDE_CURSOR: '\x1b[?25l', ControlType.CURSOR_UP: '\x1b[{}A',
    ControlType.CURSOR_DOWN: '\x1b[{}B', ControlType.CURSOR_FORWARD: '\x1b[{}C', ControlType.CURSOR_BACKWARD: '\x1b[{}D',
    ControlType.CURSOR_MOVE_TO_COLUMN: '\x1b[{}G', ControlType.CURSOR_MOVE_TO: '\x1b[{1};{0}H',
    ControlType.ERASE_IN_LINE: '\x1b[{}K', ControlType.SET_WINDOW_TITLE: '\x1b]0;{}\x07',
}
# Rows and columns are counted from one there.
_FROM_ONE = ControlType.CURSOR_MOVE_TO_COLUMN, ControlType.CURSOR_MOVE_TO


def _sequence(code, *parameters):
    if code in _FROM_ONE:
        parameters = [parameter + 1 for parameter in parameters]
    return _SEQUENCES[code].format(*parameters)


class Control:
    """Something that a terminal is told; nowhere else does it show."""
    __slots__ = ('segment',)

    def __init__(self, *codes):
        codes = [(code,) if isinstance(code, ControlType) else code for code in codes]
        self.segment = Segment(''.join([_sequence(*code) for code in codes]), None, codes)

    @classmethod
    def bell(cls):
        return cls(ControlType.BELL)

    @classmethod
    def home(cls):
        return cls(ControlType.HOME)

    @classmethod
    def move(cls, x=0, y=0):
        codes = []
        if x:
            codes.append((ControlType.CURSOR_FORWARD if x > 0 else ControlType.CURSOR_BACKWARD, abs(x)))
        if y:
            codes.append((ControlType.CURSOR_DOWN if y > 0 else ControlType.CURSOR_UP, abs(y)))
        return cls(*codes)

    @classmethod
    def move_to_column(cls, x, y=0):
        rows = [(ControlType.CURSOR_DOWN if y > 0 else ControlType.CURSOR_UP, abs(y))] if y else []
        return cls((ControlType.CURSOR_MOVE_TO_COLUMN, x), *rows)

    @classmethod
    def move_to(cls, x, y):
        return cls((ControlType.CURSOR_MOVE_TO, x, y))

    @classmethod
    def clear(cls):
        return cls(ControlType.CLEAR)

    @classmethod
    def show_cursor(cls, show):
        return cls(ControlType.SHOW_CURSOR if show else ControlType.HIDE_CURSOR)

    @classmethod
    def alt_screen(cls, enable):
        return cls(ControlType.ENABLE_ALT_SCREEN, ControlType.HOME) if enable else cls(ControlType.DISABLE_ALT_SCREEN)

    @classmethod
    def title(cls, title):
        return cls((ControlType.SET_WINDOW_TITLE, title))

    def __str__(self):
        return self.segment.text

    def __rich_console__(self, console, options):
        if self.segment.text:
            yield self.segment


def strip_control_codes(text):
    """A text without what would move the cursor."""
    return text.translate(_UNSEEN)


def escape_control_codes(text):
    """A text in which what would move the cursor is written out."""
    return text.translate(_ESCAPED)
