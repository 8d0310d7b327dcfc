"""Files of sections, each with its options and their values."""
import re as _re
from collections.abc import MutableMapping as _MutableMapping

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """The base of these exceptions."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        words = f'Section {section!r} already exists'
        if source is not None:
            line = '' if lineno is None else f' [line {lineno:2d}]'
            words = f'While reading from {source!r}{line}: section {section!r} already exists'
        Error.__init__(self, words)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        words = f'Option {option!r} in section {section!r} already exists'
        if source is not None:
            line = '' if lineno is None else f' [line {lineno:2d}]'
            words = (f'While reading from {source!r}{line}: option {option!r} in section {section!r} already exists')
        Error.__init__(self, words)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f'Bad value substitution: option {option!r} in section {section!r} contains '
                         f'an interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A `%` or `$` that begins nothing."""


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, f'Recursion limit exceeded in value substitution: option {option!r} in '
                         f'section {section!r} contains an interpolation key which cannot be substituted in '
                         f'{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """Values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """`%(name)s` is another option of the section."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, value, 1)

    def before_set(self, parser, section, option, value):
        if '%' in _re.sub(r'%\([^)]+\)s', '', value.replace('%%', '')):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('%')}")
        return value

    def _expand(self, parser, section, option, rest, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        parts = []
        while rest:
            before, mark, rest = rest.partition('%')
            parts.append(before)
            if not mark:
                break
            if rest[:1] == '%':
                parts.append('%')
                rest = rest[1:]
            elif rest[:1] == '(':
                match = _re.match(r'\(([^)]+)\)s', rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section,
                                                   f'bad interpolation variable reference {"%" + rest!r}')
                name, rest = parser.optionxform(match[1]), rest[match.end():]
                if name not in values:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                value = values[name]
                parts.append(self._expand(parser, section, option, value, values, raw, depth + 1))
            else:
                raise InterpolationSyntaxError(option, section,
                                               f"'%' must be followed by '%' or '(', found: {'%' + rest!r}")
        return ''.join(parts)


class ExtendedInterpolation(Interpolation):
    """`${name}` and `${section:name}`."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, value, 1)

    def _expand(self, parser, section, option, text, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def found(match):
            if match[0] == '$$':
                return '$'
            if match[1] is None:
                raise InterpolationSyntaxError(option, section,
                                               f"'$' must be followed by '$' or '{{', found: {text[match.start():]!r}")
            of, colon, name = match[1].rpartition(':')
            try:
                if colon:
                    name = parser.optionxform(name)
                    inner, place = parser.get(of, name, raw=True), of
                else:
                    inner, place = values[parser.optionxform(name)], section
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, match[1]) from None
            known = dict(parser.items(place, raw=True)) if colon else values
            return self._expand(parser, place, option, inner, known, raw, depth + 1)
        return _re.sub(r'\$(?:\$|\{([^}]+)\})?', found, text)


_UNSET = object()


class RawConfigParser(_MutableMapping):
    """Sections by name, each a mapping of options to texts."""
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    OPTCRE = _re.compile('')
    SECTCRE = _re.compile(r'\[(?P<header>.+)\]')

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None, allow_unnamed_section=False):
        self._dict, self._sections, self._defaults, self._proxies = dict_type, dict_type(), dict_type(), dict_type()
        self._allow_no_value, self._delimiters, self._strict = allow_no_value, tuple(delimiters), strict
        self._comments, self._inline = tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ())
        self._empty_lines, self.default_section = empty_lines_in_values, default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._converters = {'int': int, 'float': float, 'boolean': self._convert_to_boolean, **(converters or {})}
        for name, convert in self._converters.items():
            if not hasattr(type(self), 'get' + name):
                setattr(self, 'get' + name, self._getter(convert))
        self._proxies[default_section] = SectionProxy(self, default_section)
        if defaults:
            self._read_defaults(defaults)

    def _getter(self, convert):
        return lambda section, option, **kwargs: self._get_conv(section, option, convert, **kwargs)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(str(key))] = self._text(key, value)

    def _text(self, key, value):
        return value if value is None else str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Reads the files that are there; gives their names."""
        read = []
        for name in [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__') else filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            read.append(str(name) if hasattr(name, '__fspath__') else name)
        return read

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            for key, value in options.items():
                self.set(section, self.optionxform(str(key)), None if value is None else str(value))

    def _read(self, lines, source):
        seen_sections, seen_options = set(), set()
        current = name = option = error = None
        indent = 0
        for number, line in enumerate(lines, 1):
            text = line
            for prefix in self._inline:
                at = text.find(prefix)
                while at > 0 and not text[at - 1].isspace():
                    at = text.find(prefix, at + 1)
                if at >= 0:
                    text = text[:at]
            comment = text.strip().startswith(self._comments) if self._comments else False
            text = '' if comment else text.strip()
            if not text:
                if self._empty_lines and not comment and current is not None and option and current[option] is not None:
                    current[option].append('')
                elif not self._empty_lines:
                    indent = 1 << 60
                continue
            depth = len(line) - len(line.lstrip())
            if current is not None and option and depth > indent:
                if current[option] is None:
                    raise ParsingError(source)
                current[option].append(text)
                continue
            indent = depth
            header = self.SECTCRE.match(text)
            if header:
                name, option = header['header'], None
                if name in self._sections:
                    if self._strict and name in seen_sections:
                        raise DuplicateSectionError(name, source, number)
                    current = self._sections[name]
                elif name == self.default_section:
                    current = self._defaults
                else:
                    self.add_section(name)
                    current = self._sections[name]
                seen_sections.add(name)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            places = [(text.find(mark), mark) for mark in self._delimiters if mark in text]
            if places:
                at, mark = min(places)
                key, value = text[:at].rstrip(), [text[at + len(mark):].strip()]
            elif self._allow_no_value:
                key, value = text, None
            else:
                error = error or ParsingError(source)
                error.append(number, line)
                option = None
                continue
            if not key:
                error = error or ParsingError(source)
                error.append(number, line)
            option = self.optionxform(key)
            if self._strict and (name, option) in seen_options:
                raise DuplicateOptionError(name, option, source, number)
            seen_options.add((name, option))
            current[option] = value
        for options in [self._defaults, *self._sections.values()]:
            for key, value in options.items():
                if isinstance(value, list):
                    options[key] = '\n'.join(value).rstrip()
        if error:
            raise error

    def _values(self, section, vars=None):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **own, **given}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option."""
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)  #: 821
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))  #: 837 return «self._get(section, conv, option, raw=raw, vars=vars,⏎                 **kwargs)»
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback)  #: 847 return «self._get_conv(section, option, int, raw=raw, vars=vars,⏎                      fallback=fallback, **kwargs)»

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._values(section, vars)
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in values]

    def popitem(self):
        for name in self.sections():
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        return section in self._sections and self.optionxform(option) in self._values(section)

    def _own(self, section):
        """The options that stand in a section itself."""
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes all sections."""
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        sections = [(self.default_section, self._defaults)] if self._defaults else []
        for name, options in sections + list(self._sections.items()):
            fp.write(f'[{name}]\n')
            for key, value in options.items():
                value = mark + str(value).replace('\n', '\n\t') if value is not None or not self._allow_no_value else ''
                fp.write(f'{key}{value}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        return self._own(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)  #: 998
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    """With `%(name)s`; values are texts."""
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(section, (str, type(None))):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not isinstance(value, str) and (value is not None or not self._allow_no_value):
            raise TypeError('option values must be strings')
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)


class SectionProxy(_MutableMapping):
    """One section of a parser."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser._converters:
            setattr(self, 'get' + kind, self._getter(kind))

    def _getter(self, kind):
        def getter(option, fallback=None, **kwargs):
            return getattr(self._parser, 'get' + kind)(self._name, option, fallback=fallback, **kwargs)
        return getter

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and (value is not None or not self._parser._allow_no_value):
            raise TypeError('option values must be strings')
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        return list(self._parser.defaults()) if self._name == self._parser.default_section \
            else self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)
