"""How a table is drawn: its lines and its rows, of each format."""
import html
from collections import namedtuple

Line = namedtuple('Line', 'begin hline sep end')
DataRow = namedtuple('DataRow', 'begin sep end')
TableFormat = namedtuple('TableFormat', 'lineabove linebelowheader linebetweenrows linebelow headerrow datarow padding '
                                        'with_header_hide')


class JupyterHTMLStr(str):
    """A table that notebooks show as one."""

    def _repr_html_(self):
        return self

    @property
    def str(self):
        return self


def simple_row(cells, row):
    return (row[0] + row[1].join(cells) + row[2]).rstrip()


def _ruled(above, below_header, between, below, bar):
    rows = DataRow(bar, bar, bar)
    lines = (line and Line(*line) for line in (above, below_header, between, below))
    return TableFormat(*lines, rows, rows, 1, None)


def _plain(header, data=None, padding=0, below_header=None):
    return TableFormat(None, below_header, None, None, DataRow(*header), DataRow(*(data or header)), padding, None)


def _colons(fill, sep, end, ends_right):
    def line(widths, aligns):
        parts = []
        for width, align in zip(widths, aligns or [''] * len(widths)):
            left, right = align in ('left', 'center'), align == 'center' or align in ends_right
            parts.append(':' * left + fill * (width - left - right) + ':' * right)
        return end + sep.join(parts) + end
    return line


def _aligned(aligns, right, center, left=''):
    known = {'left': left, 'right': right, 'center': center, 'decimal': right}
    return [known.get(align, '') for align in aligns]


def _mediawiki(mark):
    def row(cells, widths, aligns):
        styles = _aligned(aligns, 'style="text-align: right;"| ', 'style="text-align: center;"| ')
        return (mark + (2 * mark).join(f' {style}{cell} ' for style, cell in zip(styles, cells))).rstrip()
    return row


def _moin(quote):
    def row(cells, widths, aligns):
        styles = _aligned(aligns, '<style="text-align: right;">', '<style="text-align: center;">')
        return ''.join(f'||{style} {quote}{cell}{quote} ' for style, cell in zip(styles, cells)) + '||'
    return row


def _textile(cells, widths, aligns):
    cells = [cells[0] + ' ', *cells[1:]]
    return '|' + '|'.join(mark + cell for mark, cell in zip(_aligned(aligns, '>.', '=.', '<.'), cells)) + '|'


def html_begin(widths, aligns):
    return '<table>\n<tbody>'


def _html(tag, escape):
    def row(cells, widths, aligns):
        styles = _aligned(aligns, ' style="text-align: right;"', ' style="text-align: center;"')
        cells = ''.join(f'<{tag}{style}>{escape(cell)}</{tag}>' for style, cell in zip(styles, cells)).rstrip()
        line = f'<tr>{cells}</tr>'
        return f'<table>\n<thead>\n{line}\n</thead>\n<tbody>' if tag == 'th' else line
    return row


def _html_format(escape):
    return TableFormat(html_begin, '', None, Line('</tbody>\n</table>', '', '', ''), _html('th', escape),
                       _html('td', escape), 0, ['lineabove'])


_LATEX = {'&': r'\&', '%': r'\%', '$': r'\$', '#': r'\#', '_': r'\_', '^': r'\^{}', '{': r'\{', '}': r'\}',
          '~': r'\textasciitilde{}', '\\': r'\textbackslash{}', '<': r'\ensuremath{<}', '>': r'\ensuremath{>}'}


def _latex(kind='tabular', top=r'\hline', middle=r'\hline', bottom=r'\hline', escapes=_LATEX):
    def begin(widths, aligns):
        columns = ''.join({'right': 'r', 'decimal': 'r', 'center': 'c'}.get(align, 'l') for align in aligns)
        return f'\\begin{{{kind}}}{{{columns}}}\n{top}'

    def row(cells, widths, aligns):
        return simple_row([''.join(escapes.get(sign, sign) for sign in cell) for cell in cells], ('', '&', '\\\\'))
    return TableFormat(begin, Line(middle, '', '', ''), None, Line(f'{bottom}\n\\end{{{kind}}}', '', '', ''), row, row, 1,
                       None)


def _asciidoc_head(widths, aligns, more=''):
    columns = ','.join({'left': '<', 'center': '^'}.get(align, '>') + str(width) for width, align in zip(widths, aligns))
    return f'[cols="{columns}"{more}]\n|===='


def _asciidoc_header(cells, widths, aligns):
    return _asciidoc_head(widths, aligns, ',options="header"') + '\n|' + '|'.join(cells)


def _asciidoc_row(cells, widths, aligns):
    return '|' + '|'.join(cells)


_simple, _rst = Line('', '-', '  ', ''), Line('', '=', '  ', '')
_wide = DataRow('', '  ', '')
_bars = DataRow('|', '|', '|')
FORMATS = {
    'simple': TableFormat(_simple, _simple, None, _simple, _wide, _wide, 0, ['lineabove', 'linebelow']),
    'plain': _plain(('', '  ', '')),
    'rst': TableFormat(_rst, _rst, None, _rst, _wide, _wide, 0, None),
    'github': TableFormat(Line('|', '-', '|', '|'), Line('|', '-', '|', '|'), None, None, _bars, _bars, 1, ['lineabove']),
    'pipe': TableFormat(*[_colons('-', '|', '|', ('right', 'decimal'))] * 2, None, None, _bars, _bars, 1, ['lineabove']),
    'orgtbl': _ruled(None, '|-+|', None, None, '|'),
    'psql': _ruled('+-++', '|-+|', None, '+-++', '|'),
    'pretty': _ruled('+-++', '+-++', None, '+-++', '|'),
    'presto': _plain(('', '|', ''), None, 1, Line('', '-', '+', '')),
    'jira': _plain(('||', '||', '||'), ('|', '|', '|'), 1),
    'youtrack': _plain(('|| ', ' || ', ' || '), ('| ', ' | ', ' |'), 1),
    'tsv': _plain(('', '\t', '')),
    'mediawiki': TableFormat(
        Line('{| class="wikitable" style="text-align: left;"', '', '', '\n|+ <!-- caption -->\n|-'), Line('|-', '', '', ''),
        Line('|-', '', '', ''), Line('|}', '', '', ''), _mediawiki('!'), _mediawiki('|'), 0, None),
    'moinmoin': TableFormat(None, None, None, None, _moin("'''"), _moin(''), 1, None),
    'textile': TableFormat(None, None, None, None, DataRow('|_. ', '|_.', '|'), _textile, 1, None),
    'asciidoc': TableFormat(_asciidoc_head, None, None, Line('|====', '', '', ''), _asciidoc_header, _asciidoc_row, 1,
                            ['lineabove']),
    'html': _html_format(html.escape),
    'unsafehtml': _html_format(str),
    'latex': _latex(),
    'latex_raw': _latex(escapes={}),
    'latex_booktabs': _latex(top=r'\toprule', middle=r'\midrule', bottom=r'\bottomrule'),
    'latex_longtable': _latex('longtable', middle='\\hline\n\\endhead'),
}
# Those with boxes: the lines, and the bar of the rows.
for _name, _above, _header, _between, _below, _bar in (
        ('', '+-++', '+=++', '+-++', '+-++', '|'), ('simple_', '┌─┬┐', '├─┼┤', '├─┼┤', '└─┴┘', '│'),
        ('rounded_', '╭─┬╮', '├─┼┤', '├─┼┤', '╰─┴╯', '│'), ('heavy_', '┏━┳┓', '┣━╋┫', '┣━╋┫', '┗━┻┛', '┃'),
        ('mixed_', '┍━┯┑', '┝━┿┥', '├─┼┤', '┕━┷┙', '│'), ('double_', '╔═╦╗', '╠═╬╣', '╠═╬╣', '╚═╩╝', '║'),
        ('fancy_', '╒═╤╕', '╞═╪╡', '├─┼┤', '╘═╧╛', '│')):
    FORMATS[_name + 'grid'] = _ruled(_above, _header, _between, _below, _bar)
    FORMATS[_name + 'outline'] = _ruled(_above, _header, None, _below, _bar)
FORMATS['colon_grid'] = FORMATS['grid']._replace(linebelowheader=_colons('=', '+', '+', ('right',)))

# In these a cell may have several lines.
ONE_LINE = {'mediawiki', 'moinmoin', 'youtrack', 'html', 'unsafehtml', 'latex', 'latex_raw', 'latex_booktabs',
            'latex_longtable', 'tsv', 'textile', 'asciidoc'}
