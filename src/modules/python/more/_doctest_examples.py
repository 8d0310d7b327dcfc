"""Examples in docstrings, and how they are found."""
import inspect as _inspect
import linecache as _linecache
import re as _re

__name__ = 'doctest'  # where what is here is said to be  #: in doctest.py


def _ended(text):
    return text if not text or text.endswith('\n') else text + '\n'


class Example:
    """A piece of source and what it shall print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source, self.want = source if source.endswith('\n') else source + '\n', _ended(want)
        self.exc_msg = None if exc_msg is None else _ended(exc_msg) or '\n'
        self.lineno, self.indent, self.options = lineno, indent, {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, and the names that they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._place() < other._place()

    def _place(self):
        return self.name, self.filename or '', -1 if self.lineno is None else self.lineno, id(self)


class DocTestParser:
    """Finds examples in text."""
    _OPTIONS = _re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', _re.MULTILINE)
    # Nothing, or nothing but a comment.
    _COMMENT = _re.compile(r'^[ ]*(#.*)?$')
    # An exception is expected where a traceback begins; what names it is the first line of a word at the margin.
    _EXCEPTION = _re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*$.*?^(\w+ .*|\w+.*)\Z',
                             _re.MULTILINE | _re.DOTALL)

    def parse(self, string, name='<string>'):
        """The examples and the pieces of text between them."""
        string = string.expandtabs()
        lines = string.split('\n')
        margin = min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip()), default=0)
        lines = [line[margin:] for line in lines]
        pieces, text, at = [], [], 0
        while at < len(lines):
            bare = lines[at].lstrip(' ')
            if not bare.startswith('>>>'):
                text.append(lines[at])
                at += 1
                continue
            pieces.append(''.join(line + '\n' for line in text))
            text = []
            example, at = self._example(lines, at, name)
            example.indent += margin
            if self._COMMENT.match(example.source.rstrip('\n')):
                continue
            pieces.append(example)
        pieces.append('\n'.join(text))
        return pieces

    def _example(self, lines, at, name):
        first, indent = at, len(lines[at]) - len(lines[at].lstrip(' '))
        source = [lines[at]]
        at += 1
        while at < len(lines) and lines[at].lstrip(' ').startswith('...'):
            source.append(lines[at])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip(' ').startswith('>>>'):
            want.append(lines[at])
            at += 1
        for number, line in enumerate(source, first + 1):
            prompt = line[indent:indent + 3]
            if len(line) > indent + 3 and line[indent + 3] != ' ':
                raise ValueError(f'line {number} of the docstring for {name} lacks blank after {prompt}: {line!r}')
        self._check_indent(source[1:], ' ' * indent + '.', name, first)
        self._check_indent(want, ' ' * indent, name, at - len(want))
        source = '\n'.join(line[indent + 4:] for line in source)
        want = '\n'.join(line[indent:].rstrip('\n') for line in want)
        options = self._options(source, name, first)
        expected = self._EXCEPTION.match(want)
        message = expected.group(1) if expected else None
        return Example(source, want, message, first, indent, options), at

    @staticmethod
    def _check_indent(lines, indent, name, first):
        for number, line in enumerate(lines, first + 1):
            if not line.startswith(indent):
                raise ValueError(f'line {number} of the docstring for {name} has inconsistent leading whitespace: '
                                 f'{line!r}')

    def _options(self, source, name, line):
        options = {}
        for found in self._OPTIONS.finditer(source):
            for word in found.group(1).replace(',', ' ').split():
                if word[0] not in '+-' or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {line + 1} of the doctest for {name} has an invalid option: {word!r}')
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == '+'
        if options and self._COMMENT.match(source):
            raise ValueError(f'line {line} of the doctest for {name} has an option directive on a line with no example: '
                             f'{source!r}')
        return options

    def get_examples(self, string, name='<string>'):
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


def _source_lines(obj, module):
    """The lines of the file that `obj` comes from, an example's too; None if there are none."""
    try:
        file = _inspect.getsourcefile(obj)
        if not file:
            file = _inspect.getfile(obj)
            file = file if file.startswith('<') and file.endswith(']>') else None
    except TypeError:
        return None
    return _linecache.getlines(file, vars(module) if module else None) or None if file else None


def _unwrapped(item):
    try:
        return _inspect.unwrap(item)
    except ValueError:
        return item


class DocTestFinder:
    """Finds the docstrings of a module, a class or a function, and what is in it."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser, self._recurse, self._exclude_empty = verbose, parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                                 f'{type(obj)!r}')
        if module is None:
            module = _inspect.getmodule(obj)
        globs = dict(vars(module) if module else {}) if globs is None else dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._visit(tests, obj, name, module or None, _source_lines(obj, module), globs, set())
        return sorted(tests)

    def _visit(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test_of(obj, name, module, lines, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if _inspect.ismodule(obj):
            for key, item in vars(obj).items():
                if (_inspect.isroutine(_unwrapped(item)) or isinstance(item, type)) and self._is_of(module, item):
                    self._visit(tests, item, f'{name}.{key}', module, lines, globs, seen)
            for key, item in getattr(obj, '__test__', {}).items():
                self._visit(tests, item, f'{name}.__test__.{key}', module, lines, globs, seen)
        elif isinstance(obj, type):
            for key, item in vars(obj).items():
                item = item.__func__ if isinstance(item, (staticmethod, classmethod)) else item
                if (_inspect.isroutine(item) or isinstance(item, (type, property))) and self._is_of(module, item):
                    self._visit(tests, item, f'{name}.{key}', module, lines, globs, seen)

    @staticmethod
    def _is_of(module, item):
        item = _unwrapped(item) if callable(item) else item
        if module is None or isinstance(item, property):
            return True
        return getattr(item, '__module__', None) == module.__name__

    def _test_of(self, obj, name, module, lines, globs):
        told = getattr(obj, '__doc__', None)
        doc = obj if isinstance(obj, str) else '' if told is None else str(told)
        if self._exclude_empty and not doc:
            return None
        filename = getattr(module, '__file__', None) or getattr(module, '__name__', None) if module else None
        filename = filename[:-1] if filename and filename.endswith('.pyc') else filename
        return self._parser.get_doctest(doc, globs, name, filename, self._line_of(obj, lines, told))

    @staticmethod
    def _line_of(obj, lines, doc):
        """The line of the docstring, from 0; where there is no source, the one behind the definition's first."""
        line = None
        if isinstance(obj, type):
            if doc is None or lines is None:
                return None
            named = _re.compile(rf'^\s*class\s*{_re.escape(obj.__name__)}\b')
            line = next((number for number, text in enumerate(lines) if named.match(text)), None)
        elif _inspect.ismodule(obj) and doc is not None:
            line = 0
        obj = obj.fget if isinstance(obj, property) else obj.__func__ if _inspect.ismethod(obj) else obj
        if _inspect.isfunction(obj) and obj.__doc__:
            code = getattr(_inspect.unwrap(obj), '__code__', None)
            line = None if code is None else code.co_firstlineno - 1
        if line is None:
            return None
        if lines is None:
            return line + 1
        quoted = _re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((number for number in range(line, len(lines)) if quoted.match(lines[number])), None)
