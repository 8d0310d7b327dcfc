"""What pathlib's glob finds, in CPython's order."""
import os as _os

_SPECIAL = '', '.', '..'


def compiled(pattern, sep, sensitive, recursive):
    """Tells whether a text fits, from a place on."""
    import glob
    import re
    text = glob.translate(pattern, recursive=recursive, include_hidden=True, seps=sep)
    return re.compile(text, 0 if sensitive else re.IGNORECASE).match


def _has_magic(part):
    return any(c in part for c in '*?[')


def _entries(path):
    try:
        with _os.scandir(path) as entries:
            return list(entries)
    except OSError:
        return []


def _slashed(path):
    return path if not path or path.endswith('/') else path + '/'


def _is_dir(entry, follow):
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


class Selector:
    """The ways from a path on; `parts` are taken from the end."""

    def __init__(self, case_sensitive, follow):
        self._sensitive = case_sensitive is None or case_sensitive
        # Told about cases, CPython looks at the names even of what it could ask for.
        self._pedantic = case_sensitive is not None
        self._follow = follow

    def _fits(self, pattern):
        return compiled(pattern, '/', self._sensitive, True)

    def of(self, parts):
        if not parts:
            return self._exists
        part = parts.pop()
        if part == '**':
            return self._below(parts)
        if part in _SPECIAL:
            return self._literal(part, parts)
        if _has_magic(part) or self._pedantic:
            return self._wildcard(part, parts)
        while parts and not _has_magic(parts[-1]):
            part += '/' + parts.pop()
        return self._literal(part, parts)

    @staticmethod
    def _exists(path, known=False):
        if known or _os.path.lexists(path):
            yield path

    def _literal(self, part, parts):
        after, special = self.of(parts), part in _SPECIAL

        def select(path, known=False):
            return after(_slashed(path) + part, known and special)

        return select

    def _wildcard(self, part, parts):
        fits, after = None if part == '*' else self._fits(part), self.of(parts) if parts else None

        def select(path, known=False):
            for entry in _entries(path):
                if fits is None or fits(entry.name):
                    if after is None:
                        yield entry.path
                    elif _is_dir(entry, True):
                        yield from after(entry.path, True)

        return select

    def _below(self, parts):
        part = '**'
        while parts and parts[-1] == '**':
            parts.pop()
        if self._follow:
            while parts and parts[-1] not in _SPECIAL:
                part += '/' + parts.pop()
        fits, folders = None if part == '**' else self._fits(part), bool(parts)
        after = self.of(parts)

        def select(path, known=False):
            path = _slashed(path)
            start = len(path)
            if fits is None or fits(path, start):
                yield from after(path, known)
            waiting = [path]
            while waiting:
                for entry in _entries(waiting.pop()):
                    folder = _is_dir(entry, self._follow)
                    if (folder or not folders) and (fits is None or fits(entry.path, start)):
                        if folders:
                            yield from after(entry.path, True)
                        else:
                            yield entry.path
                    if folder:
                        waiting.append(entry.path)

        return select
