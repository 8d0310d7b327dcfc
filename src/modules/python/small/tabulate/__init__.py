"""Tables of texts and numbers, in many formats."""
import textwrap
import warnings
from collections.abc import Iterable
from itertools import zip_longest

from ._cells import ANSI, align_column, align_header, column_kind, is_number, kind, text_of, width_of
from ._data import SEPARATING_LINE, is_separating, table_of
from ._formats import FORMATS as _table_formats, ONE_LINE, DataRow, Line, JupyterHTMLStr, TableFormat, html_begin, simple_row

__all__ = ['tabulate', 'tabulate_formats', 'simple_separated_format']
__version__ = '0.10.0'

MIN_PADDING = 2
PRESERVE_WHITESPACE = False
tabulate_formats = sorted(_table_formats)
multiline_formats = {name: name for name in _table_formats if name not in ONE_LINE}


def simple_separated_format(separator):
    """A format with a text between the columns."""
    row = DataRow('', separator, '')
    return TableFormat(None, None, None, None, row, row, 0, None)


def _expanded(given, count, default):
    """One for each: those given, and the default for the others."""
    if isinstance(given, Iterable) and not isinstance(given, str):
        given = list(given)
        return given + [default] * (count - len(given))
    return [default] * count


def _of_columns(given, count, default):
    return [given] * count if isinstance(given, str) else _expanded(given, count, default)


def _numparses(disabled, count):
    if isinstance(disabled, Iterable):
        return [place not in {at % count for at in disabled} for place in range(count)]
    return [not disabled] * count


def _wrapped(rows, widths, numparses, missing, options):
    wrapped = []
    for row in rows:
        if not is_separating(row):
            row = [_wrapped_cell(cell, width, numparse, missing, options)
                   for cell, width, numparse in zip(row, widths, numparses)]
        wrapped.append(row)
    return wrapped


def _wrapped_cell(cell, width, numparse, missing, options):
    if width is None or numparse and is_number(cell):
        return cell
    if cell is None:
        text = missing
    else:
        text = str(cell) if cell == '' or is_number(cell) else str(kind(cell, numparse)(cell))
    wrapper = textwrap.TextWrapper(width=width, **options)
    return '\n'.join('\n'.join(wrapper.wrap(line)) for line in text.splitlines() if line.strip())


def _named(what, given, aligns, offset, same):
    """The alignments with those that are said for single columns."""
    if isinstance(given, str):
        said = f"Did you mean `{what.replace('align', 'globalalign')} = \"{given}\"` or `{what} = (\"{given}\",)`?"
        warnings.warn(f'As a string, `{what}` is interpreted as {list(given)}. {said}', stacklevel=3)
    for place, align in enumerate(given or (), offset):
        if place >= len(aligns):
            break
        if align == 'same' and same is not None and place < len(same):
            aligns[place] = same[place]
        elif align != 'global':
            aligns[place] = align
    return aligns


def tabulate(tabular_data, headers=(), tablefmt='simple', floatfmt='g', intfmt='', numalign='default', stralign='default',
             missingval='', showindex='default', disable_numparse=False, colglobalalign=None, colalign=None,
             preserve_whitespace=False, maxcolwidths=None, headersglobalalign=None, headersalign=None, rowalign=None,
             maxheadercolwidths=None, break_long_words=True, break_on_hyphens=True):
    """A table as a text."""
    rows, headers, headers_pad = table_of([] if tabular_data is None else tabular_data, headers, showindex)
    separators = [place for place, row in enumerate(rows) if is_separating(row)]
    rows = [row for row in rows if not is_separating(row)]
    options = {'break_long_words': break_long_words, 'break_on_hyphens': break_on_hyphens}
    if maxcolwidths is not None:
        count = len(rows[0]) if rows else 0
        widths = [maxcolwidths] * count if isinstance(maxcolwidths, int) else _expanded(maxcolwidths, count, None)
        rows = _wrapped(rows, widths, _numparses(disable_numparse, count), missingval, options)
    if maxheadercolwidths is not None:
        count = len(headers)
        widths = [maxheadercolwidths] * count if isinstance(maxheadercolwidths, int) else _expanded(maxheadercolwidths, count, None)
        headers = _wrapped([headers], widths, _numparses(disable_numparse, count), missingval, options)[0]
    if tablefmt == 'rst':
        dots = lambda cell: '..' if isinstance(cell, (str, bytes)) and not cell.strip() else cell
        headers = [dots(cell) if not place else cell for place, cell in enumerate(headers)]
        rows = [[dots(row[0]), *row[1:]] if row else row for row in rows]
    padding, usual = MIN_PADDING, ('decimal', 'left')
    if tablefmt == 'pretty':
        padding, disable_numparse, usual = 0, True, ('center', 'center')
    numalign, stralign = (first if given == 'default' else given for given, first in zip((numalign, stralign), usual))
    if tablefmt == 'colon_grid':
        colglobalalign = headersglobalalign = 'left'
    whole = '\t'.join(str(cell) for row in (headers, *rows) for cell in row)
    coloured = ANSI.search(whole) is not None
    named = not isinstance(tablefmt, TableFormat)
    several = named and tablefmt in multiline_formats and ('\n' in whole or '\r' in whole)

    columns = list(zip_longest(*rows))
    count = len(columns)
    numparses = _numparses(disable_numparse, count)
    kinds = [column_kind(column, numparse) for column, numparse in zip(columns, numparses)]
    forms = zip(columns, kinds, _of_columns(floatfmt, count, 'g'), _of_columns(intfmt, count, ''),
                _of_columns(missingval, count, ''))
    columns = [[text_of(cell, *form, coloured) for cell in column] for column, *form in forms]

    aligns = [colglobalalign or (numalign if kind in (int, float) else stralign) for kind in kinds]
    aligns = _named('colalign', colalign, aligns, 0, None)
    least = [width_of(header, several) + padding for header in headers] if headers else [0] * count
    of_texts = ['left'] * count if tablefmt == 'colon_grid' else aligns
    columns = [align_column(column, align, width, several, preserve_whitespace or PRESERVE_WHITESPACE)
               for column, align, width in zip(columns, of_texts, least)]
    header_aligns = None
    if headers:
        header_aligns = [headersglobalalign] * len(columns or headers) if headersglobalalign else list(
            aligns or [stralign] * len(headers))
        header_aligns = _named('headersalign', headersalign, header_aligns, headers_pad, aligns)
        widths = [max([width, *(width_of(cell, several) for cell in column)])
                  for width, column in zip(least, columns or [['']] * len(headers))]
        headers = [align_header(*parts, several) for parts in zip(headers, header_aligns, widths)]
    else:
        widths = [max(width_of(cell, several) for cell in column) for column in columns]
    rows = list(zip(*columns))
    row_aligns = _expanded(rowalign, len(rows), rowalign if isinstance(rowalign, str) else None)
    for place in separators:
        rows.insert(place, SEPARATING_LINE)
    form = _table_formats.get(tablefmt, _table_formats['simple']) if named else tablefmt
    return _drawn(form, headers, header_aligns, rows, widths, aligns, several, row_aligns)


def _drawn(form, headers, header_aligns, rows, widths, aligns, several, row_aligns):
    pad = ' ' * form.padding
    padded = [width + 2 * form.padding for width in widths]
    hidden = form.with_header_hide or () if headers else ()
    lines = []

    def line(kind):
        if callable(kind):
            lines.append(kind(padded, aligns))
        elif kind:
            lines.append(simple_row([kind.hline * width for width in padded], (kind.begin, kind.sep, kind.end)))

    def row(cells, aligns, kind, align=None):
        parts = _side_by_side(cells, widths, align) if several else [cells]
        for part in parts:
            part = [pad + cell + pad for cell in part]
            lines.append(kind(part, padded, aligns) if callable(kind) else simple_row(part, kind))

    if 'lineabove' not in hidden:
        line(form.lineabove)
    if headers:
        row(headers, header_aligns, form.headerrow)
        line(form.linebelowheader)
    between = form.linebetweenrows
    for place, cells in enumerate(rows):
        separates = cells == SEPARATING_LINE
        if between:
            if not separates:
                row(cells, aligns, form.datarow, row_aligns[place] if place < len(row_aligns) else None)
            if place < len(rows) - 1:
                line(between)
        elif separates:
            line(form.linebelowheader or form.linebelow or form.lineabove or Line('', '', '', ''))
        else:
            row(cells, aligns, form.datarow)
    if 'linebelow' not in hidden:
        line(form.linebelow)
    if not (headers or rows):
        return ''
    return (JupyterHTMLStr if form.lineabove == html_begin else str)('\n'.join(lines))


def _side_by_side(cells, widths, align):
    """The lines of a row whose cells have several, those that have fewer filled up."""
    cells = [cell.splitlines() for cell in cells]
    most = max(map(len, cells))
    filled = []
    for lines, width in zip(cells, widths):
        missing = most - len(lines)
        above = {'bottom': missing, 'center': missing // 2}.get(align, 0)
        blank = [' ' * width]
        filled.append(blank * above + lines + blank * (missing - above))
    return zip(*filled)
