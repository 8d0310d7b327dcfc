"""Constants and templates."""
__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']
import _formats

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize the words."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))  #: 48


_PATTERN = r"""
            %(delim)s(?:
              (?P<escaped>%(delim)s)  |   # Escape sequence of two delimiters
              (?P<named>%(id)s)       |   # delimiter and a Python identifier
              {(?P<braced>%(bid)s)} |   # delimiter and a braced identifier
              (?P<invalid>)             # Other ill-formed delimiter exprs
            )
            """


class _Pattern:
    """The pattern of a template's class, compiled when it is asked for; text: a class's own."""

    def __init__(self, text=None):
        self.text, self.compiled = text, None

    def __get__(self, template, cls):
        if self.compiled is None:
            import re
            text = self.text
            if text is None:
                text = _PATTERN % {'delim': re.escape(cls.delimiter), 'id': cls.idpattern,
                                   'bid': cls.braceidpattern or cls.idpattern}
            self.compiled = re.compile(text, (re.I if cls.flags is None else cls.flags) | re.X)
        return self.compiled


class Template:
    """Text with $names."""
    delimiter, idpattern, braceidpattern, flags = '$', r'(?a:[_a-z][_a-z0-9]*)', None, None
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _Pattern(cls.__dict__.get('pattern'))

    def __init__(self, template):
        self.template = template

    def _of_pattern(self):
        """The same by the pattern of a subclass."""
        at = 0
        for match in self.pattern.finditer(self.template):
            yield self.template[at:match.start()]
            found, at = match.groupdict(), match.end()
            if found.get('escaped') is not None:
                yield self.delimiter
            elif found.get('named') is not None or found.get('braced') is not None:
                yield found.get('named') or found['braced'], match[0], match.start()
            elif found.get('invalid') is not None:
                yield None, match[0], match.start('invalid')
            else:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        yield self.template[at:]

    def _pieces(self):
        """Plain text and (name, as written, position) in turn."""
        if type(self) is not Template and ((self.idpattern, self.braceidpattern, self.flags) != _USUAL or
                                           type(self).__dict__['pattern'].text is not None):
            return self._of_pattern()
        text = self.template
        usual = type(text) is str and self.delimiter == '$'
        pieces = _known.get(text) if usual else None
        if pieces is None:
            pieces = tuple(self._read(text))
            if usual and len(_known) < 50:
                _known[text] = pieces
        return pieces

    def _read(self, text):
        at = 0
        if not isinstance(text, str):
            import re
            re.sub(' ', ' ', text)
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:]
                return
            yield text[at:found]
            rest = found + 1
            if text.startswith(self.delimiter, rest):
                yield self.delimiter
                at = rest + 1
                continue
            braced = text.startswith('{', rest)
            start = end = rest + braced
            while end < len(text) and text[end].isascii() and (text[end] == '_' or text[end].isalnum()) and \
                    not (end == start and text[end].isdigit()):
                end += 1
            if end == start or braced and not text.startswith('}', end):
                yield None, self.delimiter, rest
                at = rest
                continue
            at = end + braced
            yield text[start:end], text[found:at], found

    def _invalid(self, at):
        # `at` is behind the delimiter, as where the group of that name begins.
        lines = self.template[:at].splitlines(keepends=True)
        line, column = (len(lines), at - len(''.join(lines[:-1]))) if lines else (1, 1)
        raise ValueError(f'Invalid placeholder in string: line {line:d}, col {column:d}')  #: 101 raise ValueError('Invalid placeholder in string: line %d, col %d' %⏎                 (lineno, colno))

    def convert(self, mapping, kws, safe):
        parts = []
        for piece in self._pieces():
            if isinstance(piece, str):
                parts.append(piece)
                continue
            name, written, at = piece
            if name is None:
                if not safe:
                    self._invalid(at)  #: 118 self._invalid(mo)
                parts.append(written)
            else:
                try:
                    value = kws[name] if name in kws or mapping is None else mapping[name]  #: 114 return str(«mapping[named]»)
                    parts.append(value if type(value) is str else str(value))
                except KeyError:
                    if not safe:
                        raise
                    parts.append(written)
        return ''.join(parts)

    def substitute(self, mapping=None, /, **kws):
        """The text with all names replaced."""
        return self.convert(mapping, kws, False)  #: 121 return «self.pattern.sub(convert, self.template)»

    def safe_substitute(self, mapping=None, /, **kws):
        """The text with the known names replaced."""
        return self.convert(mapping, kws, True)  #: 142 return «self.pattern.sub(convert, self.template)»

    def is_valid(self):
        return all(isinstance(p, str) or p[0] is not None for p in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys(p[0] for p in self._pieces() if not isinstance(p, str) and p[0]))


_USUAL = Template.idpattern, None, None
# Texts of templates and their pieces.
_known = {}


def _place(field):
    """The first part of a field's name, and the attributes and items behind it."""
    end = min((at for at in (field.find('.'), field.find('[')) if at >= 0), default=len(field))
    first, rest, steps = field[:end], field[end:], []
    while rest:
        if rest[0] == '.':
            end = min((at for at in (rest.find('.', 1), rest.find('[', 1)) if at >= 0), default=len(rest))
            name, rest = rest[1:end], rest[end:]
            if not name:
                raise ValueError('Empty attribute in format string')
            steps.append((True, name))
        elif rest[0] == '[':
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            name, rest = rest[1:end], rest[end + 1:]
            if not name:
                raise ValueError('Empty attribute in format string')
            steps.append((False, int(name) if name.isdecimal() else name))
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return (int(first) if first.isdecimal() else first), steps


def _told(pieces, error):  #: -
    yield from pieces
    if error is not None:
        raise error


class Formatter:
    """What str.format does, in parts that subclasses replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)  #: 190 return «self.vformat(format_string, args, kwargs)»

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)  #: 194 result, _ = «self._vformat(format_string, args, kwargs, used_args, 2)»
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')  #: 201
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):  #: 204 «self.parse(format_string)»:
            if literal:
                parts.append(literal)
            if field is None:
                continue
            first, _ = _place(field)
            if first == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(number) + field
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                number = False
            value, key = self.get_field(field, args, kwargs)  #: 234 obj, arg_used = «self.get_field(field_name, args, kwargs)»
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), number

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]  #: 254
        return kwargs[key]  #: 256

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)  #: 264

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ('s', 'r', 'a'):
            raise ValueError(f'Unknown conversion specifier {conversion!s}')  #: 277 raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)

    def parse(self, format_string):
        """Yields (text, field, spec, conversion); field is None where none follows."""
        return _told(*_formats.pieces(format_string))  #: 288 return «_string.formatter_parser(format_string)»

    def get_field(self, field_name, args, kwargs):
        first, steps = _place(field_name)
        value = self.get_value(first, args, kwargs)  #: 299 obj = «self.get_value(first, args, kwargs)»
        for is_attribute, name in steps:
            if is_attribute:
                value = getattr(value, name)  #: 305 obj = «getattr(obj, i)»
            else:
                value = value[name]  #: 307 obj = «obj[i]»
        return value, first
