"""Paths as such, without what lies there."""
import os as _os

__name__ = 'pathlib'  # where what is here is said to be


class UnsupportedOperation(NotImplementedError):
    __module__ = 'pathlib._abc'


class PurePathBase:  #: in pathlib/_abc.py
    """What follows from a path's name."""
    __module__, __qualname__, __slots__ = 'pathlib._abc', 'PurePathBase', ()

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')  #: 218 raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)  #: 220

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f'{self!r} has an empty name')  #: 230 raise ValueError(f"{self!r} has an empty name")
        if suffix and (not suffix.startswith('.') or suffix == '.'):
            raise ValueError(f'Invalid suffix {suffix!r}')  #: 232 raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)  #: 234

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)  #: 369 path_pattern = «self.with_segments(path_pattern)»
        mine, theirs = self.parts[::-1], pattern.parts[::-1]
        if not theirs:
            raise ValueError('empty pattern')  #: 376 raise ValueError("empty pattern")
        if len(mine) < len(theirs) or len(mine) > len(theirs) and pattern.anchor:
            return False
        return all(self._fits(part, one, pattern, case_sensitive, False) for part, one in zip(mine, theirs))

    def full_match(self, pattern, *, case_sensitive=None):
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)  #: 394 pattern = «self.with_segments(pattern)»
        return self._fits(self._pattern_str, pattern._pattern_str, pattern, case_sensitive, True)

    def _fits(self, text, one, pattern, sensitive, recursive):
        from _path_patterns import compiled
        if sensitive is None:
            sensitive = self.parser is _os.path
        return compiled(one, pattern.parser.sep, sensitive, recursive)(text) is not None


class PurePath(PurePathBase):  #: in pathlib/_local.py
    """A path as text and parts."""
    __module__ = 'pathlib._local'
    __slots__ = '_raw_paths', '_drv', '_root', '_tail_cached', '_str', '_str_normcase_cached', '_parts_normcase_cached', '_hash'
    parser = _os.path

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)  #: 115 return «object.__new__(cls)»

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg.parser is not self.parser and self.parser is _os.path:
                    texts.extend(text.replace('\\', '/') for text in arg._raw_paths)
                else:
                    texts.extend(arg._raw_paths)
                continue
            try:
                text = arg if isinstance(arg, str) else _os.fspath(arg)
            except TypeError:
                text = arg
            if not isinstance(text, str):
                wanted = 'argument should be a str or an os.PathLike object where __fspath__ returns a str'
                raise TypeError(f'{wanted}, not {type(text).__name__!r}')  #: 132 raise TypeError(⏎    "argument should be a str or an os.PathLike "⏎    "object where __fspath__ returns a str, "⏎    f"not {type(path).__name__!r}")
            texts.append(text)
        self._raw_paths = texts

    def with_segments(self, *pathsegments):  #: in pathlib/_abc.py
        return type(self)(*pathsegments)  #: 135

    @classmethod  #: in pathlib/_local.py
    def _parse_path(cls, path):
        """Drive, root and the names."""
        if not path:
            return '', '', []
        parser = cls.parser
        sep = parser.sep
        if parser.altsep:
            path = path.replace(parser.altsep, sep)
        drive, root, rest = parser.splitroot(path)
        if not root and drive.startswith(sep) and not drive.endswith(sep):  #: 266 if not root and «drv.startswith(sep)» and not drv.endswith(sep):
            # A share's root needs no slash.
            parts = drive.split(sep)
            if len(parts) == 4 and parts[2] not in '?.' or len(parts) == 6:
                root = sep
        return drive, root, [part for part in rest.split(sep) if part and part != '.']

    @classmethod
    def _format_parsed_parts(cls, drv, root, tail):
        if not drv and not root and tail and cls.parser is not _os.path and cls.parser.splitdrive(tail[0])[0]:
            tail = ['.', *tail]
        return drv + root + cls.parser.sep.join(tail)

    def _from_parsed_parts(self, drv, root, tail):
        path = self._from_parsed_string(self._format_parsed_parts(drv, root, tail))  #: 246
        path._drv, path._root, path._tail_cached = drv, root, tail
        return path

    def _from_parsed_string(self, text):
        path = self.with_segments(text)  #: 253 path = «self.with_segments(path_str)»
        path._str = text or '.'
        return path

    @property
    def _raw_path(self):
        paths = self._raw_paths
        return self.parser.join(*paths) if len(paths) > 1 else paths[0] if paths else ''

    def _parse(self):
        self._drv, self._root, self._tail_cached = self._parse_path(self._raw_path)

    @property
    def drive(self):
        try:
            return self._drv
        except AttributeError:
            self._parse()
            return self._drv

    @property
    def root(self):
        try:
            return self._root
        except AttributeError:
            self._parse()
            return self._root

    @property
    def _tail(self):
        try:
            return self._tail_cached
        except AttributeError:
            self._parse()
            return self._tail_cached

    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def parts(self):
        anchor = self.anchor
        return (anchor, *self._tail) if anchor else tuple(self._tail)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._format_parsed_parts(self.drive, self.root, self._tail) or '.'
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return _os.fsencode(self)

    def as_posix(self):
        return str(self).replace(self.parser.sep, '/')

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")  #: 431
        from urllib.parse import quote_from_bytes
        drive, path = self.drive, self.as_posix()
        if len(drive) == 2 and drive[1] == ':':
            prefix, path = 'file:///' + drive, path[2:]
        else:
            prefix = 'file:' if drive else 'file://'
        return prefix + quote_from_bytes(_os.fsencode(path))

    @property
    def _pattern_str(self):
        text = str(self)
        return '' if text == '.' else text

    @property
    def _str_normcase(self):
        try:
            return self._str_normcase_cached
        except AttributeError:
            self._str_normcase_cached = str(self) if self.parser is _os.path else str(self).lower()
            return self._str_normcase_cached

    @property
    def _parts_normcase(self):
        try:
            return self._parts_normcase_cached
        except AttributeError:
            self._parts_normcase_cached = self._str_normcase.split(self.parser.sep)
            return self._parts_normcase_cached

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._str_normcase)
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._str_normcase == other._str_normcase and self.parser is other.parser

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase < other._parts_normcase

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase <= other._parts_normcase

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase > other._parts_normcase

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase >= other._parts_normcase

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return type(self), tuple(self._raw_paths)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)  #: 146

    @property
    def name(self):
        tail = self._tail
        return tail[-1] if tail else ''

    def with_name(self, name):
        parser = self.parser
        if not name or parser.sep in name or parser.altsep and parser.altsep in name or name == '.':  #: 357 if not name or «p.sep in name» or (p.altsep and p.altsep in name) or name == '.':
            raise ValueError(f'Invalid name {name!r}')  #: 358 raise ValueError(f"Invalid name {name!r}")
        if not self._tail:
            raise ValueError(f'{self!r} has an empty name')  #: 361 raise ValueError(f"{self!r} has an empty name")
        return self._from_parsed_parts(self.drive, self.root, [*self._tail[:-1], name])  #: 363 return «self._from_parsed_parts(self.drive, self.root, tail)»

    @property
    def parent(self):
        tail = self._tail
        return self._from_parsed_parts(self.drive, self.root, tail[:-1]) if tail else self

    @property
    def parents(self):
        return _PathParents(self)

    def is_absolute(self):
        if self.parser is _os.path:
            return any(path.startswith('/') for path in self._raw_paths)
        return self.parser.isabs(self)

    def is_reserved(self):
        import warnings
        warnings.warn('pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. '
                      'Use os.path.isreserved() to detect reserved paths on Windows.', DeprecationWarning, 2)
        return self.parser is not _os.path and self.parser.isreserved(self)

    def _other(self, other, rest, method):  #: -
        if rest:
            import warnings
            number = 'positional argument' if method == 'relative_to' else 'argument'
            warnings.warn(f'support for supplying more than one {number} to pathlib.PurePath.{method}() is deprecated '
                          'and scheduled for removal in Python 3.14', DeprecationWarning, 2)
        return other if isinstance(other, PurePath) and not rest else self.with_segments(other, *rest)

    def is_relative_to(self, other, /, *_deprecated):
        other = self._other(other, _deprecated, 'is_relative_to')  #: 403 other = «self.with_segments(other)»
        return other == self or other in self.parents

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self._other(other, _deprecated, 'relative_to')  #: 380 other = «self.with_segments(other)»
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')  #: 385 raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")  #: 387
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')  #: 389 raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parsed_parts('', '', ['..'] * step + self._tail[len(path._tail):])


class _PathParents:
    """The directories above a path, nearest first."""
    __module__ = 'pathlib._local'
    __slots__ = '_path', '_drv', '_root', '_tail'

    def __init__(self, path):
        self._path, self._drv, self._root, self._tail = path, path.drive, path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple(self[at] for at in range(*idx.indices(len(self))))
        if idx >= len(self) or idx < -len(self):
            raise IndexError(idx)  #: 49
        if idx < 0:
            idx += len(self)
        return self._path._from_parsed_parts(self._drv, self._root, self._tail[:-idx - 1])

    def index(self, value, start=0, stop=None):
        return tuple(self).index(value, start, len(self) if stop is None else stop)

    def count(self, value):
        return tuple(self).count(value)

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


def _sequence():
    from collections.abc import Sequence
    Sequence.register(_PathParents)


class PurePosixPath(PurePath):
    __module__ = 'pathlib._local'
    __slots__ = ()
