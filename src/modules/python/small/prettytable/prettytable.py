"""Tables of text."""
from enum import IntEnum as _IntEnum

from prettytable._text import Writer as _Writer, size as _size


class HRuleStyle(_IntEnum):
    """Where lines across stand."""
    FRAME = 0
    ALL = 1
    NONE = 2
    HEADER = 3


class VRuleStyle(_IntEnum):
    """Where lines down stand."""
    FRAME = 0
    ALL = 1
    NONE = 2


class TableStyle(_IntEnum):
    """How a table looks."""
    DEFAULT = 10
    MSWORD_FRIENDLY = 11
    PLAIN_COLUMNS = 12
    MARKDOWN = 13
    ORGMODE = 14
    DOUBLE_BORDER = 15
    SINGLE_BORDER = 16
    RST = 17
    RANDOM = 20


_RULES = 'FRAME', 'ALL', 'NONE', 'HEADER'


def __getattr__(name):
    if name in _RULES or name in TableStyle.__members__:
        from warnings import warn
        enums = "'HRuleStyle' and 'VRuleStyle' enums" if name in _RULES else "'TableStyle' enum"
        warn(f"the '{name}' constant is deprecated, use the {enums} instead", DeprecationWarning, stacklevel=3)
        return int(HRuleStyle[name] if name in _RULES else TableStyle[name])
    raise AttributeError(f"module 'prettytable.prettytable' has no attribute '{name}'")


_CHARACTERS = ('vertical_char', 'horizontal_char', 'horizontal_align_char', 'header_horizontal_char', 'junction_char',
               'top_junction_char', 'bottom_junction_char', 'right_junction_char', 'left_junction_char', 'top_right_junction_char',
               'top_left_junction_char', 'bottom_right_junction_char', 'bottom_left_junction_char')
_FLAGS = {'header': True, 'use_header_width': True, 'border': True, 'preserve_internal_border': False, 'reversesort': False,
          'xhtml': False, 'format': False, 'print_empty': True, 'oldsortslice': False, 'escape_header': True, 'escape_data': True,
          'break_on_hyphens': True}
_NUMBERS = ('start', 'end', 'min_table_width', 'max_table_width', 'padding_width', 'left_padding_width', 'right_padding_width')
_OPTIONS = {**_FLAGS, **dict.fromkeys(_CHARACTERS), 'title': None, 'start': 0, 'end': None, 'fields': None, 'sortby': None,
            'sort_key': lambda row: row, 'row_filter': lambda row: True, 'attributes': {}, 'hrules': HRuleStyle.FRAME,
            'vrules': VRuleStyle.ALL, 'header_style': None, 'min_table_width': None, 'max_table_width': None, 'padding_width': 1,
            'left_padding_width': None, 'right_padding_width': None, 'vertical_char': '|', 'horizontal_char': '-',
            'junction_char': '+'}
# What a column has of its own; the value that it has from the start.
_OF_COLUMNS = {'align': 'c', 'valign': 't', 'max_width': None, 'min_width': None, 'int_format': None, 'float_format': None,
               'none_format': None, 'custom_format': None}
_BASE = 'base_align_value'
_BOXES = {TableStyle.DOUBLE_BORDER: '║═╬╦╩╣╠╗╔╝╚', TableStyle.SINGLE_BORDER: '│─┼┬┴┤├┐┌┘└'}


class PrettyTable:
    """Rows and columns that are shown as text."""

    def __init__(self, field_names=None, **kwargs):
        self.__dict__.update(_field_names=[], _rows=[], _dividers=[], _style=None, _options=dict(_OPTIONS), orgmode=False,
                             _columns={name: {} for name in _OF_COLUMNS}, encoding=kwargs.pop('encoding', 'UTF-8'))
        self._columns['align'][_BASE] = 'c'
        if field_names:
            self.field_names = field_names
        for name, value in kwargs.items():
            if name in _FLAGS and value in (True, False) or value or name == 'padding_width' and value is not None:
                setattr(self, name, value)

    def __getattr__(self, name):
        if name in _OPTIONS:
            value = self._options[name]
            if value is None and name.endswith('junction_char'):
                return self._junction(name)
            return value
        if name in _OF_COLUMNS:
            return self._columns[name]
        raise AttributeError(name)

    def _junction(self, name):
        """The character of a corner or a crossing that has none of its own."""
        return self._options['junction_char']

    def __setattr__(self, name, value):
        if name in _OPTIONS:
            self._check(name, value)
            self._options[name] = str(value) if name == 'title' else value
        elif name in _OF_COLUMNS:
            self._set_columns(name, value)
        else:
            object.__setattr__(self, name, value)

    def _check(self, name, value):
        if name in _FLAGS and value not in (True, False):
            raise ValueError(f'Invalid value for {name}. Must be True or False.')
        if name in _NUMBERS and value is not None and int(value) < 0:
            raise ValueError(f'Invalid value for {name}: {value}')
        if name in _CHARACTERS and value is not None and _size(value)[0] != 1:
            raise ValueError(f'Invalid value for {name}. Must be a string of length 1.')
        if name == 'sortby' and value is not None and value not in self._field_names:
            raise ValueError(f'Invalid field name: {value}')
        if name == 'fields' and value is not None and any(field not in self._field_names for field in value):
            raise ValueError('fields must be a sequence of field names')
        if name == 'hrules' and value not in list(HRuleStyle):
            raise ValueError(f'Invalid value for {name}. Must be HRuleStyle.')
        if name == 'vrules' and value not in list(VRuleStyle):
            raise ValueError(f'Invalid value for {name}. Must be VRuleStyle.')

    def _check_column(self, name, value):
        if name == 'align' and value not in ('l', 'c', 'r'):
            raise ValueError(f'Alignment {value} is invalid, use l, c or r')
        if name == 'valign' and value not in ('t', 'm', 'b'):
            raise ValueError(f'Alignment {value} is invalid, use t, m, b or None')

    def _set_columns(self, name, value):
        if isinstance(value, dict):
            given = value
        elif value is None:
            given = {}
            self._columns[name].clear()
        else:
            given = dict.fromkeys(self._field_names or ([_BASE] if name == 'align' else ()), value)
        for one in given.values():
            self._check_column(name, one)
        self._columns[name].update(given)

    @property
    def field_names(self):
        return self._field_names

    @field_names.setter
    def field_names(self, value):
        names, before = [str(one) for one in value], self._field_names
        for there in (before, self._rows[0] if self._rows else None):
            if there and len(names) != len(there):
                raise ValueError(f'Field name list has incorrect number of values, (actual) {len(names)}!={len(there)} (expected)')
        if len(set(names)) != len(names):
            raise ValueError('Field names must be unique')
        self._field_names = names
        for at, name in enumerate(names):
            for kind, otherwise in (('align', self._columns['align'].get(_BASE, 'c')), ('valign', 't')):
                known = self._columns[kind]
                known[name] = known.get(before[at], otherwise) if before else otherwise

    @property
    def rows(self):
        return self._rows[:]

    @property
    def dividers(self):
        return self._dividers[:]

    rowcount = property(lambda self: len(self._rows))
    colcount = property(lambda self: len(self._field_names) or (len(self._rows[0]) if self._rows else 0))

    def add_row(self, row, *, divider=False):
        """Adds a row; with `divider` a line follows it."""
        if self._field_names and len(row) != len(self._field_names):
            raise ValueError(f'Row has incorrect number of values, (actual) {len(row)}!={len(self._field_names)} (expected)')
        if not self._field_names:
            self.field_names = [f'Field {number}' for number in range(1, len(row) + 1)]
        self._rows.append(list(row))
        self._dividers.append(divider)

    def add_rows(self, rows, *, divider=False):
        for at, row in enumerate(rows, 1):
            self.add_row(row, divider=divider and at == len(rows))

    def add_divider(self):
        if self._dividers:
            self._dividers[-1] = True

    def add_column(self, fieldname, column, align='c', valign='t'):
        """Adds a column of as many values as there are rows."""
        if self._rows and len(self._rows) != len(column):
            raise ValueError(f'Column length {len(column)} does not match number of rows {len(self._rows)}')
        self._check_column('align', align)
        self._check_column('valign', valign)
        self._field_names.append(fieldname)
        self._columns['align'][fieldname], self._columns['valign'][fieldname] = align, valign
        for at, value in enumerate(column):
            if at == len(self._rows):
                self._rows.append([])
                self._dividers.append(False)
            self._rows[at].append(value)

    def add_autoindex(self, fieldname='Index'):
        self._field_names.insert(0, fieldname)
        self._columns['align'][fieldname], self._columns['valign'][fieldname] = self._columns['align'].get(_BASE, 'c'), 't'
        for number, row in enumerate(self._rows, 1):
            row.insert(0, number)

    def del_row(self, row_index):
        if row_index > len(self._rows) - 1:
            raise IndexError(f"Can't delete row at index {row_index}, table only has {len(self._rows)} rows")
        del self._rows[row_index]
        del self._dividers[row_index]

    def del_column(self, fieldname):
        if fieldname not in self._field_names:
            names = ', '.join(map(repr, self._field_names))
            raise ValueError(f"Can't delete column {fieldname!r} which is not a field name of this table. Field names are: {names}")
        at = self._field_names.index(fieldname)
        del self._field_names[at]
        for row in self._rows:
            del row[at]

    def clear_rows(self):
        self._rows, self._dividers = [], []

    def clear(self):
        self._rows, self._dividers, self._field_names = [], [], []

    def copy(self):
        from copy import deepcopy
        return deepcopy(self)

    def __getitem__(self, index):
        made = PrettyTable()
        made.field_names = self.field_names
        made._options = dict(self._options)
        made._columns = {name: dict(values) for name, values in self._columns.items()}
        if not isinstance(index, (int, slice)):
            raise IndexError(f'Index {index} is invalid, must be an integer or slice')
        made.add_rows(self._rows[index] if isinstance(index, slice) else [self._rows[index]])
        return made

    def __str__(self):
        return self.get_string()

    __repr__ = __str__

    def set_style(self, style):
        """Makes it look as one of the known styles."""
        if style not in list(TableStyle) or style in (TableStyle.RANDOM, TableStyle.RST):
            raise ValueError('Invalid pre-set style')
        options = self._options
        options.update(dict.fromkeys(_CHARACTERS), vertical_char='|', horizontal_char='-', junction_char='+', header=True, border=True,
                       hrules=HRuleStyle.FRAME, vrules=VRuleStyle.ALL, padding_width=1, left_padding_width=1, right_padding_width=1)
        self._style = style
        self.orgmode = self.orgmode or style == TableStyle.ORGMODE
        if style == TableStyle.MSWORD_FRIENDLY:
            options['hrules'] = HRuleStyle.NONE
        elif style == TableStyle.PLAIN_COLUMNS:
            options.update(border=False, left_padding_width=0, right_padding_width=8)
        elif style == TableStyle.MARKDOWN:
            options.update(hrules=HRuleStyle.HEADER, junction_char='|', horizontal_align_char=':')
        elif style in _BOXES:
            names = [name for name in _CHARACTERS if name not in ('horizontal_align_char', 'header_horizontal_char')]
            options.update(zip(names, _BOXES[style]))

    def _asked(self, given):
        for name, value in given.items():
            if name in _OPTIONS:
                self._check(name, value)
        return {**{name: getattr(self, name) for name in _OPTIONS}, **{name: value for name, value in given.items() if name in _OPTIONS}}

    def _chosen(self, options):
        """The rows that are shown, each with whether a line follows it."""
        pairs = list(zip(self._rows, self._dividers))
        if options['oldsortslice']:
            pairs = pairs[options['start']:options['end']]
        pairs = [pair for pair in pairs if options['row_filter'](pair[0])]
        if options['sortby']:
            at = self._field_names.index(options['sortby'])
            rows = sorted([[row[at]] + row for row, _ in pairs], key=options['sort_key'], reverse=options['reversesort'])
            pairs = [(row[1:], False) for row in rows]
        return pairs if options['oldsortslice'] else pairs[options['start']:options['end']]

    def _shown(self, field, value):
        columns = self._columns
        if isinstance(value, int) and field in columns['int_format']:
            return f'%{columns["int_format"][field]}d' % value
        if isinstance(value, float) and field in columns['float_format']:
            return f'%{columns["float_format"][field]}f' % value
        own = columns['custom_format'].get(field)
        return (str(value) if own is None else own(field, value)).expandtabs()

    def get_string(self, **kwargs):
        """The table as text."""
        options = self._asked(kwargs)
        if not self._rows and not (options['print_empty'] and options['border']):
            return ''
        pairs = self._chosen(options)
        rows = [[self._shown(field, value) for field, value in zip(self._field_names, row)] for row, _ in pairs]
        return _Writer(self, options, self._style == TableStyle.MARKDOWN).text(rows, [divider for _, divider in pairs])

    def paginate(self, page_length=58, line_break='\f', **kwargs):
        start, end, pages = kwargs.get('start', 0), kwargs.get('end', self.rowcount), []
        while True:
            last = min(start + page_length, end)
            pages.append(self.get_string(**{**kwargs, 'start': start, 'end': last}))
            if last == end:
                return line_break.join(pages)
            start = last

    def get_csv_string(self, **kwargs):
        """The table as CSV."""
        import csv
        import io
        options, file = self._asked(kwargs), io.StringIO()
        writer = csv.writer(file, **{name: value for name, value in kwargs.items() if name not in _OPTIONS})
        fields = options['fields']
        if options['header']:
            writer.writerow([name for name in self._field_names if not fields or name in fields])
        for row, _ in self._chosen(options):
            writer.writerow([self._shown(name, value) for name, value in zip(self._field_names, row) if not fields or name in fields])
        return file.getvalue()

    def get_json_string(self, **kwargs):
        """The table as JSON."""
        import json
        options = self._asked(kwargs)
        written = {'indent': 4, 'separators': (',', ': '), 'sort_keys': True}
        written.update({name: value for name, value in kwargs.items() if name not in _OPTIONS})
        fields = options['fields'] or self._field_names
        told = [list(fields)] if options['header'] else []
        told += [{name: value for name, value in zip(self._field_names, row) if name in fields} for row, _ in self._chosen(options)]
        return json.dumps(told, **written)

    def get_html_string(self, **kwargs):
        _lacks('get_html_string')

    def get_latex_string(self, **kwargs):
        _lacks('get_latex_string')

    def get_mediawiki_string(self, **kwargs):
        _lacks('get_mediawiki_string')

    def get_formatted_string(self, out_format='text', **kwargs):
        if out_format in ('text', 'csv', 'json'):
            return getattr(self, 'get_string' if out_format == 'text' else f'get_{out_format}_string')(**kwargs)
        if out_format in ('html', 'latex', 'mediawiki'):
            _lacks(f'get_{out_format}_string')
        raise ValueError(f'Invalid format {out_format}. Must be one of: text, html, json, csv, latex or mediawiki')


def from_csv(fp, field_names=None, **kwargs):
    """A table of a file of CSV."""
    import csv
    formats = ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')
    given = {name: kwargs.pop(name) for name in formats if name in kwargs}
    if given:
        reader = csv.reader(fp, **given)
    else:
        dialect = csv.Sniffer().sniff(fp.read(1024))
        fp.seek(0)
        reader = csv.reader(fp, dialect)
    table = PrettyTable(**kwargs)
    table.field_names = field_names or [name.strip() for name in next(reader)]
    for row in reader:
        table.add_row([value.strip() for value in row])
    return table


def from_db_cursor(cursor, **kwargs):
    """A table of what a query has found."""
    if not cursor.description:
        return None
    table = PrettyTable(**kwargs)
    table.field_names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        table.add_row(row)
    return table


def _lacks(name):
    from _frames import not_supported
    not_supported(f'prettytable.PrettyTable.{name}', 'prettytable.PrettyTable.get_string')
