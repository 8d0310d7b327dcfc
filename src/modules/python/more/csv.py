"""Tables as text, values between delimiters."""
import io as _io
from _frames import shortcuts as _shortcuts, type_name as _type_name
from _tables import line as _line

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
    """A dialect that has been looked over."""

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_Settings.__module__, _Settings.__name__, _Settings.__qualname__ = '_csv', 'Dialect', 'Dialect'
_ONE = ('delimiter', 'escapechar', 'quotechar')


def _dialect(given, options):
    if isinstance(given, str):
        given = get_dialect(given)
    for name in options:
        if name not in _NAMES:
            raise TypeError(f'this function got an unexpected keyword argument {name!r}')
    if isinstance(given, _Settings) and not options:
        return given
    found = {name: options[name] if name in options else getattr(given, name, default)
             for name, default in _NAMES.items()}
    found['doublequote'], found['skipinitialspace'] = bool(found['doublequote']), bool(found['skipinitialspace'])
    found['strict'] = bool(found['strict'])
    for name in _ONE:
        value = found[name]
        if value is None and name != 'delimiter':
            continue
        if not isinstance(value, str):
            kind = 'string' if name == 'delimiter' else 'string or None'
            raise TypeError(f'"{name}" must be {kind}, not {_type_name(value)}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    end, quoting = found['lineterminator'], found['quoting']
    if end is not None and not isinstance(end, str):
        raise TypeError('"lineterminator" must be a string')
    if not isinstance(quoting, int):
        raise TypeError('"quoting" must be an integer')
    if quoting not in range(6):
        raise TypeError('bad "quoting" value')
    if end is None:
        raise TypeError('lineterminator must be set')
    if found['quotechar'] is None:
        if 'quoting' not in options and 'quotechar' in options:
            found['quoting'] = QUOTE_NONE
        elif quoting != QUOTE_NONE:
            raise TypeError('quotechar must be set if quoting enabled')
    for name in _ONE:
        if found[name] in ('\r', '\n') or found[name] == ' ' and name != 'delimiter' and found['skipinitialspace']:
            raise ValueError(f'bad {name} value')
    for one, other in (('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar')):
        if found[one] is not None and found[one] == found[other]:
            raise ValueError(f'bad {one} or {other} value')
    for name in _ONE:
        if found[name] is not None and found[name] in end:
            raise ValueError(f'bad {name} or lineterminator value')
    made = _Settings()
    made.__dict__.update(found)
    return made


_dialects = {}


def _given(args):
    if not args:
        raise TypeError(' expected at least 1 argument, got 0')
    if len(args) > 2:
        raise TypeError(f' expected at most 2 arguments, got {len(args)}')
    return args if len(args) > 1 else (*args, 'excel')


def register_dialect(*args, **options):
    name, dialect = _given(args)
    dialect = options.pop('dialect', dialect)
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


def field_size_limit(new_limit=_NAMES):
    global _limit
    old = _limit
    if new_limit is not _NAMES:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
        _shortcuts(5, _Reader, new_limit)
    return old


# What a reader is in: a record's start, a field's start, a field, a field in quotes, what follows an escape or a quote.
_RECORD, _FIELD, _ESCAPED, _IN, _QUOTED, _QUOTED_ESCAPED, _AFTER_QUOTE, _END, _AFTER_END = range(9)


class _Frozen:
    """What a program cannot set."""

    def __setattr__(self, name, value):
        if name[:1] != '_' or name[:2] == '__':
            self._refuse(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self._refuse(name)

    def _refuse(self, name):
        if name in ('dialect', 'line_num'):
            raise AttributeError('readonly attribute')
        kind = f'_csv.{type(self).__name__}'
        if hasattr(type(self), name):
            raise AttributeError(f"'{kind}' object attribute {name!r} is read-only")
        raise AttributeError(f"'{kind}' object has no attribute {name!r} and no __dict__ for setting new attributes")


def _uncallable(cls, *args, **kwargs):
    raise TypeError(f"cannot create '_csv.{cls.__name__}' instances")


class _Reader(_Frozen):
    """Rows of lines."""
    __new__ = _uncallable

    def _begin(self, lines, dialect, options):
        self.__dict__.update(_lines=iter(lines), dialect=_dialect(dialect, options), line_num=0)
        d = self.dialect
        # Lines are taken apart at once; one that does not end with its last value is left in `_pending`.
        if (d.doublequote and d.escapechar is None and not (d.strict or d.skipinitialspace)
                and d.quoting in (QUOTE_MINIMAL, QUOTE_ALL)):
            self._simple = d.delimiter, d.quotechar

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._field, self._unquoted, state = [], [], False, _RECORD
        while True:
            try:
                line = self.__dict__.pop('_pending') if '_pending' in self.__dict__ else next(self._lines)
            except StopIteration:
                if not self._field and state not in (_QUOTED, _QUOTED_ESCAPED):
                    raise
                if self.dialect.strict:
                    raise Error('unexpected end of data') from None
                self._save()
                return self._row
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {_type_name(line)} '
                            '(the file should be opened in text mode)')
            self.__dict__['line_num'] += 1
            for c in line:
                state = self._take(state, c)
            state = self._take(state, '')
            if state == _RECORD:
                return self._row

    def _save(self):
        text, quoting, d = ''.join(self._field), self.dialect.quoting, self._row
        if self._unquoted and not text and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            text = None
        elif self._unquoted and text and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            text = float(text)
        d.append(text)
        self._field = []

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field.append(c)

    def _ended(self, c):
        self._save()
        return _END if c else _RECORD

    def _take(self, state, c):
        """The state after a character; '' is a line's end."""
        d = self.dialect
        quote, end = d.quotechar if d.quoting != QUOTE_NONE else None, not c or c in '\r\n'
        if state == _QUOTED:
            if not c:
                return state
            if c == d.escapechar:
                return _QUOTED_ESCAPED
            if c == quote:
                return _AFTER_QUOTE if d.doublequote else _IN
            self._add(c)
            return state
        if state == _QUOTED_ESCAPED:
            self._add(c or '\n')
            return _QUOTED
        if state == _ESCAPED:
            self._add(c or '\n')
            return _AFTER_END if c and end else _IN
        if state == _END:
            if c and not end:
                raise Error('new-line character seen in unquoted field - '
                            'do you need to open the file with newline=\'\'?')
            return state if c else _RECORD
        if state == _AFTER_QUOTE:
            if c and c == quote:
                self._add(c)
                return _QUOTED
            if not end and c != d.delimiter:
                if d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                self._add(c)
                return _IN
        if state == _AFTER_END and not c:
            return state
        if state == _RECORD:
            if end:
                return _END if c else _RECORD
            state = _FIELD
        if state == _FIELD:
            self._unquoted = True
        if end:
            return self._ended(c)
        if state == _FIELD:
            if c == quote:
                self._unquoted = False
                return _QUOTED
            if c == ' ' and d.skipinitialspace and c != d.escapechar:
                return state
        if state != _AFTER_QUOTE and c == d.escapechar:
            return _ESCAPED
        if c == d.delimiter:
            self._save()
            return _FIELD
        self._add(c)
        return _AFTER_END if state == _AFTER_END else _IN


def reader(*args, **options):
    iterable, dialect = _given(args)
    made = object.__new__(_Reader)
    made._begin(iterable, options.pop('dialect', dialect), options)
    return made


class _Writer(_Frozen):
    """Writes rows."""
    __new__ = _uncallable

    def _begin(self, file, dialect, options):
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        d = _dialect(dialect, options)
        self.__dict__.update(_write=write, dialect=d)
        self._simple = (None if d.quoting != QUOTE_MINIMAL or not d.doublequote or d.escapechar or d.skipinitialspace
                        else (d.delimiter, d.quotechar, d.lineterminator))
        self._special = {d.delimiter, d.quotechar, d.escapechar, '\n', '\r', *d.lineterminator} - {None}

    def writerow(self, row, /):
        if self._simple is not None and (line := _line(row, *self._simple)) is not None:
            return self._write(line)
        d, parts = self.dialect, []
        try:
            row = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {_type_name(row)}') from None
        quoting, never, value = d.quoting, d.quoting == QUOTE_NONE, ''
        for value in row:
            text = value if isinstance(value, str) else '' if value is None else str(value)
            quoted = quoting != QUOTE_MINIMAL and (
                quoting == QUOTE_ALL or quoting == QUOTE_NOTNULL and value is not None
                or quoting == QUOTE_STRINGS and isinstance(value, str)
                or quoting == QUOTE_NONNUMERIC and not (hasattr(value, '__float__') or hasattr(value, '__index__')))
            if not text and d.delimiter == ' ' and d.skipinitialspace:
                if never or value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                    raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
                quoted = True
            if not self._special.isdisjoint(text):
                text, needs = self._escaped(text)
                quoted = quoted or needs
            parts.append(d.quotechar + text + d.quotechar if quoted else text)
        if parts == ['']:
            if never or value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error('single empty field record must be quoted')
            parts = [d.quotechar * 2]
        return self._write(d.delimiter.join(parts) + d.lineterminator)

    def _escape(self, c):
        if self.dialect.escapechar is None:
            raise Error('need to escape, but no escapechar set')
        return self.dialect.escapechar + c

    def _escaped(self, text):
        """The field with what must be escaped in it, and whether it must be quoted."""
        d, found, needs = self.dialect, [], False
        for c in text:
            if c not in self._special:
                pass
            elif d.quoting == QUOTE_NONE or c == d.escapechar or c == d.quotechar and not d.doublequote:
                c = self._escape(c)
            else:
                c, needs = c * 2 if c == d.quotechar else c, True
            found.append(c)
        return ''.join(found), needs

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(*args, **options):
    file, dialect = _given(args)
    made = object.__new__(_Writer)
    made._begin(file, options.pop('dialect', dialect), options)
    return made


class DictReader:
    """Rows as dicts."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):  #: in csv.py
        if fieldnames is not None and iter(fieldnames) is fieldnames:  #: 148
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)  #: 153
        self.dialect, self.line_num = dialect, 0

    def __iter__(self):
        return self

    def _names(self):  #: in csv.py fieldnames
        """Those given, else the first row; None before there is one."""
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)  #: 164
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    def _name(self, value):
        self._fieldnames = value

    fieldnames = property(_names, _name)

    def __next__(self):  #: in csv.py
        if self.line_num == 0:
            self.fieldnames  #: 177
        row = next(self.reader)  #: 178
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
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):  #: in csv.py
        if fieldnames is not None and iter(fieldnames) is fieldnames:  #: 202 if fieldnames is not None and «iter(fieldnames)» is fieldnames:
            fieldnames = list(fieldnames)
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")  #: 208 raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'"⏎                 % extrasaction)
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)  #: 211

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, row):  #: in csv.py
        if self.extrasaction == 'raise':
            wrong = row.keys() - self.fieldnames  #: 219 wrong_fields = «rowdict.keys()» - self.fieldnames
            if wrong:
                names = ', '.join(map(repr, wrong))
                raise ValueError(f'dict contains fields not in fieldnames: {names}')  #: 221 raise ValueError("dict contains fields not in fieldnames: "⏎                 + ", ".join([repr(x) for x in wrong_fields]))
        return [row.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):  #: in csv.py
        return self.writer.writerow(self._dict_to_list(rowdict))  #: 226

    def writerows(self, rowdicts):  #: in csv.py
        return self.writer.writerows(map(self._dict_to_list, rowdicts))  #: 229


from _frames import extension as _extension
_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Reader.__module__ = _Writer.__module__ = '_csv'
_extension(_Reader, _Writer, _Settings)
_shortcuts(5, _Reader, _limit)


def __getattr__(name):
    if name == 'Sniffer':
        from _csv_sniffer import Sniffer
        return Sniffer
    raise AttributeError(f"module 'csv' has no attribute '{name}'")


from _frames import native as _native
_native(globals())
