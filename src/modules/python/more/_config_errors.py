"""What is wrong with a configuration, or with what is asked of it."""

__name__ = 'configparser'  # where what is here is said to be  #: in configparser.py


class Error(Exception):
    """The base of these exceptions."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)  #: 182

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
        Error.__init__(self, msg)  #: 267
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
        super().__init__(f'Source contains parsing errors: {source!r}')  #: 310
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))  #: 318
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'

    def _raise_all(self):
        raise self  #: 334 raise next(exceptions).combine(exceptions)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'Key without value continued with an indented line.\n'
                       f'file: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)
