"""Compiled patterns and their matches, which are C in CPython."""
from operator import index as _index
import _sre
from _frames import extension as _extension, final as _final, set_once as _set_once, type_name as _type_name

from re._nodes import _U

# Up to here, if nothing is said.
_WHOLE = 2 ** 63 - 1


class Pattern:  #: -
    """A compiled pattern."""
    __slots__ = 'pattern', 'flags', 'groups', '_program', '_index', '__weakref__'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    def _set(self, pattern, flags, program, parser):
        self.pattern, self.flags, self._program = pattern, flags, program
        self.groups, self._index = parser.groups - 1, parser.names

    @property
    def groupindex(self):
        import types
        return types.MappingProxyType(self._index)

    def __repr__(self):
        shown = self.flags & ~(_U if isinstance(self.pattern, str) else 0)
        text = repr(self.pattern)[:200]
        if not shown:
            return f're.compile({text})'
        from _re_flags import RegexFlag as R, names_of
        order = R.IGNORECASE, R.LOCALE, R.MULTILINE, R.DOTALL, R.UNICODE, R.VERBOSE, R.DEBUG, R.ASCII
        return f're.compile({text}, {names_of(shown, order)})'

    def __eq__(self, other):
        return (self.pattern, self.flags) == (other.pattern, other.flags) if isinstance(
            other, Pattern) else NotImplemented

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __reduce__(self):
        from re import _compile
        return _compile, (self.pattern, self.flags)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def _check(self, string, pos=0, endpos=_WHOLE):  #: -
        # Numbers are read before the text is looked at.
        if type(pos) is not int:
            _index(pos)
        if type(endpos) is not int:
            _index(endpos)
        if isinstance(self.pattern, str):
            if isinstance(string, (bytes, bytearray, memoryview)):
                raise TypeError('cannot use a string pattern on a bytes-like object')
        elif isinstance(string, str):
            raise TypeError('cannot use a bytes pattern on a string-like object')
        if not isinstance(string, (str, bytes, bytearray, memoryview)) and not hasattr(string, '__buffer__'):
            raise TypeError(f"expected string or bytes-like object, got '{_type_name(string)}'")

    def _find(self, string, pos, endpos, mode):  #: -
        self._check(string, pos, endpos)
        spans = _sre.find(self._program, string, pos, endpos, mode)
        return spans and _match(self, string, spans, pos, endpos)

    def search(self, string, pos=0, endpos=_WHOLE):
        return self._find(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=_WHOLE):  #: -
        return self._find(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_WHOLE):
        return self._find(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=_WHOLE):
        self._check(string, pos, endpos)
        endpos = None if endpos == _WHOLE else endpos
        kept = None if isinstance(string, (str, bytes)) else memoryview(string)
        found = _matches(self, string, kept, _sre.find_all(self._program, string, pos, endpos, 0), pos, endpos)
        return iter(found.__next__, None)

    def findall(self, string, pos=0, endpos=_WHOLE):
        self._check(string, pos, endpos)
        string = _sliced(string)
        empty, found = string[:0], []
        for spans in _sre.find_all(self._program, string, pos, endpos, 0):
            if not self.groups:
                found.append(string[spans[0]:spans[1]])
            elif self.groups == 1:
                found.append(string[spans[2]:spans[3]] if spans[3] >= 0 else empty)
            else:
                found.append(tuple([string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else empty
                                    for at in range(2, self.groups * 2 + 2, 2)]))
        return found

    def split(self, string, maxsplit=0):
        _index(maxsplit)
        self._check(string)
        string = _sliced(string)
        parts, last = [], 0
        if maxsplit >= 0:
            for spans in _sre.find_all(self._program, string, 0, None, maxsplit):
                parts.append(string[last:spans[0]])
                for at in range(2, self.groups * 2 + 2, 2):
                    parts.append(string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else None)
                last = spans[1]
        return parts + [string[last:]]

    def sub(self, repl, string, count=0):  #: -
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):  #: -
        _index(count)
        if not callable(repl):
            repl = _compiled(self, _sliced(repl) if isinstance(repl, (bytearray, memoryview)) else repl)
        self._check(string)
        if callable(repl) and not isinstance(string, (str, bytes)):
            # Its size is kept while the program is asked.
            with memoryview(string):
                return self._subn(repl, string, count)
        return self._subn(repl, string, count)

    def _subn(self, repl, string, count):  #: -
        whole, string = string, _sliced(string)
        plain = isinstance(repl, (str, bytes))
        parts, last = [], 0
        every = _sre.find_all(self._program, string, 0, None, count) if count >= 0 else ()
        for spans in every:
            if last < spans[0]:
                parts.append(string[last:spans[0]])
            piece = repl if plain else repl(_match(self, whole, spans, 0, None))
            if piece is not None:
                parts.append(piece)
            last = spans[1]
        parts.append(string[last:])
        return string[:0].join(parts), len(every)

    def scanner(self, string, pos=0, endpos=_WHOLE):
        made = object.__new__(SRE_Scanner)
        made._begin(self, string, pos, endpos)
        return made


def _matches(pattern, string, kept, every, pos, endpos):  #: -
    """Matches; a bytearray keeps its size for as long as a view of it is `kept`."""
    for spans in every:
        yield _match(pattern, string, spans, pos, endpos)


class SRE_Scanner:  #: -
    __module__ = '_sre'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_sre.SRE_Scanner' instances")

    def _begin(self, pattern, string, pos, endpos):
        self.pattern, self._all = pattern, pattern.finditer(string, pos, endpos)
        self._rest, self._empty = (string, pos, len(string) if endpos == _WHOLE else endpos), -1

    def search(self):
        return next(self._all, None)

    def match(self):
        if self._rest is None:
            return None
        string, pos, endpos = self._rest
        found = self.pattern.match(string, pos, endpos)
        if found is None or found.end() == found.start() == self._empty:
            self._rest = None
            return None
        self._rest, self._empty = (string, found.end(), endpos), found.end() if found.end() == found.start() else -1
        return found


def _sliced(string):
    """What parts are taken of: of any buffer they are bytes, of a str of a class of its own plain ones."""
    if type(string) is str or type(string) is bytes:
        return string
    return ''.join([string]) if isinstance(string, str) else bytes(string)


def _match(pattern, string, spans, pos, endpos):
    made = object.__new__(Match)
    made.re, made.string, made._spans = pattern, string, spans
    made.pos = max(0, min(pos, len(string)))
    made.endpos = len(string) if endpos is None else max(0, min(endpos, len(string)))
    return made


class Match:  #: -
    """A match: the text of the groups and where they stand."""
    __slots__ = 're', 'string', 'pos', 'endpos', '_spans'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif isinstance(group, (str, bytes)):
            found = self.re._index.get(group)
            if found is not None:
                return found
        elif hasattr(type(group), '__index__'):
            return self._number(group.__index__())
        elif self.re._index:
            hash(group)
        raise IndexError('no such group')

    def _text(self, group, default=None):
        start, end = self._spans[group * 2:group * 2 + 2]
        string = self.string
        if type(string) is not str and type(string) is not bytes:
            string = _sliced(string)
        return string[start:end] if end >= 0 else default

    def group(self, *groups):
        if not groups:
            return self._text(0)
        found = tuple([self._text(self._number(group)) for group in groups])
        return found[0] if len(found) == 1 else found

    __iter__ = None

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re._index.items()}

    def span(self, group=0, /):
        number = self._number(group) * 2
        return (self._spans[number], self._spans[number + 1]) if self._spans[number + 1] >= 0 else (-1, -1)

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        best, last = -1, None
        for group in range(1, self.re.groups + 1):
            end = self._spans[group * 2 + 1]
            if end > best:
                best, last = end, group
        return last

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, group in self.re._index.items() if group == last), None)

    def expand(self, template):
        made = _compiled(self.re, template)
        return made if isinstance(made, (str, bytes)) else made(self)

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={repr(self._text(0))[:50]}>'

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 're.Match' object")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


Pattern.__module__ = Match.__module__ = 're'


def _compiled(pattern, source):  #: -
    from re._templates import _compile_template
    hash(source)
    return _compile_template(pattern, source)
_extension(Pattern, Match, SRE_Scanner)
_final(Pattern, Match, SRE_Scanner)
_set_once(Pattern, 'pattern', 'flags', 'groups')
_set_once(Match, 're', 'string', 'pos', 'endpos')
