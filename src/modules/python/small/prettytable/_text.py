"""Draws tables with characters."""
from prettytable._cells_of import width_of, wrapped

# As prettytable.HRuleStyle and VRuleStyle have them.
_FRAME, _ALL, _NONE, _HEADER = range(4)


def size(text):
    """How wide a text is, and how many lines it has."""
    lines = text.split('\n')
    return max(map(width_of, lines)), len(lines)


def _justified(text, width, align):
    missing = max(0, width - width_of(text))
    left = {'l': 0, 'r': missing}.get(align, missing // 2 + (missing & width & 1))
    return ' ' * left + text + ' ' * (missing - left)


class Writer:
    """Draws a table as its options say."""

    def __init__(self, table, options, markdown):
        self.table, self.options, self.markdown = table, options, markdown
        pad = options['padding_width']
        self.left, self.right = (pad if options[f'{side}_padding_width'] is None else options[f'{side}_padding_width']
                                 for side in ('left', 'right'))
        self.names, self.columns, self.widths = table._field_names, table._columns, []
        self.framed = options['vrules'] in (_FRAME, _ALL)

    def _seen(self, name):
        return not self.options['fields'] or name in self.options['fields']

    def _measure(self, rows):
        options, columns = self.options, self.columns
        widths = [size(name)[0] if options['header'] and options['use_header_width'] else 0 for name in self.names]
        for row in rows:
            for at, (name, value) in enumerate(zip(self.names, row)):
                if value == 'None' and columns['none_format'].get(name) is not None:
                    value = columns['none_format'][name]
                needed = min(size(value)[0], columns['max_width'].get(name) or 10 ** 9)
                widths[at] = max(widths[at], needed, columns['min_width'].get(name) or 0)
                if self.markdown:
                    widths[at] = max(widths[at], 1 if columns['align'].get(name) in ('l', 'r') else 3)
        self.widths, pad = widths, self.left + self.right
        most = options['max_table_width']
        if most:
            total = {_FRAME: 2, _ALL: 1}.get(options['vrules'], 0) + sum(
                [width + pad + 1 for name, width in zip(self.names, widths) if self._seen(name)])
            if total > most:
                marks = pad * len(widths) + len(widths) - 1
                scale = (most - marks) / (total - marks)
                self.widths = [max(1, int(width * scale)) for width in widths]
        if options['min_table_width'] or options['title']:
            self._widen(widths, pad)

    def _widen(self, widths, pad):
        options, least = self.options, 0
        if options['title']:
            least = max(map(width_of, options['title'].split('\n'))) + pad + (2 if self.framed else 0)
        least = max(least, options['min_table_width'] or 0)
        borders = len(widths) + 1 if options['border'] else len(widths) if options['preserve_internal_border'] else 0
        least -= pad * len(widths) + borders
        total = sum(widths) or 1
        if total < least:
            widths = [int(width * least / total) for width in widths]
            if sum(widths) < least:
                widths[-1] += least - sum(widths)
            self.widths = widths

    def _rule(self, where='', horizontal=None, vrules=None):
        """A line across."""
        options = self.options
        if not options['border'] and not options['preserve_internal_border']:
            return ''
        horizontal = horizontal or options['horizontal_char']
        vrules = options['vrules'] if vrules is None else vrules
        framed = vrules in (_FRAME, _ALL)
        parts = [options[f'{where}left_junction_char'] if framed else options['horizontal_char']]
        if not self.names:
            return parts[0] + options[f'{where}right_junction_char']
        for name, width in zip(self.names, self.widths):
            if not self._seen(name):
                continue
            line, sign, align = (width + self.left + self.right) * horizontal, options['horizontal_align_char'], self.columns['align'].get(name)
            if sign and align in ('l', 'c'):
                line = ' ' + sign + line[2:]
            if sign and align in ('c', 'r'):
                line = line[:-2] + sign + ' '
            parts += line, options[f'{where}junction_char'] if vrules == _ALL else options['horizontal_char']
        if framed:
            parts[-1] = options[f'{where}right_junction_char']
        if options['preserve_internal_border'] and not options['border']:
            parts = parts[1:-1]
        return ''.join(parts)

    def _below_title(self, rule):
        if self.options['title'] and self.framed:
            return self.options['left_junction_char'] + rule[1:-1] + self.options['right_junction_char']
        return rule

    def text(self, rows, dividers):
        options = self.options
        self._measure(rows)
        lines = self._titled()
        border, hrules = options['border'], options['hrules']
        if options['header']:
            lines += self._headed()
        elif border and hrules in (_ALL, _FRAME):
            lines.append(self._below_title(self._rule('top_')))
        for at, (row, divider) in enumerate(zip(rows, dividers), 1):
            last = at == len(rows)
            lines += self._row(row)
            if border and hrules == _ALL:
                lines.append(self._rule('bottom_' if last else ''))
            if divider and not last:
                lines.append(self._rule())
        if border and hrules == _FRAME:
            lines.append(self._rule('bottom_'))
        if self.table.orgmode:
            lines = [f'|{line[1:-1]}|' for line in lines]
        return '\n'.join(lines)

    def _titled(self):
        options = self.options
        if not options['title']:
            return []
        titles = options['title'].split('\n')
        if self.markdown:
            return [f'**{line}**' for line in titles] + ['']
        lines = [self._rule('top_', vrules=_FRAME)] if options['border'] and self.framed else []
        end = options['vertical_char'] if self.framed and options['border'] else ' '
        width = sum([one + self.left + self.right + 1 for one in self.widths]) - 1
        for line in titles:
            lines.append(end + _justified(' ' * self.left + line + ' ' * self.right, width, 'c') + end)
        return lines

    def _line(self, cells, last=True):
        """Cells with what stands left, between and right of them; the last line of a row without a border ends in a space."""
        options = self.options
        border, inner, vertical = options['border'], options['preserve_internal_border'], options['vertical_char']
        parts = [vertical if self.framed else ' '] if border else []
        if not self.names:
            parts.append(vertical if self.framed else ' ')
        for cell in cells:
            parts.append(' ' * self.left + cell + ' ' * self.right)
            if border or inner:
                parts.append(vertical if options['vrules'] == _ALL else ' ')
        if not border and inner and last:
            parts[-1:] = [' ']
        if border and options['vrules'] == _FRAME:
            parts[-1] = vertical
        return ''.join(parts)

    def _headed(self):
        options, cells = self.options, []
        lines = [self._below_title(self._rule('top_'))] if options['border'] and options['hrules'] in (_ALL, _FRAME) else []
        style = {'cap': 'capitalize'}.get(options['header_style'], options['header_style'])
        for name, width in zip(self.names, self.widths):
            if self._seen(name):
                shown = getattr(name, style)() if style else name
                cells.append(_justified(shown[:width] if width_of(shown) > width else shown, width, self.columns['align'].get(name)))
        lines.append(self._line(cells))
        if (options['border'] or options['preserve_internal_border']) and options['hrules'] != _NONE:
            lines.append(self._rule(horizontal=options['header_horizontal_char']))
        return lines

    def _row(self, row):
        cells = []
        for name, value, width in zip(self.names, row, self.widths):
            lines = []
            for line in value.split('\n'):
                if line == 'None' and self.columns['none_format'].get(name) is not None:
                    line = self.columns['none_format'][name]
                if width_of(line) > width:
                    lines += wrapped(line, width, self.options['break_on_hyphens']) or ['']
                else:
                    lines.append(line)
            cells.append((name, lines, width))
        height, shown = max([len(lines) for _, lines, _ in cells]), []
        for name, lines, width in cells:
            missing = height - len(lines)
            above = {'m': missing // 2, 'b': missing}.get(self.columns['valign'].get(name), 0)
            lines = [''] * above + lines + [''] * (missing - above)
            if self._seen(name):
                shown.append([_justified(line, width, self.columns['align'].get(name)) for line in lines])
        return [self._line(line, at == height) for at, line in enumerate(zip(*shown), 1)]
