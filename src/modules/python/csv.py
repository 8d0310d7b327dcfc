"""Tables as text, values between delimiters."""
import io as _io

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error',
           'Dialect', 'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect',
           'list_dialects', 'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect', 'Sniffer']
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_NAMES = {'delimiter': ',', 'quotechar': '"', 'escapechar': None, 'doublequote': True, 'skipinitialspace': False,
          'lineterminator': '\r\n', 'quoting': QUOTE_MINIMAL, 'strict': False}


class Error(Exception):
    __module__ = '_csv'


class Dialect:
    """How a table is written."""
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _dialect(type(self), {})
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ',', '"', True, False
    lineterminator, quoting = '\r\n', QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ',', '"', True, False
    lineterminator, quoting = '\n', QUOTE_ALL


class _Settings:
    pass


_Settings.__module__, _Settings.__name__, _Settings.__qualname__ = '_csv', 'Dialect', 'Dialect'


def _dialect(given, options):
    made = _Settings()
    if isinstance(given, str):
        given = get_dialect(given)
    for name, default in _NAMES.items():
        value = getattr(given, name, default)
        if name in options:
            value = options.pop(name)
        if value is None and name in ('doublequote', 'skipinitialspace'):
            # What a dialect's class does not say of these means no.
            value = False
        elif value is None and name not in ('quotechar', 'escapechar'):
            value = default
        setattr(made, name, value)
    if options:
        raise TypeError(f"'{next(iter(options))}' is an invalid keyword argument for this function")
    for name in 'delimiter', 'quotechar', 'escapechar':
        value = getattr(made, name)
        if value is None and name != 'delimiter':
            continue
        if not isinstance(value, str):
            raise TypeError(f'"{name}" must be {"a" if name == "delimiter" else "a"} '
                            f'{"unicode character" if name == "delimiter" else "unicode character or None"}, '
                            f'not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a '
                            f'{"unicode character" if name == "delimiter" else "unicode character or None"}, '
                            f'not a string of length {len(value)}')
    if made.quoting not in range(6):
        raise TypeError('bad "quoting" value')
    if made.quoting != QUOTE_NONE and made.quotechar is None:
        raise TypeError('quotechar must be set if quoting enabled')
    return made


_dialects = {}


def register_dialect(name, dialect=excel, **options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


for _name, _class in (('excel', excel), ('excel-tab', excel_tab), ('unix', unix_dialect)):
    register_dialect(_name, _class)
_limit = 131072


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        _limit = new_limit
    return old


class _Reader:
    """Rows of lines."""

    def __init__(self, lines, dialect, options):
        self._lines, self.dialect, self.line_num = iter(lines), _dialect(dialect, options), 0

    def __iter__(self):
        return self

    def __next__(self):
        d, row, field = self.dialect, [], []
        quoting, quote, escape, delimiter = d.quoting != QUOTE_NONE, d.quotechar, d.escapechar, d.delimiter
        state, quoted = 'start', False
        # States: start of record, start of field, in a field, in quotes, after a quote in quotes.

        def save():
            nonlocal field, quoted
            text = ''.join(field)
            if d.quoting == QUOTE_NONNUMERIC and not quoted:
                row.append(float(text))
            elif d.quoting == QUOTE_STRINGS and not quoted and text:
                row.append(float(text))
            elif d.quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and not quoted and not text:
                row.append(None)
            else:
                row.append(text)
            field, quoted = [], False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == 'quotes':
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    save()
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            at, size = 0, len(line)
            while at < size:
                c = line[at]
                at += 1
                if state == 'quotes':
                    if c == escape:
                        if at < size:
                            field.append(line[at])
                            at += 1
                    elif c == quote:
                        if d.doublequote:
                            state = 'after'
                        else:
                            state = 'field'
                    else:
                        field.append(c)
                    continue
                if state == 'end':
                    if c not in '\r\n':
                        raise Error('new-line character seen in unquoted field - '
                                    'do you need to open the file with newline=\'\'?')
                    continue
                if c in '\r\n':
                    if state != 'start' or row:
                        save()
                    state = 'end'
                    continue
                if state == 'after':
                    if c == quote:
                        field.append(c)
                        state = 'quotes'
                        continue
                    if c != delimiter and d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    state = 'field'
                if c == delimiter:
                    save()
                    state = 'next'
                elif state in ('start', 'next') and c == quote and quoting:
                    state, quoted = 'quotes', True
                elif state in ('start', 'next') and c == ' ' and d.skipinitialspace:
                    state = 'next'
                elif c == escape:
                    field.append(line[at] if at < size else '\n')
                    at += 1
                    state = 'field'
                else:
                    field.append(c)
                    state = 'field'
            if state == 'quotes':
                continue
            if state != 'end' and (state != 'start' or row or field):
                save()
            return row


def reader(iterable, /, dialect='excel', **options):
    return _Reader(iterable, dialect, options)


class _Writer:
    """Writes rows."""

    def __init__(self, file, dialect, options):
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write, self.dialect = write, _dialect(dialect, options)

    def writerow(self, row):
        d, parts = self.dialect, []
        try:
            row = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        values = list(row)
        for value in values:
            text = '' if value is None else value if isinstance(value, str) else repr(value) \
                if isinstance(value, float) else str(value)
            number = isinstance(value, (int, float)) and not isinstance(value, str)
            quote = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
                     or d.quoting == QUOTE_STRINGS and isinstance(value, str)
                     or d.quoting == QUOTE_NOTNULL and value is not None)
            special = d.delimiter + (d.quotechar or '') + (d.escapechar or '') + '\r\n' + d.lineterminator
            if any(c in special for c in text) and d.quoting != QUOTE_NONE:
                if d.escapechar and not d.doublequote:
                    if any(c in d.delimiter + '\r\n' for c in text):
                        quote = True
                else:
                    quote = True
            if not text and len(values) == 1:
                if d.quoting == QUOTE_NONE:
                    raise Error('single empty field record must be quoted')
                quote = True
            if text.startswith(' ') and d.skipinitialspace or d.delimiter == ' ' and not text:
                quote = d.quoting != QUOTE_NONE or quote
            if d.quoting == QUOTE_NONE:
                for c in special:
                    if c in text and c != d.escapechar and not d.escapechar:
                        raise Error('need to escape, but no escapechar set')
                if d.escapechar:
                    text = ''.join(d.escapechar + c if c in special else c for c in text)
                parts.append(text)
                continue
            if d.quotechar and d.quotechar in text:
                if d.doublequote:
                    text = text.replace(d.quotechar, d.quotechar * 2)
                elif d.escapechar:
                    text = text.replace(d.quotechar, d.escapechar + d.quotechar)
                else:
                    raise Error('need to escape, but no escapechar set')
            parts.append(d.quotechar + text + d.quotechar if quote else text)
        return self._write(d.delimiter.join(parts) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(fileobj, /, dialect='excel', **options):
    return _Writer(fileobj, dialect, options)


class DictReader:
    """Rows as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader, self.dialect, self.line_num = reader(f, dialect, *args, **kwds), dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)  #: 211

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, row):  #: in csv.py
        if self.extrasaction == 'raise':
            wrong = row.keys() - self.fieldnames
            if wrong:
                names = ', '.join(map(repr, wrong))
                raise ValueError(f'dict contains fields not in fieldnames: {names}')  #: 221 raise ValueError("dict contains fields not in fieldnames: "⏎                 + ", ".join([repr(x) for x in wrong_fields]))
        return [row.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):  #: in csv.py
        return self.writer.writerow(self._dict_to_list(rowdict))  #: 226

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))  #: 229


from _frames import extension as _extension
_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Reader.__module__ = _Writer.__module__ = '_csv'
_extension(_Reader, _Writer)


def __getattr__(name):
    if name == 'Sniffer':
        from _csv_sniffer import Sniffer
        return Sniffer
    raise AttributeError(f"module 'csv' has no attribute '{name}'")
