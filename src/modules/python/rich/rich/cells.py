"""How many cells of a terminal a text takes."""
from _cells import clusters, is_narrow, width_of


def _is_single_cell_widths(text):
    return is_narrow(text) is not None


def get_character_cell_size(character, unicode_version='auto'):
    """0, 1 or 2."""
    return width_of(character)


def split_graphemes(text, unicode_version='auto'):
    """The parts that stay together, and the cells that all take."""
    found = list(clusters(text))
    return found, sum(width for _, _, width in found)


def cell_len(text, unicode_version='auto'):
    """The cells that a text takes."""
    if is_narrow(text):
        return len(text)
    return sum([width for _, _, width in clusters(text)])


cached_cell_len = cell_len


def split_text(text, cell_position, unicode_version='auto'):
    """A text in two, at a cell; a wide character that is cut becomes two spaces."""
    if is_narrow(text):
        return text[:cell_position], text[cell_position:]
    if cell_position <= 0:
        return '', text
    taken = 0
    for start, end, width in clusters(text):
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
    if is_narrow(text):
        return text[:total]
    return split_text(text, total)[0]


def chop_cells(text, width, unicode_version='auto'):
    """Pieces of a text that take at most `width` cells each."""
    if is_narrow(text):
        return [text[at:at + width] for at in range(0, len(text), width)]
    pieces, begun, taken = [], 0, 0
    for start, _, cells in clusters(text):
        if taken + cells > width:
            pieces.append(text[begun:start])
            begun, taken = start, 0
        taken += cells
    return pieces + [text[begun:]] if taken else pieces
