"""Regular expressions: patterns are read and compiled in this package, matched by _sre."""
from _frames import shortcuts as _shortcuts

from re._nodes import PatternError, error
from re._matches import Match, Pattern, SRE_Scanner, _match
from re._programs import _made

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
           'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']

# The class of flags, once a program has asked for one.
_FLAGS = ()
_cache, _plain = {}, {}


def _compile(pattern, flags):  #: in re/__init__.py
    if isinstance(flags, _FLAGS):
        flags = flags.value
    key = type(pattern), pattern, flags
    found = _cache.get(key)  #: 335 return _cache2[«type(pattern), pattern, flags»]
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')  #: 345 raise ValueError(⏎    "cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')  #: 349 raise TypeError("first argument must be string or compiled pattern")
    made = _made(pattern, flags)  #: 350 p = «_compiler.compile(pattern, flags)»
    if len(_cache) >= 512:
        purge()
    _cache[key] = made
    if not flags and type(pattern) is str:
        _plain[pattern] = made
    return made


def compile(pattern, flags=0):  #: in re/__init__.py
    return _compile(pattern, flags)  #: 289 return «_compile(pattern, flags)»


def purge():
    _cache.clear()
    _plain.clear()


class _Zero(int):
    """What was not given."""


_ZERO = _Zero()


def _positional(name, what, least, args, count, flags):
    """The arguments that should have been given by their names."""
    for given, word in zip((count, flags), (what, 'flags')[:len(args)]):
        if given is not _ZERO:
            raise TypeError(f'{name}() got multiple values for argument {word!r}')
    if len(args) > 2:
        raise TypeError(f'{name}() takes from {least} to {least + 2} positional arguments but {least + len(args)} were given')
    import warnings
    warnings.warn(f'{what!r} is passed as positional argument', DeprecationWarning, stacklevel=2)
    return args[0], args[1] if len(args) > 1 else flags


def match(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 167 return «_compile(pattern, flags)».match(string)
    return compiled.match(string)  #: 167 return «_compile(pattern, flags).match(string)»


def fullmatch(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 172 return «_compile(pattern, flags)».fullmatch(string)
    return compiled.fullmatch(string)  #: 172 return «_compile(pattern, flags).fullmatch(string)»


def search(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 177 return «_compile(pattern, flags)».search(string)
    return compiled.search(string)  #: 177 return «_compile(pattern, flags).search(string)»


def sub(pattern, repl, string, *args, count=_ZERO, flags=_ZERO):
    if args:
        count, flags = _positional('sub', 'count', 3, args, count, flags)
    compiled = _compile(pattern, flags)  #: 208 return «_compile(pattern, flags)».sub(repl, string, count)
    return compiled.sub(repl, string, count)  #: 208 return «_compile(pattern, flags).sub(repl, string, count)»


def subn(pattern, repl, string, *args, count=_ZERO, flags=_ZERO):
    if args:
        count, flags = _positional('subn', 'count', 3, args, count, flags)
    compiled = _compile(pattern, flags)  #: 238 return «_compile(pattern, flags)».subn(repl, string, count)
    return compiled.subn(repl, string, count)  #: 238 return «_compile(pattern, flags).subn(repl, string, count)»


def split(pattern, string, *args, maxsplit=_ZERO, flags=_ZERO):
    if args:
        maxsplit, flags = _positional('split', 'maxsplit', 2, args, maxsplit, flags)
    compiled = _compile(pattern, flags)  #: 267 return «_compile(pattern, flags)».split(string, maxsplit)
    return compiled.split(string, maxsplit)  #: 267 return «_compile(pattern, flags).split(string, maxsplit)»


sub.__text_signature__ = subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 278 return «_compile(pattern, flags)».findall(string)
    return compiled.findall(string)  #: 278 return «_compile(pattern, flags).findall(string)»


def finditer(pattern, string, flags=0):
    compiled = _compile(pattern, flags)  #: 285 return «_compile(pattern, flags)».finditer(string)
    return compiled.finditer(string)  #: 285 return «_compile(pattern, flags).finditer(string)»


_special = {c: '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return ''.join([_special.get(c, c) for c in pattern])
    pattern = str(pattern, 'latin1')  #: 312
    return escape(pattern).encode('latin1')
_shortcuts(1, Pattern, Match, _plain, search, match, fullmatch, _compile, _match)


_OF_FLAGS = frozenset(('RegexFlag', 'NOFLAG', 'A', 'ASCII', 'I', 'IGNORECASE', 'L', 'LOCALE', 'U', 'UNICODE', 'M', 'MULTILINE',
                       'S', 'DOTALL', 'X', 'VERBOSE', 'DEBUG'))


def __getattr__(name):
    if name not in _OF_FLAGS:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global _FLAGS
    from _re_flags import RegexFlag
    _FLAGS = RegexFlag
    globals().update(RegexFlag.__members__, RegexFlag=RegexFlag)
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_OF_FLAGS})


class Scanner:
    """Splits a text into tokens: pairs of a pattern and what is made of its match."""

    def __init__(self, lexicon, flags=0):
        self.lexicon, self._groups, at = lexicon, {}, 1
        for phrase, action in lexicon:
            self._groups[at] = action
            at += compile(phrase, flags).groups + 1
        self.scanner = compile('|'.join(f'({phrase})' for phrase, _ in lexicon), flags)
        self.match = None

    def scan(self, string):
        """What the actions give for the tokens, and what is left of the text."""
        result, at = [], 0
        while (found := self.scanner.match(string, at)) is not None and found.end() > at:
            group = next(n for n in self._groups if found.start(n) >= 0)
            action, at = self._groups[group], found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())  #: 424 action = «action(self, m.group())»
            if action is not None:
                result.append(action)
        return result, string[at:]
