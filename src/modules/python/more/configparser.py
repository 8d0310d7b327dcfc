"""Files of sections, each with its options and their values."""
import re as _re
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping as _MutableMapping

from _config_errors import (DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError,
                            InterpolationError, InterpolationMissingOptionError, InterpolationSyntaxError,
                            MissingSectionHeaderError, MultilineContinuationError, NoOptionError, NoSectionError,
                            ParsingError)
from _config_interpolation import BasicInterpolation, ExtendedInterpolation, Interpolation

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'MultilineContinuationError', 'ConfigParser', 'RawConfigParser', 'Interpolation',
           'BasicInterpolation', 'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping', 'DEFAULTSECT',
           'MAX_INTERPOLATION_DEPTH', 'UNNAMED_SECTION']
DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10


class _UnnamedSection:
    def __repr__(self):
        return '<UNNAMED_SECTION>'


UNNAMED_SECTION = _UnnamedSection()


class _Reading:
    """How far a file has been read."""

    def __init__(self):
        self.seen_sections, self.seen_options = set(), set()
        self.current = self.name = self.option = self.error = None
        self.number = self.indent = 0


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
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError('interpolation= must be None or an instance of Interpolation; got an object of type '
                            f'{type(self._interpolation)}')
        self._allow_unnamed_section = allow_unnamed_section
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._converters.update(converters or {})
        if defaults:
            self._read_defaults(defaults)  #: 675

    @property
    def converters(self):
        return self._converters

    def _read_defaults(self, defaults):
        for key, value in defaults.items():  #: 1175
            self._defaults[self.optionxform(key)] = value

    def optionxform(self, optionstr):
        return optionstr.lower()  #: 904

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')  #: 693 raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)  #: 696
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections  #: 705

    def options(self, section):
        if section not in self._sections:  #: 710 opts = «self._sections[section]».copy()
            raise NoSectionError(section) from None  #: 712
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Reads the files that are there; gives their names."""
        read = []
        for name in [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__') else filenames:  #: 732 for filename in «filenames»:
            try:
                with open(name, encoding=encoding) as file:  #: 734 with «open(filename, encoding=encoding)» as fp:
                    self._read(file, name)
            except OSError:
                continue
            read.append(str(name) if hasattr(name, '__fspath__') else name)
        return read

    def read_file(self, f, source=None):
        source = getattr(f, 'name', '<???>') if source is None else source
        self._read(f, source)  #: 756

    def read_string(self, string, source='<string>'):
        import io
        self.read_file(io.StringIO(string), source)  #: 761 «self.read_file(sfile, source)»

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)  #: 780
            elif self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            for key, value in options.items():  #: 785 for key, value in «keys.items»():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)  #: 790
                seen.add((section, key))
                self.set(section, key, None if value is None else str(value))

    def _read(self, lines, source):
        try:
            error = self._read_inner(lines, source)  #: 1050 ParsingError._raise_all(«self._read_inner(fp, fpname)»)
            if error:
                error._raise_all()  #: 1050 «ParsingError._raise_all(self._read_inner(fp, fpname))»
        finally:
            for name, options in ((self.default_section, self._defaults), *self._sections.items()):
                for key, value in options.items():
                    value = '\n'.join(value).rstrip() if isinstance(value, list) else value
                    options[key] = self._interpolation.before_read(self, name, key, value)

    def _read_inner(self, lines, source):
        st = _Reading()
        for st.number, line in enumerate(lines, 1):  #: 1058 for st.lineno, line in enumerate(«map(Line, fp)», start=1):
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
                if self._empty_lines and not comment and st.current is not None and st.option \
                        and st.current[st.option] is not None:
                    st.current[st.option].append('')
                elif not self._empty_lines:
                    st.indent = 1 << 60
                continue
            depth = len(line) - len(line.lstrip())
            if st.current is not None and st.option and depth > st.indent:
                if st.current[st.option] is None:
                    raise MultilineContinuationError(source, st.number, line)
                st.current[st.option].append(text)
                continue
            st.indent = depth
            self._handle_rest(st, line, text, source)  #: 1079 self._handle_rest(st, line, fpname)
        return st.error

    def _handle_rest(self, st, line, text, source):
        if self._allow_unnamed_section and st.current is None:
            st.name = UNNAMED_SECTION
            st.current = self._sections[st.name] = self._dict()
            self._proxies[st.name] = SectionProxy(self, st.name)
        header = self.SECTCRE.match(text)
        if header:
            self._handle_header(st, header, source)  #: 1109 «self._handle_header(st, mo, fpname)» if mo else self._handle_option(st, line, fpname)
        elif st.current is None:
            raise MissingSectionHeaderError(source, st.number, line)  #: 1107 raise MissingSectionHeaderError(fpname, st.lineno, line)
        else:
            self._handle_option(st, line, text, source)  #: 1109 self._handle_header(st, mo, fpname) if mo else «self._handle_option(st, line, fpname)»

    def _handle_header(self, st, header, source):
        name, st.option = header['header'], None
        st.name = name
        if name in self._sections:
            if self._strict and name in st.seen_sections:
                raise DuplicateSectionError(name, source, st.number)  #: 1115 raise DuplicateSectionError(st.sectname, fpname,⏎                            st.lineno)
            st.current = self._sections[name]
        elif name == self.default_section:
            st.current = self._defaults
        else:
            self.add_section(name)
            st.current = self._sections[name]
        st.seen_sections.add(name)

    def _handle_option(self, st, line, text, source):
        places = [(text.find(mark), mark) for mark in self._delimiters if mark in text]
        if places:
            at, mark = min(places)
            key, value = text[:at].rstrip(), [text[at + len(mark):].strip()]
        elif self._allow_no_value:
            key, value = text, None
        else:
            st.error = st.error or ParsingError(source)
            st.error.append(st.number, line)
            st.option = None
            return
        if not key:
            st.error = st.error or ParsingError(source)
            st.error.append(st.number, line)
        option = st.option = self.optionxform(key)
        if self._strict and (st.name, option) in st.seen_options:
            raise DuplicateOptionError(st.name, option, source, st.number)  #: 1148 raise DuplicateOptionError(st.sectname, st.optname,⏎                        fpname, st.lineno)
        st.seen_options.add((st.name, option))
        st.current[option] = value

    def _unify_values(self, section, vars=None):
        if section in self._sections:  #: 1185 sectiondict = «self._sections[section]»
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section) from None  #: 1188
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option."""
        try:
            values = self._unify_values(section, vars)  #: 810 d = «self._unify_values(section, vars)»
        except NoSectionError:
            if fallback is _UNSET:
                raise  #: 813
            return fallback
        option = self.optionxform(option)  #: 816
        try:
            value = values[option]  #: 818 value = «d[option]»
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)  #: 821
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)  #: 828 return «self._interpolation.before_get(self, section, option, value,⏎                                      d)»

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))  #: 832

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)  #: 837 return «self._get(section, conv, option, raw=raw, vars=vars,⏎                 **kwargs)»
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise  #: 841
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback)  #: 847 return «self._get_conv(section, option, int, raw=raw, vars=vars,⏎                      fallback=fallback, **kwargs)»

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback)  #: 852 return «self._get_conv(section, option, float, raw=raw, vars=vars,⏎                      fallback=fallback, **kwargs)»

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback)  #: 857 return «self._get_conv(section, option, self._convert_to_boolean,⏎                      raw=raw, vars=vars, fallback=fallback, **kwargs)»

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:  #: 1201
            raise ValueError(f'Not a boolean: {value}')  #: 1202 raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def _validate_value_types(self, *, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')  #: 1219 raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')  #: 1221 raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError('option values must be strings')  #: 1224 raise TypeError("option values must be strings")

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()  #: 872
        values = dict(self._defaults)
        try:
            values.update(self._sections[section])  #: 875 d.update(«self._sections[section]»)
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)  #: 878
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in values]

    def popitem(self):
        for name in self.sections():
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError  #: 901

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults  #: 911 option = «self.optionxform(option)»
        return section in self._sections and self.optionxform(option) in self._unify_values(section)  #: 913 elif «section not in self._sections»:

    def _own(self, section):  #: -
        """The options that stand in a section itself."""
        return self._defaults if not section or section == self.default_section else self._sections.get(section)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)  #: 923 value = «self._interpolation.before_set(self, section, option,⏎                                       value)»
        own = self._own(section)
        if own is None:
            raise NoSectionError(section) from None  #: 931
        own[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes all sections."""
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        sections = [(self.default_section, self._defaults)] if self._defaults else []
        if UNNAMED_SECTION in self._sections:
            sections.append((UNNAMED_SECTION, self._sections[UNNAMED_SECTION]))
        sections += [item for item in self._sections.items() if item[0] is not UNNAMED_SECTION]
        for name, options in sections:
            if name is not UNNAMED_SECTION:
                fp.write(f'[{name}]\n')
            for key, value in options.items():
                value = self._interpolation.before_write(self, name, key, value)
                value = mark + str(value).replace('\n', '\n\t') if value is not None or not self._allow_no_value else ''
                fp.write(f'{key}{value}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        own = self._own(section)
        if own is None:
            raise NoSectionError(section) from None  #: 981
        return own.pop(self.optionxform(option), _UNSET) is not _UNSET

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
        self.read_dict({key: value})  #: 1012

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')  #: 1016 raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)  #: 1018

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    """With `%(name)s`; values are texts."""
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _read_defaults(self, defaults):
        values = {str(key): value if value is None else str(value) for key, value in defaults.items()}
        super()._read_defaults(values)  #: 1258 self.read_dict({self.default_section: defaults})

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)  #: 1239
        super().set(section, option, value)  #: 1240

    def add_section(self, section):
        self._validate_value_types(section=section)  #: 1246
        super().add_section(section)  #: 1247


class ConverterMapping(_MutableMapping):
    """What the values of a parser can be made into: for each name a function, None where the class has the method."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name[3:]: None for name in dir(parser)
                      if name.startswith('get') and len(name) > 3 and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})')
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value

        def get(section, option, **kwargs):
            return self._parser._get_conv(section, option, value, **kwargs)
        get.converter = value
        setattr(self._parser, 'get' + key, get)
        for proxy in self._parser.values():
            setattr(proxy, 'get' + key, proxy._getter(key))

    def __delitem__(self, key):
        del self._data[key]
        for one in (self._parser, *self._parser.values()):
            vars(one).pop('get' + key, None)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


class SectionProxy(_MutableMapping):
    """One section of a parser."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser._converters:
            setattr(self, 'get' + kind, self._getter(kind))

    def _getter(self, kind):
        def get(option, fallback=None, **kwargs):
            return getattr(self._parser, 'get' + kind)(self._name, option, fallback=fallback, **kwargs)  #: 1329 return «_impl(self._name, option, raw=raw, vars=vars,⏎             fallback=fallback, **kwargs)»
        return get

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):  #: 1279
            raise KeyError(key)  #: 1280
        return self._parser.get(self._name, key)  #: 1281

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)  #: 1284
        return self._parser.set(self._name, key, value)  #: 1285

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)  #: 1290

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)  #: 1293

    def _options(self):
        return list(self._parser.defaults()) if self._name == self._parser.default_section \
            else self._parser.options(self._name)

    def __len__(self):
        return len(self._options())  #: 1296

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
