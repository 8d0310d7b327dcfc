"""help(), and what it prints of modules, classes, functions and values."""
import builtins
import importlib
import importlib.util
import inspect
import re
import sys

from _frames import not_supported as _not_supported
from _pydoc_text import (Doc, PlainTextDoc as _PlainTextDoc, TextDoc, TextRepr, classify_class_attrs, classname, cram,
                         docstring as _getdoc, getdoc, isdata, splitdoc, stripid, visiblename)

__all__ = ['help']

text, plaintext = TextDoc(), _PlainTextDoc()


def plain(text):
    """Text without its bold letters."""
    return re.sub('.\b', '', text)


def plain_pager(text, title=''):
    encoding = getattr(sys.stdout, 'encoding', None) or 'utf-8'
    sys.stdout.write(plain(text.encode(encoding, 'backslashreplace').decode(encoding)))


plainpager = pager = plain_pager


def getpager():
    return plain_pager


get_pager = getpager


class ErrorDuringImport(Exception):
    """What went wrong while a module was imported to be documented."""

    def __init__(self, filename, exc_info):
        if not isinstance(exc_info, tuple):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return f'problem in {self.filename} - {self.exc.__name__}: {self.value}'


def safeimport(path, forceload=0, cache={}):
    """A module, or None where there is none."""
    if forceload and path in sys.modules and path not in sys.builtin_module_names:
        for name in [path] + [name for name in sys.modules if name.startswith(path + '.')]:
            cache[name] = sys.modules.pop(name)
    try:
        return importlib.import_module(path)
    except BaseException as error:
        if path in sys.modules:
            raise ErrorDuringImport(sys.modules[path].__file__, error)
        if type(error) is SyntaxError:
            raise ErrorDuringImport(error.filename, error)
        if isinstance(error, ImportError) and error.name == path:
            return None
        raise ErrorDuringImport(path, error)


def locate(path, forceload=0):
    """The object that a dotted name stands for, or None."""
    parts = [part for part in path.split('.') if part]
    found, known = builtins, 0
    while known < len(parts) and (module := safeimport('.'.join(parts[:known + 1]), forceload)):
        found, known = module, known + 1
    for part in parts[known:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """An object and its name."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError(f'No Python documentation found for {thing!r}.\n'
                              'Use help() to get the interactive help utility.\n'
                              'Use help(str) for help on the str class.')
        return found, thing
    name = getattr(thing, '__name__', None)
    return thing, name if isinstance(name, str) else None


def describe(thing):
    """What kind of thing it is, and its name."""
    if inspect.ismodule(thing):
        kind = ('built-in module' if thing.__name__ in sys.builtin_module_names else
                'package' if hasattr(thing, '__path__') else 'module')
        return f'{kind} {thing.__name__}'
    for test, word in ((inspect.isgetsetdescriptor, 'getset'), (inspect.ismemberdescriptor, 'member')):
        if test(thing):
            owner = thing.__objclass__
            return f'{word} descriptor {owner.__module__}.{owner.__name__}.{thing.__name__}'
    for test, word in ((inspect.isbuiltin, 'built-in function'), (inspect.isclass, 'class'),
                       (inspect.isfunction, 'function'), (inspect.ismethod, 'method')):
        if test(thing):
            return f'{word} {thing.__name__}'
    return type(thing).__name__


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The whole text about a thing, or about what a dotted name stands for."""
    thing, name = resolve(thing, forceload)
    words, module = describe(thing), inspect.getmodule(thing)
    if name and '.' in name:
        words += ' in ' + name[:name.rfind('.')]
    elif module and module is not thing:
        words += ' in module ' + module.__name__
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or
            inspect.isdatadescriptor(thing) or _getdoc(thing)):
        thing = thing.__origin__ if hasattr(thing, '__origin__') else type(thing)
        words += ' object'
    return title % words + '\n\n' + (renderer or text).document(thing, name)


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False):
    """Prints the text about a thing, or why there is none."""
    try:
        found = render_doc(thing, title, forceload, plaintext if output else None)
    except ImportError as error:
        if is_cli and output is None:
            raise
        found = f'{error}' if output else f'{error}\n'
    output.write(found) if output else pager(found)


_KEYWORDS = (
    'False None True and as assert async await break class continue def del elif else except finally for from global if '
    'import in is lambda nonlocal not or pass raise return try while with yield').split()
_SYMBOLS = '''' + - * ** / // % << >> & | ^ ~ < > <= >= == != <> += -= *= /= %= &= |= ^= <<= >>= **= //= j J , . ... : @ \\ :=
    _ __ ` ( ) [ ] " '''.split() + ["'''", '"""']
_SYMBOLS += [prefix + quote for prefix in 'bfru' for quote in '\'"']
_TOPICS = '''ASSERTION ASSIGNMENT ASSIGNMENTEXPRESSIONS ATTRIBUTEMETHODS ATTRIBUTES AUGMENTEDASSIGNMENT BASICMETHODS BINARY
BITWISE BOOLEAN CALLABLEMETHODS CALLS CLASSES CODEOBJECTS COMPARISON COMPLEX CONDITIONAL CONTEXTMANAGERS CONVERSIONS
DEBUGGING DELETION DICTIONARIES DICTIONARYLITERALS DYNAMICFEATURES ELLIPSIS EXCEPTIONS EXECUTION EXPRESSIONS FLOAT
FORMATTING FRAMEOBJECTS FRAMES FUNCTIONS IDENTIFIERS IMPORTING INTEGER LISTLITERALS LISTS LITERALS LOOPING
MAPPINGMETHODS MAPPINGS METHODS MODULES NAMESPACES NONE NUMBERMETHODS NUMBERS OBJECTS OPERATORS PACKAGES POWER
PRECEDENCE PRIVATENAMES RETURNING SCOPING SEQUENCEMETHODS SEQUENCES SHIFTING SLICINGS SPECIALATTRIBUTES
SPECIALIDENTIFIERS SPECIALMETHODS STRINGMETHODS STRINGS SUBSCRIPTS TRACEBACKS TRUTHVALUE TUPLELITERALS TUPLES
TYPEOBJECTS TYPES UNARY UNICODE'''.split()
# What help() says by itself, and before and after its lists.
_INTRODUCTION = '''\
Welcome to Python 3.13's help utility! If this is your first time using
Python, you should definitely check out the tutorial at
https://docs.python.org/3.13/tutorial/.

Enter the name of any module, keyword, or topic to get help on writing
Python programs and using Python modules.  To get a list of available
modules, keywords, symbols, or topics, enter "modules", "keywords",
"symbols", or "topics".

Each module also comes with a one-line summary of what it does; to list
the modules whose name or summary contain a given string such as "spam",
enter "modules spam".

To quit this help utility and return to the interpreter,
enter "q", "quit" or "exit".

'''
_LEAVING = '''
You are now leaving help and returning to the Python interpreter.
If you want to ask for help on a particular object directly from the
interpreter, you can type "help(object)".  Executing "help('string')"
has the same effect as typing a particular string at the help> prompt.
'''
_LISTS = {
    'keywords': (_KEYWORDS, 'Here is a list of the Python keywords.  Enter any keyword to get more help.'),
    'symbols': (_SYMBOLS, 'Here is a list of the punctuation symbols which Python assigns special meaning\n'
                          'to. Enter any symbol to get more help.'),
    'topics': (_TOPICS, 'Here is a list of available topics.  Enter any topic name to get more help.'),
}
_NO_TOPICS = '''
Sorry, topic and keyword documentation is not available because the
module "pydoc_data.topics" could not be found.
'''


# What help() is given where it is given nothing.
_INTERACTIVE = object()


class Helper:
    """help()"""

    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    @property
    def input(self):
        return self._input or sys.stdin

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} instance>'

    def __call__(self, request=_INTERACTIVE):
        if request is _INTERACTIVE:
            self.output.write(_INTRODUCTION)
            self.interact()
            self.output.write(_LEAVING)
            return
        try:
            self.help(request)
        except ImportError as error:
            self.output.write(f'{error}\n')

    def interact(self):
        """Answers lines until one is empty or says so."""
        while True:
            try:
                request = self.getline('help> ')
            except (KeyboardInterrupt, EOFError):
                return
            if not request:
                return
            request = request.strip()
            if len(request) > 2 and request[0] == request[-1] in ('"', "'") and request[0] not in request[1:-1]:
                request = request[1:-1]
            if request.lower() in ('q', 'quit', 'exit'):
                return
            self.output.write(_INTRODUCTION[:-1]) if request == 'help' else self.help(request)

    def getline(self, prompt):
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        return self.input.readline()

    def help(self, request, is_cli=False):
        name = request.strip() if isinstance(request, str) else None
        if isinstance(request, Helper):
            self()
        elif name in _LISTS:
            names, words = _LISTS[name]
            self.output.write(f'\n{words}\n\n')
            self.list(names)
        elif name and name.split()[0] == 'modules':
            self.listmodules(name.removeprefix('modules').strip())
        elif name in ('True', 'False', 'None'):
            doc(eval(name), 'Help on %s:', output=self._output, is_cli=is_cli)
        elif name in _KEYWORDS or name in _SYMBOLS or name in _TOPICS:
            self.output.write(_NO_TOPICS)
        else:
            doc(request if name is None else name or str, 'Help on %s:', output=self._output, is_cli=is_cli)
        self.output.write('\n')

    def list(self, items, columns=4, width=80):
        items = sorted(items)
        rows = -(-len(items) // columns)
        for row in range(rows):
            for column in range(columns):
                at = column * rows + row
                if at < len(items):
                    self.output.write(items[at] if column == columns - 1 else items[at].ljust(width // columns - 1) + ' ')
            self.output.write('\n')

    def listmodules(self, key=''):
        if key:
            _not_supported("help('modules WORD')")
        self.output.write('\nPlease wait a moment while I gather a list of all available modules...\n\n')
        self.list(name for name in sys.stdlib_module_names if importlib.util.find_spec(name))
        self.output.write('\nEnter any module name to get more help.  Or, type "modules spam" to search\n'
                          'for modules whose name or summary contain the string "spam".\n')


help = Helper()


def cli():
    """python -m pydoc NAME…"""
    if len(sys.argv) < 2 or sys.argv[1].startswith('-'):
        _not_supported('python -m pydoc with options')
    for name in sys.argv[1:]:
        try:
            help.help(name, is_cli=True)
        except (ImportError, ErrorDuringImport) as error:
            print(error)
            sys.exit(1)


def __getattr__(name):
    # The mark is what inspect looks for in whatever it is given.
    if name[:2] != '__' and name not in ('', '_is_coroutine_marker'):
        _not_supported('pydoc.' + name)
    raise AttributeError(f"module 'pydoc' has no attribute {name!r}")


if __name__ == '__main__':
    cli()
