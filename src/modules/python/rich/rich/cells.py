"""How many cells of a terminal a text takes."""
import re
from functools import lru_cache

# Whatever is made of these alone takes a cell a character.
_NARROW = re.compile('[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2500-\u25fc\u2800-\u28ff]*').fullmatch
_JOINER, _AS_EMOJI = '\u200d', '\ufe0f'
_HANGUL_VOWELS = range(0x1160, 0x1200)


def _is_single_cell_widths(text):
    return _NARROW(text) is not None


@lru_cache(4096)
def get_character_cell_size(character, unicode_version='auto'):
    """0, 1 or 2."""
    code = ord(character)
    if code and code < 32 or 127 <= code < 160:
        return 0
    if code < 0x300 and code != 0xad:
        return 1
    from unicodedata import category, east_asian_width
    if 0x1f3fb <= code <= 0x1f3ff or code in _HANGUL_VOWELS or category(character) in ('Mn', 'Me', 'Mc', 'Cf', 'Zl', 'Zp'):
        return 0
    return 2 if east_asian_width(character) in 'WF' else 1


def _widened(character):
    """Whether it takes two cells when it is asked to look like an emoji."""
    code = ord(character)
    return character in '#*0123456789©®' or 0x203c <= code < 0x3300 and get_character_cell_size(character) == 1 or (
        0x1f000 <= code and get_character_cell_size(character) == 1)


@lru_cache(4096)
def _clusters(text):
    """What stays together: where it starts, where it ends, how many cells it takes."""
    found = []
    widest = None
    at = 0
    while at < len(text):
        character = text[at]
        at += 1
        start, width = at - 1, get_character_cell_size(character)
        if character == _JOINER and found:
            at = min(at + 1, len(text))
            width = 0
        elif character == _AS_EMOJI:
            width = int(widest is not None and _widened(widest))
            widest = None
        elif width:
            widest = character
            found.append((start, at, width))
            continue
        if found:
            start, _, before = found.pop()
            width += before
        found.append((start, at, width))
    return found


def split_graphemes(text, unicode_version='auto'):
    """The parts that stay together, and the cells that all take."""
    found = list(_clusters(text))
    return found, sum(width for _, _, width in found)


def cell_len(text, unicode_version='auto'):
    """The cells that a text takes."""
    if _NARROW(text):
        return len(text)
    return sum([width for _, _, width in _clusters(text)])


cached_cell_len = cell_len


def split_text(text, cell_position, unicode_version='auto'):
    """A text in two, at a cell; a wide character that is cut becomes two spaces."""
    if _NARROW(text):
        return text[:cell_position], text[cell_position:]
    if cell_position <= 0:
        return '', text
    taken = 0
    for start, end, width in _clusters(text):
        if taken == cell_position:
            return text[:start], text[start:]
        if taken + width > cell_position:
            return text[:start] + ' ', ' ' + text[end:]
        taken += width
    return text, ''


def set_cell_size(text, total, unicode_version='auto'):
    """A text cut or filled with spaces so that it takes `total` cells."""
    missing = total - cell_len(text)
    if missing >= 0:
        return text + ' ' * missing
    if _NARROW(text):
        return text[:total]
    return split_text(text, total)[0]


def chop_cells(text, width, unicode_version='auto'):
    """Pieces of a text that take at most `width` cells each."""
    if _NARROW(text):
        return [text[at:at + width] for at in range(0, len(text), width)]
    pieces, begun, taken = [], 0, 0
    for start, _, cells in _clusters(text):
        if taken + cells > width:
            pieces.append(text[begun:start])
            begun, taken = start, 0
        taken += cells
    return pieces + [text[begun:]] if taken else pieces
